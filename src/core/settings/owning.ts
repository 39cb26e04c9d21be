import type {
  ConfigurationOwner,
  SharedConfiguration,
  StoredConfiguration,
} from "./shared-configuration.ts";

/** A node's claim to own the stored configuration. */
export type OwnerClaim = Pick<SharedConfiguration, "hash"> & {
  /** The name of the node. */
  readonly node: string;
  /** As this service calls itself as an owner: no other is called so. */
  readonly holder: string;
  /** The hash of the configuration of which the file is an edit, made while no service ran on it; `null` where it is none. */
  readonly editOf: string | null;
};

/** How long others leave a configuration to its owner after the end of its lease: it may only be restarting. */
export const OWNER_RETURNS_MS = 20_000;

/** How an owner is called: its name changes with each start, the node's stays. */
export const holderOn = (node: string, pid: number): string => `process ${pid} on ${node}`;

/** The node of a holder. */
export const nodeOfHolder = (holder: string): string => holder.replace(/^process \d+ on /, "");

/**
 * Whether a node may take the configuration over. Its file counts when nothing else was ever stored, when it was the last owner, and
 * when its file is an edit of what is stored. Any node may whose file says the same, once the owner does not return: nothing
 * changes by it.
 */
export function mayOwn(
  stored: Pick<StoredConfiguration, "hash" | "owner"> | null,
  { hash, node, editOf }: OwnerClaim,
): boolean {
  if (stored === null) return true;
  if (stored.owner.idleMs === 0) return false;
  if (nodeOfHolder(stored.owner.holder) === node) return true;
  if (hash !== stored.hash) return editOf === stored.hash;
  return stored.owner.idleMs >= OWNER_RETURNS_MS;
}

/**
 * A claim after another look at the store. Where another owner lives, whose configuration is not that of our file, the file is
 * no edit of what counts any more: else two files could replace each other for ever.
 */
export function claimBeside<Claim extends OwnerClaim>(
  claim: Claim,
  before: Pick<StoredConfiguration, "owner"> | null,
  now: Pick<StoredConfiguration, "hash" | "owner"> | null,
): Claim {
  const isRival = now !== null && now.hash !== claim.hash && isRenewed(before, now.owner);
  return isRival && now.owner.holder !== claim.holder
    ? { ...claim, editOf: null, node: "" }
    : claim;
}

/** Whether the same owner holds its lease for longer than it did. */
const isRenewed = (
  before: Pick<StoredConfiguration, "owner"> | null,
  now: ConfigurationOwner,
): boolean =>
  before?.owner.holder === now.holder && now.until > before.owner.until && now.idleMs === 0;

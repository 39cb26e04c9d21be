import type { Result } from "../result.ts";
import type { SourceDefinition } from "../settings/definitions.ts";
import type { KnownSource } from "./configuring.ts";

/** How ids are made of addresses, today and by the version before. */
export type IdRules = {
  readonly today: (address: string) => string;
  readonly former: (address: string) => string;
};

/** A source that is stored under a former id. */
export type Renaming = { readonly from: string; readonly to: string };

export type NamedSource = {
  readonly sources: readonly SourceDefinition[];
  /** Ids of sources that the feeds of the configuration name. */
  readonly inFeeds: readonly string[];
  readonly rules: IdRules;
};

/** What a decision about its id needs to know of a stored source. */
export type StoredName = Pick<KnownSource, "id" | "address">;

/** Gives stored sources other ids. */
export interface RenameStore {
  /**
   * In one write transaction: loads their names, asks `decide`, and renames in all that names a source. Articles and
   * entries keep their ids, and archives name the source by its new id.
   */
  rename(
    decide: (stored: readonly StoredName[], announced: readonly Renaming[]) => readonly Renaming[],
  ): Promise<void>;

  /**
   * Notes that the configuration is about to name a source otherwise: the next one that does so renames what is stored. The error is a
   * sentence: articles of another source are kept under the new id.
   */
  announce(renaming: Renaming): Promise<Result<null, string>>;

  /** Takes an announcement back. */
  recall(renaming: Renaming): Promise<void>;
}

/** The renamings that were announced and that the configuration has now. */
export const decideAnnounced = (
  stored: readonly StoredName[],
  announced: readonly Renaming[],
  sources: readonly Pick<SourceDefinition, "id">[],
): readonly Renaming[] => {
  const configured = new Set(sources.map(({ id }) => id));
  const known = new Set(stored.map(({ id }) => id));
  return announced.filter(
    ({ from, to }) =>
      known.has(from) && !known.has(to) && configured.has(to) && !configured.has(from),
  );
};

/**
 * Which stored sources get another id because the rule that makes ids of addresses has changed: those with the id of the
 * former rule, even if they left the configuration. An id that somebody wrote into the file stays: that of a configured
 * source, and one that feeds name while no configured source has the new id.
 */
export function decideRenamings(
  stored: readonly StoredName[],
  { sources, inFeeds, rules }: NamedSource,
): readonly Renaming[] {
  const configured = new Set(sources.map(({ id }) => id));
  const taken = new Set(stored.map(({ id }) => id));
  const renamings: Renaming[] = [];
  for (const { id, address } of stored) {
    if (configured.has(id) || !/^https?:/.test(address) || rules.former(address) !== id) continue;
    const to = rules.today(address);
    const isLost = inFeeds.includes(id) && !configured.has(to);
    if (taken.has(to) || isLost) continue;
    taken.add(to);
    renamings.push({ from: id, to });
  }
  return renamings;
}

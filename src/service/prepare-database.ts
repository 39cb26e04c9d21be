import type { StoreError } from "../adapters/store/engine/engine.ts";
import { databaseAt } from "../adapters/store/engine/engines.ts";
import { startLoop } from "../core/loop.ts";
import type { DatabaseName } from "../core/settings/database-name.ts";
import type { Io } from "./io.ts";
import type { Role } from "./roles/role.ts";
import { isChild } from "./start-roles.ts";

/**
 * Roles that serve readers before the database is checked, which reads it from end to end. The child of `all` checks it
 * before it begins, and a lone web process before it publishes.
 */
const CHECKED_LATER: readonly Role[] = ["all", "web"];

/** Makes the database, checks it and updates its schema. @returns why it cannot be used; `null` when it can. */
export async function prepareDatabase(
  name: DatabaseName,
  role: Role,
  io: Io,
): Promise<StoreError | null> {
  const prepared = isChild(io)
    ? await databaseAt(name).open({ mustExist: true })
    : await databaseAt(name).open({
        isChecked: CHECKED_LATER.includes(role),
        mustExist: false,
      });
  if (!prepared.ok) return prepared.error;
  await prepared.value.close();
  return null;
}

/**
 * Whether a role starts although the server of its database does not answer, and waits for it. A service that does all is started
 * by somebody who looks, and its child must not begin before the tables are there.
 */
export const waitsFor = ({ kind }: StoreError, role: Role): boolean =>
  kind === "away" && role !== "all";

export type DatabaseWaitOptions = {
  readonly prepare: () => Promise<StoreError | null>;
  readonly stopped: Promise<unknown>;
  /** Called when the server answers and its database cannot be used: with the reason, a sentence. */
  readonly onRefused: (message: string) => void;
};

const RETRY_MS = 1000;

/** Prepares the database as soon as its server answers. @returns whether it is prepared; `false`: refused, or stopped before. */
export function waitForDatabase({
  prepare,
  stopped,
  onRefused,
}: DatabaseWaitOptions): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const end = (refusal: string | null): void => {
    if (refusal !== null) onRefused(refusal);
    resolve(refusal === null);
  };
  const { stop } = startLoop({
    firstMs: RETRY_MS,
    async turn() {
      const error = await prepare();
      if (error?.kind === "away") return RETRY_MS;
      end(error?.message ?? null);
      return null;
    },
    onProblem: (cause) => end(String(cause)),
    retryMs: RETRY_MS,
  });
  void stopped.then(() => {
    resolve(false);
    return stop();
  });
  return promise;
}

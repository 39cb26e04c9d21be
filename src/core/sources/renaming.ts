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

/** Gives stored sources other ids. */
export interface RenameStore {
  /**
   * In one write transaction: loads what is known, asks `decide`, and renames in all that names a source. Articles and
   * entries keep their ids, and archives name the source by its new id.
   */
  rename(decide: (stored: readonly KnownSource[]) => readonly Renaming[]): Promise<void>;
}

/**
 * Which stored sources get another id, since ids are made of their addresses by another rule: those that bear the id
 * that the former rule gave them, also when they have left the configuration. An id that somebody wrote into the file stays: that
 * of a source, and that of a source which left and is known by nothing else in the feeds.
 */
export function decideRenamings(
  stored: readonly KnownSource[],
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

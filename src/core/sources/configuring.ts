import { asksForPages } from "../articles/needs-page.ts";
import { RIGHTS, type Rights } from "../rights/rights.ts";
import { pollingAddress, type SourceDefinition } from "../settings/definitions.ts";
import {
  isAtSamePlace,
  isDraftedAnew,
  readAnew,
  shortened,
  wantsOtherPages,
} from "./changed-definition.ts";
import { FRESH_STATE, type KeptState } from "./source-state.ts";

/** A source as it is stored. */
export type KnownSource = {
  readonly id: string;
  /** Where it was polled when its state was kept (`pollingAddress`). */
  readonly address: string;
  /** `null` when it has left the configuration. */
  readonly definition: SourceDefinition | null;
  /** Its present or last definition; `null` when none was noted. */
  readonly last: SourceDefinition | null;
  /** When its articles were taken out of publication (forgetting.ts); `null` when they were not. */
  readonly forgottenAt: number | null;
  readonly state: KeptState;
};

/** What becomes of a source that is in the configuration. */
export type ConfiguredSource = {
  readonly definition: SourceDefinition;
  readonly state: KeptState;
  /** Its document is read again as if nothing of it were known, or all files of its folder. */
  readonly isReadAnew: boolean;
  /** Pages of its items are no longer awaited. */
  readonly forgetsPages: boolean;
  /** Its articles are drafted again from what was received. */
  readonly isRedrafted: boolean;
  /** Its articles were forgotten, and are published again. */
  readonly isBack: boolean;
};

/** A source that is not in the configuration. */
export type LeftSource = { readonly id: string; readonly last: SourceDefinition | null };

/** The most that may be republished of a source's articles. */
export type Ceiling = { readonly sourceId: string; readonly rights: Rights };

export type ConfigurationIntent = {
  /** In the order of the configuration. */
  readonly configured: readonly ConfiguredSource[];
  readonly left: readonly LeftSource[];
  readonly ceilings: readonly Ceiling[];
  /** Publishing can see that something changed: names and rights of sources. */
  readonly isVisible: boolean;
};

export type Configuration = {
  /** In their order. */
  readonly sources: readonly SourceDefinition[];
  readonly now: number;
};

/**
 * What another configuration means for the sources that are stored.
 *
 * - A source at a new address starts afresh, but its articles stay known.
 * - A changed value that drafts are made with reaches the stored articles by a revision; lower rights apply at once.
 * - A source that left keeps its articles with their title and rights, and goes on where it stopped when it is back. When
 *   another source is polled at its address, it was renamed: its articles get the rights of that source, where these are lower.
 * - A changed order counts in later elections, and starts none.
 */
export function decideConfiguration(
  stored: readonly KnownSource[],
  { sources, now }: Configuration,
): ConfigurationIntent {
  const known = new Map(stored.map((source) => [source.id, source]));
  const after = new Map(sources.map((source) => [source.id, source]));
  const left = stored
    .filter(({ id }) => !after.has(id))
    .map(({ id, last }) => ({ id, last: underSuccessor(last, sources) }));
  const kept = [
    ...sources.filter(({ id }) => known.has(id)),
    ...left.flatMap(({ last }) => last ?? []),
  ];
  return {
    configured: sources.map((source) => configure(source, known.get(source.id), now)),
    left,
    ceilings: kept.map(({ id, rights }) => ({ sourceId: id, rights })),
    isVisible: stored.some(({ id, definition }) => !isSame(definition, after.get(id) ?? null)),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function configure(
  definition: SourceDefinition,
  known: KnownSource | undefined,
  now: number,
): ConfiguredSource {
  if (known === undefined) return { ...NEW, definition };
  const { last, forgottenAt } = known;
  const isReadAnew =
    isMoved(known, definition) || (last !== null && wantsOtherPages(last, definition));
  return {
    definition,
    state: stateOf(known, { definition, isReadAnew, now }),
    isReadAnew,
    forgetsPages: !asksForPages(definition),
    isRedrafted: last !== null && isDraftedAnew(last, definition),
    isBack: forgottenAt !== null,
  };
}

const NEW = {
  state: FRESH_STATE,
  isReadAnew: false,
  forgetsPages: false,
  isRedrafted: false,
  isBack: false,
};

const isMoved = ({ address }: KnownSource, definition: SourceDefinition): boolean =>
  address !== pollingAddress(definition);

type DefinitionChange = {
  readonly definition: SourceDefinition;
  readonly isReadAnew: boolean;
  readonly now: number;
};

function stateOf(known: KnownSource, { definition, isReadAnew, now }: DefinitionChange): KeptState {
  const { state } = known;
  if (isMoved(known, definition)) return atNewAddress(state);
  const beforeMs = known.definition?.everyMs ?? 0;
  const kept = isReadAnew ? readAnew(state) : state;
  return shortened(kept, { beforeMs, everyMs: definition.everyMs, now });
}

/** Its articles are published under its name until the document at the new address gives another. */
const atNewAddress = ({ title, siteUrl, firstIngestAt }: KeptState): KeptState => ({
  ...FRESH_STATE,
  title,
  siteUrl,
  firstIngestAt,
});

function underSuccessor(
  last: SourceDefinition | null,
  sources: readonly SourceDefinition[],
): SourceDefinition | null {
  const successor = sources.find((source) => last !== null && isAtSamePlace(source, last));
  if (last === null || successor === undefined) return last;
  const least = Math.min(RIGHTS.indexOf(last.rights), RIGHTS.indexOf(successor.rights));
  return { ...last, rights: RIGHTS[least] ?? last.rights };
}

import type { CompiledQuery, Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** What is read or written, as 32-bit numbers. Different things may have one number: a decision is then asked once more than needed. */
export type Footprint = {
  /** Meets another footprint that has one of these, too. */
  readonly tags: ReadonlySet<number>;
  /** Texts by their sampled keys. Meets another footprint with a text that shares as many of them as make it a candidate for comparison. */
  readonly texts: readonly (readonly number[])[];
};

/** What a decision read, and what its transaction will write. */
export type DecisionBasis = { readonly reads: Footprint; readonly writes: Footprint };

const NOTHING: Footprint = { tags: new Set(), texts: [] };

/** To be given by transactions that neither read nor write what decisions read. */
export const UNREAD_BY_DECISIONS: DecisionBasis = { reads: NOTHING, writes: NOTHING };

/** Tells an engine the basis; it has no text of SQL. */
export type BasisQuery = CompiledQuery & { readonly basis: () => DecisionBasis };

export const isBasis = (query: CompiledQuery): query is BasisQuery => "basis" in query;

/**
 * To be called between the decision and the first write of its transaction. An engine whose transactions can write side by side
 * with decisions compares what others have written since the transaction began to read, and throws `writeConflict` when the decision
 * read some of it. Without this call it does so whatever others have written that decisions read.
 *
 * @param basis is not called by an engine that does not need it.
 * @returns whether the transaction now sees what others wrote since: what it read before, but for `reads`, may have changed.
 */
export async function restOn(db: Kysely<Tables>, basis: () => DecisionBasis): Promise<boolean> {
  const query: BasisQuery = { ...NO_TEXT, basis };
  const { rows } = await db.executeQuery<{ readonly isLater: boolean }>(query);
  return rows[0]?.isLater === true;
}

const NO_TEXT = {
  sql: "",
  parameters: [],
  query: { kind: "RawNode", sqlFragments: [""], parameters: [] },
  queryId: { queryId: "basis" },
} as const satisfies CompiledQuery;

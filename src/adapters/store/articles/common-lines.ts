import { type Kysely, sql, type Transaction } from "kysely";
import type { LineSighting } from "../../../core/cleaning/repeated/learn-common.ts";
import { lineHash, wordsOfLine } from "../../../core/cleaning/repeated/line-hash.ts";
import type { CommonChanges } from "../../../core/intake/ingest-intent.ts";
import type { LearntLine } from "../../../core/orders/editor-port.ts";
import { ownerOf } from "../../../core/sources/source-owner.ts";
import { batches, inBatches } from "../batches.ts";
import { textOfJson } from "../engine/functions.ts";
import { excluded } from "../excluded.ts";
import type { CommonLineTable } from "../schema/common-line-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** Sightings that are kept of a source, the last ones: a line that stands in every article is always among them. */
const MAX_OF_SOURCE = 400;
/** Common lines that are kept, those that were seen last. Every draft gets all of them. */
const MAX_COMMON = 1000;

/** The sightings of these lines in all sources, at most two dozen of a line (core/cleaning/repeated/learn-common.ts). */
export async function loadSightings(
  db: Kysely<Tables>,
  hashes: readonly string[],
): Promise<readonly LineSighting[]> {
  const rows = await inBatches(new Set(hashes), (batch) =>
    db
      .selectFrom("line_sighting")
      .innerJoin("source", "source.id", "line_sighting.source_id")
      .select(["hash", "source_id", "stories", "first_at", "seen_at", KIND, URL_OF_SOURCE])
      .where("hash", "in", batch)
      .execute(),
  );
  return rows.map(({ hash, source_id: id, stories, first_at, seen_at, kind, url }) => ({
    hash,
    sourceId: id,
    owner: ownerOf(kind === "remote" && url !== null ? { kind, id, url } : { kind: "unknown", id }),
    stories: JSON.parse(stories) as string[],
    firstAt: first_at,
    seenAt: seen_at,
  }));
}

const DEFINITION = sql`coalesce(definition, last_definition)`;
const KIND = textOfJson(DEFINITION, "kind").as("kind");
const URL_OF_SOURCE = textOfJson(DEFINITION, "url").as("url");

/**
 * Hashes of common lines: `active` ones are taken out of articles now, `faded` ones were, and older articles lack them.
 */
export async function loadCommon(
  db: Kysely<Tables>,
): Promise<{ readonly active: readonly string[]; readonly faded: readonly string[] }> {
  const lines = db.selectFrom("common_line").select(["hash", "is_active"]);
  const rows = await lines.orderBy("hash").execute();
  const hashesOf = (isActive: number): readonly string[] =>
    rows.filter(({ is_active }) => is_active === isActive).map(({ hash }) => hash);
  return { active: hashesOf(1), faded: hashesOf(0) };
}

/** See EditorStore.commonLines. */
export async function newestCommon(
  db: Kysely<Tables>,
  limit: number,
): Promise<readonly LearntLine[]> {
  const rows = await db
    .selectFrom("common_line")
    .selectAll()
    .where("is_active", "=", 1)
    .orderBy("learned_at", "desc")
    .orderBy("hash")
    .limit(limit)
    .execute();
  return rows.map(toLearntLine);
}

/** See EditorStore.commonLinesAmong. */
export async function commonAmong(
  db: Kysely<Tables>,
  lines: readonly string[],
): Promise<ReadonlyMap<string, LearntLine>> {
  const hashes = new Map(lines.map((line) => [line, lineHash(wordsOfLine(line).join(" "))]));
  const rows = await inBatches(new Set(hashes.values()), (batch) =>
    db.selectFrom("common_line").selectAll().where("hash", "in", batch).execute(),
  );
  const known = new Map(rows.map((row) => [row.hash, toLearntLine(row)]));
  return new Map(
    [...hashes].flatMap(([line, hash]) => {
      const learnt = known.get(hash);
      return learnt === undefined ? [] : [[line, learnt] as const];
    }),
  );
}

const toLearntLine = ({ sample, owners, learned_at, until }: CommonLineTable): LearntLine => ({
  sample,
  owners,
  until,
  since: learned_at,
});

type SightingStamp = { readonly sourceId: string; readonly now: number };

export async function saveCommon(
  trx: Transaction<Tables>,
  { sightings, common }: CommonChanges,
  { sourceId, now }: SightingStamp,
): Promise<void> {
  if (sightings.length > 0) await saveSightings(trx, sightings, sourceId);
  for (const { hash, sample, owners, until } of common) {
    await trx
      .insertInto("common_line")
      .values({ hash, sample, owners, until, learned_at: now, is_active: 1 })
      .onConflict((conflict) =>
        conflict.column("hash").doUpdateSet({ owners, until, is_active: 1 }),
      )
      .execute();
  }
  if (sightings.length > 0) await forgetFaded(trx, now);
}

async function saveSightings(
  trx: Transaction<Tables>,
  sightings: readonly LineSighting[],
  sourceId: string,
): Promise<void> {
  const rows = sightings.map(({ hash, stories, firstAt, seenAt }) => ({
    hash,
    source_id: sourceId,
    stories: JSON.stringify(stories),
    first_at: firstAt,
    seen_at: seenAt,
  }));
  const renewed = excluded(["stories", "first_at", "seen_at"]);
  for (const batch of batches(rows)) {
    await trx
      .insertInto("line_sighting")
      .values(batch)
      .onConflict((conflict) => conflict.columns(["hash", "source_id"]).doUpdateSet(renewed))
      .execute();
  }
  await sql`DELETE FROM line_sighting WHERE source_id = ${sourceId} AND seen_at < (
    SELECT seen_at FROM line_sighting WHERE source_id = ${sourceId}
    ORDER BY seen_at DESC LIMIT 1 OFFSET ${MAX_OF_SOURCE})`.execute(trx);
}

async function forgetFaded(trx: Transaction<Tables>, now: number): Promise<void> {
  await sql`UPDATE common_line SET is_active = 0 WHERE is_active = 1 AND until < ${now}`.execute(
    trx,
  );
  await sql`DELETE FROM common_line WHERE until < (
    SELECT until FROM common_line ORDER BY until DESC LIMIT 1 OFFSET ${MAX_COMMON})`.execute(trx);
}

import { type Kysely, sql } from "kysely";
import type { RemovedBlock } from "../../../../../core/cleaning/clean-content.ts";
import {
  LEAD_WORDS,
  lineHash,
  wordsOfLine,
} from "../../../../../core/cleaning/repeated/line-hash.ts";
import {
  outlineFromBytes,
  outlineToBytes,
} from "../../../../../core/cleaning/repeated/outline-bytes.ts";
import { formerWordsOfLine, mayDiffer } from "./text-rules-1.ts";

/** New hashes of lines, by their hashes of version 1. */
type Renewed = ReadonlyMap<string, string>;

/**
 * Renews the hashes of lines in the outlines of a source's last articles and in its repeated blocks, source by source.
 */
export async function renewLines(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`SELECT source_id AS id FROM outline
    UNION SELECT source_id FROM repeated_block`.execute(db);
  for (const { id } of rows) {
    const renewed = renewedHashes(await linesOf(db, id));
    if (renewed.size === 0) continue;
    await renewOutlines(db, id, renewed);
    await renewKeys(db, id, renewed);
  }
}

/** The lines that the hashes may be of: lines of articles, lines that were taken out of them, and samples. */
async function linesOf(db: Kysely<unknown>, sourceId: string): Promise<readonly string[]> {
  const { rows: bodies } = await sql<{ text: string; removed: string }>`
    SELECT text, removed FROM article_body
    WHERE article_id IN (SELECT article_id FROM outline WHERE source_id = ${sourceId})`.execute(db);
  const { rows: samples } = await sql<{ sample: string }>`
    SELECT sample FROM repeated_block WHERE source_id = ${sourceId}`.execute(db);
  const removed = bodies.flatMap((each) => JSON.parse(each.removed) as readonly RemovedBlock[]);
  const texts = [
    ...bodies.map(({ text }) => text),
    ...removed.map(({ text }) => text),
    ...samples.map(({ sample }) => sample),
  ];
  return texts.filter(mayDiffer).flatMap((text) => text.split("\n"));
}

/** A line has two hashes: of all its words, and of the first LEAD_WORDS. */
function renewedHashes(lines: readonly string[]): Renewed {
  const renewed = new Map<string, string>();
  for (const line of new Set(lines)) {
    const [former, present] = [formerWordsOfLine(line), wordsOfLine(line)];
    for (const end of [undefined, LEAD_WORDS]) {
      const [before, now] = [former, present].map((words) => words.slice(0, end).join(" "));
      if (before !== undefined && now !== undefined && before !== now) {
        renewed.set(lineHash(before), lineHash(now));
      }
    }
  }
  return renewed;
}

async function renewOutlines(
  db: Kysely<unknown>,
  sourceId: string,
  renewed: Renewed,
): Promise<void> {
  const { rows } = await sql<{ id: string; blocks: Uint8Array }>`
    SELECT article_id AS id, blocks FROM outline WHERE source_id = ${sourceId}`.execute(db);
  for (const { id, blocks } of rows) {
    const outline = outlineFromBytes(blocks).map((line) => ({
      ...line,
      hash: renewed.get(line.hash) ?? line.hash,
      lead: line.lead === null ? null : (renewed.get(line.lead) ?? line.lead),
    }));
    await sql`UPDATE outline SET blocks = ${Buffer.from(outlineToBytes(outline))}
      WHERE article_id = ${id}`.execute(db);
  }
}

async function renewKeys(db: Kysely<unknown>, sourceId: string, renewed: Renewed): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM repeated_block WHERE source_id = ${sourceId}`.execute(db);
  for (const { key } of rows) {
    const [zone, kind, hash = ""] = key.split(":");
    const now = renewed.get(hash);
    if (now === undefined) continue;
    await sql`UPDATE OR REPLACE repeated_block SET key = ${`${zone}:${kind}:${now}`}
      WHERE source_id = ${sourceId} AND key = ${key}`.execute(db);
  }
}

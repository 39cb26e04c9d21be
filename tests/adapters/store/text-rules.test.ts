import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { unpackBody } from "../../../src/adapters/store/articles/body-bytes.ts";
import { BODY_COLUMNS } from "../../../src/adapters/store/articles/body-columns.ts";
import { renewTexts } from "../../../src/adapters/store/engine/sqlite/migrations/0015-one-text.ts";
import {
  formerTokensByLine,
  formerWordsOfLine,
} from "../../../src/adapters/store/engine/sqlite/migrations/text-rules-1.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { lineHash, wordsOfLine } from "../../../src/core/cleaning/repeated/line-hash.ts";
import type { Outline } from "../../../src/core/cleaning/repeated/outline.ts";
import { outlineFromBytes } from "../../../src/core/cleaning/repeated/outline-bytes.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { TEXT_RULES } from "../../../src/core/text/rules.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../support/builders.ts";
import { settleYoung } from "../../support/indexed-keys.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openFile, poll, storesOn } from "./open-store.ts";

type Rules = {
  readonly tokens: (text: string) => readonly (readonly string[])[];
  readonly words: (line: string) => readonly string[];
};

const FORMER: Rules = { tokens: formerTokensByLine, words: formerWordsOfLine };
const PRESENT: Rules = { tokens: tokensByLine, words: wordsOfLine };

const FOOTER = "Læs også vore søstre på øen og følg dem";
const DANISH = `Øerne får én færge til efter års ørkesløs køen, sagde færgeselskabet søndag aften.
Den første båd sejler på lørdag, den næste først når værftet er færdigt med sit arbejde.
${FOOTER}`;
const KOREAN =
  "서울에서 새로운 다리가 열렸다 시민들은 네 해 만에 다시 강을 건넌다고 말했다 관계자는 밝혔다";
const ENGLISH = "After four years the bridge over the Halm carries walkers again, said the mayor.";

function draftBy({ tokens, words }: Rules, key: string, text: string): ArticleDraft {
  const paragraphs = tokens(text);
  const outline: Outline = text.split("\n").map((line) => ({
    hash: lineHash(words(line).join(" ")),
    lead: lineHash(words(line).slice(0, 6).join(" ")),
    ...{ digits: 0, words: words(line).length, traits: 0 },
  }));
  return aDraft({
    ...{ key, text, contentHtml: `<p>${text}</p>`, title: `Title of ${key}`, outline },
    tokenCount: paragraphs.flat().length,
    textHash: createHash("sha256").update(paragraphs.flat().join(" ")).digest("base64url"),
    fingerprint: fingerprintOf(paragraphs),
  });
}

const TEXTS = { danish: DANISH, korean: KOREAN, english: ENGLISH };

const draftsBy = (rules: Rules): readonly ArticleDraft[] =>
  Object.entries(TEXTS).map(([key, text]) => draftBy(rules, `https://valley.example/${key}`, text));

const keyBy = ({ words }: Rules): string => `tail:exact:${lineHash(words(FOOTER).join(" "))}`;

const SOURCES = [aRemote(), aRemote({ id: "hill", url: "https://hill.example/feed" })];

/** A database that version 1 of the text rules wrote, brought up to date. */
async function upgraded() {
  const file = join(temporaryFolder(), "offprint.db");
  const before = await openFile(file);
  const { ingest } = storesOn(before.db);
  await ingest.configure(SOURCES, NOW);
  await poll(ingest, { source: "valley", drafts: draftsBy(FORMER) });
  await before.db
    .insertInto("repeated_block")
    .values({
      ...{ source_id: "valley", key: keyBy(FORMER), sample: FOOTER },
      ...{ learned_at: NOW, retired_at: null },
    })
    .execute();
  await settleYoung(before.db);
  await before.close();
  const { db } = await openFile(file);
  await renew(db);
  return { db, ...storesOn(db) };
}

/** Migrates as if it had not been done yet, with bodies as that migration finds them. */
async function renew(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom("setting").where("name", "=", "text-rules").execute();
  const rows = await db
    .selectFrom("item_raw")
    .leftJoin("article_body", "article_body.article_id", "item_raw.article_id")
    .select(["item_raw.article_id", ...BODY_COLUMNS])
    .execute();
  // A temporary table comes before one of the same name.
  await sql`CREATE TEMP TABLE article_body (article_id, text, removed)`.execute(db);
  for (const { article_id, ...body } of rows) {
    const { text, removed } = unpackBody(body);
    await sql`INSERT INTO temp.article_body VALUES (${article_id}, ${text}, ${JSON.stringify(removed)})`.execute(
      db,
    );
  }
  await renewTexts(db as never);
  await sql`DROP TABLE temp.article_body`.execute(db);
}

describe("a database of other text rules", () => {
  it("says by which rules its texts are taken apart", async () => {
    const { db } = await upgraded();
    const setting = db.selectFrom("setting").select("value").where("name", "=", "text-rules");
    expect(await setting.executeTakeFirst()).toEqual({ value: String(TEXT_RULES) });
  });

  it("has hashes and fingerprints as drafts have them now", async () => {
    const { db } = await upgraded();
    const rows = await db
      .selectFrom("article")
      .innerJoin("fingerprint", "fingerprint.article_id", "article.id")
      .select(["key", "text_hash", "token_count", "tokens", "blocks"])
      .orderBy("key")
      .execute();
    const expected = draftsBy(PRESENT).map(({ key, textHash, tokenCount, fingerprint }) => ({
      ...{ key, text_hash: textHash, token_count: tokenCount },
      tokens: Buffer.from(fingerprint.tokens.buffer),
      blocks: Buffer.from(fingerprint.blocks.buffer),
    }));
    expect(rows).toEqual(expected.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    const former = draftsBy(FORMER).map(({ textHash }) => textHash);
    expect(draftsBy(PRESENT).filter(({ textHash }) => former.includes(textHash))).toHaveLength(1);
  });

  it("knows copies of its texts", async () => {
    const { ingest } = await upgraded();
    const drafts = Object.entries(TEXTS).map(([key, text]) =>
      draftBy(PRESENT, `https://hill.example/${key}`, `${text}\nAnd so on`),
    );
    const { counts } = await poll(ingest, { source: "hill", drafts, now: NOW + HOUR });
    expect(counts).toMatchObject({ new: 3, merged: 3 });
  });

  it("knows the lines that a source repeats, and those of its last articles", async () => {
    const { db, ingest } = await upgraded();
    expect((await ingest.repeatedBlocks("valley")).active).toEqual([keyBy(PRESENT)]);
    const rows = await db.selectFrom("outline").select(["article_id", "blocks"]).execute();
    const outlines = new Map(rows.map((row) => [row.article_id, outlineFromBytes(row.blocks)]));
    for (const { key, outline } of draftsBy(PRESENT)) {
      expect(outlines.get(`valley/${key}`)).toEqual(outline);
    }
  });

  it("takes a lead of equal text for no news", async () => {
    const { db } = await upgraded();
    const rows = await db.selectFrom("cluster").select("face").execute();
    const hashes = rows.map(({ face }) => JSON.parse(face ?? "{}").textHash);
    const expected = draftsBy(PRESENT).map(({ textHash }) => textHash);
    expect(hashes.toSorted()).toEqual(expected.toSorted());
  });

  it("keeps what a withdrawn text is found by when its publisher replaced it", async () => {
    const { db } = await upgraded();
    const print = { tokens: Buffer.from([1, 0, 0, 0]) };
    await db.updateTable("fingerprint").set(print).execute();
    await renew(db);
    const rows = await db.selectFrom("fingerprint").select("tokens").execute();
    expect(rows).toEqual(rows.map(() => print));
  });
});

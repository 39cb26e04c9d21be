import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { createHealStore } from "../../../../../src/adapters/store/stories/heal-store.ts";
import { decideHealing } from "../../../../../src/core/stories/healing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../../support/builders.ts";
import { READABLE_IDS } from "../../../../support/known-model.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";
import { openNew, poll, storesOn } from "../../open-store.ts";

/** Tables that have more rows with each article. */
const GROWING =
  "article article_body item_raw cluster cluster_member fingerprint sample_key block outline archive_entry".split(
    " ",
  );
/** The lengths to which lists are padded (batches.ts): the way that SQLite chooses changes with the length. */
const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128, 200];
/** Goes through its rows in the order that is asked for, and stops at its LIMIT. */
const IN_ORDER = /^SCAN cluster USING INDEX cluster_by_entry$/;

/** The steps by which SQLite carries out a statement. Without statistics they do not depend on what is stored. */
function stepsOf(database: Database.Database, statement: string): readonly string[] {
  const parameters = Array.from(statement.matchAll(/\?/g), () => null);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters);
  return (rows as { detail: string }[]).map(({ detail }) => detail);
}

/** A statement with lists of each length. */
const withLists = (statement: string): readonly string[] =>
  LENGTHS.map((length) =>
    statement.replaceAll(/\bin \(\?(?:, \?)*\)/gi, `in (${Array(length).fill("?").join(", ")})`),
  );

/** `null` where a step goes through a subquery. */
function tableOf(name: string, statement: string): string | null {
  if (new RegExp(`\\) as "?${name}"?`, "i").test(statement)) return null;
  return new RegExp(`(?:from|join|,) "?(\\w+)"? as "?${name}"?`, "i").exec(statement)?.[1] ?? name;
}

function goesThroughAll(step: string, statement: string): boolean {
  // An automatic index is made of all rows, for one statement.
  const name = /^(?:SCAN|SEARCH(?= \w+ USING AUTOMATIC)) (\w+)/.exec(step)?.[1];
  // SQLite names so the table of an upsert, too, of which it looks up one row.
  if (name === undefined || /^\s*insert into \S+ \(.*\) values/i.test(statement)) return false;
  return GROWING.includes(tableOf(name, statement) ?? "") && !IN_ORDER.test(step);
}

it("no statement of polls, comparisons and feeds goes through all articles", async () => {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  onTestFinished(() => prepare.mockRestore());
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const { ingest, publish } = storesOn(db);
  await ingest.configure([aRemote({ id: "valley" }), aRemote({ id: "hill" })], NOW);
  prepare.mockClear();

  const drafts = Array.from({ length: 3 }, (_, n) =>
    aDraft({ key: `tag:${n}`, text: `Text ${n}`, publishedAt: NOW - n * HOUR }),
  );
  for (const source of ["valley", "hill"]) await poll(ingest, { source, drafts });
  const corrected = drafts.map((draft) => ({ ...draft, contentHash: "corrected" }));
  await poll(ingest, { source: "hill", drafts: corrected, now: NOW + HOUR });
  await createHealStore(db).heal({ limit: 10, everyMs: 0, now: NOW + HOUR }, (known, ids) =>
    decideHealing(known, ids, READABLE_IDS.fallbackEntryId),
  );
  for (const sources of [[], ["hill"]]) await publish.entries({ sources, after: null, limit: 10 });

  const asked = prepare.mock.calls.map(([statement]) => statement);
  const statements = asked.filter((each) => /^\s*(select|insert|update|delete|with)\b/i.test(each));
  expect(statements.length).toBeGreaterThan(30);
  const database = new Database(file, { readonly: true });
  onTestFinished(() => void database.close());
  const scans = statements.flatMap(withLists).flatMap((statement) =>
    stepsOf(database, statement)
      .filter((step) => goesThroughAll(step, statement))
      .map((step) => `${step}: ${statement.replaceAll("?, ", "")}`),
  );
  expect([...new Set(scans)]).toEqual([]);
});

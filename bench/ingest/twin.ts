/**
 * The naive twin: what one writes in an afternoon from the packages that Offprint, too, stands on. Fetches, parses
 * with rss-parser, inserts or ignores by guid into SQLite on disk; no cleaning, no duplicates, no language, no corrections.
 * Its mode `parse` only fetches and parses: the third program of the bench.
 *
 *     node bench/ingest/twin.ts ingest|parse LIST.json DATABASE
 *
 * LIST.json is an array of addresses. Prints `{items, new, unchanged}`: items read, items inserted, feeds answered by 304.
 */
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
// Such a program serves, too: what that loads counts for its start and its memory.
import "express";
import "feed";
import "node-cron";
import Parser from "rss-parser";

type Outcome = { items: number; new: number; unchanged: number };
type Item = {
  readonly guid: string;
  readonly title: string;
  readonly link: string;
  readonly date: string;
  readonly content: string;
};

const FETCHES_IN_FLIGHT = 16; // as Offprint's ingest.concurrency

const [mode = "", list = "", path = ""] = process.argv.slice(2);
const urls = JSON.parse(readFileSync(list, "utf8")) as string[];
const parser = new Parser();
const outcome: Outcome = { items: 0, new: 0, unchanged: 0 };
const store = mode === "ingest" ? openStore(path) : null;
const waiting = [...urls];
await Promise.all(Array.from({ length: FETCHES_IN_FLIGHT }, work));
store?.close();
process.stdout.write(`${JSON.stringify(outcome)}\n`);

async function work(): Promise<void> {
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) await poll(url);
}

async function poll(url: string): Promise<void> {
  const etag = store?.etagOf(url);
  const response = await fetch(url, etag ? { headers: { "If-None-Match": etag } } : {});
  const text = await response.text();
  if (response.status === 304) outcome.unchanged += 1;
  if (response.status !== 200) return;
  const items = (await parser.parseString(text)).items.map(
    ({ guid = "", title = "", link = "", isoDate = "", ...rest }): Item => ({
      guid,
      title,
      link,
      date: isoDate,
      content: String(rest["content:encoded"] ?? ""),
    }),
  );
  outcome.items += items.length;
  outcome.new += store?.save(url, items, response.headers.get("etag")) ?? 0;
}

type Store = {
  readonly etagOf: (url: string) => string | null;
  /** @returns how many items were new. */
  readonly save: (url: string, items: readonly Item[], etag: string | null) => number;
  readonly close: () => void;
};

function openStore(file: string): Store {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.exec(`
    CREATE TABLE IF NOT EXISTS source (url TEXT PRIMARY KEY, etag TEXT);
    CREATE TABLE IF NOT EXISTS item (guid TEXT PRIMARY KEY, title TEXT, link TEXT, date TEXT, content TEXT);
  `);
  const find = db.prepare<[string], { etag: string | null }>(
    "SELECT etag FROM source WHERE url = ?",
  );
  const insert = db.prepare(
    "INSERT OR IGNORE INTO item VALUES (@guid, @title, @link, @date, @content)",
  );
  const remember = db.prepare("INSERT OR REPLACE INTO source VALUES (?, ?)");
  const save = db.transaction((url: string, items: readonly Item[], etag: string | null) => {
    remember.run(url, etag);
    return items.reduce((count, item) => count + insert.run(item).changes, 0);
  });
  return { etagOf: (url) => find.get(url)?.etag ?? null, save, close: () => db.close() };
}

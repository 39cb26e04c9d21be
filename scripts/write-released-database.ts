import { mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import packageJson from "../package.json" with { type: "json" };
import { CONFIGURATION, ROUNDS, SOURCES_OPML } from "../tests/support/released/invented-sources.ts";
import { layFiles, saveRelease } from "../tests/support/released/release.ts";
import { openReleaseDesk, type ReleaseDesk } from "../tests/support/released/release-desk.ts";
import { shiftClock } from "../tests/support/released/shift-clock.ts";
import { createNetwork, type Sites } from "../tests/support/released/sites.ts";

/*
 * node scripts/write-released-database.ts
 *
 * Lets this version live for three days on invented sources, and keeps its database with all that it takes to go
 * on: tests/fixtures/databases/VERSION.json.br. Run it once, when a version is released; the file never changes again.
 */

const HOUR = 3_600_000;
const FIRST_DAY = Date.UTC(2026, 10, 27, 5);

const folder = mkdtempSync(join(tmpdir(), "offprint-release-"));
let sites: Sites = {};
const desk = openReleaseDesk(
  folder,
  createNetwork(() => sites),
);
const files = { "offprint.yaml": CONFIGURATION, "sources.opml": SOURCES_OPML };
layFiles(files, folder);

let documents: ReadonlyMap<string, string> = new Map();
for (const [day, round] of ROUNDS.entries()) {
  const now = FIRST_DAY + day * 24 * HOUR;
  const takeBack = shiftClock(now);
  sites = round.sites;
  layFiles(round.files, folder);
  for (const name of Object.keys(round.files)) {
    utimesSync(join(folder, name), new Date(FIRST_DAY - HOUR), new Date(FIRST_DAY - HOUR));
  }
  for (const report of await desk.poll()) console.log(JSON.stringify(report));
  await desk.publish();
  if (day === 1) await edit(desk);
  documents = await desk.publish();
  takeBack();
}

const writtenAt = FIRST_DAY + (ROUNDS.length - 1) * 24 * HOUR + HOUR;
const written = saveRelease({
  ...{ version: packageJson.version, writtenAt, sites },
  files: { ...files, ...ROUNDS.at(-1)?.files },
  documents: Object.fromEntries(documents),
  database: readDatabase(join(folder, "offprint.db")).toString("base64"),
});
rmSync(folder, { recursive: true });
console.log(`Written: ${written.pathname}`);

/** What an editor does: a text is withdrawn, two are one, a line stays. */
async function edit({ order }: ReleaseDesk): Promise<void> {
  const articles = (await order("articles", "--json")).trim().split("\n");
  const idOf = (title: string): string => {
    const found = articles
      .map((line) => JSON.parse(line) as { id: string; title: string })
      .find((article) => article.title === title);
    if (found === undefined) throw new Error(`There is no article "${title}".`);
    return found.id;
  };
  await order("withdraw", idOf("Market moved"), "--reason", "It was not moved.");
  await order("clusters", "merge", idOf("Apples"), idOf("Snow"));
  await order("removed", idOf("A bridge with everything"), "--keep", "1");
}

/** One file without a log beside it, as small as it can be. */
function readDatabase(file: string): Buffer {
  const database = new Database(file);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.exec("VACUUM");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  return readFileSync(file);
}

/*
 * Time of reading pages, beside what Readability takes on linkedom, the usual way to read them: their ratio says what
 * ours costs, on a busy machine too.
 *
 *   node scripts/measure-page-reader.ts FOLDER [--rounds N]
 *
 * FOLDER holds pages (.html, .htm, .html.gz), also in folders below; 2,000 are read at most.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { DOMParser } from "linkedom";
import { detectLanguage } from "../src/adapters/language.ts";
import type { PageDocument } from "../src/adapters/page-reader/dom.ts";
import { extractArticle } from "../src/adapters/page-reader/extract-article.ts";
import { preparePage } from "../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../src/core/cleaning/exceptions.ts";

const KINDS = ["whole", "bare"] as const;
type Kind = (typeof KINDS)[number];

const MAX_PAGES = 2_000;
const WARM_UP = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "1" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("usage: node scripts/measure-page-reader.ts FOLDER [--rounds N]");
  process.exit(2);
}

const names = globSync("**/*.{html,htm,html.gz}", { cwd: folder }).sort().slice(0, MAX_PAGES);
const readPage = createReadPage({ detectLanguage });
const times = { whole: [] as number[], bare: [] as number[] };
/** Of the processor, in microseconds: unlike the clock's, it hardly depends on what else runs. */
const work = { whole: 0, bare: 0 };

for (const kind of KINDS) for (const name of names.slice(0, WARM_UP)) measure(kind, name);
for (const list of Object.values(times)) list.length = 0;
Object.assign(work, { whole: 0, bare: 0 });
// One kind after the other: each pays for its own garbage.
for (let round = 0; round < Number(values.rounds); round++)
  for (const kind of KINDS) for (const name of names) measure(kind, name);
report();

function measure(kind: Kind, name: string): void {
  const bytes = bytesOf(name);
  const html = new TextDecoder().decode(bytes);
  const parse = (): unknown => new DOMParser().parseFromString(html, "text/html");
  const document = { bytes, contentType: null, url: "https://page.example/article" };
  if (kind === "bare") time(kind, () => extractArticle(parse() as PageDocument));
  else time(kind, () => readPage({ url: document.url, html: preparePage(document) }, NO_CLEANUP));
}

function bytesOf(name: string): Uint8Array {
  const bytes = readFileSync(join(folder ?? "", name));
  return name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

function time(kind: Kind, task: () => unknown): void {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  task();
  const { user, system } = process.cpuUsage(before);
  times[kind].push(performance.now() - startedAt);
  work[kind] += user + system;
}

function report(): void {
  const at = (list: readonly number[], share: number): string =>
    (list.toSorted((a, b) => a - b)[Math.floor(share * list.length)] ?? 0).toFixed(1);
  for (const [kind, list] of Object.entries(times)) {
    console.log(`${kind.padEnd(5)} p50 ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms`);
  }
  const each = (kind: Kind): string => (work[kind] / 1000 / times[kind].length).toFixed(1);
  const ratio = (work.whole / work.bare).toFixed(2);
  console.log(
    `${names.length} pages: ${each("whole")} ms of the processor, bare ${each("bare")}, ratio ${ratio}`,
  );
}

/**
 * What the comparison costs an article, and that it does not grow with the corpus: on texts of 280 words of
 * which one in five is an edited copy of one of the last day, from 1,000 articles a day, 50 a poll.
 *
 *     node scripts/measure-similarity-cost.ts [ARTICLES-STORED…]       (5000 100000)
 *
 * Prints microseconds of CPU (all threads of this process) an article for the 2,000 articles after each number
 * stored: of the way from clean text to committed transaction, and how much of it is the
 * comparison: the difference to a second store, which gets the same articles without fingerprints, in turns.
 */
import type { ArticleDraft } from "../src/core/articles/article-draft.ts";
import { fingerprintOf, NO_FINGERPRINT } from "../src/core/similarity/fingerprint.ts";
import { tokensByLine } from "../src/core/text/tokens.ts";
import { editText, generateText, seeded } from "../tests/support/generated-texts.ts";
import { draftOf, openScratchStore, type Text } from "./scratch-store.ts";

const WORDS = 280;
const A_DAY = 1000;
const A_POLL = 50;
const MEASURED = 2000;
const COPIES = 0.2;
const DAY_MS = 86_400_000;
const SOURCES = Array.from({ length: 24 }, (_, index) => `source-${index}`);
const START = Date.UTC(2026, 0, 1);

const stored = process.argv.slice(2).map(Number);
const marks = stored.length > 0 ? stored : [5000, 100_000];
const random = seeded(1);
const store = await openScratchStore(SOURCES);
const plain = await openScratchStore(SOURCES);
const recent: string[] = [];
let count = 0;
let first = 0;

for (const mark of marks) {
  while (count < mark) await poll();
  const spent = { all: 0, plain: 0 };
  for (const end = count + MEASURED; count < end; ) {
    const cost = await poll();
    spent.all += cost.all / MEASURED;
    spent.plain += cost.plain / MEASURED;
  }
  const compared = spent.all - spent.plain;
  if (first === 0) first = compared;
  const times = (compared / first).toFixed(2);
  process.stdout.write(
    `${mark} stored: ${spent.all.toFixed(0)} µs an article, ${compared.toFixed(0)} of them for the comparison (${times}×)\n`,
  );
}
const merged = count - (await store.clusters()).length;
process.stdout.write(`${merged} of ${count} articles joined others\n`);
await store.close();
await plain.close();

async function poll(): Promise<{ readonly all: number; readonly plain: number }> {
  const texts = Array.from({ length: A_POLL }, nextText);
  const source = SOURCES[Math.floor(random() * SOURCES.length)] ?? "";
  const now = START + (count / A_DAY) * DAY_MS;
  const all = await cpuTimeOf(() => {
    const drafts = texts.map((text) => draftOf(source, text));
    return store.ingest(source, drafts, now);
  });
  const bare = texts.map((text) => withoutFingerprint(draftOf(source, text)));
  const fingerprinting = await cpuTimeOf(async () => {
    for (const { text } of texts) fingerprintOf(tokensByLine(text));
  });
  const ingesting = await cpuTimeOf(() => plain.ingest(source, bare, now));
  const drafting = await cpuTimeOf(async () => {
    for (const text of texts) draftOf(source, text);
  });
  return { all, plain: ingesting + drafting - fingerprinting };
}

function withoutFingerprint(draft: ArticleDraft): ArticleDraft {
  return { ...draft, fingerprint: NO_FINGERPRINT };
}

/** In microseconds. */
async function cpuTimeOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function nextText(): Text {
  const original = recent[Math.floor(random() * recent.length)];
  const isCopy = original !== undefined && random() < COPIES;
  const text = isCopy ? editText(random, original) : generateText(random, WORDS);
  if (!isCopy) recent.push(text);
  if (recent.length > A_DAY) recent.shift();
  count += 1;
  const publishedAt = START + (count / A_DAY) * DAY_MS;
  return { key: `key-${count}`, title: text.slice(0, 60), text, publishedAt };
}

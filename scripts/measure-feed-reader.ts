/**
 * How fast feeds are read, beside bare rss-parser: three generated feeds of 5 MB with 1,000 items, their
 * content in CDATA, escaped, and as Atom.
 *
 *     node scripts/measure-feed-reader.ts [ROUNDS]       (7)
 *
 * Prints megabytes a second, bytes to items, of the median round, and the ratio of the two; exits with 1
 * when one is below 0.4. Each reader has a thread of its own, because ours takes rss-parser's snippet code
 * away; they read in turns, so that a busy machine slows both.
 */
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import Parser from "rss-parser";
import { generateText, seeded } from "../tests/support/generated-texts.ts";

const ITEMS = 1000;
const ITEM_BYTES = 5_000;
const random = seeded(1);
const FLOOR = 0.4;

type Reader = "ours" | "bare";

async function measure(rounds: number): Promise<void> {
  const workers = { ours: start("ours"), bare: start("bare") };
  for (const [name, feed] of Object.entries(feeds())) {
    const times: Record<Reader, number[]> = { ours: [], bare: [] };
    await timeOf(workers.ours, feed); // the first reading compiles
    await timeOf(workers.bare, feed);
    for (let round = 0; round < rounds; round += 1) {
      times.ours.push(await timeOf(workers.ours, feed));
      times.bare.push(await timeOf(workers.bare, feed));
    }
    report(name, feed.length, times);
  }
  await Promise.all([workers.ours.terminate(), workers.bare.terminate()]);
}

const start = (reader: Reader): Worker =>
  new Worker(new URL(import.meta.url), { workerData: reader });

async function timeOf(worker: Worker, feed: Buffer): Promise<number> {
  worker.postMessage(feed);
  const [{ ms, items }] = (await once(worker, "message")) as [{ ms: number; items: number }];
  if (items !== ITEMS) throw new Error(`${items} items were read`);
  return ms;
}

function report(name: string, bytes: number, times: Readonly<Record<Reader, number[]>>): void {
  const speed = (reader: Reader): number => bytes / 1000 / median(times[reader]);
  const ratio = speed("ours") / speed("bare");
  if (ratio < FLOOR) process.exitCode = 1;
  process.stdout.write(
    `${name.padEnd(8)} ${speed("ours").toFixed(1).padStart(5)} MB/s, bare rss-parser ${speed("bare").toFixed(1).padStart(5)} MB/s, ratio ${ratio.toFixed(2)}\n`,
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The side of a thread: reads what it is sent and says how long that took. */
async function answer(reader: Reader): Promise<void> {
  const read = reader === "ours" ? await ourReader() : bareReader();
  parentPort?.on("message", async (feed: Uint8Array) => {
    const startedAt = performance.now();
    const items = await read(feed);
    parentPort?.postMessage({ ms: performance.now() - startedAt, items });
  });
}

type Read = (bytes: Uint8Array) => Promise<number>;

async function ourReader(): Promise<Read> {
  const { readFeed } = await import("../src/adapters/feed-reader/read-feed.ts");
  return async (bytes) => {
    const url = "https://valley.example/feed";
    const result = readFeed({ bytes, contentType: "text/xml", url }, { items: ITEMS });
    return result.ok ? result.value.items.length : 0;
  };
}

function bareReader(): Read {
  const parser = new Parser();
  return async (bytes) => (await parser.parseString(new TextDecoder().decode(bytes))).items.length;
}

function feeds(): Readonly<Record<string, Buffer>> {
  const bodies = Array.from({ length: ITEMS }, (_, index) => bodyOf(index));
  const rss = (content: (html: string) => string): Buffer =>
    Buffer.from(
      `<rss version="2.0"><channel><title>Valley</title><link>https://valley.example/</link>${bodies
        .map(
          (html, index) =>
            `<item>${rssHead(index)}<description>${content(html)}</description></item>`,
        )
        .join("\n")}</channel></rss>`,
    );
  return {
    CDATA: rss((html) => `<![CDATA[${html}]]>`),
    escaped: rss(escapeMarkup),
    Atom: Buffer.from(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley</title>${bodies
        .map(
          (html, index) =>
            `<entry>${atomHead(index)}<content type="html">${escapeMarkup(html)}</content></entry>`,
        )
        .join("\n")}</feed>`,
    ),
  };
}

/** Paragraphs with a link each, as articles have them. */
function bodyOf(index: number): string {
  let html = "";
  for (let paragraph = 0; html.length < ITEM_BYTES; paragraph += 1) {
    const text = generateText(random, 60).replace(/\s+/g, " ");
    html += `<p>${text} <a href="https://valley.example/${index}/${paragraph}">More &amp; more</a></p>\n`;
  }
  return html;
}

const escapeMarkup = (html: string): string =>
  html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const rssHead = (index: number): string =>
  `<title>Story ${index}</title><link>https://valley.example/${index}</link><guid>https://valley.example/${index}</guid><pubDate>${new Date(index * 60_000).toUTCString()}</pubDate>`;

const atomHead = (index: number): string =>
  `<title>Story ${index}</title><id>urn:story:${index}</id><link href="https://valley.example/${index}"/><updated>${new Date(index * 60_000).toISOString()}</updated>`;

if (isMainThread) await measure(Number(process.argv[2] ?? 7));
else await answer(workerData as Reader);

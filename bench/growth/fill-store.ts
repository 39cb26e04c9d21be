/**
 * Stores articles with the numbers from FROM up to TO (not included), written by the store's own code: identity, duplicates
 * and keys included, without fetching and cleaning. The one program of the bench that knows what is inside.
 *
 *     node bench/growth/fill-store.ts DATABASE FROM TO
 */
import { draftOf, openStoreOf } from "../../scripts/scratch-store.ts";
import { writeArticle } from "../texts/write-article.ts";
import { GROWN_SOURCES } from "./grown-desk.ts";

/** As many as are stored in one transaction. */
const BATCH = 250;
/** Beyond those of the farm. */
const FIRST_NUMBER = 50_000_000;
/** News of a year, however many they are: the time between two articles follows from their number. */
const SPAN_MS = 365 * 24 * 3_600_000;

const [file = "", from = "0", to = "0"] = process.argv.slice(2);
const store = await openStoreOf(file, GROWN_SOURCES);
const now = Date.now();
for (let first = Number(from); first < Number(to); first += BATCH) {
  const source = GROWN_SOURCES[(first / BATCH) % GROWN_SOURCES.length] ?? "";
  const numbers = Array.from({ length: Math.min(BATCH, Number(to) - first) }, (_, n) => first + n);
  const drafts = numbers.map((number) => {
    const { title, paragraphs } = writeArticle(FIRST_NUMBER + number);
    const publishedAt = Math.round(now - SPAN_MS + (SPAN_MS * number) / Number(to));
    return draftOf(source, {
      key: `a${number}`,
      title,
      text: paragraphs.join("\n\n"),
      publishedAt,
    });
  });
  await store.ingest(source, drafts, now);
}
await store.close();
process.stdout.write("null");

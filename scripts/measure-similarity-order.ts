/**
 * That the order in which articles come hardly matters: labelled pairs are ingested in waves, as published and
 * then shuffled, each by sources in another order; precision, recall and F1 of each.
 *
 *     node scripts/measure-similarity-order.ts PAIRS.jsonl [SHUFFLES]  (5)
 *
 * A line of the file: {id, kind, same, publishedA, titleA, textA, publishedB, titleB, textB}. Without cleaning:
 * what share labels cost is not seen here.
 */
import { readFileSync } from "node:fs";
import { seeded } from "../tests/support/generated-texts.ts";
import { draftOf, openScratchStore, type Text } from "./scratch-store.ts";

type Pair = { readonly id: string; readonly same: boolean } & Readonly<Record<string, string>>;
type Sent = Text & { readonly source: string };

const SOURCES = 12;
const WAVES = 4;
const DAY_MS = 86_400_000;

const [file, shuffles = "5"] = process.argv.slice(2);
if (file === undefined)
  throw new Error("usage: measure-similarity-order.ts PAIRS.jsonl [SHUFFLES]");
const lines = readFileSync(file, "utf8").trim().split("\n");
const pairs = lines.map((line) => JSON.parse(line) as Pair);
const texts = pairs.flatMap((pair, index) => ["A", "B"].map((side) => textOf(pair, index, side)));
texts.sort((a, b) => a.publishedAt - b.publishedAt);
const now = (texts.at(-1)?.publishedAt ?? 0) + DAY_MS;

for (let run = 0; run <= Number(shuffles); run += 1) {
  const random = seeded(run);
  const shuffle = <T>(list: readonly T[]): readonly T[] =>
    run === 0
      ? list
      : list
          .map((value) => ({ value, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
  const scores = await score(shuffle(texts), shuffle);
  process.stdout.write(`${run === 0 ? "as published" : `shuffle ${run}`}: ${scores}\n`);
}

async function score(
  order: readonly Sent[],
  shuffle: <T>(list: readonly T[]) => readonly T[],
): Promise<string> {
  const sources = [...new Set(order.map(({ source }) => source))];
  const store = await openScratchStore(sources);
  const size = Math.ceil(order.length / WAVES);
  for (let wave = 0; wave < WAVES; wave += 1) {
    const sent = order.slice(wave * size, (wave + 1) * size);
    for (const source of shuffle(sources)) {
      const own = sent.filter((text) => text.source === source);
      await store.ingest(
        source,
        own.map((text) => draftOf(source, text)),
        now,
      );
    }
  }
  const clusters = await store.clusters();
  const clusterOf = new Map(
    clusters.flatMap(({ id, members }) => members.map(({ guid }) => [guid, id] as const)),
  );
  await store.close();
  return scoresOf((id) => clusterOf.get(`${id}#A`) === clusterOf.get(`${id}#B`));
}

function scoresOf(isMerged: (id: string) => boolean): string {
  const merged = pairs.filter(({ id }) => isMerged(id));
  const right = merged.filter(({ same }) => same).length;
  const precision = right / merged.length;
  const recall = right / pairs.filter(({ same }) => same).length;
  const f1 = (2 * precision * recall) / (precision + recall);
  const percent = (part: number): string => (100 * part).toFixed(2);
  return `precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`;
}

function textOf(pair: Pair, index: number, side: string): Sent {
  return {
    source: `source-${side.toLowerCase()}${index % SOURCES}`,
    key: `${pair.id}#${side}`,
    title: pair[`title${side}`] ?? "",
    text: pair[`text${side}`] ?? "",
    publishedAt: Date.parse(pair[`published${side}`] ?? ""),
  };
}

/**
 * The keys of one article, or the paragraphs that were seen in one cluster, as they are written at first: one after
 * another, each as 32-bit words. In the indexes (`sample_key`, `block`) each key and each paragraph would be written to
 * a page of its own.
 */
export type YoungRecord =
  | {
      readonly kind: "keys";
      readonly period: number;
      readonly fingerprintId: number;
      readonly values: Uint32Array;
    }
  | {
      readonly kind: "blocks";
      readonly period: number;
      /** The cluster's id in UTF-8, which most searches need not read. */
      readonly cluster: Uint8Array;
      readonly values: Uint32Array;
    };

/*
 * keys:   0, period, number of values, fingerprint id, values
 * blocks: bytes of the cluster id, period, number of values, the id in UTF-8 with zeros to a multiple of four, values
 */
const HEAD = 3;

export function recordWords(record: YoungRecord): Uint32Array {
  const { period, values } = record;
  if (record.kind === "keys") {
    return Uint32Array.of(0, period, values.length, record.fingerprintId, ...values);
  }
  const { cluster } = record;
  const words = new Uint32Array(HEAD + Math.ceil(cluster.length / 4) + values.length);
  words.set([cluster.length, period, values.length]);
  new Uint8Array(words.buffer).set(cluster, HEAD * 4);
  words.set(values, words.length - values.length);
  return words;
}

/** Calls `see` for each record of these words. Values are views of them. */
export function eachRecord(words: Uint32Array, see: (record: YoungRecord) => void): void {
  eachPlace(words, (head, start, end) => see(recordAt(words, head, words.subarray(start, end))));
}

/**
 * Calls `see` for each record of these words with the places of its head and of its values, which end before `end`. Makes
 * nothing: a search goes past hundreds of records for each that it wants.
 */
export function eachPlace(
  words: Uint32Array,
  see: (head: number, values: number, end: number) => void,
): void {
  for (let at = 0; at < words.length; ) {
    const values = at + HEAD + Math.max(1, Math.ceil((words[at] ?? 0) / 4));
    const end = values + (words[at + 2] ?? 0);
    see(at, values, end);
    at = end;
  }
}

/** Calls `see` for each record that has wanted values, with these alone. */
export function eachWanted(
  words: Uint32Array,
  wanted: (kind: YoungKind, period: number) => ((value: number) => boolean) | undefined,
  see: (record: YoungRecord) => void,
): void {
  eachPlace(words, (head, start, end) => {
    const isWanted = wanted(words[head] === 0 ? "keys" : "blocks", words[head + 1] ?? 0);
    const values = isWanted && filtered(words, [start, end], isWanted);
    if (values) see(recordAt(words, head, values));
  });
}

/** `null` where none is wanted, as in nearly all records. */
function filtered(
  words: Uint32Array,
  [start, end]: readonly [number, number],
  isWanted: (value: number) => boolean,
): Uint32Array | null {
  for (let at = start; at < end; at++) {
    if (isWanted(words[at] ?? 0)) return words.subarray(at, end).filter(isWanted);
  }
  return null;
}

function recordAt(words: Uint32Array, head: number, values: Uint32Array): YoungRecord {
  const [idBytes, period] = [words[head] ?? 0, words[head + 1] ?? 0];
  if (idBytes === 0) {
    return { kind: "keys", period, fingerprintId: words[head + HEAD] ?? 0, values };
  }
  const cluster = new Uint8Array(words.buffer, words.byteOffset + (head + HEAD) * 4, idBytes);
  return { kind: "blocks", period, cluster, values };
}

export const clusterIdOf = (cluster: Uint8Array): string =>
  Buffer.from(cluster.buffer, cluster.byteOffset, cluster.byteLength).toString("utf8");

type YoungKind = YoungRecord["kind"];
type RecordOf<Kind extends YoungKind> = Extract<YoungRecord, { readonly kind: Kind }>;
export type YoungMatch<Kind extends YoungKind> = {
  readonly value: number;
  readonly record: RecordOf<Kind>;
};

/** The records of a kind that have wanted values, by period. */
export function youngOf<Kind extends YoungKind>(
  rows: readonly { readonly words: Uint32Array }[],
  wanted: ReadonlyMap<number, ReadonlySet<number>>,
  kind: Kind,
): ReadonlyMap<number, readonly YoungMatch<Kind>[]> {
  const mayBe = filterOf(wanted);
  const found = new Map([...wanted.keys()].map((period) => [period, [] as YoungMatch<Kind>[]]));
  const tests = new Map(
    [...wanted].map(([period, values]) => [
      period,
      (value: number): boolean => mayBe[value & FILTER] === 1 && values.has(value),
    ]),
  );
  for (const { words } of rows) {
    eachWanted(
      words,
      (each, period) => (each === kind ? tests.get(period) : undefined),
      (record) => {
        for (const value of record.values) {
          found.get(record.period)?.push({ value, record: record as RecordOf<Kind> });
        }
      },
    );
  }
  return found;
}

/** Lower bits of a value. Most values are not wanted, and a look into a list tells that sooner than one into a set. */
const FILTER = 0xffff;

function filterOf(wanted: ReadonlyMap<number, ReadonlySet<number>>): Uint8Array {
  const filter = new Uint8Array(FILTER + 1);
  for (const values of wanted.values()) for (const value of values) filter[value & FILTER] = 1;
  return filter;
}

import type { JournalLine } from "../../core/entries/static-files.ts";
import type { BucketClient } from "./bucket-client.ts";
import { headLine, readHead, writeLine } from "./journal-lines.ts";

/** The journal of a bucket: objects cannot be added to, so it lies there in parts. */
export type BucketJournal = {
  /** The text of the journal from its head on; `null` where there is none. */
  readonly read: (keys: readonly string[]) => Promise<string | null>;
  readonly begin: (desk: string, prefix: string) => Promise<void>;
  readonly note: (lines: readonly JournalLine[]) => Promise<void>;
  readonly compact: (lines: readonly JournalLine[]) => Promise<void>;
};

/** Parts that are joined to one, so that reading them stays quick. */
const MOST_PARTS = 100;
/** Parts that are read at a time. */
const READ = 16;
const HEADERS = { "Content-Type": "application/jsonl", "Cache-Control": "no-store" };

type JournalState = {
  readonly client: Pick<BucketClient, "put" | "text" | "remove">;
  readonly folder: string;
  head: string;
  /** The number of the newest part. */
  last: number;
  /** Small parts after the last joined one, the oldest first. */
  small: { readonly key: string; readonly text: string }[];
  /** Keys of all others. */
  large: string[];
};

/** @param folder where its parts lie: keys begin so. */
export function createBucketJournal(client: BucketClient, folder: string): BucketJournal {
  const state: JournalState = { client, folder, head: "", last: 0, small: [], large: [] };
  return {
    read: (keys) => read(state, keys),
    begin: (desk, prefix) => {
      state.head = headLine(desk, prefix);
      return restart(state, []);
    },
    note: (lines) => note(state, lines),
    compact: (lines) => restart(state, lines),
  };
}

/** A part that begins with a head stands for all before it: what was left of those is to be removed. */
async function read(state: JournalState, keys: readonly string[]): Promise<string | null> {
  const parts = keys.filter((key) => key.startsWith(state.folder)).toSorted();
  if (parts.length === 0) return null;
  const texts: string[] = [];
  for (let start = 0; start < parts.length; start += READ) {
    texts.push(...(await Promise.all(parts.slice(start, start + READ).map(state.client.text))));
  }
  const from = Math.max(
    0,
    texts.findLastIndex((text) => readHead(text) !== null),
  );
  state.head = texts[from]?.split("\n", 1)[0] ?? "";
  state.large = [...parts];
  state.last = Number(/(\d+)\.jsonl$/.exec(parts.at(-1) ?? "")?.[1] ?? 0);
  return texts.slice(from).join("\n");
}

const textOf = (lines: readonly JournalLine[]): string => lines.map(writeLine).join("\n");

async function putPart(state: JournalState, text: string): Promise<string> {
  state.last += 1;
  const key = `${state.folder}${String(state.last).padStart(10, "0")}.jsonl`;
  await state.client.put(key, Buffer.from(text), HEADERS);
  return key;
}

async function note(state: JournalState, lines: readonly JournalLine[]): Promise<void> {
  const text = textOf(lines);
  state.small.push({ key: await putPart(state, text), text });
  if (state.small.length < MOST_PARTS) return;
  const [first, ...rest] = state.small;
  if (first === undefined) return;
  // In the place of the oldest: read once more after it, the others say the same again.
  const joined = state.small.map((part) => part.text).join("\n");
  await state.client.put(first.key, Buffer.from(joined), HEADERS);
  state.small = [];
  state.large.push(first.key);
  await removeAll(
    state,
    rest.map(({ key }) => key),
  );
}

/** A new beginning, then the end of all parts before it. */
async function restart(state: JournalState, lines: readonly JournalLine[]): Promise<void> {
  const former = [...state.large, ...state.small.map(({ key }) => key)];
  const key = await putPart(state, [state.head, textOf(lines)].join("\n"));
  state.large = [key];
  state.small = [];
  await removeAll(state, former);
}

async function removeAll({ client }: JournalState, keys: readonly string[]): Promise<void> {
  for (const key of keys) await client.remove(key);
}

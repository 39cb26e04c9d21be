import type {
  JournalLine,
  StaticFile,
  StaticPlace,
  StaticProgress,
  StaticRecord,
  StaticTarget,
  UnrenderedPath,
} from "../../core/entries/static-files.ts";
import { inParallel } from "./in-parallel.ts";

/** Files to write and places to clear; the files come first, so that nothing points to a gap. */
export type FileChanges = {
  readonly files: readonly StaticFile[];
  readonly cleared: readonly StaticPlace[];
};

export type FileTally = { readonly written: number; readonly removed: number };

/** The files of ours in a target. */
export type FileList = {
  /** Rejects when the target is not what was opened any more. */
  readonly check: () => Promise<void>;
  readonly get: (place: StaticPlace) => StaticRecord | undefined;
  readonly places: () => Iterable<StaticPlace>;
  /** Those that were missing or changed by others when the list was opened. */
  readonly damaged: readonly StaticPlace[];
  /** What the last run noted; `null` for a new target. */
  readonly progress: () => StaticProgress | null;
  /** Writes what differs, then clears. When it rejects, the same changes may be applied again. */
  readonly apply: (changes: FileChanges) => Promise<FileTally>;
  readonly noteProgress: (progress: StaticProgress) => Promise<void>;
  /** Addresses whose files are older than they should be, because they could not be rendered; also by former runs. */
  readonly unrendered: ReadonlySet<string>;
  readonly noteUnrendered: (paths: readonly UnrenderedPath[]) => Promise<void>;
};

type ListState = {
  readonly target: StaticTarget;
  readonly records: Map<StaticPlace, StaticRecord>;
  readonly unrendered: Set<string>;
  progress: StaticProgress | null;
  /** Lines in the journal. */
  lines: number;
};

/** Lines that say nothing any more, beside which a journal is made anew; more in one of many files. */
const MOST_SPENT = 20_000;

/** The list that a target's journal makes. Forgets what is damaged, so that it is written again. */
export async function openFileList(
  target: StaticTarget,
  journal: readonly JournalLine[],
): Promise<FileList> {
  const state: ListState = {
    target,
    records: new Map(),
    unrendered: new Set(),
    progress: null,
    lines: journal.length,
  };
  for (const line of journal) take(state, line);
  const damaged = await target.damaged(state.records);
  for (const place of damaged) {
    const record = state.records.get(place);
    // Stays known as ours.
    if (record) state.records.set(place, { ...record, tag: DAMAGED });
  }
  return {
    check: target.check,
    get: (place) => state.records.get(place),
    places: () => state.records.keys(),
    damaged,
    progress: () => state.progress,
    apply: (changes) => apply(state, changes),
    noteProgress: async (progress) => {
      if (JSON.stringify(progress) === JSON.stringify(state.progress)) return;
      await note(state, [{ kind: "progress", progress }]);
      state.progress = progress;
    },
    unrendered: state.unrendered,
    noteUnrendered: (paths) => noteUnrendered(state, paths),
  };
}

/** No tag of a file. */
const DAMAGED = "";

function take(state: ListState, line: JournalLine): void {
  if (line.kind === "file") state.records.set(line.place, line.record);
  else if (line.kind === "removed") state.records.delete(line.place);
  else if (line.kind === "progress") state.progress = line.progress;
  else takeUnrendered(state, line);
}

function takeUnrendered({ unrendered }: ListState, { path, isSo }: UnrenderedPath): void {
  if (isSo) unrendered.add(path);
  else unrendered.delete(path);
}

async function noteUnrendered(state: ListState, paths: readonly UnrenderedPath[]): Promise<void> {
  const changed = paths.filter(({ path, isSo }) => state.unrendered.has(path) !== isSo);
  if (changed.length === 0) return;
  await note(
    state,
    changed.map((each) => ({ kind: "unrendered", ...each })),
  );
  for (const each of changed) takeUnrendered(state, each);
}

async function apply(state: ListState, { files, cleared }: FileChanges): Promise<FileTally> {
  const { target, records } = state;
  const changed = files.filter(({ place, tag }) => records.get(place)?.tag !== tag);
  await target.claim(changed.flatMap(({ place }) => (records.has(place) ? [] : [place])));
  if (changed.length > 0) await note(state, changed.map(lineOf));
  await inParallel(changed, target.concurrency, async (file) => {
    await target.put(file);
    records.set(file.place, recordOf(file));
  });
  const gone = [...new Set(cleared)].filter((place) => records.has(place));
  await inParallel(gone, target.concurrency, async (place) => {
    const record = records.get(place);
    if (record) await target.remove(place, record);
  });
  if (gone.length > 0)
    await note(
      state,
      gone.map((place) => ({ kind: "removed", place })),
    );
  for (const place of gone) records.delete(place);
  return { written: changed.length, removed: gone.length };
}

const recordOf = ({ tag, bytes, changedAt, isCoded }: StaticFile): StaticRecord => ({
  tag,
  bytes,
  changedAt,
  isCoded,
});

const lineOf = (file: StaticFile): JournalLine => ({
  kind: "file",
  place: file.place,
  record: recordOf(file),
});

async function note(state: ListState, lines: readonly JournalLine[]): Promise<void> {
  const { target, records } = state;
  if (state.lines > 2 * records.size + MOST_SPENT) {
    const short = shortest(state);
    await target.compact(short);
    state.lines = short.length;
  }
  await target.note(lines);
  state.lines += lines.length;
}

/** What a journal has to say. */
const shortest = ({ records, unrendered, progress }: ListState): readonly JournalLine[] => [
  ...[...records].map(([place, record]) => ({ kind: "file", place, record }) as const),
  ...[...unrendered].map((path) => ({ kind: "unrendered", path, isSo: true }) as const),
  ...(progress === null ? [] : [{ kind: "progress", progress } as const]),
];

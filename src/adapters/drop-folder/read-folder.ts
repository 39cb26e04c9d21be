import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import { err, ok, type Result } from "../../core/result.ts";
import type { FolderBatch, FolderFile } from "../../core/sources/drop-folder.ts";
import type { FolderError } from "../../core/sources/errors.ts";
import { isSameFile, isToBeRead } from "../../core/sources/polling/file-retry.ts";
import type { FileState, KnownFile } from "../../core/sources/source-state.ts";

export type FolderOptions = {
  /** A larger file is reported, not read. */
  readonly bodyBytes: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

const EXTENSIONS = new Set([".txt", ".md", ".html", ".htm", ".xml", ".rss", ".atom", ".json"]);

/** How long a file must be unchanged before it is read: half an upload must not become an article. */
const QUIET_MS = 2000;
/** Most files and bytes of one batch, so that memory does not grow with the folder. */
const BATCH_FILES = 500;
const BATCH_BYTES = 64 * 1024 * 1024;

type FoundFile = {
  readonly name: string;
  readonly path: string;
  readonly state: FileState;
  readonly modifiedAt: number;
};

/**
 * Reads the files of a drop folder that are new or changed since `known`, or are to be tried again. Skips hidden files,
 * folders, and links that lead out of the folder. Waits once for a file that was just written; a file that still grows
 * is left for the next poll. A large folder comes in batches. Where the machine has run out of something, the whole
 * reading fails: what is not read now is read next time.
 */
export async function readFolder(
  folder: string,
  known: ReadonlyMap<string, KnownFile>,
  options: FolderOptions,
): Promise<Result<FolderBatch, FolderError>> {
  try {
    const found = await listFiles(folder);
    const reading = { now: options.now(), bodyBytes: options.bodyBytes };
    const wanted = found.filter(({ name, state }) => isToBeRead(state, known.get(name), reading));
    const still = await waitUntilStill(wanted, options);
    const batch = firstBatch(still);
    const files = await readAll(batch, options);
    return ok({ files, gone: goneFrom(found, known), hasMore: batch.length < still.length });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return err({ kind: "folder", path: folder, code: code ?? String(cause) });
  }
}

async function listFiles(folder: string): Promise<FoundFile[]> {
  const root = await realpath(folder);
  const names = (await readdir(root)).filter(
    (name) => !LOCK_FILE.test(name) && EXTENSIONS.has(extname(name).toLowerCase()),
  );
  const files = await Promise.all(names.toSorted().map((name) => look(root, name)));
  return onePerName(files.filter((file) => file !== null));
}

/** Hidden files, and what an office program keeps beside a file that is open (`~$report.html`). */
const LOCK_FILE = /^(?:\.|~\$)/;

/** Keeps one file of each name: of two Unicode spellings the file that was written last. */
function onePerName(files: readonly FoundFile[]): FoundFile[] {
  const byName = new Map<string, FoundFile>();
  for (const file of files) {
    const other = byName.get(file.name);
    if (other === undefined || other.modifiedAt < file.modifiedAt) byName.set(file.name, file);
  }
  return [...byName.values()];
}

/** `null` for an entry that is no regular file of this folder, or is gone again. */
async function look(root: string, name: string): Promise<FoundFile | null> {
  try {
    const path = await realpath(join(root, name));
    if (!path.startsWith(root + sep)) return null;
    const stats = await lstat(path);
    // ctime too: it rises with every write and, unlike mtime, no copying program can set it back.
    const changedAt = Math.floor(Math.max(stats.mtimeMs, stats.ctimeMs));
    if (!stats.isFile()) return null;
    const state = { bytes: stats.size, changedAt };
    // macOS writes names decomposed: a file copied from there keeps its name.
    return { name: name.normalize("NFC"), path, state, modifiedAt: Math.floor(stats.mtimeMs) };
  } catch {
    return null;
  }
}

function goneFrom(found: readonly FoundFile[], known: ReadonlyMap<string, KnownFile>): string[] {
  const names = new Set(found.map(({ name }) => name));
  return [...known].flatMap(([name, { retry }]) => (retry && !names.has(name) ? [name] : []));
}

async function waitUntilStill(
  files: readonly FoundFile[],
  options: FolderOptions,
): Promise<FoundFile[]> {
  const { now, sleep } = options;
  const isYoung = ({ state }: FoundFile): boolean => now() - state.changedAt < QUIET_MS;
  if (!files.some(isYoung)) return [...files];
  const young = files.filter(isYoung);
  await sleep(QUIET_MS);
  const grown = new Set<string>();
  for (const { name, path, state } of young) {
    const again = await look(dirname(path), basename(path));
    if (again === null || !isSameFile(again.state, state)) grown.add(name);
  }
  return files.filter(({ name }) => !grown.has(name));
}

function firstBatch(files: readonly FoundFile[]): readonly FoundFile[] {
  let bytes = 0;
  const end = files.findIndex(({ state }, index) => {
    bytes += state.bytes;
    return index >= BATCH_FILES || (index > 0 && bytes > BATCH_BYTES);
  });
  return end < 0 ? files : files.slice(0, end);
}

/** One after the other: 400 files at once failed where a process may open 120 (EMFILE, measured). */
async function readAll(files: readonly FoundFile[], options: FolderOptions): Promise<FolderFile[]> {
  const read: FolderFile[] = [];
  for (const file of files) read.push(await readOne(file, options));
  return read;
}

/** Shortages of the machine, not faults of a file: no file is put off for them. */
const SHORTAGES = new Set(["EMFILE", "ENFILE", "ENOMEM", "EAGAIN"]);

async function readOne(
  { name, path, state, modifiedAt }: FoundFile,
  { bodyBytes }: FolderOptions,
): Promise<FolderFile> {
  const file = { name, state, modifiedAt };
  if (state.bytes > bodyBytes) {
    const reason = `larger than the limit of ${bodyBytes} bytes`;
    return { ...file, bytes: null, problem: { reason, limitBytes: bodyBytes } };
  }
  try {
    return { ...file, bytes: await readFile(path), problem: null };
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    if (SHORTAGES.has(code)) throw cause;
    const reason = `cannot be read (${code})`;
    return { ...file, bytes: null, problem: { reason, limitBytes: null } };
  }
}

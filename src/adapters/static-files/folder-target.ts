import { open, readFile, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  GONE,
  type JournalLine,
  LITERAL,
  type StaticFile,
  type StaticPlace,
  type StaticRecord,
  type StaticTarget,
  TargetFailure,
  TargetGone,
} from "../../core/entries/static-files.ts";
import { writeLine } from "./journal-lines.ts";
import { makeFolder } from "./make-folder.ts";
import {
  identifyFolder,
  JOURNAL,
  journalOf,
  OWN_FOLDER,
  openFolder,
  TEMPORARY,
} from "./own-folder.ts";
import { isGone, sizeOf, told, writeWhole } from "./whole-file.ts";

/** Files at a time: more would only wait for each other. */
const CONCURRENCY = 4;

/**
 * A folder that a web server reads from. Files are written below `.offprint/tmp` and renamed, so that a reader finds the old
 * or the new one, whole, also after a kill or on a full disk. They are not synced: a file that a power failure leaves
 * empty is found by its size at the next start, and written again. The journal is.
 *
 * @param prefix the path below which the site is served, without a slash at its end; its files lie below that path.
 */
export function createFolderTarget(folder: string, prefix: string): StaticTarget {
  const root = resolve(folder);
  const own = join(root, OWN_FOLDER);
  const journal = journalOf(root);
  const fileAt = (place: StaticPlace): string => join(root, nameAt(place, prefix));
  let written = 0;
  const place = watchPlace(root);
  return {
    label: root,
    folder: root,
    concurrency: CONCURRENCY,
    identify: (user) => identifyFolder({ root, prefix }, user),
    async open(desk) {
      const lines = await openFolder({ root, prefix }, desk);
      await place.remember().catch(() => {}); // the first check says so
      return lines;
    },
    check: place.check,
    note: (lines) => append(journal, lines).catch(tellGone(root)),
    compact: (lines) =>
      compact(journal, join(own, TEMPORARY, JOURNAL), lines)
        .then(place.remember)
        .catch(tellGone(root)),
    claim: (places) => claim(places.map(fileAt)).catch(tellGone(root)),
    put(file) {
      written += 1;
      const temporary = join(own, TEMPORARY, String(written));
      return putFile(file, { target: fileAt(file.place), temporary, root }).catch(tellGone(root));
    },
    remove: (place) => removeFile(fileAt(place)).catch(tellGone(root)),
    damaged: (files) => damagedIn(files, fileAt).catch(tellGone(root)),
  };
}

/** Tells whether another folder is in the place of the one that was opened, by its journal. */
function watchPlace(root: string) {
  let opened: string | null = null;
  const now = (): Promise<string> => nodeOf(journalOf(root));
  return {
    async remember(): Promise<void> {
      opened = await now();
    },
    async check(): Promise<void> {
      const found = await now().catch(tellGone(root));
      if (found !== opened) throw new TargetGone(goneFrom(root));
    },
  };
}

async function nodeOf(file: string): Promise<string> {
  const { dev, ino } = await stat(file, { bigint: true });
  return `${dev}:${ino}`;
}

/** Rejects with what tells that the folder has to be opened again, where it has to. */
const tellGone =
  (root: string) =>
  (cause: unknown): never => {
    if (isGone(cause)) throw new TargetGone(goneFrom(root), { cause });
    const { message } = told(cause, root) as Error;
    throw cause instanceof TargetFailure ? cause : new TargetFailure(message, { cause });
  };

const goneFrom = (root: string): string => `${root} is not as it was: it is opened again`;

async function claim(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if ((await sizeOf(file)) === null) continue;
    const what = "is not a file of this desk: move it away, or publish elsewhere";
    throw new TargetFailure(`${file} ${what}`);
  }
}

/** The file of a place, below the folder. */
export function nameAt(place: StaticPlace, prefix: string): string {
  if (place.startsWith(LITERAL)) return place.slice(LITERAL.length);
  const isGone = place.startsWith(GONE);
  const path = isGone ? `/withdrawn${place.slice(GONE.length)}` : place;
  const name = path.endsWith("/") ? `${path}index` : path;
  const last = name.slice(name.lastIndexOf("/") + 1);
  return `${prefix}${name}${last.includes(".") ? "" : ".html"}`.slice(1);
}

type FilePlace = {
  readonly target: string;
  /** Where it is written first. */
  readonly temporary: string;
  readonly root: string;
};

async function putFile(file: StaticFile, place: FilePlace): Promise<void> {
  const { changedAt } = file;
  const { target, temporary, root } = place;
  await makeFolder(dirname(target), root).catch((cause: unknown) => {
    throw told(cause, target);
  });
  for (const [extension, body] of codingsOf(file)) {
    await writeWhole(target + extension, temporary, { body, changedAt });
  }
  if (!file.isCoded) await removeCodings(target);
}

const codingsOf = ({ body, br, gzip }: StaticFile): readonly (readonly [string, Uint8Array])[] => [
  ...(br ? [[".br", br] as const] : []),
  ...(gzip ? [[".gz", gzip] as const] : []),
  ["", body],
];

async function removeFile(target: string): Promise<void> {
  await rm(target, { force: true });
  await removeCodings(target);
  await rmdir(dirname(target)).catch(() => {}); // others are in it
}

const removeCodings = (file: string): Promise<unknown> =>
  Promise.all([".br", ".gz"].map((extension) => rm(file + extension, { force: true })));

async function compact(
  journal: string,
  temporary: string,
  lines: readonly JournalLine[],
): Promise<void> {
  const head = (await readFile(journal, "utf8")).split("\n", 1)[0] ?? "";
  const text = [head, ...lines.map(writeLine), ""].join("\n");
  await writeWhole(journal, temporary, { body: Buffer.from(text) });
}

async function append(journal: string, lines: readonly JournalLine[]): Promise<void> {
  try {
    const handle = await open(journal, "a");
    try {
      // Begins a line of its own: an earlier write may have been cut off.
      await handle.writeFile(lines.map((line) => `\n${writeLine(line)}`).join(""));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw told(cause, journal);
  }
}

/** Files that are looked at together. */
const LOOKED_AT = 64;

async function damagedIn(
  files: ReadonlyMap<StaticPlace, StaticRecord>,
  fileAt: (place: StaticPlace) => string,
): Promise<readonly StaticPlace[]> {
  const all = [...files];
  const damaged: StaticPlace[] = [];
  for (let start = 0; start < all.length; start += LOOKED_AT) {
    const part = all.slice(start, start + LOOKED_AT);
    const whole = await Promise.all(part.map(([place, record]) => isWhole(fileAt(place), record)));
    damaged.push(...part.filter((_, n) => !whole[n]).map(([place]) => place));
  }
  return damaged;
}

async function isWhole(file: string, record: StaticRecord): Promise<boolean> {
  const plain = await sizeOf(file);
  if (plain?.bytes !== record.bytes || plain.changedAt !== record.changedAt) return false;
  if (!record.isCoded) return true;
  const coded = await Promise.all([".br", ".gz"].map((extension) => sizeOf(file + extension)));
  return coded.every(
    (each) => each !== null && each.bytes > 0 && each.changedAt === record.changedAt,
  );
}

import { randomUUID } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { link, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { JournalLine, TargetProblem, TargetUser } from "../../core/entries/static-files.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { headLine, readHead, readLines } from "./journal-lines.ts";
import { makeFolder } from "./make-folder.ts";
import { missing, told, writeWhole } from "./whole-file.ts";

/** What is ours beside the site: the journal, files that are being written, snippets for web servers. */
export const OWN_FOLDER = ".offprint";
export const JOURNAL = "files.jsonl";
export const TEMPORARY = "tmp";
/** Tells this folder from others: machines may have folders of one path that are two, and one folder at two paths. */
const IDENTITY = "id";

export type TargetFolder = {
  readonly root: string;
  /** The path below which the site is served, without a slash at its end. */
  readonly prefix: string;
};

/** Reads the identity of a folder, or gives it one. */
export function identifyFolder(
  folder: TargetFolder,
  { desk, isKnown }: TargetUser,
): Promise<Result<string, TargetProblem>> {
  const { root } = folder;
  return whereItCanBe(root, async () => {
    const held = await identityIn(root);
    if (held !== null) return ok(held);
    const refusal = await refusalOf(folder, await journalIn(root), desk);
    if (refusal !== null) return refused(refusal);
    if (isKnown && !(await isThere(root))) {
      return away(
        `${root} is not there, and its files were there before: mount the disk, or make the folder`,
      );
    }
    await makeFolder(join(root, OWN_FOLDER));
    await makeIdentity(root);
    return ok((await identityIn(root)) ?? "");
  });
}

/** Reads the journal of a folder, or begins one. */
export function openFolder(
  folder: TargetFolder,
  desk: string,
): Promise<Result<readonly JournalLine[], TargetProblem>> {
  const { root, prefix } = folder;
  const temporary = join(root, OWN_FOLDER, TEMPORARY);
  return whereItCanBe(root, async () => {
    const text = await journalIn(root);
    const refusal = await refusalOf(folder, text, desk);
    if (refusal !== null) return refused(refusal);
    await rm(temporary, { recursive: true, force: true });
    await makeFolder(temporary, root);
    if (text !== null) return ok(readLines(text));
    const body = Buffer.from(headLine(desk, prefix));
    await writeWhole(journalOf(root), join(temporary, JOURNAL), { body });
    return ok([]);
  });
}

export const journalOf = (root: string): string => join(root, OWN_FOLDER, JOURNAL);

const refused = (message: string): Result<never, TargetProblem> =>
  err({ kind: "refused", message });
const away = (message: string): Result<never, TargetProblem> => err({ kind: "away", message });

/** What no waiting changes: a path that is none of a folder. */
const WRONG_PATH: ReadonlySet<string> = new Set(["ENOTDIR", "ENAMETOOLONG", "ELOOP", "EINVAL"]);

async function whereItCanBe<T>(
  root: string,
  work: () => Promise<Result<T, TargetProblem>>,
): Promise<Result<T, TargetProblem>> {
  try {
    return await work();
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    const { message } = told(cause, root) as Error;
    return WRONG_PATH.has(code) ? refused(`${root} is no folder (${code})`) : away(message);
  }
}

const identityIn = async (root: string): Promise<string | null> =>
  (await readFile(join(root, OWN_FOLDER, IDENTITY), "utf8").catch(missing))?.trim() || null;

/** Whole from the first moment on; of two that are made at once, one counts. */
async function makeIdentity(root: string): Promise<void> {
  const identity = join(root, OWN_FOLDER, IDENTITY);
  const found = await stat(identity, { bigint: true }).catch(missing);
  if (found !== null && (await identityIn(root)) !== null) return;
  const made = `${identity}.${randomUUID()}`;
  try {
    await writeSynced(made, `folder ${found === null ? randomUUID() : nameOfEmpty(found)}\n`);
    if (found !== null) return await rename(made, identity);
    await link(made, identity).catch(async (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EEXIST") await rename(made, identity); // some file systems have no links
    });
  } finally {
    await rm(made, { force: true });
  }
}

/**
 * An empty one, as a power failure may leave it, is mended by what is known of it, so that all who mend it at once say the same. The
 * date alone would not do: a failure leaves several folders with one.
 */
const nameOfEmpty = ({ dev, ino, mtimeNs }: BigIntStats): string => `${mtimeNs}-${dev}-${ino}`;

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

const journalIn = (root: string): Promise<string | null> =>
  readFile(journalOf(root), "utf8").catch(missing);

/** Why files here are not to be written over; `null` when they are ours, or there are none. */
async function refusalOf(
  { root, prefix }: TargetFolder,
  journal: string | null,
  desk: string,
): Promise<string | null> {
  if (journal === null) return foreignIn(root);
  const head = readHead(journal);
  if (head === null) {
    return `${journalOf(root)} is no list of files of this version of Offprint`;
  }
  if (head.desk !== desk) {
    return `${root} holds the files of another desk: publish to a folder of its own`;
  }
  if (head.prefix === prefix) return null;
  return `${root} holds the files of the site as it was below "${head.prefix}/": publish to a new folder`;
}

async function foreignIn(root: string): Promise<string | null> {
  const [first] = (await namesIn(root)).filter((name) => !INNOCENT.has(name));
  if (first === undefined) return null;
  return `${root} holds files that Offprint did not put there, such as "${first}": publish to a new or an empty folder`;
}

/** What file systems make in an empty folder, and what a killed first start of ours leaves. */
const INNOCENT: ReadonlySet<string> = new Set(["lost+found", OWN_FOLDER]);

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((cause: unknown) => missing(cause) ?? []);

const isThere = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(missing)) !== null;

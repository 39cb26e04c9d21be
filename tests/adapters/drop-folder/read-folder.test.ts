import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../src/adapters/drop-folder/read-folder.ts";
import type { FileState } from "../../../src/core/sources/source-state.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

type Options = Parameters<typeof readFolder>[2];

/** A folder whose files have lain still for a minute, unless the test says otherwise. */
const LATER: Options = {
  bodyBytes: 1000,
  now: () => Date.now() + 60_000,
  sleep: () => Promise.reject(new Error("nothing to wait for")),
};

function folderWith(...names: string[]): string {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(join(folder, name), `text of ${name}`);
  return folder;
}

async function read(
  folder: string,
  known: ReadonlyMap<string, FileState> = new Map(),
  options: Options = LATER,
) {
  const result = await readFolder(folder, known, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const namesOf = ({ files }: Awaited<ReturnType<typeof read>>) => files.map(({ name }) => name);
const knownFrom = ({ files }: Awaited<ReturnType<typeof read>>) =>
  new Map(files.map(({ name, state }) => [name, state]));

describe("readFolder", () => {
  it("passes over lock files, and takes two spellings of one name for one file", async () => {
    const folder = folderWith("~$report.html", ".hidden.txt", "u\u0308ber.txt", "\u00fcber.txt");
    utimesSync(join(folder, "u\u0308ber.txt"), 1, 1);
    const { files } = await read(folder);
    expect(files.map(({ name }) => name)).toEqual(["\u00fcber.txt"]);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe("text of \u00fcber.txt");
  });

  it("reads texts and feeds by name, with their bytes", async () => {
    const folder = folderWith("b.md", "a.TXT", "c.html", "d.xml", "e.json", "f.htm", "ä ö.txt");
    const batch = await read(folder);
    expect(namesOf(batch)).toEqual([
      "a.TXT",
      "b.md",
      "c.html",
      "d.xml",
      "e.json",
      "f.htm",
      "ä ö.txt",
    ]);
    expect(String(batch.files[0]?.bytes)).toBe("text of a.TXT");
    expect(batch.hasMore).toBe(false);
  });

  it("passes over other files, hidden ones, folders and what leads out", async () => {
    const folder = folderWith("a.txt", "b.pdf", ".hidden.txt", "c.txt~", "txt");
    mkdirSync(join(folder, "folder.txt"));
    const outside = join(folderWith("secret.txt"), "secret.txt");
    symlinkSync(outside, join(folder, "link.txt"));
    symlinkSync(join(folder, "nowhere.txt"), join(folder, "dangling.txt"));
    symlinkSync(join(folder, "a.txt"), join(folder, "inside.txt"));
    expect(namesOf(await read(folder))).toEqual(["a.txt", "inside.txt"]);
  });

  it("gives only what is new or changed", async () => {
    const folder = folderWith("a.txt", "b.txt");
    const known = knownFrom(await read(folder));
    expect(namesOf(await read(folder, known))).toEqual([]);
    appendFileSync(join(folder, "b.txt"), "!");
    writeFileSync(join(folder, "c.txt"), "new");
    expect(namesOf(await read(folder, known))).toEqual(["b.txt", "c.txt"]);
  });

  it("notices a change of the same length under an old date", async () => {
    const folder = folderWith("a.txt");
    const file = join(folder, "a.txt");
    const known = knownFrom(await read(folder));
    const { atime, mtime, ctimeMs } = statSync(file);
    // The clock of the file system may be coarse: write until it has moved on.
    for (let n = 0; statSync(file).ctimeMs < ctimeMs + 1 && n < 1e6; n++) {
      writeFileSync(file, "TEXT of a.txt");
      utimesSync(file, atime, mtime);
    }
    expect(namesOf(await read(folder, known))).toEqual(["a.txt"]);
  });

  it("takes no notice of a file that goes", async () => {
    const folder = folderWith("a.txt", "b.txt");
    const known = knownFrom(await read(folder));
    rmSync(join(folder, "a.txt"));
    expect(namesOf(await read(folder, known))).toEqual([]);
  });

  it("reports a file that is too large, and does not read it", async () => {
    const folder = folderWith("a.txt");
    truncateSync(join(folder, "a.txt"), 1001);
    expect((await read(folder)).files).toMatchObject([
      {
        name: "a.txt",
        bytes: null,
        problem: { reason: "larger than the limit of 1000 bytes", limitBytes: 1000 },
      },
    ]);
  });

  it("tries a file again when its wait is over, and tells one that went meanwhile", async () => {
    const folder = folderWith("a.txt", "b.txt");
    const inTenMinutes = LATER.now() + 600_000;
    const retry = { reason: "", limitBytes: null, failures: 5, at: inTenMinutes };
    const known = new Map(
      [...knownFrom(await read(folder))].map(([name, state]) => [name, { ...state, retry }]),
    );
    rmSync(join(folder, "b.txt"));
    const early = await read(folder, known);
    expect([namesOf(early), early.gone]).toEqual([[], ["b.txt"]]);
    const now = () => inTenMinutes;
    expect(namesOf(await read(folder, known, { ...LATER, now }))).toEqual(["a.txt"]);
  });

  it("comes in batches, which together are the folder", async () => {
    const names = Array.from({ length: 501 }, (_, n) => `${String(n).padStart(3, "0")}.txt`);
    const folder = folderWith(...names);
    const first = await read(folder);
    expect([first.files.length, first.hasMore]).toEqual([500, true]);
    const second = await read(folder, knownFrom(first));
    expect([namesOf(second), second.hasMore]).toEqual([["500.txt"], false]);
  });

  it("needs few descriptors, and fails as a whole without any: no file is noted as unreadable", () => {
    const folder = folderWith(...Array.from({ length: 300 }, (_, n) => `${n}.txt`));
    const script = fileURLToPath(new URL("read-with-few-descriptors.ts", import.meta.url));
    const limited = ["-c", 'ulimit -n 60; exec "$0" "$@"', process.execPath, script, folder];
    expect(JSON.parse(execFileSync("sh", limited, { encoding: "utf8" }))).toEqual({
      read: 300,
      shortage: "EMFILE",
    });
  });

  it("is an error with its code when the folder is gone or a file", async () => {
    const folder = folderWith("a.txt");
    const gone = join(folder, "gone");
    expect(await readFolder(gone, new Map(), LATER)).toEqual({
      ok: false,
      error: { kind: "folder", path: gone, code: "ENOENT" },
    });
    const file = await readFolder(join(folder, "a.txt"), new Map(), LATER);
    expect(file).toMatchObject({ ok: false, error: { code: "ENOTDIR" } });
  });
});

describe("a file that was just written", () => {
  /** The first look is now, and what happens during the wait is the test's. */
  const waiting = (during: () => void) => {
    const waits: number[] = [];
    const options: Options = {
      ...LATER,
      now: Date.now,
      sleep: async (ms) => {
        waits.push(ms);
        during();
      },
    };
    return { waits, options };
  };

  it("is waited for once, and read when it lay still", async () => {
    const { waits, options } = waiting(() => {});
    expect(namesOf(await read(folderWith("a.txt", "b.txt"), new Map(), options))).toEqual([
      "a.txt",
      "b.txt",
    ]);
    expect(waits).toEqual([2000]);
  });

  it("is left for the next poll when it still grows, and holds up no other", async () => {
    const folder = folderWith("grows.txt", "still.txt");
    const { options } = waiting(() => appendFileSync(join(folder, "grows.txt"), "more"));
    expect(namesOf(await read(folder, new Map(), options))).toEqual(["still.txt"]);
    expect(namesOf(await read(folder))).toEqual(["grows.txt", "still.txt"]);
  });

  it("is passed over when it is gone again", async () => {
    const folder = folderWith("gone.txt", "still.txt");
    const { options } = waiting(() => rmSync(join(folder, "gone.txt")));
    expect(namesOf(await read(folder, new Map(), options))).toEqual(["still.txt"]);
  });
});

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFolderTarget, nameAt } from "../../../src/adapters/static-files/folder-target.ts";
import {
  type JournalLine,
  type StaticFile,
  type StaticPlace,
  TargetFailure,
  TargetGone,
} from "../../../src/core/entries/static-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const DESK = "urn:desk";
const SECOND = 1_771_329_600_000;

const aFile = (place: StaticPlace, text: string, over: Partial<StaticFile> = {}): StaticFile => {
  const body = Buffer.from(text);
  return {
    ...{ place, tag: text, bytes: body.byteLength, changedAt: SECOND, isCoded: false },
    ...{ mediaType: "text/plain", cacheControl: "no-cache", body },
    ...over,
  };
};

const lineOf = ({ place, tag, bytes, changedAt, isCoded }: StaticFile): JournalLine => ({
  ...{ kind: "file", place },
  record: { tag, bytes, changedAt, isCoded },
});

/** A target in a new folder. */
async function opened() {
  const folder = join(temporaryFolder(), "www");
  const target = createFolderTarget(folder, "");
  await target.identify({ desk: DESK, isKnown: false });
  expect(await target.open(DESK)).toEqual({ ok: true, value: [] });
  const write = async (...files: readonly StaticFile[]): Promise<void> => {
    await target.note(files.map(lineOf));
    for (const file of files) await target.put(file);
  };
  const damaged = (...files: readonly StaticFile[]) =>
    target.damaged(new Map(files.map((file) => [file.place, file])));
  return { folder, target, write, damaged, at: (name: string) => join(folder, name) };
}

describe("a place", () => {
  it.each([
    ["/", "index.html"],
    ["/about", "about.html"],
    ["/feeds/all", "feeds/all.html"],
    ["/feeds/all.rss", "feeds/all.rss"],
    ["/feeds/all/archive/3.atom", "feeds/all/archive/3.atom"],
    ["/articles/bcd", "articles/bcd.html"],
    ["!/articles/bcd", "withdrawn/articles/bcd.html"],
    ["/404", "404.html"],
    ["/.well-known/tdmrep.json", ".well-known/tdmrep.json"],
  ])("%s is the file %s", (place, name) => {
    expect(nameAt(place, "")).toBe(name);
    expect(nameAt(place, "/news")).toBe(`news/${name}`);
  });

  it("of what is no address lies beside the site", () => {
    expect(nameAt("~_headers", "/news")).toBe("_headers");
  });
});

describe("a folder", () => {
  it("has each file whole, with its codings, at the second in which it changed", async () => {
    const { write, at } = await opened();
    const codings = { isCoded: true, br: Buffer.from("b"), gzip: Buffer.from("g") };
    await write(aFile("/feeds/all.rss", "<rss/>", codings));
    expect(readFileSync(at("feeds/all.rss"), "utf8")).toBe("<rss/>");
    for (const [extension, text] of [
      ["", "<rss/>"],
      [".br", "b"],
      [".gz", "g"],
    ] as const) {
      const file = at(`feeds/all.rss${extension}`);
      expect(readFileSync(file, "utf8")).toBe(text);
      expect(statSync(file).mtimeMs).toBe(SECOND);
    }
    expect(readdirSync(at(".offprint/tmp"))).toEqual([]);
  });

  it("loses the codings of a file that has none any more", async () => {
    const { write, at } = await opened();
    const codings = { isCoded: true, br: Buffer.from("b"), gzip: Buffer.from("g") };
    await write(aFile("/style.css", "long", codings), aFile("/style.css", "x"));
    expect(readdirSync(at("")).toSorted()).toEqual([".offprint", "style.css"]);
  });

  it("gives back its journal, without a line that was cut off", async () => {
    const { folder, write, target, at } = await opened();
    const file = aFile("/about", "About");
    await write(file);
    writeFileSync(at(".offprint/files.jsonl"), '\n["+","/half', { flag: "a" });
    const progress = { key: "k", place: { revision: 3, clusterId: "c" }, sweep: null };
    await target.note([
      { kind: "removed", place: "/old" },
      { kind: "progress", progress },
    ]);
    const again = createFolderTarget(folder, "");
    expect(await again.open(DESK)).toEqual({
      ok: true,
      value: [lineOf(file), { kind: "removed", place: "/old" }, { kind: "progress", progress }],
    });
  });

  it("keeps only what is said when its journal is made shorter", async () => {
    const { folder, target } = await opened();
    const line = lineOf(aFile("/about", "About"));
    await target.note([line, line, line]);
    await target.compact([line]);
    await target.note([{ kind: "removed", place: "/old" }]);
    const again = await createFolderTarget(folder, "").open(DESK);
    expect(again).toEqual({ ok: true, value: [line, { kind: "removed", place: "/old" }] });
  });

  it("finds what is missing, cut off or touched by others", async () => {
    const { write, damaged, target, at } = await opened();
    const codings = { isCoded: true, br: Buffer.from("b"), gzip: Buffer.from("g") };
    const files = ["/whole", "/cut", "/touched", "/uncoded"].map((place) =>
      aFile(place, "text", codings),
    );
    await write(...files);
    writeFileSync(at("cut.html"), "");
    writeFileSync(at("touched.html"), "text");
    writeFileSync(at("uncoded.html.gz"), "");
    const gone = aFile("/gone", "text");
    expect(await damaged(...files, gone)).toEqual(["/cut", "/touched", "/uncoded", "/gone"]);
    for (const file of files) await target.remove(file.place, file);
    expect(readdirSync(at(""))).toEqual([".offprint"]);
  });

  it("empties folders that it made, and leaves others", async () => {
    const { write, target, at } = await opened();
    const file = aFile("/feeds/all/archive/1.rss", "x");
    await write(file);
    mkdirSync(at("mine"));
    await target.remove(file.place, file);
    expect(existsSync(at("feeds/all/archive"))).toBe(false);
    expect(existsSync(at("mine"))).toBe(true);
  });
});

describe("what others put there", () => {
  it("makes a folder that is not ours refused", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "index.html"), "mine");
    expect(await createFolderTarget(folder, "").open(DESK)).toEqual({
      ok: false,
      error: {
        kind: "refused",
        message: `${folder} holds files that Offprint did not put there, such as "index.html": publish to a new or an empty folder`,
      },
    });
    expect(readdirSync(folder)).toEqual(["index.html"]);
  });

  it("is not written over", async () => {
    const { target, at } = await opened();
    writeFileSync(at("about.html"), "mine");
    await expect(target.claim(["/", "/about"])).rejects.toThrow(
      `${at("about.html")} is not a file of this desk: move it away, or publish elsewhere`,
    );
  });

  it("may be another desk's", async () => {
    const { folder } = await opened();
    expect(await createFolderTarget(folder, "").open("urn:other")).toEqual({
      ok: false,
      error: {
        kind: "refused",
        message: `${folder} holds the files of another desk: publish to a folder of its own`,
      },
    });
  });

  it("may be the same desk's, as it was below another path", async () => {
    const { folder } = await opened();
    expect(await createFolderTarget(folder, "/news").open(DESK)).toEqual({
      ok: false,
      error: {
        kind: "refused",
        message: `${folder} holds the files of the site as it was below "/": publish to a new folder`,
      },
    });
  });

  it("may be a journal that is none", async () => {
    const { folder, at } = await opened();
    writeFileSync(at(".offprint/files.jsonl"), "something else");
    expect(await createFolderTarget(folder, "").open(DESK)).toMatchObject({
      ok: false,
      error: {
        kind: "refused",
        message: `${at(".offprint/files.jsonl")} is no list of files of this version of Offprint`,
      },
    });
  });
});

describe("a folder that cannot be used", () => {
  const user = { desk: DESK, isKnown: false };

  it.each(["identify", "open"] as const)("is refused where it can be none (%s)", async (method) => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const target = createFolderTarget(join(file, "www"), "");
    const used = method === "open" ? target.open(DESK) : target.identify(user);
    const message = `${join(file, "www")} is no folder (ENOTDIR)`;
    expect(await used).toEqual({ ok: false, error: { kind: "refused", message } });
  });

  it("may be used later where only the system refuses it now", async () => {
    // Nobody can make a folder there, not even root.
    const target = createFolderTarget("/proc/offprint/www", "");
    const error = expect.objectContaining({ kind: "away" });
    expect(await target.identify(user)).toEqual({ ok: false, error });
    expect(await target.open(DESK)).toEqual({ ok: false, error });
  });

  it("is not made again where it was before: its disk may not be mounted", async () => {
    const folder = join(temporaryFolder(), "www");
    const known = () => createFolderTarget(folder, "").identify({ ...user, isKnown: true });
    expect(await known()).toMatchObject({ ok: false, error: { kind: "away" } });
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    expect(await known()).toMatchObject({ ok: true });
  });

  it("says so when it was taken away while it was open, and makes nothing in its place", async () => {
    const { folder, target } = await opened();
    rmSync(folder, { recursive: true });
    const file = aFile("/about", "About");
    await expect(target.note([lineOf(file)])).rejects.toBeInstanceOf(TargetGone);
    await expect(target.compact([lineOf(file)])).rejects.toBeInstanceOf(TargetGone);
    for (const place of ["/about", "/feeds/all.rss"])
      await expect(target.put(aFile(place, ""))).rejects.toBeInstanceOf(TargetGone);
    await expect(target.check()).rejects.toBeInstanceOf(TargetGone);
    expect(await target.open(DESK)).toMatchObject({ ok: false, error: { kind: "away" } });
    expect(existsSync(folder)).toBe(false);
  });

  it("says so when another one is in its place, and not after its journal was made shorter", async () => {
    const { folder, target } = await opened();
    await target.check();
    await target.compact([lineOf(aFile("/about", "About"))]);
    await target.check();
    renameSync(folder, `${folder}-away`);
    cpSync(`${folder}-away`, folder, { recursive: true });
    await expect(target.check()).rejects.toBeInstanceOf(TargetGone);
    await target.open(DESK);
    await target.check();
  });

  it("says what failed as its own failure, which is none of a database", async () => {
    const { target, at } = await opened();
    mkdirSync(at("about.html"));
    await expect(target.put(aFile("/about", "About"))).rejects.toBeInstanceOf(TargetFailure);
    await expect(target.remove("/about", aFile("/about", ""))).rejects.toBeInstanceOf(
      TargetFailure,
    );
    await expect(target.claim(["/about"])).rejects.toBeInstanceOf(TargetFailure);
  });
});

describe("the identity of a folder", () => {
  const identityOf = async (folder: string) => {
    const identity = await createFolderTarget(folder, "").identify({ desk: DESK, isKnown: false });
    if (!identity.ok) throw new Error(identity.error.message);
    return identity.value;
  };

  it("is the same at another path, and another one's is another", async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const identity = await identityOf(one);
    expect(await identityOf(two)).not.toBe(identity);
    const moved = `${one}-moved`;
    renameSync(one, moved);
    onTestFinished(() => rmSync(moved, { recursive: true }));
    expect(await identityOf(moved)).toBe(identity);
  });

  it("is one when many begin at once", async () => {
    const folder = join(temporaryFolder(), "www");
    const all = await Promise.all(Array.from({ length: 20 }, () => identityOf(folder)));
    expect(new Set(all).size).toBe(1);
    expect(readdirSync(join(folder, ".offprint"))).toEqual(["id"]);
  });

  it("is mended where it is empty, to the same by all who begin at once", async () => {
    const folders = [temporaryFolder(), temporaryFolder()];
    const made = folders.map(async (folder) => {
      await identityOf(folder);
      writeFileSync(join(folder, ".offprint/id"), "");
      const all = await Promise.all(Array.from({ length: 20 }, () => identityOf(folder)));
      expect(all[0]).toMatch(/^folder ./);
      expect(new Set(all).size).toBe(1);
      return all[0];
    });
    expect(new Set(await Promise.all(made)).size).toBe(2);
  });

  it("is given to no folder that is not ours", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "index.html"), "mine");
    await expect(identityOf(folder)).rejects.toThrow("holds files that Offprint did not put there");
    expect(readdirSync(folder)).toEqual(["index.html"]);
  });
});

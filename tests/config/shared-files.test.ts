import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placedFiles, readFiles, sharedOf } from "../../src/config/shared-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A configuration in a new folder, with other files, as nodes share it. */
function shared(text: string, others: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = temporaryFolder();
  const file = join(folder, "offprint.yaml");
  writeFileSync(file, text);
  for (const [name, content] of Object.entries(others)) {
    mkdirSync(join(folder, "lists"), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const files = [file, ...Object.keys(others).map((name) => join(folder, name))];
  const read = readFiles({ file, files });
  if (read === null) throw new Error("a file cannot be read");
  return { folder, ...sharedOf({ file, siteUrl: "https://desk.example" }, read) };
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  Buffer.from(files.get(path) ?? []).toString("utf8");

describe("the files that nodes share", () => {
  it("are named by their way from the configuration, and equal in any folder", () => {
    const others = { "lists/all.opml": "<opml/>", "icon.png": Uint8Array.of(137, 0, 255) };
    const [one, other] = [shared("site: {}", others), shared("site: {}", others)];
    expect([...one.files.keys()]).toEqual(["", "lists/all.opml", "icon.png"]);
    expect(other.hash).toBe(one.hash);
    expect([...placedFiles(one.files, "/etc/desk.yaml").keys()]).toEqual([
      "/etc/desk.yaml",
      "/etc/lists/all.opml",
      "/etc/icon.png",
    ]);
  });

  it("differ by each byte, by a name, and by what is missing", () => {
    const lists = (text: string) => ({ "lists/all.opml": text });
    const hashes = [
      shared("a"),
      shared("b"),
      shared("a", lists("x")),
      shared("a", lists("y")),
      shared("a", { "lists/other.opml": "x" }),
      shared("a", { "icon.png": "x" }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("that lie elsewhere keep their paths", () => {
    const { folder: elsewhere } = shared("", { "lists/all.opml": "" });
    const folder = temporaryFolder();
    const file = join(folder, "offprint.yaml");
    writeFileSync(file, "");
    const list = join(elsewhere, "lists/all.opml");
    const read = readFiles({ file, files: [file, list] });
    expect([...(read?.keys() ?? [])]).toEqual(["", list]);
    expect([...placedFiles(read ?? new Map(), "/etc/desk.yaml").keys()]).toContain(list);
  });

  it("are none when one of them is gone", () => {
    const { folder, file } = shared("a", { "icon.png": "x" });
    rmSync(join(folder, "icon.png"));
    expect(readFiles({ file, files: [file, join(folder, "icon.png")] })).toBeNull();
  });
});

describe("passwords", () => {
  it.each([
    ["url: https://me:secret@wire.example/rss", "url: https://me@wire.example/rss"],
    ["database: postgres://me:se%40cret@db:5432/desk", "database: postgres://me@db:5432/desk"],
    ["url: https://me:se@cr:et@wire.example/rss", "url: https://me@wire.example/rss"],
    ["url: https://:secret@wire.example/", "url: https://@wire.example/"],
    ['<outline xmlUrl="https://a:secret@b.example/"/>', '<outline xmlUrl="https://a@b.example/"/>'],
    [
      "[HTTPS://a:secret@b.example, https://c:secret@d.example]",
      "[HTTPS://a@b.example, https://c@d.example]",
    ],
  ])("%s is shared without it", (text, without) => {
    const { files } = shared(text);
    expect(textOf(files, "")).toBe(without);
  });

  it.each([
    "url: https://wire.example:8443/@desk",
    "contact: desk@example.org # see http://a.example:80/x@y",
    "auth: { basic: WIRE_LOGIN }",
    "site: { url: 'https://desk.example:444' }  # ask me@desk.example",
    "userAgent: Offprint/1.0 (+{site.url}/about; {contact})",
  ])("%s has none, and stays", (text) => {
    expect(textOf(shared(text).files, "")).toBe(text);
  });

  it("make no difference between two nodes", () => {
    const [one, other] = ["one", "two"].map((word) =>
      shared(`url: https://me:${word}@wire.example`),
    );
    expect(one?.hash).toBe(other?.hash);
  });

  it("are not looked for in pictures", () => {
    const bytes = Buffer.from("\x89PNG https://me:secret@wire.example \xff", "latin1");
    const { files } = shared("a", { "icon.png": bytes });
    expect(Buffer.from(files.get("icon.png") ?? []).equals(bytes)).toBe(true);
  });
});

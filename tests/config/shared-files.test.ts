import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { opmlParts } from "../../src/adapters/markup/opml-parts.ts";
import { placedFiles } from "../../src/config/placed-files.ts";
import { readFiles, sharedOf } from "../../src/config/shared-files.ts";
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
  return { folder, ...sharedOf({ file, siteUrl: "https://desk.example" }, read, opmlParts) };
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
    [
      "database: postgres://db/desk?user=me&password=secret",
      "database: postgres://db/desk?user=me",
    ],
    ["url: https://me:se@cr:et@wire.example/rss", "url: https://me@wire.example/rss"],
    ["url: https://:secret@wire.example/", "url: https://wire.example/"],
    ["{ url: https://a:secret@b.example/ }", "{ url: https://a@b.example/ }"],
    [
      "[HTTPS://a:x@b.example, https://c:x@d.example/e]",
      "[HTTPS://a@b.example, https://c@d.example/e]",
    ],
    ["userAgent: I (+https://a:secret@b.example)", 'userAgent: "I (+https://a@b.example)"'],
  ])("%s is shared without it", (text, without) => {
    expect(textOf(shared(text).files, "")).toBe(without);
  });

  it.each([
    String.raw`url: "https:\/\/me:secret@wire.example\/rss"`,
    String.raw`url: "https://me\x3asecret\u0040wire.example/rss"`,
    String.raw`url: "https://me:sec\tret@wire.example/rss"`,
    String.raw`url: 'https:\\me:secret@wire.example\rss'`,
    "url: 'https://me:se''c\"ret@wire.example/rss'",
    "{'url':'https://me:secret@wire.example/rss'}",
    '{"url":"https://me:secret@wire.example/rss","rights":full}',
    "url: &wire 'https:me:secret@wire.example/rss'\nsame: *wire",
    "url: !!str https:/me:secret@wire.example/rss # as a string",
    "url: |\n  https://me:secret@wire.example/rss\nrights: full",
    "url: >-  # folded\n  https://me:secret@wire.example/rss\nrights: full\n",
    "url: >-\r\n  https://me:secret@wire.example/rss\r\nrights: full\r\n",
    "? 'https://me:secret@wire.example/rss'\n: x",
    "url: https://me:sec\n  ret@wire.example/rss",
  ])("%j is shared without it, and means the same address", (text) => {
    const without = textOf(shared(text).files, "");
    expect(without).not.toMatch(/ret/);
    expect(JSON.stringify(parse(without))).toContain("https://me@wire.example/rss");
    expect(Object.keys(parse(without))).toHaveLength(Object.keys(parse(text)).length);
  });

  it.each([
    ['"https://a:secret@b.example/"', '"https://a@b.example/"'],
    ["'https&#58;//a:&quot;secret@b.example/?x&amp;y' ", '"https://a@b.example/?x&amp;y" '],
    ['\n"https://a:&#x73;ecret&#64;b.example/"', '\n"https://a@b.example/"'],
  ])("xmlUrl=%s of a list is shared without it", (written, without) => {
    const list = (url: string) => `<opml><body><outline text='a' xmlUrl=${url}/></body></opml>`;
    const { files } = shared("site: {}", { "lists/all.opml": list(written) });
    expect(textOf(files, "lists/all.opml")).toBe(list(without));
  });

  it.each([
    "url: https://wire.example:8443/@desk",
    "contact: desk@example.org",
    "auth: { basic: WIRE_LOGIN }",
    "site: { url: 'https://desk.example:444' }",
    "userAgent: Offprint/1.0 (+{site.url}/about; {contact})",
    String.raw`title: "a\x20b"`,
    "url: https://me@wire.example",
    "[not: yaml",
  ])("%s has none, and stays", (text) => {
    expect(textOf(shared(text).files, "")).toBe(text);
  });

  it.each([
    ['# old: https://me:s e"c#r<e>t/@wire.example\nsite: {}', "#\nsite: {}"],
    ["site: {} # ?token=secret, password: secret\r\n#\r\n", "site: {} #\r\n#\r\n"],
    ["%YAML 1.2 # secret\n--- # secret\n{}\n... # secret\n", "%YAML 1.2 #\n--- #\n{}\n... #\n"],
    ["a: |+ # secret\n  # text\n\n# secret\nb: 1", "a: |+ #\n  # text\n\n#\nb: 1"],
    ["a: >- # secret\n  https://me:x@b.example\nb: 1", 'a: "https://me@b.example"\nb: 1'],
    [
      "a: ['# text', \"# text\", b#text, # secret\n  c ]",
      "a: ['# text', \"# text\", b#text, #\n  c ]",
    ],
    ["a: \x1f#text \x02 # secret", "a: \x1f#text \x02 #"],
  ])("that comments hold are shared with no comment: %j", (text, without) => {
    expect(textOf(shared(text).files, "")).toBe(without);
  });

  it.each([
    ["<opml><!-- x --!><body/></opml>", "<opml><!----!><body/></opml>"],
    ["<opml><!-- me:secret -->\n<body/></opml>", "<opml><!---->\n<body/></opml>"],
    ["<opml><!-- a=\"\n secret\n--><body a='<!--'/><!--x", "<opml><!--\n\n--><body a='<!--'/><!--"],
  ])("that comments of a list hold are shared with no comment: %j", (text, without) => {
    const { files } = shared("site: {}", { "lists/all.opml": text });
    expect(textOf(files, "lists/all.opml")).toBe(without);
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

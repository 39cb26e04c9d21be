import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { editText } from "../../src/config/yaml/edit-text.ts";
import type { ConfigurationEdit } from "../../src/core/settings/configuration-edit.ts";

const FILE = `# our desk
site:
  title: "Example"   # shown everywhere
sources:
  # the town
  - id: nume                          # stable
    url: https://a.example/feed/      # a feed
    auth: { basic: NUME }
    # more of the town

  # the house
  - id: desk
    folder: samples/desk   # drop

  # - id: later
  #   url: https://later.example/
feeds:
- id: all
  prefer: [desk]
  where: { sources: [nume, "desk"] }   # both
- { id: town, where: { sources: [ nume ] } }
`;

const added = {
  id: "new",
  url: "https://n.example/feed?a=1#b",
  title: "Neu: „es“",
  categories: ["A", "B"],
};
const ADD: ConfigurationEdit = { kind: "add", list: "sources", entries: [added] };

describe("an added entry", () => {
  it("stands below the last one, and nothing else changes", () => {
    const edited = text(editText(FILE, ADD));
    const [before, after] = FILE.split("  # - id: later") as [string, string];
    const put = edited.slice(
      before.length - 1,
      edited.length - after.length - "  # - id: later".length,
    );
    expect(put).toContain("  - id: new\n    url: https://n.example/feed?a=1#b\n");
    expect(edited.replace(put.trim(), "")).toContain("# drop\n");
    expect(withoutLines(edited, FILE)).toEqual([
      "  - id: new",
      "    url: https://n.example/feed?a=1#b",
      '    title: "Neu: „es“"',
      "    categories:",
      "      - A",
      "      - B",
    ]);
    expect(parse(edited).sources.at(-1)).toEqual(added);
  });

  it.each([
    ["an empty file", ""],
    ["comments alone", "# nothing yet\n"],
    ["a list without entries", "sources: []\nfeeds: []\n"],
    ["a list of spaces", "sources: [  ]   # none\n"],
    ["a key without a value", "sources:   # none yet\nfeeds: []\n"],
    ["a key without a value at the end of the file", "site: {}\nsources:"],
    ["null", "sources: null # none\n"],
    ["no such key", "site:\n  title: X"],
    ["a list that is not indented", "sources:\n- id: a\n  url: https://a.example\nsite: {}\n"],
    ["a list at the end, without a line break", "sources:\n  - id: a\n    url: https://a.example"],
    ["entries on one line", "sources:\n  - { id: a, url: https://a.example } # a\nsite: {}\n"],
    ["a list on one line", "sources: [{ id: a, url: https://a.example }]\n"],
    ["a trailing comma", "sources: [\n  { id: a, url: https://a.example },\n]\n"],
    ["JSON", '{"site": {"title": "X"}, "sources": [{"id": "a", "url": "https://a.example"}]}'],
    ["JSON without the key", '{ "site": {} }\n'],
    ["empty JSON", "{}"],
    [
      "JSON of several lines",
      '{\n  "sources": [\n    { "id": "a", "url": "https://a.example" }\n  ]\n}\n',
    ],
    [
      "lines that end as on Windows",
      "sources:\r\n  - id: a\r\n    url: https://a.example\r\nsite: {}\r\n",
    ],
    [
      "a block of text last",
      "sources:\n  - id: a\n    title: |\n      two\n      lines\n    url: https://a.example\n",
    ],
  ])("is added to %s", (_, before) => {
    const edited = text(editText(before, ADD));
    const was = (parse(before) ?? {}) as { sources?: unknown[] };
    expect(parse(edited)).toEqual({ ...was, sources: [...(was.sources ?? []), added] });
    for (const comment of before.match(/#.*/g) ?? []) expect(edited).toContain(comment.trim());
  });

  it("is refused at an address that is polled already", () => {
    const again: ConfigurationEdit = {
      ...ADD,
      entries: [{ id: "twice", url: "https://a.example/feed/" }],
    };
    expect(editText(FILE, again)).toEqual({
      ok: false,
      error: 'the source "nume" is polled at this address already',
    });
  });

  it("is refused under an id that is there", () => {
    const again: ConfigurationEdit = { ...ADD, entries: [{ id: "desk", folder: "x" }] };
    expect(editText(FILE, again)).toEqual({
      ok: false,
      error: 'the source "desk" is in the configuration already',
    });
  });
});

describe("the first feed that is added", () => {
  const add: ConfigurationEdit = { kind: "add", list: "feeds", entries: [{ id: "town" }] };

  it.each(["site: { title: A desk }\n", "site: { title: A desk }\nfeeds: [] # none\n"])(
    "leaves the feed of everything, which was there without a word: %j",
    (before) => {
      const everything = { id: "all", title: "A desk", description: "A syndication desk" };
      const { feeds } = parse(text(editText(before, add)));
      expect(feeds).toEqual([everything, { id: "town" }]);
    },
  );

  it("stands alone beside feeds that are named", () => {
    expect(parse(text(editText("feeds: [{ id: b }]\n", add))).feeds).toEqual([
      { id: "b" },
      { id: "town" },
    ]);
  });
});

describe("a removed entry", () => {
  it.each([
    [
      "nume",
      [
        "  - id: nume                          # stable",
        "    url: https://a.example/feed/      # a feed",
        "    auth: { basic: NUME }",
      ],
    ],
    ["desk", ["  - id: desk", "    folder: samples/desk   # drop"]],
  ])("takes the lines of %s alone", (id, lines) => {
    const edited = text(editText(FILE, { kind: "remove", list: "sources", id }));
    expect(withoutLines(FILE, edited)).toEqual(lines);
    expect(withoutLines(edited, FILE)).toEqual([]);
  });

  it("leaves an empty list behind, to which another can be added", () => {
    const one = "sources:\n  - id: a\n    url: https://a.example\nsite: {}\n";
    const none = text(editText(one, { kind: "remove", list: "sources", id: "a" }));
    expect(parse(none)).toEqual({ sources: [], site: {} });
    expect(parse(text(editText(none, ADD)))).toEqual({ sources: [added], site: {} });
  });

  it.each(["a", "b", "c"])("takes %s out of a list on one line", (id) => {
    const flow = "feeds: [{ id: a }, { id: b }, { id: c }]\n";
    const edited = text(editText(flow, { kind: "remove", list: "feeds", id }));
    const left = ["a", "b", "c"].filter((each) => each !== id);
    expect(parse(edited)).toEqual({ feeds: left.map((each) => ({ id: each })) });
  });

  it("is refused when the file has none of its own", () => {
    const edited = editText(FILE, { kind: "remove", list: "sources", id: "of-a-list" });
    expect(edited).toEqual({ ok: false, error: expect.stringContaining("OPML") });
  });
});

describe("a changed entry", () => {
  it.each([
    ["nume", { every: "2h" }],
    ["nume", { url: "https://b.example/feed" }],
    ["desk", { title: "The house: ours", rights: "excerpt" }],
    ["desk", { categories: ["A, B", "C"], paused: true }],
  ])("sets keys of %s", (id, values) => {
    const edited = text(editText(FILE, { kind: "change", list: "sources", id, values }));
    const sources = (parse(FILE).sources as { id: string }[]).map((source) =>
      source.id === id ? { ...source, ...values } : source,
    );
    expect(parse(edited)).toEqual({ ...parse(FILE), sources });
    expect(edited.match(/#.*/g)).toEqual(FILE.match(/#.*/g));
  });

  it("sets keys of an entry on one line", () => {
    const values = { title: "Town", items: 5 };
    const edited = text(editText(FILE, { kind: "change", list: "feeds", id: "town", values }));
    expect(parse(edited).feeds[1]).toEqual({ ...parse(FILE).feeds[1], ...values });
  });

  it.each([
    'sources: [{ "id": "a", "url": "https://a.example" }]\n',
    "sources: [{ id: a, url: https://a.example }]\n",
  ])("keeps to the spelling of an entry on one line: %s", (before) => {
    const values = { title: "Rat, Stadt }", every: "1h" };
    const edited = text(editText(before, { kind: "change", list: "sources", id: "a", values }));
    expect(parse(edited).sources).toEqual([{ id: "a", url: "https://a.example", ...values }]);
    if (before.includes('"id"'))
      expect(() => JSON.parse(edited.slice("sources: ".length))).not.toThrow();
  });

  it("takes a key out", () => {
    const values = { url: null };
    const edit = { kind: "change", list: "sources", id: "nume", values } as const;
    expect(withoutLines(FILE, text(editText(FILE, edit)))).toEqual([
      "    url: https://a.example/feed/      # a feed",
    ]);
    const flow = "feeds: [{ id: a, title: X, items: 5 }, { id: b, title: Y }]\n";
    const drop = (id: string) =>
      text(editText(flow, { kind: "change", list: "feeds", id, values: { title: null } }));
    expect(parse(drop("a")).feeds[0]).toEqual({ id: "a", items: 5 });
    expect(parse(drop("b")).feeds[1]).toEqual({ id: "b" });
  });

  it("replaces a list that stands on lines of its own", () => {
    const before =
      "sources:\n  - id: a\n    categories:\n      - X\n      - Y\n    url: https://a.example\n";
    const values = { categories: ["Z"] };
    const edited = text(editText(before, { kind: "change", list: "sources", id: "a", values }));
    expect(parse(edited).sources).toEqual([
      { id: "a", url: "https://a.example", categories: ["Z"] },
    ]);
  });
});

it("renames a source, also where feeds name it", () => {
  const edited = text(editText(FILE, { kind: "rename-source", from: "nume", to: "123" }));
  const value = parse(edited);
  expect(value.sources[0].id).toBe("123");
  expect(value.feeds.map((feed: { where: unknown }) => feed.where)).toEqual([
    { sources: ["123", "desk"] },
    { sources: ["123"] },
  ]);
  expect(edited.split("\n").length).toBe(FILE.split("\n").length);
  expect(withoutLines(edited, FILE)).toHaveLength(3);
});

it.each([
  ["an anchor", "base: &s\n  - { id: a, url: https://a.example }\nsources: *s\n"],
  ["an entry that is an alias", "x: &a { id: a, url: https://a.example }\nsources:\n  - *a\n"],
  [
    "an alias of an anchor that goes",
    "sources:\n  - { id: a, url: https://a.example, categories: &c [x] }\n  - { id: b, url: https://b.example, categories: *c }\n",
  ],
  ["two documents", "sources: []\n---\nsources: []\n"],
  ["what is no map", "- 1\n"],
  ["a mistake", "sources: [\n"],
])("refuses %s, rather than write something else", (_, before) => {
  const remove: ConfigurationEdit = { kind: "remove", list: "sources", id: "a" };
  expect(editText(before, remove).ok).toBe(false);
});

function text(result: ReturnType<typeof editText>): string {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The lines of `text` that `other` lacks. */
function withoutLines(text: string, other: string): readonly string[] {
  const lines = other.split("\n");
  return text.split("\n").filter((line) => {
    const at = lines.indexOf(line);
    if (at >= 0) lines.splice(at, 1);
    return at < 0;
  });
}

import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/adapters/feed-reader/plain-text.ts";
import { detectLanguage } from "../../src/adapters/language.ts";
import { readContent } from "../../src/adapters/markup/clean-content.ts";
import { createReadPage } from "../../src/adapters/page-reader/read-page.ts";
import { createReadArticleFile } from "../../src/adapters/text-reader/read-article-file.ts";
import { parseYaml } from "../../src/config/yaml/read-yaml.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import type { CleanupExceptions } from "../../src/core/cleaning/exceptions.ts";
import { draftItems } from "../../src/ingest/draft-items.ts";
import { redraft } from "../../src/ingest/redraft.ts";
import { aFolder, NOW } from "../support/builders.ts";

const deps = {
  readContent,
  detectLanguage,
  plainText,
  readFeed: () => expect.unreachable("read a feed"),
  readArticleFile: createReadArticleFile({ parseYaml, detectLanguage }),
  readPage: createReadPage({ detectLanguage }),
  preparePage: () => expect.unreachable("prepared a page"),
};

const NONE: CleanupExceptions = { keep: [], drop: [] };

function draftFile(name: string, bytes: Uint8Array, cleanup = NONE) {
  return draftItems(
    {
      document: { bytes, contentType: null, url: null },
      file: { name, changedAt: NOW },
      source: aFolder({ cleanup }),
      items: 10,
      repeated: [],
      last: null,
    },
    deps,
  );
}

function draft(name: string, html: string | Uint8Array, cleanup = NONE): ArticleDraft {
  const drafted = draftFile(name, Buffer.from(html), cleanup);
  if (!drafted.ok) throw new Error(drafted.error.kind);
  const [first] = drafted.value.drafts;
  if (!first) throw new Error("no draft");
  return first;
}

const folder = new URL("../fixtures/texts/", import.meta.url);

describe.each(globSync("*.{html,htm}", { cwd: folder }))("%s", (name) => {
  const expected = JSON.parse(
    readFileSync(new URL(name.replace(/\.\w+$/, ".json"), folder), "utf8"),
  ) as Record<string, unknown>;

  it("is drafted as its description says", () => {
    expect(draft(name, readFileSync(new URL(name, folder)))).toMatchObject(expected);
  });
});

const PARAGRAPHS = [
  "The bridge over the gorge will stay closed for a third winter, and the commuters take the pass.",
  "A flood washed out one of its pillars two years ago, and the county has no money for another.",
  "The engineer warned that even a class of schoolchildren might be too heavy for the old deck.",
];
const htmlOf = (head = "", more = ""): string =>
  `<html lang="en"><head>${head}</head><body><article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}${more}</article></body></html>`;

describe("an HTML file", () => {
  it("has the time of the file when it says none, which is no news", () => {
    const { publishedAt, derived } = draft("a.html", htmlOf());
    expect(publishedAt).toBe(NOW);
    expect(derived).toContain("publishedAt");
  });

  it("without text is empty", () => {
    expect(draftFile("a.html", Buffer.from("<html></html>"))).toMatchObject({
      ok: false,
      error: { kind: "empty", message: expect.stringContaining("a.html") },
    });
  });

  it("is another article as received when its text is edited, not when a line of it is kept", () => {
    const label = "<p>Share this:</p>";
    const plain = draft("a.html", htmlOf("", label));
    const keeping = draft("a.html", htmlOf("", label), { ...NONE, keep: ["Share this"] });
    expect(keeping.receivedHash).toBe(plain.receivedHash);
    expect(keeping.text).toBe(`${plain.text}\n\nShare this:`);
    const edited = draft("a.html", htmlOf("", "<p>It opens in May, says the county at last.</p>"));
    expect(edited.receivedHash).not.toBe(plain.receivedHash);
  });

  it("is published no further than it says", () => {
    const { republish, lowered } = draft(
      "a.html",
      htmlOf('<meta name="robots" content="noarchive">'),
    );
    expect(republish).toBe("excerpt");
    expect(lowered).toEqual([{ to: "excerpt", by: "robots meta: noarchive" }]);
  });

  it("is drafted again the same from what was kept of it", () => {
    const first = draft("a.html", htmlOf("<title>Bridge</title>"));
    const article = { key: first.key, raw: first.raw, keptLines: [], page: null };
    const again = redraft({ source: aFolder(), articles: [article], repeated: [] }, deps);
    expect(again).toEqual({
      ok: true,
      value: [{ draft: first, refused: null, furtherUrl: null, goesOn: false }],
    });
  });
});

import { describe, expect, it } from "vitest";
import { plainText } from "../../src/adapters/feed-reader/plain-text.ts";
import { detectLanguage } from "../../src/adapters/language.ts";
import { readContent } from "../../src/adapters/markup/clean-content.ts";
import { preparePage } from "../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../src/adapters/page-reader/read-page.ts";
import type { Item } from "../../src/core/articles/item.ts";
import { NO_USAGE_HEADERS, type UsageHeaders } from "../../src/core/rights/usage-terms.ts";
import type { SourceDefinition } from "../../src/core/settings/definitions.ts";
import { draftArticle } from "../../src/ingest/draft-article.ts";
import type { RedraftArticle, Redrafted } from "../../src/ingest/ports.ts";
import { redraft } from "../../src/ingest/redraft.ts";
import { anItem, aReceived, aRemote } from "../support/builders.ts";
import { generateText, seeded } from "../support/generated-texts.ts";

const deps = {
  ...{ readContent, detectLanguage, plainText, preparePage },
  readPage: createReadPage({ detectLanguage }),
};

const URL_OF_PAGE = "https://valley.example/bridge";
const PARAGRAPHS = [
  "The bridge over the gorge will stay closed for a third winter, and the commuters take the pass.",
  "A flood washed out one of its pillars two years ago, and the county has no money for another.",
  "The engineer warned that even a class of schoolchildren might be too heavy for the old deck.",
];
const TEXT = PARAGRAPHS.join("\n\n");

function pageOf({ title = "Bridge stays closed", head = "", more = "" } = {}): string {
  const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("");
  return `<html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${text}${more}</article></body></html>`;
}

const SUMMARY = "<p>It is closed again, and nobody has the money.</p>";
const TEASER: Partial<Item> = {
  title: "Bridge stays closed",
  contentHtml: null,
  summaryHtml: SUMMARY,
};

type Given = {
  readonly item?: Partial<Item>;
  readonly html?: string | null;
  readonly headers?: Partial<UsageHeaders>;
  readonly source?: SourceDefinition;
  readonly repeated?: readonly string[];
  readonly rest?: Partial<RedraftArticle>;
};

function redraftOne({ item, html = pageOf(), headers, source, repeated, rest }: Given): Redrafted {
  const received = aReceived({ item: anItem({ ...TEASER, link: URL_OF_PAGE, ...item }) });
  const document = { bytes: Buffer.from(html ?? ""), contentType: null, url: URL_OF_PAGE };
  const page = { document, headers: { ...NO_USAGE_HEADERS, ...headers } };
  const article: RedraftArticle = {
    ...{ key: "key as stored", keptLines: [], raw: JSON.stringify(received) },
    page: html === null ? null : page,
    ...rest,
  };
  const job = { source: source ?? aRemote(), articles: [article], repeated: repeated ?? [] };
  const result = redraft(job, deps);
  if (!result.ok || !result.value[0]) throw new Error("not drafted");
  return result.value[0];
}

function drafted(given: Given) {
  const { draft } = redraftOne(given);
  if (!draft) throw new Error("no draft");
  return draft;
}

describe("an item with its page", () => {
  it("has the text of the page, its own summary and the key it is stored under", () => {
    const { draft, refused } = redraftOne({});
    expect(refused).toBeNull();
    expect(draft).toMatchObject({
      key: "key as stored",
      text: TEXT,
      summary: "It is closed again, and nobody has the money.",
      isFromPage: true,
      isSummaryOnly: false,
      wantsPage: true,
    });
  });

  it("is a part, and says that it goes on, where its next page is missing", () => {
    const more = `<a href="${URL_OF_PAGE}/2">2</a>`;
    const { draft, furtherUrl, goesOn } = redraftOne({ html: pageOf({ more }) });
    expect([furtherUrl, goesOn]).toEqual([`${URL_OF_PAGE}/2`, true]);
    expect(draft).toMatchObject({
      text: `${TEXT}\n\n…`,
      summary: "It is closed again, and nobody has the money.",
      isFromPage: true,
      isSummaryOnly: true,
    });
  });

  it("is whole where what follows may be another article", () => {
    const more = `<a rel="next" href="https://valley.example/weir">next page</a>`;
    const { draft, furtherUrl, goesOn } = redraftOne({ html: pageOf({ more }) });
    expect([furtherUrl, goesOn]).toEqual(["https://valley.example/weir", false]);
    expect(draft).toMatchObject({ isSummaryOnly: false });
    expect(draft?.text.endsWith("…")).toBe(false);
  });

  it("has what the page says more, and where it came from", () => {
    const head =
      '<meta name="author" content="Eve Berg"><meta property="og:image" content="/b.jpg">';
    const { authors, image, provenance } = drafted({ html: pageOf({ head }) });
    expect(authors).toEqual([{ name: "Eve Berg", email: null, url: null }]);
    expect(image?.url).toBe("https://valley.example/b.jpg");
    expect(provenance).toEqual({ authors: "page: author", image: "page: og:image" });
  });

  it("has the page's description for a summary, when it has none of its own", () => {
    const head = '<meta name="description" content="The third winter without a bridge.">';
    const item = { contentHtml: "<p>It is closed again, and…</p>", summaryHtml: null };
    expect(drafted({ item, html: pageOf({ head }) }).summary).toBe(
      "The third winter without a bridge.",
    );
  });

  it("is the same as received as the item alone", () => {
    const [alone, whole] = [drafted({ html: null }), drafted({})];
    expect(whole.receivedHash).toBe(alone.contentHash);
    expect(whole.receivedMetadataHash).toBe(alone.metadataHash);
    expect(whole.contentHash).not.toBe(alone.contentHash);
  });

  it("is the same when it is drafted again from what was kept", () => {
    const first = redraftOne({ html: pageOf({ more: "<p>Share this:</p>" }) });
    const again = redraftOne({ html: null, rest: { raw: first.draft?.raw ?? "" } });
    expect(again).toEqual(first);
    expect(first.draft?.removed.length).toBeGreaterThan(0);
  });

  it("keeps the lines that an editor keeps, and is no other item for it", () => {
    const html = pageOf({ more: "<p>Share this:</p>" });
    const [plain, keeping] = [
      drafted({ html }),
      drafted({ html, rest: { keptLines: ["Share this:"] } }),
    ];
    expect(plain.text).toBe(TEXT);
    expect(keeping.text).toBe(`${TEXT}\n\nShare this:`);
    expect(keeping.receivedHash).toBe(plain.receivedHash);
  });

  it("loses the lines that an editor drops, which its outline still shows", () => {
    const line = "The county asks all walkers for their patience, once more.";
    const html = pageOf({ more: `<p>${line}</p>` });
    const source = aRemote({ cleanup: { keep: [], drop: [line] } });
    const [plain, dropping] = [drafted({ html }), drafted({ html, source })];
    expect(plain.text).toContain(line);
    expect(dropping.text).toBe(TEXT);
    expect(dropping.outline).toEqual(plain.outline);
    expect(dropping.receivedHash).toBe(plain.receivedHash);
  });
});

describe("what a page says about its use", () => {
  const meta = (content: string): string =>
    pageOf({
      head: `<meta name="robots" content="${content}"><meta property="og:image" content="/b.jpg">`,
      more: '<p><img src="/c.jpg" alt="The gorge"></p>',
    });

  it("lowers what may be republished, with its reason", () => {
    expect(drafted({ html: meta("noarchive") })).toMatchObject({
      republish: "excerpt",
      lowered: [{ to: "excerpt", by: "robots meta: noarchive" }],
    });
    expect(drafted({ headers: { robotsTag: "nosnippet" } })).toMatchObject({
      republish: "link",
      lowered: [{ by: "X-Robots-Tag: nosnippet" }],
    });
  });

  it("raises nothing", () => {
    const source = aRemote({ rights: "link", fullText: "always" });
    expect(drafted({ source })).toMatchObject({ republish: "link", lowered: [] });
  });

  it("limits the summary", () => {
    const { summary } = drafted({ html: meta("max-snippet:20") });
    expect(summary.length).toBeLessThanOrEqual(20);
    expect(summary).toMatch(/^It is closed/);
  });

  it("takes its pictures away", () => {
    const shown = drafted({ html: meta("index") });
    const hidden = drafted({ html: meta("noimageindex") });
    expect(shown.image).not.toBeNull();
    expect(shown.contentHtml).toContain("<img ");
    expect(hidden.image).toBeNull();
    expect(hidden.contentHtml).not.toContain("<img ");
  });

  it("takes the pictures among its enclosures away, and nothing else", () => {
    const picture = { url: "https://valley.example/b.jpg", type: "image/jpeg", bytes: null };
    const sound = { url: "https://valley.example/b.mp3", type: "audio/mpeg", bytes: null };
    const item = { enclosures: [picture, sound] };
    expect(drafted({ item, html: meta("index") }).enclosures).toEqual([picture, sound]);
    expect(drafted({ item, html: meta("noimageindex") }).enclosures).toEqual([sound]);
  });
});

describe("a page that is not used", () => {
  const other = pageOf({ title: "Sheep market" });

  it.each<[string, Given, RegExp]>([
    ["is another article's", { html: other }, /something else/],
    ["is empty", { html: "<html></html>" }, /no text/],
    ["has no more", { html: `<title>Bridge stays closed</title>${SUMMARY}` }, /no more text/],
  ])("%s: the item stays as it is, and says why", (_, given, reason) => {
    const { draft, refused } = redraftOne(given);
    expect(refused).toMatch(reason);
    expect(draft).toEqual({ ...drafted({ html: null }), key: "key as stored" });
  });

  it("leaves the page that was kept before", () => {
    const { raw } = drafted({});
    const { draft, refused } = redraftOne({ html: other, rest: { raw } });
    expect(refused).toMatch(/something else/);
    expect(draft).toMatchObject({ isFromPage: true, text: TEXT, raw });
  });

  it("is one of a source that wants none any more", () => {
    const { raw } = drafted({});
    const source = aRemote({ fullText: "never" });
    expect(drafted({ html: null, source, rest: { raw } }).isFromPage).toBe(false);
  });
});

describe("an item whose feed shows only the beginning of its text now", () => {
  const WHOLE = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("");
  const formerText = { contentHtml: WHOLE, summaryHtml: null };
  const item = anItem({ ...TEASER, link: URL_OF_PAGE, title: "Corrected", categories: ["Roads"] });
  const teaser = aReceived({ item });
  const raw = JSON.stringify({ ...teaser, formerText });

  it("has all that it says and the text of before, and is known again by what it says", () => {
    const { draft, refused } = redraftOne({ html: null, rest: { raw } });
    expect(refused).toBeNull();
    expect(draft).toMatchObject({ title: "Corrected", categories: ["Roads"], text: TEXT, raw });
    expect(draft).toMatchObject({ isSummaryOnly: false, isFromPage: false });
    const alone = drafted({ html: null, rest: { raw: JSON.stringify(teaser) } });
    const { itemHash, receivedHash, receivedMetadataHash } = alone;
    expect(draft).toMatchObject({ itemHash, receivedHash, receivedMetadataHash });
  });

  it("has the text of its page where that has more, and not where it has less", () => {
    const html = pageOf({ title: "Corrected", more: `<p>${generateText(seeded(4), 300)}</p>` });
    expect(drafted({ html, rest: { raw } })).toMatchObject({ isFromPage: true });
    const long = `${WHOLE}<p>${generateText(seeded(3), 300)}</p>`;
    const rest = {
      raw: JSON.stringify({ ...teaser, formerText: { ...formerText, contentHtml: long } }),
    };
    const { draft, refused } = redraftOne({ html: pageOf({ title: "Corrected" }), rest });
    expect(refused).toContain("only the beginning");
    expect(draft).toMatchObject({ isFromPage: false, text: expect.stringContaining(TEXT) });
  });
});

describe("a batch", () => {
  it("loses one article to a bad one", () => {
    const good = { ...{ key: "b", keptLines: [], page: null }, raw: JSON.stringify(anItem()) };
    const job = {
      source: aRemote(),
      articles: [{ ...good, key: "a", raw: "{" }, good],
      repeated: [],
    };
    expect(redraft(job, deps)).toMatchObject({
      value: [
        { draft: null, refused: expect.stringContaining("JSON") },
        { draft: { key: "b" }, refused: null },
      ],
    });
  });

  it("drafts an item that was kept alone as it was drafted at first", () => {
    const item = anItem();
    const context = { source: aRemote(), repeated: [], keptLines: [] };
    const { draft } = draftArticle(aReceived({ item, documentUrl: null }), context, deps);
    const article = { ...{ key: draft.key, keptLines: [], page: null }, raw: JSON.stringify(item) };
    expect(redraft({ source: aRemote(), articles: [article], repeated: [] }, deps)).toEqual({
      ok: true,
      value: [{ draft, refused: null, furtherUrl: null, goesOn: false }],
    });
  });
});

describe("an article whose page was kept", () => {
  const STORY = generateText(seeded(9), 400).split("\n\n");
  const html = (paragraphs: readonly string[], title = "Bridge stays closed") =>
    `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join("")}</article></body></html>`;
  const kept = { url: URL_OF_PAGE, html: html(STORY), headers: NO_USAGE_HEADERS };
  const again = (paragraphs: readonly string[], item: Partial<Item> = {}) => {
    const received = { item: anItem({ ...TEASER, link: URL_OF_PAGE, ...item }), page: kept };
    const raw = JSON.stringify(aReceived(received));
    return redraftOne({ html: html(paragraphs), rest: { raw } });
  };

  it("keeps it when the page shows only its beginning now, with what changed in the item", () => {
    const { draft, refused } = again([STORY[0] ?? "", "Subscribe to read on."], {
      title: "Bridge stays closed in May",
    });
    expect(refused).toBe("its page shows only the beginning of what it had");
    expect(draft?.title).toBe("Bridge stays closed in May");
    expect(draft?.text).toContain(STORY.at(-1));
    expect(JSON.parse(draft?.raw ?? "{}").page).toEqual(kept);
  });

  it("takes the new one when it is the article as its editors have it now", () => {
    const corrected = STORY.map((paragraph, at) => (at === 2 ? "A corrected line." : paragraph));
    const { draft, refused } = again(corrected);
    expect(refused).toBeNull();
    expect(draft?.text).toContain("A corrected line.");
    expect(draft?.text).not.toContain(STORY[2]);
  });
});

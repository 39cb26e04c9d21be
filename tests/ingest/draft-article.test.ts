import { describe, expect, it } from "vitest";
import type { Item } from "../../src/core/articles/item.ts";
import type { Received } from "../../src/core/articles/received.ts";
import { isSameItem } from "../../src/core/articles/stored-context.ts";
import type { SourceDefinition } from "../../src/core/settings/definitions.ts";
import { draftArticle } from "../../src/ingest/draft-article.ts";
import { aFolder, anItem, aReceived, aRemote, NOW } from "../support/builders.ts";
import { readableBy } from "../support/readable.ts";

/** Knows paragraphs and nothing else: what cleaning does is tested where it is done. */
const readContent = readableBy((html) => ({
  contentHtml: html,
  text: html.replaceAll("</p><p>", "\n\n").replace(/<[^>]*>/g, ""),
  removed: [{ text: "Share this", rule: "share-label" }],
  outline: [],
}));
const deps = {
  readContent,
  detectLanguage: (text: string) => (text === "" ? null : "de"),
  plainText: (html: string) => html.replaceAll("&amp;", "&").replace(/<[^>]*>/g, "") || null,
  readPage: () => expect.unreachable("read a page"),
};

const REMOTE = aRemote({ rights: "excerpt", categories: ["Local", "News"] });

type Given = Partial<Received> & { readonly source?: SourceDefinition };

function draft(overrides: Partial<Item>, { source = REMOTE, ...rest }: Given = {}) {
  const received = aReceived({ item: anItem(overrides), ...rest });
  return draftArticle(received, { source, repeated: [], keptLines: [] }, deps).draft;
}

describe("with what sources repeat", () => {
  const line = (hash: string) => ({ hash, lead: null, digits: 0, words: 3, traits: 1 });
  const cleanings: string[] = [];
  const outlined: typeof deps = {
    ...deps,
    readContent: readableBy((html, cleanup) => {
      cleanings.push(html);
      const isKnown = cleanup.repeated.includes("common:a");
      const text = isKnown ? "Less." : "More than that.";
      return { contentHtml: html, text, removed: [], outline: [line("a")] };
    }),
  };
  const draftBy = (repeated: readonly string[]) => {
    cleanings.length = 0;
    const item = anItem({ title: "Bridge", contentHtml: "<p>More than that.</p>" });
    const context = { source: REMOTE, repeated, keptLines: [] };
    return draftArticle(aReceived({ item }), context, outlined).draft;
  };

  it("is cleaned by it when one of its lines is among that; whether the item changed is told without", () => {
    const [plain, cleaned] = [draftBy([]), draftBy(["common:a"])];
    expect([plain.text, cleaned.text]).toEqual(["More than that.", "Less."]);
    expect(cleaned.receivedHash).toBe(plain.receivedHash);
    expect(isSameItem(plain, cleaned)).toBe(true);
  });

  it("is not cleaned again for lines that it has not", () => {
    draftBy([]);
    const once = cleanings.length;
    draftBy(["common:b", "tail:exact:c"]);
    expect(cleanings).toHaveLength(once);
    draftBy(["tail:exact:a"]);
    expect(cleanings.length).toBeGreaterThan(once);
  });
});

it("names its authors without markup", () => {
  const named = (name: string) => ({ name, email: null, url: null });
  const authors = [named("Müller &amp; Söhne"), named("<b>Ada</b>"), named("<br>")];
  expect(draft({ authors }).authors.map(({ name }) => name)).toEqual([
    "Müller & Söhne",
    "Ada",
    null,
  ]);
});

it("has title, names and categories without what nobody sees, and one title however it is composed", () => {
  const authors = [{ name: "A\u200bda", email: null, url: null }];
  const categories = ["Spo\u00adrt", "\ufeff", "Local"];
  const found = draft({ title: " Mu\u0308ller\u202e\u2028kommt\u0085", authors, categories });
  expect(found.title).toBe("Müller kommt…");
  expect(found.authors[0]?.name).toBe("Ada");
  expect(found.categories).toEqual(["Sport", "Local", "News"]);
});

it("has a title of its text when its own is nothing that anybody sees", () => {
  expect(draft({ title: "\u200b", contentHtml: "<p>The bridge is open.</p>" }).title).toBe(
    "The bridge is open.",
  );
});

describe("an article's key", () => {
  it("does not depend on how titles are cleaned", () => {
    const at = { guid: null, link: null };
    const [one, other] = ["Ver\u00adkehr", "Verkehr"].map((title) => draft({ ...at, title }));
    expect(one?.title).toBe(other?.title);
    expect(one?.key).not.toBe(other?.key);
  });

  it.each<[string, Partial<Item>, RegExp]>([
    ["is the guid", { guid: "4711" }, /^4711$/],
    [
      "is the address without a guid",
      { guid: null, link: "https://a.example/x?utm_id=1#y" },
      /^https:\/\/a\.example\/x$/,
    ],
    ["is the content at a home page", { guid: null, link: "https://a.example/" }, /^sha256:/],
    ["is the content without both", { guid: null, link: null }, /^sha256:/],
    ["is hashed when it is too long", { guid: "x".repeat(513) }, /^sha256:.{43}$/],
  ])("%s", (_what, item, expected) => {
    expect(draft(item).key).toMatch(expected);
  });

  it("tells two texts at one home page apart", () => {
    const at = { guid: null, link: "https://a.example/" };
    expect(draft({ ...at, title: "One" }).key).not.toBe(draft({ ...at, title: "Two" }).key);
  });
});

describe("what an item does not say", () => {
  it("is derived and marked as derived", () => {
    const bare = draft({
      title: null,
      language: null,
      publishedAt: null,
      contentHtml: "<p>Die Brücke ist offen. Alle freuen sich.</p>",
    });
    expect(bare).toMatchObject({
      title: "Die Brücke ist offen.",
      language: "de",
      publishedAt: null,
    });
    expect(bare.derived.toSorted()).toEqual(["language", "publishedAt", "title"]);
  });

  it("is its link, else its source, for a title without a text", () => {
    const empty = { title: null, contentHtml: null };
    expect(draft(empty).title).toBe("https://valley.example/bridge");
    expect(draft({ ...empty, link: null }).title).toBe("valley");
  });

  it("is not marked when it is said", () => {
    expect(draft({}).derived).toEqual([]);
  });
});

describe("the content", () => {
  it("is the summary when there is nothing else", () => {
    const summaryOnly = draft({ contentHtml: null, summaryHtml: "<p>Short.</p>" });
    expect(summaryOnly).toMatchObject({ isSummaryOnly: true, text: "Short.", summary: "Short." });
  });

  it.each([0, -14 * 365 * 86_400_000])("takes %i for no date", (publishedAt) => {
    const { derived, ...undated } = draft({ publishedAt });
    expect(undated.publishedAt).toBeNull();
    expect(derived).toContain("publishedAt");
  });

  it("does not sum up by the paragraph that became its title", () => {
    const untitled = draft({
      title: null,
      contentHtml: "<p>Windows at night</p><p>One a day.</p>",
    });
    expect(untitled).toMatchObject({ title: "Windows at night", summary: "One a day." });
  });

  it("keeps the publisher's own summary beside it", () => {
    const both = draft({ contentHtml: "<p>Long.</p>", summaryHtml: "<p>In short.</p>" });
    expect(both).toMatchObject({ isSummaryOnly: false, text: "Long.", summary: "In short." });
  });

  it("lends its first picture to an article without one", () => {
    const { image } = draft({
      contentHtml:
        '<p><img src="https://a.example/x?a=1&amp;b=2" alt="&quot;A&quot;" width="3"></p>',
    });
    expect(image).toEqual({
      url: "https://a.example/x?a=1&b=2",
      width: 3,
      height: null,
      alt: '"A"',
      credit: null,
    });
    expect(draft({ contentHtml: '<img src="data:image/png;base64,xx">' }).image).toBeNull();
  });

  it("carries what was removed, the rights and the categories of the source", () => {
    expect(draft({ categories: ["News", "Bridge"] })).toMatchObject({
      removed: [{ rule: "share-label" }],
      republish: "excerpt",
      categories: ["News", "Bridge", "Local"],
    });
  });
});

describe("whose copy it is", () => {
  it.each<[string, Partial<Item>, Given, boolean]>([
    ["the source's host", { link: "https://www.valley.example/x" }, {}, true],
    ["another host", { link: "https://wire.example/x" }, {}, false],
    [
      "the host of the feed's home page",
      { link: "https://wire.example/x" },
      { siteUrl: "https://wire.example/" },
      true,
    ],
    ["a home page that is no URL", { link: "https://wire.example/x" }, { siteUrl: "wire" }, false],
    ["no address at all", { link: null }, { source: aFolder() }, true],
    ["an address in a folder", { link: "https://wire.example/x" }, { source: aFolder() }, false],
  ])("%s", (_what, item, context, expected) => {
    expect(draft(item, context).isOnOwnHost).toBe(expected);
  });
});

describe("the hashes", () => {
  const plain = draft({});
  it.each<[string, Partial<Item>, "contentHash" | "metadataHash" | "neither"]>([
    ["title", { title: "Other" }, "contentHash"],
    ["text", { contentHtml: "<p>Other.</p>" }, "contentHash"],
    [
      "picture",
      { image: { url: "https://a.example/x", width: 1, height: 1, alt: null, credit: null } },
      "contentHash",
    ],
    ["author", { authors: [{ name: "Ada", email: null, url: null }] }, "metadataHash"],
    ["date", { publishedAt: NOW }, "metadataHash"],
    [
      "a link in the text",
      { contentHtml: `${anItem().contentHtml}<a href="https://a.example"></a>` },
      "metadataHash",
    ],
    ["the time of an update that changed nothing", { updatedAt: NOW }, "neither"],
  ])("of another %s", (_what, item, expected) => {
    const other = draft(item);
    expect(other.contentHash !== plain.contentHash).toBe(expected === "contentHash");
    if (expected !== "contentHash") {
      expect(other.metadataHash !== plain.metadataHash).toBe(expected === "metadataHash");
    }
  });

  it("of a picture with another token in its address are those of the same picture", () => {
    const at = (url: string) =>
      draft({ image: { url, width: null, height: null, alt: null, credit: null } });
    const one = at("https://img.example/a.jpg?token=1");
    const other = at("https://img.example/a.jpg?token=2");
    expect(other.contentHash).toBe(one.contentHash);
    expect(other.metadataHash).not.toBe(one.metadataHash);
  });

  it("of a derived date are the same whenever the file was touched", () => {
    const file = { source: aFolder(), derived: ["publishedAt" as const] };
    expect(draft({ publishedAt: NOW }, file).metadataHash).toBe(
      draft({ publishedAt: 5 }, file).metadataHash,
    );
  });

  it("of equal words are equal, whatever the markup and punctuation", () => {
    const one = draft({ contentHtml: "<p>The bridge, at last!</p>" });
    const other = draft({ contentHtml: "<h2>THE BRIDGE</h2> – at last" });
    expect(one.textHash).toBe(other.textHash);
    expect(one.tokenCount).toBe(4);
  });
});

describe("a counter in an item", () => {
  const counted = (views: number) =>
    draft({ contentHtml: `<p>The bridge is open again.</p><p>Views: ${views}</p>` });
  const [one, other] = [counted(12), counted(13)];

  it("makes it no other item, though it is stored as it came", () => {
    expect(isSameItem(one, other)).toBe(true);
    expect(one.contentHash).toBe(other.contentHash);
    expect(one.metadataHash).not.toBe(other.metadataHash);
    expect(one.text).toContain("Views: 12");
  });
});

/** Of `anItem()`, as 0.1.0 made them. */
const HASHES = {
  itemHash: "DF_w8IN0Wu7-bty-00ZWJSRX49dCGZFAiDLFdZEECus",
  receivedHash: "7PYC8ihTdoEm_3wYTB_QyzlzImDo77ZFn5MB1vAS74Q",
  receivedMetadataHash: "utw5juu5QXdFHK9xSejHSHfZ9kxRb3AsAMfa7p3TlUo",
};

describe("what older versions did not read", () => {
  const hashes = (item: Partial<Item>) => {
    const { itemHash, receivedHash, receivedMetadataHash } = draft(item);
    return { itemHash, receivedHash, receivedMetadataHash };
  };

  it("leaves the hashes of an item that says nothing of it as 0.1.0 made them", () => {
    expect(hashes({})).toEqual(HASHES);
  });

  it("is no news of an item that says it, but is stored", () => {
    const file = { url: "https://valley.example/a.mp3", type: null, bytes: null };
    const before = hashes({ enclosures: [file] });
    for (const item of [
      { episode: { durationSeconds: 60 }, enclosures: [file] },
      { licences: ["https://valley.example/terms"], enclosures: [file] },
      { enclosures: [{ ...file, durationSeconds: 60 }] },
    ]) {
      expect(hashes(item).receivedHash).toBe(before.receivedHash);
      expect(hashes(item).receivedMetadataHash).not.toBe(before.receivedMetadataHash);
    }
  });
});

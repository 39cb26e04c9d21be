import { describe, expect, it } from "vitest";
import type { Archived } from "../../../src/core/entries/archive.ts";
import type { ChangeKind } from "../../../src/core/entries/publication.ts";
import type { StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { StoredArticle } from "../../../src/core/entries/stored-article.ts";
import { changeOf, dated, isNews, tellingOf } from "../../../src/publish/archives/telling.ts";
import { aStoredArticle, aStoredEntry, HOUR, NOW } from "../../support/builders.ts";
import { aCopy } from "../../support/entries.ts";

const entryOf = (article: Partial<StoredArticle> = {}, overrides: Partial<StoredEntry> = {}) =>
  aStoredEntry({ article: aStoredArticle(article), ...overrides });

const PLACE = { updatedAt: NOW - HOUR, isTombstone: false, isWithdrawn: false };
const archivedAs = (entry: StoredEntry, overrides: Partial<Archived> = {}): Archived => ({
  isPending: false,
  told: tellingOf(entry, "full"),
  last: { ...PLACE, articleId: entry.article.id },
  ...overrides,
});

const isTakenAnew = (entry: StoredEntry, archived: Archived): boolean =>
  isNews(entry, tellingOf(entry, "full"), archived);

const PICTURE = "https://valley.example/mill.jpg";
const EPISODE = "https://valley.example/show.mp3";

/** An article with pictures and links whose parameters change from poll to poll. */
const polled = (link = "&_=1", token = "?token=1", more = "<p>12 views</p>", path = PICTURE) =>
  entryOf({
    canonicalUrl: `https://valley.example/?p=7${link}`,
    contentHtml: `<p>Text <a href="https://valley.example/?p=8${link.replace("&", "&amp;")}">a</a></p><img src="${path}${token}" alt="">${more}`,
    image: { ...{ width: null, height: null, alt: null, credit: null }, url: `${path}${token}` },
    enclosures: [{ url: `${EPISODE}${token}`, type: "audio/mpeg", bytes: 5 }],
  });

describe("an archive takes an entry anew", () => {
  it("that shows another picture, leads elsewhere or says more, whatever its parameters count", () => {
    const archived = archivedAs(polled());
    expect(isTakenAnew(polled("&_=1", "?token=1", "", `${PICTURE}.other.jpg`), archived)).toBe(
      true,
    );
    expect(isTakenAnew(polled("&q=1"), archived)).toBe(true);
    expect(isTakenAnew(polled("&_=1", "?token=1", "<p>More of it.</p>"), archived)).toBe(true);
  });

  it.each([
    ["what counts requests in its addresses", polled("&_=2")],
    ["what its pictures and recordings are asked with", polled("&_=1", "?token=2")],
    ["how many views it had", polled("&_=1", "?token=1", "<p>13 views</p>")],
  ])("not when this changed from poll to poll: %s", (_what, entry) => {
    expect(isTakenAnew(entry, archivedAs(polled()))).toBe(false);
  });

  const archived = archivedAs(entryOf());

  it.each<[string, StoredEntry]>([
    ["its text", entryOf({ contentHtml: "<p>Corrected</p>" })],
    ["its address", entryOf({ canonicalUrl: "https://valley.example/moved" })],
    ["its authors", entryOf({ authors: [{ name: "Ada", email: null, url: null }] })],
    ["its text, which then changed back", entryOf({ updatedAt: NOW })],
    ["its lead", entryOf({ id: "other" })],
    [
      "its copies",
      entryOf({}, { copies: [{ ...aCopy(), origin: null, link: null, canonicalUrl: null }] }),
    ],
  ])("when this changed, whatever its dates say: %s", (_what, entry) => {
    expect(isTakenAnew(entry, archived)).toBe(true);
  });

  it.each<[string, StoredEntry]>([
    ["nothing", entryOf()],
    [
      "what was removed from its text",
      entryOf({ removed: [{ text: "Share", rule: "share-label" }] }),
    ],
    ["how its source is named", entryOf({ source: { ...entryOf().article.source, title: "New" } })],
    ["less of it may be shown", entryOf({ republish: "link" })],
  ])("not when this changed: %s", (_what, entry) => {
    expect(isTakenAnew(entry, archived)).toBe(false);
  });

  it("when it was withdrawn, when that was taken back, and when more of it may be shown", () => {
    const withdrawn = entryOf({}, { withdrawal: { at: NOW, reason: null } });
    expect(isTakenAnew(withdrawn, archived)).toBe(true);
    const last = { ...PLACE, articleId: entryOf().article.id, isWithdrawn: true };
    expect(isTakenAnew(entryOf(), archivedAs(entryOf(), { last }))).toBe(true);
    expect(isTakenAnew(entryOf(), archivedAs(entryOf({ republish: "excerpt" })))).toBe(true);
  });

  it("that waits only to say something else", () => {
    const waiting = archivedAs(entryOf(), { isPending: true, last: null });
    expect(isTakenAnew(entryOf(), waiting)).toBe(false);
    expect(isTakenAnew(entryOf({ republish: "excerpt" }), waiting)).toBe(true);
  });

  it("from before its face was noted by its date or its lead", () => {
    const before = archivedAs(entryOf(), { told: null });
    expect(isTakenAnew(entryOf({ categories: ["New"] }), before)).toBe(false);
    expect(isTakenAnew(entryOf({}, { updatedAt: NOW }), before)).toBe(true);
    expect(isTakenAnew(entryOf({ id: "other" }), before)).toBe(true);
  });
});

describe("an entry's date in a feed", () => {
  const told = tellingOf(entryOf(), "full");
  const updatedAt = (entry: StoredEntry, now = NOW) => dated(entry, told, now).updatedAt;

  it("is its own as long as that is newer, or nothing was told", () => {
    expect(dated(entryOf(), null, NOW).updatedAt).toBe(NOW - HOUR);
    expect(updatedAt(entryOf({ title: "New" }, { updatedAt: NOW - 5 }))).toBe(NOW - 5);
  });

  it("stays while the feed shows the same, also where the entry's own is older", () => {
    expect(updatedAt(entryOf({ categories: ["New"] }, { updatedAt: 0 }))).toBe(NOW - HOUR);
  });

  it("stays while only the spelling of the address changes, and what counts requests in it", () => {
    const at = (canonicalUrl: string) => entryOf({ canonicalUrl }, { updatedAt: NOW - HOUR });
    const told = tellingOf(at("https://valley.example/1?_=1"), "full");
    expect(dated(at("http://www.valley.example/1/?_=2"), told, NOW).updatedAt).toBe(NOW - HOUR);
    expect(dated(at("https://valley.example/2?_=1"), told, NOW).updatedAt).toBe(NOW);
  });

  it("is now, and a second later at least, when another copy is shown or that was corrected", () => {
    expect(updatedAt(entryOf({ title: "Another" }))).toBe(NOW);
    expect(updatedAt(entryOf({ updatedAt: NOW }), NOW - HOUR)).toBe(NOW - HOUR + 1000);
  });
});

describe("what became of an entry", () => {
  const shown = entryOf();
  const withdrawn = entryOf({}, { withdrawal: { at: NOW, reason: null } });
  const merged = entryOf({}, { withdrawal: { at: NOW, reason: null, mergedInto: "other" } });
  const place = (over: Partial<typeof PLACE> = {}) => ({
    last: { ...PLACE, articleId: shown.article.id, ...over },
  });
  const pending = { isPending: true, last: null };

  it.each<[ChangeKind, string, StoredEntry, Archived | undefined]>([
    ["published", "that the archive does not know", shown, undefined],
    [
      "published",
      "of which nothing was told",
      shown,
      archivedAs(shown, { last: null, told: null }),
    ],
    ["updated", "that was told otherwise", shown, archivedAs(entryOf({ title: "Before" }))],
    ["updated", "that waits in another wording", shown, archivedAs(shown, pending)],
    ["updated", "archived before tellings were kept", shown, archivedAs(shown, { told: null })],
    ["withdrawn", "that was told", withdrawn, archivedAs(shown)],
    ["withdrawn", "that only waits", withdrawn, archivedAs(shown, pending)],
    ["merged", "that was told", merged, archivedAs(shown)],
    ["merged", "whose withdrawal was told", merged, archivedAs(withdrawn)],
    ["restored", "whose withdrawal was told last", shown, archivedAs(withdrawn)],
    ["restored", "whose withdrawal waits", shown, archivedAs(withdrawn, pending)],
    [
      "restored",
      "whose place lost its text before tellings were kept",
      shown,
      archivedAs(shown, { told: null, ...place({ isWithdrawn: true }) }),
    ],
    [
      "restored",
      "whose place is a tombstone from before tellings were kept",
      shown,
      archivedAs(shown, { told: null, ...place({ isTombstone: true }) }),
    ],
  ])("%s: one %s", (kind, _what, entry, archived) => {
    expect(changeOf(entry, archived)).toBe(kind);
  });
});

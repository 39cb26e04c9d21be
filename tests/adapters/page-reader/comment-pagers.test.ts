import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const readPage = createReadPage({ detectLanguage });
const OWN = "https://reed.example/walks/along-the-dyke";

const SENTENCE =
  "The dyke runs eleven miles from the mill to the sea, and no road touches it on the way there.";
const ARTICLE = `<p>${SENTENCE}</p><p>Boots can be had at the mill, where the miller's aunt writes every name into a book.</p>`;
const said = (text: string): string => `<div class="entry"><p>${text}</p></div>`;
const COMMENTS =
  said("I walked it in May with two dogs.") + said("The bench is gone, I am afraid.");

/** Where an article surely goes on, of a page with this behind its text. */
function goesOn(below: string, { url = OWN, head = "", inside = "" } = {}): string | null {
  const html = `<html><head><title>Along the dyke</title>${head}</head><body class="single comments-open">
    <main><article class="post has-comments"><h1>Along the dyke</h1>${ARTICLE}${inside}</article>${below}</main></body></html>`;
  const page = { bytes: Buffer.from(html), contentType: "text/html; charset=utf-8", url };
  const result = readPage({ url, html: preparePage(page), further: [] }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.goesOn ? result.value.furtherUrl : null;
}

const two = (query = "?page=2", attributes = ""): string =>
  `<a href="?page=1">1</a> <a href="${query}" ${attributes}>2</a>`;

describe("a pager of comments", () => {
  it.each([
    [
      "WordPress",
      `<div id="comments"><h2>2 thoughts on “Along the dyke”</h2>${COMMENTS}<nav class="comment-navigation">${two()}</nav></div>`,
    ],
    [
      "Drupal",
      `<section class="comment-wrapper"><h2 class="title">Comments</h2>${COMMENTS}<ul class="pager"><li><a href="?page=1">2</a></li><li><a rel="next" href="?page=1">next ›</a></li></ul></section>`,
    ],
    [
      "a thread made for search engines",
      `<div id="disqus_thread">${COMMENTS}<div class="pages">${two()}</div></div>`,
    ],
    [
      "vBulletin's blogs",
      `<ol class="postlist">${COMMENTS}</ol><div class="threadpagenav">${two("?page=2#comments")}</div>`,
    ],
    ["a plug-in that leads to its place", `<div class="x1">${two("?page=2#kommentare")}</div>`],
    ["a counted heading", `<h3>Comments (34)</h3>${COMMENTS}<div class="x1">${two()}</div>`],
    ["German", `<h3>34 Kommentare</h3>${COMMENTS}<div class="x1">${two()}</div>`],
    ["Spanish", `<h3>34 comentarios</h3>${COMMENTS}<div class="x1">${two()}</div>`],
    ["Polish", `<h3>Komentarze (34)</h3>${COMMENTS}<div class="x1">${two()}</div>`],
    ["Turkish", `<h3>34 Yorum</h3>${COMMENTS}<div class="x1">${two()}</div>`],
    [
      "a heading above a form",
      `<h3>Reacties</h3>${COMMENTS}<div class="x1">${two()}</div><form><textarea></textarea></form>`,
    ],
    ["a pager that says so", `<nav aria-label="Commentaires">${two()}</nav>`],
    ["a pager with words beside its links", `<div class="pager">Kommentare: ${two()}</div>`],
    ["a link that says so", `<div>${two("?page=2", 'title="Seite 2 der Kommentare"')}</div>`],
    ["older comments", `<div><a rel="next" href="?page=2">Ältere Kommentare</a></div>`],
    ["previous answers", `<div><a rel="next" href="?page=2">Newer replies</a></div>`],
  ])("leads to no rest of the article: %s", (_, below) => {
    expect(goesOn(below)).toBeNull();
  });

  it("is what rel=next in the head leads through, too", () => {
    const head = '<link rel="next" href="?page=2">';
    const below = `<h3>34 Kommentare</h3>${COMMENTS}<div>${two()}</div>`;
    expect(goesOn(below, { head })).toBeNull();
    expect(goesOn("", { head })).toBe(`${OWN}?page=2`);
  });

  it("is that of a thread", () => {
    const url = "https://reed.example/forum/showthread.php?t=12";
    const below = `<div class="pagenav"><a rel="next" href="showthread.php?t=12&page=2">2</a></div>`;
    expect(goesOn(below, { url })).toBeNull();
    const named = "https://reed.example/threads/along-the-dyke.12";
    expect(goesOn(`<div><a href="${named}/page-2">2</a></div>`, { url: named })).toBeNull();
  });
});

describe("a pager of the article", () => {
  const pages = `<div class="pages">${two()}</div>`;
  it.each([
    ["before the comments", "", `${pages}<h3>34 Kommentare</h3>${COMMENTS}`],
    ["in the article", pages, `<h3>34 Kommentare</h3>${COMMENTS}`],
    ["in both places", pages, `<div id="comments">${COMMENTS}${pages}</div>`],
    ["below a section called after a discussion", `<h2>Discussion</h2>${ARTICLE}${pages}`, ""],
    ["below a section of debates", `<h2>3 Debatten um den Deich</h2>${ARTICLE}${pages}`, ""],
    ["behind the section", `<h3>34 Kommentare</h3>${COMMENTS}<h3>Along the dyke</h3>${pages}`, ""],
  ])("leads to the rest: %s", (_, inside, below) => {
    expect(goesOn(below, { inside })).toBe(`${OWN}?page=2`);
  });

  it("counts from 0 in some systems", () => {
    const pager = `<ul class="pager"><li><a href="?page=1">2</a></li><li><a href="?page=2">3</a></li></ul>`;
    expect(goesOn("", { inside: pager })).toBe(`${OWN}?page=1`);
  });

  it("leads to another host", () => {
    const at = "https://weir.example/walks/along-the-dyke?page=2";
    expect(goesOn("", { inside: `<a rel="next" href="${at}">2</a>` })).toBe(at);
    expect(goesOn("", { inside: `<a href="${at}">Along the dyke</a>` })).toBeNull();
    const head = `<link rel="next" href="https://weir.example/walks/over-the-weir">`;
    expect(goesOn("", { head })).toBeNull();
  });
});

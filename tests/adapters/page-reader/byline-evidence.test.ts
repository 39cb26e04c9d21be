import { describe, expect, it } from "vitest";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";

const SENTENCE =
  "The harbour board met on Tuesday and approved a plan to raise the eastern quay before the storms arrive.";

type Given = { readonly head?: string; readonly below?: string; readonly url?: string };

function namesOf(lines: string, { head = "", below = "", url = AT }: Given = {}) {
  const html = `<html><head><title>Quay raised</title>${head}</head><body><main><h1>Quay raised</h1>${lines}
    <p>${SENTENCE}</p><p>${SENTENCE}</p>${below}</main></body></html>`;
  const { metadata } = readMetadata(readFacts(parsePage(html)), url);
  return metadata.authors.map(({ name }) => name);
}
const AT = "https://harbour.example/quay";
const declared = (name: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay raised","author":{"name":"${name}"}}</script>`;

describe("an agency's name alone under the headline", () => {
  it("is who wrote", () => {
    expect(namesOf("<p class='credit'>AFP</p>")).toEqual(["AFP"]);
    expect(namesOf("<div>AFP/Reuters</div>")).toEqual(["AFP", "Reuters"]);
  });

  it.each([
    ["signs a picture", '<div><img src="/quay.jpg"><span>x</span><div>AFP</div></div>'],
    ["is a person's", "<p>Sid</p>"],
    ["is a word", "<p>Keystone</p>"],
  ])("is none where it %s", (_, lines) => expect(namesOf(lines)).toEqual([]));

  it("is none on the agency's own pages", () => {
    const head = '<meta property="og:site_name" content="Reuters">';
    expect(namesOf("<p>Reuters</p>", { head })).toEqual([]);
    expect(namesOf("<p>Reuters</p>")).toEqual(["Reuters"]);
  });
});

describe("an account", () => {
  it("is who has the picture before it, with a date", () => {
    const line = '<img class="avatar avatar-19" src="/a.jpg"> <a href="/?u=7">hafenlupe</a>';
    expect(namesOf(`<div>${line} 18.10.2019, 15:07 Uhr</div>`)).toEqual(["hafenlupe"]);
    expect(namesOf('<div><a href="/?u=7">hafenlupe</a> 18.10.2019, 15:07 Uhr</div>')).toEqual([]);
  });

  it("is called as the page names it", () => {
    const below = `<p>${SENTENCE} (Ines R. Holm)</p>`;
    expect(namesOf("", { head: declared("ines.holm"), below })).toEqual(["Ines R. Holm"]);
    expect(namesOf("", { head: declared("ines.holm") })).toEqual(["ines.holm"]);
    expect(namesOf("", { head: declared("ines.berg"), below })).toEqual(["ines.berg"]);
  });

  it("is read behind a date inside a line", () => {
    const line =
      "<div>Port (1 / 1) <span>06.11.2023 13:30 by Olga</span> <span>Photo Quay</span></div>";
    expect(namesOf(line)).toEqual(["Olga"]);
  });

  it("that the page surely shows counts before a club that only its system names", () => {
    const head = '<meta name="author" content="Harbour Rowing Friends">';
    const line = '<p class="byline">Written by <a href="/user/6">Cooper</a></p>';
    expect(namesOf(line, { head })).toEqual(["Cooper"]);
  });
});

it("a signature may stand in the last line of a text", () => {
  const below = `<div>${SENTENCE}<br><br>© Quay Law<br><br>Author: <a href="/l">Lawyer</a> Ines Holm</div>`;
  expect(namesOf("", { below })).toEqual(["Lawyer Ines Holm"]);
});

it("a site that is called like its author is named where it declares that author", () => {
  const head = `<meta property="og:site_name" content="Ines Holm">${declared("Ines Holm")}`;
  expect(namesOf("", { head, url: "https://www.inesholm.example/quay" })).toEqual(["Ines Holm"]);
  expect(namesOf("", { head, url: AT })).toEqual([]);
});

describe("a line of the text that names somebody", () => {
  const filed = `<span class="author vcard"><a href="/author/bo" rel="author">Bo Li</a></span>`;
  const guest = "<p><strong>By Ines Holm</strong></p>";

  it("is who wrote where the system names who filed it", () => {
    expect(namesOf(`${filed}${guest}`, { head: declared("Bo Li") })).toEqual(["Ines Holm"]);
    const standfirst = `<p><em>${SENTENCE}</em></p>`;
    const lines = `${filed}${standfirst}<p>Von Ines Holm und Ada Ray</p>`;
    expect(namesOf(lines, { head: declared("Bo Li") })).toEqual(["Ines Holm", "Ada Ray"]);
  });

  it.each([
    ["another line says who wrote", `<p class="byline">By Bo Li</p>${guest}`],
    ["it is a heading", `${filed}<h4>By Ines Holm</h4>`],
    ["it is a link", `${filed}<p><a href="/story">By Ines Holm</a></p>`],
    ["more stands in it", `${filed}<p>By Ines Holm, whose last novel was a great success</p>`],
    ["no sentence follows", `${filed}${guest}<p>Harbour views</p>`],
    ["it is a phrase", `${filed}<p>By Popular Demand</p>`],
    ["it stands further down", `${filed}<p>${SENTENCE}</p><p>${SENTENCE}</p>${guest}`],
    ["it stands among teasers", `${filed}<div class="teaser">${guest}<p>${SENTENCE}</p></div>`],
  ])("is not where %s", (_, lines) => {
    expect(namesOf(lines, { head: declared("Bo Li") })).toEqual(["Bo Li"]);
  });
});

it("an organisation keeps the conjunction in its name, people are told apart", () => {
  const author = (type: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay raised","author":{"@type":"${type}","name":"River Trade and Harbour Freight"}}</script>`;
  expect(namesOf("", { head: author("Organization") })).toEqual([
    "River Trade and Harbour Freight",
  ]);
  expect(namesOf("", { head: author("Person") })).toEqual(["River Trade", "Harbour Freight"]);
});

describe("a site under a short name", () => {
  it.each(["HV Tagblatt", "HT"])("writes none of its articles as %s", (name) => {
    const site = '<meta property="og:site_name" content="Hafenviertler Tagblatt">';
    expect(namesOf("", { head: `${site}${declared(name)}` })).toEqual([]);
  });

  it.each(["KV Tagblatt", "Tagblatt", "HV Rundschau", "HTX"])("is not %s", (name) => {
    const site = '<meta property="og:site_name" content="Hafenviertler Tagblatt">';
    expect(namesOf("", { head: `${site}${declared(name)}` })).toEqual([name]);
  });
});

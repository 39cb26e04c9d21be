import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feed-reader/read-feed.ts";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const day = (number: number): string => `2026-03-0${number}T10:00:00Z`;
const each = (write: (number: number) => string): string => DAYS.map(write).join("");

const NS = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"';
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${NS}>`;
const json = (name: string): string => {
  const items = DAYS.map((number) => ({
    id: `${number}`,
    title: `${number}`,
    [name]: day(number),
  }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items });
};

const atom = (name: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${each(
    (n) => `<entry><id>${n}</id><title>${n}</title><${name}>${day(n)}</${name}></entry>`,
  )}</feed>`;

describe("a document with more items than the limit, the oldest first", () => {
  it.each([
    [
      "RSS",
      `<rss version="2.0"><channel>${each(
        (n) => `<item><title>${n}</title><pubDate>${n} Mar 2026 10:00:00 GMT</pubDate></item>`,
      )}</channel></rss>`,
    ],
    [
      "RDF",
      `${RDF}<channel/>${each((n) => `<item><title>${n}</title><dc:date>${day(n)}</dc:date></item>`)}</rdf:RDF>`,
    ],
    ["Atom", atom("published")],
    ["Atom with updated alone", atom("updated")],
    ["JSON Feed", json("date_published")],
    ["JSON Feed with date_modified alone", json("date_modified")],
  ])("gives the newest, and says how many are missing: %s", (_name, text) => {
    const read = readFeed({ bytes: Buffer.from(text), contentType: null, url: null }, { items: 3 });
    expect(read).toMatchObject({
      ok: true,
      value: {
        items: [{ title: "5" }, { title: "6" }, { title: "7" }],
        warnings: [
          {
            kind: "too-many-items",
            detail: "4 of 7 items were left out: the newest 3 were read",
          },
        ],
      },
    });
  });
});

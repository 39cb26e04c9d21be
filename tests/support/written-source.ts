import fc from "fast-check";
import { HOUR, NOW } from "./builders.ts";
import { generateText, seeded } from "./generated-texts.ts";

/*
 * A feed as its publisher writes it, in RSS, Atom or JSON, and what becomes of the document from poll to poll: items come, go,
 * move, are corrected and listed twice, take each other's names, and what stands around them changes.
 */

type WrittenItem = {
  readonly number: number;
  readonly guid: string | null;
  readonly link: string | null;
  readonly title: string;
  readonly text: string;
  readonly date: number | null;
  /** Markup at its end. */
  readonly more: string;
};

type WrittenDocument = {
  readonly items: readonly WrittenItem[];
  readonly language: string;
  readonly comment: string;
  /** What the entity `valley` stands for. */
  readonly entity: string;
  readonly between: string;
  /** The part of it that is cut off, 0 to 1. */
  readonly cut: number;
  readonly url: string;
};

/** A change of a document; `at` is drawn from 0 to 9, and is a place in it where that is taken modulo its length. */
type Step = { readonly what: keyof typeof CHANGES; readonly at: number };

export type WrittenPlan = {
  readonly format: "rss" | "atom" | "json";
  readonly guid: "own" | "one" | "none";
  readonly link: "own" | "one" | "none";
  readonly words: 0 | 10 | 60;
  readonly isDated: boolean;
  readonly first: number;
  readonly turns: readonly (readonly Step[])[];
};

/** Items that are taken of a document. */
export const MOST_ITEMS = 12;

const AT = "https://valley.example";

type Draw = {
  readonly at: number;
  readonly fresh: () => WrittenItem;
  readonly past: readonly WrittenDocument[];
};

type Change = (document: WrittenDocument, draw: Draw) => WrittenDocument;

const withItems =
  (change: (items: readonly WrittenItem[], draw: Draw) => readonly WrittenItem[]): Change =>
  (document, draw) => ({ ...document, items: change(document.items, draw) });

/** Puts other items in the place of one. */
const inPlace = (
  change: (item: WrittenItem, other: WrittenItem, draw: Draw) => readonly WrittenItem[],
): Change =>
  withItems((items, draw) => {
    const place = draw.at % Math.max(1, items.length);
    return items.flatMap((item, index) =>
      index === place ? change(item, items[(place + 1) % items.length] ?? item, draw) : [item],
    );
  });

const otherWord = (text: string, at: number): string => text.replace(/[a-z]+/, `word${at}`);

const minutesLater = (date: number | null, minutes: number): number | null =>
  date === null ? null : date + minutes * 60_000;

const CHANGES = {
  "a new item": withItems((items, { fresh }) => [fresh(), ...items]),
  "a new item within": inPlace((item, _, { fresh }) => [item, fresh()]),
  "more items than are taken": withItems((items, { fresh }) => [
    ...Array.from({ length: MOST_ITEMS }, fresh),
    ...items.slice(0, 2),
  ]),
  "no items": withItems(() => []),
  "one less": inPlace(() => []),
  "another order": withItems((items) => items.toReversed()),
  "one moved": withItems((items, { at }) => [...items.slice(at % 3), ...items.slice(0, at % 3)]),
  "one twice": inPlace((item) => [item, item]),
  "a version above": inPlace((item, _, { at }) => [
    { ...item, text: otherWord(item.text, at), date: minutesLater(item.date, at) },
    item,
  ]),
  "a version below": inPlace((item, _, { at }) => [
    item,
    { ...item, text: otherWord(item.text, at), date: minutesLater(item.date, -at) },
  ]),
  "another title": inPlace((item, _, { at }) => [{ ...item, title: otherWord(item.title, at) }]),
  "another text": inPlace((item, _, { at }) => [{ ...item, text: otherWord(item.text, at) }]),
  "another date": inPlace((item, _, { at }) => [
    { ...item, date: minutesLater(item.date, at - 5) },
  ]),
  "other dates": withItems((items, { at }) =>
    items.map((item) => ({ ...item, date: minutesLater(item.date, at - 5) })),
  ),
  "a date of the future": inPlace((item) => [{ ...item, date: NOW + 9_000 * HOUR }]),
  "no date": inPlace((item) => [{ ...item, date: null }]),
  "another guid": inPlace((item, _, { at }) => [{ ...item, guid: `${item.number}-${at}` }]),
  "another address": inPlace((item, _, { at }) => [
    { ...item, link: `${AT}/${at}/${item.number}` },
  ]),
  "another's guid": inPlace((item, { guid }) => [{ ...item, guid }]),
  "another's address": inPlace((item, { link }) => [{ ...item, link }]),
  "another's title": inPlace((item, { title }) => [{ ...item, title }]),
  "another's text": inPlace((item, { text }) => [{ ...item, text }]),
  "a date that nobody can read": inPlace((item) => [
    { ...item, more: "<pubDate>soon</pubDate><published>soon</published>" },
  ]),
  "a quoted item": inPlace((item) => [
    { ...item, more: "<author><![CDATA[<item> </item> <entry> </entry>]]></author>" },
  ]),
  "a commented end": inPlace((item) => [
    { ...item, more: "<!-- </item><item> </entry><entry> -->" },
  ]),
  "another language": (document, { at }) => ({ ...document, language: at % 2 ? "de" : "en" }),
  "another comment": (document, { at }) => ({ ...document, comment: `<!-- ${at} -->` }),
  "another entity": (document, { at }) => ({ ...document, entity: `valley ${at}` }),
  "other marks between": (document, { at }) => ({ ...document, between: at % 2 ? "<!-- -->" : "" }),
  "an end too early": (document, { at }) => ({ ...document, cut: at / 12 }),
  "another url": (document, { at }) => ({ ...document, url: `${AT}/${at % 2}/feed` }),
  "a former document": (document, { at, past }) => past.at(-1 - at) ?? document,
} as const satisfies Record<string, Change>;

const KINDS = Object.keys(CHANGES) as (keyof typeof CHANGES)[];

export const writtenPlans: fc.Arbitrary<WrittenPlan> = fc.record({
  format: fc.constantFrom("rss", "rss", "atom", "json"),
  guid: fc.constantFrom("own", "own", "one", "none"),
  link: fc.constantFrom("own", "own", "one", "none"),
  words: fc.constantFrom(0, 10, 60),
  isDated: fc.boolean(),
  first: fc.integer({ min: 1, max: 5 }),
  turns: fc.array(
    fc.array(fc.record({ what: fc.constantFrom(...KINDS), at: fc.nat(9) }), {
      ...{ minLength: 1, maxLength: 3 },
    }),
    { minLength: 2, maxLength: 8 },
  ),
});

export type WrittenPoll = { readonly now: number; readonly url: string; readonly text: string };

/** The documents of a plan, one a poll. */
export function write(plan: WrittenPlan): readonly WrittenPoll[] {
  let count = 0;
  const fresh = (): WrittenItem => {
    count += 1;
    return freshItem(count, plan);
  };
  const past: WrittenDocument[] = [
    { ...EMPTY, items: Array.from({ length: plan.first }, fresh).toReversed() },
  ];
  for (const steps of plan.turns) {
    let document: WrittenDocument = { ...(past.at(-1) ?? EMPTY), cut: 0 };
    for (const { what, at } of steps) document = CHANGES[what](document, { at, fresh, past });
    past.push(document);
  }
  return past.map((document, poll) => ({
    now: NOW + poll * HOUR,
    url: document.url,
    text: written(document, plan),
  }));
}

const EMPTY: WrittenDocument = {
  ...{ items: [], language: "en", comment: "", entity: "valley", between: "\n", cut: 0 },
  url: `${AT}/feed`,
};

function freshItem(number: number, { guid, link, words, isDated }: WrittenPlan): WrittenItem {
  const guids = { own: `tag:${number}`, one: "0", none: null };
  const links = { own: `${AT}/${number}`, one: "news", none: null };
  return {
    number,
    guid: guids[guid],
    link: links[link],
    title: generateText(seeded(number), 6),
    text: generateText(seeded(1000 + number), words),
    date: isDated ? NOW - 9 * HOUR + number * 60_000 : null,
    more: "",
  };
}

const WRITERS: Record<WrittenPlan["format"], (document: WrittenDocument) => string> = {
  rss: (document) =>
    `${prologOf(document)}<rss version="2.0"><channel><title>V</title><language>${document.language}</language>${itemsOf(document, rssItem)}</channel></rss>`,
  atom: (document) =>
    `${prologOf(document)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${document.language}"><title>V</title>${itemsOf(document, atomEntry)}</feed>`,
  json: ({ language, items }) =>
    JSON.stringify({
      ...{ version: "https://jsonfeed.org/version/1.1", title: "V", language },
      items: items.map(jsonItem),
    }),
};

function written(document: WrittenDocument, { format }: WrittenPlan): string {
  const whole = WRITERS[format](document);
  return whole.slice(0, whole.length * (1 - document.cut));
}

const prologOf = ({ entity, comment }: WrittenDocument): string =>
  `<!DOCTYPE feed [<!ENTITY valley "${entity}">]>${comment}`;

const itemsOf = (
  { items, between }: WrittenDocument,
  itemOf: (item: WrittenItem) => string,
): string => items.map(itemOf).join(between);

const element = (name: string, value: string | null): string =>
  value === null ? "" : `<${name}>${value}</${name}>`;

/** Every second text stands in a CDATA section, the others name an entity. */
const textOf = ({ text, number }: WrittenItem): string => {
  if (text === "") return "";
  return number % 2 ? `<![CDATA[<p>${text}</p>]]>` : `&lt;p>${text} &valley;&lt;/p>`;
};

const timeOf = ({ date }: WrittenItem): string | null =>
  date === null ? null : new Date(date).toISOString();

const rssItem = (item: WrittenItem): string =>
  `<item>${element("title", item.title)}${element("link", item.link)}${element("guid", item.guid)}${element("pubDate", timeOf(item))}${element("description", textOf(item))}${item.more}</item>`;

function atomEntry(item: WrittenItem): string {
  const link = item.link === null ? "" : `<link href="${item.link}"/>`;
  return `<entry>${element("id", item.guid)}${element("title", item.title)}${link}${element("published", timeOf(item))}<content type="html">${textOf(item)}</content>${item.more}</entry>`;
}

const jsonItem = (item: WrittenItem) => ({
  ...{ id: item.guid, url: item.link, title: item.title, content_text: item.text },
  date_published: timeOf(item),
});

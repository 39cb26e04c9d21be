import { describe, expect, it } from "vitest";
import { DAY, HOUR, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { createKnownModel } from "../../../support/known-model.ts";
import { AT, draft, poll, STORIES, type Told, text } from "./polls-of-one-source.ts";

describe("a window of stories that moves on", () => {
  const windows = [[0], [1, 0], [2, 1, 0], [3, 2], [3], [0, 3]];
  it.each<[string, (index: number) => Partial<Told>]>([
    ["no guid and one address", () => ({ link: `${AT}/incidents` })],
    [
      "the address of a section as guid",
      () => ({ link: `${AT}/incidents`, guid: `${AT}/incidents` }),
    ],
    ["the address of the feed as guid", (n) => ({ link: `${AT}/${n}`, guid: `${AT}/feed.xml` })],
    ["one guid and an address of its own", (n) => ({ link: `${AT}/${n}`, guid: "N/A" })],
    ["one guid and the home page", () => ({ link: `${AT}/`, guid: "0" })],
    ["a guid a day", (n) => ({ guid: `2026-02-${10 + (n >> 1)}`, link: `${AT}/today` })],
    ["neither guid nor address", () => ({})],
    ["guids of its own and one address", (n) => ({ guid: `tag:${n}`, link: `${AT}/show` })],
  ])("with %s keeps each of them once, under its id", (_what, names) => {
    const item = (n: number): Told => ({
      ...{ title: STORIES[n] ?? "", text: text(n), publishedAt: NOW - n * DAY },
      ...names(n),
    });
    const { titles, seen, counts } = poll(windows.map((window) => window.map(item)));
    expect(titles).toEqual(STORIES.toSorted());
    expect(seen.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(counts.map(({ new: count }) => count)).toEqual([1, 1, 1, 1, 0, 0]);
  });
});

it("an item that a document lists twice in the same words keeps its names, and is corrected under them", () => {
  const item = (n: number): Told => ({
    ...{ guid: `tag:${n}`, link: `${AT}/${n}`, title: STORIES[n] ?? "" },
  });
  const corrected = { ...item(0), title: `${STORIES[0]}, police say` };
  const { titles } = poll([
    [item(0), item(0)],
    [item(1), item(1), item(0)],
    [item(1), corrected],
  ]);
  expect(titles).toEqual([corrected.title, STORIES[1]].toSorted());
});

describe("another story under the name of an article", () => {
  it.each<[string, Partial<Told>]>([
    ["guid", { guid: `${AT}/feed.xml` }],
    ["address", { link: `${AT}/news` }],
    ["guid that is also the address", { guid: `${AT}/news`, link: `${AT}/news` }],
  ])("does not take it over: one %s", (_what, names) => {
    const first = { title: "Mail comes late", text: text(1), ...names };
    const second = { title: "Console slow", text: text(2), ...names };
    const { titles, counts } = poll([[first], [second], [first], [second, first]]);
    expect(titles).toEqual(["Console slow", "Mail comes late"]);
    expect(counts.map(({ new: count }) => count)).toEqual([1, 1, 0, 0]);
  });

  const recording = (n: number): Partial<Told> => ({
    enclosures: [{ url: `${AT}/${n}.mp3`, type: "audio/mpeg", bytes: null }],
  });
  it.each<[string, (n: number) => Partial<Told>]>([
    ["recording over one blurb", (n) => ({ ...recording(n), text: "All the news." })],
    ["recording over nothing", recording],
    ["picture", (n) => ({ image: `${AT}/${n}.png` })],
  ])("does not take it over: one title, another date and another %s", (_what, shown) => {
    const issue = (n: number): Told => ({
      ...{ guid: `${AT}/show`, link: `${AT}/show`, title: "The show", ...shown(n) },
      publishedAt: NOW + n * HOUR - DAY,
    });
    const { titles, counts } = poll([1, 2, 3, 3].map((n) => [issue(n)]));
    expect(titles).toHaveLength(3);
    expect(counts.map(({ new: count }) => count)).toEqual([1, 1, 1, 0]);
  });

  it.each<[string, (n: number) => Partial<Told>]>([
    ["date", (n) => ({ publishedAt: NOW + n * HOUR - DAY })],
    ["address", (n) => ({ link: `${AT}/${n}` })],
  ])(
    "does not take it over: other notes that are mostly the same, another recording and %s",
    (_what, moved) => {
      const issue = (n: number): Told => ({
        ...{ guid: "0", title: "The show", text: `${generateText(seeded(n), 9)} ${text(7)}` },
        ...{ ...recording(n), ...moved(n) },
      });
      expect(poll([1, 2, 3].map((n) => [issue(n)])).titles).toHaveLength(3);
    },
  );

  it.each<[string, Partial<Told>]>([
    ["guid", { guid: "0" }],
    ["address", { link: `${AT}/show` }],
  ])(
    "is the article when it has the recording and date of one, of many under a %s",
    (_what, name) => {
      const episode = (n: number, title: string): Told => ({
        ...{ ...name, ...recording(n), title, publishedAt: NOW - n * DAY },
      });
      const [first, second] = [episode(1, "The mayor speaks"), episode(2, "Bread and flour")];
      const corrected = episode(1, "The new mayor answers");
      const { titles, counts } = poll([
        [first, second],
        [corrected, second],
      ]);
      expect(titles).toEqual(["Bread and flour", "The new mayor answers"]);
      expect(counts[1]).toEqual({ new: 0, updated: 1 });
    },
  );

  it("is the article when its recording is replaced and its date stays", () => {
    const first = { guid: "e1", title: "The show", text: text(1), publishedAt: NOW - DAY };
    const replaced = [1, 2].map((n) => [{ ...first, ...recording(n) }]);
    expect(poll(replaced).titles).toHaveLength(1);
  });

  it("that has neither title nor text does not, either", () => {
    const picture = (n: number): Told => ({ guid: "0", image: `${AT}/${n}.jpg` });
    expect(poll([[picture(1)], [picture(2)], [picture(1)]]).titles).toHaveLength(2);
  });

  it.each<[string, Told]>([
    ["headline", { title: "Something else entirely", text: text(1) }],
    ["text", { title: "Mail comes late", text: text(2) }],
  ])("is the article with another %s", (_what, changed) => {
    const names = { guid: "tag:1", link: `${AT}/1` };
    const first = { title: "Mail comes late", text: text(1), ...names };
    const { titles, counts } = poll([[first], [{ ...changed, ...names }]]);
    expect(titles).toEqual([changed.title]);
    expect(counts[1]).toEqual({ new: 0, updated: 1 });
  });

  it.each<[string, number, Partial<Told>]>([
    ["is the article with a figure corrected when nothing is dated", 1, {}],
    ["is the next issue with another figure and date", 2, { publishedAt: NOW }],
  ])("and without a title %s", (_what, articles, dated) => {
    const reading = (metres: string): Told => ({
      guid: "steg.txt",
      text: `The new footbridge is ${metres} metres wide and stands on piles of larch above the mill.`,
    });
    const before = { ...reading("3"), ...(dated.publishedAt && { publishedAt: NOW - DAY }) };
    expect(poll([[before], [{ ...reading("4"), ...dated }]]).titles).toHaveLength(articles);
  });
});

describe("an article that its publisher calls otherwise", () => {
  const first = { title: "Mail comes late", text: text(1), publishedAt: NOW - DAY };
  it.each<[string, Partial<Told>, Partial<Told>]>([
    ["another guid", { guid: "a-1", link: `${AT}/1` }, { guid: "b-1", link: `${AT}/1` }],
    ["https", { guid: "http://valley.example/1" }, { guid: `${AT}/1` }],
    [
      "a trailing slash",
      { guid: `${AT}/1`, link: `${AT}/1` },
      { guid: `${AT}/1/`, link: `${AT}/1/` },
    ],
    ["another fragment", { guid: `${AT}/1#0` }, { guid: `${AT}/1#1` }],
    ["other case", { guid: `${AT}/News/A` }, { guid: `${AT}/news/a` }],
    ["another encoding", { guid: `${AT}/%C3%BCber` }, { guid: `${AT}/über` }],
    ["another session", { guid: `${AT}/1?sid=17` }, { guid: `${AT}/1?sid=18` }],
    [
      "a session in its guid and address",
      { guid: `${AT}/1;jsessionid=A`, link: `${AT}/1;jsessionid=A` },
      { guid: `${AT}/1;jsessionid=B`, link: `${AT}/1;jsessionid=B` },
    ],
    ["a tracking parameter", { link: `${AT}/1?utm_source=a&n=1` }, { link: `${AT}/1?n=1` }],
    ["a guid for the first time", { link: `${AT}/1` }, { guid: "tag:1", link: `${AT}/1` }],
    ["a counter as guid and no address", { guid: "17" }, { guid: "18" }],
    [
      "another guid and slug",
      { guid: `${AT}/mail`, link: `${AT}/mail` },
      { guid: `${AT}/late`, link: `${AT}/late` },
    ],
    ["a decomposed file name", { guid: "u\u0308ber.txt" }, { guid: "\u00fcber.txt" }],
  ])("by %s stays the article, and nothing is told", (_what, before, after) => {
    const { titles, counts } = poll([[{ ...first, ...before }], [{ ...first, ...after }]]);
    expect(titles).toHaveLength(1);
    expect(counts[1]).toEqual({ new: 0, updated: 0 });
  });

  it.each<[string, Partial<Told>]>([
    ["headline", { title: "Mail is delayed" }],
    ["text", { text: `${text(1)} Corrected in the evening.` }],
  ])("and whose %s is corrected at once is updated", (_what, corrected) => {
    const after = { ...first, ...corrected, guid: "b-1", link: `${AT}/1` };
    const { titles, counts } = poll([[{ ...first, guid: "a-1", link: `${AT}/1` }], [after]]);
    expect(titles).toHaveLength(1);
    expect(counts[1]).toEqual({ new: 0, updated: 1 });
  });

  it("is not found while its own name is in the document", () => {
    const old = { ...first, guid: "a", link: `${AT}/1` };
    const { titles } = poll([[old], [{ ...first, guid: "b", link: `${AT}/2` }, old]]);
    expect(titles).toHaveLength(2);
  });

  it("with new guids at each poll does not grow", () => {
    const items = (n: number) =>
      STORIES.map((title, index) => {
        const link = `${AT}/${index}`;
        return { title, text: text(index), guid: `${n}-${index}`, link, publishedAt: NOW };
      });
    const { titles, counts } = poll([items(1), items(2), items(3).toReversed(), items(4)]);
    expect(titles).toEqual(STORIES.toSorted());
    expect(counts.slice(1)).toEqual([1, 2, 3].map(() => ({ new: 0, updated: 0 })));
  });

  it.each<[string, (at: number) => number, number]>([
    ["goes on when all are dated with each poll", (at) => at, 2],
    ["is another one when the others keep their dates", () => NOW, 3],
  ])("and dates anew, days after it left, %s", (_what, dateOf, articles) => {
    const first = { title: STORIES[0] ?? "", text: text(0) };
    const notice = { title: STORIES[1] ?? "", text: text(1) };
    const later = NOW + 4 * DAY;
    const { titles } = poll([
      [
        { ...first, guid: "a-1", publishedAt: dateOf(NOW) },
        { ...notice, guid: "b-1", publishedAt: NOW - HOUR },
      ],
      [{ ...first, guid: "a-2", publishedAt: dateOf(NOW + 2 * DAY) }],
      [
        { ...first, guid: "a-3", publishedAt: dateOf(later) },
        { ...notice, guid: "b-2", publishedAt: later - HOUR },
      ],
    ]);
    expect(titles).toHaveLength(articles);
  });
});

describe("an item whose names are everybody's", () => {
  const names = { guid: "0", link: `${AT}/` };
  const others = [1, 2].map((n) => ({ title: STORIES[n] ?? "", text: text(n), ...names }));
  const first = { title: STORIES[0] ?? "", text: text(0), publishedAt: NOW - DAY, ...names };

  it.each<[string, Partial<Told>]>([
    ["title", { title: "Outage in the north is over" }],
    ["text", { text: `${text(0)} It is over.` }],
  ])("stays the article when its %s is corrected", (_what, corrected) => {
    const { titles, counts } = poll([[...others, first], [{ ...first, ...corrected }]]);
    expect(titles).toHaveLength(3);
    expect(counts[1]).toEqual({ new: 0, updated: 1 });
  });
});

describe("items without guid and address", () => {
  it.each<[string, (n: number) => Told]>([
    ["picture", (n) => ({ image: `${AT}/${n}.jpg`, publishedAt: NOW - n * DAY })],
    [
      "recording",
      (n) => ({
        ...{ title: "News", publishedAt: NOW - n * DAY },
        enclosures: [{ url: `${AT}/${n}.mp3`, type: "audio/mpeg", bytes: 1 }],
      }),
    ],
    ["date of a title", (n) => ({ title: `News of ${n} May`, text: "All the news." })],
  ])("that differ only in their %s are as many articles", (_what, item) => {
    const document = [1, 2, 3, 4].map(item);
    const { titles, counts } = poll([document, document.slice(2), document]);
    expect(titles).toHaveLength(4);
    expect(counts.map(({ new: count }) => count)).toEqual([4, 0, 0]);
  });

  it("stay the same when their pictures are signed anew", () => {
    const item = (n: number): Told => ({ image: `${AT}/quay.jpg?sig=${n}`, title: "The quay" });
    expect(poll([[item(1)], [item(2)]]).titles).toHaveLength(1);
  });
});

describe("what is not the same article", () => {
  it.each<[string, Told, Told]>([
    [
      "the next episode of a show with one address and one blurb",
      {
        title: "Morning 1 May",
        text: text(1),
        guid: "a",
        link: `${AT}/show`,
        publishedAt: NOW - DAY,
      },
      { title: "Morning 2 May", text: text(1), guid: "b", link: `${AT}/show`, publishedAt: NOW },
    ],
    [
      "the next entry of a page with fragments",
      { title: "Release 1.2", text: text(1), guid: `${AT}/log#1.2`, publishedAt: NOW - DAY },
      { title: "Release 1.3", text: text(2), guid: `${AT}/log#1.3`, publishedAt: NOW },
    ],
    [
      "a notice that is repeated to the letter a month later",
      {
        title: "Office closed",
        text: text(1),
        guid: "a",
        link: `${AT}/1`,
        publishedAt: NOW - 30 * DAY,
      },
      { title: "Office closed", text: text(1), guid: "b", link: `${AT}/2`, publishedAt: NOW },
    ],
    [
      "an equal text under another guid, address and title",
      {
        title: "Who becomes mayor",
        text: text(1),
        guid: "a",
        link: `${AT}/1`,
        publishedAt: NOW - DAY,
      },
      { title: "Trouble on the line", text: text(1), guid: "b", link: `${AT}/2`, publishedAt: NOW },
    ],
  ])("%s", (_what, before, after) => {
    expect(poll([[before], [after]]).titles).toHaveLength(2);
  });
});

describe("a ticker", () => {
  it("that lists its versions under one name is one article, the newest by date", () => {
    const version = (n: number): Told => ({
      ...{ guid: "tag:live", link: `${AT}/live`, publishedAt: NOW - (3 - n) * HOUR },
      ...{
        title: `Live from the quay, part ${n}`,
        text: [1, 2, 3].slice(0, n).map(text).join(" "),
      },
    });
    const { titles, counts } = poll([[version(1), version(3), version(2)]]);
    expect(titles).toEqual(["Live from the quay, part 3"]);
    expect(counts).toEqual([{ new: 1, updated: 0 }]);
  });
});

it("gives the same keys whoever else is in the document, once names are known as weak", () => {
  const item = (n: number): Told => ({ title: STORIES[n] ?? "", text: text(n), guid: "0" });
  const keys = (documents: readonly (readonly Told[])[]): readonly string[] => {
    const model = createKnownModel();
    for (const items of documents) {
      model.ingest({ sourceId: "valley", drafts: items.map(draft), now: NOW, firstIngestAt: 1 });
    }
    return [...model.known().articles.values()].map(({ key }) => key).toSorted();
  };
  const together = keys([[item(0), item(1)], [item(2)], [item(0), item(1), item(2)]]);
  expect(keys([[item(0)], [item(1)], [item(2)], [item(2), item(0), item(1)]])).toEqual(together);
});

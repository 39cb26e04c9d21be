import { describe, expect, it } from "vitest";
import { DAY, HOUR, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { AT, poll, STORIES, type Told, text } from "./polls-of-one-source.ts";

describe("an item that nothing but itself tells from others", () => {
  const recording = [{ url: `${AT}/1.mp3`, type: "audio/mpeg", bytes: null }];
  const [title, corrected] = ["Mail comes late today", "Mail comes late tonight"];
  const reword = (told: string): string => told.replace(/^\S+ /, "otherwise ");
  it.each<[string, (n: number) => Told]>([
    [
      "a counted guid and a picture, whose title is corrected",
      (n) => ({ guid: `${n}`, image: `${AT}/1.jpg`, title: n === 2 ? corrected : title }),
    ],
    [
      "a counted guid, whose title is corrected",
      (n) => ({ guid: `${n}`, text: text(1), title: n === 2 ? corrected : title }),
    ],
    [
      "no guid and one address, dated anew, whose text is corrected when that is known",
      (n) => ({
        ...{ link: `${AT}/news`, title, text: n === 2 ? reword(text(1)) : text(1) },
        publishedAt: NOW + n * HOUR - DAY,
      }),
    ],
    [
      "a stamped guid and a home page, whose few words are corrected",
      (n) => ({
        ...{ guid: `1-${NOW + n}`, link: `${AT}/`, title, publishedAt: NOW - DAY - 1 },
        text: n === 2 ? reword(generateText(seeded(1), 10)) : generateText(seeded(1), 10),
      }),
    ],
    [
      "a recording, dated anew, whose title is corrected",
      (n) => ({
        ...{ guid: `${n}`, enclosures: recording, title: n === 2 ? corrected : title },
        publishedAt: NOW + n * HOUR - DAY,
      }),
    ],
  ])("is one article: %s", (_what, told) => {
    const { titles, counts } = poll([0, 1, 2, 3].map((n) => [told(n)]));
    expect(titles).toHaveLength(1);
    expect(counts.map((each) => each.new)).toEqual([1, 0, 0, 0]);
    expect(counts[2]?.updated).toBe(1);
  });
});

describe("what several items of a document carry", () => {
  const few = (n: number): string => generateText(seeded(n), 10);
  const station = [{ url: `${AT}/live.mp3`, type: "audio/mpeg", bytes: null }];
  it.each<[string, (n: number) => Told]>([
    ["title", (n) => ({ title: "News", text: few(n) })],
    ["title over pictures", (n) => ({ title: "Comic", image: `${AT}/${n}.png` })],
    [
      "title over recordings",
      (n) => ({
        title: "The show",
        enclosures: [{ ...station[0], url: `${AT}/${n}.mp3`, type: null, bytes: null }],
      }),
    ],
    ["lack of titles", (n) => ({ text: text(n) })],
    ["blurb", (n) => ({ title: STORIES[n] ?? "", text: few(99) })],
    ["logo", (n) => ({ title: STORIES[n] ?? "", image: `${AT}/logo.png` })],
    ["station", (n) => ({ title: STORIES[n] ?? "", enclosures: station })],
  ])("takes over no article under the number of its place: one %s", (_what, told) => {
    const windows = [[0], [1, 0], [2, 1], [3, 2], [3, 2]];
    const item = (n: number, place: number): Told => ({
      ...{ guid: `${place}`, link: `${AT}/news`, ...told(n) },
    });
    const { titles, seen, counts } = poll(windows.map((window) => window.map(item)));
    expect(titles).toHaveLength(4);
    expect(seen.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(counts.map((each) => [each.new, each.updated])).toEqual([
      ...[1, 1, 1, 1].map((count) => [count, 0]),
      [0, 0],
    ]);
  });
});

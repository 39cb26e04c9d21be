import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { tokens } from "../../../src/core/text/tokens.ts";
import { aDraft, DAY, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { createKnownModel, type KnownModel, partition } from "../../support/known-model.ts";

const words = (seed: number, count: number): string =>
  generateText(seeded(seed), count).replaceAll("\n\n", " ").replace(/\d+/g, "some");

type Fields = Partial<ArticleDraft> & { readonly text: string };

/** Another guid, address and day for each. */
const episode = (n: number, fields: Fields): ArticleDraft =>
  aDraft({
    key: `https://pod.example/ep/${n}`,
    canonicalUrl: `https://pod.example/ep/${n}`,
    tokenCount: tokens(fields.text).length,
    publishedAt: NOW - 10 * DAY + n * DAY,
    ...fields,
  });

const recording = (n: number): Pick<ArticleDraft, "enclosures"> => ({
  enclosures: [{ url: `https://pod.example/${n}.mp3`, type: "audio/mpeg", bytes: 9_000_000 }],
});
const pictured = (n: number): Pick<ArticleDraft, "image"> => ({
  image: {
    url: `https://cat.example/${n}.gif`,
    width: null,
    height: null,
    alt: null,
    credit: null,
  },
});

const TITLES = [
  "Who will govern",
  "Quarrel over milk",
  "Snow in May",
  "Gold and money",
  "A new pier",
];
const poll = (model: KnownModel, drafts: readonly ArticleDraft[], sourceId = "pod", now = NOW) =>
  model.ingest({ sourceId, drafts, now, firstIngestAt: NOW - 30 * DAY });
const stories = (model: KnownModel): number => partition(model.known()).length;

const NOTES = words(1, 66);
const SOON = { publishedAt: NOW };
const COMMON = words(2, 90);

/** One article for each title. */
type Series = (n: number) => Fields;
const SERIES: readonly (readonly [string, Series])[] = [
  ["episodes with equal notes", (n) => ({ text: NOTES, title: TITLES[n] ?? "", ...recording(n) })],
  [
    "episodes with equal notes and titles",
    (n) => ({ text: NOTES, title: "At six", ...recording(n) }),
  ],
  ["equal notes under other titles", (n) => ({ text: NOTES, title: TITLES[n] ?? "" })],
  ["equal texts under dates", (n) => ({ text: NOTES, title: `Morning news, ${n + 1} March` })],
  ["short texts under dates", (n) => ({ text: words(3, 14), title: `News, ${n + 6} Uhr` })],
  ["comics", (n) => ({ text: words(4, 24), title: "Quay Cat", ...pictured(n) })],
  [
    "pictures of the day without a word about them",
    () => ({ text: words(4, 24), title: "Harbour" }),
  ],
  ["comics over many words", (n) => ({ text: NOTES, title: "Quay Cat", ...pictured(n) })],
  [
    "a few words of their own and many in common",
    (n) => ({ text: `${words(10 + n, 30)}\n\n${COMMON}`, title: TITLES[n] ?? "" }),
  ],
  [
    "the same under one title",
    (n) => ({ text: `${COMMON}\n\n${words(10 + n, 30)}`, title: "Letter from the island" }),
  ],
  [
    "hardly a word of their own",
    (n) => ({ text: `${COMMON}\n\n${words(10 + n, 5)}`, title: TITLES[n] ?? "" }),
  ],
  [
    "price lists",
    (n) => ({
      text: `${words(5, 70)} wheat costs ${n + 4} and rye costs 3 a bushel, ${words(6, 60)}`,
      title: `Prices of ${n + 1} March`,
    }),
  ],
  [
    "weather reports under one title",
    (n) => ({ text: `${words(5, 30)} at ${n + 4} degrees, ${words(6, 40)}`, title: "The weather" }),
  ],
  [
    "obituaries",
    (n) => ({ text: `${words(20 + n, 2)} has died. ${words(6, 60)}`, title: "Obituary" }),
  ],
];

/** What tells these apart is there with the first. */
const ONE_BY_ONE = [
  "episodes with equal notes",
  "episodes with equal notes and titles",
  "equal notes under other titles",
  "equal texts under dates",
  "short texts under dates",
  "comics",
  "comics over many words",
];

describe("articles of one source are stories of their own", () => {
  it.each(SERIES)("%s, in one document", (_what, fields) => {
    const model = createKnownModel();
    poll(model, TITLES.map((_, n) => episode(n, fields(n))).toReversed());
    expect(stories(model)).toBe(TITLES.length);
  });

  it.each(SERIES)("%s, in a document that grows", (_what, fields) => {
    const model = createKnownModel();
    for (const [last] of TITLES.entries()) {
      const drafts = TITLES.slice(0, last + 1).map((_, n) => episode(n, fields(n)));
      poll(model, drafts.toReversed(), "pod", NOW + last * DAY);
    }
    expect(stories(model)).toBe(TITLES.length);
  });

  it.each(SERIES.filter(([what]) => ONE_BY_ONE.includes(what)))(
    "%s, one at a time",
    (_what, fields) => {
      const model = createKnownModel();
      for (const [n] of TITLES.entries())
        poll(model, [episode(n, fields(n))], "pod", NOW + n * DAY);
      expect(stories(model)).toBe(TITLES.length);
    },
  );
});

describe("what another house republishes", () => {
  it.each([
    ["with its recording", recording(0), recording(0)],
    ["with a recording at its own address", recording(0), recording(7)],
    ["without its recording", recording(0), {}],
    ["under its picture", pictured(0), pictured(0)],
    ["under another picture", pictured(0), pictured(7)],
  ])("is one story: an episode %s", (_what, own, other) => {
    const model = createKnownModel();
    poll(model, [episode(0, { text: NOTES, title: "Who will govern", ...own })]);
    poll(model, [episode(0, { text: NOTES, title: "Who will govern?", ...other })], "hill", NOW);
    expect(stories(model)).toBe(1);
  });

  it("is one story with the episode whose title it has, of all that have its notes", () => {
    const model = createKnownModel();
    const own = TITLES.map((title, n) =>
      episode(n, { text: NOTES, title, ...recording(n), ...SOON }),
    );
    poll(model, own);
    const copies = TITLES.map((title, n) =>
      episode(n, { text: NOTES, title: `Hear: ${title}`, ...SOON }),
    );
    poll(model, copies.toReversed(), "hill");
    expect(partition(model.known())).toEqual(
      TITLES.map((_, n) => `hill/https://pod.example/ep/${n} + pod/https://pod.example/ep/${n}`),
    );
  });

  it("is two stories: another episode of the same notes", () => {
    const model = createKnownModel();
    poll(model, [episode(0, { text: NOTES, title: "Who will govern", ...recording(0) })]);
    poll(model, [episode(1, { text: NOTES, title: "Quarrel over milk", ...recording(1) })], "hill");
    expect(stories(model)).toBe(2);
  });

  it("is two stories: short texts whose titles differ in a number", () => {
    const model = createKnownModel();
    const text = words(3, 14);
    poll(model, [episode(0, { text, title: "Podcast: episode 12" })]);
    poll(model, [episode(1, { text, title: "Podcast: episode 13" })], "hill");
    expect(stories(model)).toBe(2);
  });
});

const FIRST = words(30, 200);
const at = (publishedAt: number): Pick<ArticleDraft, "publishedAt"> => ({ publishedAt });

describe("a corrected re-issue under another guid, address and title", () => {
  const CORRECTED = `${FIRST}\n\nThis text was corrected in the evening.`;
  const old = episode(0, { text: FIRST, title: "Moving my site", ...at(NOW) });

  it.each([
    ["with the same date", CORRECTED, NOW],
    ["with a later date", CORRECTED, NOW + 8 * HOUR],
    ["with the same text", FIRST, NOW],
    ["with the same text soon after", FIRST, NOW + HOUR],
  ])("leads what it replaced: %s", (_what, text, publishedAt) => {
    const model = createKnownModel();
    const later = NOW + 9 * HOUR;
    poll(model, [old], "pod", NOW);
    poll(
      model,
      [episode(1, { text, title: "Moving the thoughts", ...at(publishedAt) })],
      "pod",
      later,
    );
    const [cluster, ...others] = [...model.known().clusters.values()];
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ leadId: "pod/https://pod.example/ep/1" });
    expect(cluster?.members.get("pod/https://pod.example/ep/0")).toMatchObject({ rule: "reissue" });
  });

  it("leads also where the old one is still offered", () => {
    const model = createKnownModel();
    const reissue = episode(1, { text: CORRECTED, title: "Moving the site", ...at(NOW + HOUR) });
    poll(model, [old], "pod", NOW);
    poll(model, [reissue, old], "pod", NOW + HOUR);
    const [cluster] = [...model.known().clusters.values()];
    expect(cluster).toMatchObject({ leadId: "pod/https://pod.example/ep/1" });
    expect(cluster?.members.size).toBe(2);
  });

  it("stays one story however often it is corrected", () => {
    const model = createKnownModel();
    for (let n = 0; n < 5; n += 1) {
      const text = `${FIRST}\n\n${words(40 + n, 25)}`;
      const version = episode(n, { text, title: `Moving ${TITLES[n]}`, ...at(NOW + n * HOUR) });
      poll(model, [version], "pod", NOW + n * HOUR);
    }
    expect(stories(model)).toBe(1);
  });

  it("is another story when it comes with another recording", () => {
    const model = createKnownModel();
    poll(model, [{ ...old, ...recording(0) }], "pod", NOW);
    const next = episode(1, { text: CORRECTED, title: "Moving", ...recording(1), ...at(NOW) });
    poll(model, [next], "pod", NOW + DAY);
    expect(stories(model)).toBe(2);
  });
});

import fc from "fast-check";
import type { Item } from "../../src/core/articles/item.ts";
import { anItem, HOUR, NOW } from "./builders.ts";
import { generateText, seeded } from "./generated-texts.ts";

/*
 * A source as a publisher may make one, and what happens to its stories from poll to poll: it is known of each item which
 * story it is, however badly its names say so.
 */

/** What a source writes into every item. */
export type Habits = {
  /** `place`: the place in the document. `stamped`: that of its story, with the time of the poll. */
  readonly guid: "own" | "stamped" | "each-poll" | "place" | "one" | "none";
  readonly link: "own" | "section" | "home" | "none";
  readonly title: "own" | "one" | "none";
  readonly words: 0 | 10 | 100;
  /** `one`: a blurb. */
  readonly text: "own" | "one";
  /** `sign`: the picture of the house. `stream`: the address of a station. */
  readonly shown: "nothing" | "picture" | "recording" | "sign" | "stream";
  readonly dates: "steady" | "day" | "each-poll" | "none";
  /** Items in a document, the newest first. */
  readonly window: number;
};

/** What an editor does to a story: `headline` is another title altogether. */
export type Correction = "title" | "headline" | "text";

export type Turn = {
  readonly fresh: number;
  /** Of the story at a place of the document. */
  readonly correction: { readonly at: number; readonly what: Correction } | null;
  readonly hours: number;
  /** The document holds its newest item alone, for once. */
  readonly isCut: boolean;
};

export type Plan = { readonly habits: Habits; readonly turns: readonly Turn[] };

/** What was done to a story since it was told last; `null` for nothing, `new` for one that never was. */
export type Change = Correction | "new" | null;

export type ToldStory = { readonly story: number; readonly item: Item; readonly change: Change };

export type ToldPoll = { readonly now: number; readonly told: readonly ToldStory[] };

type Story = {
  readonly number: number;
  readonly writtenAt: number;
  readonly title: string;
  readonly text: string;
  readonly change: Change;
};

/** The documents of a plan, one a poll. */
export function tell({ habits, turns }: Plan): readonly ToldPoll[] {
  let [stories, now, count]: [readonly Story[], number, number] = [[], NOW + 17 * 60_000, 0];
  return turns.map(({ fresh, correction, hours, isCut }) => {
    now += hours * HOUR;
    const added = Array.from({ length: fresh }, (_, index) => newStory(habits, count + index, now));
    count += fresh;
    const corrected = stories.map((story, at) =>
      at === correction?.at && story.change === null ? correct(story, correction.what) : story,
    );
    stories = [...added.toReversed(), ...corrected].slice(0, habits.window);
    const told = isCut ? stories.slice(0, 1) : stories;
    const items = told.map((story, place) => ({
      story: story.number,
      item: itemOf(story, { habits, place, now }),
      change: story.change,
    }));
    stories = stories.map((story) => (told.includes(story) ? { ...story, change: null } : story));
    return { now, told: items };
  });
}

const newStory = ({ words, text }: Habits, number: number, now: number): Story => ({
  number,
  writtenAt: now - HOUR + number * 60_000,
  title: rareWords(number, 5).join(" "),
  text: generateText(seeded(text === "one" ? 999 : 1000 + number), words),
  change: "new",
});

/** One word of its title or text is another one, and no number; a headline is replaced. */
function correct(story: Story, what: Correction): Story {
  const { number, title, text } = story;
  const drawn = number + title.length + text.length;
  if (what === "headline") {
    return { ...story, title: rareWords(5000 + drawn, 5).join(" "), change: what };
  }
  const [another = ""] = rareWords(9000 + drawn, 1);
  return { ...story, [what]: withWord(story[what], another, seeded(drawn)()), change: what };
}

function withWord(text: string, word: string, place: number): string {
  const words = [...text.matchAll(/[a-z]+/g)];
  const old = words[Math.floor(place * words.length)];
  if (old === undefined) return `${text} ${word}`;
  return `${text.slice(0, old.index)}${word}${text.slice(old.index + old[0].length)}`;
}

/** Titles of one source share hardly a word. */
const rareWords = (seed: number, count: number): readonly string[] =>
  [...new Set(generateText(seeded(seed), 20 * count).split(/\s+/))]
    .filter((word) => /^[a-z]{5,}$/.test(word))
    .slice(0, count);

const AT = "https://valley.example";

type Place = { readonly habits: Habits; readonly place: number; readonly now: number };

function itemOf({ number, writtenAt, title, text }: Story, { habits, place, now }: Place): Item {
  const guids: Record<Habits["guid"], string | null> = {
    own: `tag:valley.example,2026:${number}`,
    stamped: `story-${number}-${now}`,
    "each-poll": String(now / HOUR + 1000 * place),
    place: String(place),
    one: "0",
    none: null,
  };
  const links: Record<Habits["link"], string | null> = {
    own: `${AT}/${number}`,
    section: `${AT}/news`,
    home: `${AT}/`,
    none: null,
  };
  const titles: Record<Habits["title"], string | null> = { own: title, one: "News", none: null };
  const dates: Record<Habits["dates"], number | null> = {
    steady: writtenAt,
    day: writtenAt - (writtenAt % (24 * HOUR)),
    "each-poll": now - place * 60_000,
    none: null,
  };
  return anItem({
    guid: guids[habits.guid],
    link: links[habits.link],
    title: titles[habits.title],
    publishedAt: dates[habits.dates],
    contentHtml: text === "" ? null : `<p>${text.replaceAll("\n\n", "</p><p>")}</p>`,
    ...shownThings(habits, number),
  });
}

function shownThings({ shown }: Habits, number: number): Pick<Item, "image" | "enclosures"> {
  const picture = shown === "picture" ? `${AT}/${number}.jpg` : `${AT}/sign.png`;
  const sound = shown === "recording" ? `${AT}/${number}.mp3` : `${AT}/live.mp3`;
  const hasPicture = shown === "picture" || shown === "sign";
  const hasSound = shown === "recording" || shown === "stream";
  const bare = { width: null, height: null, alt: null, credit: null };
  return {
    image: hasPicture ? { ...bare, url: picture } : null,
    enclosures: hasSound ? [{ url: sound, type: "audio/mpeg", bytes: null }] : [],
  };
}

/** Which no other story has. */
export const hasOwnText = ({ words, text }: Habits): boolean => words > 0 && text === "own";
export const hasOwnThing = ({ shown, words, title }: Habits): boolean =>
  shown === "recording" || (shown === "picture" && (words < 100 || title === "own"));

/** Whether the items of a source say at all which story they are. */
const isTellable = (habits: Habits): boolean =>
  habits.title === "own" || hasOwnText(habits) || hasOwnThing(habits);

/**
 * Whether a document with a single item does. Where one name stands over other titles and one text, or over other texts
 * and one title, it may be one story that was rewritten.
 */
function isTellableAlone(habits: Habits): boolean {
  const { guid, link, title, words, shown } = habits;
  const hasOneGuid = guid === "place" || guid === "one" || guid === "none";
  if (link === "own" || (link !== "section" && !hasOneGuid)) return true;
  const isPlain = (words === 0 || hasOwnText(habits)) && shown !== "sign" && shown !== "stream";
  return isPlain && (title === "own" || !hasOneGuid);
}

export const habits: fc.Arbitrary<Habits> = fc
  .record({
    guid: fc.constantFrom("own", "stamped", "each-poll", "place", "one", "none"),
    link: fc.constantFrom("own", "section", "home", "none"),
    title: fc.constantFrom("own", "own", "one", "none"),
    words: fc.constantFrom(0, 10, 100),
    text: fc.constantFrom("own", "own", "own", "one"),
    shown: fc.constantFrom("nothing", "nothing", "picture", "recording", "sign", "stream"),
    dates: fc.constantFrom("steady", "day", "each-poll", "none"),
    window: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 10 })),
  })
  .filter((given) => isTellable(given) && (given.window > 1 || isTellableAlone(given)));

function corrections(given: Habits): readonly Correction[] {
  const ofTitle: readonly Correction[] = given.title === "own" ? ["title", "headline"] : [];
  return hasOwnText(given) ? [...ofTitle, "text"] : ofTitle;
}

export const plans: fc.Arbitrary<Plan> = habits.chain((given) => {
  const what = corrections(given);
  const at = fc.integer({ min: 0, max: given.window - 1 });
  const isCut = isTellableAlone(given)
    ? fc.constantFrom(false, false, false, true)
    : fc.constant(false);
  const turn = fc.record({
    fresh: fc.constantFrom(0, 0, 1, 1, 2),
    correction:
      what.length === 0
        ? fc.constant(null)
        : fc.option(fc.record({ at, what: fc.constantFrom(...what) })),
    hours: fc.integer({ min: 1, max: 30 }),
    isCut,
  });
  const first = fc.record({
    fresh: fc.integer({ min: 1, max: 5 }),
    ...{ correction: fc.constant(null), hours: fc.constant(1), isCut },
  });
  const turns = fc.tuple(first, fc.array(turn, { minLength: 2, maxLength: 9 }));
  return turns.map(([begin, rest]) => ({ habits: given, turns: [begin, ...rest] }));
});

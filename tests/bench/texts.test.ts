import { describe, expect, it } from "vitest";
import {
  countWords,
  FEWEST_WORDS,
  MOST_WORDS,
  writeArticle,
} from "../../bench/texts/write-article.ts";

const COUNT = 400;
const articles = Array.from({ length: COUNT }, (_, number) => writeArticle(number));
const texts = articles.map(({ paragraphs }) => paragraphs.join(" "));

/** Runs of so many words, in lower case, of each text. */
const runsOf = (text: string, length: number): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const starts = Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => at);
  return new Set(starts.map((at) => words.slice(at, at + length).join(" ")));
};

/** The part of all runs that another text has, too. */
function sharedRuns(length: number): number {
  const runs = texts.map((text) => runsOf(text, length));
  const counts = new Map<string, number>();
  for (const run of runs.flatMap((each) => [...each])) counts.set(run, (counts.get(run) ?? 0) + 1);
  const all = runs.flatMap((each) => [...each]);
  return all.filter((run) => (counts.get(run) ?? 0) > 1).length / all.length;
}

describe("the articles of the bench", () => {
  it("are the same for the same number", () => {
    expect(writeArticle(7)).toEqual(articles[7]);
  });

  it("are as long as wire texts", () => {
    const lengths = texts.map(countWords);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(FEWEST_WORDS);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_WORDS);
    expect(new Set(lengths).size).toBeGreaterThan(50);
  });

  it("share small runs of words as news do, and hardly a long one", () => {
    expect(sharedRuns(3)).toBeGreaterThan(0.03);
    expect(sharedRuns(3)).toBeLessThan(0.15);
    expect(sharedRuns(5)).toBeLessThan(0.005);
    expect(sharedRuns(8)).toBe(0);
  });

  it("have titles and first paragraphs of their own", () => {
    expect(new Set(articles.map(({ title }) => title)).size).toBe(COUNT);
    expect(new Set(articles.map(({ paragraphs }) => paragraphs[0])).size).toBe(COUNT);
  });

  it("leave no symbol of the grammar in the text", () => {
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });
});

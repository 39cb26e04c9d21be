import { describe, expect, it } from "vitest";
import { NO_VISITS } from "../../../src/core/articles/stored-context.ts";
import { afterVisit, nextVisitAt } from "../../../src/core/pages/page-waits.ts";
import { aDraft, aKnownArticle, DAY, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

const MINUTE = 60_000;

describe("the page of an article whose item changed", () => {
  it.each([
    ["at once when it was never asked for", NO_VISITS, NOW],
    ["at once after one that brought news", { fetchedAt: NOW - 1, quiet: 0 }, NOW],
    ["ten minutes after one that brought none", { fetchedAt: NOW, quiet: 1 }, NOW + 10 * MINUTE],
    ["twice as long after the next", { fetchedAt: NOW, quiet: 2 }, NOW + 20 * MINUTE],
    ["a day after many", { fetchedAt: NOW, quiet: 40 }, NOW + DAY],
    ["no longer for a clock that ran ahead", { fetchedAt: NOW + DAY, quiet: 1 }, NOW + 10 * MINUTE],
    ["at once when that is over", { fetchedAt: NOW - HOUR, quiet: 1 }, NOW],
  ])("is asked for %s", (_, visits, expected) => {
    expect(nextVisitAt(visits, NOW)).toBe(expected);
  });
});

describe("a page that was asked for", () => {
  const text = generateText(seeded(1), 300);
  const { title, textHash, tokenCount, fingerprint } = aDraft({ text });
  const stored = aKnownArticle({ title, textHash, tokenCount, fingerprint });
  const before = { fetchedAt: NOW - HOUR, quiet: 2 };
  const after = (draft: Parameters<typeof afterVisit>[0]["draft"]) =>
    afterVisit({ before, stored, draft, now: NOW });

  it.each([
    ["nothing", undefined, 3],
    ["what was there", aDraft({ text }), 3],
    ["another advert", aDraft({ text: `${text}\n\nBuy a boat` }), 3],
    ["another title", aDraft({ text, title: "Corrected" }), 0],
    ["another article", aDraft({ text: generateText(seeded(2), 300) }), 0],
  ])("and brought %s", (_, draft, quiet) => {
    expect(after(draft)).toEqual({ fetchedAt: NOW, quiet });
  });
});

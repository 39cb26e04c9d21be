import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import {
  createNeighbours,
  type Indexed,
  mayBeNeighbours,
} from "../../../src/core/similarity/neighbours.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

const article = (id: string, text: string): Indexed => ({
  id,
  textHash: text,
  tokenCount: text.split(/\s+/).length,
  fingerprint: fingerprintOf(tokensByLine(text)),
});
const TEXT = generateText(seeded(1), 200);
const half = TEXT.slice(0, TEXT.length / 2);

describe("neighbours", () => {
  it("are found by their texts, the nearest first, without the article itself", () => {
    const neighbours = createNeighbours();
    neighbours.add(article("half", half));
    neighbours.add(article("whole", `${TEXT} and more`));
    neighbours.add(article("stranger", generateText(seeded(2), 200)));
    neighbours.add(article("me", TEXT));
    expect(neighbours.of(article("me", TEXT))).toEqual(["whole", "half"]);
  });

  it("with an equal text are found when it is too short for keys", () => {
    const neighbours = createNeighbours();
    const short = "a notice of no more than eight short words";
    neighbours.add(article("a", short));
    expect(neighbours.of(article("b", short))).toEqual(["a"]);
  });

  it("that are long stand before many short ones that share a footer", () => {
    const footer = generateText(seeded(7), 24);
    const beginning = TEXT.split(" ").slice(0, 34).join(" ");
    const neighbours = createNeighbours();
    neighbours.add(article("whole", TEXT));
    for (let each = 0; each < 30; each += 1) {
      const text = `${generateText(seeded(100 + each), 30)} ${footer}`;
      neighbours.add(article(`short-${each}`, text));
    }
    expect(neighbours.of(article("me", `${beginning} ${footer}`))).toContain("whole");
  });

  it("that were taken out are not found", () => {
    const neighbours = createNeighbours();
    neighbours.add(article("a", TEXT));
    neighbours.remove(article("a", TEXT));
    expect(neighbours.of(article("b", TEXT))).toEqual([]);
  });

  it("are a bounded number, whatever is there", () => {
    const neighbours = createNeighbours();
    for (let each = 0; each < 500; each += 1) {
      neighbours.add(article(`copy-${each}`, `${TEXT} copy number ${each} of many`));
      neighbours.add(article(`equal-${each}`, TEXT));
    }
    expect(neighbours.of(article("me", TEXT)).length).toBeLessThanOrEqual(60 + 13);
  });
});

describe("texts that may be neighbours", () => {
  const part = fc.constantFrom(...[1, 2, 3, 4].map((seed) => generateText(seeded(seed), 40)));
  const texts = fc.array(
    fc.oneof(
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n")),
      fc.constantFrom("a notice of no more than eight short words", "another short notice"),
    ),
    { maxLength: 3 },
  );

  it("are all that would be found beside each other", () => {
    fc.assert(
      fc.property(texts, (written) => {
        const articles = written.map((text, at) => article(String(at), text));
        const neighbours = createNeighbours();
        for (const each of articles) neighbours.add(each);
        const areFound = articles.some((each) => neighbours.of(each).length > 0);
        if (areFound) expect(mayBeNeighbours(articles)).toBe(true);
      }),
    );
  });

  it("are none that have nothing in common", () => {
    const strangers = [11, 12, 13].map((seed) =>
      article(String(seed), generateText(seeded(seed), 200)),
    );
    expect(mayBeNeighbours(strangers)).toBe(false);
  });
});

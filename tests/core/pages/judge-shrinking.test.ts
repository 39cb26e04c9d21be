import { describe, expect, it } from "vitest";
import { showsOnlyBeginning } from "../../../src/core/pages/judge-shrinking.ts";
import { tokens } from "../../../src/core/text/tokens.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

const BEFORE = generateText(seeded(1), 480).split("\n\n");
const OTHER = generateText(seeded(2), 480).split("\n\n");
const WALL =
  "Read on with an offer for new readers and get all that we have for little money. Already a subscriber? The login is here.";

const judge = (now: readonly string[], before = BEFORE) =>
  showsOnlyBeginning({ before: tokens(before.join("\n")), now: tokens(now.join("\n")) });

const without = (from: number, to: number) => [...BEFORE.slice(0, from), ...BEFORE.slice(to)];

describe("a page shows only the beginning of what it had", () => {
  it.each<[string, readonly string[]]>([
    ["its first paragraph", BEFORE.slice(0, 1)],
    ["half of it", BEFORE.slice(0, 4)],
    ["its first paragraph and an offer", [...BEFORE.slice(0, 1), WALL]],
    [
      "its first paragraph and offers that are longer",
      [
        ...BEFORE.slice(0, 1),
        WALL,
        `Subscription: ${OTHER[0]} Every subscriber pays less. ${WALL}`,
      ],
    ],
    [
      "its second paragraph less and little more",
      [BEFORE[0] ?? "", (BEFORE[1] ?? "").slice(0, 80)],
    ],
  ])("%s", (_, now) => {
    expect(judge(now)).toBe(true);
  });

  it.each<[string, readonly string[]]>([
    ["all of it", BEFORE],
    ["all of it and more", [...BEFORE, ...OTHER]],
    ["all but its end", BEFORE.slice(0, 7)],
    ["the article without what stood in the middle", without(2, 5)],
    ["the article without its beginning", BEFORE.slice(4)],
    ["another text", OTHER],
    ["its first paragraph, and else another text", [...BEFORE.slice(0, 1), ...OTHER.slice(0, 4)]],
    ["nothing", []],
  ])("not when it shows %s", (_, now) => {
    expect(judge(now)).toBe(false);
  });
});

import { expect, it } from "vitest";
import { publishOrderOf } from "../../../src/service/publishing/publish-order.ts";
import { isOfOther, turnKeyOf } from "../../../src/service/publishing/turn-key.ts";
import { aFeed, aSite } from "../../support/entries.ts";

const CONFIG = { site: aSite(), feeds: [aFeed()] };
const ORDER = publishOrderOf(CONFIG, "1.0.0");

it.each([
  ["another site", { ...CONFIG, site: aSite({ title: "Another" }) }, "1.0.0"],
  ["another feed", { ...CONFIG, feeds: [aFeed({ title: "Another" })] }, "1.0.0"],
  ["another version of the program", CONFIG, "1.0.1"],
])("%s makes another order", (_, config, program) => {
  const other = publishOrderOf(config, program);
  expect(other.key).not.toBe(ORDER.key);
  expect(isOfOther(turnKeyOf(7, ORDER), other)).toBe(true);
});

it("the same definitions make the same order, and each revision another turn", () => {
  const again = publishOrderOf(structuredClone(CONFIG), "1.0.0");
  expect(again).toEqual(ORDER);
  expect(turnKeyOf(7, again)).toBe(turnKeyOf(7, ORDER));
  expect(turnKeyOf(8, ORDER)).not.toBe(turnKeyOf(7, ORDER));
  expect(isOfOther(turnKeyOf(8, ORDER), ORDER)).toBe(false);
});

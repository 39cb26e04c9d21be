import { expect, it } from "vitest";
import { chooseSources } from "../../../src/publish/pages/admin-sources.ts";
import type { SourceStatus } from "../../../src/publish/pages/page-model.ts";

const sources = Array.from(
  { length: 230 },
  (_, n): SourceStatus => ({
    ...{ id: `s${n}`, title: `Source ${n}`, health: n < 3 ? "failing" : "good", lastPollAt: null },
    ...{ lastOutcome: null, lastError: null, nextPollAt: null, nextPollReason: null },
  }),
);
const idsOf = ({ chosen }: ReturnType<typeof chooseSources>) => chosen.map(({ id }) => id);

it("is a hundred sources a page, in their order", () => {
  const third = chooseSources(sources, { health: null, page: 3 });
  expect(third).toMatchObject({ pages: 3, choice: { page: 3 } });
  expect(idsOf(third)).toEqual(sources.slice(200).map(({ id }) => id));
  expect(third.counts).toEqual(
    new Map([
      ["failing", 3],
      ["good", 227],
    ]),
  );
});

it("is those in a state alone", () => {
  expect(idsOf(chooseSources(sources, { health: "failing", page: 1 }))).toEqual(["s0", "s1", "s2"]);
  expect(chooseSources(sources, { health: "paused", page: 1 })).toMatchObject({
    pages: 1,
    chosen: [],
  });
});

it("is the last page for one that is not there", () => {
  expect(chooseSources(sources, { health: null, page: 999_999 }).choice.page).toBe(3);
  expect(chooseSources([], { health: null, page: 7 }).choice.page).toBe(1);
});

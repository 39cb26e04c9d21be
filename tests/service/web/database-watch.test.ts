import { expect, it } from "vitest";
import type { DatabasePlace } from "../../../src/adapters/store/engine/engine.ts";
import { watchDatabase } from "../../../src/service/web/database-watch.ts";

const REFUSED = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

function setUp() {
  const world = { place: "in-place" as DatabasePlace };
  const told: unknown[] = [];
  const watch = watchDatabase(
    { isAway: (cause) => cause === REFUSED, place: async () => world.place },
    (cause) => told.push(cause),
  );
  return { world, told, watch };
}

const fails = (cause: Error) => async (): Promise<never> => {
  throw cause;
};
const errorOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (cause: unknown) => cause,
  );

it("a database that does not answer is not asked again for readers until a look has found it", async () => {
  const { told, watch } = setUp();
  expect(await watch.ask(async () => 1)).toBe(1);
  expect(watch.isAway(await errorOf(watch.ask(fails(REFUSED))))).toBe(true);
  let asked = 0;
  const query = async (): Promise<number> => (asked += 1);
  expect(watch.isAway(await errorOf(watch.ask(query)))).toBe(true);
  expect([asked, watch.isAwayNow()]).toEqual([0, true]);

  await errorOf(watch.probe(fails(REFUSED)));
  expect(watch.isAwayNow()).toBe(true);
  await watch.probe(async () => 1);
  expect(await watch.ask(query)).toBe(1);
  expect(told).toEqual([REFUSED, null]);
});

it("an error of a database that answers is what it was", async () => {
  const { told, watch } = setUp();
  const broken = new Error("no such column");
  expect(await errorOf(watch.ask(fails(broken)))).toBe(broken);
  expect([watch.isAway(broken), watch.isAwayNow(), told]).toEqual([false, false, []]);
});

it("an error that says nothing is of a database that is away, if it does not answer then", async () => {
  const { world, watch } = setUp();
  world.place = "unreachable";
  const ofThread = new Error("offprint cannot be used: nobody answers there");
  expect(watch.isAway(await errorOf(watch.ask(fails(ofThread))))).toBe(true);
});

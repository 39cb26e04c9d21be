import { expect, it } from "vitest";
import { sparing } from "../../src/service/sparing.ts";

it("tells of a problem at once, of the same one once a minute, and of another at once", () => {
  const world = { now: 0 };
  const told: unknown[] = [];
  const tell = sparing(
    (cause) => told.push(`${world.now} ${(cause as Error).message}`),
    () => world.now,
  );
  for (; world.now < 120_000; world.now += 1000) tell(new Error("away"));
  tell(new Error("full"));
  tell(new Error("full"));
  expect(told).toEqual(["0 away", "60000 away", "120000 full"]);
});

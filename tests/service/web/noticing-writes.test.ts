import { expect, it } from "vitest";
import { noticingWrites } from "../../../src/service/web/noticing-writes.ts";

function setUp() {
  const world = { version: 1, told: 0, isFailing: false };
  const look = noticingWrites(
    async () => world.version,
    async () => {
      if (world.isFailing) throw new Error("no answer");
      world.told += 1;
    },
  );
  return { world, look };
}

it("tells of each new version once, and gives it", async () => {
  const { world, look } = setUp();
  for (const [version, told] of [
    [1, 1],
    [1, 1],
    [2, 2],
  ] as const) {
    world.version = version;
    expect(await look()).toBe(version);
    expect(world.told).toBe(told);
  }
});

it("tells again when it could not tell", async () => {
  const { world, look } = setUp();
  world.isFailing = true;
  await expect(look()).rejects.toThrow("no answer");
  world.isFailing = false;
  await look();
  expect(world.told).toBe(1);
});

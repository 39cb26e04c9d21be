import { expect, it } from "vitest";
import { createFollower } from "../../src/deliver/follower.ts";

/** A log that the test writes, and what a follower of it took in. */
function aLog() {
  const world = { version: 1, isReadable: true, isTaking: true, asked: [] as number[] };
  const rows: { readonly seq: number }[] = [];
  const taken: number[][] = [];
  const follower = createFollower(
    {
      async after(cursor) {
        world.asked.push(cursor);
        if (!world.isReadable) throw new Error("the log cannot be read");
        return rows.filter(({ seq }) => seq > cursor);
      },
      dataVersion: async () => world.version,
    },
    async (news) => {
      if (!world.isTaking) throw new Error("cannot be taken in");
      taken.push(news.map(({ seq }) => seq));
    },
  );
  const write = (...seqs: readonly number[]): void => {
    rows.push(...seqs.map((seq) => ({ seq })));
    world.version += 1;
  };
  return { world, taken, write, read: follower.read };
}

it("takes in all that is there, then what is new, each row once", async () => {
  const { taken, write, read } = aLog();
  write(3, 5);
  await read();
  write(8);
  await read();
  expect(taken).toEqual([[3, 5], [8]]);
});

it("asks for nothing while nothing was written, and is not called for what is no row", async () => {
  const { world, taken, write, read } = aLog();
  await read();
  await read();
  expect(world.asked).toEqual([0]);
  write();
  await read();
  expect([world.asked, taken]).toEqual([[0, 0], []]);
});

it.each([
  ["isReadable", "cannot be read"],
  ["isTaking", "cannot be taken in"],
] as const)(
  "rows come again after %s was lost, though nothing was written since",
  async (part, why) => {
    const { world, taken, write, read } = aLog();
    write(1, 2);
    world[part] = false;
    await expect(read()).rejects.toThrow(why);
    world[part] = true;
    await read();
    expect(taken).toEqual([[1, 2]]);
  },
);

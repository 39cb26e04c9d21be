import { expect, it } from "vitest";
import { createFilesLog } from "../../../src/adapters/store/publishing/files-log.ts";
import type { FilesProblem } from "../../../src/core/entries/files-problem.ts";
import { createProblemTelling } from "../../../src/service/static/problem-telling.ts";
import type { FromStatic } from "../../../src/service/static/static-messages.ts";
import { openNew } from "../../adapters/store/open-store.ts";
import { NOW } from "../../support/builders.ts";

const FULL: FilesProblem = { kind: "place", why: "the disk is full" };
const AWAY: FilesProblem = { kind: "place", why: "the network is away" };

async function setUp() {
  const opened = await openNew();
  const said: FromStatic["kind"][] = [];
  const clock = { now: NOW };
  const begin = () =>
    createProblemTelling({
      node: "north",
      say: ({ kind }) => void said.push(kind),
      now: () => clock.now,
    });
  const place = { opened, target: "/srv/desk", cause: null };
  const stored = () => createFilesLog(opened.db).find({ node: "north", target: "/srv/desk" });
  return { begin, place, stored, said, clock };
}

it("says each problem once, in the store from when on, until it is over", async () => {
  const { begin, place, stored, said, clock } = await setUp();
  const { tell } = begin();
  await tell(FULL, place);
  clock.now += 10_000;
  await tell(FULL, place);
  expect(await stored()).toMatchObject({ at: NOW, problem: { problem: FULL, since: NOW } });
  await tell(AWAY, place);
  expect(await stored()).toMatchObject({ problem: { problem: AWAY, since: NOW } });
  await tell(null, place);
  await tell(null, place);
  expect(await stored()).toMatchObject({ problem: null });
  expect(said).toEqual(["failed", "failed", "recovered"]);
});

it("notes in the store every minute that a problem lasts", async () => {
  const { begin, place, stored, said, clock } = await setUp();
  const { tell } = begin();
  await tell(FULL, place);
  clock.now += 60_000;
  await tell(FULL, place);
  expect(await stored()).toMatchObject({ at: NOW + 60_000, problem: { since: NOW } });
  expect(said).toEqual(["failed"]);
});

it("notes what it could not note before, as soon as the store answers", async () => {
  const { begin, place, stored } = await setUp();
  const { tell } = begin();
  await tell(FULL, { ...place, opened: null });
  expect(await stored()).toBeNull();
  await tell(FULL, place);
  expect(await stored()).toMatchObject({ problem: { problem: FULL } });
});

it("takes back what a process noted that ended", async () => {
  const { begin, place, stored, said } = await setUp();
  await begin().tell(FULL, place);
  await begin().tell(null, place);
  expect(await stored()).toMatchObject({ problem: null });
  expect(said).toEqual(["failed"]);
});

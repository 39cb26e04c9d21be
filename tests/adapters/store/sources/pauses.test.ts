import { expect, it } from "vitest";
import { createPauseStore } from "../../../../src/adapters/store/sources/pauses.ts";
import { aRemote, NOW } from "../../../support/builders.ts";
import { openNew, sourceOf, storesOn } from "../open-store.ts";

const VALLEY = aRemote({ id: "valley" });

async function opened() {
  const { db } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure([VALLEY], NOW);
  const isPaused = async () => (await sourceOf(ingest, "valley")).definition.paused;
  return { ingest, pauses: createPauseStore(db), isPaused };
}

it("a source is paused and polled again, whatever the configuration says", async () => {
  const { ingest, pauses, isPaused } = await opened();
  const against = { source: "valley", paused: true, isAgainstFile: true };
  expect(await pauses.set("valley", true)).toEqual({ ok: true, value: against });
  expect(await isPaused()).toBe(true);
  expect((await sourceOf(ingest, "valley")).isPauseOrdered).toBe(true);
  // Another start of the program.
  await ingest.configure([{ ...VALLEY, title: "The valley" }], NOW + 1);
  expect(await isPaused()).toBe(true);
  const agreed = { source: "valley", paused: false, isAgainstFile: false };
  expect(await pauses.set("valley", false)).toEqual({ ok: true, value: agreed });
  expect(await isPaused()).toBe(false);
});

it("a pause that the configuration says itself ends when that is taken back", async () => {
  const { ingest, pauses, isPaused } = await opened();
  await pauses.set("valley", true);
  await ingest.configure([{ ...VALLEY, paused: true }], NOW + 1);
  expect((await sourceOf(ingest, "valley")).isPauseOrdered).toBeUndefined();
  await ingest.configure([VALLEY], NOW + 2);
  expect(await isPaused()).toBe(false);
});

it("a poll that began before does not end a pause", async () => {
  const { ingest, pauses, isPaused } = await opened();
  const state = await sourceOf(ingest, "valley");
  await pauses.set("valley", true);
  await ingest.recordPoll({ state, filesTried: new Map() });
  expect(await isPaused()).toBe(true);
});

it("there is nothing to pause where there is no source", async () => {
  const { pauses } = await opened();
  expect(await pauses.set("hill", true)).toEqual({ ok: false, error: 'there is no source "hill"' });
});

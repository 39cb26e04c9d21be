import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { lockIngest } from "../../src/adapters/store/ingest-lock.ts";
import { openDatabase } from "../../src/adapters/store/open-database.ts";
import { createPassRequests } from "../../src/adapters/store/pass-requests.ts";
import { askForPass } from "../../src/commands/ask-for-pass.ts";
import { load } from "../../src/commands/load.ts";
import { layDesk } from "../support/desk.ts";

/** A desk whose database a service holds. */
async function served() {
  const desk = layDesk();
  const opened = await openDatabase(desk.database);
  const lock = lockIngest(desk.database, { name: "the service", kind: "service" });
  const loaded = load({ config: desk.config }, { environment: {} });
  if (!lock.ok || !opened.ok || !loaded.ok) throw new Error("the desk could not be laid");
  onTestFinished(async () => {
    lock.value.release();
    await opened.value.close();
    desk.remove();
  });
  return { config: loaded.value, requests: createPassRequests(opened.value.db) };
}

const EVERY = { all: true, sources: [] };

it("takes a pass back that nobody has begun when it is stopped", async () => {
  const { config, requests } = await served();
  const asked = { config, request: EVERY, onReport: () => {}, isStopped: () => true };
  expect(await askForPass(asked)).toBe("not-begun");
  expect(await requests.take()).toBeNull();
});

it("leaves a pass that is begun to the service when it is stopped", async () => {
  const { config, requests } = await served();
  let isStopped = false;
  const asked = askForPass({
    config,
    request: EVERY,
    onReport: () => {},
    isStopped: () => isStopped,
  });
  while ((await requests.take()) === null) await nextTurn();
  isStopped = true;
  expect(await asked).toBe("begun");
});

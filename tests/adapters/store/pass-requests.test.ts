import { join } from "node:path";
import { expect, it } from "vitest";
import { createPassLog } from "../../../src/adapters/store/pass-log.ts";
import { createPassRequests } from "../../../src/adapters/store/pass-requests.ts";
import { DAY, NOW } from "../../support/builders.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openFile, openNew } from "./open-store.ts";

const ALL = { all: true, sources: [] };

/** The two ends, each with a connection of its own, as the command and the service have them. */
async function bothEnds() {
  const file = join(temporaryFolder(), "offprint.db");
  const [command, service] = [await openNew(file), await openFile(file)];
  return {
    command: createPassRequests<{ source: string }>(command.db),
    service: createPassRequests<{ source: string }>(service.db),
  };
}

it("a request is taken once, the oldest first", async () => {
  const { command, service } = await bothEnds();
  const first = await command.ask(ALL, NOW);
  const second = await command.ask({ all: false, sources: ["valley"] }, NOW);
  expect(await service.take()).toEqual({ id: first, ...ALL });
  expect(await service.take()).toEqual({ id: second, all: false, sources: ["valley"] });
  expect(await service.take()).toBeNull();
});

it("answers arrive in order, each once, and the end is told", async () => {
  const { command, service } = await bothEnds();
  const id = await command.ask(ALL, NOW);
  expect(await command.read(id, 0)).toEqual({ lines: [], isFinished: false });
  await service.answer(id, { source: "valley" });
  await service.answer(id, { source: "hill" });
  expect((await command.read(id, 0)).lines).toEqual([{ source: "valley" }, { source: "hill" }]);
  await service.answer(id, { source: "lake" });
  await service.finish(id);
  expect(await command.read(id, 2)).toEqual({ lines: [{ source: "lake" }], isFinished: true });
});

it("answers of two requests stay apart", async () => {
  const { command, service } = await bothEnds();
  const [one, other] = [await command.ask(ALL, NOW), await command.ask(ALL, NOW)];
  await service.answer(one, { source: "one" });
  await service.answer(other, { source: "other" });
  expect((await command.read(other, 0)).lines).toEqual([{ source: "other" }]);
});

it("old requests are forgotten with their answers, and nobody waits for them", async () => {
  const { command, service } = await bothEnds();
  const old = await command.ask(ALL, NOW - 2 * DAY);
  await service.answer(old, { source: "valley" });
  const young = await command.ask(ALL, NOW);
  await service.forget(NOW - DAY);
  expect(await command.read(old, 0)).toEqual({ lines: [], isFinished: true });
  expect(await service.take()).toMatchObject({ id: young });
});

it("the last pass is noted for every process to see", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const [service, web] = [await openNew(file), await openFile(file)];
  expect(await createPassLog(web.db).last()).toBeNull();
  await createPassLog(service.db).note({ at: 1, deadline: 2 });
  await createPassLog(service.db).note({ at: NOW, deadline: null });
  expect(await createPassLog(web.db).last()).toEqual({ at: NOW, deadline: null });
});

it("a request can be taken back until somebody takes it", async () => {
  const { command, service } = await bothEnds();
  const first = await command.ask(ALL, NOW);
  expect(await command.withdraw(first)).toBe(true);
  expect(await service.take()).toBeNull();
  const second = await command.ask(ALL, NOW);
  await service.take();
  expect(await command.withdraw(second)).toBe(false);
});

import { expect, it } from "vitest";
import { currentRevision, nextRevision } from "../../../../src/adapters/store/intake/revisions.ts";
import { aDraft, aRemote } from "../../../support/builders.ts";
import { openNew, openWith, poll, storesOn } from "../open-store.ts";

it("rises with every change, whether a cluster or the counter tells it", async () => {
  const { db } = await openNew();
  const { ingest } = await openWith(async () => storesOn(db), [aRemote({ id: "valley" })]);
  const bring = (n: number) =>
    poll(ingest, { source: "valley", drafts: [aDraft({ key: `key ${n}`, text: `Text ${n}.` })] });
  const order = () => db.transaction().execute(nextRevision);
  const start = await currentRevision(db);
  const seen: number[] = [];
  for (const change of [() => bring(1), () => bring(2), order, order, () => bring(3), order]) {
    await change();
    seen.push((await currentRevision(db)) - start);
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

it("is written once where articles come in: with their clusters", async () => {
  const { db } = await openNew();
  const { ingest } = await openWith(async () => storesOn(db), [aRemote({ id: "valley" })]);
  const counter = () => db.selectFrom("counter").selectAll().where("name", "=", "revision");
  const before = await counter().execute();
  await poll(ingest, { source: "valley", drafts: [aDraft()] });
  expect(await counter().execute()).toEqual(before);
});

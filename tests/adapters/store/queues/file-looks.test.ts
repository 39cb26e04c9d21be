import { expect, it } from "vitest";
import { createFileLooks } from "../../../../src/adapters/store/queues/file-look-queue.ts";
import type { ArticleDraft } from "../../../../src/core/articles/article-draft.ts";
import { LEASE_MS } from "../../../../src/core/lease.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { openNew, openWith, poll, storesOn } from "../open-store.ts";

const [A, B] = ["https://cdn.example/a", "https://cdn.example/b"];
const picture = (url: string) => ({ url, width: null, height: null, alt: null, credit: null });

async function opened(sources = [aRemote({ id: "valley" })]) {
  const store = await openWith(async () => {
    const { db } = await openNew();
    return { ...storesOn(db), looks: createFileLooks(db) };
  }, sources);
  const { looks, publish } = store;
  const claim = async (url: string, now = NOW) => {
    const claimed = await looks.claim(url, LEASE_MS, now);
    if (claimed === null) throw new Error(`nobody may look at ${url}`);
    return claimed;
  };
  return {
    ...store,
    claim,
    told: async (url: string, type: string | null, now: number) =>
      looks.told((await claim(url)).lease, type, now),
    fail: async (url: string, nextAt: number | null, now = NOW) =>
      looks.fail(await claim(url, now), { reason: "503", nextAt }),
    send: (draft: Partial<ArticleDraft>, now = NOW, source = "valley") =>
      poll(store.ingest, { source, drafts: [aDraft(draft)], now }),
    due: async (now = NOW) => (await looks.due(now, 100)).map(({ url }) => url),
    types: async () =>
      (await publish.entries({ sources: [], after: null, limit: 10 })).map(
        ({ article }) => article.fileTypes,
      ),
  };
}

/** The same item, changed. */
const corrected = (image: string): Partial<ArticleDraft> => ({
  ...{ image: picture(image), metadataHash: `metadata of ${image}` },
  ...{ receivedMetadataHash: `metadata of ${image}`, itemHash: image },
});

it("remembers what a look told, and publishes it without a new date", async () => {
  const { send, due, looks, told, types, publish } = await opened();
  await send({ image: picture(A) });
  const [before] = await publish.entries({ sources: [], after: null, limit: 1 });
  const revision = await publish.revision();
  expect(await due()).toEqual([A]);

  await told(A, "image/webp", NOW + HOUR);
  expect(await types()).toEqual([{ [A]: "image/webp" }]);
  expect(await due(NOW + 9 * HOUR)).toEqual([]);
  expect(await looks.nextAt()).toBeNull();
  expect(await publish.revision()).toBe(revision + 1);
  const [after] = await publish.entries({ sources: [], after: null, limit: 1 });
  expect(after?.updatedAt).toBe(before?.updatedAt);
});

it("remembers that nobody told", async () => {
  const { send, due, told, types, publish } = await opened();
  await send({ image: picture(A) });
  const revision = await publish.revision();
  await told(A, null, NOW);
  expect(await due(NOW + HOUR)).toEqual([]);
  expect(await types()).toEqual([{}]);
  expect(await publish.revision()).toBe(revision);
});

it("tries again what failed, when it is told, and gives up for good", async () => {
  const { send, due, looks, claim, fail } = await opened();
  await send({ image: picture(A) });
  await fail(A, NOW + HOUR);
  expect(await due()).toEqual([]);
  expect(await looks.nextAt()).toBe(NOW + HOUR);
  expect(await looks.due(NOW + HOUR, 9)).toEqual([{ url: A, sourceId: "valley" }]);
  expect(await looks.claim(A, LEASE_MS, NOW)).toBeNull();
  const again = await claim(A, NOW + HOUR);
  expect(again.attempts).toBe(1);
  await looks.giveBack(again.lease);
  await fail(A, null, NOW + HOUR);
  expect(await looks.nextAt()).toBeNull();
});

it("asks once for a picture that many articles have, and never for one that it knows", async () => {
  const { send, due, told, types } = await opened([
    aRemote({ id: "valley" }),
    aRemote({ id: "hill", url: "https://hill.example/feed" }),
  ]);
  await send({ image: picture(A) });
  const other = { key: "2", title: "Another", text: "Other words.", textHash: "2" };
  await send({ ...other, image: picture(A) }, NOW, "hill");
  expect(await due()).toEqual([A]);
  await told(A, "image/png", NOW);
  const third = { key: "3", title: "A third", text: "Third words.", textHash: "3" };
  await send({ ...third, image: picture(A) }, NOW, "hill");
  expect(await due()).toEqual([]);
  expect(await types()).toEqual(Array(3).fill({ [A]: "image/png" }));
});

it("looks at another picture of an article later, and keeps what it knows of the same", async () => {
  const { send, due, told, types } = await opened();
  await send({ image: picture(`${A}?t=1`) });
  await told(`${A}?t=1`, "image/png", NOW);
  await send(corrected(`${A}?t=2`));
  expect(await due()).toEqual([]);
  expect(await types()).toEqual([{ [`${A}?t=2`]: "image/png" }]);

  await send(corrected(B));
  expect(await due()).toEqual([]);
  expect(await due(NOW + 600_000)).toEqual([B]);
  expect(await types()).toEqual([{}]);
});

it("knows what it knew of a picture also where another article waits at its new address", async () => {
  const { send, due, told, types } = await opened();
  await send({ image: picture(`${A}?t=1`) });
  await told(`${A}?t=1`, "image/png", NOW);
  const other = { key: "2", title: "Another", text: "Other words.", textHash: "2" };
  await send({ ...other, image: picture(`${A}?t=2`) });
  expect(await due()).toEqual([`${A}?t=2`]);
  await send(corrected(`${A}?t=2`));
  expect(await types()).toEqual(Array(2).fill({ [`${A}?t=2`]: "image/png" }));
  expect(await due()).toEqual([]);
});

it("asks nothing for a source that is paused", async () => {
  const { send, due, ingest } = await opened();
  await send({ image: picture(A) });
  await ingest.configure([aRemote({ id: "valley", paused: true })], NOW);
  expect(await due()).toEqual([]);
});

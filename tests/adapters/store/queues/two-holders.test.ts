import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createFileLooks } from "../../../../src/adapters/store/queues/file-look-queue.ts";
import {
  giveBackLeft,
  giveBackOwn,
  type LeasedTable,
} from "../../../../src/adapters/store/queues/leased-rows.ts";
import { decideIngest } from "../../../../src/core/intake/decide-ingest.ts";
import { NO_CHANGES } from "../../../../src/core/intake/ingest-intent.ts";
import { lookupForPoll } from "../../../../src/core/intake/ingest-lookup.ts";
import type { ClaimedSource } from "../../../../src/core/intake/ingest-store.ts";
import { LEASE_MS } from "../../../../src/core/lease.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { READABLE_IDS } from "../../../support/known-model.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { complete, openFile, openNew, poll, sourceOf, storesOn } from "../open-store.ts";

const FRESH = { etag: '"fresh"', lastModified: null };
const PICTURE = "https://cdn.example/a";

const [ONE, OTHER] = [11, 12];

/** Two processes that take articles in on one database, with one source. */
async function twoProcesses(holder: number | null = null, otherHolder: number | null = null) {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const { db: otherDb } = await openFile(file);
  const one = { ...storesOn(db, holder), files: createFileLooks(db) };
  const other = { ...storesOn(otherDb, otherHolder), files: createFileLooks(otherDb) };
  await one.ingest.configure([aRemote({ id: "valley" })], NOW);
  /** As if its holder had not been heard of for too long. */
  const expire = async (table: LeasedTable): Promise<void> => {
    await sql`UPDATE ${sql.table(table)} SET lease_until = 1 WHERE lease_until IS NOT NULL`.execute(
      db,
    );
  };
  const titles = async () =>
    (await one.publish.entries({ sources: [], after: null, limit: 9 })).map(
      ({ article }) => article.title,
    );
  return { db, one, other, expire, titles };
}

type Process = Awaited<ReturnType<typeof twoProcesses>>["one"];

const claim = ({ ingest }: Process) =>
  ingest.claim({ id: "valley", isWanted: () => true, forMs: LEASE_MS });

async function claimed(process: Process): Promise<ClaimedSource> {
  const held = await claim(process);
  if (held === null || held === "busy") throw new Error("somebody else polls it");
  return held;
}

/** What the holder of a source writes of its poll. */
function write({ ingest }: Process, { source, lease }: ClaimedSource, title: string) {
  const drafts = [aDraft({ key: title, title, text: `The text of ${title}.`, textHash: title })];
  const lookup = lookupForPoll({ drafts }, (key) => READABLE_IDS.articleId("valley", key));
  const state = { ...source, lastPollAt: NOW, nextPollAt: NOW + HOUR, validators: FRESH };
  return ingest.ingest({ lease, state, filesTried: new Map() }, lookup, (known) =>
    decideIngest({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known),
  );
}

describe("a source", () => {
  it("is polled by one process at a time, and by the next when the poll was recorded", async () => {
    const { one, other } = await twoProcesses();
    const held = await claimed(one);
    expect(await claim(other)).toBe("busy");
    expect(await one.ingest.renew(held.lease, LEASE_MS)).toBe(true);
    await write(one, held, "News");
    expect(await one.ingest.renew(held.lease, LEASE_MS)).toBe(false);
    const next = await claimed(other);
    expect(next.lease.token).toBeGreaterThan(held.lease.token);
    expect(next.source).toMatchObject({ validators: FRESH, failureCount: 0 });
  });

  it("takes nothing from who held it too long: neither articles nor what was learned", async () => {
    const { one, other, expire, titles } = await twoProcesses();
    const late = await claimed(one);
    await expire("source");
    const held = await claimed(other);

    await expect(write(one, late, "Too late")).rejects.toThrow("the lease was lost");
    await one.ingest.recordPoll({ ...late, state: late.source, filesTried: new Map() });
    await one.ingest.giveBack(late.lease);
    expect(await titles()).toEqual([]);
    expect(await sourceOf(one.ingest, "valley")).toMatchObject({ bodyHash: null, nextPollAt: 0 });

    await write(other, held, "In time");
    expect(await titles()).toEqual(["In time"]);
  });

  it("counts a lease that ran out as a failure, and none that was given back", async () => {
    const { one, other, expire } = await twoProcesses();
    await one.ingest.giveBack((await claimed(one)).lease);
    const second = await claimed(other);
    expect(second.source.failureCount).toBe(0);
    await expire("source");
    expect((await claimed(one)).source.failureCount).toBe(1);
  });

  it("is due at once when its holder is gone, and stays with one that lives", async () => {
    const { db, one, other } = await twoProcesses(ONE, OTHER);
    const killed = await claimed(one);
    await giveBackLeft(db, [ONE, OTHER]);
    expect(await claim(other)).toBe("busy");
    await giveBackOwn(db, OTHER);
    expect(await claim(other)).toBe("busy");
    await giveBackLeft(db, [OTHER]);
    expect((await claimed(other)).source.failureCount).toBe(0);
    await expect(write(one, killed, "Too late")).rejects.toThrow("the lease was lost");
    await giveBackOwn(db, OTHER);
    expect((await claimed(one)).source.failureCount).toBe(0);
  });

  it("is due at once when its holder had no number, and another takes its place", async () => {
    const { db, one, other } = await twoProcesses();
    await claimed(one);
    await giveBackLeft(db, []);
    expect((await claimed(other)).source.failureCount).toBe(0);
  });

  it("is held only if it is wanted as it is now", async () => {
    const { one, other } = await twoProcesses();
    await write(one, await claimed(one), "News");
    const isWanted = ({ nextPollAt }: ClaimedSource["source"]) => nextPollAt <= NOW;
    expect(await other.ingest.claim({ id: "valley", isWanted, forMs: LEASE_MS })).toBeNull();
    await one.ingest.configure([], NOW);
    expect(await claim(other)).toBeNull();
  });
});

describe("a page", () => {
  const ID = `valley/${aDraft().key}`;
  const summary = aDraft({ wantsPage: true, isSummaryOnly: true });
  const whole = (text: string) => aDraft({ text, isFromPage: true, title: text });

  /** Both processes, and a page that waits. */
  async function waiting() {
    const desk = await twoProcesses();
    await poll(desk.one.ingest, { source: "valley", drafts: [summary] });
    const take = async ({ pages }: Process) => {
      const job = await pages.claim(ID, LEASE_MS, NOW);
      if (job === null) throw new Error("somebody else has it");
      return job;
    };
    return { ...desk, take };
  }

  it("is asked for by one process at a time", async () => {
    const { one, other, take } = await waiting();
    const job = await take(one);
    expect(await other.pages.claim(ID, LEASE_MS, NOW)).toBeNull();
    expect(await other.pages.due(NOW, 9)).toEqual([]);
    await one.pages.giveBack(job.lease);
    expect(await other.pages.due(NOW, 9)).toHaveLength(1);
    expect((await take(other)).attempts).toBe(0);
  });

  it("takes nothing from who held it too long", async () => {
    const { one, other, expire, take, titles } = await waiting();
    const late = await take(one);
    await expire("page_job");
    const held = await take(other);
    expect(held.attempts).toBe(1);

    expect(await complete(one, late, whole("Too late"))).toEqual(NO_CHANGES);
    await one.pages.fail(late, { reason: "gone", nextAt: null }, NOW);
    expect(await titles()).toEqual([]);
    await complete(other, held, whole("In time"));
    expect(await titles()).toEqual(["In time"]);
    expect(await other.pages.count()).toBe(0);
  });

  it("takes nothing from who held a row that was deleted and made anew", async () => {
    const { db, one, other, take, titles } = await waiting();
    const late = await take(one);
    await db.deleteFrom("page_job").execute();
    const changed = { ...summary, itemHash: "2", receivedHash: "2", receivedMetadataHash: "2" };
    await poll(one.ingest, { source: "valley", drafts: [changed] });
    await take(other);
    await one.pages.fail(late, { reason: "gone", nextAt: null }, NOW);
    expect(await complete(one, late, whole("Too late"))).toEqual(NO_CHANGES);
    expect(await titles()).toEqual([]);
    expect(await other.pages.count()).toBe(1);
  });

  it("is due again at once for whoever has it when its item has changed meanwhile", async () => {
    const { one, other, take } = await waiting();
    const job = await take(one);
    const changed = { ...summary, title: "Changed", raw: '{"item":{"title":"Changed"}}' };
    const hashes = { itemHash: "2", receivedMetadataHash: "2", metadataHash: "2" };
    await poll(one.ingest, { source: "valley", drafts: [{ ...changed, ...hashes }] });
    expect(await other.pages.due(NOW, 9)).toEqual([]);
    expect(await complete(one, job, whole("Of before"))).toEqual(NO_CHANGES);
    expect(await other.pages.due(NOW, 9)).toHaveLength(1);
  });
});

describe("a file", () => {
  it("is looked at by one process at a time, and takes nothing from who held it too long", async () => {
    const { one, other, expire } = await twoProcesses();
    const image = { url: PICTURE, width: null, height: null, alt: null, credit: null };
    await poll(one.ingest, { source: "valley", drafts: [aDraft({ image })] });
    const late = await one.files.claim(PICTURE, LEASE_MS, NOW);
    expect(await other.files.claim(PICTURE, LEASE_MS, NOW)).toBeNull();
    expect(await other.files.due(NOW, 9)).toEqual([]);
    await expire("file_look");
    const held = await other.files.claim(PICTURE, LEASE_MS, NOW);
    if (late === null || held === null) throw new Error("nobody holds it");
    expect(held.attempts).toBe(1);

    await one.files.told(late.lease, "image/gif", NOW);
    await one.files.fail(late, { reason: "gone", nextAt: null });
    await other.files.told(held.lease, "image/png", NOW);
    const [entry] = await one.publish.entries({ sources: [], after: null, limit: 9 });
    expect(entry?.article.fileTypes).toEqual({ [PICTURE]: "image/png" });
  });
});

import type { KyselyPlugin } from "kysely";
import { describe, expect, it } from "vitest";
import {
  mayOvertake,
  UNREAD_TABLES,
} from "../../../../../src/adapters/store/engine/postgres/unread-tables.ts";
import { aDraft, aRemote } from "../../../../support/builders.ts";
import { generateText, seeded } from "../../../../support/generated-texts.ts";
import { complete, dueJobs, openNew, openWith, poll, revise, storesOn } from "../../open-store.ts";

const NOW = Date.UTC(2026, 1, 17, 12);
const ALL = { sourceId: null, articleIds: null, after: null, limit: 9 };

/** Stores, and the statements that they ran before what they decided rests on something. */
async function openWatched() {
  let run: string[] = [];
  const untilDecided: string[] = [];
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => {
      run.push(JSON.stringify(node));
      return node;
    },
    transformResult: async ({ queryId, result }) => {
      if (queryId.queryId === "basis") untilDecided.push(...run);
      return result;
    },
  };
  const { db } = await openNew();
  const stores = storesOn(db.withPlugin(watching));
  const store = await openWith(async () => stores, [aRemote(), aRemote({ id: "hill" })]);
  const readBy = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    untilDecided.length = 0;
    run = [];
    await work();
    return untilDecided;
  };
  return { store, readBy };
}

const namesOf = (statements: readonly string[]): ReadonlySet<string> =>
  new Set(statements.flatMap((each) => each.match(/\w+/g) ?? []));

describe("a decision reads none of these tables", () => {
  it.each(["poll", "page", "revision"])("of a %s", async (kind) => {
    const { store, readBy } = await openWatched();
    const text = generateText(seeded(1), 200);
    const source = { source: "valley", now: NOW };
    const wanted = aDraft({ text, isSummaryOnly: true, wantsPage: true });
    await poll(store.ingest, { source: "hill", drafts: [aDraft({ text })], now: NOW });
    await poll(store.ingest, { ...source, drafts: [wanted] });
    const draft = aDraft({ text: `${text} Later more.`, itemHash: "2", receivedHash: "2" });
    const work = {
      poll: () => poll(store.ingest, { ...source, drafts: [draft] }),
      page: async () => {
        const [job] = await dueJobs(store, NOW, 9);
        if (job === undefined) throw new Error("no page waits");
        return complete(store, job, draft);
      },
      revision: async () => revise(store, await store.revisions.received(ALL), [draft], NOW),
    }[kind];
    const names = namesOf(await readBy(work ?? (() => Promise.reject(new Error(kind)))));
    expect(names).toContain("cluster_member");
    expect([...UNREAD_TABLES].filter((table) => names.has(table))).toEqual([]);
  });
});

it.each([
  ['INSERT INTO "publication" ("seq") VALUES ($1)', false],
  ["UPDATE lease SET lease_until = 1", false],
  ['delete from "change" where "at" < $1', false],
  ['update "article" set "title" = $1', true],
  ["WITH gone AS (DELETE FROM change RETURNING seq) UPDATE article SET title = ''", true],
  ["TRUNCATE change", true],
])("%s", (statement, may) => {
  expect(mayOvertake(statement)).toBe(may);
});

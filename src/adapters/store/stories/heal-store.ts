import type { Kysely, Transaction } from "kysely";
import type { StoredContext } from "../../../core/articles/stored-context.ts";
import type { ClusterChange } from "../../../core/stories/cluster-graph.ts";
import { excluded } from "../excluded.ts";
import { loadAlike } from "../intake/load-alike.ts";
import { nextRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";
import { saveClusters } from "./save-clusters.ts";
import { settleEntries } from "./settle-entries.ts";

export type DecideHealing = (
  known: StoredContext,
  articleIds: readonly string[],
) => readonly ClusterChange[];

export type HealTurn = {
  /** Articles at most. */
  readonly limit: number;
  /** No turn begins sooner after the one before, of whichever process; 0: at any time. */
  readonly everyMs: number;
  readonly now: number;
};

/** Checks again, a few articles at a time, whether stored clusters are one story. */
export type HealStore = {
  /**
   * Looks at the next articles that can still be compared, in the order in which they came, and after the last begins
   * again. Does nothing when the last turn was not `everyMs` ago. Skips articles that were judged by older rules: they stay where they were placed. Takes the
   * writer only for articles that are to be joined, decided anew, a transaction for each source. @returns how many clusters went into others.
   */
  readonly heal: (turn: HealTurn, decide: DecideHealing) => Promise<number>;
};

/** Where the last turn ended: the id of a fingerprint. */
const CURSOR = "healed-until";
/** When the last turn began. */
const BEGAN = "healed-at";
/** The last fingerprint of an article that was judged by older rules. Set by the migration that comes with new rules. */
const START = "healed-from";

export function createHealStore(db: Kysely<Tables>): HealStore {
  return {
    async heal({ limit, everyMs, now }, decide) {
      const places = await loadPlaces(db);
      if (isWithin(everyMs, { now, last: places.get(BEGAN) ?? 0 })) return 0;
      const rows = await nextRows(db, { limit, after: lastOf(places) });
      let joined = 0;
      for (const [sourceId, own] of Map.groupBy(rows, ({ source_id }) => source_id)) {
        const ids = await split(
          db,
          { sourceId, ids: own.map(({ article_id }) => article_id) },
          decide,
        );
        if (ids.length === 0) continue;
        joined += await db
          .transaction()
          .execute(async (trx) =>
            apply(trx, decide(await loadAlike(trx, ids, sourceId), ids), now),
          );
      }
      await moveTo(db, { now, id: rows.length < limit ? 0 : (rows.at(-1)?.id ?? 0) });
      return joined;
    },
  };
}

type LookedAt = { readonly sourceId: string; readonly ids: readonly string[] };

/**
 * Articles whose cluster is to be joined with another, found in a transaction that only reads: comparing a hundred texts
 * of one form takes seconds, and nobody else could write meanwhile.
 */
const split = (
  db: Kysely<Tables>,
  { sourceId, ids }: LookedAt,
  decide: DecideHealing,
): Promise<readonly string[]> =>
  db
    .transaction()
    .setAccessMode("read only")
    .execute(async (trx) => {
      const context = await loadAlike(trx, ids, sourceId);
      const changed = new Set(decide(context, ids).map(({ id }) => id));
      return ids.filter((id) => changed.has(context.articles.get(id)?.clusterId ?? ""));
    });

async function loadPlaces(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const named = db.selectFrom("setting").select(["name", "value"]);
  const rows = await named.where("name", "in", [CURSOR, START, BEGAN]).execute();
  return new Map(rows.map(({ name, value }) => [name, Number(value)]));
}

/** A turn in the future is of a clock that ran ahead. */
const isWithin = (ms: number, { now, last }: { readonly now: number; readonly last: number }) =>
  last <= now && now - last < ms;

const lastOf = (places: ReadonlyMap<string, number>): number =>
  Math.max(places.get(CURSOR) ?? 0, places.get(START) ?? 0);

type Next = { readonly limit: number; readonly after: number };

const nextRows = (db: Kysely<Tables>, { limit, after }: Next) =>
  db
    .selectFrom("fingerprint")
    .innerJoin("article", "article.id", "fingerprint.article_id")
    .select(["fingerprint.id", "fingerprint.article_id", "article.source_id"])
    .where("fingerprint.id", ">", after)
    .orderBy("fingerprint.id")
    .limit(limit)
    .execute();

async function moveTo(
  db: Kysely<Tables>,
  { id, now }: { readonly id: number; readonly now: number },
): Promise<void> {
  const values = [
    { name: CURSOR, value: String(id) },
    { name: BEGAN, value: String(now) },
  ];
  await db
    .insertInto("setting")
    .values(values)
    .onConflict((conflict) => conflict.column("name").doUpdateSet(excluded(["value"])))
    .execute();
}

async function apply(
  trx: Transaction<Tables>,
  clusters: readonly ClusterChange[],
  now: number,
): Promise<number> {
  if (clusters.length === 0) return 0;
  const revision = await nextRevision(trx);
  await saveClusters(trx, clusters, { revision, now });
  await settleEntries(trx, revision, { now });
  return clusters.filter(({ mergedInto }) => mergedInto !== null).length;
}

import { type Kysely, sql, type Transaction } from "kysely";
import type { RevisionExtent } from "../../../core/intake/ingest-intent.ts";
import type { RevisionRequest } from "../../../core/intake/revision-store.ts";
import type { OrderOf } from "../../../core/orders/order.ts";
import { databaseNow } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { isLeaseFree } from "./lease-columns.ts";

/** Orders that the articles of a source are drafted again. Changes an order that nobody has begun, if there is one. */
export async function askForRevision(
  trx: Transaction<Tables>,
  sourceId: string,
  extent: RevisionExtent,
): Promise<void> {
  const waiting = (await waitingFor(trx, sourceId)).find(isUnbegun);
  // All articles include the last ones.
  if (waiting?.extent === "all" || waiting?.extent === extent) return;
  const order: Omit<OrderOf<"revise">, "kind"> = { sourceId, extent };
  const payload = JSON.stringify(order);
  if (waiting === undefined) {
    const asked = { asked_by: "ingest", asked_at: databaseNow, due_at: databaseNow };
    await trx
      .insertInto("desk_order")
      .values({ kind: "revise", payload, ...asked })
      .execute();
  } else {
    await trx.updateTable("desk_order").set({ payload }).where("id", "=", waiting.id).execute();
  }
}

type WaitingRevision = RevisionRequest & { readonly id: number; readonly is_free: number };

const isUnbegun = ({ is_free }: WaitingRevision): boolean => is_free === 1;

async function waitingFor(
  db: Kysely<Tables>,
  sourceId: string | null,
): Promise<readonly WaitingRevision[]> {
  const rows = await db
    .selectFrom("desk_order")
    .select(["id", "payload"])
    .select(sql<number>`${isLeaseFree()}`.as("is_free"))
    .where("kind", "=", "revise")
    .where("state", "=", "waiting")
    .orderBy("id")
    .execute();
  const waiting = rows.map(({ payload, ...row }) => ({
    ...(JSON.parse(payload) as RevisionRequest),
    ...row,
  }));
  return sourceId === null ? waiting : waiting.filter((row) => row.sourceId === sourceId);
}

/** Orders a revision if an editor keeps lines of these articles: a poll drafts them without the kept lines. */
export async function askForKeptLines(
  trx: Transaction<Tables>,
  sourceId: string,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  const kept = await trx
    .selectFrom("kept_line")
    .innerJoin("article", "article.id", "kept_line.article_id")
    .select("article.id")
    .where("article.source_id", "=", sourceId)
    .execute();
  const changed = new Set(articleIds);
  if (kept.some(({ id }) => changed.has(id))) await askForRevision(trx, sourceId, "recent");
}

/** See RevisionStore.wanted: of the configured sources. */
export async function loadRequests(db: Kysely<Tables>): Promise<readonly RevisionRequest[]> {
  const rows = await db
    .selectFrom("source")
    .select("id")
    .where("definition", "is not", null)
    .execute();
  const configured = new Set(rows.map(({ id }) => id));
  return (await waitingFor(db, null))
    .filter(({ sourceId }) => configured.has(sourceId))
    .map(({ sourceId, extent }) => ({ sourceId, extent }));
}

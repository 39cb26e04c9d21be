import type { Kysely, Selectable, Transaction } from "kysely";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";
import { decideLooks, untypedFiles } from "../../../core/media/file-looks.ts";
import { inBatches } from "../batches.ts";
import type { FileLookTable, Tables } from "../schema/tables.ts";

type Changed = { readonly id: string; readonly draft: ArticleDraft };

/** Puts the files of new and changed articles on the queue whose type is not known. */
export async function saveFileLooks(
  trx: Transaction<Tables>,
  {
    inserts,
    updates,
  }: { readonly inserts: readonly Changed[]; readonly updates: readonly Changed[] },
  now: number,
): Promise<void> {
  const known = await looksOf(
    trx,
    updates.map(({ id }) => id),
  );
  for (const { id, draft } of [...inserts, ...updates]) {
    const rows = known.get(id) ?? [];
    const files = untypedFiles(draft);
    if (rows.length + files.length > 0) await saveLooks(trx, { id, rows, files, now });
  }
}

/** By article. */
export async function looksOf(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Selectable<FileLookTable>[]>> {
  const rows = await inBatches(articleIds, (batch) =>
    db.selectFrom("file_look").selectAll().where("article_id", "in", batch).execute(),
  );
  return Map.groupBy(rows, ({ article_id }) => article_id);
}

type Looks = {
  readonly id: string;
  readonly rows: readonly Selectable<FileLookTable>[];
  readonly files: readonly string[];
  readonly now: number;
};

async function saveLooks(trx: Transaction<Tables>, { id, rows, files, now }: Looks): Promise<void> {
  const { moved, added, notBefore, dropped } = decideLooks(
    rows.map(({ url }) => url),
    files,
    now,
  );
  const own = () => trx.updateTable("file_look").where("article_id", "=", id);
  for (const { from, to } of moved) await own().set({ url: to }).where("url", "=", from).execute();
  if (dropped.length > 0) {
    const of = trx.deleteFrom("file_look").where("article_id", "=", id);
    await of.where("url", "in", dropped).execute();
  }
  for (const url of added) await add(trx, { id, url, notBefore });
}

type Added = { readonly id: string; readonly url: string; readonly notBefore: number };

/** What was learned of the file for another article is known. */
async function add(trx: Transaction<Tables>, { id, url, notBefore }: Added): Promise<void> {
  const known = await trx
    .selectFrom("file_look")
    .select(["url", "state", "type", "attempts", "next_at"])
    .where("url", "=", url)
    .executeTakeFirst();
  const first = { url, state: "waiting" as const, type: null, attempts: 0, next_at: notBefore };
  await trx
    .insertInto("file_look")
    .values({ article_id: id, ...(known ?? first) })
    .execute();
}

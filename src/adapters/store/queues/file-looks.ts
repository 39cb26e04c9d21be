import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";
import { decideLooks, untypedFiles } from "../../../core/media/file-looks.ts";
import { batches, inBatches } from "../batches.ts";
import type { FileLookTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { firstLeaseToken } from "./lease-columns.ts";

type Changed = { readonly id: string; readonly draft: ArticleDraft };

/** Queues the files of new and changed articles whose type is not known. */
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
  const gone: string[] = [];
  for (const { id, draft } of [...inserts, ...updates]) {
    const urls = (known.get(id) ?? []).map(({ url }) => url);
    const files = untypedFiles(draft);
    if (urls.length + files.length === 0) continue;
    gone.push(...(await saveFiles(trx, { id, urls, files, now })));
  }
  await forgetUnused(trx, gone);
}

/** What is known of the files of an article. */
export type KnownLook = Pick<Selectable<FileLookTable>, "url" | "type"> & {
  readonly article_id: string;
};

/** The files on the queue, by article id. */
export async function looksOf(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownLook[]>> {
  const rows = await inBatches(articleIds, (batch) =>
    db
      .selectFrom("article_file")
      .innerJoin("file_look", "file_look.url", "article_file.url")
      .select(["article_file.article_id", "file_look.url", "file_look.type"])
      .where("article_file.article_id", "in", batch)
      .execute(),
  );
  return Map.groupBy(rows, ({ article_id }) => article_id);
}

type Files = {
  readonly id: string;
  /** The files that the article had. */
  readonly urls: readonly string[];
  readonly files: readonly string[];
  readonly now: number;
};

/** @returns the files that the article no longer has. */
async function saveFiles(
  trx: Transaction<Tables>,
  { id, urls, files, now }: Files,
): Promise<readonly string[]> {
  const { moved, added, notBefore, dropped } = decideLooks(urls, files, now);
  for (const { from, to } of moved) await addMoved(trx, from, to);
  for (const url of added) await addNew(trx, url, notBefore);
  const fresh = [...moved.map(({ to }) => to), ...added];
  const gone = [...moved.map(({ from }) => from), ...dropped];
  if (fresh.length > 0) {
    await trx
      .insertInto("article_file")
      .values(fresh.map((url) => ({ article_id: id, url })))
      .execute();
  }
  if (gone.length > 0) {
    const own = trx.deleteFrom("article_file").where("article_id", "=", id);
    await own.where("url", "in", gone).execute();
  }
  return gone;
}

/** Copies what is known of a file to its new address, where another article may already wait for it. */
async function addMoved(trx: Transaction<Tables>, from: string, to: string): Promise<void> {
  await sql`INSERT INTO file_look (url, state, type, due_at, attempts, last_error, lease_token)
    SELECT ${to}, state, type, due_at, attempts, last_error, ${firstLeaseToken} FROM file_look WHERE url = ${from}
    ON CONFLICT (url) DO UPDATE SET state = excluded.state, type = excluded.type, last_error = NULL
      WHERE file_look.state <> 'done' AND excluded.state = 'done'`.execute(trx);
}

/** Queues a file, unless another article has queued it: what is known of it stays. */
async function addNew(trx: Transaction<Tables>, url: string, notBefore: number): Promise<void> {
  await trx
    .insertInto("file_look")
    .values({ url, state: "waiting", due_at: notBefore, attempts: 0, lease_token: firstLeaseToken })
    .onConflict((conflict) => conflict.column("url").doNothing())
    .execute();
}

async function forgetUnused(trx: Transaction<Tables>, urls: readonly string[]): Promise<void> {
  for (const batch of batches(urls)) {
    await trx
      .deleteFrom("file_look")
      .where("url", "in", batch)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("article_file")
              .select("article_file.url")
              .whereRef("article_file.url", "=", "file_look.url"),
          ),
        ),
      )
      .execute();
  }
}

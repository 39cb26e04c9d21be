import { type RawBuilder, sql, type Transaction } from "kysely";
import { foldName } from "../../../core/articles/identity/fold-name.ts";
import { isWeak, keysOf, type WeakNames } from "../../../core/articles/identity/identity.ts";
import { receivedWording, wordingOf } from "../../../core/articles/identity/received-wording.ts";
import { parseReceived } from "../../../core/articles/received.ts";
import {
  isSameItem,
  type Lookup,
  type LookupText,
  type StoredContext,
} from "../../../core/articles/stored-context.ts";
import type { IngestMode } from "../../../core/intake/ingest-intent.ts";
import { givenAddress } from "../../../core/urls/canonical-url.ts";
import { inBatches } from "../batches.ts";
import { eachText, jsonList } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { articles, type Row, receivedOf } from "./article-query.ts";
import { unpackBody } from "./body-bytes.ts";
import { BODY_COLUMNS } from "./body-columns.ts";
import { loadRaws } from "./received-items.ts";

/** Stored articles of a source that items of a document may be. */
export type OwnArticles = {
  /** Found by key, or by another name that an item may have had. */
  readonly rows: readonly Row[];
  /** Texts of items that changed since they were last received; most items of a feed have not. */
  readonly changed: readonly LookupText[];
  /** Articles that an item that is not unchanged may be. */
  readonly touched: readonly Row[];
};

type OwnOptions = {
  readonly mode: IngestMode;
  readonly sourceId: string;
  readonly weakNames: WeakNames;
};

/** Most articles whose wording is unpacked; the rest is found only where it is equal. */
const MAX_WORDINGS = 200;

export async function loadOwn(
  trx: Transaction<Tables>,
  { keys, texts, recognised }: Lookup,
  { mode, sourceId, weakNames }: OwnOptions,
): Promise<OwnArticles> {
  const rows = await byKey(trx, keys, sourceId);
  if (mode === "complete") return { rows, changed: texts, touched: rows };
  const stored = new Map(rows.map((row) => [row.key, row]));
  const others = texts.filter(
    (text) => !keysOf(text.identity).some((key) => isSame(stored.get(key), text)),
  );
  if (others.length === 0) return { rows, changed: [], touched: [] };
  const named = await byName(trx, others, { sourceId, known: new Set(rows.map(({ id }) => id)) });
  const changed = others.filter(
    (text) => !named.some((row) => isSame(row, text) && haveOneName(row, text)),
  );
  const latest = changed.some((text) => isNameless(text, weakNames))
    ? await latestBut(trx, new Set([...[...rows, ...named].map(({ id }) => id), ...recognised]), {
        sourceId,
        count: texts.length + recognised.length,
      })
    : [];
  // Also for an unchanged item: another article may have its guid.
  const touchedKeys = new Set(
    texts.flatMap((text) => keysOf(text.identity).filter((key) => !isSame(stored.get(key), text))),
  );
  const touched = [...rows.filter(({ key }) => touchedKeys.has(key)), ...named, ...latest];
  return { rows: [...rows, ...named, ...latest], changed, touched };
}

/** Whether an item has no address of its own. As guids change, only its words may lead to its article. */
function isNameless({ link }: LookupText, { addresses }: WeakNames): boolean {
  const address = givenAddress(link);
  return address === null || isWeak(addresses, address);
}

/** Articles that are loaded beyond the number of items in the document: some left the document lately. */
const MORE_LATEST = 40;

/** The last articles of a source by date, except known ones. */
async function latestBut(
  trx: Transaction<Tables>,
  known: ReadonlySet<string>,
  { sourceId, count }: { readonly sourceId: string; readonly count: number },
): Promise<readonly Row[]> {
  const rows = await articles(trx)
    .where("article.source_id", "=", sourceId)
    .orderBy("article.published_at", "desc")
    .limit(Math.min(count + MORE_LATEST, MAX_WORDINGS))
    .execute();
  return rows.filter(({ id }) => !known.has(id));
}

const isSame = (row: Row | undefined, text: LookupText): boolean =>
  row !== undefined && isSameItem(receivedOf(row), text);

const byKey = (
  trx: Transaction<Tables>,
  keys: readonly string[],
  sourceId: string,
): Promise<Row[]> =>
  inBatches(keys, (batch) =>
    articles(trx)
      .where("article.source_id", "=", sourceId)
      .where("article.key", "in", batch)
      .execute(),
  );

const guidOf = ({ guid }: LookupText): string | null => (guid === null ? null : foldName(guid));

function addressOf({ link }: LookupText): string | null {
  const address = givenAddress(link);
  return address === null ? null : foldName(address);
}

const haveOneName = ({ guid_fold, address_fold }: Row, text: LookupText): boolean =>
  (guid_fold !== null && guid_fold === guidOf(text)) ||
  (address_fold !== null && address_fold === addressOf(text));

/** Articles that have a text's guid or address in another spelling, or under another key. */
async function byName(
  trx: Transaction<Tables>,
  texts: readonly LookupText[],
  { sourceId, known }: { readonly sourceId: string; readonly known: ReadonlySet<string> },
): Promise<readonly Row[]> {
  const guids = await lastNamed(trx, texts.map(guidOf), withGuid(sourceId));
  const addresses = await lastNamed(trx, texts.map(addressOf), withAddress(sourceId));
  const ids = [...guids, ...addresses].filter((id) => !known.has(id));
  return inBatches(ids, (batch) => articles(trx).where("article.id", "in", batch).execute());
}

/**
 * Most articles that are loaded for a name. A name that more articles have identifies none: the last ones show that.
 */
const MAX_NAMED = 40;

/** @param named selects the articles with the name `wanted.value`, as id and entered_at. */
async function lastNamed(
  trx: Transaction<Tables>,
  names: readonly (string | null)[],
  named: RawBuilder<unknown>,
): Promise<readonly string[]> {
  const asked = new Set(names.filter((name) => name !== null));
  const { rows } = await sql<{ ids: string }>`
    SELECT (
      SELECT ${jsonList(sql.ref("id"))} FROM (${named} ORDER BY entered_at DESC LIMIT ${MAX_NAMED}) AS last
    ) AS ids
    FROM ${eachText(asked)}`.execute(trx);
  return rows.flatMap(({ ids }) => JSON.parse(ids) as string[]);
}

const withAddress = (sourceId: string): RawBuilder<unknown> =>
  sql`SELECT id, entered_at FROM article WHERE source_id = ${sourceId} AND address_fold = wanted.value`;

/** The index of guids has only those that are not the address, too. */
const withGuid = (sourceId: string): RawBuilder<unknown> =>
  sql`SELECT id, entered_at FROM article WHERE source_id = ${sourceId} AND guid_fold = wanted.value
      AND guid_fold IS DISTINCT FROM address_fold
    UNION ALL ${withAddress(sourceId)} AND guid_fold = address_fold`;

/** Which of these ids are taken. */
export async function takenIds(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inBatches(ids, (batch) =>
    trx.selectFrom("article").select("id").where("id", "in", batch).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * See StoredContext.wordings. Where the stored text came from a page, the words are the received item's; where the
 * fingerprint was forgotten, those of the stored text.
 */
export async function loadWordings(
  trx: Transaction<Tables>,
  touched: readonly Row[],
  known: StoredContext["articles"],
): Promise<ReadonlyMap<string, Uint32Array>> {
  const rows = touched.slice(0, MAX_WORDINGS);
  const fromPages = rows.filter((row) => row.is_from_page === 1).map(({ id }) => id);
  const raws = await loadRaws(trx, fromPages);
  const isForgotten = ({ id }: Row): boolean => known.get(id)?.fingerprint.tokens.length === 0;
  const forgotten = rows.filter((row) => row.is_from_page === 0 && isForgotten(row));
  const bodies = await inBatches(
    forgotten.map(({ id }) => id),
    (ids) =>
      trx
        .selectFrom("article")
        .leftJoin("article_body", "article_body.article_id", "article.id")
        .leftJoin("item_raw", "item_raw.article_id", "article.id")
        .select(["article.id", ...BODY_COLUMNS])
        .where("article.id", "in", ids)
        .execute(),
  );
  return new Map([
    ...[...raws].map(([id, raw]) => [id, receivedWording(parseReceived(raw))] as const),
    ...bodies.map(({ id, ...body }) => [id, wordingOf(unpackBody(body).text)] as const),
  ]);
}

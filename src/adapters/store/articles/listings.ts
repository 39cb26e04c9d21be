import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import type { Listing, StoredListing } from "../../../core/articles/listing.ts";
import { excluded } from "../excluded.ts";
import type { Tables } from "../schema/tables.ts";

/** See IngestStore.lastListing. */
export async function loadListing(
  db: Kysely<Tables>,
  sourceId: string,
): Promise<StoredListing | null> {
  const row = await db
    .selectFrom("listing")
    .select(["token", "body"])
    .where("source_id", "=", sourceId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const listing = JSON.parse(inflateRawSync(row.body).toString("utf8")) as Listing;
  return { token: row.token, listing };
}

export async function listingToken(
  trx: Transaction<Tables>,
  sourceId: string,
): Promise<number | null> {
  const row = await trx
    .selectFrom("listing")
    .select("token")
    .where("source_id", "=", sourceId)
    .executeTakeFirst();
  return row?.token ?? null;
}

/** A listing as it is stored. Packed before the write lock is taken. */
export const packListing = (listing: Listing): Uint8Array =>
  padded(deflateRawSync(JSON.stringify(listing)));

/**
 * @param token of the lease under which the source was polled: it grows with each poll.
 * @param body of `packListing`.
 */
export async function saveListing(
  trx: Transaction<Tables>,
  sourceId: string,
  { token, body }: Pick<Tables["listing"], "token" | "body">,
): Promise<void> {
  await trx
    .insertInto("listing")
    .values({ source_id: sourceId, token, body })
    .onConflict((conflict) => conflict.column("source_id").doUpdateSet(excluded(["token", "body"])))
    .execute();
}

/**
 * Lengths of a listing are multiples of this, in bytes. A listing takes more than a page, and SQLite writes it into the
 * pages that it has where it is as long as before; else it frees them and takes others, which writes three more.
 */
const STEP = 512;

/** DEFLATE says where it ends; what follows is not read. */
const padded = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes], Math.ceil(bytes.length / STEP) * STEP);

export async function forgetListing(trx: Transaction<Tables>, sourceId: string): Promise<void> {
  await trx.deleteFrom("listing").where("source_id", "=", sourceId).execute();
}

/** After this every document is drafted as a whole once more. */
export async function forgetAllListings(trx: Transaction<Tables>): Promise<void> {
  await trx.deleteFrom("listing").execute();
}

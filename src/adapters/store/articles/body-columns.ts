import { sql } from "kysely";
import type { PackedBody } from "./body-bytes.ts";

/**
 * The columns of a PackedBody, for queries that left join `article_body` and `item_raw`. One statement must read them: a
 * writer may replace them between two. What was received is read only where it is needed, for it may hold a page.
 */
export const BODY_COLUMNS = [
  "article_body.body",
  "item_raw.difference",
  sql<PackedBody["received"]>`CASE WHEN item_raw.difference IS NOT NULL THEN item_raw.body END`.as(
    "received",
  ),
] as const;

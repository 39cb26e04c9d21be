/** Requests to draft articles again become orders; an order can be asked to stop. */
export const REVISE_ORDERS: readonly string[] = [
  "ALTER TABLE desk_order ADD COLUMN stop_wanted INTEGER NOT NULL DEFAULT 0",
  `INSERT INTO desk_order (kind, payload, asked_by, asked_at)
    SELECT 'revise', json_object('sourceId', id, 'extent', revision_wanted), 'ingest',
      CAST(unixepoch('subsec') * 1000 AS INTEGER)
    FROM source WHERE revision_wanted IS NOT NULL`,
  "ALTER TABLE source DROP COLUMN revision_wanted",
  "ALTER TABLE source DROP COLUMN revision_asks",
];

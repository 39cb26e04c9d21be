/** Of several processes that ingest, a lease says whose it is (lease-columns.ts). */
export const NODES: readonly string[] = [
  "ALTER TABLE source ADD COLUMN lease_holder INTEGER",
  "ALTER TABLE page_job ADD COLUMN lease_holder INTEGER",
  "ALTER TABLE file_look ADD COLUMN lease_holder INTEGER",
];

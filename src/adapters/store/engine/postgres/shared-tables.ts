import { TEXT } from "./column-types.ts";

/** Hosts that are asked, and what they asked of everyone. */
export const HOST_TABLE = `CREATE TABLE host (
  name ${TEXT} PRIMARY KEY, lease_until bigint NOT NULL, lease_holder bigint,
  hold_until bigint NOT NULL DEFAULT 0, hold_reason ${TEXT} NOT NULL DEFAULT ''
)`;

/** The configuration as nodes share it. */
export const CONFIGURATION_TABLES = [
  `CREATE TABLE configuration (
    id bigint PRIMARY KEY CHECK (id = 1), revision bigint NOT NULL, hash ${TEXT} NOT NULL, file ${TEXT} NOT NULL,
    site_url ${TEXT} NOT NULL, written_by ${TEXT} NOT NULL, written_at bigint NOT NULL, program ${TEXT} NOT NULL
  )`,
  `CREATE TABLE configuration_file (path ${TEXT} PRIMARY KEY, bytes bytea NOT NULL)`,
] as const;

/** What is remembered of the polls of a source. */
export const PAST_POLL_TABLES = [
  `ALTER TABLE source ADD COLUMN recent_polls ${TEXT} NOT NULL DEFAULT '', ADD COLUMN today ${TEXT}`,
  `CREATE TABLE source_day (
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE, day bigint NOT NULL, polls bigint NOT NULL,
    failures bigint NOT NULL, unchanged bigint NOT NULL, "new" bigint NOT NULL, updated bigint NOT NULL,
    merged bigint NOT NULL, bytes bigint NOT NULL, ms bigint NOT NULL, slowest bigint NOT NULL,
    PRIMARY KEY (source_id, day)
  )`,
] as const;

/** What orders say of sources against the configuration. */
export const PAUSE_COLUMN = "ALTER TABLE source ADD COLUMN paused bigint";

import { TEXT } from "./column-types.ts";

/** The configuration as nodes share it. */
export const CONFIGURATION_TABLES = [
  `CREATE TABLE configuration (
    id bigint PRIMARY KEY CHECK (id = 1), revision bigint NOT NULL, hash ${TEXT} NOT NULL, file ${TEXT} NOT NULL,
    site_url ${TEXT} NOT NULL, written_by ${TEXT} NOT NULL, written_at bigint NOT NULL, program ${TEXT} NOT NULL
  )`,
  `CREATE TABLE configuration_file (path ${TEXT} PRIMARY KEY, bytes bytea NOT NULL)`,
] as const;

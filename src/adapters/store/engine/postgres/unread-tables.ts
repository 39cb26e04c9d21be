import type { Tables } from "../../schema/tables.ts";

/** Tables that no decision of a poll, a page or a revision reads before its first write. */
export const UNREAD_TABLES: ReadonlySet<string> = new Set([
  "archive_document",
  "archive_entry",
  "archive_feed",
  "archive_page",
  "archive_pending",
  "article_file",
  "audience",
  "change",
  "common_line",
  "configuration",
  "configuration_file",
  "desk_order",
  "document",
  "editor_action",
  "file_look",
  "host",
  "lease",
  "noted_change",
  "order_line",
  "publication",
  "setting",
] satisfies readonly (keyof Tables)[]);

/** The table that a statement writes to. */
const TARGET = /^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)/i;

/** Whether a statement may write what a decision reads. */
export const mayOvertake = (statement: string): boolean =>
  !UNREAD_TABLES.has(TARGET.exec(statement)?.[1] ?? "");

import { err, type Result } from "../../../../core/result.ts";
import type { StoreError } from "../engine.ts";

export const reason = (cause: unknown): string => {
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
};
export const isCorrupt = (cause: unknown): boolean => /SQLITE_(CORRUPT|NOTADB)/.test(reason(cause));
export const error = (message: string): StoreError => ({ kind: "unusable", message });
export const unusable = (message: string): Result<never, StoreError> => err(error(message));
export const foreign = (file: string): StoreError =>
  error(`${file} is a database of another program. Set "database" to another path.`);
export const corrupt = (file: string, detail: string): StoreError =>
  error(
    `${file} is damaged (${detail.replace(/\s+/g, " ").slice(0, 200)}). Nothing was changed: restore a backup, or move it away to start anew.`,
  );

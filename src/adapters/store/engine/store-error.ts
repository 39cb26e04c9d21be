import { err, type Result } from "../../../core/result.ts";
import type { StoreError } from "./engine.ts";

export const reason = (cause: unknown): string => {
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
};
export const error = (message: string): StoreError => ({ kind: "unusable", message });
export const away = (message: string): StoreError => ({ kind: "away", message });
export const unusable = (message: string): Result<never, StoreError> => err(error(message));

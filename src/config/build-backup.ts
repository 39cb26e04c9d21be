import { dirname, resolve } from "node:path";
import type { Config } from "./config.ts";
import type { ConfigInput } from "./schema.ts";

/** "03:00". */
const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** `null` without a schedule. */
export function backupOf({ backup }: ConfigInput, file: string): Config["backup"] {
  if (backup === undefined) return null;
  const { to, at, keep } = backup;
  const [, hour, minute] = TIME_OF_DAY.exec(at) ?? [];
  const expression = hour === undefined ? at : `${Number(minute)} ${Number(hour)} * * *`;
  return { folder: resolve(dirname(file), to), expression, keep };
}

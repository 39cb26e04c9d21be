import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import { bytesText } from "../../core/bytes-text.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const LEAST_SHARE = 0.1;
/** Of the size of the database: a backup, and a restore beside it. */
const LEAST_DATABASES = 2;
/** With less SQLite can hardly open a database. */
const LEAST_BYTES = 20_000_000;

const { ok, warn, fail } = findingsOf("disk");

/** How much room there is where the database lies, and where its backups go. */
export async function examineDisk({ database, backup }: Config): Promise<readonly DoctorFinding[]> {
  if (databaseAt(database).file === null) return [];
  const size = statSync(database.name, { throwIfNoEntry: false })?.size ?? 0;
  const places = new Set([dirname(database.name), ...(backup === null ? [] : [backup.folder])]);
  return [...places].filter(existsSync).map((place) => roomFinding(place, size));
}

function roomFinding(place: string, databaseBytes: number): DoctorFinding {
  const { bavail, blocks, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const share = blocks === 0 ? 1 : bavail / blocks;
  const room = `${bytesText(free)} are free (${Math.round(share * 100)} %) in ${place}`;
  if (free < LEAST_BYTES) return fail(`${room}: make room, nothing can be stored`);
  if (share < LEAST_SHARE || free < LEAST_DATABASES * databaseBytes) {
    return warn(
      `${room}: make room, it should be 10 % and twice the database (${bytesText(databaseBytes)})`,
    );
  }
  return ok(room);
}

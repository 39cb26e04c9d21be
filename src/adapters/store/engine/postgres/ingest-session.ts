import { Client } from "pg";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { HolderKind, IngestLock, LockHolder } from "../engine.ts";
import { settingsFor } from "./connection-settings.ts";

/** "OFPR" and the number of this lock: advisory locks of other programs in one database have other numbers. */
const LOCK = [0x4f465052, 1] as const;

/**
 * A server ends a lock with the connection of its holder. One that vanished without a word, such as a machine without
 * power, it finds out within a minute.
 */
const SESSION_OPTIONS =
  "-c idle_session_timeout=0 -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

/** Lets only one process ingest: a session's advisory lock, which ends with the session. */
export async function holdIngest(
  address: string,
  holder: LockHolder,
): Promise<Result<IngestLock, LockHolder>> {
  const session = await openSession(address, nameOf(holder));
  if (!(await isTaken(session))) {
    const other = await holderOf(session);
    await session.client.end();
    return err(other);
  }
  let held = session;
  return ok({
    release: () => held.client.end(),
    async isHeld() {
      if (!held.isLost()) return true;
      const next = await openSession(address, nameOf(holder));
      const isAgain = await isTaken(next);
      if (isAgain) held = next;
      else await next.client.end();
      return isAgain;
    },
  });
}

/** Whether nobody holds the lock. */
export async function isFree(address: string): Promise<boolean> {
  const { client } = await openSession(address, "offprint");
  try {
    const { rows } = await client.query(HOLDERS, [...LOCK]);
    return rows.length === 0;
  } finally {
    await client.end();
  }
}

type Session = { readonly client: Client; readonly isLost: () => boolean };

async function openSession(address: string, name: string): Promise<Session> {
  const client = new Client({
    ...settingsFor(address),
    application_name: name,
    options: SESSION_OPTIONS,
  });
  let isLost = false;
  const lose = (): void => {
    isLost = true;
  };
  client.on("error", lose);
  client.on("end", lose);
  await client.connect();
  return { client, isLost: () => isLost };
}

async function isTaken({ client }: Session): Promise<boolean> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1, $2) AS taken", [...LOCK]);
  return rows[0]?.taken === 1;
}

const HOLDERS = `SELECT application_name AS name FROM pg_locks
  JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const PREFIXES: Readonly<Record<HolderKind, string>> = {
  service: "offprint service, ",
  pass: "offprint pass, ",
};

/** PostgreSQL keeps 63 bytes of it. */
const nameOf = ({ name, kind }: LockHolder): string => PREFIXES[kind] + name;

async function holderOf({ client }: Session): Promise<LockHolder> {
  const { rows } = await client.query(HOLDERS, [...LOCK]);
  const name = String(rows[0]?.name ?? "");
  const kind = name.startsWith(PREFIXES.pass) ? "pass" : "service";
  const isOurs = name.startsWith(PREFIXES[kind]);
  return { name: isOurs ? name.slice(PREFIXES[kind].length) : "another process", kind };
}

import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { HolderKind, IngestPlace, LockHolder } from "../engine.ts";
import { settingsFor } from "./connection-settings.ts";

/**
 * Classes of advisory locks: "OFPS" for services, "OFPP" for passes by command, "OFPC" for copies of the desk. Locks of other
 * programs in one database have other numbers.
 */
const CLASSES: Readonly<Record<HolderKind, number>> = {
  service: 0x4f465053,
  pass: 0x4f465050,
  copy: 0x4f465043,
};

/** Against whom a process steps back. Each takes its place before it looks: of two that come together none stays. */
const STRONGER: Readonly<Record<HolderKind, readonly HolderKind[]>> = {
  service: ["copy"],
  pass: ["service", "copy"],
  copy: ["service", "pass", "copy"],
};

/** Numbers of an advisory lock have 32 bits with a sign. */
const MOST_NUMBERS = 2 ** 31;

/**
 * A server ends a lock with the connection of its holder. One that vanished without a word, such as a machine without
 * power, it finds out within a minute.
 */
const SESSION_OPTIONS =
  "-c idle_session_timeout=0 -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

/**
 * Any number of processes ingest at once. Each has a number, which is in its leases, and holds the advisory lock of that number
 * while it lives: a lock of a session ends with its connection. A pass by command steps back while a service ingests, everybody
 * while the desk is copied, and a copy while anybody else is there.
 *
 * @returns an error naming a process against which this one must step back.
 */
export async function enterIngest(
  address: string,
  holder: LockHolder,
): Promise<Result<IngestPlace, LockHolder>> {
  const open = (): Promise<Session> => openSession(address, nameOf(holder));
  const session = await open();
  const number = await takeNumber(session, holder.kind);
  const other = await anotherOf(session, STRONGER[holder.kind]);
  if (other !== null) {
    await session.client.end();
    return err(other);
  }
  const begun = { isOurs: true, isReleased: false, retaking: null };
  const held: HeldPlace = { kind: holder.kind, number, open, session, ...begun };
  watch(held);
  return ok(placeOf(held));
}

/** A place that a process has, or had until its connection was lost. */
type HeldPlace = {
  readonly kind: HolderKind;
  readonly number: number;
  readonly open: () => Promise<Session>;
  session: Session;
  /** Whether the lock of the number is this session's. */
  isOurs: boolean;
  isReleased: boolean;
  /** Passes ask at the same time. */
  retaking: Promise<void> | null;
};

const placeOf = (held: HeldPlace): IngestPlace => ({
  holder: held.number,
  living: () => numbersHeld(held.session),
  release() {
    held.isReleased = true;
    return held.session.client.end();
  },
  async isHeld() {
    if (isMissing(held)) await retake(held);
    return true;
  },
});

const isMissing = ({ session, isOurs, isReleased }: HeldPlace): boolean =>
  !isReleased && (session.isLost() || !isOurs);

/**
 * Takes a place that is lost again at once, not with the next pass: for a process that begins meanwhile this one is gone, and it
 * gives back its leases.
 */
function watch(held: HeldPlace): void {
  void held.session.lost.then(async () => {
    while (isMissing(held)) {
      await retake(held).catch(() => {}); // the server is away
      if (isMissing(held)) await sleep(RETAKE_MS, undefined, { ref: false });
    }
  });
}

function retake(held: HeldPlace): Promise<void> {
  held.retaking ??= reopen(held).finally(() => {
    held.retaking = null;
  });
  return held.retaking;
}

async function reopen(held: HeldPlace): Promise<void> {
  if (held.session.isLost()) {
    held.isOurs = false;
    held.session = await held.open();
    if (held.isReleased) return held.session.client.end();
    watch(held);
  }
  // Where the server has not yet noticed the end of the former connection, its lock says as much until then.
  held.isOurs = await isTaken(held.session, held.kind, held.number);
}

/** Pause before a place that was lost is asked for again, in milliseconds. */
const RETAKE_MS = 250;

/** Whether a pass would get a place. */
export async function isFree(address: string): Promise<boolean> {
  const session = await openSession(address, "offprint");
  try {
    return (await anotherOf(session, STRONGER.pass)) === null;
  } finally {
    await session.client.end();
  }
}

type Session = {
  readonly client: Client;
  readonly isLost: () => boolean;
  /** Settles when it is. */
  readonly lost: Promise<void>;
};

async function openSession(address: string, name: string): Promise<Session> {
  const client = new Client({
    ...settingsFor(address),
    application_name: name,
    options: SESSION_OPTIONS,
  });
  let isLost = false;
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  const lose = (): void => {
    isLost = true;
    resolve();
  };
  client.on("error", lose);
  client.on("end", lose);
  await client.connect();
  return { client, isLost: () => isLost, lost };
}

/** @returns a number that no other process has. */
async function takeNumber(session: Session, kind: HolderKind): Promise<number> {
  for (;;) {
    const number = randomInt(1, MOST_NUMBERS);
    const isFree = !(await numbersHeld(session)).includes(number);
    if (isFree && (await isTaken(session, kind, number))) return number;
  }
}

async function isTaken({ client }: Session, kind: HolderKind, number: number): Promise<boolean> {
  const ids = [CLASSES[kind], number];
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1, $2) AS taken", ids);
  return rows[0]?.taken === 1;
}

const OUR_LOCKS = `locktype = 'advisory' AND granted AND classid = ANY ($1)
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

async function numbersHeld({ client }: Session): Promise<readonly number[]> {
  const { rows } = await client.query<{ number: number }>(
    `SELECT CAST(objid AS bigint) AS number FROM pg_locks WHERE ${OUR_LOCKS}`,
    [Object.values(CLASSES)],
  );
  return rows.map(({ number }) => number);
}

/** A process of these kinds that has a place, other than that of the session; `null` when there is none. */
async function anotherOf(
  { client }: Session,
  kinds: readonly HolderKind[],
): Promise<LockHolder | null> {
  const { rows } = await client.query<{ lock: number; name: string | null }>(
    `SELECT CAST(classid AS bigint) AS lock, application_name AS name
      FROM pg_locks LEFT JOIN pg_stat_activity USING (pid)
      WHERE ${OUR_LOCKS} AND pid <> pg_backend_pid() LIMIT 1`,
    [kinds.map((kind) => CLASSES[kind])],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const kind = kinds.find((each) => CLASSES[each] === row.lock) ?? "service";
  const isOurs = row.name?.startsWith(PREFIXES[kind]) ?? false;
  const name = isOurs ? row.name?.slice(PREFIXES[kind].length) : undefined;
  return { name: name ?? "another process", kind };
}

const PREFIXES: Readonly<Record<HolderKind, string>> = {
  service: "offprint service, ",
  pass: "offprint pass, ",
  copy: "offprint copy, ",
};

/** PostgreSQL keeps 63 bytes of it. */
const nameOf = ({ name, kind }: LockHolder): string => PREFIXES[kind] + name;

import { createHash } from "node:crypto";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresAdapter,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type { QueryResult as PgResult, Pool, PoolClient } from "pg";
import { type DecisionBasis, type Footprint, isBasis } from "../decision-basis.ts";
import { isRepeated } from "../row-statement.ts";
import { writeConflict } from "../write-conflict.ts";
import { isNothing, joined } from "./footprints.ts";
import {
  isOvertaken,
  LAST_WRITE,
  noteWrite,
  type RecentWrite,
  writesSince,
} from "./recent-writes.ts";
import { mayOvertake } from "./unread-tables.ts";

/** Takes the turn of the writer, until the transaction ends: its row is locked. It also counts the transactions that wrote. */
const TAKE_TURN = {
  name: "take-turn",
  text: "UPDATE counter SET value = value + 1 WHERE name = 'write'",
};

/** The number of transactions that wrote. */
export const WRITES = {
  name: "count-writes",
  text: "SELECT value FROM counter WHERE name = 'write'",
};

/** What a connection is doing. `deciding`: it reads a snapshot, and takes the writer's turn before its first write. */
type Activity = "nothing" | "reading" | "deciding" | "writing";

/** Whatever the database's default: in a snapshot the turn could not be waited for (40001). */
const BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED";

export type DriverOptions = {
  /** Whether writers take turns; not while the schema is made, before there is a row to lock. */
  readonly isInTurns: boolean;
};

/**
 * One transaction writes at a time, as on SQLite: a decision holds until what it decided is stored. Whatever writes takes
 * the turn at its start; a transaction that is serializable decides on a snapshot, beside others, and takes the turn before its first
 * write. It fails with `writeConflict` when what it read (decision-basis.ts) was written since by somebody else. Reading waits for nobody.
 *
 * Writers of one process wait for their turn in a line of their own: on the server each would keep a session busy.
 */
export function oneWriterDriver(pool: Pool, options: DriverOptions): Driver {
  const line = createWriterLine();
  return {
    init: async () => {},
    acquireConnection: async () => new TurnConnection(await pool.connect(), { ...options, line }),
    beginTransaction: (connection, settings) => ours(connection).begin(settings),
    commitTransaction: (connection) => ours(connection).commit(),
    rollbackTransaction: (connection) => ours(connection).rollBack(),
    releaseConnection: async (connection) => ours(connection).release(),
    destroy: () => pool.end(),
  };
}

const ours = (connection: DatabaseConnection): TurnConnection => connection as TurnConnection;

/** Kysely's, which takes the session lock of migrations. */
export const createAdapter = (): PostgresAdapter => new PostgresAdapter();

/** Resolves when all before have left. @returns how to leave. */
type WriterLine = () => Promise<() => void>;

function createWriterLine(): WriterLine {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}

class TurnConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #options: DriverOptions & { readonly line: WriterLine };
  #leave = (): void => {};
  #activity: Activity = "nothing";
  #isBroken = false;
  /** The last of the recent writes that a decision's snapshot sees. */
  #last: number | null = null;
  /** What this transaction writes, when it says so; else `hasOvertaken` tells whether it wrote what decisions read. */
  #said: Footprint | null = null;
  #hasOvertaken = false;

  constructor(client: PoolClient, options: DriverOptions & { readonly line: WriterLine }) {
    this.#client = client;
    this.#options = options;
  }

  async begin({ accessMode, isolationLevel }: TransactionSettings): Promise<void> {
    if (accessMode === "read only") return this.#beginSnapshot("reading", " READ ONLY");
    if (isolationLevel === "serializable") return this.#beginDeciding();
    this.#leave = await this.#options.line();
    try {
      await this.#all([BEGIN, ...this.#turn()]);
      this.#activity = "writing";
    } catch (cause) {
      await this.rollBack();
      throw cause;
    }
  }

  async #beginSnapshot(activity: Activity, mode: string): Promise<void> {
    await this.#client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ${mode}`);
    this.#activity = activity;
  }

  async #beginDeciding(): Promise<void> {
    try {
      const [, last] = await this.#all(["BEGIN ISOLATION LEVEL REPEATABLE READ", LAST_WRITE]);
      this.#last = last?.rows[0]?.n ?? null;
      this.#activity = "deciding";
    } catch (cause) {
      await this.rollBack();
      throw cause;
    }
  }

  /** Ends the snapshot, and goes on in a transaction that writes. @param reads `null`: anything may have been read. */
  async #writeDecided(reads: DecisionBasis["reads"] | null): Promise<void> {
    this.#leave = await this.#options.line();
    const statements = ["COMMIT", BEGIN, ...this.#turn(), writesSince(this.#last)];
    const since = (await this.#all(statements)).at(-1)?.rows as readonly RecentWrite[];
    this.#activity = "writing";
    if (isOvertaken(this.#last, since, reads)) throw writeConflict(null);
  }

  /** See `restOn`. */
  async #restOn({ reads, writes }: DecisionBasis): Promise<boolean> {
    const isLater = this.#activity === "deciding";
    if (isLater) await this.#writeDecided(reads);
    this.#said = this.#said === null ? writes : joined(this.#said, writes);
    return isLater;
  }

  async commit(): Promise<void> {
    const results = await this.#all([...this.#note(), "COMMIT"]);
    this.#end();
    if (results.at(-1)?.command === "ROLLBACK") throw new Error("the transaction was rolled back");
  }

  /** What decisions that are under way must know of this transaction. */
  #note(): readonly Statement[] {
    if (this.#hasOvertaken) return [noteWrite(null)];
    return this.#said === null || isNothing(this.#said) ? [] : [noteWrite(this.#said)];
  }

  /** A connection that is lost has rolled back: a failure of this would hide why. */
  async rollBack(): Promise<void> {
    await this.#client.query("ROLLBACK").catch(() => {
      this.#isBroken = true;
    });
    this.#end();
  }

  #end(): void {
    this.#activity = "nothing";
    this.#said = null;
    this.#hasOvertaken = false;
    this.#leave();
  }

  release(): void {
    this.#leave();
    this.#client.release(this.#isBroken);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (isBasis(query)) {
      const isLater = this.#isInTransaction() && (await this.#restOn(query.basis()));
      return { rows: [{ isLater }] as Row[] };
    }
    if (!writes(query)) return resultOf(await this.#all(statementsOf(query)));
    if (this.#activity === "nothing") return this.#writeAlone(query);
    if (this.#activity === "deciding") await this.#writeDecided(null);
    this.#hasOvertaken ||= this.#said === null && this.#isNoted(query);
    return resultOf(await this.#all(statementsOf(query)));
  }

  /** A write outside a transaction, in a transaction of its own. */
  async #writeAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const turn = this.#turn();
    if (turn.length === 0) return resultOf(await this.#all(statementsOf(query)));
    const leave = await this.#options.line();
    const statements = statementsOf(query);
    const note = this.#isNoted(query) ? [noteWrite(null)] : [];
    try {
      const results = await this.#all([BEGIN, ...turn, ...statements, ...note, "COMMIT"]);
      return resultOf(results.slice(1 + turn.length, 1 + turn.length + statements.length));
    } finally {
      leave();
    }
  }

  #isInTransaction(): boolean {
    return this.#options.isInTurns && this.#activity !== "nothing";
  }

  #isNoted({ sql }: CompiledQuery): boolean {
    return this.#options.isInTurns && mayOvertake(sql);
  }

  #turn(): readonly Statement[] {
    return this.#options.isInTurns ? [TAKE_TURN] : [];
  }

  /** Sends all statements at once, which takes one way to the server and back. Throws the error of the first that fails. */
  async #all(statements: readonly Statement[]): Promise<readonly PgResult[]> {
    const sent = statements.map((statement) => this.#client.query(statement));
    const settled = await Promise.allSettled(sent);
    const failed = settled.find((each) => each.status === "rejected");
    if (failed !== undefined) return translated(failed.reason);
    return settled.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("no query is read as a stream");
  }
}

type Statement = string | { readonly name?: string; readonly text: string; values?: unknown[] };

/** Statements that are repeated for rows are prepared once a connection. */
function statementsOf(query: CompiledQuery): readonly Statement[] {
  const { sql: text } = query;
  if (!isRepeated(query)) return [{ text, values: bound(query.parameters) }];
  const name = createHash("sha256").update(text).digest("base64url");
  return query.parameterLists.map((list) => ({ name, text, values: bound(list) }));
}

/** PostgreSQL stores no NUL. Texts are cleaned of it before; what comes all the same becomes U+FFFD. */
const bound = (values: readonly unknown[]): unknown[] =>
  values.map((value) =>
    typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value,
  );

const READS = /^\s*select\b/i;

const writes = (query: CompiledQuery): boolean =>
  query.query.kind === "RawNode" ? !READS.test(query.sql) : query.query.kind !== "SelectQueryNode";

const CHANGES: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

function resultOf<Row>(results: readonly PgResult[]): QueryResult<Row> {
  const rows = results.flatMap((result) => (result.rows ?? []) as Row[]);
  const changed = results.filter(({ command }) => CHANGES.has(command));
  if (changed.length === 0) return { rows };
  const sum = changed.reduce((count, { rowCount }) => count + (rowCount ?? 0), 0);
  return { rows, numAffectedRows: BigInt(sum) };
}

/** Serialization failure, and deadlock: what was read may no longer be true, so it is asked again. */
const CONFLICTS: ReadonlySet<unknown> = new Set(["40001", "40P01"]);

function translated(cause: unknown): never {
  throw CONFLICTS.has((cause as { code?: unknown }).code) ? writeConflict(cause) : cause;
}

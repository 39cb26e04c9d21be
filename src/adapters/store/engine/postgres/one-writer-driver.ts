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
import { isRepeated } from "../row-statement.ts";
import { writeConflict } from "../write-conflict.ts";

/**
 * Takes the turn of the writer, until the transaction ends: its row is locked. It also counts the transactions that
 * wrote, so a transaction whose snapshot is older than the last of them fails here (SQLSTATE 40001).
 */
const TAKE_TURN = {
  name: "take-turn",
  text: "UPDATE counter SET value = value + 1 WHERE name = 'write'",
};

/** The number of transactions that wrote. */
export const WRITES = {
  name: "count-writes",
  text: "SELECT value FROM counter WHERE name = 'write'",
};

/** What a connection is doing. `deciding`: it reads a snapshot, and takes the writer's turn with its first write. */
type Activity = "nothing" | "reading" | "deciding" | "writing";

export type DriverOptions = {
  /** Whether writers take turns; not while the schema is made, before there is a row to lock. */
  readonly isInTurns: boolean;
};

/**
 * One transaction writes at a time, as on SQLite: a decision holds until what it decided is stored. Whatever writes takes
 * the turn at its start; a transaction that is serializable takes it with its first write, and fails with `writeConflict`
 * when somebody else has written since its first read. Reading waits for nobody.
 *
 * Transactions of one process that may write do so one after the other, as on the one connection of SQLite: of several that
 * decide at the same time all but one would decide in vain.
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

  constructor(client: PoolClient, options: DriverOptions & { readonly line: WriterLine }) {
    this.#client = client;
    this.#options = options;
  }

  async begin({ accessMode, isolationLevel }: TransactionSettings): Promise<void> {
    if (accessMode === "read only") return this.#beginSnapshot("reading", " READ ONLY");
    this.#leave = await this.#options.line();
    try {
      if (isolationLevel === "serializable") return await this.#beginSnapshot("deciding", "");
      await this.#all(["BEGIN", ...this.#turn()]);
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

  async commit(): Promise<void> {
    const { command } = await this.#client.query("COMMIT").catch(translated);
    this.#end();
    if (command === "ROLLBACK") throw new Error("the transaction was rolled back");
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
    this.#leave();
  }

  release(): void {
    this.#leave();
    this.#client.release(this.#isBroken);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isWrite = writes(query);
    if (isWrite && this.#activity === "nothing") return this.#writeAlone(query);
    if (isWrite && this.#activity === "deciding") {
      await this.#all(this.#turn());
      this.#activity = "writing";
    }
    return resultOf(await this.#all(statementsOf(query)));
  }

  /** A write outside a transaction, in a transaction of its own. */
  async #writeAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const turn = this.#turn();
    if (turn.length === 0) return resultOf(await this.#all(statementsOf(query)));
    const leave = await this.#options.line();
    try {
      const results = await this.#all(["BEGIN", ...turn, ...statementsOf(query), "COMMIT"]);
      return resultOf(results.slice(1 + turn.length, -1));
    } finally {
      leave();
    }
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

import type { Kysely } from "kysely";
import type { Result } from "../../../core/result.ts";
import type { DatabaseName } from "../../../core/settings/database-name.ts";
import type { Tables } from "../schema/tables.ts";
import type { HintHearing } from "./hint-hearing.ts";

/** Why a database cannot be used, as a sentence with the way out. `away`: its server does not answer now, and may later. */
export type StoreError = {
  readonly kind: "unusable" | "away";
  /** Names the database by its label. */
  readonly message: string;
  /** What the server said, if it was that: see `obstacleIn`. */
  readonly cause?: unknown;
};

/**
 * `removed`, `replaced`: the database was taken away while it was open, and another may stand in its place. `unreachable`: its
 * server does not answer now.
 */
export type DatabasePlace = "in-place" | "removed" | "replaced" | "unreachable";

export type OpenDatabase = {
  readonly db: Kysely<Tables>;
  /** Changes whenever another connection commits. */
  readonly dataVersion: () => Promise<number>;
  /** Whether the database that is open is still the one that its name stands for. */
  readonly place: () => Promise<DatabasePlace>;
  /** Whether an error says that the server of the database does not answer now. */
  readonly isAway: (cause: unknown) => boolean;
  /** Tells those who hear (NamedDatabase) that something was published, up to this number. Sends many together. */
  readonly hint: (seq: number) => void;
  readonly close: () => Promise<void>;
  /** For rows that are copied as they are, with numbers that another database gave them. */
  readonly numbering: Numbering;
};

export type Numbering = {
  /** The last number that each table gave to a row, also where the row is gone. Asked in a transaction. */
  readonly last: (trx: Kysely<Tables>) => Promise<RowNumbers>;
  /**
   * Lets tables go on after these numbers, and after the largest that they have. Idempotent. Also gathers what the engine's
   * planner needs to know of tables that were filled at once.
   */
  readonly goOnAfter: (numbers: RowNumbers) => Promise<void>;
};

/** By the names of tables. Those that never gave a number may be missing. */
export type RowNumbers = ReadonlyMap<string, number>;

export type OpenOptions = {
  /**
   * Skips the integrity check, which reads the whole database: another process has made it, or makes it before this
   * service writes.
   */
  readonly isChecked?: boolean;
  /** Does not create a missing database; default: as `isChecked`. */
  readonly mustExist?: boolean;
  /** Opens it even if it is the copy of a desk, and not finished; default: false. */
  readonly mayBeUnfinished?: boolean;
};

export type ReadingOptions = {
  /** Milliseconds after which a query of a server that does not answer is given up; default: as long as writers wait. */
  readonly patienceMs?: number;
  /** Opens it also while its server does not answer: queries then fail until it does. */
  readonly mayBeAway?: boolean;
} & Pick<OpenOptions, "mayBeUnfinished">;

/** The place of a process among those that ingest into a database. It ends with the process, however that ends. */
export type IngestPlace = {
  /** The number by which leases name this process; `null` where no other can have a place. */
  readonly holder: number | null;
  /** The numbers of all processes that have a place now. */
  readonly living: () => Promise<readonly number[]>;
  readonly release: () => Promise<void>;
  /** Whether it still has its place. Takes it again where its connection was lost and nobody else has it since. */
  readonly isHeld: () => Promise<boolean>;
};

/** How long a process keeps its place: a service until it ends, a pass for its one round, a copy of the desk for itself alone. */
export type HolderKind = "service" | "pass" | "copy";

/** What a process that ingests can be. */
export type IngesterKind = Exclude<HolderKind, "copy">;

/** The holder of a place, as others are told: "process 12 on desk". */
export type LockHolder = { readonly name: string; readonly kind: HolderKind };

export type Engine = {
  /** Whether a configuration that names this database means one of this engine: by a path, or by an address. */
  readonly isFor: (name: string) => boolean;
  readonly at: (database: DatabaseName) => NamedDatabase;
};

/** How the asker of a copy in pages hears of it and stops it. */
export type CopyHearer = {
  readonly onPages: (done: number, total: number) => void;
  readonly isStopped: () => boolean;
};

export type BackUpRequest = CopyHearer & {
  readonly folder: string;
  /** The name of the file in it, for the desk of this id. */
  readonly nameFor: (deskId: string) => string;
  /** Whether an unfinished backup in it, by the name that it was to have, may be removed. */
  readonly isAbandoned: (name: string, deskId: string) => boolean;
};

export type RestoreRequest = CopyHearer & {
  /** The backup. */
  readonly from: string;
  /** The name that the present database gets, if there is one. */
  readonly aside: string;
};

export type Restored = {
  /** The name of the former database; `null` where there was none. */
  readonly aside: string | null;
  readonly bytes: number;
  /** By the names of the tables. */
  readonly rows: Readonly<Record<string, number>>;
};

/** A backup that was compared with what was backed up. */
export type BackedUp = {
  /** Of the file in its folder. */
  readonly name: string;
  readonly bytes: number;
  readonly ms: number;
  /** By the names of the tables. */
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over the published documents, in hexadecimal; `null` in databases from before these were stored. */
  readonly documents: string | null;
};

/** How a database is that is a file. */
export type FileExamination = {
  readonly bytes: number;
  /** Why it cannot be used, with the way out; `null` when it can. */
  readonly problem: string | null;
  /** Whether its schema is of an older version. */
  readonly isOlder: boolean;
  /** Whether it was read from end to end. */
  readonly isRead: boolean;
};

/** What is done with a database that is a file. Works also where its schema is not of this version. */
export type DatabaseFile = {
  /** Looks at one that exists, and changes nothing. */
  readonly examine: () => Promise<FileExamination>;
  /**
   * Makes a verified copy of the database as it is at this moment, while others read and write. The error is a sentence.
   *
   * @returns `null` when it was stopped.
   */
  readonly backUp: (request: BackUpRequest) => Promise<Result<BackedUp | null, string>>;
  /**
   * Puts the verified copy of a backup in its place, also where it is damaged or missing. Whoever calls holds the place of those
   * that ingest. The error is a sentence.
   *
   * @returns `null` when it was stopped.
   */
  readonly restore: (request: RestoreRequest) => Promise<Result<Restored | null, string>>;
};

/** A database as a configuration names it, whether it exists or not. */
export type NamedDatabase = {
  /** As people are told of it: without the password of an address. */
  readonly label: string;
  /** Whether nodes on several machines may use it, so that their configuration is shared through it. */
  readonly isShared: boolean;
  /** `null` for a database of a server, which has tools of its own. */
  readonly file: DatabaseFile | null;
  readonly exists: () => Promise<boolean>;
  /** Opens it for reading and writing, creates it when there is none, and brings its schema up to date. */
  readonly open: (options?: OpenOptions) => Promise<Result<OpenDatabase, StoreError>>;
  /** Opens an existing, prepared database for reading only: nothing that answers HTTP can write. */
  readonly openReadOnly: (options?: ReadingOptions) => Promise<Result<OpenDatabase, StoreError>>;
  /** Calls back when another process may have published something, and when hints may have been missed. */
  readonly hear: (onHint: () => void) => Promise<HintHearing>;
  /**
   * Takes a place among those that ingest into it. On SQLite one process has one; on PostgreSQL any number of services, or of
   * passes while no service has one, or one copy, which has it alone. Does not wait.
   *
   * @returns an error naming the holder when another process stands against it.
   */
  readonly enterIngest: (holder: LockHolder) => Promise<Result<IngestPlace, LockHolder>>;
  /** Whether a command would get a place at this moment. */
  readonly isIngestFree: () => Promise<boolean>;
  /**
   * What keeps it from its work, where an error says that: a sentence with the way out, which does not name it. `null` for any other
   * error, which is a defect.
   */
  readonly obstacleIn: (cause: unknown) => string | null;
  /** What an error means that reading or writing it threw. */
  readonly problemOf: (cause: unknown) => StoreError;
};

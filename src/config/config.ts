import type { KeepScheme } from "../core/backups/keeping.ts";
import type { SourceCredentials } from "../core/settings/credentials.ts";
import type { DatabaseName } from "../core/settings/database-name.ts";
import type {
  FeedDefinition,
  IngestLimits,
  SiteDefinition,
  SourceDefinition,
} from "../core/settings/definitions.ts";

/** The whole configuration: checked, complete, with absolute paths. Plain data: it crosses processes as a message. */
export type Config = {
  /** The file it was read from. */
  readonly file: string;
  /** That file, and the lists and pictures that it names: a change of one is a change of the configuration. */
  readonly files: readonly string[];
  readonly site: SiteDefinition;
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly trustProxy: number;
    /** Requests a minute and client; 0 for no limit. */
    readonly rateLimit: number;
  };
  readonly database: DatabaseName;
  /** When backups are made, and where; `null` for never. */
  readonly backup: {
    readonly folder: string;
    /** Cron, UTC. */
    readonly expression: string;
    readonly keep: KeepScheme;
  } | null;
  readonly ingest: {
    readonly tick: string;
    readonly concurrency: number;
    readonly perHost: number;
    readonly userAgent: string;
    readonly allowNetworks: readonly string[];
    readonly limits: IngestLimits;
  };
  readonly sources: readonly SourceDefinition[];
  /** What we send to sources that ask who we are; never part of a definition, as definitions are stored. */
  readonly credentials: readonly SourceCredentials[];
  readonly feeds: readonly FeedDefinition[];
  readonly adminToken: string | null;
  /** What is valid but may be a mistake; nothing stops for it. */
  readonly warnings: readonly ConfigProblem[];
};

/** One thing that is wrong, with what was expected. */
export type ConfigProblem = {
  readonly file: string;
  /** From 1; `null` when it is about no line, such as an environment variable. */
  readonly line: number | null;
  /** Such as `sources[2].every`; empty when it is about the whole file. */
  readonly key: string;
  readonly message: string;
};

/** `data/offprint.yaml:12: sources[2].every: expected a duration` */
export function describeProblem({ file, line, key, message }: ConfigProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  return key === "" ? `${place}: ${message}` : `${place}: ${key}: ${message}`;
}

import type { Log } from "../adapters/log.ts";
import { databaseAt } from "../adapters/store/engine/engines.ts";
import type { Config } from "../config/config.ts";
import type { ToldFilesProblem } from "../core/entries/files-problem.ts";
import type { Result } from "../core/result.ts";
import type { ConfigFileState } from "./follow-config.ts";
import type { RoleHealth } from "./health-port.ts";
import { CHILD_MARK, startIngestChild } from "./ingest-child.ts";
import { type Io, refuse } from "./io.ts";
import type { FromIngest } from "./messages.ts";
import { nodeName } from "./node-name.ts";
import type { IngestRoleOptions } from "./roles/ingest.ts";
import { startPublishRole } from "./roles/publish.ts";
import type { Role } from "./roles/role.ts";
import type { WebSide, WebSideError, WebSideOptions } from "./roles/web.ts";
import type { RunningRole } from "./running-role.ts";
import type { OwnFile } from "./sharing/own-file.ts";
import type { OwnHere } from "./sharing/own-here.ts";
import { startMessage } from "./start-message.ts";

export type StartContext = {
  readonly config: Config;
  /** What an ingest role may store for other nodes; `null` where there is nothing to share. */
  readonly own: OwnFile | null;
  readonly file: ConfigFileState;
  readonly log: Log;
  readonly io: Io;
  /** Why the files of the site are not kept up, or `null`. */
  readonly filesProblem: () => ToldFilesProblem | null;
  /** Where a role without readers tells how it is. */
  readonly health: RoleHealth;
  /** Ends the service with this exit code. */
  readonly stop: (code: number) => void;
};

/** Each starts one role, or returns a sentence that says why it cannot. */
export const STARTS: Readonly<
  Record<Role, (context: StartContext) => Promise<RunningRole | string>>
> = {
  all: startAll,
  web: startWeb,
  ingest: startIngest,
  publish: startPublish,
};

async function startAll(context: StartContext): Promise<RunningRole | string> {
  const { config, own, file, log, io, filesProblem, stop } = context;
  // Listens first: when the port is taken, nothing else is begun.
  let problem: () => string | null = () => null;
  const web = await openWebSide({
    config,
    log,
    configProblems: () => problemsOf(file),
    shared: file.shared,
    ingestProblem: () => problem(),
    filesProblem,
    isAlone: false,
  });
  if (!web.ok) return web.error.message;
  io.stdout.write(`Offprint listens on ${web.value.url}\n`);

  let current = config;
  const child = startIngestChild({
    config,
    node: nodeName(io),
    own,
    log,
    onFirstPass: (pass) => io.stdout.write(startMessage(current, pass)),
    onRefused: (message) => stop(refuse(message, io)),
  });
  problem = child.problem;
  return {
    reconfigure(next) {
      current = next;
      web.value.reconfigure(next);
      child.reconfigure(next);
    },
    follow: child.follow,
    close: async () => {
      await Promise.all([web.value.close(), child.close()]);
    },
  };
}

async function startWeb(context: StartContext): Promise<RunningRole | string> {
  const { config, file, log, io, filesProblem } = context;
  const { shared } = file;
  const configProblems = (): ConfigFileState["problems"] => problemsOf(file);
  const parts = { configProblems, shared, ingestProblem: () => null, filesProblem, isAlone: true };
  const web = await openWebSide({ config, log, ...parts });
  if (!web.ok) return web.error.message;
  io.stdout.write(`Offprint listens on ${web.value.url}\n`);
  return web.value;
}

const problemsOf = ({ problems, shared }: ConfigFileState): ConfigFileState["problems"] =>
  shared === null ? problems : [...problems, ...shared.problems];

/** Starts ingest and publishing. Publishes also while ingest waits for its turn, but not when ingest is refused. */
export async function startBackground(context: StartContext): Promise<RunningRole | string> {
  const ingesting = await startIngest(context);
  if (typeof ingesting === "string") return ingesting;
  const publishing = await startPublish(context);
  const both = [ingesting, publishing];
  return {
    async reconfigure(next) {
      await Promise.all(both.map((service) => service.reconfigure(next)));
    },
    follow: (own) => ingesting.follow?.(own),
    async close() {
      await Promise.all(both.map((service) => service.close()));
    },
  };
}

async function startPublish({ config, log, io, health }: StartContext): Promise<RunningRole> {
  const role = startPublishRole(config, log, health);
  if (!isChild(io))
    io.stdout.write(`Offprint publishes what ${databaseAt(config.database).label} holds\n`);
  return role;
}

const INGESTING = "ingesting";

async function startIngest(context: StartContext): Promise<RunningRole | string> {
  const { config, log, io, health, stop } = context;
  // A child whose parent was killed ends at once, because the next service wants the database. SQLite
  // rolls an open write back, as after any kill.
  if (isChild(io)) process.once("disconnect", () => process.exit());
  const sharing = await beginSharing(context);
  const started = await begin({
    config,
    node: nodeName(io),
    log,
    isHere: sharing?.isHere ?? (() => true),
    isOwner: sharing?.isOwner ?? (() => true),
    environment: io.environment,
    onFirstPass: (pass) => {
      tellParent({ kind: "first-pass", pass });
      if (!isChild(io)) io.stdout.write(startMessage(config, pass));
    },
    onReport: health.polled,
    onStorage(problem) {
      health.is({ isReady: problem === null, state: problem ?? INGESTING });
      tellParent({ kind: "storage", problem });
    },
    onRefused(message) {
      tellParent({ kind: "refused", message });
      // The parent prints a child's reason.
      stop(isChild(io) ? 1 : refuse(message, io));
    },
  });
  if (typeof started !== "string") health.is({ isReady: true, state: INGESTING });
  if (typeof started !== "string")
    return sharing === null ? started : withSharing(started, sharing);
  await sharing?.close();
  tellParent({ kind: "cannot-begin", message: started });
  return started;
}

/** `null` where nodes share no configuration. */
async function beginSharing({ config, own, log }: StartContext): Promise<OwnHere | null> {
  if (!databaseAt(config.database).isShared) return null;
  return (await import("./sharing/own-here.ts")).ownHere(config.database, own, log);
}

const withSharing = (role: RunningRole, sharing: OwnHere): RunningRole => ({
  ...role,
  follow: sharing.follow,
  async close() {
    await Promise.all([role.close(), sharing.close()]);
  },
});

export function tellParent(message: FromIngest): void {
  if (process.connected) process.send?.(message);
}

/** Loads the modules of a role when it starts, so that the web side does not wait for modules that it does not use. */
async function openWebSide(options: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  return (await import("./roles/web.ts")).openWebSide(options);
}

/** Turns a thrown failure, such as a full disk, into a sentence: the database could be used a moment ago. */
async function begin(options: IngestRoleOptions): Promise<RunningRole | string> {
  const { startIngestRole } = await import("./roles/ingest.ts");
  try {
    const started = await startIngestRole(options);
    return started.ok ? started.value : started.error.message;
  } catch (cause) {
    const obstacle = databaseAt(options.config.database).obstacleIn(cause);
    if (obstacle !== null) return `articles cannot be stored. ${obstacle}`;
    const why = cause instanceof Error ? cause.message : String(cause);
    return `articles cannot be stored (${why}): check free space and permissions`;
  }
}

/** Process managers open a channel too; only our own parent sets the mark. */
export const isChild = ({ environment }: Io): boolean =>
  environment[CHILD_MARK] === "1" && process.send !== undefined;

import type { Log } from "../adapters/log.ts";
import type { Config } from "../config/config.ts";
import type { Result } from "../core/result.ts";
import type { ConfigFileState } from "./follow-config.ts";
import { CHILD_MARK, startIngestChild } from "./ingest-child.ts";
import { type Io, refuse } from "./io.ts";
import type { FromIngest } from "./messages.ts";
import { programVersion } from "./program-version.ts";
import { type PublishOrder, publishOrderOf } from "./publishing/publish-order.ts";
import { startPublishing } from "./publishing/publishing-thread.ts";
import type { IngestRoleOptions } from "./roles/ingest-role.ts";
import type { Role } from "./roles/role.ts";
import type { WebSide, WebSideError, WebSideOptions } from "./roles/web-side.ts";
import type { RunningRole } from "./running-role.ts";
import { startMessage } from "./start-message.ts";

export type StartContext = {
  readonly config: Config;
  readonly file: ConfigFileState;
  readonly log: Log;
  readonly io: Io;
  /** Ends the service with this exit code. */
  readonly stop: (code: number) => void;
};

/** Each starts one role, or says in a sentence why it cannot. */
export const STARTS: Readonly<
  Record<Role, (context: StartContext) => Promise<RunningRole | string>>
> = {
  all: startAll,
  web: startWeb,
  ingest: startIngest,
  publish: startPublish,
};

async function startAll({
  config,
  file,
  log,
  io,
  stop,
}: StartContext): Promise<RunningRole | string> {
  // The port first: when it is taken, nothing else is begun.
  let problem: () => string | null = () => null;
  const web = await openWebSide({
    config,
    log,
    configProblems: () => file.problems,
    ingestProblem: () => problem(),
    isAlone: false,
  });
  if (!web.ok) return web.error.message;
  io.stdout.write(`Offprint listens on ${web.value.url}\n`);

  let current = config;
  const child = startIngestChild({
    config,
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
    close: async () => {
      await Promise.all([web.value.close(), child.close()]);
    },
  };
}

async function startWeb({ config, file, log, io }: StartContext): Promise<RunningRole | string> {
  const configProblems = (): ConfigFileState["problems"] => file.problems;
  const parts = { configProblems, ingestProblem: () => null, isAlone: true };
  const web = await openWebSide({ config, log, ...parts });
  if (!web.ok) return web.error.message;
  io.stdout.write(`Offprint listens on ${web.value.url}\n`);
  return web.value;
}

/** Who cannot ingest here has nothing to publish either; who only waits for its turn publishes meanwhile. */
export async function startBackground(context: StartContext): Promise<RunningRole | string> {
  const ingesting = await startIngest(context);
  if (typeof ingesting === "string") return ingesting;
  const publishing = await startPublish(context);
  const both = [ingesting, publishing];
  return {
    async reconfigure(next) {
      await Promise.all(both.map((service) => service.reconfigure(next)));
    },
    async close() {
      await Promise.all(both.map((service) => service.close()));
    },
  };
}

async function startPublish({ config, log, io }: StartContext): Promise<RunningRole> {
  const { database } = config;
  const publishing = startPublishing({ database, order: publishOrder(config), log });
  if (!isChild(io)) io.stdout.write(`Offprint publishes what ${database} holds\n`);
  return {
    reconfigure: (next) => publishing.follow(publishOrder(next)),
    close: publishing.close,
  };
}

const publishOrder = (config: Config): PublishOrder => publishOrderOf(config, programVersion());

async function startIngest({ config, log, io, stop }: StartContext): Promise<RunningRole | string> {
  // A child whose parent was killed ends at once, for the next service wants the database. What it
  // was writing is undone, as after any kill.
  if (isChild(io)) process.once("disconnect", () => process.exit());
  const started = await begin({
    config,
    log,
    onFirstPass: (pass) => {
      tellParent({ kind: "first-pass", pass });
      if (!isChild(io)) io.stdout.write(startMessage(config, pass));
    },
    onStorage: (problem) => tellParent({ kind: "storage", problem }),
    onRefused(message) {
      tellParent({ kind: "refused", message });
      // A child's reason is said by its parent.
      stop(isChild(io) ? 1 : refuse(message, io));
    },
  });
  if (typeof started === "string") tellParent({ kind: "cannot-begin", message: started });
  return started;
}

export function tellParent(message: FromIngest): void {
  if (process.connected) process.send?.(message);
}

/** A role's modules are loaded when it is started: what answers readers waits for nothing that it does not use. */
async function openWebSide(options: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  return (await import("./roles/web-side.ts")).openWebSide(options);
}

/** The database could be used a moment ago: what hinders now, such as a full disk, is said in a sentence. */
async function begin(options: IngestRoleOptions): Promise<RunningRole | string> {
  const { startIngestRole } = await import("./roles/ingest-role.ts");
  try {
    const started = await startIngestRole(options);
    return started.ok ? started.value : started.error.message;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return `articles cannot be stored (${why}): check free space and permissions`;
  }
}

/** Process managers open a channel too: only our own parent says so. */
export const isChild = ({ environment }: Io): boolean =>
  environment[CHILD_MARK] === "1" && process.send !== undefined;

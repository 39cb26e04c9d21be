import type { Log } from "../adapters/log.ts";
import { openDatabase } from "../adapters/store/engine/sqlite/open-database.ts";
import type { Config } from "../config/config.ts";
import { createLastGood } from "../config/last-good.ts";
import { ok } from "../core/result.ts";
import { type FirstConfig, firstConfig } from "./first-config.ts";
import {
  type ConfigFileState,
  type FollowOptions,
  followConfig,
  type HangUp,
  warnOfConfig,
  warnOfLastGood,
} from "./follow-config.ts";
import { CHILD_MARK, startIngestChild } from "./ingest-child.ts";
import { type Io, refuse, refuseConfig } from "./io.ts";
import { openLog } from "./log-settings.ts";
import type { FromIngest, ToIngest } from "./messages.ts";
import type { PublishOrder } from "./publishing/publish-order.ts";
import { startPublishing } from "./publishing/publishing-thread.ts";
import { type IngestRoleOptions, startIngestRole } from "./roles/ingest-role.ts";
import type { Role, ServeOptions } from "./roles/role.ts";
import { openWebSide } from "./roles/web-side.ts";
import type { RunningRole } from "./running-role.ts";
import { startMessage } from "./start-message.ts";

type Context = {
  readonly config: Config;
  readonly file: ConfigFileState;
  readonly log: Log;
  readonly io: Io;
  /** Ends the service with this exit code. */
  readonly stop: (code: number) => void;
};

/** Runs the scheduler, the web server or both until SIGTERM or SIGINT. Gives the exit code. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const hangUp = catchHangUp();
  try {
    return await serveUntilStopped(options, io, hangUp);
  } finally {
    hangUp.release();
  }
}

async function serveUntilStopped(options: ServeOptions, io: Io, hangUp: HangUp): Promise<number> {
  const side = isChild(io) ? "ingest" : options.role;
  const logging = openLog(side, io, { terminal: "warn", elsewhere: "info" });
  if (!logging.ok) return refuse(logging.error, io);
  const log = logging.value;
  const lastGood = createLastGood();
  const loaded = isChild(io) ? await toldByParent() : firstConfig(options, io, lastGood);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { config } = loaded.value;
  if (!isChild(io)) warnOfStart(loaded.value, log);

  const prepared = await openDatabase(config.database, { isChecked: isChild(io) });
  if (!prepared.ok) return refuse(prepared.error.message, io);
  await prepared.value.close();

  let stop: (code: number) => void = () => {};
  const stopped = new Promise<number>((resolve) => {
    stop = resolve;
  });
  // Before anything is begun: a service that is stopped while it starts ends as well as any other.
  const leave = stopOnSignals(stop);
  const file: ConfigFileState = { problems: loaded.value.problems };
  const start = isChild(io) ? startBackground : START[options.role];
  const service = await start({ config, file, log, io, stop });
  // A child's reason is said by its parent.
  if (typeof service === "string") return isChild(io) ? 1 : refuse(service, io);

  const letGo = follow({ options, io, log, first: loaded.value, lastGood, file, service, hangUp });
  const code = await stopped;
  letGo();
  await service.close();
  leave();
  return code;
}

/** Each starts one role, or says in a sentence why it cannot. */
const START: Readonly<Record<Role, (context: Context) => Promise<RunningRole | string>>> = {
  all: startAll,
  web: startWeb,
  ingest: startIngest,
  publish: startPublish,
};

async function startAll({ config, file, log, io, stop }: Context): Promise<RunningRole | string> {
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

async function startWeb({ config, file, log, io }: Context): Promise<RunningRole | string> {
  const configProblems = (): ConfigFileState["problems"] => file.problems;
  const parts = { configProblems, ingestProblem: () => null, isAlone: true };
  const web = await openWebSide({ config, log, ...parts });
  if (!web.ok) return web.error.message;
  io.stdout.write(`Offprint listens on ${web.value.url}\n`);
  return web.value;
}

/** Who cannot ingest here has nothing to publish either; who only waits for its turn publishes meanwhile. */
async function startBackground(context: Context): Promise<RunningRole | string> {
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

async function startPublish({ config, log, io }: Context): Promise<RunningRole> {
  const { database } = config;
  const publishing = startPublishing({ database, order: publishOrder(config), log });
  if (!isChild(io)) io.stdout.write(`Offprint publishes what ${database} holds\n`);
  return {
    reconfigure: (next) => publishing.follow(publishOrder(next)),
    close: publishing.close,
  };
}

const publishOrder = ({ site, feeds }: Config): PublishOrder => ({ site, feeds });

async function startIngest({ config, log, io, stop }: Context): Promise<RunningRole | string> {
  // A child whose parent was killed ends at once, for the next service wants the database. What it
  // was writing is undone, as after any kill.
  if (isChild(io)) process.once("disconnect", () => process.exit());
  const tell = (message: FromIngest): void => {
    if (process.connected) process.send?.(message);
  };
  const started = await begin({
    config,
    log,
    onFirstPass: (pass) => {
      tell({ kind: "first-pass", pass });
      if (!isChild(io)) io.stdout.write(startMessage(config, pass));
    },
    onStorage: (problem) => tell({ kind: "storage", problem }),
    onRefused(message) {
      tell({ kind: "refused", message });
      // A child's reason is said by its parent.
      stop(isChild(io) ? 1 : refuse(message, io));
    },
  });
  if (typeof started === "string") tell({ kind: "cannot-begin", message: started });
  return started;
}

/** The database could be used a moment ago: what hinders now, such as a full disk, is said in a sentence. */
async function begin(options: IngestRoleOptions): Promise<RunningRole | string> {
  try {
    const started = await startIngestRole(options);
    return started.ok ? started.value : started.error.message;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return `articles cannot be stored (${why}): check free space and permissions`;
  }
}

/** Process managers open a channel too: only our own parent says so. */
const isChild = ({ environment }: Io): boolean =>
  environment[CHILD_MARK] === "1" && process.send !== undefined;

/** A child reads no file: its parent did, and said what is wrong with it. */
async function toldByParent(): Promise<ReturnType<typeof firstConfig>> {
  const { config } = await new Promise<ToIngest>((resolve) => process.once("message", resolve));
  return ok({ config, problems: [] });
}

function warnOfStart(first: FirstConfig, log: Log): void {
  warnOfLastGood(first, log);
  warnOfConfig(first.config, log);
}

type Follow = Omit<FollowOptions, "apply"> & { readonly service: RunningRole };

/** Hands every valid change of the configuration to the service. @returns how to stop it. */
function follow({ service, ...options }: Follow): () => void {
  const { io, log, first } = options;
  const { server, database } = first.config;
  const apply = (reread: Config): void => {
    if (!isChild(io)) warnOfConfig(reread, log);
    warnOfRestart(first.config, reread, log);
    // Kept for a child that is started again too: it would else write where nobody reads.
    const next = { ...reread, server, database };
    Promise.resolve(service.reconfigure(next)).then(
      () =>
        log.info(
          { sources: next.sources.length, feeds: next.feeds.length },
          "configuration reread",
        ),
      (cause: unknown) => log.error({ err: cause }, "the configuration could not be applied"),
    );
  };
  return isChild(io) ? followParent(apply) : followConfig({ ...options, apply });
}

function followParent(apply: (config: Config) => void): () => void {
  process.on("message", ({ config }: ToIngest) => apply(config));
  // The parent rereads and sends: a signal to the whole group, which is caught (catchHangUp), is none for the child.
  return () => {};
}

function warnOfRestart(before: Config, after: Config, log: Log): void {
  const keys = ["server", "database"] as const;
  for (const key of keys) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) {
      log.warn({ key }, "this change takes effect at the next start");
    }
  }
}

/** SIGHUP, from the first moment on: it asks a service to read its configuration again, and ends none. */
function catchHangUp(): HangUp {
  let isMissed = false;
  let heard = (): void => {
    isMissed = true;
  };
  const listener = (): void => heard();
  process.on("SIGHUP", listener);
  return {
    onHangUp(act) {
      heard = act;
      if (isMissed) act();
    },
    release: () => void process.off("SIGHUP", listener),
  };
}

/** Repeats count for nothing: Ctrl-C reaches a process from the terminal and once more from npm. @returns how to stop listening. */
function stopOnSignals(stop: (code: number) => void): () => void {
  const onSignal = (): void => stop(0);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, onSignal);
  return () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, onSignal);
  };
}

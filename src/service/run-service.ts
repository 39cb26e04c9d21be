import type { Log } from "../adapters/log.ts";
import type { StoreError } from "../adapters/store/engine/engine.ts";
import type { Config, ConfigProblem } from "../config/config.ts";
import { createLastGood } from "../config/last-good.ts";
import type { ToldFilesProblem } from "../core/entries/files-problem.ts";
import { ok, type Result } from "../core/result.ts";
import type { BegunConfig, beginConfiguration } from "./begin-configuration.ts";
import { warnOfConfig, warnOfLastGood } from "./config-warnings.ts";
import type { FirstConfig } from "./first-config.ts";
import type { ConfigFileState, FollowOptions, HangUp } from "./follow-config.ts";
import { openHealthPort, type RoleHealth, UNASKED } from "./health-port.ts";
import { type Io, refuse, refuseConfig } from "./io.ts";
import { openLog } from "./log-settings.ts";
import type { ToIngest } from "./messages.ts";
import { NODE_NAME, nodeName } from "./node-name.ts";
import { prepareDatabase, waitForDatabase, waitsFor } from "./prepare-database.ts";
import type { Role, ServeOptions } from "./roles/role.ts";
import type { RunningRole } from "./running-role.ts";
import type { OwnFile } from "./sharing/own-file.ts";
import type { SharedState } from "./sharing/shared-state.ts";
import { isChild, STARTS, startBackground, tellParent } from "./start-roles.ts";
import type { StaticChild } from "./static/static-child.ts";

/** Runs the scheduler, the web server or both until SIGTERM or SIGINT. Gives the exit code. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const hangUp = catchHangUp();
  try {
    return await serveUntilStopped(options, named(io, options), hangUp);
  } finally {
    hangUp.release();
  }
}

const named = (io: Io, { node }: ServeOptions): Io =>
  node === undefined ? io : { ...io, environment: { ...io.environment, [NODE_NAME]: node } };

async function serveUntilStopped(options: ServeOptions, io: Io, hangUp: HangUp): Promise<number> {
  const side = isChild(io) ? "ingest" : options.role;
  const logging = openLog(side, io, { terminal: "warn", elsewhere: "info" });
  if (!logging.ok) return refuse(logging.error, io);
  const log = logging.value;
  const lastGood = createLastGood();
  const loaded = isChild(io)
    ? await toldByParent()
    : await readFirst(options, io, { lastGood, log });
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { config } = loaded.value;
  if (!isChild(io)) warnOfStart(loaded.value, log);

  const unusable = await prepareDatabase(config.database, options.role, io);
  if (unusable !== null && !waitsFor(unusable, options.role)) {
    return refuseDatabase(unusable.message, io);
  }

  const health = await healthOf(options.role, { config, io, log });
  if (!health.ok) return refuse(health.error, io);
  const beginning = { options, io, log, first: loaded.value, lastGood, hangUp };
  try {
    return await runUntilStopped({ ...beginning, health: health.value }, unusable);
  } finally {
    await health.value.close();
  }
}

/** Who watches a child asks its parent, and who watches a web process asks that at its own port. */
const healthOf = async (
  role: Role,
  { config, io, log }: Pick<Beginning, "io" | "log"> & { readonly config: Config },
): Promise<Result<RoleHealth, string>> =>
  isChild(io) || role === "all" || role === "web"
    ? ok(UNASKED)
    : openHealthPort({ role, host: config.server.host, io, log });

type Beginning = Omit<FollowOptions, "apply" | "file" | "first"> & {
  readonly options: ServeOptions;
  readonly first: ToldConfig;
  readonly health: RoleHealth;
};

/** @param unusable why the database cannot be used yet: a role that waits begins all the same. */
async function runUntilStopped(begun: Beginning, unusable: StoreError | null): Promise<number> {
  const { options, io, log, health } = begun;
  const { promise: stopped, resolve: stop } = Promise.withResolvers<number>();
  // Before anything is begun, so that a service which is stopped while it starts ends like any other.
  const leave = stopOnSignals(stop);
  if (unusable !== null && !(await waitToStart(unusable, { beginning: begun, stopped, stop }))) {
    return stopped.finally(leave);
  }
  const first = unusable === null ? begun.first : await chosenAgain(begun.first, io);
  const { config, own, sharing } = first;
  const beginning = { ...begun, first };
  const file: ConfigFileState = { problems: first.problems, shared: sharedState(sharing) };
  const start = isChild(io) ? startBackground : STARTS[options.role];
  let files: StaticChild | null = null;
  const filesProblem = (): ToldFilesProblem | null => files?.problem() ?? null;
  const service = await start({ config, own, file, log, io, filesProblem, health, stop });
  // The parent prints a child's reason.
  if (typeof service === "string") return isChild(io) ? 1 : refuse(service, io);

  files = await startFiles(beginning, stop);
  const running = files === null ? service : together(service, files);
  const letGo = await follow({ ...beginning, file, service: running });
  const code = await stopped;
  await letGo();
  await running.close();
  leave();
  return code;
}

/** What counts, now that the database answers: until then this node could know only its own file. */
async function chosenAgain(first: ToldConfig, io: Io): Promise<ToldConfig> {
  const file = first.sharing?.file ?? null;
  if (file === null) return first;
  const { startWithFile } = await import("./sharing/start-sharing.ts");
  const begun = await startWithFile(file, io);
  return { ...begun, own: begun.sharing.ownFile };
}

/** Starts what `--static` asks for beside a service; `null` when it asks for nothing. */
async function startFiles(
  { options, io, log, first }: Beginning,
  stop: (code: number) => void,
): Promise<StaticChild | null> {
  const { static: to } = options;
  if (to === undefined) return null;
  const { startStaticChild } = await import("./static/static-child.ts");
  const onRefused = (message: string): void => stop(refuse(message, io));
  io.stdout.write(`Offprint keeps the site as files in ${to}\n`);
  return startStaticChild({ config: first.config, to, node: nodeName(io), log, onRefused });
}

const together = (...roles: readonly RunningRole[]): RunningRole => ({
  async reconfigure(next) {
    await Promise.all(roles.map((role) => role.reconfigure(next)));
  },
  follow(own) {
    for (const role of roles) role.follow?.(own);
  },
  async close() {
    await Promise.all(roles.map((role) => role.close()));
  },
});

type StartInWaiting = {
  readonly beginning: Beginning;
  readonly stopped: Promise<number>;
  readonly stop: (code: number) => void;
};

/** @returns whether to start. */
async function waitToStart(
  { message: cause }: StoreError,
  { beginning: { options, io, log, first }, stopped, stop }: StartInWaiting,
): Promise<boolean> {
  log.warn({ cause }, "the database does not answer: waiting for it");
  const prepared = waitForDatabase({
    prepare: () => prepareDatabase(first.config.database, options.role, io),
    stopped,
    onRefused: (message) => stop(refuse(message, io)),
  });
  // A web process waits as a server: it answers those who ask whether it is alive.
  return options.role === "web" || prepared;
}

/** The parent prints a child's reason. */
function refuseDatabase(message: string, io: Io): number {
  if (!isChild(io)) return refuse(message, io);
  tellParent({ kind: "refused", message });
  return 1;
}

/** Loads what reads a configuration; a child, which is told, does without it. */
async function readFirst(...first: Parameters<typeof beginConfiguration>): Promise<FirstLoaded> {
  const begun = await (await import("./begin-configuration.ts")).beginConfiguration(...first);
  if (!begun.ok) return begun;
  return ok({ ...begun.value, own: begun.value.sharing?.ownFile ?? null });
}

/** With what the ingest side may store for other nodes. */
type ToldConfig = BegunConfig & Pick<ToIngest, "own">;
type FirstLoaded = Result<ToldConfig, readonly ConfigProblem[]>;

function sharedState(sharing: BegunConfig["sharing"]): SharedState | null {
  if (sharing === null) return null;
  const { stored, problems, files } = sharing;
  return { stored, problems, files, differing: null };
}

/** A child reads no file: its parent read it, and reported its problems. */
async function toldByParent(): Promise<FirstLoaded> {
  const { config, own } = await new Promise<ToIngest>((resolve) =>
    process.once("message", resolve),
  );
  return ok({ config, own, problems: [], sharing: null });
}

function warnOfStart(first: FirstConfig, log: Log): void {
  warnOfLastGood(first, log);
  warnOfConfig(first.config, log);
}

type Follow = Beginning & Pick<FollowOptions, "file"> & { readonly service: RunningRole };

/** Hands every valid change of the configuration to the service. @returns how to stop it. */
async function follow({ service, ...options }: Follow): Promise<() => void | Promise<void>> {
  const { io, log, first } = options;
  const { server, database } = first.config;
  const apply = (reread: Config): void => {
    if (!isChild(io)) warnOfConfig(reread, log);
    warnOfRestart(first.config, reread, log);
    // Both stay as at the start, also for a restarted child: it would else write to a database that nobody reads.
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
  if (isChild(io)) return followParent(first.config, service, apply);
  const { sharing } = first;
  if (sharing === null) {
    return (await import("./follow-config.ts")).followConfig({ ...options, apply });
  }
  const onOwn = (own: OwnFile): void => service.follow?.(own);
  const { followSharing } = await import("./sharing/follow-sharing.ts");
  return followSharing({ ...options, sharing, onOwn, apply });
}

function followParent(
  first: Config,
  service: RunningRole,
  apply: (config: Config) => void,
): () => void {
  let current = JSON.stringify(first);
  process.on("message", ({ config, own }: ToIngest) => {
    if (own !== null) service.follow?.(own);
    const next = JSON.stringify(config);
    if (next === current) return;
    current = next;
    apply(config);
  });
  // The parent rereads the file and sends it. A SIGHUP to the whole group is caught (catchHangUp) and does nothing here.
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

/** Catches SIGHUP from the first moment on: it asks for a reread, and must not end the service. */
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

/** Ignores repeats: Ctrl-C reaches a process from the terminal and again from npm. @returns how to stop listening. */
function stopOnSignals(stop: (code: number) => void): () => void {
  const onSignal = (): void => stop(0);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, onSignal);
  return () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, onSignal);
  };
}

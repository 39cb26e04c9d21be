#!/usr/bin/env node
// The launcher. It runs on whatever Node the machine has (14 and later), and never loads the program
// itself on one that is too old: better-sqlite3 does not fail there, it crashes.
// biome-ignore-all lint/style/useNodejsImportProtocol: an error before Node 14.13

import { spawn } from "child_process";
import { existsSync, readFileSync } from "fs";
import module, { createRequire } from "module";
import { Socket } from "net";
import { dirname, join } from "path";
import { fileURLToPath, pathToFileURL } from "url";
import { setFlagsFromString } from "v8";

const NEEDED_MAJOR = 24; // package.json, "engines"
/** Set for the Node that this launcher starts: the descriptor that closes when the launcher is gone. */
const LIFELINE = "OFFPRINT_LIFELINE_FD";
const FORWARDED = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * New objects of a thread, in megabytes three times this. V8 would take up to 128 MB on a large machine, and rarely give
 * it back. A pass that takes in much asks for more (new-objects.ts).
 */
const YOUNG_MB = 4;
const YOUNG_FLAG = `--max-semi-space-size=${YOUNG_MB}`;
/** Pools of freed memory that the C library keeps; by default eight for each processor, which threads fill one by one. */
const ARENAS = { MALLOC_ARENA_MAX: "2" };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const isService = args.includes("serve");

start();

function start() {
  if (process.env.npm_lifecycle_event && !process.env[LIFELINE]) endWithNpm();
  if (majorOf(process.versions.node) >= NEEDED_MAJOR) {
    if (isService) hearSignals();
    holdLifeline();
    keepYoungSmall();
    run();
    return;
  }
  const isHandedOver = Boolean(process.env[LIFELINE]); // a Node that lies about its version: no endless loop
  const node = isHandedOver ? null : packagedNode();
  if (node) handOver(node);
  else stop(`Offprint needs Node ${NEEDED_MAJOR}; this is ${process.version}. ${remedy()}`);
}

/**
 * A heap that exists no longer takes its limit from the flag: it does not grow beyond its first megabytes instead. The
 * heaps of threads begin with the limit that they have anyway.
 */
function keepYoungSmall() {
  if (isYoungGiven(process.execArgv)) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MB}`);
}

/** An operator gives flags to every Node in NODE_OPTIONS; V8 takes - and _ for one. A command line counts more. */
function isYoungGiven(commandLine) {
  const everywhere = (process.env.NODE_OPTIONS || "").split(/\s+/);
  const given = [...commandLine, ...everywhere];
  return given.some((flag) => /^--max[-_]semi[-_]space[-_]size\b/.test(flag));
}

function majorOf(version) {
  return Number.parseInt(version, 10);
}

/** While a service is loaded, and does not listen by itself yet. */
function hearSignals() {
  // A service reads its configuration again then; while it starts it has not read it yet.
  process.on("SIGHUP", () => {});
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      // Nothing is begun: it ends as well as any other service that is stopped.
      if (process.listenerCount(signal) === 1) process.exit();
    });
  }
}

/** The Node that npm brought as an optional dependency, or null. */
function packagedNode() {
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve(`node-${process.platform}-${process.arch}/package.json`);
    const node = join(dirname(manifest), "bin", "node");
    const isNew = majorOf(JSON.parse(readFileSync(manifest, "utf8")).version) >= NEEDED_MAJOR;
    return isNew && existsSync(node) ? node : null;
  } catch (_notInstalled) {
    return null;
  }
}

function remedy() {
  return `Run "npm ci" in ${root} (on Linux it brings one), or install Node ${NEEDED_MAJOR} or newer.`;
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

/** Runs this file again on another Node and stands for it: same arguments, streams, signals, exit. */
function handOver(node) {
  const hasChannel = typeof process.send === "function";
  const child = spawn(
    node,
    [
      // A limit that is given counts more than what a command asks for later.
      ...(isService && !isYoungGiven([]) ? [YOUNG_FLAG] : []),
      ...process.execArgv,
      fileURLToPath(import.meta.url),
      ...args,
    ],
    {
      stdio: ["inherit", "inherit", "inherit", "pipe", ...(hasChannel ? ["ipc"] : [])],
      env: { ...ARENAS, ...process.env, [LIFELINE]: "3" },
    },
  );
  forwardSignals(child);
  if (hasChannel) joinChannels(child);
  child.on("error", (error) => {
    stop(`Offprint could not start ${node} (${error.code}). ${remedy()}`);
    process.exit();
  });
  child.on("exit", (code, signal) => leaveLike(code, signal));
}

/** A signal ends a process that does not listen yet: it waits until the other launcher says that it does. */
function forwardSignals(child) {
  let isListening = false;
  const waiting = new Set();
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      if (isListening) child.kill(signal);
      else waiting.add(signal);
    });
  }
  child.stdio[3].once("data", () => {
    isListening = true;
    for (const signal of waiting) child.kill(signal);
  });
}

function joinChannels(child) {
  process.on("message", (message) => child.connected && child.send(message));
  process.on("disconnect", () => child.connected && child.disconnect());
  child.on("message", (message) => process.connected && process.send(message));
}

function leaveLike(code, signal) {
  if (signal === null) process.exit(code);
  for (const name of FORWARDED) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}

/**
 * A launcher that is killed by force cannot pass that on, and a service that outlives it would hold
 * the port and the database. So the service watches a pipe that nothing is ever written to.
 */
function holdLifeline() {
  const fd = Number(process.env[LIFELINE]);
  delete process.env[LIFELINE]; // our own children have other parents
  if (!fd) return;
  const lifeline = new Socket({ fd, readable: true, writable: true });
  lifeline.on("close", () => process.kill(process.pid, "SIGKILL"));
  lifeline.on("error", () => lifeline.destroy());
  lifeline.write("listening\n");
  lifeline.resume();
  lifeline.unref();
}

/** npm ends on a signal without waiting for what it runs, and by force without a word. */
function endWithNpm() {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}

/** A checkout has src/, and a dist/ beside it may be stale; the image and the npm package have only dist/. */
function run() {
  module.enableCompileCache?.(); // a second start takes half the time
  const candidates = [join(root, "src", "main.ts"), join(root, "dist", "main.js")];
  const program = candidates.find((path) => existsSync(path));
  if (!program) {
    stop(`Offprint is not complete: there is neither src/main.ts nor dist/main.js in ${root}.`);
    return;
  }
  module.registerHooks?.({ resolve: quickResolver(program) });
  import(pathToFileURL(program).href)
    .then((loaded) => loaded.main(args))
    .then((code) => {
      process.exitCode = code;
      // Whoever listens to its parent would otherwise be kept alive by that alone.
      if (process.connected) process.disconnect();
    })
    .catch(reportFailure);
}

/**
 * Resolves imports as Node does, but asks the file system once for each package and never for relative paths, where Node
 * looks for links and package.json at every one of 900 modules: a fifth of the CPU of a start.
 */
function quickResolver(program) {
  const own = pathToFileURL(dirname(program)).href;
  const packages = new Map();
  return (specifier, context, next) => {
    const { parentURL, conditions } = context;
    if (!parentURL?.startsWith("file:") || !conditions.includes("import")) {
      return next(specifier, context);
    }
    if (/^\.\.?\//.test(specifier)) {
      const { href } = new URL(specifier, parentURL);
      const format = href.endsWith(".ts") ? "module-typescript" : undefined;
      return { url: href, format, shortCircuit: true };
    }
    if (!parentURL.startsWith(own)) return next(specifier, context);
    const known = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
    packages.set(specifier, known);
    return known;
  };
}

/** Packages that are not installed are the operator's to fix, in one line; anything else is a defect. */
function reportFailure(error) {
  const missing = /Cannot find package '([^']+)'/.exec(String(error?.message));
  if (!missing || error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  stop(`Offprint cannot find its packages ("${missing[1]}"). Run "npm ci" in ${root} first.`);
}

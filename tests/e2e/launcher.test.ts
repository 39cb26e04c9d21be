import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Checkout,
  installPackagedNode,
  layCheckout,
  preloadThatFakesNode20,
  write,
} from "./checkout.ts";

/** What each stub of the program prints, so that a test sees which file ran, where, and with what. */
const report = (from: string) =>
  `export const main = async (argv) => {
     console.log(JSON.stringify({ from: "${from}", argv, node: process.version }));
     return 7;
   };`;

/** Says "ready" and stays until a signal comes; then exits with 3, or dies by SIGTERM if told so. */
const service = `export const main = () => new Promise((resolve) => {
  const stay = setInterval(() => {}, 1000);
  const leave = () => { clearInterval(stay); console.log("leaving"); resolve(3); };
  if (!process.argv.includes("--plain")) for (const s of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(s, leave);
  console.log("ready " + process.pid);
});`;

let checkout: Checkout;
const servicePids: number[] = [];

beforeEach(() => {
  checkout = layCheckout(mkdtempSync(join(tmpdir(), "offprint-launcher-")));
});

afterEach(() => {
  for (const pid of servicePids.splice(0)) endByForce(pid);
  rmSync(checkout.root, { recursive: true, force: true });
});

describe("on a Node that is new enough", () => {
  it("runs the program in this process with its arguments and exits with its code", async () => {
    write(checkout, "src/main.ts", report("src"));

    const run = await runLauncher(process.execPath, ["ingest", "--json", "a b"]);

    expect(run.code).toBe(7);
    expect(JSON.parse(run.stdout)).toEqual({
      from: "src",
      argv: ["ingest", "--json", "a b"],
      node: process.version,
    });
  });

  it("prefers the sources of a checkout to a dist that may be stale", async () => {
    write(checkout, "src/main.ts", report("src"));
    write(checkout, "dist/main.js", report("dist"));

    expect((await runLauncher(process.execPath, [])).stdout).toContain('"from":"src"');
  });

  it("runs dist where there are no sources, as in the image and the npm package", async () => {
    write(checkout, "dist/main.js", report("dist"));

    expect((await runLauncher(process.execPath, [])).stdout).toContain('"from":"dist"');
  });

  it("says in one line that there is no program", async () => {
    const run = await runLauncher(process.execPath, []);

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Offprint is not complete: .*src\/main\.ts.*\n$/);
  });

  it("says in one line that npm ci has not run", async () => {
    write(checkout, "src/main.ts", 'import "a-package-of-offprint"; export const main = 1;');

    const run = await runLauncher(process.execPath, []);

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Offprint cannot find .*"a-package-of-offprint".*npm ci.*\n$/);
  });

  it("does not hide a defect behind that line", async () => {
    write(checkout, "src/main.ts", 'import "./gone.ts"; export const main = 1;');

    const run = await runLauncher(process.execPath, []);

    expect(run.code).toBe(1);
    expect(run.stderr).toContain("gone.ts");
    expect(run.stderr).not.toContain("npm ci");
  });
});

const oldNode = findOldNode();
const tooOld = [
  { name: "a Node that says it is 20", path: () => process.execPath, isFake: true },
  ...(oldNode ? [{ name: "the old Node in PATH", path: () => oldNode, isFake: false }] : []),
];

describe.skipIf(oldNode)("the old Node in PATH", () => {
  it.skip("is not there: no Node below 24 outside node_modules", () => undefined);
});

describe.each(tooOld)("on $name", ({ path, isFake }) => {
  const options = () => (isFake ? { env: preloadThatFakesNode20(checkout) } : {});

  it("hands over to the Node that npm brought: arguments, output, exit code", async () => {
    write(checkout, "src/main.ts", report("src"));
    installPackagedNode(checkout, process.versions.node);

    const run = await runLauncher(path(), ["ingest", "--json", "a b"], options());

    expect(run.stderr).toBe("");
    expect(run.code).toBe(7);
    expect(JSON.parse(run.stdout)).toEqual({
      from: "src",
      argv: ["ingest", "--json", "a b"],
      node: process.version,
    });
  });

  it.each([
    ["npm brought none", null],
    ["the one that npm brought is too old as well", "22.9.0"],
  ])("says in one line what to do when %s", async (_case, version) => {
    write(checkout, "src/main.ts", report("src"));
    if (version) installPackagedNode(checkout, version);

    const run = await runLauncher(path(), ["serve"], options());

    expect(run.code).toBe(1);
    expect(run.stdout).toBe("");
    expect(run.stderr).toMatch(/^Offprint needs Node 24; this is v\d+.* Run "npm ci" in .*\n$/);
  });

  it("says in one line that the Node that npm brought does not start", async () => {
    write(checkout, "src/main.ts", report("src"));
    installPackagedNode(checkout, process.versions.node, { isBroken: true });

    const run = await runLauncher(path(), ["serve"], options());

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Offprint could not start .*\n$/);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("passes %s on and waits", async (signal) => {
    const launcher = await startService(path(), [], options());

    launcher.child.kill(signal);

    expect(await launcher.exit).toEqual([3, null]);
  });

  it("keeps SIGHUP from a service that is loading", async () => {
    write(
      checkout,
      "src/main.ts",
      `console.log("loading " + process.pid); await new Promise((go) => setTimeout(go, 500));\n${service}`,
    );
    installPackagedNode(checkout, process.versions.node);
    const child = spawnLauncher(path(), ["serve", "--plain"], options());
    const exit = once(child, "exit");
    const output: string[] = [];
    child.stdout?.on("data", (data) => {
      if (output.push(String(data)) === 1) child.kill("SIGHUP");
      else if (String(data).includes("ready"))
        process.kill(Number(/\d+/.exec(output.join(""))?.[0]), "SIGTERM");
    });

    expect(await exit).toEqual([0, null]);
    expect(output.join("")).toMatch(/^loading (\d+)\nready \1\n$/);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "ends a service that is loading in good order on %s",
    async (signal) => {
      write(
        checkout,
        "src/main.ts",
        'console.log("loading"); setInterval(() => {}, 1000); await new Promise(() => {});',
      );
      installPackagedNode(checkout, process.versions.node);
      const child = spawnLauncher(path(), ["serve"], options());
      const exit = once(child, "exit");
      child.stdout?.once("data", () => child.kill(signal));

      expect(await exit).toEqual([0, null]);
    },
  );

  it("dies by the signal that the program died by", async () => {
    const launcher = await startService(path(), ["--plain"], options());

    process.kill(launcher.servicePid, "SIGKILL");

    expect(await launcher.exit).toEqual([null, "SIGKILL"]);
  });

  it("takes the program with it when it is killed by force", async () => {
    const launcher = await startService(path(), [], options());

    launcher.child.kill("SIGKILL");

    expect(await launcher.exit).toEqual([null, "SIGKILL"]);
    // Only the service still holds the other end of this stream: it ends when the service has.
    expect(await launcher.outputEnd).toEqual([]);
  });

  it("stops the program in good order when the npm that started it is gone", async () => {
    write(checkout, "src/main.ts", service);
    installPackagedNode(checkout, process.versions.node);
    // npm runs a script in a shell, and ends that, not what runs in it.
    const script = `"${path()}" "${checkout.launcher}"; echo`;
    const npm = spawn("sh", ["-c", script], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...plainEnvironment(), ...options().env, npm_lifecycle_event: "start" },
    });
    const chunks: string[] = [];
    npm.stdout.on("data", (data) => chunks.push(String(data)));
    const end = once(npm.stdout, "end");
    await once(npm.stdout, "data");
    servicePids.push(Number(/\d+/.exec(chunks.join(""))?.[0]));

    npm.kill("SIGKILL");

    await end; // only the service still held the stream
    expect(chunks.join("")).toMatch(/^ready \d+\nleaving\n$/);
  });

  it("carries messages both ways, and an open channel does not keep it from ending", async () => {
    write(
      checkout,
      "src/main.ts",
      `export const main = () => new Promise((resolve) => {
        process.on("message", (text) => { process.send("got " + text); resolve(0); });
        process.send("ready");
      });`,
    );
    installPackagedNode(checkout, process.versions.node);
    const child = fork(checkout.launcher, [], {
      execPath: path(),
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...plainEnvironment(), ...options().env },
    });
    const exit = once(child, "exit");

    const ready = await once(child, "message");
    child.send("hello");
    const answer = await once(child, "message");

    expect([ready[0], answer[0]]).toEqual(["ready", "got hello"]);
    expect(await exit).toEqual([0, null]);
  });
});

type RunOptions = { readonly env?: NodeJS.ProcessEnv };

async function runLauncher(node: string, args: readonly string[], options: RunOptions = {}) {
  const child = spawnLauncher(node, args, options);
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (data) => {
    output.stdout += data;
  });
  child.stderr?.on("data", (data) => {
    output.stderr += data;
  });
  const [code] = await once(child, "close");
  return { ...output, code: code as number | null };
}

async function startService(node: string, args: readonly string[], options: RunOptions) {
  write(checkout, "src/main.ts", service);
  installPackagedNode(checkout, process.versions.node);
  const child = spawnLauncher(node, args, options);
  const exit = once(child, "exit");
  const outputEnd = child.stdout ? once(child.stdout, "end") : Promise.resolve();
  const [line] = child.stdout ? await once(child.stdout, "data") : [""];
  child.stdout?.resume();
  const servicePid = Number(/\d+/.exec(String(line))?.[0]);
  servicePids.push(servicePid);
  return { child, exit, outputEnd, servicePid };
}

/** A failed test must not leave its service behind; after a good one there is none. */
function endByForce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    expect(error).toMatchObject({ code: "ESRCH" });
  }
}

function spawnLauncher(node: string, args: readonly string[], options: RunOptions): ChildProcess {
  return spawn(node, [checkout.launcher, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...plainEnvironment(), ...options.env },
  });
}

function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1" };
}

/** A Node below 24 in PATH that npm has not put there. */
function findOldNode(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const nodes = folders
    .filter((folder) => folder && !folder.includes("node_modules"))
    .map((folder) => join(folder, "node"));
  return nodes.find((node) => isExecutable(node) && majorOf(node) < 24);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function majorOf(node: string): number {
  const version = execFileSync(node, ["--version"], { encoding: "utf8", env: {} });
  return Number(/^v(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
}

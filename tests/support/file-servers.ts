import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./samples.ts";
import { until } from "./until.ts";

/** A web server by other people. */
export type FileServer = { readonly url: string; readonly close: () => Promise<void> };

/** How a program is started with a snippet that we made for it. */
type Program = {
  readonly command: string;
  readonly version: readonly string[];
  readonly args: (config: string, folder: string) => readonly string[];
  readonly configOf: (setting: Setting) => string;
};

const PROGRAMS = {
  nginx: {
    command: "nginx",
    version: ["-v"],
    args: (config, folder) => ["-c", config, "-e", join(folder, "error.log")],
    configOf: (setting) => nginxConfig(setting),
  },
  caddy: {
    command: "caddy",
    version: ["version"],
    args: (config) => ["run", "--config", config, "--adapter", "caddyfile"],
    configOf: ({ port, snippet }) =>
      `{\n  admin off\n}\nhttp://127.0.0.1:${port} {\n  import ${snippet}\n}\n`,
  },
} as const satisfies Readonly<Record<string, Program>>;

export type FileServerName = keyof typeof PROGRAMS;

/** Debian has nginx where not everybody's PATH leads. */
const environment = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin` };

export function isInstalled(name: FileServerName): boolean {
  const { command, version } = PROGRAMS[name];
  try {
    execFileSync(command, version, { stdio: "ignore", env: environment });
    return true;
  } catch {
    return false;
  }
}

/** Starts a web server with one site, which includes a snippet. */
export const startFileServer = (name: FileServerName, snippet: string): Promise<FileServer> =>
  start(name, (setting) => PROGRAMS[name].configOf({ ...setting, snippet }));

/** Starts nginx. @param settings gives what stands in its `http`, for the port at which it has to listen. */
export const startNginx = (settings: (port: number) => string): Promise<FileServer> =>
  start("nginx", ({ folder, port }) => nginxWith(folder, settings(port)));

async function start(
  name: FileServerName,
  configOf: (setting: Omit<Setting, "snippet">) => string,
): Promise<FileServer> {
  const { command, args } = PROGRAMS[name];
  const folder = mkdtempSync(join(tmpdir(), "offprint-web-server-"));
  const port = await freePort();
  const config = join(folder, "server.conf");
  writeFileSync(config, configOf({ folder, port }));
  const child = spawn(command, args(config, folder), {
    env: { ...environment, HOME: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const url = `http://127.0.0.1:${port}`;
  await until(`${name} answers`, async () => {
    if (child.exitCode !== null) return "ended";
    return (await fetch(url)).status > 0;
  });
  if (child.exitCode !== null) throw new Error(`${name}: ${said}`);
  return { url, close: () => close(child, folder) };
}

async function close(child: ChildProcess, folder: string): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
  rmSync(folder, { recursive: true, force: true });
}

type Setting = { readonly folder: string; readonly port: number; readonly snippet: string };

const nginxConfig = ({ folder, port, snippet }: Setting): string =>
  nginxWith(
    folder,
    `server {
    listen 127.0.0.1:${port};
    gzip_vary on;
    include ${snippet};
  }`,
  );

function nginxWith(folder: string, settings: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `daemon off;
master_process off;
pid ${join(folder, "pid")};
events {}
http {
  access_log off;
  ${temporary.join("\n  ")}
  ${settings}
}
`;
}

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { LAUNCHER, writeDesk } from "../desk.ts";
import { startSourceFarm } from "../farm/source-farm.ts";
import { measureCommand } from "../measure/measure-command.ts";
import { freePort, type ServerProcess, startServer } from "../measure/server-process.ts";

export const FEED_PATH = "/feeds/all.rss";
/** As many as the feed shows. */
const ITEMS = 50;
const NGINX = "/usr/sbin/nginx";

/** Servers of one document: Offprint's feed, and its bytes. Ends with an error when one of them does not start. */
export type Servers = { readonly offprint: ServerProcess; readonly raw: ServerProcess } & Partial<
  Record<"nginx", ServerProcess>
>;

export async function startServers(folder: string): Promise<Servers> {
  const offprint = await startOffprint(folder);
  const root = join(folder, "document");
  const file = await keepDocument(offprint.port, root);
  const raw = await startRaw(file);
  const nginx = existsSync(NGINX) ? { nginx: await startNginx(root) } : {};
  return { offprint, raw, ...nginx };
}

async function startOffprint(folder: string): Promise<ServerProcess> {
  const port = await freePort();
  const farm = await startSourceFarm({
    firstSource: 0,
    sources: 1,
    items: ITEMS,
    startAt: Date.now() - 24 * 3_600_000,
  });
  const config = join(folder, "web.yaml");
  writeDesk({ file: config, database: "web.db", urls: farm.urls, port });
  await measureCommand([LAUNCHER, "ingest", "--all", "--config", config]);
  await farm.close();
  const args = [LAUNCHER, "serve", "--role", "web", "--config", config];
  // Publishes by itself, since nobody else does: the feed is there when it is answered.
  return startServer({ command: process.execPath, args, port, path: FEED_PATH });
}

/** Writes the document as it is, compressed, and its headers. @returns its path. */
async function keepDocument(port: number, root: string): Promise<string> {
  const url = `http://127.0.0.1:${port}${FEED_PATH}`;
  const response = await fetch(url, { headers: { "Accept-Encoding": "identity" } });
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)),
  );
  const file = join(root, FEED_PATH);
  mkdirSync(join(root, "feeds"), { recursive: true });
  writeFileSync(file, body);
  writeFileSync(`${file}.gz`, gzipSync(body));
  writeFileSync(`${file}.json`, JSON.stringify(headers));
  return file;
}

const OF_THE_CONNECTION = new Set(["connection", "keep-alive", "date", "content-length"]);

async function startRaw(file: string): Promise<ServerProcess> {
  const port = await freePort();
  const program = fileURLToPath(new URL("./raw-server.ts", import.meta.url));
  const args = [program, file, String(port)];
  return startServer({ command: process.execPath, args, port, path: FEED_PATH });
}

/** One worker, static files, compressed before. Root would serve as somebody who may not read the scratch folder. */
async function startNginx(root: string): Promise<ServerProcess> {
  const port = await freePort();
  const config = join(root, "nginx.conf");
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? "user root; " : ""}daemon off; worker_processes 1; pid ${root}/nginx.pid; error_log ${root}/nginx.log;
     events { worker_connections 256; }
     http {
       access_log off; sendfile on; gzip_static on; keepalive_requests 1000000;
       client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
       uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
       server { listen 127.0.0.1:${port}; root ${root}; }
     }`,
  );
  return startServer({ command: NGINX, args: ["-c", config], port, path: FEED_PATH });
}

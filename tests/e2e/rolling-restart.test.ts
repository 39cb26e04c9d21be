import { Agent, get } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { isInstalled } from "../support/file-servers.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { SCALED_ROLES, startScaledDesk } from "../support/scaled-desk.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000 });

const isRequired = process.env["CI"] === "true";
const PATHS = ["/feeds/all.rss", "/feeds/all.json", "/feeds/all", "/", "/readyz"];
const READERS = 4;

/** Readers with connections that stay, who ask without a pause. @returns how to end them: what they saw but 200 and 304. */
function startReaders(url: string): () => Promise<{ seen: readonly string[]; answers: number }> {
  const seen: string[] = [];
  let answers = 0;
  let isOver = false;
  const agent = new Agent({ keepAlive: true });
  const read = async (n: number): Promise<void> => {
    let etag: string | undefined;
    for (let at = n; !isOver; at += 1) {
      const path = PATHS[at % PATHS.length] ?? "/";
      const { status, tag } = await ask(url + path, { agent, etag });
      etag = path === PATHS[0] ? tag : etag;
      answers += 1;
      if (status !== 200 && status !== 304) seen.push(`${status} ${path}`);
    }
  };
  const reading = Promise.all(Array.from({ length: READERS }, (_, n) => read(n)));
  return async () => {
    isOver = true;
    await reading;
    agent.destroy();
    return { seen, answers };
  };
}

type Question = { readonly agent: Agent; readonly etag: string | undefined };
type Seen = { readonly status: number | string; readonly tag: string | undefined };

const ask = (url: string, { agent, etag }: Question): Promise<Seen> =>
  new Promise((resolve) => {
    const headers = etag === undefined ? {} : { "If-None-Match": etag };
    get(url, { agent, headers }, (response) => {
      response.resume();
      response.on("error", ({ message }) => resolve({ status: message, tag: undefined }));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, tag: response.headers.etag }),
      );
    }).on("error", ({ message }) => resolve({ status: message, tag: undefined }));
  });

/** The values of a metric in several answers, added. */
const sumOf = (name: string, texts: readonly string[]): number =>
  texts
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.slice(name.length)), 0);

it.runIf(isRequired || isInstalled("nginx"))(
  "readers see no error while every process is restarted behind nginx, one after the other",
  async () => {
    const desk = await startScaledDesk(await makeDatabase());
    onTestFinished(desk.end);
    const over = startReaders(desk.url);
    for (const role of SCALED_ROLES) {
      expect([role, (await desk.restart(role)).code]).toEqual([role, 0]);
      desk.bring(`after ${role}`);
    }
    await desk.everywhere();
    const metrics = await Promise.all(
      (["ingest-1", "ingest-2", "publish-1", "publish-2"] as const).map(async (role) =>
        (await fetch(`${desk.healthOf(role)}/metrics`)).text(),
      ),
    );
    expect(sumOf('offprint_items_total{result="new"}', metrics)).toBeGreaterThan(0);
    expect(sumOf("offprint_publishing", metrics)).toBe(1);
    expect(sumOf("offprint_ready", metrics)).toBe(4);
    const { seen, answers } = await over();
    expect(seen).toEqual([]);
    expect(answers).toBeGreaterThan(500);
  },
);

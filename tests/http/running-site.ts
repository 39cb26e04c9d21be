import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { type AppOptions, createApp, DEFAULT_APP_OPTIONS } from "../../src/http/app.ts";
import { createDocumentCache, type DocumentCache } from "../../src/http/feeds/documents.ts";
import { createHttpServer, type HttpServer } from "../../src/http/server.ts";
import type { PublishedSite } from "../../src/publish/pages/ports.ts";
import { samplePublished } from "./sample-site.ts";

export type RunningSite = {
  readonly url: string;
  readonly port: number;
  readonly cache: DocumentCache;
  readonly server: HttpServer;
  /** What the app logged as failed. */
  readonly failures: unknown[];
};

/** What a site throws whose database does not answer. */
export class AwayForTest extends Error {}

/** The real server on a free port, closed when the test is over. */
export async function startSite(
  published: PublishedSite = samplePublished(),
  options: Partial<AppOptions> = {},
): Promise<RunningSite> {
  const failures: unknown[] = [];
  const cache = createDocumentCache();
  const logFailure = (error: unknown): void => {
    failures.push(error);
  };
  const isAway = (error: unknown): boolean => error instanceof AwayForTest;
  const app = createApp({ published, logFailure, isAway }, { ...DEFAULT_APP_OPTIONS, ...options });
  const onSocketError = (error: Error): void => {
    failures.push(error);
  };
  const server = createHttpServer({ cache, app, onSocketError });
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.message);
  return { ...listening.value, cache, server, failures };
}

/** `startSite` for one test. */
export async function siteForTest(
  published?: PublishedSite,
  options?: Partial<AppOptions>,
): Promise<RunningSite> {
  const site = await startSite(published, options);
  onTestFinished(() => site.server.close(0));
  return site;
}

/** Sends bytes as they are, for requests that no client would make; gives the whole answer. */
export function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.end(request));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

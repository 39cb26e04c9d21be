import { type Response, Router } from "express";
import type { PublishedSite } from "../publish/ports.ts";
import { JSON_TYPE } from "./send.ts";

/**
 * For machines that watch: `/healthz` (the process is alive), `/readyz` (feeds can be served),
 * `/status` (everything is in order, else 503 with the reasons).
 */
export function healthRoutes(published: Pick<PublishedSite, "isReady" | "status">): Router {
  const router = Router({ caseSensitive: true, strict: true });

  router.get("/healthz", (_, response) => sendState(response, 200, { alive: true }));

  router.get("/readyz", (_, response) => {
    const isReady = published.isReady();
    sendState(response, isReady ? 200 : 503, { ready: isReady });
  });

  router.get("/status", async (_, response) => {
    const report = await published.status();
    const isInOrder = report.reasons.length === 0;
    sendState(response, isInOrder ? 200 : 503, { inOrder: isInOrder, ...report });
  });

  return router;
}

/** Never kept: an old answer is a wrong one. */
function sendState(response: Response, status: number, state: object): void {
  response.status(status).set("Cache-Control", "no-store").set("Content-Type", JSON_TYPE);
  response.end(`${JSON.stringify(state)}\n`);
}

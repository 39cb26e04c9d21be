import { type Response, Router } from "express";
import type { StatusReport } from "../../publish/pages/page-model.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { JSON_TYPE } from "../send.ts";
import { choosePageLanguage } from "../words/accept-language.ts";
import type { PageLanguage } from "../words/language.ts";
import { reasonView } from "../words/reasons.ts";

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

  router.get("/status", async (request, response) => {
    const report = await published.status();
    const isInOrder = report.reasons.length === 0;
    const language = choosePageLanguage(request.get("accept-language"), "en");
    response.vary("Accept-Language");
    sendState(response, isInOrder ? 200 : 503, {
      inOrder: isInOrder,
      ...inWords(report, language),
    });
  });

  return router;
}

/** The sentences in the client's language, English when it names none; programs go by `kind`. */
function inWords({ reasons, sources, ...rest }: StatusReport, language: PageLanguage) {
  const say = (message: string): string => reasonView(message, language).text;
  const sayAny = (message: string | null): string | null => message && say(message);
  return {
    reasons: reasons.map((reason) => ({ ...reason, message: say(reason.message) })),
    sources: sources.map((source) => ({
      ...source,
      lastError: sayAny(source.lastError),
      nextPollReason: sayAny(source.nextPollReason),
    })),
    ...rest,
  };
}

/** Not cacheable: an old answer is a wrong one. */
function sendState(response: Response, status: number, state: object): void {
  response.status(status).set("Cache-Control", "no-store").set("Content-Type", JSON_TYPE);
  response.end(`${JSON.stringify(state)}\n`);
}

import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { ALIASES, FORMATS } from "../core/entries/formats.ts";
import type { WithdrawnArticle } from "../publish/pages/page-model.ts";
import type { ContextOf } from "./layout/page-contexts.ts";
import type { Problem } from "./pages/problem-view.ts";
import type { Renderer } from "./renderer.ts";
import { type Body, HTML, JSON_TYPE, PLAIN_TEXT, send } from "./send.ts";
import type { ProblemKind } from "./words/texts.ts";

/** Answers with a problem: a page for browsers, a line of text or JSON for everybody else. */
export type SendProblem = (
  request: Request,
  response: Response,
  problem: ProblemKind | WithdrawnArticle,
) => Promise<void>;

const STATUS: Readonly<Record<ProblemKind, number>> = {
  "bad-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  method: 405,
  withdrawn: 410,
  "too-large": 413,
  "too-many": 429,
  failed: 500,
  away: 503,
  starting: 503,
};

export function createSendProblem(renderer: Renderer, contextOf: ContextOf): SendProblem {
  return async (request, response, given) => {
    const withdrawn = typeof given === "string" ? null : given;
    const kind = typeof given === "string" ? given : given.kind;
    const problem: Problem = { status: STATUS[kind], kind };
    const context = contextOf(request);
    const answers: Readonly<Record<ProblemFormat, () => Pick<Body, "mediaType" | "text">>> = {
      text: () => ({
        mediaType: PLAIN_TEXT,
        text: `${problem.status} ${context.texts.problems[kind].heading}. ${context.texts.problems[kind].advice}\n`,
      }),
      json: () => ({
        mediaType: JSON_TYPE,
        text: JSON.stringify({
          error: { kind, status: problem.status, message: context.texts.problems[kind].heading },
        }),
      }),
      html: () => ({ mediaType: HTML, text: renderer.problem(problem, withdrawn, context) }),
    };
    await send(request, response, {
      status: problem.status,
      ...answers[answerFor(request)](),
      cacheControl:
        isPrivate(response) || TRANSIENT.includes(kind) ? "no-store" : "public, max-age=60",
      vary: ["Accept", "Accept-Language"],
    });
  };
}

/** Problems that may be over at the next request. */
const TRANSIENT: readonly ProblemKind[] = [
  "unauthorized",
  "forbidden",
  "failed",
  "too-many",
  "away",
  "starting",
];

/** Whether the answer may not be stored, such as below /admin. */
const isPrivate = (response: Response): boolean => response.get("Cache-Control") === "no-store";

type ProblemFormat = "text" | "json" | "html";

/** Text for clients that accept anything, such as `curl`; browsers name HTML first. */
function answerFor(request: Request): ProblemFormat {
  const wanted = request.accepts(["text", "json", "html"]);
  return wanted === "json" || wanted === "html" ? wanted : "text";
}

/**
 * Answers 400 to a request target with bad percent-encoding, control characters, backslashes or empty
 * segments, which servers and proxies read in different ways.
 */
export function refuseMalformedTargets(sendProblem: SendProblem): RequestHandler {
  return async (request, response, next) => {
    if (isMalformed(request.originalUrl)) await sendProblem(request, response, "bad-request");
    else next();
  };
}

function isMalformed(target: string): boolean {
  if (!target.startsWith("/")) return true;
  const [path = ""] = target.split("?", 1);
  if (path.includes("//") || path.includes("\\")) return true;
  try {
    return CONTROL.test(decodeURIComponent(path));
  } catch {
    return true; // a URIError says that a percent-encoding is broken
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Answers 503 to requests for feeds until the first ones are rendered: readers come again, where a
 * 404 would make some of them give up the subscription.
 */
export function awaitFirstFeeds(sendProblem: SendProblem, isReady: () => boolean): RequestHandler {
  return async (request, response, next) => {
    if (isReady() || !dependsOnFeeds(request.path)) return next();
    response.set("Retry-After", String(START_SECONDS));
    return sendProblem(request, response, "starting");
  };
}

const dependsOnFeeds = (path: string): boolean =>
  path === "/" || path.startsWith("/feeds/") || FORMATS.some((format) => ALIASES[format] === path);
const START_SECONDS = 5;

/** Answers 405, and says which methods there are. */
export function refuseMethod(sendProblem: SendProblem, allowed: string): RequestHandler {
  return async (request, response) => {
    // Closed, so that no client can make us read an unwanted body.
    response.set("Allow", allowed).set("Connection", "close");
    await sendProblem(request, response, "method");
  };
}

/** Answers what no route did: 405 to a request that wants to change something, else 404. */
export function refuseTheRest(sendProblem: SendProblem): RequestHandler {
  const refuse = refuseMethod(sendProblem, "GET, HEAD");
  return (request, response, next) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    return isRead ? sendProblem(request, response, "not-found") : refuse(request, response, next);
  };
}

export type LogFailure = (
  error: unknown,
  request: { readonly method: string; readonly path: string },
) => void;

export type FailureDeps = {
  readonly sendProblem: SendProblem;
  readonly log: LogFailure;
  /** Whether an error says that what was asked for cannot be read now. Who reads it has logged that. */
  readonly isAway: (error: unknown) => boolean;
};

/** The one place that catches what a route throws: logs it, and answers without a stack. */
export function answerFailures({ sendProblem, log, isAway }: FailureDeps): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const status = clientFaultOf(error);
    if (status !== null) {
      return sendProblem(
        request,
        response,
        status === STATUS["too-large"] ? "too-large" : "bad-request",
      );
    }
    if (isAway(error) && !response.headersSent) {
      response.set("Retry-After", String(AWAY_SECONDS));
      return sendProblem(request, response, "away");
    }
    log(error, { method: request.method, path: request.path });
    if (response.headersSent) return next(error); // Express then cuts the connection
    return sendProblem(request, response, "failed");
  };
}

/** When to come back, in seconds, while the database does not answer. */
export const AWAY_SECONDS = 30;

/** Express throws errors with a status for targets that it cannot decode and bodies that it will not read. */
function clientFaultOf(error: unknown): number | null {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 0;
  return Math.floor(status / 100) === 4 ? status : null;
}

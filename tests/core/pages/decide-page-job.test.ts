import { describe, expect, it } from "vitest";
import {
  decidePageFailure,
  isPageType,
  PAGE_WAITS_MS,
  type PageProblem,
} from "../../../src/core/pages/decide-page-job.ts";
import type { FetchError } from "../../../src/core/sources/errors.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";

const MINUTE = 60_000;

const fetching = (error: FetchError): PageProblem => ({ kind: "fetch", error });
const status = (code: number, retryAfterMs: number | null = null): PageProblem =>
  fetching({ kind: "http-status", status: code, retryAfterMs });
const network: FetchError = { kind: "network", message: "reset" };

const waitAfter = (problem: PageProblem, attempts = 0, random = 0): number | null => {
  const { nextAt } = decidePageFailure({ problem, attempts, now: NOW, random });
  return nextAt === null ? null : nextAt - NOW;
};

describe("a page that could not be had", () => {
  it.each<[number, number | null]>([
    [0, 10 * MINUTE],
    [1, HOUR],
    [2, 6 * HOUR],
    [3, DAY],
    [4, null],
    [5_000, null],
  ])("waits longer after each attempt, and is given up after the last: %i", (attempts, waitMs) => {
    expect(waitAfter(status(500), attempts)).toBe(waitMs);
  });

  it("comes back a little later each time, never together with the others", () => {
    expect(waitAfter(status(500), 0, 0.5)).toBe(11 * MINUTE);
    expect(waitAfter(status(500), 0, 1)).toBe(12 * MINUTE);
  });

  it.each<[string, PageProblem, number | null]>([
    ["is gone", status(410), null],
    ["is not there", status(404), null],
    ["wants a login", status(401), null],
    ["is forbidden", status(403), null],
    ["is withheld by law", status(451), null],
    ["comes too often", status(429), 10 * MINUTE],
    ["comes too often and says for how long", status(429, 2 * HOUR), 2 * HOUR],
    ["is too early and says for how long", status(503, MINUTE), 10 * MINUTE],
    ["breaks off", fetching({ kind: "truncated", message: "early" }), 10 * MINUTE],
    [
      "has a host that is not public",
      fetching({ kind: "forbidden-address", host: "x", address: null }),
      null,
    ],
    ["is no address", fetching({ kind: "bad-url", url: "x:" }), null],
    ["is forbidden by robots.txt", { kind: "disallowed", host: "valley.example" }, null],
    [
      "has an unreadable robots.txt",
      { kind: "robots-unknown", host: "valley.example", error: network },
      10 * MINUTE,
    ],
    ["is no page", { kind: "wrong-type", contentType: "application/pdf" }, null],
    [
      "takes too long to read",
      { kind: "read", error: { kind: "timeout", phase: "read", timeoutMs: 10 } },
      10 * MINUTE,
    ],
    ["is our own", { kind: "own-page", url: "https://desk.example/articles/1" }, null],
  ])("one that %s is tried again after the right time, if at all", (_, problem, waitMs) => {
    expect(waitAfter(problem)).toBe(waitMs);
  });

  it("tells people why", () => {
    const reasonOf = (problem: PageProblem): string =>
      decidePageFailure({ problem, attempts: 0, now: NOW, random: 0 }).reason;

    expect(reasonOf(status(404))).toBe("the page could not be read: the server answered 404");
    expect(reasonOf({ kind: "disallowed", host: "valley.example" })).toBe(
      "the robots.txt of valley.example does not let us read it",
    );
    expect(reasonOf({ kind: "wrong-type", contentType: "" })).toContain(
      "a document without a type",
    );
  });

  it("is over within two days", () => {
    const longestMs = PAGE_WAITS_MS.reduce((sum, waitMs) => sum + waitMs * 1.2, 0);
    expect(longestMs).toBeLessThan(2 * DAY);
  });
});

describe("what is a page", () => {
  it.each<[string | null, boolean]>([
    ["text/html; charset=utf-8", true],
    ["TEXT/HTML", true],
    ["application/xhtml+xml", true],
    ["text/plain", true],
    [null, true],
    ["", true],
    ["application/pdf", false],
    ["image/jpeg", false],
    ["application/json", false],
    ["text/htmlx", false],
  ])("%s: %s", (contentType, isPage) => {
    expect(isPageType(contentType)).toBe(isPage);
  });
});

import { describe, expect, it } from "vitest";
import { composeStatus, type StatusInput } from "../../src/publish/status.ts";
import { aRemote, aSource, HOUR, NOW } from "../support/builders.ts";

const DOWN = { kind: "http-status" as const, status: 503, retryAfterMs: null };
const status = (overrides: Partial<StatusInput>) =>
  composeStatus({
    sources: [],
    lastPass: { at: NOW - 30_000, deadline: NOW + 60_000 },
    configProblems: [],
    ingestProblem: null,
    isReady: true,
    now: NOW,
    ...overrides,
  });

const kinds = (overrides: Partial<StatusInput>) =>
  status(overrides).reasons.map(({ kind }) => kind);

describe("composeStatus", () => {
  it("finds nothing wrong where nothing is", () => {
    expect(status({ sources: [aSource()] }).reasons).toEqual([]);
    expect(kinds({ lastPass: null })).toEqual([]);
  });

  it("tells what stops the service", () => {
    expect(kinds({ isReady: false })).toEqual(["not-ready"]);
    expect(status({ ingestProblem: "disk full" }).reasons).toMatchObject([
      { kind: "store-not-writable", message: "disk full" },
    ]);
  });

  it("tells of a broken configuration, a few of its mistakes and how many there are", () => {
    const configProblems = ["offprint.yaml:4: a", "b", "c", "d", "e"];
    expect(status({ configProblems }).reasons).toEqual([
      {
        kind: "configuration-invalid",
        source: null,
        message:
          "The configuration is invalid, and the last good one is in force. offprint.yaml:4: a; b; c; and 2 more (offprint config check).",
      },
    ]);
  });

  it("misses a pass that did not finish, a minute after it should have", () => {
    const lastPass = { at: NOW - HOUR, deadline: NOW - 60_000 };
    expect(kinds({ lastPass })).toEqual([]);
    expect(kinds({ lastPass, now: NOW + 1 })).toEqual(["passes-stopped"]);
    expect(kinds({ lastPass: { at: NOW - HOUR, deadline: null } })).toEqual([]);
  });

  it("tells of a source after three failures in a row, or when it is gone", () => {
    const failing = (failureCount: number) => aSource({ failureCount, lastError: DOWN });
    expect(kinds({ sources: [failing(2)] })).toEqual([]);
    expect(status({ sources: [failing(3)] }).reasons).toMatchObject([
      { source: "valley", message: "3 failures in a row: the server answered 503." },
    ]);
    expect(kinds({ sources: [aSource({ stopped: "Gone." })] })).toEqual(["source-failing"]);
  });

  it("lets a paused source rest", () => {
    const paused = aSource({
      definition: aRemote({ paused: true }),
      failureCount: 9,
      lastError: DOWN,
    });
    expect(status({ sources: [paused] })).toMatchObject({
      reasons: [],
      sources: [{ nextPollAt: null, nextPollReason: "paused in the configuration" }],
    });
  });

  it("says of each source what happened last, and when it is polled next", () => {
    const source = aSource({
      title: "Valley Courier",
      lastPollAt: NOW,
      lastOutcome: "failed",
      lastError: DOWN,
      nextPollAt: NOW + HOUR,
      nextPollReason: "every 1 h",
    });
    expect(status({ sources: [source] }).sources).toEqual([
      {
        id: "valley",
        title: "Valley Courier",
        lastPollAt: NOW,
        lastOutcome: "failed",
        lastError: "the server answered 503",
        nextPollAt: NOW + HOUR,
        nextPollReason: "every 1 h",
      },
    ]);
  });
});

import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import { err, ok, type Result } from "../../../src/core/result.ts";
import type { IngestSide, IngestSideError } from "../../../src/service/ingesting/ingest-side.ts";
import { waitForTurn } from "../../../src/service/ingesting/wait-for-turn.ts";
import type { RunningRole } from "../../../src/service/running-role.ts";
import { NOW } from "../../support/builders.ts";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

type Locked = Extract<IngestSideError, { kind: "locked" }>;
type Opened = Result<IngestSide, IngestSideError>;

const lockedBy = (kind: "pass" | "service"): Locked => ({
  kind: "locked",
  message: "process 12 on desk already ingests into offprint.db",
  holder: { name: "process 12 on desk", kind },
});

/** How often it tries. */
const RETRY_MS = 250;
const elapse = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const CONFIG = { file: "offprint.yaml" } as Config;
const OTHER = { ...CONFIG, file: "another.yaml" };
const SIDE = {} as IngestSide;

/** Each attempt takes the next answer, the last of them again and again; the clock goes on a second each time. */
function setUp(first: Locked, answers: readonly (Opened | Error)[]) {
  const told: string[] = [];
  const refusals: string[] = [];
  let attempts = 0;
  let now = NOW;
  const role: RunningRole = {
    reconfigure: async ({ file }) => void told.push(`reconfigured for ${file}`),
    close: async () => void told.push("closed"),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const waiting = waitForTurn(first, {
    config: CONFIG,
    log,
    open: async () => {
      now += 1_000;
      const answer = answers[Math.min(attempts, answers.length - 1)] ?? err(first);
      attempts += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    begin: (_, { file }) => {
      told.push(`began for ${file}`);
      return role;
    },
    onRefused: (message) => void refusals.push(message),
    now: () => now,
  });
  return { waiting, told, refusals, attempts: () => attempts };
}

describe("an ingest side whose database another process holds", () => {
  it("waits for a pass as long as it takes, and begins with what is configured by then", async () => {
    const pass = err(lockedBy("pass"));
    const { waiting, told, refusals } = setUp(lockedBy("pass"), [
      pass,
      pass,
      pass,
      pass,
      pass,
      ok(SIDE),
    ]);
    await waiting.reconfigure(OTHER);

    await elapse(6 * RETRY_MS);

    expect(told).toEqual(["began for another.yaml"]);
    expect(refusals).toEqual([]);
    await waiting.close();
    expect(told.at(-1)).toBe("closed");
  });

  it("refuses where another service stays, after the time that a leaving one needs", async () => {
    const { waiting, refusals, attempts } = setUp(lockedBy("service"), [err(lockedBy("service"))]);

    await elapse(6 * RETRY_MS);

    expect(refusals).toEqual(["process 12 on desk already ingests into offprint.db"]);
    expect(attempts()).toBe(3);
    await waiting.close();
  });

  it("never refuses once it waited for a pass, whoever is the next in line", async () => {
    const { waiting, refusals, attempts } = setUp(lockedBy("pass"), [err(lockedBy("service"))]);

    await elapse(6 * RETRY_MS);

    expect(attempts()).toBe(6);
    expect(refusals).toEqual([]);
    await waiting.close();
  });

  it("refuses a database that cannot be used, and tries again when storage fails", async () => {
    const damaged: Opened = err({ kind: "unusable", message: "it is damaged" });
    const { waiting, refusals } = setUp(lockedBy("pass"), [new Error("the disk is full"), damaged]);

    await elapse(2 * RETRY_MS);

    expect(refusals).toEqual(["it is damaged"]);
    await waiting.close();
  });

  it("ends at once when it is stopped while it waits", async () => {
    const { waiting, told, attempts } = setUp(lockedBy("pass"), [ok(SIDE)]);

    await waiting.close();

    expect([told, attempts()]).toEqual([[], 0]);
  });
});

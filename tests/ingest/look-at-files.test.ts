import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import type { DueFile } from "../../src/core/media/file-look-queue.ts";
import { ok } from "../../src/core/result.ts";
import type { FetchRequest } from "../../src/core/sources/fetched.ts";
import { createHostSchedule } from "../../src/core/sources/polling/host-schedule.ts";
import { ALL_OURS } from "../../src/ingest/host-turns.ts";
import { createFileLooker, type FileReport } from "../../src/ingest/look-at-files.ts";
import { HOUR, NOW } from "../support/builders.ts";
import { type FakeHosts, fakePages, page, refusing } from "./fake-pages.ts";

const URL_1 = "https://cdn.example/img/1";
const JPEG = Buffer.from("\xff\xd8\xff\xe0", "latin1");

const picture = () => page({ url: URL_1, bytes: JPEG, contentType: "application/octet-stream" });

function setUp(answers: FakeHosts = {}, { isWanted = true, attempts = 0 } = {}) {
  const fake = fakePages({ answer: picture, ...answers });
  const files: DueFile[] = [{ url: URL_1, sourceId: "valley" }];
  const requests: FetchRequest[] = [];
  const told: (string | null)[] = [];
  const failed: (number | null)[] = [];
  const reports: FileReport[] = [];
  const problems: unknown[] = [];
  const hosts = createHostSchedule({ perHost: 1, now: () => fake.clock.now });
  const looker = createFileLooker({
    ...fake.deps,
    hosts,
    isHeld: fake.isHeld,
    turns: ALL_OURS,
    fetchDocument: (request) => {
      requests.push(request);
      return fake.deps.fetchDocument(request);
    },
    looks: {
      due: async () => files,
      nextAt: async () => null,
      claim: async (url) => ({ lease: { id: url, token: 1 }, attempts }),
      renew: async () => true,
      giveBack: async () => {},
      told: async (_, type) => {
        files.pop();
        told.push(type);
      },
      fail: async (_, { nextAt }) => {
        files.pop();
        failed.push(nextAt);
      },
    },
    isWanted: () => isWanted,
    concurrency: () => 16,
    after: () => () => {},
    onReport: (report) => reports.push(report),
    onProblem: (cause) => problems.push(cause),
  });
  const run = async (): Promise<void> => {
    looker.wake();
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  };
  return { ...fake, hosts, looker, requests, told, failed, reports, problems, run };
}

it("asks for the beginning of a file, with the credentials of its source, and keeps what it is", async () => {
  const { run, requests, told, hosts, looker } = setUp();
  await run();
  expect(requests).toMatchObject([{ url: URL_1, accept: "*/*", source: "valley" }]);
  expect(requests[0]?.firstBytes).toBeLessThan(2_000);
  expect(told).toEqual(["image/jpeg"]);
  expect(looker.isIdle()).toBe(true);
  expect(hosts.freeInMs("cdn.example", () => {})).toBe(1_000);
});

it("asks for nothing that robots.txt forbids, and never again", async () => {
  const rules = [{ isAllowed: false, pattern: "/img/" }];
  const { run, requests, failed } = setUp({ robots: () => ok({ rules }) });
  await run();
  expect(requests).toEqual([]);
  expect(failed).toEqual([null]);
});

it("tries again later what failed, and stays away from a host that asked for it", async () => {
  const { run, failed, holds, reports } = setUp({ answer: () => refusing(503, HOUR) });
  await run();
  expect(failed).toEqual([NOW + HOUR]);
  expect(holds).toMatchObject([{ until: NOW + HOUR }]);
  expect(reports).toMatchObject([{ outcome: "failed", reason: /^the file could not be read/ }]);
});

it.each([
  ["is gone", 404, 0],
  ["is empty", 416, 0],
  ["failed five times", 500, 4],
])("gives up what %s", async (_, status, attempts) => {
  const { run, failed } = setUp({ answer: () => refusing(status) }, { attempts });
  await run();
  expect(failed).toEqual([null]);
});

it("asks for nothing while no pictures are published", async () => {
  const { run, requests, looker } = setUp({}, { isWanted: false });
  await run();
  expect(requests).toEqual([]);
  expect(looker.isIdle()).toBe(true);
});

it("records a mistake of ours as a look that failed", async () => {
  const answer = (): never => {
    throw new Error("a bug");
  };
  const { run, failed, problems } = setUp({ answer });
  await run();
  expect(failed).toEqual([NOW + 600_000]);
  expect(problems).toHaveLength(1);
});

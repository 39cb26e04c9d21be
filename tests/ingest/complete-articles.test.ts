import { describe, expect, it } from "vitest";
import { NO_CHANGES } from "../../src/core/intake/ingest-intent.ts";
import type { PageQueue } from "../../src/core/intake/page-queue.ts";
import type { PageJob } from "../../src/core/pages/page-job.ts";
import { ok } from "../../src/core/result.ts";
import { createHostSchedule } from "../../src/core/sources/polling/host-schedule.ts";
import { createCompleter } from "../../src/ingest/complete-articles.ts";
import type { PageReport } from "../../src/ingest/complete-page.ts";
import { ALL_OURS } from "../../src/ingest/host-turns.ts";
import { HOUR, NOW } from "../support/builders.ts";
import { aJob, type FakeHosts, fakePages, page, refusing } from "./fake-pages.ts";

const MINUTE = 60_000;

type Waiting = { readonly job: PageJob; at: number };

/** A queue, and pages that answer when they are let. */
function setUp(jobs: readonly PageJob[], answers: FakeHosts = {}, concurrency = 16) {
  const fake = fakePages(answers);
  const hosts = createHostSchedule({ perHost: 1, now: () => fake.clock.now });
  const queue = new Map<string, Waiting>(jobs.map((job) => [job.articleId, { job, at: NOW }]));
  const reports: PageReport[] = [];
  const problems: unknown[] = [];
  const state = { releases: 0, isBroken: false };
  const check = (): void => {
    if (state.isBroken) throw new Error("the disk is full");
  };
  const pages: PageQueue = {
    due: async (now) => {
      check();
      return [...queue.values()].filter(({ at }) => at <= now).map(({ job }) => job);
    },
    claim: async (articleId) => queue.get(articleId)?.job ?? null,
    renew: async () => true,
    giveBack: async () => {},
    nextAt: async () =>
      queue.size === 0 ? null : Math.min(...[...queue.values()].map(({ at }) => at)),
    count: async () => queue.size,
    complete: async ({ job }) => {
      check();
      queue.delete(job.articleId);
      return NO_CHANGES;
    },
    fail: async (job, { nextAt }) => {
      check();
      if (nextAt === null) queue.delete(job.articleId);
      else queue.set(job.articleId, { job: { ...job, attempts: job.attempts + 1 }, at: nextAt });
    },
    release: async () => {
      check();
      state.releases += 1;
      return 0;
    },
  };
  const completer = createCompleter({
    ...fake.deps,
    hosts,
    isHeld: fake.isHeld,
    turns: ALL_OURS,
    queue: pages,
    concurrency: () => concurrency,
    after: fake.clock.after,
    onReport: (report) => reports.push(report),
    onProblem: (cause) => problems.push(cause),
  });
  const { pass, settle } = fake.clock;
  const wake = async (): Promise<void> => {
    completer.wake();
    await settle();
  };
  return { ...fake, completer, queue, reports, problems, state, pass, wake, settle };
}

const jobAt = (url: string): PageJob => aJob({ articleId: url, url: `https://${url}` });

/** Pages that answer when the test says so. */
function held() {
  const open = new Map<string, () => void>();
  const answer = async (url: string) => {
    await new Promise<void>((resolve) => open.set(url, resolve));
    return page({ url });
  };
  return { open, answer };
}

describe("completing articles", () => {
  it("asks a host for one page at a time and leaves it a second between them", async () => {
    const jobs = ["a.example/1", "a.example/2", "b.example/1"].map(jobAt);
    const { requests, wake, pass, queue } = setUp(jobs, { answer: (url) => page({ url }) });

    await wake();
    expect(requests).toEqual(["https://a.example/1", "https://b.example/1"]);
    await pass(999);
    expect(requests).toHaveLength(2);
    await pass(1);
    expect(requests).toHaveLength(3);
    expect(queue.size).toBe(0);
  });

  it("never asks twice for one page, however often it is woken", async () => {
    const { open, answer } = held();
    const { requests, wake, completer, settle } = setUp([jobAt("a.example/1")], { answer });

    await Promise.all([wake(), wake(), wake()]);
    await wake();
    expect(completer.busy()).toBe(1);
    open.get("https://a.example/1")?.();
    await settle();

    expect(requests).toHaveLength(1);
    expect(completer.isIdle()).toBe(true);
  });

  it("keeps to the number of pages at once", async () => {
    const { open, answer } = held();
    const jobs = ["a", "b", "c"].map((host) => jobAt(`${host}.example/1`));
    const { requests, wake, settle } = setUp(jobs, { answer }, 2);

    await wake();
    expect(requests).toHaveLength(2);
    open.get("https://a.example/1")?.();
    await settle();
    expect(requests).toHaveLength(3);
  });

  it("leaves a host alone for as long as its robots.txt asks for", async () => {
    const jobs = ["a.example/1", "a.example/2"].map(jobAt);
    const robots = () => ok({ crawlDelayMs: 30_000 });
    const { requests, wake, pass } = setUp(jobs, { answer: (url) => page({ url }), robots });

    await wake();
    await pass(29_999);
    expect(requests).toHaveLength(1);
    await pass(1);
    expect(requests).toHaveLength(2);
  });

  it("asks nothing more of a host that asked everyone to stay away, and tells others", async () => {
    const jobs = ["valley.example/1", "valley.example/2", "b.example/1"].map(jobAt);
    const answer = (url: string) => (url.includes("valley") ? refusing(429, HOUR) : page({ url }));
    const { requests, wake, pass, holds, completer } = setUp(jobs, { answer });

    await wake();
    await pass(59 * MINUTE);
    expect(requests).toHaveLength(2);
    expect(holds).toHaveLength(1);
    expect(completer.isIdle()).toBe(true);
    await pass(2 * MINUTE);
    expect(requests.length).toBeGreaterThan(2);
  });

  it("keeps a hold that a poll heard of", async () => {
    const { requests, wake, pass, holds } = setUp([jobAt("a.example/1")]);

    holds.push({ host: "a.example", until: NOW + HOUR, reason: "a poll heard of it" });
    await wake();
    await pass(HOUR - 1);
    expect(requests).toEqual([]);
    await pass(10_001);
    expect(requests).toHaveLength(1);
  });

  it("tries a failed page again when its time has come, and gives it up in the end", async () => {
    const { requests, wake, pass, queue, reports } = setUp([jobAt("a.example/1")], {
      answer: () => refusing(500),
    });

    await wake();
    await pass(9 * MINUTE);
    expect(requests).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(requests).toHaveLength(2);
    await pass(48 * HOUR);
    expect(requests).toHaveLength(5);
    expect(queue.size).toBe(0);
    expect(reports.at(-1)?.outcome).toBe("given-up");
  });

  it("releases articles on time although nothing else happens", async () => {
    const { wake, pass, state } = setUp([]);

    await wake();
    const before = state.releases;
    await pass(MINUTE);

    expect(state.releases - before).toBe(6);
  });

  it("goes on when storage works again", async () => {
    const { wake, pass, state, problems, queue } = setUp([jobAt("a.example/1")]);
    state.isBroken = true;
    await wake();
    expect(problems).toHaveLength(1);

    state.isBroken = false;
    await pass(31_000);

    expect(queue.size).toBe(0);
  });

  it("waits before it tries again when an article cannot be stored", async () => {
    const { open, answer } = held();
    const { wake, pass, state, settle, requests, queue } = setUp([jobAt("a.example/1")], {
      answer,
    });
    await wake();
    state.isBroken = true;
    open.get("https://a.example/1")?.();
    await settle();
    state.isBroken = false;

    await pass(29_000);
    expect(requests).toHaveLength(1);
    await pass(11_000);
    expect(requests).toHaveLength(2);
    open.get("https://a.example/1")?.();
    await settle();
    expect(queue.size).toBe(0);
  });

  it("waits longer each time, for the page was asked for in vain, but not for ever", async () => {
    const { open, answer } = held();
    const { wake, pass, state, settle, requests } = setUp([jobAt("a.example/1")], { answer });
    const failToStore = async (): Promise<void> => {
      state.isBroken = true;
      open.get("https://a.example/1")?.();
      await settle();
      state.isBroken = false;
    };
    await wake();
    const waits: number[] = [];
    while (waits.length < 6) {
      const asked = requests.length;
      await failToStore();
      let seconds = 0;
      for (; requests.length === asked && seconds < 1000; seconds += 30) await pass(30_000);
      waits.push(seconds);
    }
    expect(waits).toEqual([30, 60, 120, 240, 300, 300]);
  });

  it("counts a mistake of ours as an attempt and goes on with the others", async () => {
    const jobs = ["a.example/1", "b.example/1"].map(jobAt);
    const answer = (url: string) => {
      if (url.includes("a.example")) throw new Error("a bug");
      return page({ url });
    };
    const { wake, queue, problems } = setUp(jobs, { answer });

    await wake();

    expect(problems).toHaveLength(1);
    expect([...queue.values()]).toMatchObject([{ job: { attempts: 1 }, at: NOW + 10 * MINUTE }]);
  });

  it("begins nothing once it is stopped", async () => {
    const { wake, completer, requests, queue } = setUp([jobAt("a.example/1")]);
    await wake();
    expect(requests).toHaveLength(1);

    queue.set("x", { job: jobAt("b.example/1"), at: NOW });
    completer.stop();
    await wake();
    expect(requests).toHaveLength(1);
  });
});

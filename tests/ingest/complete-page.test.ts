import { describe, expect, it } from "vitest";
import { err, ok } from "../../src/core/result.ts";
import { NO_USAGE_HEADERS } from "../../src/core/rights/usage-terms.ts";
import { completePage, recordCrash } from "../../src/ingest/complete-page.ts";
import { HOUR, NOW } from "../support/builders.ts";
import { aJob, fakePages, PAGE_URL, page, refusing } from "./fake-pages.ts";

const MINUTE = 60_000;
const KEPT = { url: PAGE_URL, html: "<p>The page as it was.", headers: NO_USAGE_HEADERS };
const forbidding = () => ok({ rules: [{ isAllowed: false, pattern: "/" }] });

describe("completing an article from its page", () => {
  it("fetches the page, drafts the article with it and stores that", async () => {
    const { deps, requests, drafted, completions, failures } = fakePages();

    const { report, spacingMs } = await completePage(aJob(), deps);

    expect(report).toMatchObject({ outcome: "completed", reason: null, article: "article-1" });
    expect(requests).toEqual([PAGE_URL]);
    expect(drafted).toMatchObject([{ document: { url: PAGE_URL, contentType: "text/html" } }]);
    expect(completions).toMatchObject([{ job: aJob(), refused: null, now: NOW }]);
    expect(failures).toEqual([]);
    expect(spacingMs).toBe(1_000);
  });

  it("asks nobody where the page that is kept serves", async () => {
    const { deps, requests, drafted } = fakePages();

    const { spacingMs } = await completePage(aJob({ mustFetch: false, keptPage: KEPT }), deps);

    expect({ requests, drafted, spacingMs }).toEqual({
      requests: [],
      drafted: [null],
      spacingMs: 0,
    });
  });

  it("stores the item alone where its page is of no use, and says why", async () => {
    const refused = "its page has no more text than the item";
    const { deps, completions, failures } = fakePages({ redraft: () => ({ refused }) });

    const { report } = await completePage(aJob(), deps);

    expect(report).toMatchObject({ outcome: "refused", reason: refused });
    expect(completions).toMatchObject([{ refused }]);
    expect(failures).toEqual([]);
  });

  it("passes on what the response and robots.txt say about its use", async () => {
    const usage = { ...NO_USAGE_HEADERS, robotsTag: "noarchive" };
    const robots = () => ok({ licences: ["https://valley.example/l.xml"] });
    const { deps, drafted } = fakePages({ answer: () => page({ usage }), robots });

    await completePage(aJob(), deps);

    expect(drafted).toMatchObject([
      { headers: { robotsTag: "noarchive", rslLicence: "https://valley.example/l.xml" } },
    ]);
  });

  it("knows what the source repeats, and what it once repeated", async () => {
    let repeated: readonly string[] = [];
    const { deps } = fakePages({
      redraft: (job) => {
        repeated = job.repeated;
        return {};
      },
    });

    await completePage(aJob(), deps);

    expect(repeated).toEqual(["a", "r"]);
  });
});

describe("a page that cannot be had", () => {
  it("is tried again later", async () => {
    const { deps, failures, completions } = fakePages({ answer: () => refusing(500) });

    const { report } = await completePage(aJob({ attempts: 1 }), deps);

    expect(report).toMatchObject({ outcome: "failed", nextAt: NOW + HOUR });
    expect(failures).toMatchObject([{ failure: { nextAt: NOW + HOUR } }]);
    expect(completions).toEqual([]);
  });

  it("is given up when it is gone", async () => {
    const { deps, failures } = fakePages({ answer: () => refusing(404) });

    expect((await completePage(aJob(), deps)).report.outcome).toBe("given-up");
    expect(failures).toMatchObject([{ failure: { nextAt: null } }]);
  });

  it("leaves a changed item with the page that is kept", async () => {
    const { deps, drafted, completions, failures } = fakePages({ answer: () => refusing(404) });

    const { report } = await completePage(aJob({ keptPage: KEPT }), deps);

    const reason = "the page could not be read: the server answered 404";
    expect(report).toMatchObject({ outcome: "refused", reason });
    expect(drafted).toEqual([null]);
    expect(completions).toMatchObject([{ refused: reason }]);
    expect(failures).toEqual([]);
  });

  it("passes on what tdmrep.json says of its address", async () => {
    const reserved = { location: "/bridge", isReserved: true, policyUrl: "https://p.example/tdm" };
    const { deps, drafted } = fakePages({ tdmRules: [reserved] });

    await completePage(aJob(), deps);

    expect(drafted).toMatchObject([
      { headers: { tdmFile: "1", tdmPolicy: "https://p.example/tdm" } },
    ]);
  });

  it("is not asked for where robots.txt forbids it", async () => {
    const { deps, requests, failures } = fakePages({ robots: forbidding });

    await completePage(aJob(), deps);

    expect(requests).toEqual([]);
    expect(failures).toMatchObject([
      {
        failure: {
          reason: "the robots.txt of valley.example does not let us read it",
          nextAt: null,
        },
      },
    ]);
  });

  it("is not asked for while robots.txt cannot be had", async () => {
    const robots = () => err({ kind: "http-status" as const, status: 503, retryAfterMs: HOUR });
    const { deps, requests, failures, holds } = fakePages({ robots });

    await completePage(aJob(), deps);

    expect(requests).toEqual([]);
    expect(failures).toMatchObject([{ failure: { nextAt: NOW + HOUR } }]);
    expect(holds).toMatchObject([{ host: "valley.example", until: NOW + HOUR }]);
  });

  it("is not used where a redirect led to what robots.txt forbids", async () => {
    const other = "https://other.example/x";
    const robots = (url: string) => (url === other ? forbidding() : ok({}));
    const { deps, drafted, failures } = fakePages({ answer: () => page({ url: other }), robots });

    await completePage(aJob(), deps);

    expect(drafted).toEqual([]);
    expect(failures[0]?.failure.reason).toContain("other.example");
  });

  it.each<[string, Parameters<typeof page>[0]]>([
    ["is no page", { contentType: "application/pdf" }],
    ["is one of ours", { url: "https://desk.example/articles/1" }],
  ])("is given up when it %s", async (_, answer) => {
    const { deps, drafted, failures } = fakePages({ answer: () => page(answer) });

    await completePage(aJob(), deps);

    expect(drafted).toEqual([]);
    expect(failures).toMatchObject([{ failure: { nextAt: null } }]);
  });

  it("keeps everyone from a host that asks for it", async () => {
    const { deps, holds } = fakePages({ answer: () => refusing(429, 2 * HOUR) });

    await completePage(aJob(), deps);

    expect(holds).toMatchObject([{ host: "valley.example", until: NOW + 2 * HOUR }]);
  });

  it("is tried again when it could not be read, and not for ever", async () => {
    const { deps, failures } = fakePages({
      redraft: () => ({ draft: null, refused: "no memory" }),
    });

    await completePage(aJob(), deps);
    await completePage(aJob({ attempts: 9, keptPage: KEPT }), deps);

    expect(failures.map(({ failure }) => failure.nextAt)).toEqual([NOW + 10 * MINUTE, null]);
    expect(failures[0]?.failure.reason).toContain("no memory");
  });

  it("leaves a changed item with the page that is kept when ours cannot read the new one, however often it tries", async () => {
    const { deps, drafted, completions, failures } = fakePages({
      redraft: ({ articles }) =>
        articles.some(({ page: asked }) => asked !== null) ? { draft: null, refused: "crash" } : {},
    });

    const { report } = await completePage(aJob({ attempts: 9, keptPage: KEPT }), deps);

    expect(report).toMatchObject({ outcome: "refused", nextAt: null });
    expect(drafted).toMatchObject([{ document: { url: PAGE_URL } }, null]);
    expect(completions).toMatchObject([{ refused: report.reason }]);
    expect(failures).toEqual([]);
  });

  it("counts a mistake of ours as an attempt", async () => {
    const { deps, failures } = fakePages();

    await recordCrash(aJob({ attempts: 4 }), new Error("a bug"), deps);

    expect(failures[0]?.failure).toMatchObject({ nextAt: null });
    expect(failures[0]?.failure.reason).toContain("a bug");
  });
});

describe("time between requests", () => {
  it("is what robots.txt asks for", async () => {
    const { deps } = fakePages({ robots: () => ok({ crawlDelayMs: 20_000 }) });
    expect((await completePage(aJob(), deps)).spacingMs).toBe(20_000);
  });

  it("counts from the robots.txt that was read for the page", async () => {
    const { deps, pauses } = fakePages({ robots: () => ok({ crawlDelayMs: 15_000 }) });
    await completePage(aJob(), deps);
    expect(pauses).toEqual([5_000]);
  });
});

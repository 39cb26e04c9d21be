import { describe, expect, it } from "vitest";
import { err, ok } from "../../src/core/result.ts";
import { NO_USAGE_HEADERS } from "../../src/core/rights/usage-terms.ts";
import { completePage } from "../../src/ingest/complete-page.ts";
import type { Redrafted } from "../../src/ingest/ports.ts";
import { aDraft } from "../support/builders.ts";
import { aJob, type FakeHosts, fakePages, PAGE_URL, page, refusing } from "./fake-pages.ts";

const at = (number: number): string => `${PAGE_URL}/${number}`;

/** An article whose pages go on up to this one, or for ever. */
const goingOn = (last: number, hosts: FakeHosts = {}, goesOn = true) =>
  fakePages({
    answer: (url) => page({ url }),
    redraft: ({ articles: [article] }): Partial<Redrafted> => {
      const number = 2 + (article?.page?.further?.length ?? 0);
      return number > last ? { furtherUrl: null } : { furtherUrl: at(number), goesOn };
    },
    ...hosts,
  });

const onlyFirst = (status: number) => (url: string) =>
  url === PAGE_URL ? page() : refusing(status);
const PART = "the rest of the article is missing: ";

describe("an article on several pages", () => {
  it("is asked for page by page, with the rest of its host between them, and stored once", async () => {
    const { deps, requests, pauses, drafted, completions } = goingOn(3);

    const { report } = await completePage(aJob(), deps);

    expect(report.outcome).toBe("completed");
    expect(requests).toEqual([PAGE_URL, at(2), at(3)]);
    expect(pauses).toEqual([1_000, 1_000]);
    expect(drafted.at(-1)?.further?.map(({ url }) => url)).toEqual([at(2), at(3)]);
    expect(completions).toHaveLength(1);
  });

  it("is no more than ten pages", async () => {
    const { deps, requests } = goingOn(99);
    const { report } = await completePage(aJob(), deps);
    expect(requests).toHaveLength(10);
    const reason = `${PART}${at(11)} is not read: the limit for one article is 10 pages and 10 MB`;
    expect(report).toMatchObject({ outcome: "in-part", reason, nextAt: null });
  });

  it("is no more than ten megabytes", async () => {
    const bytes = Buffer.alloc(6_000_000);
    const { deps, requests } = goingOn(99, { answer: (url) => page({ url, bytes }) });
    const { report } = await completePage(aJob(), deps);
    expect(requests).toHaveLength(2);
    expect(report.outcome).toBe("in-part");
  });

  it("asks for no page twice in one turn: one without text is tried again later", async () => {
    const redraft = () => ({ furtherUrl: at(2), goesOn: true });
    const { deps, requests } = goingOn(99, { redraft });
    const { report } = await completePage(aJob(), deps);
    expect(requests).toEqual([PAGE_URL, at(2)]);
    const reason = `${PART}the page could not be read: the page holds no text`;
    expect(report).toMatchObject({ outcome: "in-part", reason, nextAt: deps.now() + 600_000 });
  });

  it("ends where robots.txt or another host begins, as a part for good", async () => {
    const robots = () => ok({ rules: [{ isAllowed: false, pattern: "/bridge/2" }] });
    const forbidden = goingOn(3, { robots });
    const elsewhere = goingOn(3, {
      answer: (url) => page({ url: url === PAGE_URL ? url : "https://weir.example/" }),
    });
    for (const { deps, completions } of [forbidden, elsewhere]) {
      const { report } = await completePage(aJob(), deps);
      expect(report).toMatchObject({ outcome: "in-part", nextAt: null });
      expect(completions).toMatchObject([{ refused: report.reason, retryAt: null }]);
    }
    expect(forbidden.requests).toEqual([PAGE_URL]);
    expect(elsewhere.drafted.every((each) => each?.further === undefined)).toBe(true);
  });

  it("is a part for good where it goes on at another host, which is not asked", async () => {
    const furtherUrl = "https://weir.example/bridge/2";
    const { deps, requests } = goingOn(3, { redraft: () => ({ furtherUrl, goesOn: true }) });
    const { report } = await completePage(aJob(), deps);
    expect(requests).toEqual([PAGE_URL]);
    const reason = `${PART}${furtherUrl} is on another host, or leads to one`;
    expect(report).toMatchObject({ outcome: "in-part", reason, nextAt: null });
  });

  it("is stored in part while its second page fails, which is asked for again as a page is", async () => {
    const { deps, completions } = goingOn(3, { answer: onlyFirst(503) });
    const { report } = await completePage(aJob(), deps);
    const retryAt = deps.now() + 600_000;
    expect(report).toMatchObject({ outcome: "in-part", nextAt: retryAt });
    expect(report.reason).toBe(`${PART}the page could not be read: the server answered 503`);
    await completePage(aJob({ attempts: 4 }), deps);
    expect(completions.map((each) => each.retryAt)).toEqual([retryAt, null]);
  });

  it("is whole where what may be its next page is not to be had", async () => {
    const { deps, requests, completions } = goingOn(3, { answer: onlyFirst(503) }, false);
    const { report } = await completePage(aJob(), deps);
    expect(requests).toEqual([PAGE_URL, at(2)]);
    expect(report).toMatchObject({ outcome: "completed", reason: null, nextAt: null });
    expect(completions).toMatchObject([{ refused: null, retryAt: null }]);
  });

  it("stays a part where the page that is kept serves", async () => {
    const { deps } = goingOn(3);
    const { report } = await completePage(aJob({ mustFetch: false }), deps);
    expect(report).toMatchObject({ outcome: "in-part", nextAt: null });
  });

  it("may be used as the strictest of its pages says", async () => {
    const { deps, drafted } = goingOn(2, {
      answer: (url) =>
        page({
          url,
          usage: { ...NO_USAGE_HEADERS, robotsTag: url === at(2) ? "noarchive" : null },
        }),
    });
    await completePage(aJob(), deps);
    expect(drafted.at(-1)?.headers.robotsTag).toBe("noarchive");
  });

  it("is its first page, and tried again, when it cannot be drafted with the others", async () => {
    const { deps, completions } = goingOn(3);
    let calls = 0;
    const redraft: typeof deps.redraft = async () =>
      calls++ === 0
        ? ok([{ draft: aDraft(), refused: null, furtherUrl: at(2), goesOn: true }])
        : err({ kind: "empty", message: "nothing" });

    const { report } = await completePage(aJob(), { ...deps, redraft });

    expect(report.outcome).toBe("in-part");
    expect(completions[0]?.retryAt).toBe(report.nextAt);
    expect(report.nextAt).toBeGreaterThan(deps.now());
  });
});

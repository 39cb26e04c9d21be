import { describe, expect, it } from "vitest";
import { NO_USAGE_HEADERS } from "../../src/core/completing/usage-terms.ts";
import { err, ok } from "../../src/core/result.ts";
import { completePage } from "../../src/ingest/complete-page.ts";
import { aDraft } from "../support/builders.ts";
import { aJob, type FakeHosts, fakePages, PAGE_URL, page, refusing } from "./fake-pages.ts";

const at = (number: number): string => `${PAGE_URL}/${number}`;

/** An article whose pages go on up to this one, or for ever. */
const goingOn = (last: number, hosts: FakeHosts = {}) =>
  fakePages({
    answer: (url) => page({ url }),
    redraft: ({ articles: [article] }) => {
      const number = 2 + (article?.page?.further?.length ?? 0);
      return { furtherUrl: number > last ? null : at(number) };
    },
    ...hosts,
  });

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
    await completePage(aJob(), deps);
    expect(requests).toHaveLength(10);
  });

  it("is no more than ten megabytes", async () => {
    const bytes = Buffer.alloc(6_000_000);
    const { deps, requests } = goingOn(99, { answer: (url) => page({ url, bytes }) });
    await completePage(aJob(), deps);
    expect(requests).toHaveLength(2);
  });

  it("asks for no page twice", async () => {
    const { deps, requests } = goingOn(99, { redraft: () => ({ furtherUrl: at(2) }) });
    await completePage(aJob(), deps);
    expect(requests).toEqual([PAGE_URL, at(2)]);
  });

  it("ends where robots.txt or another host begins", async () => {
    const robots = () => ok({ rules: [{ isAllowed: false, pattern: "/bridge/2" }] });
    const forbidden = goingOn(3, { robots });
    const elsewhere = goingOn(3, {
      answer: (url) => page({ url: url === PAGE_URL ? url : "https://weir.example/" }),
    });
    for (const { deps, completions } of [forbidden, elsewhere]) {
      expect((await completePage(aJob(), deps)).report.outcome).toBe("completed");
      expect(completions).toHaveLength(1);
    }
    expect(forbidden.requests).toEqual([PAGE_URL]);
    expect(elsewhere.drafted.every((each) => each?.further === undefined)).toBe(true);
  });

  it("waits for another attempt while its second page fails, and does without it then", async () => {
    const answer = (url: string) => (url === PAGE_URL ? page() : refusing(503));
    const { deps, completions, failures } = goingOn(3, { answer });

    expect((await completePage(aJob(), deps)).report.outcome).toBe("failed");
    expect(failures).toHaveLength(1);
    expect((await completePage(aJob({ attempts: 4 }), deps)).report.outcome).toBe("completed");
    expect(completions).toHaveLength(1);
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

  it("is tried again when it cannot be drafted, and is its first page then", async () => {
    const { deps, failures } = goingOn(3);
    let calls = 0;
    const redraft: typeof deps.redraft = async () =>
      calls++ === 0
        ? ok([{ draft: aDraft(), refused: null, furtherUrl: at(2) }])
        : err({ kind: "empty", message: "nothing" });

    await completePage(aJob(), { ...deps, redraft });

    expect(failures).toHaveLength(1);
    calls = 0;
    const { report } = await completePage(aJob({ attempts: 4 }), { ...deps, redraft });
    expect(report.outcome).toBe("completed");
  });
});

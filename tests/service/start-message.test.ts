import { describe, expect, it } from "vitest";
import type { Config } from "../../src/config/config.ts";
import type { SourceReport } from "../../src/core/intake/source-report.ts";
import { startMessage } from "../../src/service/start-message.ts";

const pass = (reports: readonly SourceReport[], problem: string | null = null) => ({
  reports,
  problem,
});

const report = (source: string, more: Partial<SourceReport> = {}): SourceReport => ({
  source,
  outcome: "ok",
  fetched: 1,
  items: 2,
  new: 2,
  updated: 0,
  unchanged: 0,
  merged: 0,
  failed: 0,
  ms: 5,
  ...more,
});

/** What the message is made of: names, and nothing else. */
const configWith = (sources: readonly string[]): Config =>
  ({
    site: { url: "https://desk.test" },
    sources: sources.map((id) => ({ id })),
    feeds: [{ id: "all", title: "Everything" }],
  }) as unknown as Config;

describe("the message after the start", () => {
  it("lists the sources in the order of the configuration, with what came of each", () => {
    const failure = { outcome: "failed", error: { kind: "dns", message: "no such host" } } as const;
    const reports = [report("b", { merged: 1, failed: 1 }), report("a", { ...failure, new: 0 })];

    const lines = startMessage(configWith(["a", "b"]), pass(reports)).split("\n");

    expect(lines.slice(0, 3)).toEqual([
      "Took in 2 new articles, 1 of them copies of a text already here, from 2 sources:",
      "  a: failed, no such host",
      "  b: 2 items, 2 new, 0 updated, 1 not readable",
    ]);
  });

  it("names the addresses of each feed, and the page to open", () => {
    const message = startMessage(configWith(["a"]), pass([report("a")]));

    for (const format of ["rss", "atom", "json"]) {
      expect(message).toContain(`https://desk.test/feeds/all.${format}\n`);
    }
    expect(message).toContain("open https://desk.test/ in a browser");
  });

  it.each([
    ["nothing is configured", [], /^No sources yet: add some to the configuration\.$/m],
    ["nothing was due", ["a"], /^No source was due; the stored articles are served\.$/m],
  ])("says so when %s", (_, sources, line) => {
    expect(startMessage(configWith(sources), pass([]))).toMatch(line);
  });

  it("says why nothing could be taken in, and what is served all the same", () => {
    const message = startMessage(configWith(["a"]), pass([], "Articles cannot be stored (full)."));

    expect(message).toMatch(/^Articles cannot be stored \(full\)\.\n/);
    expect(message).not.toContain("No source was due");
    expect(message).toContain("https://desk.test/feeds/all.rss\n");
  });
});

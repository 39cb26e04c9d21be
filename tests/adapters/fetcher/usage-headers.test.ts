import { describe, expect, it } from "vitest";
import { NO_USAGE_HEADERS, type UsageHeaders } from "../../../src/core/rights/usage-terms.ts";
import { fetchedOf, testFetcher, testServer } from "./test-fetcher.ts";

async function usageAfter(headers: Readonly<Record<string, unknown>>): Promise<UsageHeaders> {
  const server = await testServer();
  server.set("/page", { headers: headers as Record<string, string>, body: "<p>Snow." });
  const { ask } = testFetcher();
  const fetched = fetchedOf(await ask({ url: `${server.url}/page` }));
  if (fetched.kind !== "modified") throw new Error(fetched.kind);
  const { usage } = fetched;
  return { ...usage, rslLicence: usage.rslLicence?.replace(server.url, "") ?? null };
}

const link = (value: unknown) => ({ link: value });
const named = (rslLicence: string | null) => ({ rslLicence });

describe("what a response says about the use of its document", () => {
  it.each<[string, Readonly<Record<string, unknown>>, Partial<UsageHeaders>]>([
    ["nothing", {}, {}],
    ["robots rules", { "X-Robots-Tag": " noarchive " }, { robotsTag: "noarchive" }],
    [
      "rules for several robots, apart",
      { "X-Robots-Tag": ["otherbot: nofollow", "noarchive"] },
      { robotsTag: "otherbot: nofollow\nnoarchive" },
    ],
    [
      "a reservation of mining",
      { "tdm-reservation": "1", "tdm-policy": "https://valley.example/tdm.json" },
      { tdmReservation: "1", tdmPolicy: "https://valley.example/tdm.json" },
    ],
    [
      "an RSL licence",
      link('</a>; rel=next, </l,1.xml>; rel="license"; type="application/rsl+xml"'),
      named("/l,1.xml"),
    ],
    [
      "one in a second header",
      link(["</a>; rel=next", "</l>;rel=license;type=application/rsl+xml"]),
      named("/l"),
    ],
    ["a licence that is not RSL", link('</by>; rel="license"'), named(null)],
    [
      "a link to RSL that is no licence",
      link("</l>; rel=next; type=application/rsl+xml"),
      named(null),
    ],
    ["a broken link", link("<</l; rel=license; type=application/rsl+xml"), named(null)],
    [
      "more than anybody means",
      { "x-robots-tag": "a".repeat(3_000) },
      { robotsTag: "a".repeat(2_000) },
    ],
    ["what is not ASCII", { "x-robots-tag": "no\u00e9archive\u00ff" }, { robotsTag: "noarchive" }],
  ])("%s", async (_, headers, usage) => {
    expect(await usageAfter(headers)).toEqual({ ...NO_USAGE_HEADERS, ...usage });
  });
});

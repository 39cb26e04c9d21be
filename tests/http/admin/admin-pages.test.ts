import { describe, expect, it } from "vitest";
import type { SourceStatus } from "../../../src/publish/pages/page-model.ts";
import { aStoredEntry } from "../../support/builders.ts";
import { aSource, NOON } from "../sample-site.ts";
import { adminForTest, anArticle } from "./admin-site.ts";

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;';

const removed = [
  { text: "Teilen Sie dies:", rule: "share-label" },
  { text: "Folgen Sie uns!", rule: "follow-us" },
];

const COMMON_LINE = {
  ...{ sample: "Alles zum Thema <b>Fluss", owners: 5 },
  ...{ since: NOON, until: NOON + 40 * 86_400_000 },
};

const OWN = { "Sec-Fetch-Site": "same-origin" };

/** The values of the buttons that keep one line each. */
const lineNames = (html: string): string[] =>
  [...html.matchAll(/name="line" value="([^"]+)"/g)].map(([, name = ""]) => name);

const aStatus = (over: Partial<SourceStatus> = {}): SourceStatus => ({
  id: "bote",
  title: "Flussbote",
  health: "good",
  lastPollAt: NOON,
  lastOutcome: "ok",
  lastError: null,
  nextPollAt: NOON + 60_000,
  nextPollReason: "every 15 min, as configured",
  ...over,
});

describe("the status page", () => {
  it("says of each source how it is, and why the next poll is when it is", async () => {
    const failing = aStatus({
      id: "kreis",
      title: "Kreisblatt",
      health: "failing",
      lastOutcome: "failed",
      lastError: "the server answered 404",
      nextPollReason: "backing off after 3 failures",
    });
    const reasons = [{ kind: "source-failing" as const, source: "kreis", message: "3 failures." }];
    const { get } = await adminForTest({
      status: {
        report: {
          reasons,
          sources: [aStatus(), failing],
          lastPassAt: NOON,
          nodes: [],
          configuration: null,
          backup: null,
        },
        listed: [
          { status: failing, days: [], waitingPages: 0 },
          { status: aStatus(), days: [], waitingPages: 7 },
        ],
      },
    });
    const html = await (await get("/admin")).text();

    expect(html).toContain("1 thing needs you");
    expect(html).toContain("every 15 min, as configured");
    expect(html).toContain("the server answered 404");
    expect(html).toContain("backing off after 3 failures");
    expect(html).toContain("7 pages wait to be fetched.");
    expect(html).toContain('class="health bad"');
  });

  it("leads to the newest articles", async () => {
    const newest = [{ ...anArticle(), enteredAt: NOON, removedCount: 2 }];
    const { get } = await adminForTest({ status: { newest } });
    const html = await (await get("/admin")).text();

    expect(html).toContain('href="/admin/articles/a1"');
    expect(html).toContain("2 lines removed");
  });

  it.each([
    ["en", "5 publishers, since 12 June 2026", "Lines that several publishers have"],
    ["de", "5 Verlage, seit 12. Juni 2026", "Zeilen, die mehrere Verlage haben"],
  ])(
    "shows the lines that several houses have, and why they go: %s",
    async (language, why, heading) => {
      const { get } = await adminForTest({ status: { commonLines: [COMMON_LINE] } });
      const html = await (await get("/admin", { "Accept-Language": language })).text();

      expect(html).toContain(heading);
      expect(html).toContain(why);
      expect(html).toContain("Alles zum Thema &lt;b&gt;Fluss");
      expect(html).toContain("common-line");
    },
  );

  it("says where no such line is known", async () => {
    const { get } = await adminForTest();
    expect(await (await get("/admin")).text()).toContain("None is known yet.");
  });

  it("speaks German", async () => {
    const { get } = await adminForTest();
    const html = await (await get("/admin", { "Accept-Language": "de" })).text();

    expect(html).toContain('<html lang="de"');
    expect(html).toContain("Alles in Ordnung");
  });
});

describe("an article's page for the desk", () => {
  it("shows what was done with it, and why", async () => {
    const copy = {
      articleId: "b2",
      source: aSource({ id: "kreis", title: "Kreisblatt" }),
      title: "Fähre wieder da",
      link: null,
      origin: null,
      canonicalUrl: null,
      publishedAt: NOON,
      why: { rule: "exact" as const, tokens: 139 },
    };
    const entry = aStoredEntry({
      copies: [copy],
      article: anArticle({
        removed,
        republish: "excerpt",
        lowered: [{ to: "excerpt", by: "robots meta: max-snippet:200" }],
        provenance: { authors: "page: json-ld" },
        derived: ["publishedAt"],
      }),
    });
    const page = {
      url: "https://bote.example/a1",
      state: "waiting" as const,
      attempts: 2,
      nextAt: NOON,
      reason: "the server answered 503",
    };
    const { get } = await adminForTest({ entry, handling: { page, keptLines: ["Bleibt."] } });
    const html = await (await get("/admin/articles/a1")).text();

    for (const shown of [
      "Teilen Sie dies:",
      "call to follow",
      "Only an excerpt may be passed on.",
      "robots meta: max-snippet:200",
      "page: json-ld",
      "worked out by us",
      "Waits for the next attempt:",
      "the server answered 503",
      "Bleibt.",
      "The same text, 139 words.",
      "offprint clusters compare a1 b2",
      'href="/admin/articles/b2"',
      "<p>Am Anleger stehen die ersten Räder.</p>",
    ]) {
      expect(html).toContain(shown);
    }
  });

  it("says of a line that several houses have how many do, and since when it goes", async () => {
    const { sample } = COMMON_LINE;
    const entry = aStoredEntry({
      article: anArticle({ removed: [{ text: sample, rule: "common-line" }, ...removed] }),
    });
    const commonLines = new Map([[sample, COMMON_LINE]]);
    const { get } = await adminForTest({ entry, commonLines });
    const page = async (language: string) =>
      (await get("/admin/articles/a1", { "Accept-Language": language })).text();

    expect(await page("en")).toContain(
      "stands around articles of several sources (5 publishers, since 12 June 2026",
    );
    expect(await page("de")).toContain(
      "steht um die Artikel mehrerer Quellen (5 Verlage, seit 12. Juni 2026",
    );
    expect(lineNames(await page("en"))).toHaveLength(3);
  });

  it("escapes every word that is not ours", async () => {
    const entry = aStoredEntry({
      article: anArticle({
        title: HOSTILE,
        source: aSource({ title: HOSTILE }),
        removed: [{ text: HOSTILE, rule: HOSTILE }],
        lowered: [{ to: "link", by: HOSTILE }],
        provenance: { [HOSTILE]: HOSTILE },
        link: "javascript:alert(1)",
        canonicalUrl: null,
      }),
    });
    const page = {
      ...{ url: "javascript:alert(3)", state: "failed" as const, attempts: 1, nextAt: null },
      reason: HOSTILE,
    };
    const { get } = await adminForTest({ entry, handling: { page, keptLines: [HOSTILE] } });
    const html = await (await get("/admin/articles/a1")).text();

    expect(html).not.toMatch(/<script|<img|href="javascript/i);
    expect(html.split("&lt;script&gt;alert(1)").length).toBeGreaterThan(8);
  });

  it.each(["/admin/articles/none", `/admin/articles/${"a".repeat(101)}`, "/admin/articles/a%2Fb"])(
    "is not there: %s",
    async (path) => {
      const { get } = await adminForTest();
      const response = await get(path);

      expect(response.status).toBe(404);
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each(["/admin", "/admin/articles/a1"])("is kept and found by nobody: %s", async (path) => {
    const { get } = await adminForTest();
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";

    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
  });

  it("leaves the policy of public pages alone", async () => {
    const { get } = await adminForTest();

    expect((await get("/about")).headers.get("content-security-policy")).toContain(
      "form-action 'none'",
    );
  });
});

describe("an action", () => {
  const entry = aStoredEntry({ article: anArticle({ removed }) });

  it("keeps the line whose button was pressed, and goes back to the article", async () => {
    const { get, post, asked } = await adminForTest({ entry });
    const [, second = ""] = lineNames(await (await get("/admin/articles/a1")).text());
    const response = await post("/admin/articles/a1/keep", `line=${second}`, OWN);

    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/admin/articles/a1");
    expect(asked).toEqual([{ kind: "keep-lines", articleId: "a1", lines: ["Folgen Sie uns!"] }]);
  });

  it("keeps all lines, and takes all back", async () => {
    const { post, asked } = await adminForTest({ entry });
    await post("/admin/articles/a1/keep", "all=1", OWN);
    await post("/admin/articles/a1/forget", "", OWN);

    expect(asked).toEqual([
      { kind: "keep-lines", articleId: "a1", lines: ["Teilen Sie dies:", "Folgen Sie uns!"] },
      { kind: "forget-kept-lines", articleId: "a1" },
    ]);
  });

  it("orders nothing for an article that is not there", async () => {
    const { post, asked } = await adminForTest({ entry });
    expect((await post("/admin/articles/none/keep", "all=1", OWN)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each(["line=nothing", "line[]=x", "", "__proto__[x]=1"])(
    "keeps nothing that was not removed: %s",
    async (body) => {
      const { post, asked } = await adminForTest({ entry });
      const response = await post("/admin/articles/a1/keep", body, OWN);

      expect(response.status).toBe(303);
      expect(asked).toEqual([{ kind: "keep-lines", articleId: "a1", lines: [] }]);
    },
  );

  it.each([
    ["refused", 409],
    ["failed", 503],
  ] as const)("says why it was not done: %s", async (state, status) => {
    const reason = "the ingest side <is> down";
    const { post } = await adminForTest({ entry, answer: { state, reason } });
    const response = await post("/admin/articles/a1/keep", "all=1", OWN);

    expect(response.status).toBe(status);
    expect(await response.text()).toContain("the ingest side &lt;is&gt; down");
  });

  it("says that it takes longer, and shows the article as it is", async () => {
    const { post } = await adminForTest({ entry, answer: { state: "waiting", id: 7 } });
    const response = await post("/admin/articles/a1/keep", "all=1", OWN);

    expect(response.status).toBe(202);
    expect(await response.text()).toContain("it is ordered, and not done yet");
  });

  it.each([
    [{ state: "done", answer: null }, 200, null],
    [{ state: "refused", reason: "no line of this article is kept" }, 409, null],
    [{ state: "waiting", id: 7 }, 202, "/api/orders/7"],
  ] as const)("tells a program what became of it: %o", async (answer, status, location) => {
    const { post } = await adminForTest({ entry, answer });
    const headers = { Accept: "application/json" };
    const response = await post("/admin/articles/a1/forget", "", headers);

    expect(response.status).toBe(status);
    expect(response.headers.get("location")).toBe(location);
    expect(await response.json()).toEqual(answer);
  });

  it("tells a program of what nobody could do as of any other problem, and when to come again", async () => {
    const message = "database or disk is full";
    const { post } = await adminForTest({ entry, answer: { state: "failed", reason: message } });
    const headers = { Accept: "application/json" };
    const response = await post("/admin/articles/a1/forget", "", headers);

    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toEqual({
      error: { kind: "order-failed", status: 503, message },
    });
  });

  it.each([
    ["a form on another site", { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }],
    ["a neighbour under the same domain", { "Sec-Fetch-Site": "same-site" }],
    ["a page that hides where it is from", { Origin: "null" }],
    ["another site, in a browser that tells only the origin", { Origin: "https://evil.example" }],
    ["who contradicts himself", { ...OWN, Origin: "https://evil.example" }],
    ["who says nothing, with a password that browsers send by themselves", {}],
  ])("is refused to %s", async (_, headers) => {
    const { post, asked } = await adminForTest({ entry });
    const password = `Basic ${Buffer.from("x:a-token-of-the-desk").toString("base64")}`;
    const response = await post("/admin/articles/a1/keep", "all=1", {
      Authorization: password,
      ...headers,
    });

    expect(response.status).toBe(403);
    expect(asked).toEqual([]);
  });

  it("is open to our own page under its public name, and to scripts with the bearer token", async () => {
    const { post, asked, url } = await adminForTest({ entry });

    expect(
      (await post("/admin/articles/a1/forget", "", { Origin: "https://schau.example" })).status,
    ).toBe(303);
    expect((await post("/admin/articles/a1/forget", "", { Origin: url })).status).toBe(303);
    expect((await post("/admin/articles/a1/forget", "")).status).toBe(303);
    expect(asked).toHaveLength(3);
  });

  it("is never a link", async () => {
    const { get, asked } = await adminForTest({ entry });
    const response = await get("/admin/articles/a1/keep?all=1", OWN);

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect(asked).toEqual([]);
  });

  it("reads no endless body", async () => {
    const { post, asked, failures } = await adminForTest({ entry });
    const response = await post("/admin/articles/a1/keep", `line=${"x".repeat(70_000)}`, OWN);

    expect(response.status).toBe(413);
    expect(asked).toEqual([]);
    expect(failures).toEqual([]);
  });
});

describe("an order that took longer", () => {
  const orders = { 7: { state: "done", answer: null }, 8: { state: "waiting", id: 8 } } as const;

  it("is told of by its number, to those who have the token", async () => {
    const { get, url } = await adminForTest({ orders });

    expect(await (await get("/api/orders/7")).json()).toEqual({ state: "done", answer: null });
    const waiting = await get("/api/orders/8");
    expect(waiting.status).toBe(202);
    expect(waiting.headers.get("cache-control")).toBe("no-store");
    expect((await fetch(`${url}/api/orders/7`)).status).toBe(401);
  });

  it.each(["9", "0", "1e3", "-1", "x", "99999999999999999"])("is not there as %s", async (id) => {
    const { get } = await adminForTest({ orders });
    expect((await get(`/api/orders/${id}`)).status).toBe(404);
  });
});

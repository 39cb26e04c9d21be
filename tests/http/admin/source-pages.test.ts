import { describe, expect, it } from "vitest";
import { adminForTest } from "./admin-site.ts";
import { BOTE } from "./sample-source.ts";

const JSON_ONLY = { Accept: "application/json" };
const OWN = { "Sec-Fetch-Site": "same-origin" };

describe("the page of a source", () => {
  it("shows what its polls and its days brought", async () => {
    const { get } = await adminForTest({ source: BOTE });
    const html = await (await get("/admin/sources/bote")).text();
    expect(html).toContain("https://bote.example/feed");
    expect(html).toContain("35 listed, 3 new, 2 of them copies, 1 changed");
    expect(html).toContain("412\u00a0ms");
    expect(html).toContain("31.2\u00a0kB");
    expect(html).toContain("the server answered 404");
    expect(html).toContain("28 times in a row, since");
    // Ten articles in the ten days since its first poll.
    expect(html).toContain("<b>10</b> 1 a day");
    expect(html).not.toContain("∞");
    expect(html).toContain("<b>8</b> 1 failed");
    expect(html).toMatch(
      /aria-label="New articles from Flussbote, .*: 10 in all, most on .* \(6\), failed polls on 1 day"/,
    );
  });

  it("speaks German", async () => {
    const { get } = await adminForTest({ source: BOTE });
    const html = await (await get("/admin/sources/bote", { "Accept-Language": "de" })).text();
    expect(html).toContain("35 gelistet, 3 neu, 2 davon Kopien, 1 geändert");
    expect(html).toContain("Jetzt abrufen");
    expect(html).toContain("31,2\u00a0kB");
  });

  it("is the same as JSON for programs", async () => {
    const { get } = await adminForTest({ source: BOTE });
    const source = await (await get("/admin/sources/bote", JSON_ONLY)).json();
    expect(source).toMatchObject({
      ...{ id: "bote", health: "unsteady", address: "https://bote.example/feed" },
      days: [
        { date: "2026-06-03", new: 6 },
        { date: "2026-06-12", new: 4 },
      ],
      polls: [{ outcome: "failed", status: 404 }, { status: 304, times: 28 }, { new: 3 }],
    });
  });

  it("keeps back an address that may hold a key", async () => {
    const { get } = await adminForTest({ source: { ...BOTE, address: null } });
    expect(await (await get("/admin/sources/bote")).text()).toContain("it may hold a key");
  });

  it("is 404 for a source that is not configured, and 401 without the token", async () => {
    const { get } = await adminForTest({ source: BOTE });
    expect((await get("/admin/sources/nobody")).status).toBe(404);
    expect((await get("/admin/sources/bote", { Authorization: "" })).status).toBe(401);
    expect((await get("/admin/sources", { Authorization: "" })).status).toBe(401);
  });
});

describe("a poll that is ordered there", () => {
  it("is ordered at once, due or not, and leads back to the page", async () => {
    const { post, asked } = await adminForTest({ source: BOTE });
    const answer = await post("/admin/sources/bote/poll", "", OWN);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/sources/bote"]);
    expect(asked).toEqual([{ kind: "pass", scope: { all: true, sources: ["bote"] } }]);
  });

  it("is refused where the source is paused, whose page has no button for it", async () => {
    const paused = { ...BOTE, status: { ...BOTE.status, health: "paused" as const } };
    const { get, post, asked } = await adminForTest({ source: paused });
    expect(await (await get("/admin/sources/bote")).text()).not.toContain("Poll now");
    const page = await post("/admin/sources/bote/poll", "", OWN);
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("the source is paused");
    expect(asked).toEqual([]);
  });

  it("is told as under way where it takes longer than a browser waits", async () => {
    const { post } = await adminForTest({ source: BOTE, answer: { state: "waiting", id: 7 } });
    const page = await post("/admin/sources/bote/poll", "", OWN);
    expect(page.status).toBe(202);
    const html = await page.text();
    expect(html).toContain("it is ordered, and not done yet");
    expect(html).not.toContain("Not carried out");
  });

  it("is refused from another site, for another method, and for a source that is not there", async () => {
    const { post, get, asked } = await adminForTest({ source: BOTE });
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    expect((await post("/admin/sources/bote/poll", "", foreign)).status).toBe(403);
    expect((await get("/admin/sources/bote/poll")).status).toBe(405);
    expect((await post("/admin/sources/nobody/poll", "", OWN)).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

describe("the list of sources", () => {
  const counts = new Map([
    ["failing", 2],
    ["good", 230],
  ] as const);

  it("leads to each source, to those in a state, and to the next page", async () => {
    const choice = { health: null, page: 2 };
    const { get } = await adminForTest({ sources: { choice, counts, pages: 3, shown: [BOTE] } });
    const html = await (await get("/admin/sources?page=2")).text();
    expect(html).toContain('href="/admin/sources/bote"');
    expect(html).toContain("All 232 sources");
    expect(html).toContain('href="/admin/sources?state=failing"');
    expect(html).toContain('href="/admin/sources" rel="prev"');
    expect(html).toContain('href="/admin/sources?page=3" rel="next"');
    expect(html).not.toContain("state=paused");
  });

  it("says so when no source is in a state", async () => {
    const { get } = await adminForTest({ sources: { counts } });
    const html = await (await get("/admin/sources?state=paused")).text();
    expect(html).toContain("No source is in this state.");
    expect(html).toContain('aria-current="true">Paused');
  });

  it.each([
    "state=nonsense",
    "page=0",
    "page=x",
    "page=1e9",
    "state[]=failing&page[]=2",
    "state=good&state=bad",
  ])("begins at the beginning for %s", async (query) => {
    const { get } = await adminForTest();
    const answer = await get(`/admin/sources?${query}`, JSON_ONLY);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ page: 1 });
  });
});

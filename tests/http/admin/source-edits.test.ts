import { describe, expect, it } from "vitest";
import { adminForTest, PLACED } from "./admin-site.ts";
import { FEED, PREVIEW } from "./sample-orders.ts";
import { BOTE } from "./sample-source.ts";

const OWN = { "Sec-Fetch-Site": "same-origin" };
const JSON_ONLY = { Accept: "application/json", ...OWN };

const done = (answer: unknown) => ({ [PLACED]: { state: "done", answer } }) as const;

describe("the page where a source is added", () => {
  it("orders a look at what is typed, and leads to what it shows", async () => {
    const { post, asked } = await adminForTest();
    const answer = await post("/admin/sources/new", "address=hill.example", OWN);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/admin/sources/new?order=${PLACED}`);
    const order = { kind: "preview-source", sourceId: null, address: "https://hill.example/" };
    expect(asked).toEqual([order]);
  });

  it("says what is wrong with an address, and orders nothing", async () => {
    const { post, asked } = await adminForTest();
    const page = await post("/admin/sources/new", "address=ftp%3A%2F%2Fhill.example", OWN);
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("expected the address of a feed");
    const told = await post("/admin/sources/new", "", JSON_ONLY);
    expect(await told.json()).toMatchObject({ state: "refused" });
    expect(asked).toEqual([]);
  });

  it("waits without a script", async () => {
    const orders = { [PLACED]: { state: "waiting", id: PLACED } } as const;
    const { get } = await adminForTest({ orders });
    const page = await get(`/admin/sources/new?order=${PLACED}`);
    expect(page.headers.get("refresh")).toBe("1");
    expect(await page.text()).toContain("is being read");
  });

  it("shows the articles as they would be published, the other feeds, and the form to add it", async () => {
    const { get } = await adminForTest({ orders: done(PREVIEW) });
    const html = await (await get(`/admin/sources/new?order=${PLACED}`)).text();
    expect(html).toContain("The Hill &lt;News&gt;");
    expect(html).toContain("The &lt;b&gt;second&lt;/b&gt; one. …");
    expect(html).toContain("A. Writer · 4,000 characters · no date");
    expect(html).toContain("Its page was not used:");
    expect(html).toContain("share-label");
    expect(html).not.toContain("javascript:");
    expect(html).toContain('name="id" value="the-hill-news"');
    expect(html.match(/Look at this one/g)).toHaveLength(1);
  });

  it.each([
    ["a reason", { state: "refused", reason: "there is no source" }, "Not carried out: "],
    ["what is no preview", { state: "done", answer: { source: "x" } }, "Look at it"],
  ] as const)("shows %s instead of articles", async (_, end, text) => {
    const { get } = await adminForTest({ orders: { [PLACED]: end } });
    const html = await (await get(`/admin/sources/new?order=${PLACED}`)).text();
    expect(html).toContain(text);
    expect(html).not.toContain("Add this source");
  });

  it("shows why a source gives nothing", async () => {
    const nothing = { ...PREVIEW, address: null, problem: "the server answered 404", articles: [] };
    const { get } = await adminForTest({ orders: done(nothing) });
    const german = { "Accept-Language": "de" };
    const html = await (await get(`/admin/sources/new?order=${PLACED}`, german)).text();
    expect(html).toContain("der Server antwortete mit 404");
    expect(html).toContain('value="https://hill.example/"');
    expect(html).not.toContain("Diese Quelle hinzufügen");
  });
});

describe("a source that is added there", () => {
  const typed = { url: FEED, id: "hill", title: "", every: "15m", rights: "excerpt" };
  const body = (over: object = {}): string =>
    new URLSearchParams({
      ...{ ...typed, fullText: "auto", categories: " Hill, News ," },
      ...over,
    }).toString();

  it("is written into the configuration, without what is the rule anyway", async () => {
    const { post, asked } = await adminForTest();
    const answer = await post("/admin/sources", body(), OWN);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/sources/hill"]);
    const entry = { id: "hill", url: FEED, rights: "excerpt", categories: ["Hill", "News"] };
    const edit = { kind: "add", list: "sources", entries: [entry] };
    expect(asked).toEqual([{ kind: "edit-configuration", edit }]);
  });

  it("is shown again as it was typed when the configuration refuses it", async () => {
    const reason = "offprint.yaml:3 sources[0].every: expected a duration";
    const { post } = await adminForTest({ answer: { state: "refused", reason } });
    const page = await post("/admin/sources", body({ every: "so<on" }), OWN);
    expect(page.status).toBe(409);
    const html = await page.text();
    expect(html).toContain("expected a duration");
    expect(html).toContain('value="so&lt;on"');
    expect(html).toContain(`value="${FEED}"`);
  });

  it("comes from our own pages only", async () => {
    const { post, asked } = await adminForTest();
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    for (const path of ["/admin/sources", "/admin/sources/new", "/admin/sources/bote/remove"]) {
      expect((await post(path, body(), foreign)).status).toBe(403);
    }
    expect((await post("/admin/sources", body(), { ...OWN, Authorization: "" })).status).toBe(401);
    expect(asked).toEqual([]);
  });
});

describe("the page of a source changes it", () => {
  const changed = new URLSearchParams({
    ...{ title: "The messenger", every: "15m", rights: "full", fullText: "never" },
    categories: "Town",
  }).toString();

  it.each([
    ["pause", "", { kind: "pause-source", sourceId: "bote", paused: true }, "/admin/sources/bote"],
    [
      "resume",
      "",
      { kind: "pause-source", sourceId: "bote", paused: false },
      "/admin/sources/bote",
    ],
    [
      "change",
      changed,
      edit({ kind: "change", id: "bote", values: { title: "The messenger", fullText: "never" } }),
      "/admin/sources/bote",
    ],
    ["remove", "", edit({ kind: "remove", id: "bote" }), "/admin/sources"],
    [
      "rename",
      "to=messenger",
      {
        kind: "edit-configuration",
        edit: { kind: "rename-source", from: "bote", to: "messenger" },
      },
      "/admin/sources/messenger",
    ],
  ])("%s", async (path, body, order, leadsTo) => {
    const { post, asked } = await adminForTest({ source: BOTE });
    const answer = await post(`/admin/sources/bote/${path}`, String(body), OWN);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, leadsTo]);
    expect(asked).toEqual([order]);
    expect((await post(`/admin/sources/nobody/${path}`, "", OWN)).status).toBe(404);
  });

  const edited = async (typed: Record<string, string>) => {
    const { post, asked } = await adminForTest({ source: BOTE });
    await post("/admin/sources/bote/change", new URLSearchParams(typed).toString(), OWN);
    return asked;
  };

  it("leaves alone what a form does not have, and hands on what it has wrong to be refused", async () => {
    const said = (values: object) => [edit({ kind: "change", id: "bote", values })];
    expect(await edited({ title: "A" })).toEqual(said({ title: "A" }));
    expect(await edited({ rights: "lnik" })).toEqual(said({ rights: "lnik" }));
    expect(await edited({ categories: "", fullText: "" })).toEqual(
      said({ fullText: "", categories: [] }),
    );
  });

  it("changes only what differs from what the form showed: the file may say something else by now", async () => {
    const shown = { title: "", every: "15m", rights: "excerpt", fullText: "auto", categories: "" };
    const typed = { ...shown, title: "The messenger", shown: JSON.stringify(shown) };
    expect(await edited(typed)).toEqual([
      edit({ kind: "change", id: "bote", values: { title: "The messenger" } }),
    ]);
    const { get } = await adminForTest({ source: BOTE });
    const html = await (await get("/admin/sources/bote")).text();
    expect(html).toContain("&quot;every&quot;:&quot;15m&quot;");
  });

  it("offers no forms for one that stands in a list", async () => {
    const { get } = await adminForTest({ source: { ...BOTE, isListed: true } });
    const html = await (await get("/admin/sources/bote")).text();
    expect(html).toContain("It stands in an OPML list");
    expect(html).not.toContain('action="/admin/sources/bote/change"');
  });

  it("has all sources as a list for other programs", async () => {
    const { get } = await adminForTest();
    const answer = await get("/admin/sources.opml");
    expect([answer.headers.get("content-type"), await answer.text()]).toEqual([
      expect.stringContaining("opml"),
      "<opml/>",
    ]);
    expect((await get("/admin/sources.opml", { Authorization: "" })).status).toBe(401);
  });

  it("shows what it gives now, and nothing of adding it", async () => {
    const { get, post, asked } = await adminForTest({ source: BOTE, orders: done(PREVIEW) });
    const answer = await post("/admin/sources/bote/test", "", OWN);
    expect(answer.headers.get("location")).toBe(`/admin/sources/bote/test?order=${PLACED}`);
    expect(asked).toEqual([{ kind: "preview-source", sourceId: "bote", address: null }]);
    const html = await (await get(`/admin/sources/bote/test?order=${PLACED}`)).text();
    expect(html).toContain("Flussbote: What it gives now");
    expect(html).toContain("A bridge &amp; more");
    expect(html).not.toContain("Add this source");
    expect((await get("/admin/sources/nobody/test")).status).toBe(404);
  });

  it("says where an order and the configuration differ", async () => {
    const { get } = await adminForTest({ source: { ...BOTE, pauseOrdered: true } });
    expect(await (await get("/admin/sources/bote")).text()).toContain("Paused by an order");
  });
});

function edit(said: object): object {
  return { kind: "edit-configuration", edit: { list: "sources", ...said } };
}

import { describe, expect, it } from "vitest";
import { createDates } from "../../src/http/layout/dates.ts";
import { AwayForTest, siteForTest } from "./running-site.ts";
import { aFeed, anEntry, aSite, aWithdrawal, found, samplePublished } from "./sample-site.ts";

const BROWSER = {
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "Accept-Language": "de-DE,de;q=0.9,en;q=0.5",
};

const withdrawn = samplePublished({ articles: { gone: aWithdrawal() } });

describe("every path of the contract", () => {
  it.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/feeds/all", 200, "text/html; charset=utf-8"],
    ["/articles/a1", 200, "text/html; charset=utf-8"],
    ["/articles/gone", 410, "text/html; charset=utf-8"],
    ["/about", 200, "text/html; charset=utf-8"],
    ["/feeds.opml", 200, "text/x-opml; charset=utf-8"],
    ["/robots.txt", 200, "text/plain; charset=utf-8"],
    ["/style.css", 200, "text/css; charset=utf-8"],
    ["/favicon.ico", 200, "image/x-icon"],
    ["/apple-touch-icon.png", 200, "image/png"],
    ["/favicon.svg", 200, "image/svg+xml"],
    ["/healthz", 200, "application/json; charset=utf-8"],
    ["/readyz", 200, "application/json; charset=utf-8"],
    ["/status", 200, "application/json; charset=utf-8"],
    ["/feeds/none", 404, "text/html; charset=utf-8"],
    ["/feeds/none.rss", 404, "text/html; charset=utf-8"],
    ["/feeds/ALL", 404, "text/html; charset=utf-8"],
    ["/feeds/all/", 404, "text/html; charset=utf-8"],
    ["/feeds/", 404, "text/html; charset=utf-8"],
    ["/feeds/a%2Fb", 404, "text/html; charset=utf-8"],
    ["/articles/unknown", 404, "text/html; charset=utf-8"],
    [`/articles/${"a".repeat(5_000)}`, 404, "text/html; charset=utf-8"],
    ["/articles/__proto__", 404, "text/html; charset=utf-8"],
    ["/articles/'%20OR%201=1", 404, "text/html; charset=utf-8"],
    ["/admin", 404, "text/html; charset=utf-8"],
    ["/.env", 404, "text/html; charset=utf-8"],
    ["/%", 400, "text/html; charset=utf-8"],
    ["/feeds/%", 400, "text/html; charset=utf-8"],
    ["/feeds/%00", 400, "text/html; charset=utf-8"],
    ["/articles/%0d%0aX-Y:1", 400, "text/html; charset=utf-8"],
    ["/articles/%ff", 400, "text/html; charset=utf-8"],
    ["//feeds/all", 400, "text/html; charset=utf-8"],
    ["/feeds//all", 400, "text/html; charset=utf-8"],
  ])("%s is %i as %s", async (path, status, mediaType) => {
    const { url, failures } = await siteForTest(withdrawn);
    const response = await fetch(url + path, { headers: BROWSER });

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe(mediaType);
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(failures).toEqual([]);
  });

  it.each(["/", "/feeds/all", "/articles/a1", "/nothing"])("%s cannot be changed", async (path) => {
    const { url } = await siteForTest();
    const response = await fetch(url + path, { method: "POST", body: "x=1" });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

describe("a page", () => {
  it("is answered with 304 to its own tag, also where Node's fetch asks", async () => {
    const { url } = await siteForTest();
    const first = await fetch(url);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { "If-None-Match": etag } });

    expect(etag).toMatch(/^W\/"/);
    expect(again.status).toBe(304);
    expect(again.headers.get("vary")).toBe("Accept-Encoding, Accept-Language");
    expect(again.headers.get("cache-control")).toMatch(/^public, max-age=60/);
  });

  it.each(["br", "gzip"])("is compressed as %s where the browser takes it", async (coding) => {
    const { url } = await siteForTest();
    const response = await fetch(url, { headers: { "Accept-Encoding": coding } });

    expect(response.headers.get("content-encoding")).toBe(coding);
    expect(await response.text()).toContain("</html>");
  });

  it("answers HEAD with its length and no body", async () => {
    const { url } = await siteForTest();
    const response = await fetch(url, {
      method: "HEAD",
      headers: { "Accept-Encoding": "identity" },
    });

    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1_000);
    expect(await response.text()).toBe("");
  });

  it.each([
    ["de-AT", "de", "Neueste Meldungen"],
    ["en-US,en;q=0.9", "en", "Latest news"],
    ["fr", "de", "Neueste Meldungen"],
  ])("speaks to %s in %s", async (accepted, lang, words) => {
    const { url } = await siteForTest();
    const page = await (await fetch(url, { headers: { "Accept-Language": accepted } })).text();

    expect(page).toContain(`<html lang="${lang}"`);
    expect(page).toContain(words);
  });

  it("speaks English on a site whose language it does not speak", async () => {
    const { url } = await siteForTest(samplePublished({ site: aSite({ language: "fr" }) }));
    const page = await (await fetch(url, { headers: { "Accept-Language": "pl" } })).text();

    expect(page).toContain('<html lang="en"');
    expect(page).toContain('lang="fr" aria-current="page">Musterschau');
  });

  it.each([
    ["link", "img-src 'self' https: http:"],
    ["none", "img-src 'self';"],
  ] as const)("runs nothing; with images: %s it may load %s", async (images, imgSrc) => {
    const { url } = await siteForTest(samplePublished({ site: aSite({ images }) }));
    const policy = (await fetch(url)).headers.get("content-security-policy");

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(imgSrc);
    expect(policy).not.toMatch(/unsafe|script-src|upgrade-insecure/);
  });

  it("keeps the prefix under which a proxy serves the site", async () => {
    const site = aSite({ url: "https://haus.example/schau" });
    const { url } = await siteForTest(samplePublished({ site }));
    const page = await (await fetch(url)).text();

    expect(page).toContain('href="/schau/feeds/all"');
    expect(page).toContain('href="/schau/feeds/all.rss"');
    expect(page).toMatch(/href="\/schau\/style\.css\?v=/);
    expect(page).toContain("https://haus.example/schau/<wbr>rss.xml");
  });

  it("follows a configuration that was reread", async () => {
    let site = aSite({ title: "Vorher" });
    const { url } = await siteForTest(samplePublished({}, { site: () => site }));
    site = aSite({ title: "Nachher" });

    expect(await (await fetch(url)).text()).toContain("<title>Nachher</title>");
  });
});

describe("the stylesheet", () => {
  it("is kept for ever under the address that pages use, and for an hour under its own", async () => {
    const { url } = await siteForTest();
    const href = /href="(\/style\.css\?v=[^"]+)"/.exec(await (await fetch(url)).text())?.[1];

    const hashed = await fetch(url + href);
    expect(hashed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const stale = await fetch(`${url}/style.css?v=older`);
    expect(stale.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(await stale.text()).toBe(await hashed.text());
  });
});

describe("the page of a feed", () => {
  it("names the feed in each format in its Link header", async () => {
    const { url } = await siteForTest(samplePublished({ feeds: [aFeed({ id: "wasser" })] }));
    const link = (await fetch(`${url}/feeds/wasser`)).headers.get("link");

    expect(link).toContain(
      '<https://schau.example/feeds/wasser.rss>; rel="alternate"; type="application/rss+xml"',
    );
    expect(link).toContain("<https://schau.example/feeds/wasser.atom>");
    expect(link).toContain("<https://schau.example/feeds/wasser.json>");
  });
});

describe("a problem", () => {
  it("is a page for browsers, in their language", async () => {
    const { url } = await siteForTest();
    const response = await fetch(`${url}/x`, { headers: BROWSER });
    const page = await response.text();

    expect(page).toContain("404 · nicht gefunden");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(response.headers.get("vary")).toBe("Accept-Encoding, Accept, Accept-Language");
  });

  it("is JSON for those who ask for it", async () => {
    const { url } = await siteForTest();
    const response = await fetch(`${url}/x`, { headers: { Accept: "application/json" } });

    expect(await response.json()).toMatchObject({ error: { kind: "not-found", status: 404 } });
  });

  it("is a line of text for everybody else", async () => {
    const { url } = await siteForTest();
    const response = await fetch(`${url}/x`, { headers: { "Accept-Language": "en" } });

    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toMatch(/^404 There is nothing here\. .*\n$/);
  });

  it.each([BROWSER, { Accept: "application/json" }, {}])(
    "of ours shows no stack and is logged once",
    async (headers) => {
      const failure = new Error("secret detail");
      const front = (): Promise<never> => Promise.reject(failure);
      const { url, failures } = await siteForTest(samplePublished({}, { front }));
      const response = await fetch(url, { headers: headers as Record<string, string> });

      expect(response.status).toBe(500);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).not.toMatch(/secret|at .*\.ts|node:/);
      expect(failures).toEqual([failure]);
    },
  );

  it("says of a withdrawn article whose it was, since when, why, and no word of it", async () => {
    const { url } = await siteForTest(withdrawn);
    const response = await fetch(`${url}/articles/gone`, { headers: BROWSER });
    const page = await response.text();

    expect(response.status).toBe(410);
    expect(page).toContain('<a href="https://bote.example/" rel="nofollow noopener">Flussbote</a>');
    expect(page).toContain("Auf Wunsch des Verlags.");
    expect(page).toContain("https://bote.example/gone");
    expect(page).toContain(createDates("de", "UTC").full(aWithdrawal().withdrawnAt).text);
  });
});

describe("health", () => {
  it("is alive but not ready before feeds can be served", async () => {
    const { url } = await siteForTest(samplePublished({}, { isReady: () => false }));

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false });
    expect(ready.headers.get("cache-control")).toBe("no-store");
  });

  it("is 503 with the reasons when something is not in order", async () => {
    const reason = { kind: "source-failing", source: "bote", message: "404 since noon." } as const;
    const status = async () => ({
      reasons: [reason],
      sources: [],
      lastPassAt: null,
      nodes: [],
      configuration: null,
      backup: null,
    });
    const { url } = await siteForTest(samplePublished({}, { status }));
    const response = await fetch(`${url}/status`);

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      inOrder: false,
      reasons: [reason],
      sources: [],
      lastPassAt: null,
      nodes: [],
      configuration: null,
      backup: null,
    });
  });

  it.each([
    ["de-AT,de;q=0.9", "2 Fehlschläge in Folge: der Server antwortete mit 503."],
    ["*", "2 failures in a row: the server answered 503."],
    ["fr", "2 failures in a row: the server answered 503."],
  ])("says why in the language that is asked for: %s", async (language, message) => {
    const said = "2 failures in a row: the server answered 503.";
    const reason = { kind: "source-failing", source: "bote", message: said } as const;
    const status = async () => ({
      reasons: [reason],
      sources: [],
      lastPassAt: null,
      nodes: [],
      configuration: null,
      backup: null,
    });
    const { url } = await siteForTest(samplePublished({}, { status }));
    const response = await fetch(`${url}/status`, { headers: { "accept-language": language } });

    expect(await response.json()).toMatchObject({ reasons: [{ ...reason, message }] });
    expect(response.headers.get("vary")).toContain("Accept-Language");
  });
});

describe("before the first feeds are rendered", () => {
  it.each(["/", "/feeds/all", "/feeds/all.rss", "/feeds/all.atom", "/rss.xml", "/feed.json"])(
    "%s asks readers to come again",
    async (path) => {
      const { url } = await siteForTest(samplePublished({}, { isReady: () => false }));
      const response = await fetch(url + path);

      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("5");
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each(["/about", "/articles/a1", "/style.css", "/feeds.opml", "/status"])(
    "%s is there already",
    async (path) => {
      const { url } = await siteForTest(samplePublished({}, { isReady: () => false }));
      expect((await fetch(url + path)).status).toBe(200);
    },
  );
});

describe("an article page", () => {
  it("lets search engines take our own articles only", async () => {
    const own = found(anEntry({ articleId: "own" }), { isOwn: true });
    const { url } = await siteForTest(samplePublished({ articles: { own } }));
    const [ownPage, foreignPage] = await Promise.all(
      ["own", "a1"].map(async (id) => (await fetch(`${url}/articles/${id}`)).text()),
    );

    expect(ownPage).not.toContain("noindex");
    expect(foreignPage).toContain('<meta name="robots" content="noindex, follow');
  });
});

describe("what the operator says of the site", () => {
  it("links imprint and privacy on every page, in the reader's language", async () => {
    const site = aSite({
      imprint: "https://schau.example/impressum",
      privacy: "https://schau.example/ds",
    });
    const { url } = await siteForTest(samplePublished({ site }));

    for (const path of ["/", "/about", "/feeds/all", "/articles/a1", "/nothing"]) {
      const text = await (await fetch(url + path, { headers: BROWSER })).text();
      expect(text).toContain('<a href="https://schau.example/impressum">Impressum</a>');
      expect(text).toContain('<a href="https://schau.example/ds">Datenschutz</a>');
    }
  });

  it("gives times in the zone of the site, and follows when it changes", async () => {
    let timeZone: string | null = "America/New_York";
    const published = samplePublished({}, { site: () => aSite({ timeZone }) });
    const { url } = await siteForTest(published, { timeZone: "Europe/Berlin" });
    const times = async () =>
      (await (await fetch(`${url}/articles/a1`)).text()).match(/\d\d:00 Uhr/)?.[0];

    expect(await times()).toBe("08:00 Uhr");
    timeZone = null;
    expect(await times()).toBe("14:00 Uhr");
  });
});

describe("while the database does not answer", () => {
  const away = {
    ...samplePublished(),
    article: async () => {
      throw new AwayForTest();
    },
  };

  it.each([
    ["de", "text/html", /Unser Archiv antwortet im Augenblick nicht/],
    ["en", "text/html", /Our archive does not answer at the moment/],
    ["en", "application/json", /"kind":"away","status":503/],
    ["en", "*/*", /^503 This cannot be shown now/],
  ])("a page that needs it says so (%s, %s), and is not kept", async (language, type, said) => {
    const { url, failures } = await siteForTest(away);
    const headers = { Accept: type, "Accept-Language": language };
    const response = await fetch(`${url}/articles/a1`, { headers });

    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("30");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toMatch(said);
    // Who follows what is published has logged it.
    expect(failures).toEqual([]);
  });
});

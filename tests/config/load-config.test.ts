import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCronExpression } from "../../src/adapters/cron.ts";
import { readOpml } from "../../src/adapters/markup/read-opml.ts";
import { describeProblem } from "../../src/config/config.ts";
import type { Environment } from "../../src/config/environment.ts";
import { configFile, loadConfig } from "../../src/config/load-config.ts";
import { formerOutlineId, outlineId } from "../../src/config/opml-sources.ts";
import { NO_BRANDING } from "../../src/core/settings/branding.ts";
import { problemsOf, valid, type Written, writeConfig } from "./configuration.ts";

const loadAt = (file: string) => loadConfig({ file, environment: {}, readOpml, isCronExpression });

const load = (yaml: string) => valid(writeConfig(yaml).load());

describe("an empty configuration", () => {
  it("has a value for every key", () => {
    const { folder, file, load: read } = writeConfig("");
    expect(valid(read())).toEqual({
      file,
      files: [file],
      site: {
        title: "Offprint",
        description: "A syndication desk",
        url: "http://localhost:8080",
        language: "en",
        contact: null,
        images: "link",
        branding: NO_BRANDING,
        timeZone: null,
        imprint: null,
        privacy: null,
      },
      server: { host: "127.0.0.1", port: 8080, trustProxy: 0, rateLimit: 600 },
      database: { name: join(folder, "offprint.db"), directName: null, isNotified: true },
      backup: null,
      ingest: {
        tick: "* * * * *",
        concurrency: 16,
        perHost: 2,
        userAgent: "Offprint/1.0 (+http://localhost:8080/about)",
        allowNetworks: [],
        limits: { bodyBytes: 10_485_760, items: 1000, timeoutMs: 30_000, redirects: 5 },
      },
      sources: [],
      credentials: [],
      feeds: [
        {
          id: "all",
          title: "Offprint",
          description: "A syndication desk",
          language: "en",
          items: 50,
          content: "full",
          bytes: null,
          attribution: true,
          prefer: [],
          withdrawn: { form: "stub", days: 7 },
          where: { sources: [], categories: [], languages: [], match: "", exclude: "" },
          branding: NO_BRANDING,
          leadImage: "metadata",
        },
      ],
      adminToken: null,
      warnings: [],
    });
  });

  it("has backups only where they are asked for: daily, beside it", () => {
    const { folder, load: read } = writeConfig("backup: {}\n");
    expect(valid(read()).backup).toEqual({
      folder: join(folder, "backups"),
      expression: "0 3 * * *",
      keep: { daily: 7, weekly: 4, monthly: 12 },
    });
    expect(load("backup: { to: /mnt/b, at: '4:05', keep: { daily: 2 } }\n").backup).toEqual({
      folder: "/mnt/b",
      expression: "5 4 * * *",
      keep: { daily: 2, weekly: 4, monthly: 12 },
    });
    expect(load("backup: { at: '0 */6 * * *' }\n").backup?.expression).toBe("0 */6 * * *");
  });

  it("warns of backups that are wanted of PostgreSQL", () => {
    const { warnings } = load("database: postgres://desk@db.example/desk\nbackup: {}\n");
    expect(warnings).toMatchObject([{ key: "backup", message: expect.stringMatching(/pg_dump/) }]);
  });

  it("may be JSON", () => {
    expect(load('{ "site": { "title": "JSON" } }').site.title).toBe("JSON");
  });
});

describe("a source", () => {
  it("takes one line, the rest has defaults", () => {
    const { sources } = load(
      "sources:\n  - { id: a, url: 'https://a.example/feed' }\n  - { id: b, folder: in }\n",
    );
    const cleanup = { keep: [], drop: [] };
    const common = {
      ...{ title: null, fullText: "auto", rights: "full", paused: false, categories: [], cleanup },
    };
    expect(sources).toMatchObject([
      { ...common, id: "a", kind: "remote", url: "https://a.example/feed", everyMs: 900_000 },
      { ...common, id: "b", kind: "folder", folder: expect.stringMatching(/\/in$/), everyMs: 1000 },
    ]);
  });

  it.each([
    ["1s", 1000],
    ["90s", 90_000],
    ["15m", 900_000],
    ["2h", 7_200_000],
    ["1d", 86_400_000],
  ])("every %s is %i ms", (every, everyMs) => {
    const { sources } = load(`sources: [{ id: a, url: "https://a.example/", every: ${every} }]`);
    expect(sources).toMatchObject([{ everyMs }]);
  });
});

describe("a list of subscriptions", () => {
  const LIST = `<opml><body><outline text="A" xmlUrl="https://a.example/feed"/>
    <outline text="Folder"><outline text="B" xmlUrl="https://b.example/"/>
    <outline text="A again" xmlUrl="https://a.example/feed"/></outline></body></opml>`;

  it("makes every address a source once, with the options of the list", () => {
    const {
      folder,
      file,
      load: read,
    } = writeConfig("sources:\n  - opml: lists/mine.opml\n    rights: link\n    every: 1h\n", {
      "lists/mine.opml": LIST,
    });
    const config = valid(read());
    expect(config.files).toEqual([file, join(folder, "lists/mine.opml")]);
    expect(config.sources).toMatchObject([
      { kind: "remote", url: "https://a.example/feed", title: "A again", rights: "link" },
      { kind: "remote", url: "https://b.example/", title: "B", everyMs: 3_600_000 },
    ]);
    for (const { id } of config.sources) expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  it("hands what an editor keeps and drops on to every address", () => {
    const { load: read } = writeConfig(
      "sources:\n  - opml: mine.opml\n    cleanup: { drop: ['Zum Kalender …'] }\n",
      { "mine.opml": LIST },
    );
    const cleanup = { keep: [], drop: ["Zum Kalender …"] };
    expect(valid(read()).sources).toMatchObject([{ cleanup }, { cleanup }]);
  });

  it("gives ids that hang on nothing but the address", () => {
    const url = "https://www.a.example/Some/Feed.xml";
    expect(outlineId(url)).toBe("a-example-some-feed-xml-9089fa");
    expect(outlineId(url)).toBe(formerOutlineId(url));
    expect(outlineId("https://a.example/a-b")).not.toBe(outlineId("https://a.example/a/b"));
    expect(outlineId(`https://a.example/${"long".repeat(50)}`).length).toBeLessThanOrEqual(64);
  });

  it.each([
    ["a query", "https://a.example/feed.xml?key=s3cret", /^a-example-feed-xml-[\da-f]{12}$/],
    ["a name", "https://s3cret@a.example/feed.xml", /^a-example-feed-xml-[\da-f]{12}$/],
    [
      "what a machine has drawn",
      "https://a.example/private/s3cretB3dE5gH7jK9mN2.rss/feed",
      /^a-example-private-feed-[\da-f]{12}$/,
    ],
    [
      "a parameter of a path",
      "https://a.example/feed;session=s3cretB3dE5gH7jK9mN2",
      /^a-example-[\da-f]{12}$/,
    ],
  ])("keeps %s out of what can be read of an id", (_, url, expected) => {
    expect(outlineId(url)).toMatch(expected);
    expect(outlineId(url)).not.toBe(outlineId(url.replace("s3cret", "s4cret")));
  });

  it("keeps a password out of ids altogether, for a hash tells whether it was guessed", () => {
    const url = "https://ada:s3cret@a.example/feed.xml";
    expect(outlineId(url)).toBe(outlineId(url.replace("s3cret", "another")));
    expect(outlineId(url)).not.toBe(outlineId(url.replace("ada", "bea")));
  });

  it("tells thousands of channels apart that differ in their query alone", () => {
    const ids = Array.from({ length: 20_000 }, (_, channel) =>
      outlineId(`https://videos.example/feeds/videos.xml?channel_id=UC${channel}`),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("whose titles are addresses gives away nothing of these", () => {
    const { load: read } = writeConfig("sources: [{ opml: mine.opml }]\n", {
      "mine.opml": `<opml><body><outline text="https://a.example/feed?key=s3cret" xmlUrl="https://a.example/feed?key=s3cret"/></body></opml>`,
    });
    expect(valid(read()).sources[0]?.title).toBe("https://a.example/feed?…");
  });

  it("counts under ids of before in the feeds that name them, and is warned of without them", () => {
    const url = "https://a.example/feed?key=s3cret";
    const [former, today] = [formerOutlineId(url), outlineId(url)];
    const { load: read } = writeConfig(
      `sources: [{ opml: mine.opml }]\nfeeds:\n  - id: a\n    prefer: [${former}]\n    where: { sources: [${former}] }\n`,
      { "mine.opml": `<opml><body><outline text="A" xmlUrl="${url}"/></body></opml>` },
    );
    const { feeds, warnings } = valid(read());
    expect(feeds).toMatchObject([{ prefer: [today, former], where: { sources: [today, former] } }]);
    expect(warnings.map(({ line, key }) => [line, key])).toEqual([
      [4, "feeds[0].prefer[0]"],
      [5, "feeds[0].where.sources[0]"],
    ]);
    for (const { message } of warnings) {
      expect(message).toContain(`write "${today}"`);
      expect(message).not.toContain("s3cret");
    }
  });

  it("that is missing or none is told with its line", () => {
    const missing = writeConfig("sources:\n  - opml: no.opml\n");
    expect(problemsOf(missing)).toEqual([
      "offprint.yaml:2: sources[0].opml: there is no file no.opml",
    ]);
    const none = writeConfig("sources:\n  - opml: page.html\n", { "page.html": "<html></html>" });
    expect(problemsOf(none)).toEqual(["offprint.yaml:2: sources[0].opml: page.html is not OPML"]);
  });
});

describe("the environment", () => {
  it("names the server behind a pooler", () => {
    const { folder, load: read } = writeConfig("postgres: { notify: false }\n", {
      "direct.txt": "postgres://me:secret@db/desk\n",
    });
    const environment = {
      DATABASE_URL: "postgres://me:secret@pooler/desk",
      DATABASE_DIRECT_URL_FILE: join(folder, "direct.txt"),
    };
    expect(valid(read(environment)).database).toEqual({
      name: "postgres://me:secret@pooler/desk",
      directName: "postgres://me:secret@db/desk",
      isNotified: false,
    });
  });

  it("overrides host, port and database, and holds secrets", () => {
    const { folder, load: read } = writeConfig("server: { host: '::1', port: 1 }\n", {
      "secret.txt": " s3cret\n",
    });
    const environment = {
      HOST: "0.0.0.0",
      PORT: "9000",
      DATABASE_URL: "file:other.db",
      OFFPRINT_ADMIN_TOKEN_FILE: join(folder, "secret.txt"),
    };
    expect(valid(read(environment))).toMatchObject({
      server: { host: "0.0.0.0", port: 9000 },
      site: { url: "http://localhost:9000" },
      database: { name: join(folder, "other.db") },
      adminToken: "s3cret",
    });
    expect(valid(read({ HOST: "", PORT: "" }))).toMatchObject({
      server: { host: "::1", port: 1 },
    });
  });

  it.each([
    [{ PORT: "http" }, /PORT is http: expected a number from 0 to 65535/],
    [{ PORT: "65536" }, /PORT is 65536/],
    [{ HOST_FILE: "/dev/zero" }, /HOST_FILE names \/dev\/zero, which is too large for a value/],
    [{ HOST_FILE: "/no/such/file" }, /HOST_FILE names \/no\/such\/file, which cannot be read/],
    [{ DATABASE_URL: "postgres://me:p/w@db/x#y" }, /this is no address of a PostgreSQL database/],
    [
      { DATABASE_DIRECT_URL: "postgres://db/desk" },
      /DATABASE_DIRECT_URL: it is for a PostgreSQL database, and DATABASE_URL names none/,
    ],
    [
      { DATABASE_URL: "postgres://pooler/desk", DATABASE_DIRECT_URL: "db" },
      /DATABASE_DIRECT_URL: this is no address of a PostgreSQL database/,
    ],
    [
      { DATABASE_URL: "postgres://me:12/s3cr3t@db/x" },
      /this is no address of a PostgreSQL database/,
    ],
    [{ DATABASE_URL: "postgres:db" }, /DATABASE_URL: this is no address of a PostgreSQL database/],
    [
      { DATABASE_URL: "postgre://me:secret@db/desk" },
      /^(?!.*secret).*DATABASE_URL: there are no databases of this kind: expected a path, or postgres/,
    ],
  ])("%o is refused", (environment, expected) => {
    expect(problemsOf(writeConfig(""), environment)[0]).toMatch(expected);
  });

  it("names the file that counts, unless the command line does", () => {
    const environment = { OFFPRINT_CONFIG: "/etc/offprint.yaml" };
    expect(configFile({ file: undefined, environment })).toBe("/etc/offprint.yaml");
    expect(configFile({ file: "/tmp/x.yaml", environment })).toBe("/tmp/x.yaml");
    expect(configFile({ file: undefined, environment: {} })).toMatch(/\/data\/offprint\.yaml$/);
  });
});

describe("the User-Agent", () => {
  it("says where we are found, and whom to write to", () => {
    const { ingest } = load("site: { url: 'https://desk.example/', contact: me@desk.example }\n");
    expect(ingest.userAgent).toBe("Offprint/1.0 (+https://desk.example/about; me@desk.example)");
  });
});

describe("a mistake is told with its line and key", () => {
  it.each([
    [
      "a wrong type",
      "site:\n  title: 5\n",
      "offprint.yaml:2: site.title: expected string, received number",
    ],
    [
      "an unknown key",
      "site:\n  title: x\n  tittle: y\n",
      "offprint.yaml:3: site.tittle: is not a known key",
    ],
    [
      "an unknown block",
      "site: {}\nsources_:\n  - id: a\n",
      "offprint.yaml:2: sources_: is not a known key",
    ],
    [
      "a wrong word",
      "site:\n  images: maybe\n",
      'offprint.yaml:2: site.images: Invalid option: expected one of "link"|"none"',
    ],
    [
      "a bad duration",
      "sources:\n  - id: a\n    url: https://a.example/\n    every: 15 minutes\n",
      'offprint.yaml:4: sources[0].every: expected a duration such as "90s", "15m", "2h" or "1d"',
    ],
    [
      "a bad id",
      "feeds:\n  - id: All feeds\n",
      "offprint.yaml:2: feeds[0].id: expected small letters, digits and hyphens (at most 64)",
    ],
    [
      "a bad address",
      "sources:\n  - id: a\n    url: a.example/feed\n",
      "offprint.yaml:3: sources[0].url: expected an absolute http or https URL",
    ],
    [
      "a source that is nothing",
      "sources:\n  - id: a\n",
      "offprint.yaml:2: sources[0]: expected a source with url, folder or opml",
    ],
    [
      "an unknown key of a source",
      "sources:\n  - id: a\n    folder: in\n    evry: 5m\n",
      "offprint.yaml:4: sources[0].evry: is not a known key",
    ],
    [
      "an empty line to drop",
      "sources:\n  - id: a\n    folder: in\n    cleanup:\n      drop: ['']\n",
      "offprint.yaml:5: sources[0].cleanup.drop[0]: Too small: expected string to have >=1 characters",
    ],
    [
      "an id used twice",
      "sources:\n  - { id: a, folder: x }\n  - { id: a, folder: y }\n",
      'offprint.yaml:3: sources[1].id: the id "a" is used twice',
    ],
    [
      "a bad cron expression",
      "ingest:\n  tick: every minute\n",
      'offprint.yaml:2: ingest.tick: expected a cron expression such as "* * * * *"',
    ],
    [
      "a backup at no time of day",
      "backup:\n  at: 25:00\n",
      'offprint.yaml:2: backup.at: expected a time of day such as "03:00", or a cron expression',
    ],
    [
      "a bad network",
      "ingest:\n  allowNetworks:\n    - 127.0.0.0/8\n    - localhost\n",
      'offprint.yaml:4: ingest.allowNetworks[1]: expected an address or a network such as "127.0.0.0/8" or "fd00::/8"',
    ],
    [
      "a base URL with a query",
      "site:\n  url: https://desk.example/?a=1\n",
      "offprint.yaml:2: site.url: expected a base URL without ? and #",
    ],
    [
      "a base URL that only browsers would understand",
      "site:\n  url: 'https:desk.example'\n",
      "offprint.yaml:2: site.url: expected a base URL that begins with http:// or https://, without spaces",
    ],
    [
      "an alias that nobody set",
      "site:\n  title: *Wichtig*\n",
      "offprint.yaml:1: Unresolved alias (the anchor must be set before the alias): Wichtig* (* begins an alias)",
    ],
    ["a list in the place of a block", "- a\n", "offprint.yaml:1: expected object, received array"],
  ])("%s", (_what, yaml, expected) => {
    expect(problemsOf(writeConfig(yaml))).toEqual([expected]);
  });

  it("for every mistake at once", () => {
    expect(problemsOf(writeConfig("site: { title: 1 }\nserver:\n  port: 99999\n"))).toHaveLength(2);
  });

  it("when it is no YAML, or an attack on its reader", () => {
    expect(problemsOf(writeConfig("site: {\n  title: x\n"))[0]).toMatch(/^offprint\.yaml:\d: /);
    expect(problemsOf(writeConfig("a: 1\na: 2\n"))[0]).toMatch(/^offprint\.yaml:2: .*unique/);
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [name, before] of ["ba", "cb", "dc"]) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
    }
    expect(problemsOf(writeConfig(lines.join("\n")))[0]).toMatch(/alias/);
  });

  it("when there is no file, or a folder in its place", () => {
    const written = writeConfig("");
    const absent = { ...written, load: () => loadAt(join(written.folder, "no.yaml")) };
    expect(problemsOf(absent)).toEqual([
      'no.yaml: there is no file no.yaml: "offprint init" makes one',
    ]);
    const folder = { ...written, load: () => loadAt(written.folder) };
    expect(problemsOf(folder)[0]).toMatch(/cannot be read \(EISDIR\)$/);
  });

  it("when what is named has no end", () => {
    const problem = "/dev/zero is larger than 16 MB: it is no configuration or list";
    expect(loadAt("/dev/zero")).toMatchObject({ ok: false, error: [{ message: problem }] });
  });

  it("when what is named is a pipe that nobody writes to", () => {
    const written = writeConfig("sources: [{ opml: list.opml }]\n");
    execFileSync("mkfifo", [join(written.folder, "list.opml")]);
    expect(problemsOf(written)).toEqual([
      "offprint.yaml:1: sources[0].opml: list.opml cannot be read (a pipe)",
    ]);
  });
});

describe("what a site is recognised by", () => {
  const YAML = `site: { url: "https://desk.example", icon: brand/icon.PNG, color: "#1D4F73" }
feeds:
  - { id: all }
  - { id: news, icon: "https://cdn.example/news.svg", color: "#000000" }
`;

  it("is a file that is served, named by its content, or an address", () => {
    const written = writeConfig(YAML, { "brand/icon.PNG": "x" });
    const { site, feeds, files } = valid(written.load());
    const icon = {
      url: expect.stringMatching(/^https:\/\/desk\.example\/brand\/[0-9a-f]{16}\.png$/),
      type: "image/png",
      file: join(written.folder, "brand/icon.PNG"),
    };
    expect(site.branding).toEqual({ icon, logo: null, color: "#1d4f73" });
    expect(feeds.map(({ branding }) => branding)).toEqual([
      site.branding,
      {
        icon: { url: "https://cdn.example/news.svg", type: "image/svg+xml", file: null },
        logo: null,
        color: "#000000",
      },
    ]);
    expect(files).toContain(join(written.folder, "brand/icon.PNG"));
  });

  it("gets another address with another content", () => {
    const urls = ["x", "y"].map(
      (text) => valid(writeConfig(YAML, { "brand/icon.PNG": text }).load()).site.branding.icon?.url,
    );
    expect(urls[0]).not.toBe(urls[1]);
  });

  it.each([
    ["icon: gone.png", "site.icon: there is no file gone.png"],
    ["logo: notes.txt", "site.logo: notes.txt: expected a picture such as .png, .svg or .ico"],
    ["icon: big.png", "site.icon: big.png is larger than 1048576 bytes"],
    ["color: blue", 'site.color: expected a colour such as "#1d4f73"'],
    ["timeZone: Berlin", 'site.timeZone: expected the name of a time zone such as "Europe/Berlin"'],
    ["imprint: page.html", "site.imprint: expected an absolute http or https URL"],
  ])("is refused with the reason: %s", (line, problem) => {
    const others = { "notes.txt": "x", "big.png": "x".repeat(1_048_577) };
    expect(problemsOf(writeConfig(`site:\n  ${line}\n`, others))).toEqual([
      `offprint.yaml:2: ${problem}`,
    ]);
  });
});
describe("what is noticed about sources", () => {
  const warningsOf = (written: Written, environment: Environment = {}): string[] =>
    valid(written.load(environment)).warnings.map((warning) =>
      describeProblem(warning).replaceAll(`${written.folder}/`, ""),
    );

  it("is an address that is there already, also with https or a slash more", () => {
    const written = writeConfig(
      `sources:
  - { id: a, url: "http://a.example/feed" }
  - { id: b, url: "https://a.example/feed/" }
  - { id: c, url: "https://a.example/feed?c" }
  - { opml: list.opml }
`,
      { "list.opml": '<opml><outline xmlUrl="https://a.example/feed?c"/></opml>' },
    );
    const id = outlineId("https://a.example/feed?c");
    expect(warningsOf(written)).toEqual([
      'offprint.yaml:3: sources[1].url: repeats the address of "a": it is polled twice',
      `offprint.yaml:5: sources[3].opml: its outline "${id}" repeats the address of "c": it is polled twice`,
    ]);
  });

  it("is a folder that is not there", () => {
    expect(warningsOf(writeConfig("sources:\n  - { id: a, folder: drop }\n"))).toEqual([
      "offprint.yaml:2: sources[0].folder: there is no folder drop",
    ]);
  });

  it("is what a list has and the desk does not take", () => {
    const outlines = '<outline xmlUrl="https://a.example/"/><outline xmlUrl="feed://b.example/"/>';
    const written = writeConfig("sources:\n  - opml: list.opml\n", {
      "list.opml": `<opml>${outlines}</opml>`,
    });
    expect(warningsOf(written)).toEqual([
      "offprint.yaml:2: sources[0].opml: outlines without an http or https address in xmlUrl are left out (1): feed://b.example/",
    ]);
  });
});

describe("credentials", () => {
  const credentialsFor = (yaml: string, environment: Environment = {}) =>
    valid(writeConfig(`sources:\n  - ${yaml}\n`).load(environment)).credentials;
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

  it.each([
    ["{ basic: LOGIN }", { LOGIN: "anna:pa:ss ö" }, [["authorization", basic("anna:pa:ss ö")]]],
    ["{ bearer: TOKEN }", { TOKEN: "t1" }, [["authorization", "Bearer t1"]]],
    ["{ header: { X-Key: KEY } }", { KEY: "k1" }, [["x-key", "k1"]]],
  ])("come from the variables that auth names: %s", (auth, environment, headers) => {
    const yaml = `{ id: a, url: "https://a.example/f", auth: ${auth} }`;
    expect(credentialsFor(yaml, environment)).toEqual([
      { source: "a", url: "https://a.example/f", headers },
    ]);
  });

  it("are taken out of an address, where they would be stored and shown", () => {
    const written = writeConfig(
      'sources:\n  - { id: a, url: "https://anna%40desk:pa%3Ass%20%C3%B6@a.example/f" }\n',
    );
    const { sources, credentials, warnings } = valid(written.load());
    expect(sources).toMatchObject([{ url: "https://a.example/f" }]);
    expect(credentials).toMatchObject([
      { url: "https://a.example/f", headers: [["authorization", basic("anna@desk:pa:ss ö")]] },
    ]);
    expect(warnings.map(({ key }) => key)).toEqual(["sources[0].url"]);
    expect(JSON.stringify([sources, warnings])).not.toMatch(/anna|pa:|pa%3A/);
  });

  it.each([
    ["{ basic: LOGIN }", {}, "sources[0].auth.basic: LOGIN and LOGIN_FILE are not set"],
    ["{ bearer: T }", { T: "a\nb" }, "sources[0].auth.bearer: T holds characters that no header"],
    ["{ basic: LOGIN }", { LOGIN: "anna" }, "sources[0].auth.basic: LOGIN is not user:password"],
  ])("that cannot be used are a warning: %s", (auth, environment, message) => {
    const written = writeConfig(`sources:\n  - { id: a, url: "https://a.test/", auth: ${auth} }\n`);
    const [warning] = valid(written.load(environment)).warnings;
    expect(warning && describeProblem(warning)).toContain(message);
  });

  it.each([
    ["{}", "expected one of basic, bearer and header"],
    ["{ basic: A, bearer: B }", "expected one of basic, bearer and header"],
    ["{ basic: 'anna:secret' }", "expected the name of an environment variable, not a secret"],
    ["{ header: { Host: A } }", "header"],
  ])("are named, never written down: %s", (auth, message) => {
    const written = writeConfig(`sources:\n  - { id: a, url: "https://a.test/", auth: ${auth} }\n`);
    const [problem] = problemsOf(written);
    expect(problem).toContain(message);
    expect(problem).not.toContain("anna");
  });
});

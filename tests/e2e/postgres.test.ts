import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { databaseNamed } from "../../src/core/settings/database-name.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { on } from "../support/postgres/on.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SECRET = "only-for-the-server";

/** Also the name of what people must not be shown. */
async function secretDatabase(): Promise<string> {
  return Object.assign(new URL(await makeDatabase()), { password: SECRET }).href;
}

describe("the same sources, taken in on SQLite and on PostgreSQL", () => {
  const NAMES = ["all", "letters"];
  const FORMATS = ["rss", "atom", "json"];
  const SOURCES = ["talbote", "kreisblatt", "valley-letter", "desk"];
  const SAMPLES = fileURLToPath(new URL("../../data/samples", import.meta.url));

  /** Every document of the feeds, as a web process serves it. */
  async function documentsOf(config: string, environment: Readonly<Record<string, string>>) {
    const begun = Math.floor(Date.now() / 1000) * 1000;
    // One after the other: which of two copies comes first would else be chance.
    for (const id of SOURCES) {
      const args = ["ingest", "--source", id, "--config", config];
      const taken = await runOffprint(args, { environment });
      expect(taken).toMatchObject({ code: 0 });
    }
    const service = await startOffprint(["--role", "web", "--config", config], { environment });
    onTestFinished(service.kill);
    const documents = new Map<string, string>();
    for (const name of NAMES) {
      for (const format of FORMATS) {
        const response = await until(`${name}.${format}`, async () => {
          const answer = await fetch(`${service.url}/feeds/${name}.${format}`);
          return answer.ok ? answer : undefined;
        });
        documents.set(`${name}.${format}`, withoutNow(await response.text(), begun));
      }
    }
    await service.stop();
    return documents;
  }

  it("gives the same feeds, byte for byte", async () => {
    const desk = layDesk({
      sources: SOURCES.map((id) => ({ id, folder: id })),
      feeds: [
        { id: "all", title: "All" },
        { id: "letters", title: "Letters", where: { sources: ["valley-letter", "desk"] } },
      ],
    });
    onTestFinished(desk.remove);
    cpSync(SAMPLES, desk.folder, { recursive: true, preserveTimestamps: true });
    const onSqlite = await documentsOf(desk.config, {});

    // Our own ids hang on the name of the database.
    const file = new Database(desk.database, { readonly: true });
    const named = file.prepare("SELECT value FROM setting WHERE name = 'instance'").pluck().get();
    file.close();
    const address = await secretDatabase();
    const made = await postgres.at(databaseNamed(address)).open();
    if (!made.ok) throw new Error(made.error.message);
    const instance = made.value.db.updateTable("setting").set({ value: String(named) });
    await instance.where("name", "=", "instance").execute();
    await made.value.close();
    const onPostgres = await documentsOf(desk.config, { DATABASE_URL: address });

    expect([...onPostgres.keys()]).toEqual([...onSqlite.keys()]);
    for (const [name, text] of onSqlite) {
      expect(text.length).toBeGreaterThan(1000);
      expect(onPostgres.get(name)).toBe(text);
    }
  });
});

const INSTANTS = /\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|\d{4}-\d\d-\d\dT[\d:]{8}(?:\.\d+)?Z/g;

/** An item without a date has that of its coming, which each run has for itself. */
const withoutNow = (text: string, begun: number): string =>
  text.replace(INSTANTS, (instant) => (Date.parse(instant) >= begun ? "now" : instant));

describe("a service on PostgreSQL", () => {
  const NOON = Date.UTC(2026, 1, 17, 12);
  let desk: Desk;
  let service: Service;
  let environment: Readonly<Record<string, string>>;

  const bring = (...names: readonly string[]): void => {
    const items = names.map((name, n) => ({
      ...sampleItem(name, NOON + n * 60_000),
      guid: `urn:test:${name}`,
    }));
    desk.write("tower/feed.xml", rssFeed("tower", items));
  };
  const command = (...args: string[]) =>
    runOffprint([...args, "--config", desk.config], { environment });
  const ids = (count: number): Promise<readonly string[]> =>
    until(`the feed has ${count} entries`, async () => {
      const found = (await entriesOf(service.url)).map(({ id }) => id).toSorted();
      return found.length === count ? found : undefined;
    });
  const articles = async () =>
    jsonLines<{ id: string; title: string }>(await command("articles", "--json"));

  beforeAll(async () => {
    desk = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
    environment = { DATABASE_URL: await secretDatabase() };
    bring("north", "south");
    service = await startOffprint(["--config", desk.config], { environment });
  });
  afterAll(async () => {
    await service?.kill();
    desk.remove();
  });

  it("publishes what comes in, and is in order", async () => {
    expect(await ids(2)).toEqual(["urn:test:north", "urn:test:south"]);
    await until("it is in order", async () => (await statusOf(service.url)).inOrder);
  });

  it("has its editor's orders carried out, and shows nobody the password", async () => {
    const list = jsonLines<{ id: string; lead: { guid: string } }>(
      await command("clusters", "--json"),
    );
    const clusters = list.toSorted((a, b) => (a.lead.guid < b.lead.guid ? -1 : 1));
    const pair = clusters.map(({ id }) => id);
    expect(await command("clusters", "merge", ...pair)).toMatchObject({ code: 0, stderr: "" });
    expect(await ids(1)).toEqual(["urn:test:north"]);
    expect(await command("clusters", "merge", ...pair, "--undo")).toMatchObject({ code: 0 });
    expect(await ids(2)).toHaveLength(2);
    const [first] = await articles();
    expect(await command("withdraw", first?.id ?? "", "--reason", "a test")).toMatchObject({
      code: 0,
    });
    await ids(1);
    expect(await command("withdraw", first?.id ?? "", "--undo")).toMatchObject({ code: 0 });
    await ids(2);
    expect(await command("ingest", "--all")).toMatchObject({ code: 0 });
    expect(service.stdout() + service.stderr()).not.toContain(SECRET);
  });

  it("serves readers while PostgreSQL is away, and takes in what came meanwhile", async () => {
    const url = new URL(environment["DATABASE_URL"] ?? "");
    const name = url.pathname.slice(1);
    const server = Object.assign(new URL(url), { pathname: "/postgres" }).href;
    await on(server, (client) => client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`));
    const cut = () =>
      on(server, (client) =>
        client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
          name,
        ]),
      );
    await cut();
    bring("north", "south", "east");
    const end = Date.now() + 5000;
    while (Date.now() < end) {
      expect((await fetch(`${service.url}/feeds/all.rss`)).status).toBe(200);
      const { reasons } = await statusOf(service.url);
      expect(reasons.map(({ kind }) => kind)).toEqual(["database-unreachable"]);
      await cut();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await on(server, (client) => client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`));
    expect(await ids(3)).toContain("urn:test:east");
    await until("it is in order", async () => (await statusOf(service.url)).inOrder);
  });

  it("takes in an item with characters that PostgreSQL cannot store", async () => {
    const odd = {
      id: "urn:test:o\0dd\ud800",
      url: "https://tower.example/o\0dd",
      title: "Odd\0 title\ud800",
      content_html: `<p>${sampleItem("odd", NOON).text}\0\udc00</p>`,
      authors: [{ name: "A\0nna" }],
      tags: ["o\0dd"],
      date_published: new Date(NOON).toISOString(),
    };
    const version = "https://jsonfeed.org/version/1.1";
    desk.write("tower/odd.json", JSON.stringify({ version, title: "Odd\0", items: [odd] }));
    const entry = await until("it is published", async () =>
      (await entriesOf(service.url)).find(({ title }) => title.startsWith("Odd")),
    );
    expect(entry).toMatchObject({ title: "Odd title" });
    expect((await statusOf(service.url)).reasons).toEqual([]);
    rmSync(join(desk.folder, "tower/odd.json"));
    const [{ id = "" } = {}] = (await articles()).filter(({ title }) => title === "Odd title");
    expect(await command("withdraw", id)).toMatchObject({ code: 0 });
    await ids(3);
  });

  it("is restarted where it stopped, and a command alone does what it is told", async () => {
    expect(await service.stop()).toMatchObject({ code: 0 });
    const [first] = await articles();
    expect(await command("withdraw", first?.id ?? "", "--reason", "a test")).toMatchObject({
      code: 0,
    });
    service = await startOffprint(["--config", desk.config], { environment });
    await ids(2);
  });
});

it("a database that cannot be used is named in one line, without its password", async () => {
  const desk = layDesk();
  onTestFinished(desk.remove);
  const environment = { DATABASE_URL: `postgres://me:${SECRET}@127.0.0.1:1/desk` };
  for (const args of [["serve"], ["ingest"], ["articles"]]) {
    const run = await runOffprint([...args, "--config", desk.config], { environment });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^[^\n]*me@127\.0\.0\.1:1\/desk cannot be used: nobody answers there[^\n]*\n$/,
    );
  }
});

import { globSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  runOffprint,
  type Service,
  startIngestRole,
  startPublishRole,
  startWebRole,
} from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { on } from "../support/postgres/on.ts";
import { statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { startSourceServer } from "../support/source-server.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

type Node = Omit<Service, "url">;

/** A picture of one dot. */
const ICON = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

describe("nodes on one PostgreSQL", () => {
  let owner: Desk;
  let database: string;
  const nodes: Node[] = [];

  const environment = (node: string) => ({ DATABASE_URL: database, OFFPRINT_NODE: node });
  /** Where no configuration file lies. */
  const bare = (node: string) => {
    const cwd = join(owner.folder, "nodes", node);
    mkdirSync(cwd, { recursive: true });
    return { cwd, environment: environment(node) };
  };
  const started = async <N extends Node>(starting: Promise<N>): Promise<N> => {
    const node = await starting;
    nodes.push(node);
    return node;
  };
  const settings = (title: string) => ({
    site: { title, icon: "icon.gif" },
    sources: [{ id: "tower", folder: "tower" }, { opml: "lists/all.opml" }],
  });
  /** Made of the configuration that the process has, not of what is published. */
  const listOf = async (url: string): Promise<string> => (await fetch(`${url}/feeds.opml`)).text();
  const shows = (url: string, title: string): Promise<boolean> =>
    until(`${url} is called ${title}`, async () => (await listOf(url)).includes(title));

  let web: Service;
  let other: Service;
  let north: Node;

  beforeAll(async () => {
    database = await makeDatabase();
    owner = layDesk(settings("First"));
    owner.write("icon.gif", ICON);
    owner.write("lists/all.opml", '<opml version="2.0"><body></body></opml>');
    owner.write("tower/feed.xml", rssFeed("tower", [sampleItem("one", Date.UTC(2026, 1, 17))]));
    // A follower may be there first.
    const waiting = started(startWebRole([], bare("west")));
    north = await started(
      startIngestRole(["--config", owner.config], { environment: environment("north") }),
    );
    await started(startPublishRole([], bare("press")));
    web = await waiting;
    other = await started(startWebRole([], bare("east")));
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    owner.remove();
  });

  it("take site, sources, lists and pictures from the one that has the file", async () => {
    for (const { url } of [web, other]) {
      await shows(url, "First");
      const feed = await until("there is an entry", async () => {
        const text = await (await fetch(`${url}/feeds/all.json`)).text();
        return text.includes("one") ? text : undefined;
      });
      const [icon = ""] = /http:\/\/desk\.test\/brand\/[^"]+/.exec(feed) ?? [];
      const answer = await fetch(`${url}${new URL(icon).pathname}`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(ICON)).toBe(true);
      expect(answer.headers.get("content-type")).toBe("image/gif");
      expect((await statusOf(url)).configuration).toMatchObject({ revision: 1, owner: "north" });
    }
    expect(web.stderr()).toContain("there is no configuration yet: waiting for it");
  });

  it("follow an edit within seconds", async () => {
    owner.configure(settings("Second"));
    await Promise.all([web, other].map(({ url }) => shows(url, "Second")));
    expect((await statusOf(web.url)).configuration?.revision).toBe(2);
  });

  it("keep to it while its edit is broken, and where a file says something else", async () => {
    const stray = layDesk({ site: { title: "Stray" } });
    onTestFinished(stray.remove);
    const lone = await startWebRole(["--config", stray.config], {
      environment: environment("south"),
    });
    onTestFinished(lone.kill);
    await shows(lone.url, "Second");
    const reason = await until("the file is named", async () =>
      (await statusOf(lone.url)).reasons.find(({ kind }) => kind === "configuration-differs"),
    );
    expect(reason.message).toContain("The file offprint.yaml of this node differs from revision 2");
    await until("its log names the way out", () =>
      lone.log().some(({ msg }) => msg.includes("offprint config own")),
    );

    owner.write("offprint.yaml", "site: { tittle: Bad }");
    await until("the owner says so", () =>
      north.log().some(({ msg }) => msg.startsWith("the configuration is invalid")),
    );
    expect((await statusOf(web.url)).configuration?.revision).toBe(2);
    owner.configure(settings("Third"));
    await Promise.all([web, other, lone].map(({ url }) => shows(url, "Third")));
  });

  it("edit the file of the owner from a node that has none", async () => {
    const { cwd, environment: own } = bare("shell");
    const run = (...args: string[]) => runOffprint(["sources", ...args], { cwd, environment: own });
    const server = await startSourceServer();
    onTestFinished(server.close);
    server.set("/feed.xml", { body: rssFeed("valley", [sampleItem("two")]) });
    const added = await run("add", `${server.url}/feed.xml`, "--id", "valley", "--yes");
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining("(offprint.yaml)") });
    expect(JSON.parse(readFileSync(owner.config, "utf8")).sources).toContainEqual({
      id: "valley",
      url: `${server.url}/feed.xml`,
    });
    const ids = async () => (await statusOf(web.url)).sources.map(({ id }) => id);
    await until("every node has the source", async () => (await ids()).includes("valley"));
    await until("it is polled", async () => server.requests("/feed.xml").length > 1);
    expect(await run("rename", "valley", "hill")).toMatchObject({ code: 0 });
    await until("every node has its new name", async () => (await ids()).includes("hill"));
    expect(await run("pause", "hill")).toMatchObject({ code: 0 });
    expect((await run("list", "--state", "paused")).stdout).toContain("hill: paused");
    expect(await run("remove", "hill")).toMatchObject({ code: 0 });
    await until("every node has it no more", async () => !(await ids()).includes("hill"));
  });

  it("write files with pictures that they do not have", async () => {
    const icon = join(owner.folder, "icon.gif");
    const kept = `${icon}.kept`;
    renameSync(icon, kept);
    onTestFinished(() => renameSync(kept, icon));
    const { cwd, environment: own } = bare("files");
    const written = await runOffprint(["publish", "--to", "www"], { cwd, environment: own });
    expect(written).toMatchObject({ code: 0, stderr: "" });
    const [brand = ""] = globSync("www/brand/*.gif", { cwd });
    for (const name of [brand, "www/favicon.ico"]) {
      expect(readFileSync(join(cwd, name)).equals(ICON)).toBe(true);
    }
  });

  it("know of a node that cannot write its files", async () => {
    const { cwd, environment: own } = bare("disk");
    const away = {
      AWS_ENDPOINT_URL: "http://127.0.0.1:9",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
    };
    const press = await started(
      startPublishRole(["--static", "s3://desk-bucket"], { cwd, environment: { ...own, ...away } }),
    );
    const reason = await until("another node knows", async () =>
      (await statusOf(web.url)).reasons.find(({ kind }) => kind === "files-not-written"),
    );
    expect(reason.message).toMatch(
      /^The files of the site cannot be written by disk since \S+Z \(s3:\/\/desk-bucket cannot be reached \(.+\)\)\. /,
    );
    expect(await press.stop()).toEqual({ code: 0, signal: null });
  });

  it("have the next owner when theirs is killed: one with the same file", async () => {
    const heir = layDesk(settings("Third"));
    onTestFinished(heir.remove);
    heir.write("icon.gif", ICON);
    heir.write("lists/all.opml", '<opml version="2.0"><body></body></opml>');
    heir.write("tower/feed.xml", rssFeed("tower", [sampleItem("one", Date.UTC(2026, 1, 17))]));
    await north.kill();
    const ingest = await started(
      startIngestRole(["--config", heir.config], { environment: environment("heir") }),
    );
    await until("it owns it", async () => {
      const { configuration } = await statusOf(web.url);
      return configuration?.owner === "heir";
    });
    heir.configure(settings("Fourth"));
    await Promise.all([web, other].map(({ url }) => shows(url, "Fourth")));

    // The former owner comes back with a file that was edited meanwhile.
    owner.configure(settings("Fifth"));
    const again = await started(
      startIngestRole(["--config", owner.config], { environment: environment("north") }),
    );
    await until("it is told", () =>
      again.log().some(({ msg }) => msg.startsWith("this file differs")),
    );
    await shows(web.url, "Fourth");
    await ingest.stop();
  });
});

it("a node that starts with an edited file polls with its passwords from the first request", async () => {
  const database = await makeDatabase();
  const server = await startSourceServer();
  onTestFinished(server.close);
  server.set("/rss", { body: rssFeed("wire", [sampleItem("one", Date.UTC(2026, 1, 17))]) });
  const settings = (title: string) => ({
    site: { title },
    ingest: { tick: "* * * * * *" },
    sources: [
      { id: "wire", url: `http://me:secret@127.0.0.1:${server.port}/rss`, every: "1s" },
      { id: "spire", url: `http:\\\\:secret@127.0.0.1:${server.port}/rss?b`, every: "1s" },
    ],
  });
  const desk = layDesk(settings("First"));
  onTestFinished(desk.remove);
  server.set("/rss?b", { body: rssFeed("spire", []) });
  const options = { environment: { DATABASE_URL: database, OFFPRINT_NODE: "north" } };
  const revision = async (): Promise<unknown> =>
    on(database, async (client) => {
      const { rows } = await client.query("SELECT revision FROM configuration");
      return Number(rows[0]?.revision);
    });
  for (const [title, expected] of [
    ["First", 1],
    ["Second", 2],
  ] as const) {
    desk.configure(settings(title));
    const node = await startIngestRole(["--config", desk.config], options);
    const before = server.requests().length;
    await until("it polls, and has stored its file", async () => {
      const polls = server.requests().length - before;
      return polls > 3 && (await revision()) === expected;
    });
    await node.stop();
  }
  const basic = (login: string): string => `Basic ${Buffer.from(login).toString("base64")}`;
  const logins = (path: string) =>
    new Set(server.requests(path).map(({ headers }) => headers.authorization));
  expect(logins("/rss")).toEqual(new Set([basic("me:secret")]));
  expect(logins("/rss?b")).toEqual(new Set([basic(":secret")]));
  const stored = await on(database, async (client) => {
    const { rows } = await client.query("SELECT bytes FROM configuration_file");
    return rows.map(({ bytes }) => Buffer.from(bytes).toString()).join();
  });
  expect(stored).toContain("Second");
  expect(stored).not.toContain("secret");
});

describe("commands of nodes on one PostgreSQL", () => {
  let database: string;
  let first: Desk;
  let second: Desk;
  const run = (node: string, ...args: string[]) =>
    runOffprint(args, {
      cwd: first.folder,
      environment: { DATABASE_URL: database, OFFPRINT_NODE: node },
    });
  const titled = (title: string) => ({
    site: { title },
    sources: [{ id: "tower", folder: "tower" }],
  });
  const shown = async (node: string, ...args: string[]) =>
    JSON.parse((await run(node, "config", "show", "--json", ...args)).stdout);

  beforeAll(async () => {
    database = await makeDatabase();
    first = layDesk(titled("First"));
    second = layDesk(titled("Second"));
    for (const desk of [first, second]) {
      desk.write("tower/feed.xml", rssFeed("tower", [sampleItem("one", Date.UTC(2026, 1, 17))]));
    }
  });
  afterAll(() => {
    first.remove();
    second.remove();
  });

  it("a pass stores the file of its node, and an edit of it", async () => {
    expect(await run("north", "ingest", "--config", first.config)).toMatchObject({ code: 0 });
    expect(await shown("north", "--config", first.config)).toMatchObject({
      file: first.config,
      stored: { revision: 1, file: first.config, writtenBy: "north", owner: null },
      differing: [],
    });
    first.configure(titled("First, edited"));
    expect(await run("north", "ingest", "--config", first.config)).toMatchObject({ code: 0 });
    expect(await shown("north", "--config", first.config)).toMatchObject({
      stored: { revision: 2 },
    });
  });

  it("a pass of another node takes what is stored, and tells of its file", async () => {
    const passed = await run("south", "ingest", "--all", "--config", second.config);
    expect(passed).toMatchObject({ code: 0 });
    expect(passed.stderr).toContain(`${second.config} differs from revision 2, which counts`);
    expect(await shown("south", "--config", second.config)).toMatchObject({
      stored: { revision: 2, writtenBy: "north" },
      differing: ["offprint.yaml"],
    });
    const plain = await run("south", "config", "show", "--config", second.config);
    expect(plain.stdout).toContain(
      "offprint.yaml differ. To let it count from now on: offprint config own",
    );
  });

  it("a node without a file has what is stored", async () => {
    const listed = await run("east", "feeds", "--json");
    expect(listed).toMatchObject({ code: 0, stderr: "" });
    expect(listed.stdout).toContain("First, edited");
    expect((await run("east", "config", "show")).stdout).toContain("Revision 2 counts");
    expect((await run("east", "feeds", "--config", "nowhere.yaml")).code).toBe(1);
  });

  it("an operator lets another file count, which then the first does not replace", async () => {
    expect(await run("south", "config", "own", "--config", second.config)).toMatchObject({
      code: 0,
      stdout: `${second.config} counts for all nodes from now on, as revision 3\n`,
    });
    const passed = await run("north", "ingest", "--config", first.config);
    expect(passed.stderr).toContain("differs from revision 3");
    expect((await run("east", "feeds", "--json")).stdout).toContain("Second");
  });

  it("a file that always counts needs no owner", async () => {
    const lone = layDesk(titled("Lone"));
    onTestFinished(lone.remove);
    const owned = await runOffprint(["config", "own", "--config", lone.config]);
    expect(owned).toMatchObject({ code: 1, stderr: expect.stringContaining("always counts") });
    const view = await runOffprint(["config", "show", "--config", lone.config]);
    expect(view).toMatchObject({ code: 0, stdout: `${lone.config} counts\n` });
  });
});

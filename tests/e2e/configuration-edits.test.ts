import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, type DeskSettings, layDesk } from "../support/desk.ts";
import { type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf, entryTitled, statusOf } from "../support/read-service.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ONE_SOURCE: DeskSettings = {
  sources: [{ id: "letters", folder: "letters" }],
  feeds: [{ id: "all", title: "Everything" }],
};

let desk: Desk;
let service: Service;

beforeAll(async () => {
  desk = layDesk(ONE_SOURCE);
  desk.write("letters/a.txt", "A letter\n\nIt says that the river is high again this week.");
  desk.write("notes/b.txt", "A note\n\nIt says that the bridge is closed until the summer.");
  service = await startOffprint(["--config", desk.config]);
  await until("the letter is published", () => entryTitled(service.url, "A letter"));
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

// One story, in order: each test goes on where the one before it stopped.
describe("an edit of the configuration while the service runs", () => {
  it("adds a source and a feed", async () => {
    desk.configure({
      sources: [
        { id: "letters", folder: "letters" },
        { id: "notes", folder: "notes" },
      ],
      feeds: [
        { id: "all", title: "Everything" },
        { id: "bridges", title: "Bridges", where: { match: "bridge" } },
      ],
    });

    const [entry] = await until("the new feed has its entry", async () => {
      const entries = await entriesOf(service.url, "/feeds/bridges.json");
      return entries.length === 1 && entries;
    });

    expect(entry?.title).toBe("A note");
    expect(await (await fetch(`${service.url}/`)).text()).toContain("/feeds/bridges.rss");
    expect((await statusOf(service.url)).sources.map(({ id }) => id)).toEqual(["letters", "notes"]);
  });

  it("takes a source and a feed away, and keeps the articles of the source", async () => {
    desk.configure(ONE_SOURCE);
    await until("the feed is gone", async () => {
      const { status } = await fetch(`${service.url}/feeds/bridges.json`);
      return status === 404;
    });
    await until("the source is gone", async () => {
      const { sources } = await statusOf(service.url);
      return sources.length === 1;
    });

    expect(await entriesOf(service.url)).toHaveLength(2);
  });

  it("is reported when it is invalid, and the service goes on as before", async () => {
    writeFileSync(desk.config, "sources:\n  - id: letters\n    folder: letters\n    every: soon\n");
    const line = await until("the mistake is logged", () =>
      service.log().find(({ msg }) => msg.startsWith("the configuration is invalid")),
    );
    desk.write("letters/c.txt", "Another letter\n\nIt came while the configuration was broken.");

    expect(line["problems"]).toEqual([
      expect.stringMatching(/offprint\.yaml:4: sources\[0\]\.every: expected a duration/),
    ]);
    expect(line).toMatchObject({ level: "error" });
    await until("articles still come in", () => entryTitled(service.url, "Another letter"));
  });

  it("is read at once on SIGHUP, and reported again when it is still wrong", async () => {
    const reported = () => service.log().filter(({ level }) => level === "error").length;
    const before = reported();
    service.signal("SIGHUP");
    await until("it is read again", () => reported() === before + 1);

    desk.configure({ ...ONE_SOURCE, feeds: [{ id: "all", title: "All of it" }] });
    service.signal("SIGHUP");

    await until("the new title is served", async () => {
      const feed = (await (await fetch(`${service.url}/feed.json`)).json()) as { title: string };
      return feed.title === "All of it";
    });
  });

  it("says which changes wait for the next start", async () => {
    desk.configure({ ...ONE_SOURCE, database: "another.db" });
    const line = await until("it is said", () =>
      service.log().find(({ msg }) => msg.includes("takes effect at the next start")),
    );

    expect(line).toMatchObject({ level: "warn", key: "database" });
    expect(await entriesOf(service.url)).toHaveLength(3);
  });

  it("leaves them for the next start also when the ingest process is started again", async () => {
    process.kill((await until("it runs", () => service.ingestPid())) ?? 0, "SIGKILL");
    desk.write("letters/d.txt", "A last letter\n\nIt came while the ingest process was away.");

    await until("articles still come in", () => entryTitled(service.url, "A last letter"));
  });

  it("is reported when it may hold a mistake, at the next start too", async () => {
    const unknown = [{ id: "all", title: "Everything", where: { sources: ["lettres"] } }];
    const warningsOf = (running: Service) => () =>
      running.log().filter(({ msg }) => msg === "the configuration may hold mistakes");
    desk.configure({ ...ONE_SOURCE, feeds: unknown });
    await until("the edit is warned of", async () => warningsOf(service)().length === 1);
    expect(JSON.stringify(warningsOf(service)())).toContain("lettres");

    await service.kill();
    service = await startOffprint(["--config", desk.config]);
    expect(warningsOf(service)()).toHaveLength(1);
  });
});

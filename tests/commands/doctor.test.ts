import { chmodSync, readdirSync, rmSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DoctorFinding } from "../../src/service/doctor/doctor-finding.ts";
import { within } from "../service/copying/copies.ts";
import { damage } from "../support/damage.ts";
import { type Desk, type DeskSettings, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { type SourceServer, startSourceServer } from "../support/source-server.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const FEED = rssFeed("News", [sampleItem("alpha", NOON)]);

let server: SourceServer;
let desk: Desk;

const offprint = (...args: string[]): Promise<Run> => runHere([...args, "--config", desk.config]);
const settings = (): DeskSettings => ({
  site: { url: server.url },
  sources: [{ id: "news", url: `${server.url}/feed` }],
});

/** What is found of each check, and the exit code. */
async function findings(): Promise<{ code: number | null; of: (check: string) => string }> {
  const run = await offprint("doctor", "--json");
  const found = jsonLines<DoctorFinding>(run);
  const of = (name: string): string =>
    found
      .flatMap(({ check, state, message }) => (check === name ? [`${state} ${message}`] : []))
      .join("\n");
  return { code: run.code, of };
}

beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  server.set("/feed", { body: FEED });
  server.set("/healthz", { body: '{"alive":true}\n' });
  desk = layDesk(settings());
  await offprint("ingest", "--all");
  return () => desk.remove();
});

describe("doctor", () => {
  it("finds nothing wrong where nothing is, and says what may be better", async () => {
    const before = readdirSync(desk.folder);
    const { code, of } = await findings();
    expect(of("configuration")).toMatch(/^ok \S+: 1 sources, 1 feeds$/);
    expect(of("node")).toMatch(/^ok 2\d\./);
    expect(of("database")).toMatch(
      /^ok \S+, [\d.]+ KB, is sound\nwarn no service takes in articles/,
    );
    expect(of("backup")).toMatch(/^warn none was ever made/);
    expect(of("network")).toMatch(/^ok 127\.0\.0\.1:\d+ answers \(200\)$/);
    expect(of("clock")).toMatch(/^ok as that of/);
    expect(of("permissions")).toBe("ok all that is needed can be read and written");
    expect(of("site")).toMatch(/^ok /);
    expect(code).toBe(0);
    // But for what a reader of SQLite leaves.
    expect(readdirSync(desk.folder).filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(before);
  });

  it("prints a line a finding for people", async () => {
    const { code, stdout, stderr } = await offprint("doctor");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^(?:(?:ok {3}|warn |fail ) [a-z]+: [^\n]+\n)+$/);
  });

  it.each<[string, string, () => unknown, RegExp]>([
    ["a damaged database", "database", () => damage(desk.database), /^fail \S+ is damaged/],
    [
      "a database of a newer version",
      "database",
      () =>
        within(desk.database, (db) =>
          sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '')`.execute(db),
        ),
      /^fail .*newer Offprint/,
    ],
    [
      "a source that is down",
      "network",
      () => server.set("/feed", { play: (request) => request.socket.destroy() }),
      /^fail 127\.0\.0\.1:\d+ \(source "news"\) does not answer/,
    ],
    [
      "a clock that is wrong",
      "clock",
      () => server.set("/feed", { headers: { date: "Tue, 17 Feb 2026 12:00:00 GMT" }, body: FEED }),
      /^fail .* apart from that of .*time server/,
    ],
    [
      "an address that leads elsewhere",
      "site",
      () => server.set("/healthz", { status: 404, headers: { server: "nginx" }, body: "no" }),
      /^fail http:\S+\/healthz is answered with 404 by nginx, and not by Offprint/,
    ],
    [
      "a drop folder that is gone",
      "permissions",
      () => desk.configure({ ...settings(), sources: [{ id: "x", folder: "nowhere" }] }),
      /^fail the drop folder \S+nowhere is not there/,
    ],
  ])("fails for %s", async (_, check, spoil, message) => {
    await spoil();
    const { code, of } = await findings();
    expect(of(check)).toMatch(message);
    expect(code).toBe(1);
  });

  it.each<[string, string, () => unknown, RegExp]>([
    [
      "no database",
      "database",
      () => rmSync(desk.database),
      /^warn there is no \S+offprint\.db yet/,
    ],
    [
      "a database that others can read",
      "permissions",
      () => chmodSync(desk.database, 0o644),
      /^warn .*chmod 600/,
    ],
    [
      "a public address without a proxy",
      "proxy",
      () => desk.configure({ ...settings(), site: { url: "http://desk.invalid" } }),
      /^warn site\.url is not the address .*trustProxy is 0/,
    ],
    [
      "a service that does not answer",
      "site",
      () => desk.configure({ ...settings(), site: { url: "http://127.0.0.1:9" } }),
      /^warn http:\S+ does not answer/,
    ],
  ])("warns of %s", async (_, check, spoil, message) => {
    await spoil();
    const { code, of } = await findings();
    expect(of(check)).toMatch(message);
    expect(code).toBe(0);
  });

  it("says what is wrong with a configuration that is broken", async () => {
    desk.write("offprint.yaml", "feeds: 7\n");
    const { code, of } = await findings();
    expect([code, of("configuration")]).toEqual([
      1,
      expect.stringMatching(/^fail .*feeds: expected/),
    ]);
  });

  it("asks no source whose address or headers have a secret", async () => {
    desk.configure({
      ...settings(),
      sources: [{ id: "news", url: `${server.url}/feed?token=0123456789abcdef0123456789abcdef` }],
    });
    const before = server.requests("/feed").length;
    expect((await findings()).of("network")).toMatch(/^ok not tried/);
    expect(server.requests("/feed")).toHaveLength(before);
  });
});

import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { entryTitled, statusOf } from "../support/read-service.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LETTERS = { id: "letters", folder: "letters" };
const NOTES = { id: "notes", folder: "notes" };

let desk: Desk;
let service: Service | null;

beforeEach(async () => {
  service = null;
  desk = layDesk({ sources: [] });
  desk.write("letters/a.txt", "A letter\n\nIt says that the river is high again this week.");
  desk.write("notes/b.txt", "A note\n\nIt says that the bridge is closed until the summer.");
  await runOffprint(["ingest", "--config", desk.config]); // makes the database
});

afterEach(async () => {
  await service?.kill();
  desk.remove();
});

/** As a full disk does it: every row that would go into the table is refused. @returns how to make room. */
function refuseRows(table: string): () => void {
  const run = (sql: string): void => {
    const database = new Database(desk.database);
    database.exec(sql);
    database.close();
  };
  run(
    `CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ROLLBACK, 'disk is full'); END`,
  );
  return () => run("DROP TRIGGER full");
}

it("is told at the start too, in the message and in /status, until the next pass", async () => {
  desk.configure({ sources: [LETTERS], ingest: { tick: "0 0 1 1 *" } });
  refuseRows("article");
  service = await startOffprint(["--config", desk.config]);
  const { url, stdout } = service;
  await until("the start message", () => stdout().includes("Subscribe to"));

  expect(stdout()).toMatch(/^Articles cannot be stored \(disk is full\)/m);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await statusOf(url)).reasons).toMatchObject([{ kind: "store-not-writable" }]);
});

it("delays an edit of the sources, and does not lose it", async () => {
  desk.configure({ sources: [LETTERS] });
  service = await startOffprint(["--config", desk.config]);
  const { url, log } = service;
  await until("the letter is published", () => entryTitled(url, "A letter"));
  const makeRoom = refuseRows("source");
  desk.configure({ sources: [LETTERS, NOTES] });
  await until("the edit cannot be applied", () =>
    log().some(({ msg }) => msg === "the configuration could not be applied"),
  );
  makeRoom();

  await until("the new source is polled", () => entryTitled(url, "A note"));
});

it.each(["source", "article"])("ends ingest with one line (%s)", async (table) => {
  desk.configure({ sources: [LETTERS] });
  const makeRoom = refuseRows(table);

  const run = await runOffprint(["ingest", "--json", "--config", desk.config]);

  expect([run.code, run.stdout]).toEqual([1, ""]);
  expect(run.stderr).toMatch(/^offprint: the pass could not go on \(disk is full\)[^\n]*\n$/);
  makeRoom();
  const again = await runOffprint(["ingest", "--json", "--config", desk.config]);
  expect(again.stdout).toContain('"new":1');
});

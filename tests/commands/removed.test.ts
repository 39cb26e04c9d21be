import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/adapters/store/engine/sqlite/open-database.ts";
import { lineHash, wordsOfLine } from "../../src/core/cleaning/repeated/line-hash.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const SHARE = "Teilen Sie dies:";
const FOLLOW = "Folgen Sie uns auf Facebook und Instagram!";
const item = sampleItem("tower", Date.UTC(2026, 1, 17, 12));

let desk: Desk;
let id = "";

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);
const removed = (...args: string[]): Promise<Run> => offprint("removed", id, ...args);

type Removed = {
  readonly removed: readonly {
    readonly line: number;
    readonly rule: string;
    readonly text: string;
  }[];
  readonly kept: readonly string[];
};

async function seen(...args: string[]): Promise<Removed> {
  const run = await removed("--json", ...args);
  const [one] = jsonLines<Removed>(run);
  if (!one) throw new Error(run.stderr);
  return one;
}

const published = async (): Promise<string> =>
  jsonLines<{ text: string }>(await offprint("articles", "--json"))[0]?.text ?? "";

const lines = ({ removed: all }: Removed): readonly string[] => all.map(({ text }) => text);

const send = (text: string): string =>
  desk.write("tower/feed.xml", rssFeed("Tower", [{ ...item, text }]));

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  send(`${item.text}\n\n${SHARE}\n\n${FOLLOW}`);
  await offprint("ingest", "--all");
  id = jsonLines<{ id: string }>(await offprint("articles", "--json"))[0]?.id ?? "";
});

afterAll(() => desk.remove());

describe("removed", () => {
  it("shows each line that was taken out, with its number and rule", async () => {
    const { code, stdout } = await removed();

    expect(code).toBe(0);
    expect(stdout).toContain(`  1  share-label: ${SHARE}`);
    expect(stdout).toContain(`  2  follow-us: ${FOLLOW}`);
    expect(stdout).toContain("may be republished: full");
    expect(stdout).toContain("page: not needed");
    expect(await seen()).toMatchObject({ article: id, source: "tower", kept: [], lowered: [] });
  });

  it("keeps a line from now on: at once, when its item changes, and when all is reprocessed", async () => {
    expect(lines(await seen("--keep", "2"))).toEqual([SHARE]);
    expect(await published()).toContain(FOLLOW);

    send(`${item.text} Mehr dazu morgen.\n\n${SHARE}\n\n${FOLLOW}`);
    await offprint("ingest", "--all");
    await offprint("reprocess");
    expect(await published()).toContain("Mehr dazu morgen.");
    expect(await published()).toContain(FOLLOW);
    expect((await seen()).kept).toEqual([FOLLOW]);
  });

  it("takes all of it back, once", async () => {
    expect(lines(await seen("--undo"))).toEqual([SHARE, FOLLOW]);
    expect(await published()).not.toContain(FOLLOW);

    expect(await removed("--undo")).toMatchObject({
      code: 1,
      stderr: "offprint: no line of this article is kept\n",
    });
  });

  it("keeps all lines", async () => {
    expect(lines(await seen("--keep-all"))).toEqual([]);
    expect(await published()).toContain(SHARE);
    await removed("--undo");
  });

  it.each([
    [1, "there is no line 3", ["--keep", "3"]],
    [2, "expected the number of a line", ["--keep", "x"]],
    [2, "one of --keep, --keep-all and --undo", ["--keep", "1", "--undo"]],
  ])("refuses with exit code %i: %s", async (code, message, args) => {
    const run = await removed(...args);

    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
    expect((await seen()).kept).toEqual([]);
  });

  it("shows an article that is held back, and keeps its lines", async () => {
    const heldUntil = Date.now() + 600_000;
    const opened = await openDatabase(desk.database);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.db.updateTable("article").set({ held_until: heldUntil }).execute();
    await opened.value.close();

    expect(await seen()).toMatchObject({ article: id, heldUntil });
    expect((await seen("--keep", "2")).kept).toEqual([FOLLOW]);
    await removed("--undo");
  });

  it("says that there is no such article", async () => {
    expect(await offprint("removed", "nobody")).toMatchObject({
      code: 1,
      stderr: 'offprint: there is no article "nobody"\n',
    });
    expect((await offprint("removed", "nobody", "--keep", "1")).stderr).toBe(
      'offprint: there is no article "nobody"\n',
    );
  });
});

it("keeps a line that went because several houses have it", async () => {
  const line = "Alles aus dem Tal";
  const opened = await openDatabase(desk.database);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db, close } = opened.value;
  const hash = lineHash(wordsOfLine(line).join(" "));
  const row = { ...{ hash, sample: line, owners: 4, is_active: 1 }, learned_at: Date.now() };
  await db
    .insertInto("common_line")
    .values({ ...row, until: Date.now() + 86_400_000 })
    .execute();
  await close();
  send(`${item.text} Am Abend war es ruhig.\n\n${line}`);
  await offprint("ingest", "--all");

  expect((await seen()).removed).toEqual([{ line: 1, rule: "common-line", text: line }]);
  expect(await published()).not.toContain(line);
  expect((await seen("--keep", "1")).removed).toEqual([]);
  expect(await published()).toContain(line);
  await removed("--undo");
});

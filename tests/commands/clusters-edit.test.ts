import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;

const clusters = (...args: string[]): Promise<Run> =>
  runHere(["--config", desk.config, "clusters", ...args]);

type Cluster = { readonly id: string; readonly members: readonly { readonly source: string }[] };

async function groups(): Promise<readonly string[]> {
  const list = jsonLines<Cluster>(await clusters("--json"));
  return list
    .map(({ members }) =>
      members
        .map(({ source }) => source)
        .toSorted()
        .join(" + "),
    )
    .toSorted();
}

/** Article ids by source: news and copies carry one text, others another. */
let ids: ReadonlyMap<string, string>;
const idOf = (source: string): string => ids.get(source) ?? "";

beforeAll(async () => {
  const names = ["news", "copies", "others"];
  desk = layDesk({ sources: names.map((id) => ({ id, folder: id })) });
  for (const [index, name] of names.entries()) {
    const item = sampleItem(name === "others" ? "gamma" : "beta", NOON + index * 60_000);
    desk.write(`${name}/feed.xml`, rssFeed(name, [{ ...item, guid: `urn:test:${name}` }]));
  }
  // Each once to see the file, and once when it lies still.
  for (const _ of [1, 2]) await runHere(["--config", desk.config, "ingest", "--all"]);
  const list = jsonLines<Cluster>(await clusters("--json"));
  const shown = list.map(async ({ id }) =>
    jsonLines<{ members: { article: string; source: string }[] }>(
      await clusters("show", id, "--json"),
    ),
  );
  const members = (await Promise.all(shown)).flat().flatMap((cluster) => cluster.members);
  ids = new Map(members.map(({ source, article }) => [source, article]));
});

afterAll(() => desk.remove());

describe("clusters veto, split and merge", () => {
  it.each([
    ["veto", ["news", "copies"], ["copies", "news", "others"]],
    ["split", ["copies"], ["copies", "news", "others"]],
    ["merge", ["others", "news"], ["copies + news + others"]],
  ])("%s changes the clusters, and --undo changes them back", async (action, sources, after) => {
    const before = await groups();
    const articles = sources.map(idOf);
    const run = await clusters(action, ...articles, "--json");

    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(jsonLines(run)[0]).toMatchObject({ action, articles, undone: false });
    expect(await groups()).toEqual(after);

    expect(await clusters(action, ...articles, "--undo")).toMatchObject({ code: 0, stderr: "" });
    expect(await groups()).toEqual(before);
    expect(before).toEqual(["copies + news", "others"]);
  });

  it("says who is in which cluster now, or that none changed", async () => {
    const both = [idOf("news"), idOf("others")];

    expect((await clusters("veto", ...both)).stdout).toBe("noted; no cluster changed\n");
    expect((await clusters("veto", ...both, "--undo")).code).toBe(0);
    const { stdout } = await clusters("split", idOf("copies"));
    expect(stdout).toContain(`: ${idOf("copies")}\n`);
    expect(stdout).toContain(`: ${idOf("news")}\n`);
    expect((await clusters("split", idOf("copies"), "--undo")).code).toBe(0);
  });

  it("shows who was put there by an editor", async () => {
    await clusters("merge", idOf("news"), idOf("others"));
    expect((await clusters("show", idOf("others"))).stdout).toContain("an editor put it here");
    await clusters("merge", idOf("news"), idOf("others"), "--undo");
  });

  it.each([
    [["split", "nobody"], 1, 'offprint: there is no article "nobody"\n'],
    [["merge", "nobody", "nobody", "--undo"], 1, "offprint: there is no such merge to undo\n"],
    [["merge", "nobody"], 2, expect.stringContaining("missing required argument 'other'")],
  ])("refuses %j with a reason", async (args, code, stderr) => {
    expect(await clusters(...args)).toEqual({ code, stdout: "", stderr });
  });
});

it("without a database it says what makes one, and makes none", async () => {
  const empty = layDesk();
  const run = await runHere(["clusters", "split", "any", "--config", empty.config]);
  expect(run.stderr).toMatch(/^offprint: there is no database .* yet/);
  const again = await runHere(["clusters", "--config", empty.config]);
  expect(again.stderr).toMatch(/^offprint: there is no database .* yet/);
  empty.remove();
});

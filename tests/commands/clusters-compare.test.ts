import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;
let ids: ReadonlyMap<string, string>;

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);
const id = (guid: string): string => ids.get(guid) ?? "";

type Compared = Readonly<Record<string, unknown>> & {
  readonly evidence: { readonly coverage: number };
};

async function compare(one: string, other: string): Promise<Compared> {
  const run = await offprint("clusters", "compare", id(one), id(other), "--json");
  const [compared] = jsonLines<Compared>(run);
  if (!compared) throw new Error(run.stderr);
  return compared;
}

const result = (day: string, score: number, crowd: number): string =>
  `Am ${day} endete das Spiel im Stadion am Mühlgraben mit ${score} Toren vor ${crowd} Zuschauern. ` +
  `Das nächste Spiel beginnt um ${score + 11} Uhr, der Eintritt kostet ${score + 2} Euro, Kinder zahlen nichts.`;

const closed = (from: string, to: string): string =>
  `Wegen einer Störung an einem Stellwerk ist die Bahnstrecke nach ${from} seit dem frühen Nachmittag gesperrt, wie das Unternehmen mitteilte. ` +
  `Züge werden schon in ${to} gewendet. Ersatzbusse fahren, Reisende müssen deutlich mehr Zeit einplanen als sonst.`;

beforeAll(async () => {
  desk = layDesk({
    sources: [
      { id: "news", folder: "news" },
      { id: "copies", folder: "copies" },
    ],
  });
  const item = sampleItem("beta", NOON);
  const text = item.text.replace("Nobody in the valley", "Hardly anybody there");
  const reports = [
    {
      guid: "urn:sunday",
      title: "Spielbericht",
      text: result("Sonntag", 3, 412),
      publishedAt: NOON,
    },
    {
      guid: "urn:monday",
      title: "Spielbericht",
      text: result("Montag", 5, 388),
      publishedAt: NOON,
    },
  ];
  const south = { guid: "urn:south", title: "Verkehr", text: closed("Drehfurt", "Talheim") };
  desk.write("news/feed.xml", rssFeed("News", [item, ...reports, { ...south, publishedAt: NOON }]));
  const copies = [
    { ...item, text, guid: "urn:copy", publishedAt: NOON + 60_000 },
    { title: "Verkehr", text: closed("Velten", "Orsingen"), guid: "urn:north", publishedAt: NOON },
  ];
  desk.write("copies/feed.xml", rssFeed("Copies", copies));
  await offprint("ingest", "--source", "news");
  await offprint("ingest", "--all");
  const clusters = jsonLines<{ id: string }>(await offprint("clusters", "--json"));
  const shown = await Promise.all(
    clusters.map(async (cluster) =>
      jsonLines<{ members: { article: string; guid: string }[] }>(
        await offprint("clusters", "show", cluster.id, "--json"),
      ),
    ),
  );
  const members = shown.flat().flatMap((cluster) => cluster.members);
  ids = new Map(members.map(({ article, guid }) => [guid, article]));
});

afterAll(() => desk.remove());

describe("clusters compare", () => {
  it("says why two articles are one text", async () => {
    expect(await compare("urn:sample:beta", "urn:copy")).toMatchObject({
      verdict: "same",
      rule: "copy",
      why: expect.stringContaining("% of the shorter text"),
      inOneCluster: true,
      byEditor: false,
    });
  });

  it("names the rule that keeps two reports of one form apart", async () => {
    const compared = await compare("urn:sunday", "urn:monday");

    expect(compared).toMatchObject({ verdict: "different", rule: "numbers", inOneCluster: false });
    expect(compared.evidence.coverage).toBeGreaterThan(0.7);
  });

  it("says that nothing is proven where only names differ", async () => {
    expect(await compare("urn:north", "urn:south")).toMatchObject({
      verdict: "unproven",
      rule: null,
      why: "the words that differ may be those of another event: one form, filled in twice",
      inOneCluster: false,
    });
  });

  it("knows what an editor decided", async () => {
    await offprint("clusters", "veto", id("urn:sample:beta"), id("urn:copy"));

    expect(await compare("urn:copy", "urn:sample:beta")).toMatchObject({
      verdict: "different",
      rule: "veto",
      inOneCluster: false,
    });
    await offprint("clusters", "veto", id("urn:sample:beta"), id("urn:copy"), "--undo");
  });

  it("can be read by people", async () => {
    const { stdout } = await offprint("clusters", "compare", id("urn:sunday"), id("urn:monday"));

    expect(stdout).toMatch(/^two texts: the numbers at the same places differ/m);
    expect(stdout).toMatch(/^ {4}- Am Sonntag\n {4}\+ Am Montag$/m);
  });

  it.each([
    ["there is no article", () => ["nobody", id("urn:copy")]],
    ["not with itself", () => [id("urn:copy"), id("urn:copy")]],
  ])("refuses what cannot be compared: %s", async (message, articles) => {
    const { code, stderr } = await offprint("clusters", "compare", ...articles());

    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});

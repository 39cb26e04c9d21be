import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);

type Member = {
  readonly article: string;
  readonly source: string;
  readonly why: unknown;
  readonly evidence: { readonly coverage: number; readonly parts: readonly unknown[] } | null;
};
type Shown = { readonly id: string; readonly entryId: string; readonly members: readonly Member[] };

async function show(id: string): Promise<Shown> {
  const [shown] = jsonLines<Shown>(await offprint("clusters", "show", id, "--json"));
  if (!shown) throw new Error(`${id} is not shown`);
  return shown;
}

let id = "";

beforeAll(async () => {
  desk = layDesk({
    sources: [
      { id: "news", folder: "news" },
      { id: "copies", folder: "copies" },
    ],
  });
  const item = sampleItem("beta", NOON);
  const edited = item.text.replace("Nobody in the valley", "Hardly anybody there");
  desk.write("news/feed.xml", rssFeed("News", [item]));
  const copy = { ...item, text: edited, guid: "urn:copy:1", publishedAt: NOON + 60_000 };
  desk.write("copies/feed.xml", rssFeed("Copies", [copy]));
  await offprint("ingest", "--source", "news");
  await offprint("ingest", "--all");
  id = jsonLines<{ id: string }>(await offprint("clusters", "--json"))[0]?.id ?? "";
});

afterAll(() => desk.remove());

describe("clusters show", () => {
  it("lays each member beside the lead, with what is equal and what is not", async () => {
    const shown = await show(id);

    expect(shown).toMatchObject({ id, entryId: "urn:sample:beta" });
    expect(shown.members.map(({ source }) => source)).toEqual(["news", "copies"]);
    expect(shown.members[0]).toMatchObject({ why: null, evidence: null });
    expect(shown.members[1]).toMatchObject({ why: { rule: "copy" } });
    expect(shown.members[1]?.evidence?.coverage).toBeGreaterThan(0.9);
    expect(shown.members[1]?.evidence?.parts).toEqual([
      { kind: "different", lead: "Nobody in the valley", member: "Hardly anybody there" },
      { kind: "equal", words: expect.any(Number), text: expect.stringContaining("had expected") },
    ]);
  });

  it("finds the cluster by an article that does not lead it", async () => {
    const { members } = await show(id);

    expect((await show(members[1]?.article ?? "")).id).toBe(id);
  });

  it("can be read by people", async () => {
    const { code, stdout } = await offprint("clusters", "show", id);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {4}- Nobody in the valley\n {4}\+ Hardly anybody there\n {4}= had/m);
    expect(stdout).toMatch(/words \(\d+ %\); longest run \d+, on average \d+; numbers: 0 changed/);
  });

  it("says that there is no such cluster", async () => {
    expect(await offprint("clusters", "show", "nobody")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'offprint: there is no cluster or article "nobody"\n',
    });
  });
});

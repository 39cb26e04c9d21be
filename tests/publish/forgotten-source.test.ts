import { describe, expect, it } from "vitest";
import { createForgetStore } from "../../src/adapters/store/sources/forget-source.ts";
import { decideForget } from "../../src/core/entries/forgetting.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../support/builders.ts";
import { aFeed, aSite } from "../support/entries.ts";
import { generateText, seeded } from "../support/generated-texts.ts";
import { atomImporter, jsonImporter } from "../support/partner.ts";
import { openPublication } from "./open-publication.ts";

const [VALLEY, HILL] = ["valley", "hill"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
) as [ReturnType<typeof aRemote>, ReturnType<typeof aRemote>];
const TEXT = generateText(seeded(1), 200);
const LIMITED = aFeed({
  id: "limited",
  items: 3,
  where: { ...aFeed().where, sources: ["valley"] },
});
const ALL = aFeed({ id: "all", items: 3 });

/** One text of two sources, `newer` ones of the valley alone, in a feed of all and one of the valley; with partners of both. */
async function openDesk(newer: number) {
  const feeds = [ALL, LIMITED];
  const desk = await openPublication({ sources: [VALLEY, HILL], feeds: () => feeds });
  const { world, fetchText } = desk;
  const readers = feeds.flatMap(({ id }) => [
    { url: `/feeds/${id}.atom`, partner: atomImporter(fetchText) },
    { url: `/feeds/${id}.json`, partner: jsonImporter(fetchText) },
  ]);
  const read = async () => {
    await desk.publish();
    for (const { url, partner } of readers) await partner.read(`${aSite().url}${url}`);
    return readers.map(({ partner }) =>
      partner
        .articles()
        .map(({ id }) => id)
        .includes("https://hill.example/1"),
    );
  };
  await desk.send("hill", [
    aDraft({ key: "https://hill.example/1", text: TEXT, publishedAt: NOW - HOUR }),
  ]);
  await desk.send("valley", [aDraft({ key: "valley", text: TEXT, publishedAt: NOW - HOUR })]);
  await read();
  for (let n = 0; n < newer; n += 1) {
    world.now += HOUR;
    const text = generateText(seeded(10 + n), 100);
    await desk.send("valley", [aDraft({ key: `v${n}`, text, publishedAt: world.now })]);
  }
  await read();
  const forget = async () => {
    world.now += DAY;
    await desk.stores.ingest.configure([HILL], world.now);
    await createForgetStore(desk.db).forget(
      "valley",
      (known) => decideForget(known, { id: "valley", keep: false }, world.now),
      world.now,
    );
  };
  return { ...desk, read, forget };
}

/** The desk's own edit: whoever takes a source out takes it out of the feeds that name it, too. */
describe("a feed that names the forgotten source no more", () => {
  const NORTH = aRemote({ id: "north", url: "https://north.example/feed" });
  const pairOf = (sources: string[]) =>
    aFeed({ id: "pair", items: 3, where: { ...aFeed().where, sources } });

  it.each([
    ["at once", false],
    ["a day later", true],
  ])("tells its readers all the same %s, and those of other feeds nothing", async (_, isLater) => {
    let feeds = [pairOf(["valley", "north"]), { ...pairOf(["north"]), id: "north" }];
    const { stores, db, send, publish, documents, world, fetchText } = await openPublication({
      sources: [VALLEY, HILL, NORTH],
      feeds: () => feeds,
    });
    const partner = atomImporter(fetchText);
    const read = async () => {
      await publish();
      await partner.read(`${aSite().url}/feeds/pair.atom`);
      return partner.articles().map(({ id }) => id);
    };
    const draft = (key: string, text: string) =>
      aDraft({ key, guid: key, text, publishedAt: NOW - HOUR });
    await send("hill", [draft("https://hill.example/1", TEXT)]);
    await send("valley", [draft("https://valley.example/1", TEXT)]);
    await send("valley", [draft("https://valley.example/2", generateText(seeded(2), 200))]);
    await send("north", [draft("https://north.example/1", generateText(seeded(3), 200))]);
    expect(await read()).toHaveLength(3);
    world.now += DAY;
    feeds = [pairOf(["north"]), { ...pairOf(["north"]), id: "north" }];
    await stores.ingest.configure([HILL, NORTH], world.now);
    if (isLater) {
      await read();
      world.now += DAY;
    }
    await createForgetStore(db).forget(
      "valley",
      (known) => decideForget(known, { id: "valley", keep: false }, world.now),
      world.now,
    );
    expect(await read()).toEqual(["https://north.example/1"]);
    expect(documents.get("/feeds/north.atom")).not.toContain("deleted-entry");
  });
});

describe("a text that other sources carry on when its source is forgotten", () => {
  it.each([0, 5])("leaves the feed of that source alone, with %i newer entries", async (newer) => {
    const desk = await openDesk(newer);
    expect(await desk.read()).toEqual([true, true, true, true]);
    await desk.forget();
    expect(await desk.read()).toEqual([true, true, false, false]);
    expect(desk.documents.get("/feeds/limited.rss")).toContain("<title>Withdrawn</title>");
    const before = desk.documents.get("/feeds/limited.atom");
    desk.world.now += HOUR;
    const changed = aDraft({
      key: "hill",
      guid: "hill",
      text: `${TEXT} More.`,
      publishedAt: NOW - HOUR,
    });
    await desk.send("hill", [changed]);
    expect(await desk.read()).toEqual([true, true, false, false]);
    expect(desk.documents.get("/feeds/limited.atom")).toBe(before);
  });

  it.each([0, 5])("is told to who was away, and comes back with its source", async (newer) => {
    const desk = await openDesk(newer);
    await desk.forget();
    await desk.publish();
    desk.world.now += 40 * DAY;
    await desk.publish();
    if (newer > 0) expect(await desk.read()).toEqual([true, true, false, false]);
    desk.world.now += DAY;
    await desk.stores.ingest.configure([VALLEY, HILL], desk.world.now);
    expect(await desk.read()).toEqual([true, true, true, true]);
  });
});

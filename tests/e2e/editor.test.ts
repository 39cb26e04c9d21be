import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf } from "../support/read-service.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;
let service: Service;

const clusters = (...args: string[]) => runHere(["--config", desk.config, "clusters", ...args]);

/** Waits until the feed has so many entries. @returns their ids. */
const entryIds = (count: number): Promise<readonly string[]> =>
  until(`the feed has ${count} entries`, async () => {
    const ids = (await entriesOf(service.url)).map(({ id }) => id).toSorted();
    return ids.length === count ? ids : undefined;
  });

beforeAll(async () => {
  const names = ["north", "south"];
  desk = layDesk({ sources: names.map((id) => ({ id, folder: id })) });
  for (const [index, name] of names.entries()) {
    const item = { ...sampleItem(name, NOON + index * 60_000), guid: `urn:test:${name}` };
    desk.write(`${name}/feed.xml`, rssFeed(name, [item]));
  }
  service = await startOffprint(["--config", desk.config]);
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

it("the feeds of a running service follow a merge and its undo, and ids stay", async () => {
  const before = await entryIds(2);
  const list = jsonLines<{ id: string; lead: { guid: string } }>(await clusters("--json"));
  const ids = list.toSorted((a, b) => (a.lead.guid < b.lead.guid ? -1 : 1)).map(({ id }) => id);

  expect(await clusters("merge", ...ids)).toMatchObject({ code: 0, stderr: "" });
  expect(await entryIds(1)).toEqual(["urn:test:north"]);

  expect(await clusters("merge", ...ids, "--undo")).toMatchObject({ code: 0, stderr: "" });
  expect(await entryIds(2)).toEqual(before);
});

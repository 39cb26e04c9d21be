import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { type LogLine, type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf, entryTitled, etagOf, statusOf } from "../support/read-service.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TITLE = "Eine Brücke für Fußgänger";
const TEXT = `${TITLE}

Über die Ahrenz führt seit heute ein Steg aus Lärchenholz. Er ist drei Meter breit.`;

let desk: Desk;
let service: Service;

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "post", folder: "post" }] });
  desk.write("post/already-there.txt", "An old letter\n\nIt was in the folder before the start.");
  service = await startOffprint(["--config", desk.config]);
  await until("the first article is published", () => entryTitled(service.url, "An old letter"));
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

// One story, in order: each test goes on where the one before it stopped.
describe("a text file in a drop folder", () => {
  let id: string;
  let etag: string | null;

  it("appears in every feed after the next tick, once it is complete", async () => {
    desk.write("post/steg.txt", TEXT);

    const entry = await until("it is published", () => entryTitled(service.url, TITLE));
    const rss = await (await fetch(`${service.url}/rss.xml`)).text();
    const atom = await (await fetch(`${service.url}/atom.xml`)).text();

    expect(entry.content_html).toContain("ein Steg aus Lärchenholz");
    expect([rss, atom].map((xml) => xml.includes(entry.id))).toEqual([true, true]);
    id = entry.id;
    etag = await etagOf(service.url);
  });

  it("changes nothing when the same text is written again", async () => {
    desk.write("post/steg.txt", TEXT);
    await until("it was read again", () => polledWith(({ unchanged }) => unchanged === 1));

    expect(await etagOf(service.url)).toBe(etag);
  });

  it("is an update under the same id when it changes", async () => {
    const before = await entryTitled(service.url, TITLE);
    desk.write("post/steg.txt", TEXT.replace("drei Meter", "vier Meter"));
    const entry = await until("the change is published", async () =>
      (await entriesOf(service.url)).find((one) => one.content_html.includes("vier Meter")),
    );

    expect(entry.id).toBe(id);
    expect(entry.date_published).toBe(before?.date_published);
    expect(Date.parse(entry.date_modified)).toBeGreaterThan(
      Date.parse(before?.date_modified ?? ""),
    );
    expect(await entriesOf(service.url)).toHaveLength(2);
    expect(await etagOf(service.url)).not.toBe(etag);
  });

  it("stays published when it is removed", async () => {
    etag = await etagOf(service.url);
    rmSync(join(desk.folder, "post/steg.txt"));
    await aPassFrom(Date.now());

    expect(await etagOf(service.url)).toBe(etag);
    expect(await entryTitled(service.url, TITLE)).toMatchObject({ id });
  });

  it("costs only itself when it cannot be read", async () => {
    desk.write("post/broken.xml", "<rss><channel><item>");
    desk.write("post/next.txt", "The next letter\n\nIt came beside a broken feed.");

    await until("the good one is published", () => entryTitled(service.url, "The next letter"));
    const line = await until("the bad one is reported", () =>
      polledWith(({ failed }) => failed === 1),
    );
    expect(JSON.stringify(line["warnings"])).toContain("broken.xml: the document ends");
  });
});

const polledWith = (fits: (line: LogLine) => boolean): LogLine | undefined =>
  service.log().find((line) => line.msg === "polled" && fits(line));

/** Waits for a pass that began after an instant: of two that end after it, the second did. */
async function aPassFrom(instant: number): Promise<void> {
  const pass = (after: number): Promise<number> =>
    until("a pass is over", async () => {
      const { lastPassAt } = await statusOf(service.url);
      return lastPassAt !== null && lastPassAt > after && lastPassAt;
    });
  await pass(await pass(instant));
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceReport } from "../../src/core/intake/source-report.ts";
import { layRelease, loadRelease } from "../support/released/release.ts";
import { openReleaseDesk } from "../support/released/release-desk.ts";
import { shiftClock } from "../support/released/shift-clock.ts";
import { createNetwork, type Sites } from "../support/released/sites.ts";
import { comparable } from "./justified.ts";
import { type ReadDocument, readDocument } from "./read-document.ts";

const HOUR = 3_600_000;

/** The same for whoever reads them, and other bytes: nothing is spared because it is known. */
const sentAgain = (sites: Sites): Sites =>
  Object.fromEntries(
    Object.entries(sites).map(([url, site]) => [url, { ...site, body: `${site.body}\n` }]),
  );

function comparableDocument(path: string, text: string): ReadDocument {
  const { entries, tombstones } = readDocument(path, text);
  return { entries: entries.map(comparable), tombstones };
}

/** Lives on with a released version's desk: its database is migrated, and every source is polled again. */
async function liveOn(version: string, folder: string) {
  const release = loadRelease(version);
  layRelease(release, folder);
  const takeBack = shiftClock(release.writtenAt + HOUR);
  const network = createNetwork(() => sentAgain(release.sites));
  const desk = openReleaseDesk(folder, network);
  const migrated = await desk.publish();
  const reports = await desk.poll();
  const polled = await desk.publish();
  takeBack();
  return { release, migrated, reports, polled, asked: network.asked };
}

type Documents = ReadonlyMap<string, string>;

describe.each(["0.1.0"])("a database that %s wrote", (version) => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-upgrade-"));
  let lived: Awaited<ReturnType<typeof liveOn>>;

  beforeAll(async () => {
    lived = await liveOn(version, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("finds nothing new and nothing updated when its sources are polled again", () => {
    const changes = ({ source, outcome, items, ...report }: SourceReport) => ({
      ...{ source, outcome, hasItems: items > 0 },
      ...{ new: report.new, updated: report.updated, merged: report.merged, failed: report.failed },
    });
    const nothing = { new: 0, updated: 0, merged: 0, failed: 0 };
    expect(lived.reports.map(changes)).toEqual(
      lived.reports.map(({ source }) => ({ source, outcome: "ok", hasItems: true, ...nothing })),
    );
    expect(lived.reports.length).toBeGreaterThan(10);
  });

  it("asks for no page again", () => {
    const { sites } = lived.release;
    const isFeed = (url: string): boolean => /feed|xml/.test(sites[url]?.contentType ?? "");
    expect(lived.asked.filter((url) => !isFeed(url))).toEqual([]);
  });

  it.each([
    ["when it is migrated", () => lived.migrated],
    ["when its sources are polled again", () => lived.polled],
  ])("publishes the same entries and tombstones as before %s", (_, documents) => {
    const now: Documents = documents();
    for (const [path, before] of Object.entries(lived.release.documents)) {
      expect([...now.keys()]).toContain(path);
      const expected = comparableDocument(path, before);
      expect(comparableDocument(path, now.get(path) ?? ""), path).toEqual(expected);
    }
  });

  it("publishes no secret of an address, in ids of sources neither", () => {
    const told = (documents: Iterable<string>) => [...documents].join().match(/token-abc|s3cret/g);
    expect(told(Object.values(lived.release.documents))).not.toBeNull();
    expect(told(lived.polled.values())).toBeNull();
    expect(lived.reports.map(({ source }) => source)).toContainEqual(
      expect.stringMatching(/^listed-example-a-[\da-f]{12}$/),
    );
  });

  it("credits the house that an item is from as soon as its source was polled again", () => {
    const [migrated, polled] = [lived.migrated, lived.polled].map((documents: Documents) =>
      documents.get("/feeds/all.atom"),
    );
    expect(migrated).not.toContain("(via ");
    expect(polled).toContain('>Lake Post</a> (via <a href="https://planet.example/">Planet</a>)');
  });
});

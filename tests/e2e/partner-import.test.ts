import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk, SITE_URL } from "../support/desk.ts";
import { jsonLines, type Service, startOffprint } from "../support/offprint.ts";
import { atomImporter, type Importer, jsonImporter } from "../support/partner.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, type SampleItem, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const NOON = Date.UTC(2026, 1, 17, 12);
const MINUTE = 60_000;

type Listed = {
  readonly id: string;
  readonly guid: string;
  readonly title: string;
  readonly updatedAt: number;
};

let desk: Desk;
let service: Service;
let partners: readonly (readonly [format: string, importer: Importer])[];

const run = (...args: string[]) => runHere(["--config", desk.config, ...args]);
const listed = async (): Promise<readonly Listed[]> =>
  jsonLines<Listed>(await run("articles", "--json"));

/** What the site calls its own address is where the service listens. */
const fetchText = async (url: string): Promise<string> => {
  const response = await fetch(url.replace(SITE_URL, service.url));
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.text();
};

const items = (name: string, count: number): readonly SampleItem[] =>
  Array.from({ length: count }, (_, n) => sampleItem(`${name}${n}`, NOON - n * MINUTE));

/** As the importer must have it at the end, dates by the second. */
const expected = async () =>
  (await listed())
    .map(({ guid: id, title, updatedAt }) => ({ id, title, at: Math.floor(updatedAt / 1000) }))
    .toSorted(byId);
const imported = (importer: Importer) =>
  importer
    .articles()
    .map(({ id, title, updated }) => ({ id, title, at: Math.floor(Date.parse(updated) / 1000) }))
    .toSorted(byId);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

/** Waits until the partners, coming again and again, have what the store has. */
async function readAll(): Promise<void> {
  const wanted = await expected();
  for (const [format, importer] of partners) {
    await until(`the partner has what the store has, by ${format}`, async () => {
      await importer.read(`${SITE_URL}/feeds/all.${format}`);
      return JSON.stringify(imported(importer)) === JSON.stringify(wanted);
    }).catch(() => undefined);
    expect(imported(importer)).toEqual(wanted);
  }
}

const count = (wanted: number) =>
  until(`${wanted} articles`, async () => (await listed()).length === wanted);

beforeAll(async () => {
  desk = layDesk({
    sources: ["daily", "late"].map((id) => ({ id, folder: id })),
    feeds: [{ id: "all", title: "Everything", items: 20 }],
  });
  desk.write("late/.keep", "");
  desk.write("daily/feed.xml", rssFeed("Daily", items("day", 30)));
  service = await startOffprint(["--config", desk.config]);
  await count(30);
  partners = [
    ["atom", atomImporter(fetchText)],
    ["json", jsonImporter(fetchText)],
  ];
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

// One story, in order: each test goes on where the one before it stopped.
it("a partner who comes for the first time gets everything", readAll);

it("a partner who was away for a month has, when he is back, what the store has", async () => {
  const weeks = ["one", "two", "three"].map((name) => items(name, 110));
  for (const [n, week] of weeks.entries()) {
    desk.write(`daily/week-${n}.xml`, rssFeed("Daily", week));
    await count(30 + 110 * (n + 1));
  }
  // The backlog of a source that was added late lies deep below the fold.
  const backlog = items("old", 70).map((item) => ({
    ...item,
    publishedAt: (item.publishedAt ?? 0) - 90 * 24 * 60 * MINUTE,
  }));
  desk.write("late/feed.xml", rssFeed("Late", backlog));
  await count(430);
  // Corrections of what is long gone from the feed, and of what is in it.
  const corrected = weeks.map(([first, ...rest]) => [
    { ...(first as SampleItem), title: `Corrected: ${first?.title}` },
    ...rest,
  ]);
  for (const [n, week] of corrected.entries()) {
    desk.write(`daily/week-${n}.xml`, rssFeed("Daily", week));
  }
  await until("three corrections", async () => {
    const titles = (await listed()).map(({ title }) => title);
    return titles.filter((title) => title.startsWith("Corrected: ")).length === 3;
  });
  const [newest, ...others] = await listed();
  for (const article of [newest, others.at(-1), others.at(200)]) {
    const done = await run("withdraw", article?.id ?? "", "--reason", "Asked for");
    expect(done).toMatchObject({ code: 0, stderr: "" });
  }
  expect(await listed()).toHaveLength(427);
  await readAll();
});

it("what is withdrawn does not come back, and what is restored does", async () => {
  const withdrawn = jsonLines<{ articles: readonly string[]; reason: string }>(
    await run("withdraw", "--list", "--json"),
  );
  expect(withdrawn.map(({ reason }) => reason)).toEqual(Array(3).fill("Asked for"));
  const articleId = withdrawn[0]?.articles[0] ?? "";
  const page = await fetch(`${service.url}/articles/${articleId}`, {
    headers: { accept: "text/html" },
  });
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("Asked for");

  await run("withdraw", articleId, "--undo");
  expect(await listed()).toHaveLength(428);
  await readAll();
});

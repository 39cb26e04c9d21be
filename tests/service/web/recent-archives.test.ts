import { expect, it } from "vitest";
import type { ArchiveDocumentKey } from "../../../src/core/archive.ts";
import type { PublishedDocument } from "../../../src/core/published.ts";
import type { ArchiveAnswer } from "../../../src/service/publishing/renderer.ts";
import { createRecentArchives } from "../../../src/service/web/recent-archives.ts";

const keyOf = (page: number): ArchiveDocumentKey => ({ feedId: "all", page, format: "atom" });

function setUp() {
  const rendered: number[] = [];
  const waiting: (() => void)[] = [];
  const world = { isSlow: false, answer: null as ArchiveAnswer | null };
  const recent = createRecentArchives(async ({ page }) => {
    rendered.push(page);
    if (world.isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
    return world.answer ?? { ok: true, value: { path: `${page}` } as PublishedDocument };
  });
  return { rendered, waiting, world, recent };
}

it("what was asked for lately is not rendered again, until something is published", async () => {
  const { rendered, recent } = setUp();
  await recent.find(keyOf(1));
  expect(await recent.find(keyOf(1))).toMatchObject({ ok: true, value: { path: "1" } });
  expect(rendered).toEqual([1]);
  recent.forget();
  await recent.find(keyOf(1));
  expect(rendered).toEqual([1, 1]);
});

it("what several ask for at once is rendered once", async () => {
  const { rendered, waiting, world, recent } = setUp();
  world.isSlow = true;
  const answers = [recent.find(keyOf(1)), recent.find(keyOf(1))];
  for (const release of waiting) release();
  await Promise.all(answers);
  expect(rendered).toEqual([1]);
});

it("what was begun before a publication is not kept after it", async () => {
  const { rendered, waiting, world, recent } = setUp();
  world.isSlow = true;
  const old = recent.find(keyOf(1));
  recent.forget();
  for (const release of waiting) release();
  await old;
  world.isSlow = false;
  await recent.find(keyOf(1));
  expect(rendered).toEqual([1, 1]);
});

it("only the last few are kept", async () => {
  const { rendered, recent } = setUp();
  for (let page = 1; page <= 40; page += 1) await recent.find(keyOf(page));
  await recent.find(keyOf(40));
  expect(rendered).toHaveLength(40);
  await recent.find(keyOf(1));
  expect(rendered).toHaveLength(41);
});

it("what is not there, or could not be rendered, is asked for again", async () => {
  const { rendered, world, recent } = setUp();
  for (const answer of [
    { ok: true, value: null },
    { ok: false, error: "busy" },
  ] as const) {
    world.answer = answer;
    expect(await recent.find(keyOf(1))).toEqual(answer);
  }
  expect(rendered).toEqual([1, 1]);
});

import { expect, it, vi } from "vitest";
import type { ArchiveDocumentKey } from "../../../src/core/entries/archive.ts";
import type { PublishedDocument } from "../../../src/core/entries/published.ts";
import {
  type ArchiveAnswer,
  createRecentArchives,
  renderArchives,
} from "../../../src/service/web/recent-archives.ts";
import type { WebPool } from "../../../src/service/web/web-pool.ts";
import { aSite } from "../../support/entries.ts";

const keyOf = (page: number): ArchiveDocumentKey => ({ feedId: "all", page, format: "atom" });

function setUp() {
  const rendered: number[] = [];
  const waiting: (() => void)[] = [];
  const world = { isSlow: false, answer: null as ArchiveAnswer | null, revision: 1, isAway: false };
  const recent = createRecentArchives(
    async ({ page }) => {
      rendered.push(page);
      if (world.isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return world.answer ?? { ok: true, value: { path: `${page}` } as PublishedDocument };
    },
    async () => (world.isAway ? null : world.revision),
  );
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

it("what changed in the store is rendered again, also when no feed shows it", async () => {
  const { rendered, world, recent } = setUp();
  await recent.find(keyOf(1));
  world.revision += 1;
  await recent.find(keyOf(1));
  await recent.find(keyOf(1));
  expect(rendered).toEqual([1, 1]);
});

it("what several ask for at once is rendered once", async () => {
  const { rendered, waiting, world, recent } = setUp();
  world.isSlow = true;
  const answers = [recent.find(keyOf(1)), recent.find(keyOf(1))];
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  for (const release of waiting) release();
  await Promise.all(answers);
  expect(rendered).toEqual([1]);
});

it("what was begun before a publication is not kept after it", async () => {
  const { rendered, waiting, world, recent } = setUp();
  world.isSlow = true;
  const old = recent.find(keyOf(1));
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
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

/** What renders in the web side's other thread: `waiting` jobs are before the next one. */
function setUpRendering(outcome: ArchiveAnswer | { readonly ok: false; readonly error: string }) {
  const state = { waiting: 0, title: "Before", jobs: [] as unknown[], failures: [] as string[] };
  const pool = {
    waiting: () => state.waiting,
    async run(kind: string, job: unknown) {
      state.jobs.push({ kind, job });
      return outcome;
    },
  } as unknown as Pick<WebPool, "run" | "waiting">;
  const order = () => ({ site: aSite({ title: state.title }), feeds: [] });
  const render = renderArchives(pool, order, (reason) => state.failures.push(reason));
  return { state, render };
}

it("a document is rendered under the configuration of the moment in which it is asked for", async () => {
  const document = { path: "1" } as PublishedDocument;
  const { state, render } = setUpRendering({ ok: true, value: document });
  state.title = "After";
  expect(await render(keyOf(1))).toEqual({ ok: true, value: document });
  expect(state.jobs).toMatchObject([
    { kind: "archive", job: { key: keyOf(1), order: { site: { title: "After" } } } },
  ]);
});

it("who asks while hundreds wait is asked to come again, and so is who cannot be answered", async () => {
  const { state, render } = setUpRendering({ ok: false, error: "no answer within 10000 ms" });
  state.waiting = 250;
  expect(await render(keyOf(1))).toEqual({ ok: false, error: "busy" });
  expect(state.jobs).toEqual([]);
  expect(state.failures).toEqual([]);
  state.waiting = 249;
  expect(await render(keyOf(1))).toEqual({ ok: false, error: "busy" });
  expect(state.failures).toEqual(["no answer within 10000 ms"]);
});

it("while the database does not answer, what is kept of the last revision is still there, and nothing else", async () => {
  const { rendered, world, recent } = setUp();
  await recent.find(keyOf(1));
  world.isAway = true;
  expect(await recent.find(keyOf(1))).toMatchObject({ ok: true, value: { path: "1" } });
  expect(await recent.find(keyOf(2))).toEqual({ ok: false, error: "away" });
  expect(rendered).toEqual([1]);
});

it("what is older than a revision that was seen meanwhile is not there while the database does not answer", async () => {
  const { world, recent } = setUp();
  await recent.find(keyOf(1));
  await recent.renew();
  world.isAway = true;
  expect(await recent.find(keyOf(1))).toMatchObject({ ok: true });
  world.isAway = false;
  world.revision += 1;
  await recent.renew();
  world.isAway = true;
  await recent.renew();
  expect(await recent.find(keyOf(1))).toEqual({ ok: false, error: "away" });
});

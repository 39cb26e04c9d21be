import { expect, it } from "vitest";
import { aStoredEntry } from "../../support/builders.ts";
import { adminForTest, anArticle } from "./admin-site.ts";

const OWN = { "Sec-Fetch-Site": "same-origin" };
const MERGED = { kind: "merge", articles: ["a1", "b2"] };

it.each([
  [
    "withdraw",
    "reason=+It+was%0A+wrong.+",
    { kind: "withdraw", articleId: "a1", reason: "It was wrong." },
  ],
  ["withdraw", "reason=+", { kind: "withdraw", articleId: "a1", reason: null }],
  ["withdraw", "reason=a&reason=b", { kind: "withdraw", articleId: "a1", reason: null }],
  ["restore", "", { kind: "restore", articleId: "a1" }],
  ["merge", "other=+b2+", { kind: "edit-clusters", action: MERGED, undo: false }],
  [
    "split",
    "copy=b2",
    { kind: "edit-clusters", action: { kind: "split", articles: ["b2"] }, undo: false },
  ],
])("the page of an article orders: %s %s", async (path, body, order) => {
  const { post, asked } = await adminForTest();
  const answer = await post(`/admin/articles/a1/${path}`, body, OWN);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/articles/a1"]);
  expect(asked).toEqual([order]);
});

it("offers to restore what is withdrawn, and tells what readers are told", async () => {
  const withdrawal = { at: 1, reason: "It was <wrong>." };
  const { get } = await adminForTest({ entry: aStoredEntry({ article: anArticle(), withdrawal }) });
  const html = await (await get("/admin/articles/a1")).text();
  expect(html).toContain("It was &lt;wrong&gt;.");
  expect(html).toContain('action="/admin/articles/a1/restore"');
  expect(html).not.toContain('action="/admin/articles/a1/withdraw"');
});

it("is the same as JSON for programs", async () => {
  const { get } = await adminForTest();
  const answer = await get("/admin/articles/a1", { Accept: "application/json" });
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(await answer.json()).toMatchObject({
    article: { id: "a1", title: "Die Fähre fährt wieder" },
    handling: { keptLines: [] },
    commonLines: {},
  });
  expect((await get("/admin/articles/nobody", { Accept: "application/json" })).status).toBe(404);
});

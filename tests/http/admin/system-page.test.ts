import { expect, it } from "vitest";
import { adminForTest } from "./admin-site.ts";
import { JOURNAL } from "./sample-orders.ts";

const OWN = { "Sec-Fetch-Site": "same-origin" };

it("tells version, size and what was ordered, with links to what it was about", async () => {
  const { get } = await adminForTest({ journal: JOURNAL });
  const html = await (await get("/admin/system")).text();
  expect(html).toContain("Offprint 1.2.3");
  expect(html).toContain("12.3\u00a0MB");
  expect(html).toContain('href="/admin/articles/a1"');
  expect(html).toContain("old&lt;er&gt; → newer");
  expect(html).toContain("It was wrong.");
  expect(html).toContain("there is no source");
  // A merge, a renaming and a withdrawal: no undo of an undo, of what was refused, or of a look.
  expect(html.match(/name="id" value="\d+"/g)).toEqual(
    [8, 7, 6].map((id) => `name="id" value="${id}"`),
  );
});

it("is the same as JSON for programs, and behind the token", async () => {
  const { get } = await adminForTest({ journal: JOURNAL });
  const answer = await get("/admin/system", { Accept: "application/json" });
  expect(await answer.json()).toMatchObject({
    version: "1.2.3",
    databaseBytes: 12_345_678,
    journal: [{ id: 9 }, {}, {}, {}, {}, {}],
  });
  expect((await get("/admin/system", { Authorization: "" })).status).toBe(401);
});

it.each([
  [8, { kind: "edit-clusters", action: { kind: "merge", articles: ["a1", "b2"] }, undo: true }],
  [
    7,
    { kind: "edit-configuration", edit: { kind: "rename-source", from: "newer", to: "old<er>" } },
  ],
  [6, { kind: "restore", articleId: "a1" }],
])("takes order %i back", async (id, order) => {
  const { post, asked } = await adminForTest({ journal: JOURNAL });
  const answer = await post("/admin/system/undo", `id=${id}`, OWN);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/system"]);
  expect(asked).toEqual([order]);
});

it.each(["id=9", "id=5", "id=4", "id=99", "id=x", "", "id=8&id=7"])(
  "takes nothing back for %j",
  async (body) => {
    const { post, asked } = await adminForTest({ journal: JOURNAL });
    expect((await post("/admin/system/undo", body, OWN)).status).toBe(404);
    expect(asked).toEqual([]);
  },
);

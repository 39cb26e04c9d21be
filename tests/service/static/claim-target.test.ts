import { expect, it } from "vitest";
import { err, ok } from "../../../src/core/result.ts";
import { claimTarget } from "../../../src/service/static/claim-target.ts";
import { openNew } from "../../adapters/store/open-store.ts";

/** A folder as a machine sees it: at this path, and which one it is. */
const folder = (label: string, identity: string) => {
  const asked: boolean[] = [];
  const identify = async ({ isKnown }: { readonly isKnown: boolean }) => {
    asked.push(isKnown);
    return ok(identity);
  };
  return { label, identify, asked };
};

it("lets one process write to a folder that several see, at whatever path", async () => {
  const opened = await openNew();
  const first = await claimTarget(opened, folder("/srv/desk", "shared"), "north");
  expect(first).toMatchObject({ ok: true, value: { lost: { aborted: false } } });
  expect(await claimTarget(opened, folder("/mnt/desk", "shared"), "south")).toEqual(ok(null));
  if (first.ok) await first.value?.giveBack();
  const next = await claimTarget(opened, folder("/mnt/desk", "shared"), "south");
  expect(next).toMatchObject({ ok: true, value: { lost: { aborted: false } } });
  if (next.ok) await next.value?.giveBack();
});

it("lets each machine write to a folder of its own, also at the same path", async () => {
  const opened = await openNew();
  for (const node of ["north", "south"]) {
    const claimed = await claimTarget(opened, folder("/srv/desk", `of ${node}`), node);
    expect(claimed).toMatchObject({ ok: true, value: { lost: { aborted: false } } });
    if (claimed.ok) await claimed.value?.giveBack();
  }
});

it("knows a folder in which this node wrote before, and no other", async () => {
  const opened = await openNew();
  const here = folder("/srv/desk", "here");
  for (const node of ["north", "north", "south"]) {
    const claimed = await claimTarget(opened, here, node);
    if (claimed.ok) await claimed.value?.giveBack();
  }
  expect(here.asked).toEqual([false, true, false]);
});

it("gives the right back where it cannot note that it has it", async () => {
  const opened = await openNew();
  const here = folder("/srv/desk", "here");
  const refusing = opened.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === "InsertQueryNode" && JSON.stringify(node).includes("files of "))
        throw new Error("the disk is full");
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await expect(claimTarget({ db: refusing }, here, "north")).rejects.toThrow("the disk is full");
  const next = await claimTarget(opened, here, "south");
  expect(next).toMatchObject({ ok: true, value: { lost: { aborted: false } } });
  if (next.ok) await next.value?.giveBack();
});

it("takes nothing where the target cannot be used, and does not know it then", async () => {
  const opened = await openNew();
  const problem = { kind: "away", message: "it is not there" } as const;
  const missing = { label: "/srv/desk", identify: async () => err(problem) };
  expect(await claimTarget(opened, missing, "north")).toEqual(err(problem));
  const made = folder("/srv/desk", "made");
  const claimed = await claimTarget(opened, made, "north");
  expect(made.asked).toEqual([false]);
  if (claimed.ok) await claimed.value?.giveBack();
});

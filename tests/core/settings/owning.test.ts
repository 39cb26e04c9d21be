import { describe, expect, it } from "vitest";
import {
  claimBeside,
  holderOn,
  mayOwn,
  nodeOfHolder,
  OWNER_RETURNS_MS,
  type OwnerClaim,
} from "../../../src/core/settings/owning.ts";

const MINE: OwnerClaim = {
  hash: "mine",
  node: "north",
  holder: holderOn("north", 7),
  editOf: null,
};
const UNTIL = 1_000_000;

const stored = (
  hash: string,
  owner: { readonly holder?: string; readonly idleMs?: number; readonly until?: number } = {},
) => ({ hash, owner: { holder: holderOn("south", 3), idleMs: 0, until: UNTIL, ...owner } });

describe("a node may own the configuration", () => {
  const LONG = OWNER_RETURNS_MS;
  it.each([
    ["when nothing is stored", null, MINE, true],
    ["not while another owns it", stored("mine"), MINE, false],
    [
      "not while another owns it, whatever was edited",
      stored("x"),
      { ...MINE, editOf: "x" },
      false,
    ],
    [
      "with the same text, when its owner does not return",
      stored("mine", { idleMs: LONG }),
      MINE,
      true,
    ],
    [
      "not with the same text while its owner may return",
      stored("mine", { idleMs: LONG - 1 }),
      MINE,
      false,
    ],
    [
      "not with another text, however long its owner is gone",
      stored("x", { idleMs: 1e9 }),
      MINE,
      false,
    ],
    [
      "at once when it was the last owner",
      stored("x", { holder: holderOn("north", 3), idleMs: 1 }),
      MINE,
      true,
    ],
    [
      "at once with an edit of what is stored",
      stored("x", { idleMs: 1 }),
      { ...MINE, editOf: "x" },
      true,
    ],
    [
      "not with the same text while its owner may return, whatever it was before",
      stored("mine", { idleMs: LONG - 1 }),
      { ...MINE, editOf: "mine" },
      false,
    ],
    [
      "not with an edit of what was stored before",
      stored("later", { idleMs: 1e9 }),
      { ...MINE, editOf: "x" },
      false,
    ],
  ])("%s", (_, now, claim, isSo) => {
    expect(mayOwn(now, claim)).toBe(isSo);
  });

  it("no more as an edit, or by its name, once a living owner has another text", () => {
    const claim = { ...MINE, editOf: "x" };
    const beside = claimBeside(claim, stored("x"), stored("x", { until: UNTIL + 3000 }));
    const gone = { idleMs: 1e9, holder: holderOn("north", 3) };
    expect(mayOwn(stored("x", gone), beside)).toBe(false);
    expect(mayOwn(stored("mine", gone), beside)).toBe(true);
  });

  it.each([
    ["at the first look", null, stored("x")],
    [
      "a lease that only has not ended yet, such as of its own former process",
      stored("x"),
      stored("x"),
    ],
    [
      "another owner than before",
      stored("x"),
      stored("x", { holder: "process 4 on east", until: UNTIL + 9 }),
    ],
    ["an owner of the same text", stored("mine"), stored("mine", { until: UNTIL + 3000 })],
    [
      "itself",
      stored("x", { holder: MINE.holder }),
      stored("x", { holder: MINE.holder, until: UNTIL + 9 }),
    ],
  ])("and its claim is none the worse for %s", (_, before, now) => {
    expect(claimBeside(MINE, before, now)).toBe(MINE);
  });
});

it("the name of a node outlives its processes", () => {
  expect(nodeOfHolder(holderOn("north on sea", 12))).toBe("north on sea");
  expect(nodeOfHolder("north")).toBe("north");
});

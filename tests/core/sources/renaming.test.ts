import { describe, expect, it } from "vitest";
import type { KnownSource } from "../../../src/core/sources/configuring.ts";
import { decideRenamings, type NamedSource } from "../../../src/core/sources/renaming.ts";
import { FRESH_STATE } from "../../../src/core/sources/source-state.ts";
import { aFolder, aRemote } from "../../support/builders.ts";

const SECRET = "https://a.example/feed?key=s3cret";
const RULES = {
  today: (address: string) => `today-${new URL(address).hostname}`,
  former: (address: string) => `former-${new URL(address).hostname}`,
};
const LISTED = aRemote({ id: "today-a.example", url: SECRET });

const stored = (id: string, address = SECRET): KnownSource => ({
  ...{ id, address, definition: null, last: null, forgottenAt: null, state: FRESH_STATE },
});

const decide = (known: readonly KnownSource[], named: Partial<NamedSource> = {}) =>
  decideRenamings(known, { sources: [LISTED], inFeeds: [], rules: RULES, ...named });

const RENAMED = [{ from: "former-a.example", to: "today-a.example" }];

describe("a source whose id was made by the former rule", () => {
  const former = stored("former-a.example");

  it("is renamed", () => {
    expect(decide([former])).toEqual(RENAMED);
  });

  it("is renamed when a feed names it, for the feed names it anew, too", () => {
    expect(decide([former], { inFeeds: ["today-a.example", "former-a.example"] })).toEqual(RENAMED);
  });

  it("is renamed when it has left the configuration, unless a feed names it", () => {
    expect(decide([former], { sources: [] })).toEqual(RENAMED);
    expect(decide([former], { sources: [], inFeeds: ["former-a.example"] })).toEqual([]);
  });

  it("stays when somebody gave a source that id", () => {
    expect(decide([former], { sources: [aRemote({ id: "former-a.example" })] })).toEqual([]);
  });

  it("stays when its new id is taken, and takes it from no other", () => {
    expect(decide([former, stored("today-a.example")])).toEqual([]);
    const other = stored("former-a.example", "https://a.example/feed?key=0ther");
    expect(decide([former, other])).toEqual(RENAMED);
  });
});

it.each([
  ["of another rule", stored("valley")],
  ["a folder", stored("desk", `folder:${aFolder().folder}`)],
  ["renamed already", stored("today-a.example")],
])("a source that is %s stays", (_, known) => {
  expect(decide([known])).toEqual([]);
});

it("an id stays that both rules give", () => {
  const rules = { today: RULES.former, former: RULES.former };
  expect(decide([stored("former-a.example")], { rules, sources: [] })).toEqual([]);
});

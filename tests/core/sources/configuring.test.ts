import { describe, expect, it } from "vitest";
import type { SourceDefinition } from "../../../src/core/settings/definitions.ts";
import { decideConfiguration, type KnownSource } from "../../../src/core/sources/configuring.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import { FRESH_STATE } from "../../../src/core/sources/source-state.ts";
import { aRemote, HOUR, NOW } from "../../support/builders.ts";

const VALLEY = aRemote({ id: "valley" });
const POLLED = {
  ...FRESH_STATE,
  title: "Valley Courier",
  validators: { etag: '"1"', lastModified: null },
  firstIngestAt: NOW - HOUR,
};

const stored = (overrides: Partial<KnownSource> = {}): KnownSource => ({
  id: "valley",
  address: VALLEY.url,
  definition: VALLEY,
  last: VALLEY,
  forgottenAt: null,
  state: POLLED,
  ...overrides,
});
const decide = (known: KnownSource, ...sources: readonly SourceDefinition[]) =>
  decideConfiguration([known], { sources, now: NOW });

describe("another configuration", () => {
  it("changes nothing of a source that is as it was", () => {
    expect(decide(stored(), VALLEY)).toMatchObject({
      isVisible: false,
      left: [],
      configured: [
        {
          state: POLLED,
          isReadAnew: false,
          forgetsPages: false,
          isRedrafted: false,
          isBack: false,
        },
      ],
    });
  });

  it("begins nothing by another order", () => {
    const hill = aRemote({ id: "hill", url: "https://hill.example/feed" });
    const both = [
      stored(),
      stored({ id: "hill", address: hill.url, definition: hill, last: hill }),
    ];
    const { configured, isVisible } = decideConfiguration(both, {
      sources: [hill, VALLEY],
      now: NOW,
    });
    expect(configured.map(({ definition }) => definition.id)).toEqual(["hill", "valley"]);
    expect(isVisible).toBe(false);
  });

  it.each([
    ["another address", { url: "https://new.example/feed" }, true],
    ["other pages", { fullText: "always" as const }, true],
    ["another name", { title: "Another" }, false],
  ])("reads a source anew for %s", (_what, change, isAnew) => {
    const [source] = decide(stored(), { ...VALLEY, ...change }).configured;
    expect(source?.isReadAnew).toBe(isAnew);
    expect(source?.state.validators).toEqual(isAnew ? NO_VALIDATORS : POLLED.validators);
    expect(source?.state).toMatchObject({
      title: POLLED.title,
      firstIngestAt: POLLED.firstIngestAt,
    });
  });

  it("keeps a source that left as it was, with its rights", () => {
    const intent = decide(stored());
    expect(intent).toMatchObject({ left: [{ id: "valley", last: VALLEY }], isVisible: true });
    expect(intent.ceilings).toEqual([{ sourceId: "valley", rights: "full" }]);
  });

  it("lowers the rights of a source whose address is polled under another id", () => {
    const renamed = aRemote({ id: "new-valley", rights: "link" });
    expect(decide(stored(), renamed)).toMatchObject({
      left: [{ id: "valley", last: { rights: "link" } }],
      ceilings: [{ sourceId: "valley", rights: "link" }],
    });
  });

  it("never raises them so", () => {
    const before = { ...VALLEY, rights: "link" as const };
    const intent = decide(stored({ definition: before, last: before }), aRemote({ id: "new" }));
    expect(intent.left).toEqual([{ id: "valley", last: before }]);
  });

  it("publishes again what was forgotten of a source that is back", () => {
    const [source] = decide(stored({ definition: null, forgottenAt: NOW }), VALLEY).configured;
    expect(source?.isBack).toBe(true);
  });
});

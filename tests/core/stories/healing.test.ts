import { describe, expect, it } from "vitest";
import type { StoredContext } from "../../../src/core/articles/stored-context.ts";
import { decideHealing } from "../../../src/core/stories/healing.ts";
import { tokens } from "../../../src/core/text/tokens.ts";
import { aDraft, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";
import { createKnownModel, READABLE_IDS } from "../../support/known-model.ts";

const TEXT = generateText(seeded(1), 200);
const idOf = (source: string): string => `${source}/https://${source}.example/1`;

/** The text of each source, all kept apart by an editor while they came, and not any more. */
function keptApart(texts: Readonly<Record<string, string>>): StoredContext {
  const model = createKnownModel();
  const sources = Object.keys(texts);
  for (const one of sources) for (const other of sources) model.veto(idOf(one), idOf(other));
  for (const [place, [sourceId, text]] of Object.entries(texts).entries()) {
    const key = `https://${sourceId}.example/1`;
    const draft = aDraft({ key, canonicalUrl: key, text, tokenCount: tokens(text).length });
    model.ingest({ sourceId, drafts: [draft], now: NOW, place });
  }
  return { ...model.known(), vetoes: new Set() };
}

const heal = (known: StoredContext, ...sources: readonly string[]) =>
  decideHealing(known, sources.map(idOf), READABLE_IDS.fallbackEntryId);
const membersAfter = (known: StoredContext, ...sources: readonly string[]) =>
  heal(known, ...sources)
    .filter(({ members }) => members.size > 0)
    .map(({ leadId, members }) => [leadId, [...members.keys()].toSorted()]);

describe("one text in two clusters", () => {
  const known = keptApart({ a: TEXT, b: editText(seeded(2), TEXT) });

  it.each(["a", "b"])("is joined when %s is looked at, under the better lead", (source) => {
    expect(membersAfter(known, source)).toEqual([[idOf("a"), [idOf("a"), idOf("b")]]]);
    expect(heal(known, source).find(({ members }) => members.size === 0)).toMatchObject({
      id: idOf("b"),
      mergedInto: idOf("a"),
      wasShown: true,
    });
  });

  it("stays so where an editor keeps them apart", () => {
    const vetoes = new Set([`${idOf("a")} ${idOf("b")}`]);
    expect(heal({ ...known, vetoes }, "a", "b")).toEqual([]);
  });

  it("stays so where one of them is withdrawn", () => {
    const clusters = new Map(
      [...known.clusters].map(([id, each]) => [id, { ...each, isWithdrawn: id === idOf("b") }]),
    );
    expect(heal({ ...known, clusters }, "a", "b")).toEqual([]);
  });
});

describe("what is looked at again", () => {
  it("stays where it is when nothing is the same", () => {
    const known = keptApart({ a: TEXT, b: generateText(seeded(3), 200) });
    expect(heal(known, "a", "b")).toEqual([]);
  });

  it("is joined once, and then stays", () => {
    const model = createKnownModel();
    for (const [place, sourceId] of ["a", "b"].entries()) {
      const key = `https://${sourceId}.example/1`;
      model.ingest({ sourceId, drafts: [aDraft({ key })], now: NOW, place });
    }
    expect(heal(model.known(), "a", "b")).toEqual([]);
  });
});

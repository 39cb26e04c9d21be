import { describe, expect, it } from "vitest";
import { decideEdit, type EditorAction } from "../../../src/core/stories/editing.ts";
import { aDraft, DAY, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";
import {
  createKnownModel,
  type KnownModel,
  partition,
  READABLE_IDS,
} from "../../support/known-model.ts";

const TEXT = generateText(seeded(1), 200);
const OTHER = generateText(seeded(2), 200);
const idOf = (source: string): string => `${source}/${source}`;

const arrive = (model: KnownModel, source: string, text: string, at = NOW) =>
  model.ingest({
    sourceId: source,
    drafts: [aDraft({ key: source, text, publishedAt: at, tokenCount: 200 })],
    now: Math.max(NOW, at),
  });

/** Valley's text, withdrawn with its copy at the hill; the lake's own text. */
function withdrawn(): KnownModel {
  const model = createKnownModel();
  arrive(model, "valley", TEXT);
  arrive(model, "hill", editText(seeded(3), TEXT));
  arrive(model, "lake", OTHER);
  model.withdraw(idOf("valley"));
  return model;
}

const GROUPS = [`${idOf("hill")} + ${idOf("valley")}`, idOf("lake")];

describe("a withdrawn cluster", () => {
  it.each([
    ["an exact copy", TEXT, NOW],
    ["a near copy", editText(seeded(4), TEXT), NOW],
    ["a copy long after", TEXT, NOW + 400 * DAY],
    ["a near copy long before", editText(seeded(5), TEXT), NOW - 400 * DAY],
  ])("takes %s with it", (_, text, at) => {
    const model = withdrawn();
    arrive(model, "forest", text, at);
    expect(partition(model.known())).toContain(
      [idOf("forest"), idOf("hill"), idOf("valley")].join(" + "),
    );
  });

  it("has one lead alone when a better copy comes", () => {
    const model = withdrawn();
    arrive(model, "alp", TEXT);
    const { articles, clusters } = model.known();
    const { leadId, members } = clusters.get(articles.get(idOf("alp"))?.clusterId ?? "") ?? {};
    expect(leadId).toBe(idOf("alp"));
    expect([...(members ?? [])].map(([id, { rule }]) => [id, rule]).toSorted()).toEqual([
      [idOf("alp"), "lead"],
      [idOf("hill"), "address"],
      [idOf("valley"), "address"],
    ]);
  });

  it("leaves a text that it does not carry alone", () => {
    const model = withdrawn();
    arrive(model, "forest", generateText(seeded(9), 200));
    expect(partition(model.known())).toEqual([idOf("forest"), ...GROUPS]);
  });

  it("keeps its members whatever becomes of their texts", () => {
    const model = withdrawn();
    arrive(model, "hill", generateText(seeded(6), 200));
    arrive(model, "valley", generateText(seeded(7), 200));
    expect(partition(model.known())).toEqual(GROUPS);
  });

  it("keeps a member whose text becomes that of a published one", () => {
    const model = withdrawn();
    arrive(model, "hill", OTHER);
    arrive(model, "valley", OTHER);
    expect(partition(model.known())).toEqual(GROUPS);
  });

  it("does not take what was published with another text", () => {
    const model = withdrawn();
    arrive(model, "lake", TEXT);
    expect(partition(model.known())).toEqual(GROUPS);
  });

  it("takes what was held back, and turns out to have its text when it is complete", () => {
    const model = withdrawn();
    const about = { key: "forest", publishedAt: NOW, tokenCount: 200 };
    const asked = { wantsPage: true, link: "https://forest.example/1" };
    const arrival = { sourceId: "forest", now: NOW };
    const item = aDraft({ ...about, ...asked, text: generateText(seeded(9), 200) });
    model.ingest({ ...arrival, drafts: [item] });
    expect(model.known().articles.get(idOf("forest"))?.heldUntil).not.toBeNull();
    model.ingest({ ...arrival, drafts: [aDraft({ ...about, ...asked, text: TEXT })] });
    expect(partition(model.known())).toContain(
      [idOf("forest"), idOf("hill"), idOf("valley")].join(" + "),
    );
  });

  it("is preferred to a published one that carries the text too", () => {
    const model = withdrawn();
    arrive(model, "lake", TEXT);
    arrive(model, "forest", TEXT);
    const { articles, clusters } = model.known();
    const cluster = clusters.get(articles.get(idOf("forest"))?.clusterId ?? "");
    expect(cluster?.isWithdrawn).toBe(true);
  });

  it("gives its members back to the rules when it is restored", () => {
    const model = withdrawn();
    model.withdraw(idOf("valley"), false);
    arrive(model, "hill", generateText(seeded(6), 200));
    expect(partition(model.known())).toEqual(
      [idOf("hill"), idOf("lake"), idOf("valley")].toSorted(),
    );
  });

  it.each<[EditorAction]>([
    [{ kind: "split", articles: [idOf("hill")] }],
    [{ kind: "merge", articles: [idOf("lake"), idOf("hill")] }],
    [{ kind: "merge", articles: [idOf("hill"), idOf("lake")] }],
    [{ kind: "veto", articles: [idOf("valley"), idOf("hill")] }],
  ])("is not rearranged by an editor: %j", (action) => {
    const decided = decideEdit(withdrawn().known(), action, READABLE_IDS.fallbackEntryId);
    expect(decided).toMatchObject({ ok: false });
    expect(decided.ok ? "" : decided.error).toMatch(/ is withdrawn: .* --undo" restores it first$/);
  });
});

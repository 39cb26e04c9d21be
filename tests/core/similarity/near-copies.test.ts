import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { StoredContext } from "../../../src/core/articles/stored-context.ts";
import { startComparison } from "../../../src/core/similarity/comparison.ts";
import { tokens } from "../../../src/core/text/tokens.ts";
import { aDraft, HOUR, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";
import { createKnownModel, type KnownModel, partition } from "../../support/known-model.ts";

const TEXT = generateText(seeded(1), 200);
const cut = (text: string, from: number, to: number): string =>
  text.split(" ").slice(from, to).join(" ");

type Fields = Partial<ArticleDraft> & { readonly text: string };

/** One article of one source, named after it, in one poll. */
const arrive = (model: KnownModel, sourceId: string, fields: Fields) =>
  model.ingest({ sourceId, drafts: [draftOf(sourceId, fields)], now: NOW });

const draftOf = (sourceId: string, fields: Fields) =>
  aDraft({
    key: `https://${sourceId}.example/1`,
    canonicalUrl: `https://${sourceId}.example/1`,
    tokenCount: tokens(fields.text).length,
    ...fields,
  });

const idOf = (sourceId: string): string => `${sourceId}/https://${sourceId}.example/1`;

const clusterOf = ({ known }: KnownModel, sourceId: string) => {
  const { articles, clusters } = known();
  const cluster = clusters.get(articles.get(idOf(sourceId))?.clusterId ?? "");
  if (!cluster) throw new Error(`${sourceId} is in no cluster`);
  return cluster;
};

describe("a near copy", () => {
  it("joins, and says how much of it is the same", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    const { counts } = arrive(model, "b", { text: cut(TEXT, 0, 150) });
    expect(counts.merged).toBe(1);
    expect(clusterOf(model, "a").members.get(idOf("b"))).toMatchObject({
      rule: "copy",
      coverage: 1,
    });
  });

  it("of the same poll joins too", () => {
    const model = createKnownModel();
    const texts = [TEXT, cut(TEXT, 0, 190)];
    const drafts = texts.map((text, index) => draftOf(`a${index}`, { text }));
    expect(model.ingest({ sourceId: "a", drafts, now: NOW }).counts).toMatchObject({
      new: 2,
      merged: 1,
    });
  });

  it("that an editor keeps apart stays apart, however often it is edited", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    arrive(model, "b", { text: generateText(seeded(2), 100) });
    model.veto(idOf("b"), idOf("a"));
    arrive(model, "b", { text: cut(TEXT, 0, 150) });
    arrive(model, "b", { text: TEXT });
    expect(partition(model.known())).toEqual([idOf("a"), idOf("b")]);
  });

  it("leaves when an editor keeps it apart, as soon as one of the two changes", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    arrive(model, "b", { text: cut(TEXT, 0, 150) });
    model.veto(idOf("a"), idOf("b"));
    arrive(model, "b", { text: cut(TEXT, 0, 151) });
    expect(partition(model.known())).toEqual([idOf("a"), idOf("b")]);
  });
});

describe("a lead whose text shrinks", () => {
  it("hands over to the house's own, and those who stay say anew why", () => {
    const model = createKnownModel();
    const teaser = cut(TEXT, 0, 40);
    const other = { isOnOwnHost: false };
    arrive(model, "a", { text: teaser, isSummaryOnly: true, publishedAt: NOW });
    arrive(model, "b", { ...other, text: TEXT, publishedAt: NOW - 20 * HOUR });
    const early = { isSummaryOnly: true, publishedAt: NOW - 80 * HOUR };
    arrive(model, "c", { ...other, ...early, text: teaser });
    expect(clusterOf(model, "a").members.size).toBe(3);

    // To the letter what c said more than three days before: that one leaves, and the lead changes with it.
    // Cut by the desk of a folder: a feed that merely shows its beginning later takes nothing from it.
    const shortened = draftOf("b", { ...other, text: teaser, publishedAt: NOW });
    model.ingest({ sourceId: "b", drafts: [shortened], now: NOW, isFolder: true });
    expect(partition(model.known())).toEqual([`${idOf("a")} + ${idOf("b")}`, idOf("c")]);
    expect(clusterOf(model, "a").leadId).toBe(idOf("a"));
    expect(Object.fromEntries(clusterOf(model, "a").members)).toEqual({
      [idOf("a")]: { rule: "lead" },
      [idOf("b")]: { rule: "exact", tokens: 40 },
    });
  });
});

describe("two articles that an editor keeps apart", () => {
  it("are not brought together by a third that is the same as both", () => {
    const model = createKnownModel();
    model.veto(idOf("a"), idOf("b"));
    for (const source of ["a", "b"]) arrive(model, source, { text: TEXT, isOnOwnHost: false });
    arrive(model, "c", { text: TEXT });
    const [first, second] = [clusterOf(model, "a"), clusterOf(model, "b")];
    expect(first.id).not.toBe(second.id);
    expect([first, second].map(({ id }) => id)).toContain(clusterOf(model, "c").id);
  });
});

describe("two clusters of one text", () => {
  // What is common to the two ends is too little; the whole has both.
  const start = { text: cut(TEXT, 0, 120) };
  const end = { text: cut(TEXT, 80, 200) };

  it("become one with an article that carries both, and the better lead stays", () => {
    const model = createKnownModel();
    arrive(model, "a", { ...start, publishedAt: NOW - 3 * HOUR });
    arrive(model, "b", { ...end, publishedAt: NOW - 2 * HOUR });
    expect(partition(model.known())).toHaveLength(2);
    arrive(model, "c", { text: TEXT });
    expect(partition(model.known())).toHaveLength(1);
    expect(clusterOf(model, "b")).toMatchObject({ leadId: idOf("a"), id: idOf("a") });
    expect(model.known().clusters.get(idOf("b"))?.members.size).toBe(0);
  });

  it("become one with an edit of a member", () => {
    const model = createKnownModel();
    arrive(model, "a", { ...start, publishedAt: NOW - 3 * HOUR });
    arrive(model, "b", { ...end, publishedAt: NOW - 2 * HOUR });
    arrive(model, "c", start);
    arrive(model, "c", { text: TEXT });
    expect(partition(model.known())).toHaveLength(1);
  });
});

describe("a summary", () => {
  const summary = { text: cut(TEXT, 0, 40), isSummaryOnly: true, isOnOwnHost: true };

  it("gives the lead to the full text, whose entry keeps the id that was published", () => {
    const model = createKnownModel();
    arrive(model, "a", summary);
    arrive(model, "b", { text: TEXT, isOnOwnHost: false });
    expect(clusterOf(model, "a")).toMatchObject({
      leadId: idOf("b"),
      entryId: "https://a.example/1",
    });
    expect(clusterOf(model, "a").members.get(idOf("a"))).toMatchObject({ rule: "summary" });
  });

  it("is joined by what it shares with a copy, when the lead does not differ", () => {
    const model = createKnownModel();
    const intro = generateText(seeded(9), 80);
    arrive(model, "a", { text: `${intro}\n\n${TEXT}` });
    arrive(model, "b", { text: TEXT, isOnOwnHost: false });
    arrive(model, "c", { text: cut(TEXT, 0, 40), title: "In short", isOnOwnHost: false });
    expect(clusterOf(model, "c").members.size).toBe(3);
  });
});

describe("an edit", () => {
  it("that leaves most of the text leaves the article where it is", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    arrive(model, "b", { text: TEXT });
    const edited = `${cut(TEXT, 0, 130)} ${generateText(seeded(3), 75)}`;
    arrive(model, "b", { text: edited });
    expect(clusterOf(model, "b").members.size).toBe(2);
    // As much would not have been enough to join.
    const fresh = createKnownModel();
    arrive(fresh, "a", { text: TEXT });
    arrive(fresh, "b", { text: edited });
    expect(clusterOf(fresh, "b").members.size).toBe(1);
  });

  it("to another text takes the article out, and back to the cluster that it founded", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    arrive(model, "b", { text: generateText(seeded(2), 100) });
    arrive(model, "b", { text: cut(TEXT, 0, 150) });
    arrive(model, "b", { text: generateText(seeded(4), 100) });
    expect(clusterOf(model, "b")).toMatchObject({ id: idOf("b"), entryId: "https://b.example/1" });
  });

  it("of the lead leaves behind whom it no longer carries", () => {
    const model = createKnownModel();
    arrive(model, "a", { text: TEXT });
    for (const source of ["b", "c"]) {
      arrive(model, source, { text: cut(TEXT, 0, 150), isOnOwnHost: false });
    }
    arrive(model, "a", { text: generateText(seeded(5), 200) });
    expect(partition(model.known())).toEqual([idOf("a"), `${idOf("b")} + ${idOf("c")}`]);
  });
});

/** Articles of three texts, more or less edited, near in time and far. */
const arrivals = fc.array(
  fc.record({
    source: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    text: fc.integer({ min: 1, max: 3 }),
    edit: fc.integer({ min: 0, max: 5 }),
    length: fc.constantFrom(30, 60, 200),
    title: fc.constantFrom("One title", "Another"),
    hours: fc.constantFrom(0, 20, 80, 300),
    isOnOwnHost: fc.boolean(),
    isSummaryOnly: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);
type Arrived = typeof arrivals extends fc.Arbitrary<(infer T)[]> ? T : never;

const fieldsOf = ({ text, edit, length, hours, ...fields }: Arrived): Fields => ({
  title: fields.title,
  isOnOwnHost: fields.isOnOwnHost,
  isSummaryOnly: fields.isSummaryOnly,
  // One paragraph, which is too long to be boilerplate or all there is.
  text: cut(editText(seeded(edit), oneParagraph(text)), 0, length),
  publishedAt: NOW - hours * HOUR,
});

const oneParagraph = (seed: number): string =>
  generateText(seeded(seed), 200).replaceAll("\n\n", " ");

const replay = (list: readonly Arrived[]): KnownModel => {
  const model = createKnownModel();
  for (const arrived of list) arrive(model, arrived.source, fieldsOf(arrived));
  return model;
};

describe("whatever arrives", () => {
  it("no cluster holds a member that differs from its lead by a rule", () => {
    const comparison = startComparison(new Map());
    fc.assert(
      fc.property(arrivals, (list) => {
        for (const [lead, follower] of leadsAndFollowers(replay(list).known())) {
          expect(comparison.judge(lead, follower).verdict).not.toBe("different");
        }
      }),
    );
  });

  it("what an editor keeps apart is never in one cluster", () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("d", "e", "f")),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(arrivals, pairs, (list, vetoes) => {
        const model = createKnownModel();
        for (const [a, b] of vetoes) model.veto(idOf(a), idOf(b));
        for (const arrived of list) arrive(model, arrived.source, fieldsOf(arrived));
        const { articles } = model.known();
        const clusterIdOf = (name: string) => articles.get(idOf(name))?.clusterId ?? name;
        for (const [a, b] of vetoes) expect(clusterIdOf(a)).not.toBe(clusterIdOf(b));
      }),
    );
  });

  it("a second pass over the same articles changes nothing", () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const once = [...new Map(list.map((arrived) => [arrived.source, arrived])).values()];
        const model = replay(once);
        const before = model.known();
        for (const arrived of once) {
          const { clusters, updates } = arrive(model, arrived.source, fieldsOf(arrived));
          expect([clusters, updates]).toEqual([[], []]);
        }
        expect(model.known()).toEqual(before);
      }),
    );
  });

  it("every article is in exactly one cluster, and says why", () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const { articles, clusters }: StoredContext = replay(list).known();
        const members = [...clusters.values()].flatMap((cluster) => [...cluster.members.keys()]);
        expect(members.toSorted()).toEqual([...articles.keys()].toSorted());
        for (const { leadId, members: own } of clusters.values()) {
          for (const [id, { rule }] of own) expect(rule === "lead").toBe(id === leadId);
        }
      }),
    );
  });
});

function leadsAndFollowers({ articles, clusters }: StoredContext) {
  return [...clusters.values()].flatMap(({ leadId, members }) => {
    const lead = articles.get(leadId ?? "");
    const followers = [...members.keys()].flatMap((id) => articles.get(id) ?? []);
    return followers.flatMap((each) => (lead && each !== lead ? [[lead, each] as const] : []));
  });
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { KnownArticle, StoredContext } from "../../../src/core/articles/stored-context.ts";
import { isSameText } from "../../../src/core/similarity/same-text.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { electLead } from "../../../src/core/stories/elect-lead.ts";
import { aDraft, DAY, HOUR, NOW } from "../../support/builders.ts";
import { createKnownModel, type KnownModel, partition } from "../../support/known-model.ts";

/** One article of one source, named after it, in one poll. */
const arrive = (model: KnownModel, sourceId: string, overrides: Partial<ArticleDraft> = {}) =>
  model.ingest({
    sourceId,
    drafts: [aDraft({ key: `https://${sourceId}.example/1`, ...overrides })],
    now: NOW,
  });

const idOf = (sourceId: string): string => `${sourceId}/https://${sourceId}.example/1`;

const clusterOf = ({ known }: KnownModel, sourceId: string) => {
  const { articles, clusters } = known();
  const cluster = clusters.get(articles.get(idOf(sourceId))?.clusterId ?? "");
  if (!cluster) throw new Error(`${sourceId} is in no cluster`);
  return cluster;
};

const titled = (article: KnownArticle) => ({ ...article, title: titleOf(article.title) });

describe("a new article", () => {
  it("begins a cluster of its own under its own id", () => {
    const model = createKnownModel();
    arrive(model, "a");
    expect(clusterOf(model, "a")).toMatchObject({
      id: idOf("a"),
      entryId: "https://a.example/1",
      leadId: idOf("a"),
      founderId: idOf("a"),
      isWithdrawn: false,
    });
  });

  it("joins the cluster that carries its text, and says why", () => {
    const model = createKnownModel();
    arrive(model, "a");
    const intent = arrive(model, "b");
    expect(intent.counts).toMatchObject({ new: 1, merged: 1 });
    expect(clusterOf(model, "b").id).toBe(idOf("a"));
    expect(clusterOf(model, "a").members.get(idOf("b"))).toEqual({ rule: "exact", tokens: 200 });
  });

  it("takes the lead when it is the better copy, and the entry id stays", () => {
    const model = createKnownModel();
    arrive(model, "a", { isOnOwnHost: false });
    arrive(model, "b", { isOnOwnHost: true });
    expect(clusterOf(model, "a")).toMatchObject({
      leadId: idOf("b"),
      entryId: "https://a.example/1",
    });
  });

  it("gets an id of ours when its guid is taken or no IRI", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { guid: "https://a.example/1", text: "Another text." });
    arrive(model, "c", { guid: "4711", text: "A third text." });
    expect(clusterOf(model, "b").entryId).toMatch(/^urn:ours:b:/);
    expect(clusterOf(model, "c").entryId).toMatch(/^urn:ours:c:/);
  });

  it("joins by the lead alone: members do not chain", () => {
    const model = createKnownModel();
    const shared = { tokenCount: 60 };
    arrive(model, "a", { ...shared, publishedAt: NOW - 120 * HOUR });
    arrive(model, "b", { ...shared, publishedAt: NOW - 60 * HOUR });
    arrive(model, "c", { ...shared, publishedAt: NOW });
    expect(partition(model.known())).toEqual([`${idOf("a")} + ${idOf("b")}`, idOf("c")]);
  });

  it("that takes the lead sends away whom it rejects", () => {
    const model = createKnownModel();
    const shared = { tokenCount: 60 };
    arrive(model, "c", { ...shared, publishedAt: NOW });
    arrive(model, "b", { ...shared, publishedAt: NOW - 60 * HOUR });
    arrive(model, "a", { ...shared, publishedAt: NOW - 120 * HOUR });
    expect(partition(model.known())).toEqual([`${idOf("a")} + ${idOf("b")}`, idOf("c")]);
    expect(clusterOf(model, "b").entryId).toBe("https://c.example/1");
    expect(clusterOf(model, "c").entryId).toMatch(/^urn:ours:c:/);
  });
});

describe("an article whose text changed", () => {
  it("leaves the cluster and returns to the one that it founded", () => {
    const model = createKnownModel();
    arrive(model, "b", { text: "The text of b alone." });
    arrive(model, "a");
    arrive(model, "b");
    expect(clusterOf(model, "b").id).toBe(idOf("a"));

    arrive(model, "b", { text: "The text of b, once more." });
    expect(clusterOf(model, "b")).toMatchObject({
      id: idOf("b"),
      entryId: "https://b.example/1",
      leadId: idOf("b"),
    });
  });

  it("closes the cluster in which it stood alone when its new text is known elsewhere", () => {
    const model = createKnownModel();
    arrive(model, "b", { text: "The text of b alone." });
    arrive(model, "a");
    const intent = arrive(model, "b");
    const closed = intent.clusters.find(({ id }) => id === idOf("b"));
    expect(closed).toMatchObject({ leadId: null, mergedInto: idOf("a") });
    expect(closed?.members.size).toBe(0);
  });

  it("keeps the entry id when it leads, and those it leaves behind stay together", () => {
    const model = createKnownModel();
    for (const source of ["a", "b", "c"]) {
      arrive(model, source, { isOnOwnHost: source === "a" });
    }
    arrive(model, "a", { text: "A corrected text." });
    expect(clusterOf(model, "a")).toMatchObject({
      entryId: "https://a.example/1",
      leadId: idOf("a"),
    });
    expect(clusterOf(model, "b").members.size).toBe(2);
    expect(clusterOf(model, "b").entryId).toBe("https://b.example/1");
  });

  it("does not give the id of its first cluster twice when it founds a second", () => {
    const model = createKnownModel();
    arrive(model, "a", { isOnOwnHost: false });
    arrive(model, "b", { isOnOwnHost: true });
    arrive(model, "a", { isOnOwnHost: false, text: "The text of a from now on." });
    expect(clusterOf(model, "b").entryId).toBe("https://a.example/1");
    expect(clusterOf(model, "a").entryId).toMatch(/^urn:ours:a:/);
    expect(clusterOf(model, "a").id).not.toBe(idOf("a"));
  });
});

describe("an article whose date or rights changed", () => {
  it("stays when it is dated anew, and leads as before", () => {
    const model = createKnownModel();
    arrive(model, "a", { tokenCount: 60, publishedAt: NOW - 2 * HOUR });
    arrive(model, "b", { tokenCount: 60, publishedAt: NOW - HOUR });
    arrive(model, "b", { tokenCount: 60, publishedAt: NOW - 9 * DAY });
    expect(clusterOf(model, "b").members.size).toBe(2);
    expect(clusterOf(model, "b").leadId).toBe(idOf("a"));
  });

  it("is compared by the date that its new text came with", () => {
    const model = createKnownModel();
    const old = { tokenCount: 60, publishedAt: NOW - 9 * DAY };
    arrive(model, "a", old);
    arrive(model, "b", { ...old, text: "Last week's notice." });
    arrive(model, "b", { tokenCount: 60, publishedAt: NOW });
    expect(clusterOf(model, "b").members.size).toBe(1);
  });

  it("hands over the lead when less of it may be republished", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { isOnOwnHost: false });
    arrive(model, "a", { republish: "link" });
    expect(clusterOf(model, "a").leadId).toBe(idOf("b"));
  });
});

/** Articles of five texts, some near in time and some far, now and then edited or re-dated. */
const arrivals = (maxLength: number) =>
  fc.array(
    fc.record({
      source: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      text: fc.constantFrom("one", "two"),
      hours: fc.integer({ min: 0, max: 220 }),
      isOnOwnHost: fc.boolean(),
      republish: fc.constantFrom("full" as const, "link" as const),
    }),
    { minLength: 1, maxLength },
  );

type Arrived = ReturnType<typeof arrivals> extends fc.Arbitrary<(infer T)[]> ? T : never;

const replay = (list: readonly Arrived[]): StoredContext => {
  const model = createKnownModel();
  for (const { source, hours, ...fields } of list) {
    arrive(model, source, { ...fields, tokenCount: 60, publishedAt: NOW - hours * HOUR });
  }
  return model.known();
};

describe("whatever arrives", () => {
  it("every article is in exactly one cluster, each with a lead that is its best member", () => {
    fc.assert(
      fc.property(arrivals(14), (list) => {
        const { articles, clusters } = replay(list);
        const members = [...clusters.values()].flatMap((cluster) => [...cluster.members.keys()]);
        expect(members.toSorted()).toEqual([...articles.keys()].toSorted());
        for (const { id, leadId, members: own } of clusters.values()) {
          const [first, ...rest] = [...own.keys()].flatMap((name) => articles.get(name) ?? []);
          expect(leadId).toBe(first ? electLead([first, ...rest]).id : null);
          for (const name of own.keys()) expect(articles.get(name)?.clusterId).toBe(id);
        }
      }),
    );
  });

  it("no cluster holds a member that its lead rejects", () => {
    fc.assert(
      fc.property(arrivals(14), (list) => {
        const { articles, clusters } = replay(list);
        for (const { leadId, members } of clusters.values()) {
          const lead = articles.get(leadId ?? "");
          const rejected = [...members.keys()].filter((id) => {
            const member = articles.get(id);
            return member && lead && member !== lead && !isSameText(titled(lead), titled(member));
          });
          expect(rejected).toEqual([]);
        }
      }),
    );
  });

  it("entry ids are unique and never change", () => {
    fc.assert(
      fc.property(arrivals(14), (list) => {
        const ids = list.map((_, index) => {
          const { clusters } = replay(list.slice(0, index + 1));
          return new Map([...clusters.values()].map(({ id, entryId }) => [id, entryId]));
        });
        const last = ids.at(-1) ?? new Map();
        expect(new Set(last.values()).size).toBe(last.size);
        for (const before of ids)
          for (const [id, entry] of before) expect(last.get(id)).toBe(entry);
      }),
    );
  });

  it("clusters do not depend on the order in which the same articles arrive", () => {
    const once = arrivals(6).map((list) => [
      ...new Map(list.map((arrival) => [arrival.source, arrival])).values(),
    ]);
    const orders = once.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([list, other]) => {
        expect(partition(replay(other))).toEqual(partition(replay(list)));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredContext } from "../../../src/core/articles/stored-context.ts";
import {
  decideEdit,
  decideUndo,
  type EditorAction,
  type EditorIntent,
} from "../../../src/core/stories/editing.ts";
import { aDraft, DAY, HOUR, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";
import {
  createKnownModel,
  type KnownModel,
  partition,
  READABLE_IDS,
} from "../../support/known-model.ts";

const idOf = (source: string): string => `${source}/${source}`;

/** One article of each source; the better of two copies is that of the source with the fewer `days`. */
const TEXTS = [1, 2, 3].map((seed) => generateText(seeded(seed), 150));

function arrive(model: KnownModel, source: string, { text = 0, edit = 0, days = 0 } = {}): void {
  const written = edit === 0 ? (TEXTS[text] ?? "") : editText(seeded(edit), TEXTS[text] ?? "");
  const publishedAt = NOW - 2 * DAY + days * HOUR;
  const drafts = [aDraft({ key: source, guid: null, text: written, publishedAt })];
  model.ingest({ sourceId: source, drafts, now: NOW, place: days });
}

function order(model: KnownModel, action: EditorAction): EditorIntent {
  const decided = decideEdit(model.known(), action, READABLE_IDS.fallbackEntryId);
  if (!decided.ok) throw new Error(decided.error);
  model.edit(decided.value);
  return decided.value;
}

const undo = (model: KnownModel, intent: EditorIntent): void =>
  model.edit(decideUndo(model.known(), intent, READABLE_IDS.fallbackEntryId));

/** Nothing when it is refused; else what it changed, and what was before. */
function carryOut(model: KnownModel, action: EditorAction) {
  const before = stateOf(model.known());
  const decided = decideEdit(model.known(), action, READABLE_IDS.fallbackEntryId);
  if (!decided.ok) return [];
  model.edit(decided.value);
  expect(stateOf(model.known())).not.toEqual(before);
  return [{ before, intent: decided.value }];
}

const pair = (kind: "veto" | "merge", one: string, other: string): EditorAction => ({
  kind,
  articles: [idOf(one), idOf(other)],
});
const splitOf = (one: string): EditorAction => ({ kind: "split", articles: [idOf(one)] });

/** Clusters that have members, with all that is kept of them, and what the editor said. */
const stateOf = ({ clusters, vetoes, bonds, articles }: StoredContext) => ({
  clusters: [...clusters.values()]
    .filter(({ members }) => members.size > 0)
    .map((cluster) => ({ ...cluster, members: [...cluster.members].toSorted() }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  pairs: [[...vetoes].toSorted(), [...bonds].toSorted()],
  places: [...articles.values()].map(({ id, clusterId }) => `${id} ${clusterId}`).toSorted(),
});

const groups = (model: KnownModel): readonly string[] =>
  partition(model.known()).map((group) => group.replaceAll(/\/\w+/g, ""));

describe("a merge", () => {
  it("puts the second's cluster into the first's, and the entry of the first stays", () => {
    const model = createKnownModel();
    arrive(model, "a", { days: 3 });
    arrive(model, "b", { text: 1, days: 1 });
    arrive(model, "c", { text: 1, edit: 5, days: 2 });
    order(model, pair("merge", "a", "b"));
    expect(groups(model)).toEqual(["a + b + c"]);
    const cluster = model.known().clusters.get(idOf("a"));
    expect(cluster).toMatchObject({ leadId: idOf("b"), entryId: "urn:ours:a:a" });
    expect(cluster?.members.get(idOf("a"))).toEqual({ rule: "editor" });
    expect(cluster?.members.get(idOf("c"))).toEqual({ rule: "editor" });
  });

  it.each(["a", "b", "c"])("outlives an edit of %s", (edited) => {
    const model = createKnownModel();
    arrive(model, "a", { days: 3 });
    arrive(model, "b", { text: 1, days: 1 });
    arrive(model, "c", { text: 1, edit: 5, days: 2 });
    order(model, pair("merge", "a", "b"));
    arrive(model, edited, { text: 2 });
    arrive(model, edited, { text: 2, edit: 7 });
    expect(groups(model)).toEqual(["a + b + c"]);
  });

  it("goes as a whole where a better copy leads", () => {
    const model = createKnownModel();
    arrive(model, "b", { text: 1, days: 4 });
    arrive(model, "a", { days: 3 });
    order(model, pair("merge", "b", "a"));
    arrive(model, "z", { days: 0 });
    expect(groups(model)).toEqual(["a + b + z"]);
  });

  it("of two that are together already keeps them together, whatever is edited", () => {
    const model = createKnownModel();
    arrive(model, "a", { days: 1 });
    arrive(model, "b", { edit: 3, days: 2 });
    order(model, pair("merge", "a", "b"));
    arrive(model, "b", { text: 1, days: 2 });
    expect(groups(model)).toEqual(["a + b"]);
  });

  it.each([
    ["later", 30],
    ["earlier, and leads then", 0],
  ])("takes in a copy of either text that comes %s, and keeps it", (_, days) => {
    const model = createKnownModel();
    arrive(model, "a", { days: 10 });
    arrive(model, "b", { text: 1, days: 11 });
    const intent = order(model, pair("merge", "a", "b"));
    arrive(model, "c", { text: 1, edit: 3, days });
    arrive(model, "d", { edit: 4, days: 12 });
    expect(groups(model)).toEqual(["a + b + c + d"]);
    for (const name of ["a", "b", "c", "d"]) {
      const text = name === "a" || name === "d" ? 0 : 1;
      arrive(model, name, { text, edit: 8, days: name === "c" ? days : 10 });
    }
    expect(groups(model)).toEqual(["a + b + c + d"]);
    undo(model, intent);
    expect(groups(model)).toEqual(["a + d", "b + c"]);
  });

  it("takes in no third text", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { text: 1 });
    order(model, pair("merge", "a", "b"));
    arrive(model, "c", { text: 2 });
    arrive(model, "a", { edit: 3 });
    expect(groups(model)).toEqual(["a + b", "c"]);
  });

  it("takes back a veto between the two", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { edit: 3 });
    order(model, pair("veto", "a", "b"));
    expect(groups(model)).toEqual(["a", "b"]);
    order(model, pair("merge", "a", "b"));
    expect(model.known().vetoes.size).toBe(0);
    arrive(model, "b", { edit: 4 });
    expect(groups(model)).toEqual(["a + b"]);
  });
});

describe("a split", () => {
  it("lasts, whichever text changes, and also for the lead", () => {
    for (const name of ["a", "b"]) {
      const model = createKnownModel();
      for (const [index, source] of ["a", "b", "c"].entries()) {
        arrive(model, source, { edit: index, days: index });
      }
      order(model, splitOf(name));
      for (const [index, source] of ["a", "b", "c"].entries()) {
        arrive(model, source, { edit: index + 10, days: index });
      }
      expect(groups(model)).toEqual(name === "a" ? ["a", "b + c"] : ["a + c", "b"]);
    }
  });

  it("leaves those together that were merged through it", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { text: 1 });
    arrive(model, "c", { text: 2 });
    order(model, pair("merge", "a", "b"));
    order(model, pair("merge", "a", "c"));
    order(model, splitOf("a"));
    arrive(model, "b", { text: 1, edit: 3 });
    expect(groups(model)).toEqual(["a", "b + c"]);
  });
});

it.each([
  ["nobody", splitOf("nobody"), /^there is no article "nobody\/nobody"$/],
  ["a single article", splitOf("d"), /own already/],
  ["itself", pair("merge", "a", "a"), /one article/],
  ["two that an editor keeps together", pair("merge", "a", "b"), /kept together already/],
])("refuses %s", (_, action, message) => {
  const model = createKnownModel();
  arrive(model, "a");
  arrive(model, "b", { edit: 3 });
  arrive(model, "d", { text: 2 });
  order(model, pair("merge", "b", "a"));
  const decided = decideEdit(model.known(), action, READABLE_IDS.fallbackEntryId);
  expect(decided).toEqual({ ok: false, error: expect.stringMatching(message) });
});

const sources = ["a", "b", "c", "d", "e", "f"];
const source = fc.constantFrom(...sources);
const arrivals = fc.array(fc.record({ text: fc.nat(2), edit: fc.nat(4), days: fc.nat(20) }), {
  minLength: sources.length,
  maxLength: sources.length,
});
const action = fc.oneof(
  fc
    .tuple(fc.constantFrom("veto" as const, "merge" as const), source, source)
    .map((of) => pair(...of)),
  source.map(splitOf),
);

/** Each source's article has come, one after the other. */
function begin(list: readonly Parameters<typeof arrive>[2][]): KnownModel {
  const model = createKnownModel();
  for (const [index, fields] of list.entries()) arrive(model, sources[index] ?? "", fields);
  return model;
}

/** Every article is in one cluster, no veto is broken, and each cluster with members is led by one of them. */
function expectSound(model: KnownModel): void {
  const { articles, clusters, vetoes } = model.known();
  const all = [...clusters.values()];
  const members = all.flatMap((each) => [...each.members.keys()]);
  expect(members.toSorted()).toEqual([...articles.keys()].toSorted());
  expect(areTogether(model, vetoes).filter(([, isTogether]) => isTogether)).toEqual([]);
  expect(all.filter((each) => each.members.has(each.leadId ?? ""))).toEqual(
    all.filter((each) => each.members.size > 0),
  );
}

/** Whether each of these pairs is in one cluster. */
function areTogether(
  model: KnownModel,
  pairs: Iterable<string>,
): readonly (readonly [string, boolean])[] {
  const { articles } = model.known();
  return [...pairs].map((each) => {
    const [one, other] = each.split(" ").map((id) => articles.get(id)?.clusterId);
    return [each, one === other] as const;
  });
}

it("who is vetoed stays apart and who is merged stays together, whatever comes", () => {
  fc.assert(
    fc.property(
      arrivals,
      fc.array(action, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(source, fc.record({ text: fc.nat(2), edit: fc.nat(9) })), {
        maxLength: 12,
      }),
      (list, actions, edits) => {
        const model = begin(list);
        for (const each of actions) carryOut(model, each);
        const { vetoes, bonds } = model.known();
        const together = areTogether(model, bonds).filter(([, isTogether]) => isTogether);
        for (const [name, fields] of edits) arrive(model, name, fields);
        expect(areTogether(model, vetoes).filter(([, isTogether]) => isTogether)).toEqual([]);
        expect(
          areTogether(
            model,
            together.map(([each]) => each),
          ),
        ).toEqual(together);
      },
    ),
  );
});

describe("an undo", () => {
  it("leaves the clusters as they were, also of several actions in turn", () => {
    fc.assert(
      fc.property(arrivals, fc.array(action, { minLength: 1, maxLength: 4 }), (list, actions) => {
        const model = begin(list);
        const done = actions.flatMap((each) => carryOut(model, each));
        for (const { before, intent } of done.toReversed()) {
          undo(model, intent);
          expect(stateOf(model.known())).toEqual(before);
        }
      }),
    );
  });

  it("breaks no veto and forgets no article, whatever came since", () => {
    const later = fc.array(
      fc.tuple(source, fc.record({ text: fc.nat(2), edit: fc.nat(9) }), fc.option(action)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(arrivals, action, later, (list, first, events) => {
        const model = begin(list);
        const done = carryOut(model, first);
        for (const [name, fields, other] of events) {
          arrive(model, name, fields);
          if (other !== null) carryOut(model, other);
        }
        for (const { intent } of done) undo(model, intent);
        expectSound(model);
      }),
    );
  });

  it("leaves alone who has joined since, and compares it anew", () => {
    const model = createKnownModel();
    arrive(model, "a");
    arrive(model, "b", { text: 1, days: 1 });
    const intent = order(model, pair("merge", "a", "b"));
    arrive(model, "c", { edit: 3, days: 2 });
    undo(model, intent);
    expect(groups(model)).toEqual(["a + c", "b"]);
  });
});

import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { wordingOf } from "../../../src/core/articles/identity/received-wording.ts";
import { parseReceived } from "../../../src/core/articles/received.ts";
import type { KnownArticle } from "../../../src/core/articles/stored-context.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { lostItsRest } from "../../../src/core/pages/lost-its-rest.ts";
import type { FolderSource, RemoteSource } from "../../../src/core/settings/definitions.ts";
import { NO_FINGERPRINT } from "../../../src/core/similarity/fingerprint.ts";
import { aDraft, aFolder, aKnownArticle, aReceived, aRemote, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { createKnownModel, READABLE_IDS } from "../../support/known-model.ts";

const BEFORE = generateText(seeded(1), 480).split("\n\n");
const OTHER = generateText(seeded(2), 480).split("\n\n");
const SHORT = "The bridge is closed until May.";

const draftOf = (paragraphs: readonly string[], overrides: Partial<ArticleDraft> = {}) =>
  aDraft({ text: paragraphs.join("\n"), ...overrides });

const stored = (overrides: Partial<KnownArticle> = {}, paragraphs = BEFORE): KnownArticle => {
  const { contentHash, textHash, fingerprint } = draftOf(paragraphs);
  const tokenCount = fingerprint.tokens.length;
  return aKnownArticle({ contentHash, textHash, fingerprint, tokenCount, ...overrides });
};

describe("an item lost the rest of its text", () => {
  it.each<[string, readonly string[]]>([
    ["its first paragraph", BEFORE.slice(0, 1)],
    ["half of it", BEFORE.slice(0, 4)],
    ["its first paragraph and where to read on", [BEFORE[0] ?? "", "Read the whole story."]],
  ])("when it shows %s", (_, now) => {
    expect(lostItsRest(stored(), draftOf(now), undefined)).toBe(true);
  });

  it.each<[string, readonly string[]]>([
    ["all of it", BEFORE],
    ["all but its end", BEFORE.slice(0, 7)],
    ["all of it and more", [...BEFORE, ...OTHER]],
    ["it without its beginning", BEFORE.slice(4)],
    ["it without its middle", [...BEFORE.slice(0, 2), ...BEFORE.slice(5)]],
    ["another text", OTHER],
    ["its first paragraph, written anew from there", [...BEFORE.slice(0, 1), ...OTHER.slice(0, 4)]],
    ["that it was withdrawn", ["This article was withdrawn. We regret the errors in it."]],
  ])("not when it shows %s", (_, now) => {
    expect(lostItsRest(stored(), draftOf(now), undefined)).toBe(false);
  });

  it("also when its headline was corrected", () => {
    const teaser = draftOf(BEFORE.slice(0, 1));
    expect(lostItsRest(stored({ title: "Another" }), teaser, undefined)).toBe(true);
  });

  it("is told by the received words where the text is that of its page", () => {
    const fromPage = stored({ isFromPage: true });
    const teaser = draftOf(BEFORE.slice(0, 1));
    expect(lostItsRest(fromPage, teaser, wordingOf(BEFORE.join("\n")))).toBe(true);
    expect(lostItsRest(fromPage, teaser, wordingOf(BEFORE[0] ?? ""))).toBe(false);
    expect(lostItsRest(fromPage, teaser, undefined)).toBe(false);
  });

  it("not of a short text", () => {
    const short = stored({}, [SHORT, "The mayor apologised to all who wait."]);
    expect(lostItsRest(short, draftOf([SHORT]), undefined)).toBe(false);
  });

  it("is told by the received words where the fingerprint is forgotten", () => {
    const old = stored({ fingerprint: NO_FINGERPRINT });
    const teaser = draftOf(BEFORE.slice(0, 1));
    expect(lostItsRest(old, teaser, wordingOf(BEFORE.join("\n")))).toBe(true);
    expect(lostItsRest(old, teaser, undefined)).toBe(false);
  });
});

describe("a poll with such an item", () => {
  const decide = (
    definition: RemoteSource | FolderSource,
    draft: ArticleDraft,
    mode: "poll" | "complete",
  ) => {
    const model = createKnownModel();
    model.ingest({ sourceId: "valley", drafts: [draftOf(BEFORE)], now: NOW });
    const options = { mode, ids: READABLE_IDS, now: NOW, drafts: [draft] };
    return decideIngest({ ...options, source: { definition, firstIngestAt: 1 } }, model.known());
  };
  const poll = (definition: RemoteSource | FolderSource, draft: ArticleDraft) =>
    decide(definition, draft, "poll");
  const raw = JSON.stringify(aReceived());
  const teaser = draftOf(BEFORE.slice(0, 1), { raw, wantsPage: true });
  const job = { mustFetch: false, changed: { itemHash: teaser.itemHash } };

  it("keeps the text, has the rest drafted with it, and asks for no page", () => {
    const intent = poll(aRemote({ id: "valley" }), teaser);
    const counts = { new: 0, updated: 0, unchanged: 1 };
    expect(intent).toMatchObject({ updates: [], pageJobs: [job], counts });
    const { isShortened } = parseReceived(intent.pageJobs[0]?.changed?.raw ?? "");
    expect(isShortened).toBe(true);
  });

  it("asks for the page once a new headline was stored without it", () => {
    const renamed = { ...teaser, title: "Corrected" };
    const counts = { new: 0, updated: 1, unchanged: 0 };
    expect(poll(aRemote({ id: "valley" }), renamed)).toMatchObject({ pageJobs: [job], counts });
    const drafted = draftOf(BEFORE, { title: "Corrected", wantsPage: true });
    const asked = (draft: ArticleDraft) =>
      decide(aRemote({ id: "valley" }), draft, "complete").pageJobs.length;
    expect(asked(drafted)).toBe(1);
    expect(asked({ ...drafted, wantsPage: false })).toBe(0);
    expect(asked({ ...drafted, isFromPage: true })).toBe(0);
    expect(asked(draftOf(BEFORE, { wantsPage: true }))).toBe(0);
  });

  it("takes a text that was cut by its editors", () => {
    const cut = draftOf(BEFORE.slice(0, 7));
    expect(poll(aRemote({ id: "valley" }), cut).updates).toMatchObject([
      { draft: { text: cut.text } },
    ]);
  });

  it("takes a shorter file of a folder", () => {
    expect(poll(aFolder({ id: "valley" }), teaser).updates).toMatchObject([
      { draft: { text: teaser.text } },
    ]);
  });
});

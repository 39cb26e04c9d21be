import { describe, expect, it } from "vitest";
import { lostItsRest } from "../../../src/core/completing/lost-its-rest.ts";
import { decideIngest } from "../../../src/core/decide-ingest.ts";
import type { FolderSource, RemoteSource } from "../../../src/core/definitions.ts";
import { wordingOf } from "../../../src/core/identity/received-wording.ts";
import type { KnownArticle } from "../../../src/core/known.ts";
import type { ArticleDraft } from "../../../src/core/model.ts";
import { NO_FINGERPRINT } from "../../../src/core/similarity/fingerprint.ts";
import { aDraft, aFolder, aKnownArticle, aRemote, NOW } from "../../support/builders.ts";
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

  it("not under another title, of a page, or of a short text", () => {
    const teaser = draftOf(BEFORE.slice(0, 1));
    expect(lostItsRest(stored({ title: "Another" }), teaser, undefined)).toBe(false);
    expect(lostItsRest(stored({ isFromPage: true }), teaser, undefined)).toBe(false);
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
  const poll = (definition: RemoteSource | FolderSource, draft: ArticleDraft) => {
    const model = createKnownModel();
    model.ingest({ sourceId: "valley", drafts: [draftOf(BEFORE)], now: NOW });
    const options = { mode: "poll" as const, ids: READABLE_IDS, now: NOW, drafts: [draft] };
    return decideIngest({ ...options, source: { definition, firstIngestAt: 1 } }, model.known());
  };
  const teaser = draftOf(BEFORE.slice(0, 1));

  it("changes nothing, and asks for no page", () => {
    const wanted = { ...teaser, wantsPage: true };
    expect(poll(aRemote({ id: "valley" }), wanted)).toMatchObject({
      updates: [],
      pageJobs: [],
      counts: { new: 0, updated: 0, unchanged: 1 },
    });
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

import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import type { AdminArticle } from "../../../src/publish/pages/admin-page.ts";
import { aStoredEntry } from "../../support/builders.ts";
import { aSource, NOON } from "../sample-site.ts";
import { adminForTest, anArticle, PLACED } from "./admin-site.ts";
import { JOURNAL, PREVIEW } from "./sample-orders.ts";
import { BOTE } from "./sample-source.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "long-title": "off", // titles are the publishers'
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "require-sri": "off",
    "no-raw-characters": "off", // "&" in foreign text is always escaped; the rule wants more
  },
});

const entry = aStoredEntry({
  article: anArticle({
    removed: [
      { text: "Teilen Sie dies:", rule: "share-label" },
      { text: "Folgen Sie uns!", rule: "follow-us" },
    ],
    lowered: [{ to: "excerpt", by: "robots meta: noarchive" }],
    provenance: { authors: "page: json-ld" },
  }),
  withdrawal: { at: NOON, reason: null },
  copies: [
    {
      ...{
        articleId: "b2",
        source: aSource(),
        origin: null,
        title: "Fähre",
        link: null,
        canonicalUrl: null,
      },
      ...{ publishedAt: NOON, why: { rule: "exact", tokens: 139 } },
    },
  ],
});
const handling: AdminArticle["handling"] = {
  keptLines: ["Bleibt."],
  heldUntil: NOON,
  isFromPage: false,
  page: {
    ...{ url: "https://bote.example/a1", state: "waiting", attempts: 1, nextAt: NOON },
    reason: "the server answered 503",
  },
};
const status = {
  report: {
    reasons: [{ kind: "source-failing" as const, source: "bote", message: "3 failures." }],
    sources: [BOTE.status],
    lastPassAt: NOON,
    nodes: [],
    configuration: null,
    backup: null,
  },
  listed: [{ ...BOTE, waitingPages: 3 }],
  days: BOTE.days,
  newest: [{ ...anArticle(), enteredAt: NOON, removedCount: 2 }],
  commonLines: [{ sample: "Mehr <Fluss>", owners: 4, since: NOON, until: NOON }],
};

const SOURCES = {
  choice: { health: null, page: 2 },
  counts: new Map([["unsteady", 1] as const]),
  pages: 3,
  shown: [BOTE],
};

const LOOKED = { [PLACED]: { state: "done", answer: PREVIEW } } as const;

describe("valid HTML for the desk", () => {
  it.each([
    ["/admin", "de", { status }],
    ["/admin", "en", {}],
    ["/admin/sources", "de", { sources: SOURCES }],
    ["/admin/sources?state=paused", "en", {}],
    ["/admin/sources/bote", "de", { source: BOTE }],
    ["/admin/sources/bote", "en", { source: { ...BOTE, days: [], polls: [] } }],
    ["/admin/sources/new", "en", {}],
    [`/admin/sources/new?order=${PLACED}`, "de", { orders: LOOKED }],
    [`/admin/sources/bote/test?order=${PLACED}`, "en", { source: BOTE, orders: LOOKED }],
    ["/admin/system", "de", { journal: JOURNAL }],
    ["/admin/system", "en", {}],
    ["/admin/articles/a1", "de", { entry, handling }],
    ["/admin/articles/a1", "en", {}],
  ])("%s in %s", async (path, language, settings) => {
    const { get } = await adminForTest(settings);
    const html = await (await get(path, { "Accept-Language": language })).text();
    const report = await validator.validateString(html);
    const findings = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`),
    );

    expect(html).toContain(`<html lang="${language}"`);
    expect(findings).toEqual([]);
  });
});

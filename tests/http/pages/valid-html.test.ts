import type { Request } from "express";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { createContexts } from "../../../src/http/layout/page-contexts.ts";
import { createRenderer } from "../../../src/http/renderer.ts";
import { TEXTS } from "../../../src/http/words/choose-texts.ts";
import type { ProblemKind } from "../../../src/http/words/texts.ts";
import type { PublishedSite } from "../../../src/publish/pages/ports.ts";
import { siteForTest } from "../running-site.ts";
import { RTL_ENTRY, SAMPLE_ENTRIES } from "../sample-entries.ts";
import { aFeed, aSite, aWithdrawal, samplePublished } from "../sample-site.ts";

const english = aFeed({ id: "english", title: "The river in English", language: "en" });
const rich = samplePublished({
  entries: [...SAMPLE_ENTRIES, RTL_ENTRY],
  feeds: [aFeed(), english],
  articles: { gone: aWithdrawal() },
});
const empty = samplePublished({
  entries: [],
  site: aSite({ description: "", contact: null }),
  feeds: [aFeed({ description: "" })],
});

async function read(path: string, published: PublishedSite, language = "de"): Promise<string> {
  const { url } = await siteForTest(published);
  const headers = { Accept: "text/html", "Accept-Language": language };
  return (await fetch(url + path, { headers })).text();
}

describe("valid HTML", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document"],
    rules: {
      "long-title": "off", // titles are the publishers'
      "void-style": "off",
      "no-trailing-whitespace": "off",
      "tel-non-breaking": "off",
      "require-sri": "off",
      "no-raw-characters": "off", // "&" in foreign text is always escaped; the rule wants more
    },
  });
  const paths = ["/", "/feeds/all", "/feeds/english", "/about", "/articles/gone", "/x"];
  const articles = [...SAMPLE_ENTRIES, RTL_ENTRY].map(({ articleId }) => `/articles/${articleId}`);

  it.each([...paths, ...articles])("%s", async (path) => {
    expect(await findings(await read(path, rich))).toEqual([]);
  });

  it.each(["/", "/feeds/all", "/about"])("%s of an empty site", async (path) => {
    expect(await findings(await read(path, empty))).toEqual([]);
  });

  it.each([...paths, "/articles/voll", "/articles/lang"])("%s in English", async (path) => {
    expect(await findings(await read(path, rich, "en"))).toEqual([]);
  });

  it.each(Object.keys(TEXTS.de.problems) as ProblemKind[])("of the problem %s", async (kind) => {
    const contextOf = createContexts({
      ...{ published: rich, timeZone: "UTC", styleHref: () => "/style.css" },
      samplePicture: () => null,
    });
    for (const language of ["de", "en"]) {
      const context = contextOf({ get: () => language } as unknown as Request);
      const page = createRenderer().problem({ status: 400, kind }, null, context);
      expect(page).toContain(`<html lang="${language}"`);
      expect(await findings(page)).toEqual([]);
    }
  });

  async function findings(html: string): Promise<string[]> {
    const report = await validator.validateString(html);
    return report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`),
    );
  }
});

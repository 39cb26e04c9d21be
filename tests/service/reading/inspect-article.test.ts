import { expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { ok } from "../../../src/core/result.ts";
import { inspectArticle } from "../../../src/service/reading/inspect-article.ts";
import { anItem } from "../../support/builders.ts";

/** What is answered of a text whose file gives this. */
function inspect(given: Parameters<typeof anItem>[0]) {
  const deps = {
    readArticleFile: () =>
      ok({ text: { item: anItem(given), derived: [], page: null }, warnings: [] }),
    cleanContent,
    preparePage: () => "",
    readPage: () => {
      throw new Error("no page");
    },
  };
  const job = { name: "a.txt", bytes: Buffer.from(""), url: null, contentType: null };
  const answer = inspectArticle({ ...job, as: "text" }, deps);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

it("shows what is kept of a text that is cut as its text, not as its description", () => {
  const cut = inspect({ contentHtml: null, summaryHtml: "<p>The river rose again.</p>" });
  expect(cut).toMatchObject({ text: "The river rose again.", description: null });
  const whole = inspect({ summaryHtml: "A flood", contentHtml: "<p>The river rose.</p>" });
  expect(whole).toMatchObject({ text: "The river rose.", description: "A flood" });
});

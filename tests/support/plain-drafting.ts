import { expect } from "vitest";
import { readableBy } from "./readable.ts";

/** What drafting needs, where the texts of a test need no cleaning. No pages are read. */
export const PLAIN_DRAFTING = {
  readContent: readableBy((html) => ({
    contentHtml: html,
    text: html.replaceAll("</p><p>", "\n\n").replace(/<[^>]*>/g, ""),
    ...{ removed: [], outline: [] },
  })),
  detectLanguage: () => "en",
  plainText: (html: string) => html,
  readPage: () => expect.unreachable("read a page"),
};

import type { CleanedContent, ReadContent } from "../../src/core/cleaning/clean-content.ts";
import type { CleanupContext } from "../../src/core/cleaning/exceptions.ts";

/** A reader of content whose texts are cleaned by a given function. */
export const readableBy =
  (clean: (html: string, cleanup: CleanupContext) => CleanedContent): ReadContent =>
  (html) => ({
    clean: (cleanup) => clean(html, cleanup),
    textOf: (cleanup) => clean(html, cleanup).text,
  });

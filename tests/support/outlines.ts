import type { Outline } from "../../src/core/cleaning/repeated/outline.ts";
import { outlineOf, placeLines } from "../../src/core/cleaning/repeated/outline.ts";

/** What is remembered of a text of paragraphs, none of them linked. */
export const outlineOfText = (text: string): Outline =>
  outlineOf(
    placeLines(
      text.split("\n\n").map((paragraph) => ({
        role: "paragraph",
        lines: [{ text: paragraph, linkedShare: 0, urls: [] }],
        classes: [],
      })),
    ),
  );

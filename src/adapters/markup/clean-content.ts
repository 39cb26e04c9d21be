import type { CleanContent } from "../../core/ports.ts";
import { readFlow } from "./read-flow.ts";
import { sanitizeMarkup } from "./sanitize.ts";
import { writeHtml, writeText } from "./write-flow.ts";

export const cleanContent: CleanContent = (html, context) => {
  const flows = readFlow(sanitizeMarkup(html, context.baseUrl));
  return { contentHtml: writeHtml(flows), text: writeText(flows), removed: [] };
};

import { readFlow } from "./read-flow.ts";
import { writeHtml, writeText } from "./write-flow.ts";

/** Joins the pages of one article, each in our own sanitised form. Leaves out blocks that an earlier page has. */
export function joinContent(pages: readonly string[]): {
  readonly contentHtml: string;
  readonly text: string;
} {
  const known = new Set<string>();
  const flows = pages.flatMap((html) => {
    const own = readFlow(html).map((flow) => ({ flow, html: writeHtml([flow]) }));
    const fresh = own.filter((block) => !known.has(block.html));
    for (const block of own) known.add(block.html);
    return fresh.map(({ flow }) => flow);
  });
  return { contentHtml: writeHtml(flows), text: writeText(flows) };
}

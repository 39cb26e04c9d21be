import { readFlow } from "./read-flow.ts";
import { writeHtml, writeText } from "./write-flow.ts";

/** The content of several pages of one article, in our own sanitised form, without blocks that an earlier one has. */
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

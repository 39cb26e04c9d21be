import type { PageDocument } from "./dom.ts";
import { TreeDocument } from "./tree-document.ts";

/** A guarded document (guardMarkup) as a tree with one `html` around one `body`. */
export function parsePage(html: string): PageDocument {
  const isWhole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const document = parse(isWhole ? html : wrap(html));
  const { body } = document;
  const isLost = isWhole && body.children.length === 0 && body.textContent.trim() === "";
  // The body was in a comment, or there were two.
  return isLost ? parse(wrap(html.replace(ROOT_TAG, ""))) : document;
}

function parse(html: string): PageDocument {
  const document = new TreeDocument();
  document.readInto(document, html);
  return document as unknown as PageDocument;
}

const wrap = (html: string): string => `<html><body>${html}</body></html>`;

const ROOT_TAG = /<\/?(?:html|body)(?:\s[^<>]{0,2000})?>/gi;

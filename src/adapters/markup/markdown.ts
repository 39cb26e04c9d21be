import MarkdownIt from "markdown-it";

/**
 * Markdown (CommonMark and tables) as HTML, not yet sanitised. Raw HTML passes, because authors use it for figures;
 * every reader of the result sanitises it. markdown-it bounds the nesting.
 */
export const markdownToHtml = (text: string): string => MARKDOWN.render(text);

const MARKDOWN = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 50 });

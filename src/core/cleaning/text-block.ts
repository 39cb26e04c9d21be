/** One line of a block, with its links. */
export type TextLine = {
  readonly text: string;
  /** Share of its characters inside links, 0 to 1. */
  readonly linkedShare: number;
  readonly urls: readonly string[];
  /** All of it stands in italics or bold. */
  readonly isEmphasised?: boolean;
};

/** The role of a block in its text. */
export type BlockRole = "heading" | "paragraph" | "item" | "caption" | "code" | "cell";

/** A block of an article in the order of the document. */
export type TextBlock = {
  readonly role: BlockRole;
  readonly lines: readonly TextLine[];
  /** Class names of the elements around it. */
  readonly classes: readonly string[];
};

/** A line that is not the article, and the rule that says so. */
export type Debris = { readonly block: number; readonly line: number; readonly rule: string };

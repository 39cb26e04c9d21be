/**
 * An article between foreign markup and what we publish: a tree of blocks whose leaves are lines of inline runs. Rules
 * take lines out of it, the writers read it.
 */
export type Flow = Leaf | Branch;

export type Leaf = {
  readonly kind: "leaf";
  /** `p`, `h2` … `h6`, `pre`, or `hr` (which has no lines). */
  readonly tag: string;
  /** Language, direction, and the id of a note. */
  readonly attributes: Attributes;
  lines: Line[];
  /** Class names of the elements around it, for rules that know share buttons by them. */
  readonly classes: readonly string[];
};

export type Branch = {
  readonly kind: "branch";
  readonly tag: string;
  readonly attributes: Attributes;
  children: Flow[];
};

/** The runs between two line breaks. */
export type Line = Run[];

/** A text or a picture, with the inline elements around it, innermost last. */
export type Run = {
  readonly wrap: Wrap | null;
  readonly text: string;
  readonly image: Attributes | null;
};

/** An inline element; one object per element, so that its runs can be joined again. */
export type Wrap = {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly parent: Wrap | null;
  readonly depth: number;
};

export type Attributes = ReadonlyMap<string, string>;

export const flowText = (line: Line): string =>
  line
    .map((run) => run.text)
    .join("")
    .trim();

/** The link around a run, or `null`. An anchor without an address is no link, and is not written. */
export function linkOf(run: Run): Wrap | null {
  for (let wrap = run.wrap; wrap; wrap = wrap.parent) {
    if (wrap.tag === "a" && wrap.attributes.has("href")) return wrap;
  }
  return null;
}

/** Every leaf in the order of the document, with the elements around it, outermost first. */
export function* leavesOf(
  flows: readonly Flow[],
  around: readonly Branch[] = [],
): Generator<{ readonly leaf: Leaf; readonly around: readonly Branch[] }> {
  for (const flow of flows) {
    if (flow.kind === "leaf") yield { leaf: flow, around };
    else yield* leavesOf(flow.children, [...around, flow]);
  }
}

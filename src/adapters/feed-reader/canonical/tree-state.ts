import type { ReadWarning } from "../../../core/sources/feed.ts";
import { createNewestItems, type NewestItems } from "../../../core/sources/newest-items.ts";
import type { Capture } from "./capture.ts";
import type { QualifiedName, Scope } from "./namespaces.ts";
import { type CanonicalItem, type CanonicalNode, NO_ATTRIBUTES } from "./node.ts";
import type { Dialect } from "./vocabulary.ts";

/**
 * The part that an open element plays. `outside`: before the feed begins. `channel`: holds items and the feed's own
 * elements. `element`: one that we know. `inner`: inside one, only its text counts. `markup`: inside captured HTML.
 * `skip`: unknown, nothing inside counts.
 */
export type ElementRole = "outside" | "channel" | "item" | "element" | "inner" | "markup" | "skip";

export type Frame = {
  /** Lower-cased, as written: what an end tag must say. */
  readonly name: string;
  readonly role: ElementRole;
  readonly scope: Scope | null;
  readonly base: string | null;
  /** `xml:base` is in scope. */
  readonly hasOwnBase: boolean;
  readonly language: string | null;
  /** Where text and children go; `null` where none count. */
  readonly node: CanonicalNode | null;
  /** For an element that holds markup: what collects it. */
  readonly capture: Capture | null;
};

/** An element as it begins. */
export type OpenTag = {
  readonly name: string;
  readonly qualified: QualifiedName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly scope: Scope | null;
  readonly base: string | null;
  /** `xml:base` is in scope. */
  readonly hasOwnBase: boolean;
  readonly language: string | null;
};

export type TreeState = {
  readonly stack: Frame[];
  /** How many elements of each name are open: most end tags of a broken document close nothing. */
  readonly openNames: Map<string, number>;
  /** Elements open beyond the depth limit: counted, not kept. */
  overflow: number;
  format: "rss" | "rdf" | "atom" | null;
  /** RDF holds many things: only the namespace of RSS, a channel or an item makes it a feed. */
  isFeed: boolean;
  dialect: Dialect;
  readonly channel: CanonicalNode;
  readonly items: NewestItems<CanonicalItem>;
  item: CanonicalItem | null;
  itemCount: number;
  /** Elements kept since the item began, or since the last one ended. */
  elementCount: number;
  capture: Capture | null;
  /** `xml:lang` of the element that holds the items. */
  language: string | null;
  /** A document whose root is html: nothing in it is a feed. */
  isPage: boolean;
  /** A known base when the document came without an address: the feed's own link. */
  fallbackBase: string | null;
  readonly warnings: ReadWarning[];
};

export const createState = (maxItems: number): TreeState => ({
  stack: [],
  openNames: new Map(),
  overflow: 0,
  format: null,
  isFeed: false,
  dialect: "rss",
  channel: createNode("channel"),
  items: createNewestItems(maxItems),
  item: null,
  itemCount: 0,
  elementCount: 0,
  capture: null,
  language: null,
  isPage: false,
  fallbackBase: null,
  warnings: [],
});

export function pushFrame(state: TreeState, frame: Frame): void {
  state.stack.push(frame);
  state.openNames.set(frame.name, (state.openNames.get(frame.name) ?? 0) + 1);
}

export function popFrame({ stack, openNames }: TreeState): Frame | undefined {
  const frame = stack.pop();
  if (!frame) return undefined;
  const others = (openNames.get(frame.name) ?? 1) - 1;
  if (others > 0) openNames.set(frame.name, others);
  else openNames.delete(frame.name);
  return frame;
}

export const createNode = (
  key: string,
  attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES,
): CanonicalNode => ({ key, attributes, value: "", children: [] });

/** Most warnings: more say nothing new. */
const MAX_WARNINGS = 100;

export function warn(state: TreeState, kind: string, detail: string): void {
  if (state.warnings.length < MAX_WARNINGS) state.warnings.push({ kind, detail });
}

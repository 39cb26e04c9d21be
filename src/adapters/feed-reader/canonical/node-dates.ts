import type { ItemDates } from "../../../core/articles/item.ts";
import { datesOf } from "../date-elements.ts";
import type { CanonicalNode } from "./node.ts";
import type { Dialect } from "./vocabulary.ts";

/** The dates of an item, as they come out of its canonical form: where an element is repeated, the last one counts. */
export function datesOfNode({ children }: CanonicalNode, dialect: Dialect): ItemDates {
  const texts = new Map(
    children.flatMap(({ key, value }) => (value === "" ? [] : [[key, value] as const])),
  );
  return datesOf((key) => texts.get(key) ?? null, dialect);
}

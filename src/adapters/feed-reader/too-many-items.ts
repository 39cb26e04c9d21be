import type { ReadWarning } from "../../core/sources/feed.ts";

/** Says that a document holds more items than `limits.items`. */
export const tooManyItems = (leftOut: number, kept: number): ReadWarning => ({
  kind: "too-many-items",
  detail: `${leftOut} of ${leftOut + kept} items were left out: the newest ${kept} were read`,
});

import { kind, type LabelKind } from "./label-kind.ts";

/** Labels of widgets: languages, sizes of letters, modes of colours and of reading, reading lists, recipes. */
export const WIDGET_KINDS: readonly LabelKind[] = [
  kind("tool-label", "alone", "translate + article|language|network|this"),
  kind("tool-label", "alone", "language + accept|choice|show|settings|translate"),
  kind("tool-label", "edge", "language + more|others|all"),
  kind("tool-label", "edge", "translate", { only: "translate language you" }),
  kind("tool-label", "alone", "font + resize"),
  kind("page-notice", "edge", "powered + by|network|translate", { is: "named" }),
  kind("tool-label", "edge", "mode + read|member", { only: "mode read member show" }),
  kind("tool-label", "edge", "mode + dark", { only: "mode dark read view" }),
  kind("tool-label", "alone", "mode|dark + dark|read + switch|show|accept", {
    only: "mode dark read switch show accept",
  }),
  kind("tool-label", "edge", "view + read|member", { only: "view read member show" }),
  kind("tool-label", "alone", "view + read|member|dark + switch", {
    only: "view read member dark switch",
  }),
  kind("follow-us", "alone", "source + add", { only: "source add us you favourite network" }),
  // What readers keep for later.
  kind("tool-label", "alone", "later + read|save|play", {
    only: "later read save play more article you",
  }),
  kind("tool-label", "alone", "readlist + add|save", { only: "readlist add save you" }),
  kind("tool-label", "alone", "list + read + add|save", { only: "list read add save you" }),
  // What the plugins of food blogs offer above and below a recipe.
  kind("tool-label", "alone", "recipe + print|save|back|helpful", { most: 4 }),
  kind("tool-label", "alone", "here + article|this|contents", {
    only: "here article this contents",
  }),
];

/** What an input can be read as. */
export const INSPECT_KINDS = ["feed", "page", "text"] as const;
export type InspectKind = (typeof INSPECT_KINDS)[number];

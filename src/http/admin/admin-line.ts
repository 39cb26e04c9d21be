import { createHash } from "node:crypto";

/** Names a removed line in a form, by its hash: its number may have changed since the page was made. */
export const lineName = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 22);

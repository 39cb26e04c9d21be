import { createHash } from "node:crypto";

/** A name for a removed line that a form can send: the list may have changed since the page was made. */
export const lineName = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 22);

import { spelled } from "../../core/entries/entry-dates.ts";
import { fileType } from "../../core/media/file-type.ts";

/*
 * Addresses as a reader sees them, for comparing: publishers vary the spelling of an address and count requests in it,
 * and servers of pictures and recordings write sizes and changing tokens behind the question mark. A difference that is
 * no change for feeds (core/entries/entry-dates.ts, contentHash) must be none for archives.
 */

const seenAddress = (address: string): string =>
  spelled(isMedia(address) ? (address.split("?")[0] ?? "") : address);

const isMedia = (address: string): boolean =>
  /^(?:image|audio|video)\//.test(fileType(null, address) ?? "");

/** Our own sanitised HTML with its addresses as seen. */
export const htmlWithSeenAddresses = (html: string): string =>
  html.replace(
    / (src|href|poster)="(https?:[^"]*)"/g,
    (_, name: string, address: string) =>
      ` ${name}="${seenAddress(address.replaceAll("&amp;", "&"))}"`,
  );

/** A value as JSON, with each address in it as seen. */
export const jsonWithSeenAddresses = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" && /^https?:\/\/\S+$/.test(part) ? seenAddress(part) : part,
  );

import type { FetchRequest } from "../../core/sources/fetched.ts";
import { ACCEPT_ENCODING } from "./read-body.ts";

/** The headers that we send to every server: no cookies, no referrer. */
export function requestHeaders(request: FetchRequest, userAgent: string): Record<string, string> {
  return {
    "user-agent": userAgent.replace(/[^\x20-\x7e]/g, ""), // a name with an umlaut must not stop the poll
    accept: request.accept,
    ...howMuch(request),
    // Asks caches on the way to revalidate. Not "no-cache", to which Express publishers answer 200 for ever.
    "cache-control": "max-age=0",
    ...echoed("if-none-match", request.validators.etag),
    ...echoed("if-modified-since", request.validators.lastModified),
  };
}

/** Asks for a part uncompressed: a part of a compressed body cannot be read. */
const howMuch = ({ firstBytes }: FetchRequest): Record<string, string> =>
  firstBytes === undefined
    ? { "accept-encoding": ACCEPT_ENCODING }
    : { "accept-encoding": "identity", range: `bytes=0-${firstBytes - 1}` };

/** Longest validator that is sent back: longer ones make servers refuse the whole request. */
const MAX_VALIDATOR_LENGTH = 1_000;

/** Verbatim or not at all: a validator is opaque, and only visible ASCII survives the way unchanged. */
function echoed(name: string, validator: string | null): Record<string, string> {
  if (validator === null || validator.length > MAX_VALIDATOR_LENGTH) return {};
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(validator) ? { [name]: validator } : {};
}

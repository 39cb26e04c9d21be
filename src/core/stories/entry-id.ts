/**
 * Characters of RFC 3986 §2, a percent sign only before two hexadecimal digits, one fragment. Square
 * brackets are left out: they are allowed in IPv6 hosts only, and no lasting id hangs on such an address.
 */
const URI =
  /^(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})+(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i;
/** URNs as of RFC 2141, whose successor allows a few more characters that importers still refuse. */
const DURABLE_SCHEMES = [
  /^https?:\/\/[^/?#]/i,
  /^urn:(?!uuid:)[a-z\d][a-z\d-]{0,30}[a-z\d]:[\w()+,\-.:=@;$!*'%]+$/i, // RFC 2141 §2
  /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, // RFC 9562 §4
  /^tag:(?:[a-z\d._-]+@)?[a-z\d.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:/, // RFC 4151 §2.1
];
/** Longer identifiers are content put in the wrong place, and feeds carry each id three times. */
const MAX_LENGTH = 2000;

export type PublishedIdRequest = {
  /** As the publisher wrote it. */
  readonly guid: string | null;
  /** Whether another cluster already publishes under this id. */
  readonly isTaken: (id: string) => boolean;
  /** Ours: `urn:uuid:…` of instance, source and guid. */
  readonly fallback: () => string;
};

/**
 * The id of an entry at its first publication, to be pinned with its cluster: the publisher's own,
 * since an id does not change when an entry is republished (RFC 4287 §4.2.6), else ours.
 */
export function publishedEntryId({ guid, isTaken, fallback }: PublishedIdRequest): string {
  return guid !== null && isUri(guid) && !isTaken(guid) ? guid : fallback();
}

/** Whether importers take it for an identifier of one of the durable schemes. */
export const isUri = (guid: string): boolean =>
  guid.length <= MAX_LENGTH &&
  URI.test(guid) &&
  DURABLE_SCHEMES.some((scheme) => scheme.test(guid)) &&
  URL.canParse(guid);

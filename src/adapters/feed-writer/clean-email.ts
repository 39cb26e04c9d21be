import { writableLine } from "../../core/text/clean.ts";

/** What validators and importers accept as an address. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;
/** RFC 5321 §4.5.3.1.3. */
const MAX_LENGTH = 254;

/** The address, or `null` when it is not valid. */
export function cleanEmail(address: string | null): string | null {
  const email = writableLine(address ?? "");
  return email.length <= MAX_LENGTH && EMAIL.test(email) ? email : null;
}

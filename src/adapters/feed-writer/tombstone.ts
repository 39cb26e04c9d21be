import type { Tombstone } from "../../core/entries/tombstone.ts";
import { writableLine } from "../../core/text/clean.ts";
import { cleanInstant, rfc3339 } from "./instants.ts";
import { textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/** To be declared where `deletedEntry` is used (RFC 6721 §3). */
export const TOMBSTONE_NAMESPACE = "http://purl.org/atompub/tombstones/1.0";

/** A tombstone whose strings can be written in each format; none where the id is empty. */
export function cleanTombstone(tombstone: Tombstone): readonly Tombstone[] {
  const id = writableLine(tombstone.id);
  const withdrawnAt = cleanInstant(tombstone.withdrawnAt);
  const reason = writableLine(tombstone.reason ?? "") || null;
  return id === "" ? [] : [{ id, withdrawnAt, reason }];
}

/** A clean tombstone in Atom (RFC 6721 §3). */
export const deletedEntry = ({ id, withdrawnAt, reason }: Tombstone): XmlElement =>
  xmlElement(
    "at:deleted-entry",
    { ref: id, when: rfc3339(withdrawnAt) },
    reason === null ? "" : [textElement("at:comment", reason)],
  );

/** The same in JSON Feed, which has no word for it: part of our extension. */
export const jsonTombstone = ({ id, withdrawnAt, reason }: Tombstone) => ({
  id,
  withdrawn_at: rfc3339(withdrawnAt),
  reason,
});

import type { Generated } from "kysely";
import type { ChangeKind } from "../../../core/entries/publication.ts";
import type { DocumentName } from "../../../core/entries/published.ts";

export type DocumentTable = {
  id: Generated<number>;
  feed_id: string;
  name: DocumentName;
  etag: string;
  changed_at: number;
  links: string;
  /** `null` for a feed that is gone, and for a document that was last rendered before bytes were stored. */
  br: Uint8Array | null;
};

export type PublicationTable = {
  seq: Generated<number>;
  feed_id: string;
  document: DocumentName;
  /** `null`: the feed is gone. */
  etag: string | null;
  at: number;
  took_ms: number;
};

/** A change that the archive of a feed noted. It moves to `change` when the feed's next documents are published. */
export type NotedChangeTable = {
  id: Generated<number>;
  feed_id: string;
  cluster_id: string;
  entry_id: string;
  kind: ChangeKind;
  revision: number;
};

export type ChangeTable = Omit<NotedChangeTable, "id"> & { seq: Generated<number>; at: number };

export type LeaseTable = {
  name: string;
  holder: string;
  lease_token: number;
  lease_until: number;
};

/** What feeds say of an entry that was withdrawn (RFC 6721; `_offprint.withdrawn` in JSON Feed). */
export type Tombstone = {
  /** The id that the entry had. */
  readonly id: string;
  readonly withdrawnAt: number;
  readonly reason: string | null;
};

/** How RSS tells of a withdrawal for some days: an item with that id and without a text. */
export type Stub = {
  readonly id: string;
  /** Says what became of the entry, never what it was called. */
  readonly title: string;
  /** Our page, which says why. */
  readonly link: string;
  readonly at: number;
};

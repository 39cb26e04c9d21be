/** A line that articles of a source have where labels stand. */
export type LineSightingTable = {
  hash: string;
  source_id: string;
  /** Hashes, as JSON. */
  stories: string;
  first_at: number;
  seen_at: number;
};

/** A line that articles of several houses have; `sample` is one of these lines, to show to people. */
export type CommonLineTable = {
  hash: string;
  sample: string;
  learned_at: number;
  /** How many houses vouched for the line when it was last seen; 0 for lines learnt before houses were counted. */
  owners: number;
  until: number;
  is_active: number;
};

/** A line that a source has where labels stand. */
export type LineSightingTable = {
  hash: string;
  source_id: string;
  /** Hashes, as JSON. */
  stories: string;
  first_at: number;
  seen_at: number;
};

/** A line that several houses have; `sample` shows people one of them. */
export type CommonLineTable = {
  hash: string;
  sample: string;
  learned_at: number;
  /** How many houses vouched for it when it was seen last; 0 for what was learnt before they were counted. */
  owners: number;
  until: number;
  is_active: number;
};

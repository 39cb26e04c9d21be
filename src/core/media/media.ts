/** The kinds of files that Media RSS knows. */
export const MEDIUMS = ["image", "audio", "video", "document", "executable"] as const;

export type Medium = (typeof MEDIUMS)[number];

/** A file that belongs to an item, such as a podcast's audio. `url` is absolute. */
export type Enclosure = {
  readonly url: string;
  /** Media type as declared, or `null`. */
  readonly type: string | null;
  readonly bytes: number | null;
  /**
   * What kind of file its feed calls it (Media RSS). This field and those below are absent where the feed does not say
   * them, and in what was stored before they were read.
   */
  readonly medium?: Medium;
  /** Plain text. */
  readonly title?: string;
  readonly durationSeconds?: number;
};

/** A file that goes with a recording: `url` is absolute. */
export type EpisodeFile = {
  readonly url: string;
  readonly type?: string;
  readonly language?: string;
  /** Such as `captions`. */
  readonly rel?: string;
};

export type EpisodePerson = {
  readonly name: string;
  readonly role?: string;
  readonly group?: string;
  readonly image?: string;
  readonly url?: string;
};

/** What podcast apps know of a recording (`itunes:*`, `podcast:*`). What is not said is absent. */
export type Episode = {
  readonly durationSeconds?: number;
  readonly image?: string;
  readonly number?: number;
  readonly season?: number;
  readonly type?: "full" | "trailer" | "bonus";
  readonly isExplicit?: boolean;
  readonly transcripts?: readonly EpisodeFile[];
  readonly chapters?: EpisodeFile;
  readonly persons?: readonly EpisodePerson[];
};

/** `url` is absolute http(s); width and height are in pixels. */
export type Image = {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string | null;
  readonly credit: string | null;
  /** Media type; absent unless something other than its name tells it. */
  readonly type?: string;
};

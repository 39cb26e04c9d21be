/** A kind of address, and how the service answers it: what a web server has to be told. */
export type ServedRule = {
  /** A regular expression for whole paths, without anchors. */
  readonly pattern: string;
  /** The same as paths; "*" stands for a whole segment. */
  readonly paths: readonly string[];
  /** What the file has beyond its address. */
  readonly suffix: "" | ".html";
  /** The file, where it is not named after its address. */
  readonly file?: string;
  readonly mediaType: string;
  /** Name and value, in the order in which they are sent. */
  readonly headers: readonly HeaderLine[];
  /** Whether addresses may be withdrawn: 410. */
  readonly isArticle?: boolean;
};

export type HeaderLine = readonly [name: string, value: string];

export type ServerFacts = {
  /** The absolute path of the folder. */
  readonly folder: string;
  /** The path below which the site is served, without a slash at its end; empty for none. */
  readonly prefix: string;
  readonly rules: readonly ServedRule[];
  /** Addresses that lead elsewhere, such as an icon on another host. */
  readonly redirects: readonly Redirect[];
  /** Of the pages for what is not there, and for what was withdrawn. */
  readonly problemHeaders: readonly HeaderLine[];
};

export type Redirect = { readonly path: string; readonly to: string };

/** The folder of the pages of withdrawn articles, below the prefix. */
export const WITHDRAWN_FOLDER = "withdrawn";

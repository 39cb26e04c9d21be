import type { InspectKind } from "./inspect-kinds.ts";

/** The fields of an answer line after `input` and `ok`. */
export type InspectAnswer = { readonly kind: InspectKind } & { readonly [field: string]: unknown };

export type InspectFailure = {
  readonly kind: string;
  readonly message: string;
  readonly [field: string]: unknown;
};

export type InspectOptions = {
  /** Files or addresses; together with those of `filesFrom`. */
  readonly inputs: readonly string[];
  /** A file that names one input a line, `-` for standard input, or `null`. */
  readonly filesFrom: string | null;
  /** `null`: decided for each input by its name and content. */
  readonly as: InspectKind | null;
  readonly baseUrl: string | null;
  readonly contentType: string | null;
  readonly json: boolean;
  /** Largest input that is read. */
  readonly bodyBytes: number;
  /** For each input, fetching included. */
  readonly timeoutMs: number;
  /** Most inputs under way at the same time, including those that wait to be printed. */
  readonly lookAhead: number;
};

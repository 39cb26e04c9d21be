import type { FetchError } from "../../core/sources/errors.ts";

/** Carries an expected failure out of callbacks and streams; never leaves this folder. */
export class FetchFailed extends Error {
  override name = "FetchFailed";
  readonly failure: FetchError;
  constructor(failure: FetchError) {
    super(failure.kind);
    this.failure = failure;
  }
}

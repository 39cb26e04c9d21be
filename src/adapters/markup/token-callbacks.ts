const ignore = (): void => undefined;

/** Callbacks of a tokenizer for what a reader of tags passes over; those that it wants come after these. */
export const IGNORED_TOKENS = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onprocessinginstruction: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

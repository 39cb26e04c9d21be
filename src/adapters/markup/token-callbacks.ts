const ignore = (): void => undefined;

/** Callbacks that ignore a token. Spread them first: the callbacks that a reader defines replace them. */
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

import type { SignalTexts } from "./admin-texts.ts";

/** Words for a signal that lowered rights. @param by the signal as core/rights/usage-terms.ts writes it. */
export function signalText(by: string, texts: SignalTexts): string {
  const limit = /: max-snippet:(\d+)$/.exec(by)?.[1];
  if (limit !== undefined && Number(limit) > 0) return texts.shortened(limit);
  return KINDS.find(([pattern]) => pattern.test(by))?.[1](texts) ?? texts.other;
}

const KINDS: readonly (readonly [RegExp, (texts: SignalTexts) => string])[] = [
  [/: noarchive$/, ({ archive }) => archive],
  [/: (?:nosnippet|max-snippet:0+)$/, ({ snippet }) => snippet],
  [/^isAccessibleForFree: /, ({ paywall }) => paywall],
  [/^RSL licence: /, ({ licence }) => licence],
  [/^(?:tdm-reservation|tdmrep)/, ({ mining }) => mining],
];

import iconv from "iconv-lite";

/** How much of a document is looked at. */
const SAMPLE_BYTES = 65_536;

type EncodingCandidate = {
  readonly encoding: string;
  /** The most frequent characters of what is written in it. */
  readonly frequent: ReadonlySet<string>;
  /** Their usual share of all characters beyond ASCII: an estimate, good enough to tell encodings apart. */
  readonly share: number;
};

const candidate = (encoding: string, frequent: string, share: number): EncodingCandidate => ({
  encoding,
  frequent: new Set(frequent),
  share,
});

const CANDIDATES: readonly EncodingCandidate[] = [
  candidate("euc-jp", "のにはをたがでてとしれさいなる、。ンー", 0.4),
  candidate("shift_jis", "のにはをたがでてとしれさいなる、。ンー", 0.4),
  candidate("euc-kr", "이다는에의가을로고하은지기서를사", 0.3),
  candidate("gb18030", "的一是不了在人有我他这中大来上国，。", 0.2),
  candidate("big5", "的一是不了在人有我他這中大來上國，。", 0.2),
  candidate("koi8-r", "оеаинтсрвл", 0.6),
  candidate("windows-1251", "оеаинтсрвл", 0.6),
  candidate("windows-1253", "αοιετσνηυρ", 0.6),
  candidate("windows-1255", "יוהלאתרבשמ", 0.65),
  candidate("windows-1256", "اليمونترهب", 0.6),
  candidate("windows-874", "านรอกเงมยล่้", 0.5),
];

/** Below this part of the usual share a text is not in that encoding. */
const MIN_LIKENESS = 0.5;

/**
 * Guesses the encoding of a document that declares none and is no UTF-8. Bytes beyond ASCII that
 * stand alone are letters with accents (windows-1252); runs of them are another script, told by
 * its most frequent characters.
 */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES));
  if (averageRun(sample) < 2) return WESTERN;
  let best = { encoding: WESTERN, likeness: MIN_LIKENESS };
  for (const each of CANDIDATES) {
    const likeness = likenessOf(iconv.decode(sample, each.encoding), each);
    if (likeness > best.likeness) best = { encoding: each.encoding, likeness };
  }
  return best.encoding;
}

const WESTERN = "windows-1252";

function averageRun(bytes: Uint8Array): number {
  let high = 0;
  let runs = 0;
  let wasHigh = false;
  for (const byte of bytes) {
    const isHigh = byte >= 0x80;
    if (isHigh) high += 1;
    if (isHigh && !wasHigh) runs += 1;
    wasHigh = isHigh;
  }
  return runs === 0 ? 0 : high / runs;
}

/** 1 when the frequent characters are as frequent as usual; 0 when the bytes do not fit. */
function likenessOf(text: string, { frequent, share }: EncodingCandidate): number {
  let foreign = 0;
  let found = 0;
  let broken = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    foreign += 1;
    if (character === "\ufffd") broken += 1;
    else if (frequent.has(character)) found += 1;
  }
  // The sample may end inside a character.
  return foreign === 0 || broken > 1 + foreign / 100 ? 0 : Math.min(1, found / foreign / share);
}

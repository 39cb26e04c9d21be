/**
 * Version of the rules by which texts are folded and taken apart (fold.ts, tokens.ts), as far as what is stored depends
 * on them: text hashes, fingerprints with their keys and paragraphs, hashes of lines. Stored as the setting of this name;
 * who changes the rules raises it, with a migration that makes these anew from the texts (decisions/0016).
 */
export const TEXT_RULES = 2;

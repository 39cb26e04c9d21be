/**
 * Version of the rules by which texts are folded and split (fold.ts, tokens.ts), stored as the setting `text-rules`. Stored
 * text hashes, fingerprints with their keys and paragraphs, and hashes of lines depend on these rules. A change of the rules
 * raises the version and brings a migration that makes all of these anew from the texts (decisions/0016).
 */
export const TEXT_RULES = 2;

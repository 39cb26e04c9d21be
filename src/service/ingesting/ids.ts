import { hash } from "node:crypto";
import { uuidV5 } from "../../adapters/uuid.ts";
import type { Ids } from "../../core/intake/ingest-intent.ts";

/** Without vowels, so that no id spells a word, and without characters that look alike. */
const ALPHABET = "23456789bcdfghjkmnpqrstvwxyzBCDF";
/** 60 bits: among a million articles the chance that two share an id is one in two million. */
const LENGTH = 12;

/** Ids that depend only on the instance and on what an article is. */
export function createIds(instanceId: string): Ids {
  const nameOf = (sourceId: string, key: string): string => `${sourceId}\n${key}`;
  return {
    articleId: (sourceId, key) => {
      const digest = hash("sha256", `${instanceId}\n${nameOf(sourceId, key)}`, "binary");
      let id = "";
      for (let at = 0; at < LENGTH; at++) id += ALPHABET.charAt(digest.charCodeAt(at) & 31);
      return id;
    },
    fallbackEntryId: (sourceId, key) => `urn:uuid:${uuidV5(instanceId, nameOf(sourceId, key))}`,
  };
}

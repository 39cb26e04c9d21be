import { existsSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { err } from "../core/result.ts";
import { type ReadText, readText } from "./read-text.ts";
import { replaceFile } from "./replace-file.ts";

/** `data/offprint.yaml` → `data/.offprint.last-good.yaml` */
export function lastGoodPath(file: string): string {
  const { name, ext } = parse(file);
  return join(dirname(file), `.${name}.last-good${ext}`);
}

/** Reads a file as it was when the whole configuration was last good; a list without a copy as it is now. */
export const readLastGood: ReadText = (path) => {
  const copy = lastGoodPath(path);
  return readText(existsSync(copy) ? copy : path);
};

export type LastGood = {
  /** Reads a text and notes it. A file that was good and is empty now is an error. */
  readonly read: ReadText;
  /** Keeps what was read last as good. Throws errors of the file system. */
  readonly keep: () => void;
};

/** 0600: sources may have passwords in their addresses. */
const MODE = 0o600;

/**
 * Keeps copies of the configuration and its lists beside them. The texts that were checked are kept, not the
 * files, which may have been edited since.
 */
export function createLastGood(): LastGood {
  const texts = new Map<string, string>();
  return {
    read(path) {
      const text = readText(path);
      if (text.ok && isBlank(text.value) && hasGoodCopy(path)) return err(`${path} is empty${CUT}`);
      if (text.ok) texts.set(path, text.value);
      return text;
    },
    keep() {
      for (const [path, text] of texts) {
        const kept = readText(lastGoodPath(path));
        if (!kept.ok || kept.value !== text) replaceFile(lastGoodPath(path), text, MODE);
      }
      texts.clear();
    },
  };
}

/**
 * Whether there is a copy with content. An editor or a crash on a full disk may leave an empty file: as a configuration
 * that would take every source and feed away.
 */
function hasGoodCopy(path: string): boolean {
  const copy = readText(lastGoodPath(path));
  return copy.ok && !isBlank(copy.value);
}

const isBlank = (text: string): boolean => text.trim() === "";

const CUT = ", and was not before: it looks cut off. {} would be a configuration of defaults";

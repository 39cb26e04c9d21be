import { createHash } from "node:crypto";
import {
  GONE,
  LITERAL,
  NOT_FOUND_PLACE,
  type StaticFile,
  type StaticPlace,
} from "../../core/entries/static-files.ts";
import type { FileChanges, FileList } from "./file-list.ts";
import type { Extras, StaticAnswer } from "./static-site.ts";

export type AnsweredPath = { readonly path: string; readonly answer: StaticAnswer };

export type FileContext = {
  /** What is written already. */
  readonly list: Pick<FileList, "get" | "places">;
  readonly now: number;
};

export type ComposedFiles = FileChanges & {
  /** Addresses whose pages failed: their files stay as they are. */
  readonly unrendered: readonly string[];
};

/** The service failed with this one page. */
const FAILED = 500;

/**
 * What answers become: a file, the page of something withdrawn, or nothing. Throws at an answer that says that others may fail
 * now, too.
 */
export function composeFiles(
  answers: readonly AnsweredPath[],
  context: FileContext,
): ComposedFiles {
  const all = answers.map((answered) => composeOne(answered, context));
  return {
    files: all.flatMap(({ files }) => files),
    cleared: all.flatMap(({ cleared }) => cleared),
    unrendered: all.flatMap(({ unrendered }) => unrendered),
  };
}

function composeOne({ path, answer }: AnsweredPath, context: FileContext): ComposedFiles {
  const gone = GONE + path;
  const none = { files: [], cleared: [], unrendered: [] };
  switch (kindOf(path, answer)) {
    case "page":
      return { ...none, files: [fileOf(path, answer, context)], cleared: [gone] };
    case "gone":
      return { ...none, files: [fileOf(gone, answer, context)], cleared: [path] };
    case "nothing":
      return { ...none, cleared: [path, gone] };
    case "unrendered":
      return { ...none, unrendered: [path] };
  }
}

function kindOf(
  path: string,
  { status }: StaticAnswer,
): "page" | "gone" | "unrendered" | "nothing" {
  if (status === (path === NOT_FOUND_PLACE ? 404 : 200)) return "page";
  if (status === 410) return "gone";
  if (status === FAILED) return "unrendered";
  if (status > FAILED) throw new Error(`${path} cannot be rendered now (${status})`);
  return "nothing"; // also a redirect to elsewhere
}

/** Files beside those of addresses; former ones that are not among them are cleared. */
export function composeExtras(
  { files: extras, areAll }: Extras,
  context: FileContext,
): FileChanges {
  const files = extras.map(({ name, text }) => {
    const body = Buffer.from(text);
    return fileOf(LITERAL + name, { ...PLAIN, body }, context);
  });
  if (!areAll) return { files, cleared: [] };
  const kept = new Set(files.map(({ place }) => place));
  const former = [...context.list.places()].filter((place) => place.startsWith(LITERAL));
  return { files, cleared: former.filter((place) => !kept.has(place)) };
}

const PLAIN = {
  status: 200,
  mediaType: "text/plain; charset=utf-8",
  cacheControl: "no-cache",
  lastModified: null,
};

function fileOf(
  place: StaticPlace,
  { mediaType, cacheControl, lastModified, body, coded }: StaticAnswer,
  { list, now }: FileContext,
): StaticFile {
  const tag = createHash("sha256")
    .update(`${mediaType}\n${cacheControl}\n${coded !== undefined}\n`)
    .update(body)
    .digest("base64url")
    .slice(0, 22);
  const former = list.get(place);
  // Web servers tell versions apart by whole seconds.
  const second = Math.floor(now / 1000) * 1000;
  const changedAt = lastModified ?? Math.max(second, (former?.changedAt ?? 0) + 1000);
  const said = { mediaType, cacheControl, body, ...coded };
  return { place, tag, bytes: body.byteLength, changedAt, isCoded: coded !== undefined, ...said };
}

import { createHash } from "node:crypto";
import {
  GONE,
  LITERAL,
  NOT_FOUND_PLACE,
  type StaticFile,
  type StaticPlace,
} from "../../core/entries/static-files.ts";
import type { FileChanges, FileList } from "./file-list.ts";
import type { ExtraFile, StaticAnswer } from "./static-site.ts";

export type AnsweredPath = { readonly path: string; readonly answer: StaticAnswer };

export type FileContext = {
  /** What is written already. */
  readonly list: Pick<FileList, "get" | "places">;
  readonly now: number;
};

/** What answers become: a file, the page of something withdrawn, or nothing. Rejects what may be another answer soon. */
export function composeFiles(answers: readonly AnsweredPath[], context: FileContext): FileChanges {
  const files: StaticFile[] = [];
  const cleared: StaticPlace[] = [];
  for (const { path, answer } of answers) {
    const gone = GONE + path;
    if (answer.status === (path === NOT_FOUND_PLACE ? 404 : 200)) {
      files.push(fileOf(path, answer, context));
      cleared.push(gone);
    } else if (answer.status === 410) {
      files.push(fileOf(gone, answer, context));
      cleared.push(path);
    } else if (answer.status < 500)
      cleared.push(path, gone); // nothing there, or a redirect to elsewhere
    else throw new Error(`${path} cannot be rendered now (${answer.status})`);
  }
  return { files, cleared };
}

/** Files beside those of addresses; former ones that are not among them are cleared. */
export function composeExtras(extras: readonly ExtraFile[], context: FileContext): FileChanges {
  const files = extras.map(({ name, text }) => {
    const body = Buffer.from(text);
    return fileOf(LITERAL + name, { ...PLAIN, body }, context);
  });
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

import type { Result } from "../result.ts";
import type { ChangePlace } from "./archive.ts";

/*
 * The published site as files: what a static file server or an object store needs to answer as the service does.
 */

/**
 * Where a file belongs: the path of an address on the site, such as "/feeds/all.rss"; such a path after "!" for the page
 * of a withdrawn article, which is answered with 410; a file name after "~" for what is no address, such as "~_headers".
 */
export type StaticPlace = string;

export const GONE = "!";
export const LITERAL = "~";
/** The place of the page that is shown where nothing is. */
export const NOT_FOUND_PLACE = "/404";

/** What the list of files says of one. */
export type StaticRecord = {
  /** Hash of the bytes and of what is said of them. */
  readonly tag: string;
  /** Without a coding. */
  readonly bytes: number;
  /** When they last changed: whole seconds, rising with every change. */
  readonly changedAt: number;
  /** Whether it also lies there compressed, as Brotli and as gzip. */
  readonly isCoded: boolean;
};

export type StaticFile = StaticRecord & {
  readonly place: StaticPlace;
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly body: Uint8Array;
  /** Absent when `isCoded` is false. */
  readonly br?: Uint8Array;
  readonly gzip?: Uint8Array;
};

/** How far the files have come. */
export type StaticProgress = {
  /** Key of what all files depend on: the configuration and the version of the program. */
  readonly key: string;
  /** The last change of articles that the files have. */
  readonly place: ChangePlace;
  /** Where the comparison of all articles and archive pages goes on; `null` when all were compared. */
  readonly sweep: SweepPlace | null;
};

/** The last article, by id, or the last archive page that was compared. */
export type SweepPlace =
  | { readonly kind: "articles"; readonly id: string }
  | ({ readonly kind: "archives" } & ArchivePlace);

/** An address whose page could not be rendered, or, where `isSo` is false, can be again. Its file stays as it was. */
export type UnrenderedPath = { readonly path: string; readonly isSo: boolean };

/** Lines of the journal, the oldest first. */
export type JournalLine =
  | { readonly kind: "file"; readonly place: StaticPlace; readonly record: StaticRecord }
  | { readonly kind: "removed"; readonly place: StaticPlace }
  | ({ readonly kind: "unrendered" } & UnrenderedPath)
  | { readonly kind: "progress"; readonly progress: StaticProgress };

/**
 * Why a target cannot be used; the message is a sentence without its stop. `refused`: it must not be, and an operator has to name
 * another or to change something; `away`: it cannot be reached or written now, and may be later.
 */
export type TargetProblem = { readonly kind: "refused" | "away"; readonly message: string };

/** A target could not be read or written: no error of the database. The message is a sentence without its stop. */
export class TargetFailure extends Error {}

/** What was opened is there no more, such as a folder whose disk was taken away: it has to be opened again. */
export class TargetGone extends TargetFailure {}

/** Who asks for a target. */
export type TargetUser = {
  /** The instance of the desk that owns the files. */
  readonly desk: string;
  /** Whether this node wrote there before: what is missing then is not made, for it may be on a disk that is not mounted. */
  readonly isKnown: boolean;
};

/**
 * A folder or a bucket. What is in it and not in its journal is somebody else's, and is never touched. What is asked of it
 * after it was opened rejects with a `TargetFailure`.
 */
export interface StaticTarget {
  /** As people are told of it. */
  readonly label: string;
  /** The absolute path of a folder from which web servers read; `null` for what is none. */
  readonly folder: string | null;
  /** How many files it takes at a time. */
  readonly concurrency: number;

  /** Gives what tells it from all others, the same to every process that may write there. Marks a new one. */
  identify(user: TargetUser): Promise<Result<string, TargetProblem>>;

  /** Reads the journal, or begins one. Called by one process at a time. */
  open(desk: string): Promise<Result<readonly JournalLine[], TargetProblem>>;

  /** Rejects with `TargetGone` when something else is in the place of what was opened, or nothing. */
  check(): Promise<void>;

  /** Adds to the journal. Called before a file is written and after it was removed, so that no file of ours is unknown. */
  note(lines: readonly JournalLine[]): Promise<void>;

  /** Replaces the journal by a shorter one that says the same. */
  compact(lines: readonly JournalLine[]): Promise<void>;

  /** Rejects, with a sentence, when somebody else's file is where one of ours is to be. */
  claim(places: readonly StaticPlace[]): Promise<void>;

  /** Writes a file at once and whole, in the place of a former one. */
  put(file: StaticFile): Promise<void>;

  /** Nothing happens when it is not there. */
  remove(place: StaticPlace, record: StaticRecord): Promise<void>;

  /** Those of these files that are missing or are not as they were written. */
  damaged(files: ReadonlyMap<StaticPlace, StaticRecord>): Promise<readonly StaticPlace[]>;
}

export type ArchivePlace = { readonly feedId: string; readonly page: number };

/** Pages and documents that show clusters. */
export type ClusterPages = {
  readonly articleIds: readonly string[];
  readonly archivePages: readonly ArchivePlace[];
};

/** What changed in the store, for a follower that has pages of all articles. */
export interface PageChanges {
  /** The latest change. */
  latest(): Promise<ChangePlace>;
  /** The next clusters that changed, the earliest change first. */
  after(place: ChangePlace, limit: number): Promise<readonly ChangePlace[]>;
  /** What shows these clusters. */
  pagesOf(clusterIds: readonly string[]): Promise<ClusterPages>;
  /** The articles with the ids after this one, in their order. */
  articlesAfter(id: string, limit: number): Promise<readonly string[]>;
  /** Those of these that are ids of articles. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The newest archive page of a feed; 0 while there is none. */
  archivePages(feedId: string): Promise<number>;
  /** A hash of how each source is named on pages, by id. */
  sourceNames(): Promise<ReadonlyMap<string, string>>;
  /** Clusters with an article of one of these sources. */
  clustersOf(sourceIds: readonly string[]): Promise<readonly string[]>;
}

import type { StoredContext } from "../articles/stored-context.ts";
import type { Result } from "../result.ts";
import type { ClusterMember } from "../stories/cluster-member.ts";
import type { EditorAction, EditorChange, EditorIntent } from "../stories/editing.ts";

/** A cluster as an editor looks at it. */
export type ClusterTexts = {
  readonly id: string;
  readonly entryId: string;
  /** The lead first, then the earliest first. */
  readonly members: readonly (ClusterMember & { readonly text: string })[];
};

/** The page of an article, as far as the queue has come with it. */
export type PageState = {
  readonly url: string;
  /** `failed`: given up until the item changes. */
  readonly state: "waiting" | "done" | "failed";
  readonly attempts: number;
  /** When it is fetched next; `null` when it is not. */
  readonly nextAt: number | null;
  /** Why the last attempt brought nothing, or the page was not used; for people. */
  readonly reason: string | null;
};

/** What was done with an article, beside what is published of it. */
export type ArticleHandling = {
  /** Lines that an editor keeps in it, as they were removed. */
  readonly keptLines: readonly string[];
  /** Until when it is held back for its page; `null` when it is not. */
  readonly heldUntil: number | null;
  readonly isFromPage: boolean;
  /** `null` when no page was ever wanted. */
  readonly page: PageState | null;
};

/** A line that is removed from articles of every source (learn-common.ts), and why. */
export type LearntLine = {
  /** As one of the articles had it. */
  readonly sample: string;
  /** How many houses had it when it was seen last; 0 where that was not counted yet. */
  readonly owners: number;
  /** When it was learnt. */
  readonly since: number;
  /** When it is forgotten unless it is seen again. */
  readonly until: number;
};

/** What an editor sees of clusters, and does to them. The errors are sentences. */
export interface EditorStore {
  /** The cluster with this id, else the one that the article with this id is in. */
  cluster(id: string): Promise<ClusterTexts | null>;

  /** `null` when there is no such article. */
  handling(articleId: string): Promise<ArticleHandling | null>;

  /** How many pages are still to be fetched, by source id. */
  waitingPages(): Promise<ReadonlyMap<string, number>>;

  /** The lines that are removed now, the latest learnt first. */
  commonLines(limit: number): Promise<readonly LearntLine[]>;

  /** What is known of the given lines, by the line as given; includes lines that are no longer removed. */
  commonLinesAmong(lines: readonly string[]): Promise<ReadonlyMap<string, LearntLine>>;

  /** The clusters of the articles, with all members, as decisions see them. */
  known(articleIds: readonly string[]): Promise<StoredContext>;

  /** In one write transaction: loads the clusters of the articles, asks `decide`, applies its intent. */
  edit(
    action: EditorAction,
    decide: (known: StoredContext) => Result<EditorIntent, string>,
    now: number,
  ): Promise<Result<EditorIntent, string>>;

  /** As `edit`, but undoes the last such action that is not undone yet; the order of its articles does not count. */
  undo(
    action: EditorAction,
    decide: (known: StoredContext, change: EditorChange) => EditorIntent,
    now: number,
  ): Promise<Result<EditorIntent, string>>;
}

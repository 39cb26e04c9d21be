/** Why the files of the published site are not kept up. */
export type FilesProblem = PlaceProblem | PagesProblem;

/** They cannot be written where they belong; `why` is a sentence without its stop. */
export type PlaceProblem = { readonly kind: "place"; readonly why: string };

/** Some pages cannot be rendered, such as these. */
export type PagesProblem = {
  readonly kind: "pages";
  readonly count: number;
  /** Addresses. */
  readonly examples: readonly string[];
};

/** A problem as it is told. */
export type ToldFilesProblem = {
  readonly problem: FilesProblem;
  readonly since: number;
  /** Where it is met; `null`: by this service. */
  readonly node: string | null;
};

const MOST_EXAMPLES = 3;

/** `null` where all pages can be rendered. */
export function pagesProblem(unrendered: ReadonlySet<string>): PagesProblem | null {
  if (unrendered.size === 0) return null;
  const examples = [...unrendered].toSorted().slice(0, MOST_EXAMPLES);
  return { kind: "pages", count: unrendered.size, examples };
}

/** As one text: "/articles/a, /articles/b and 7 more". */
export function namedPages({ count, examples }: PagesProblem): string {
  const more = count - examples.length;
  return examples.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

export const isSameProblem = (a: FilesProblem | null, b: FilesProblem | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What a service that writes files notes in the store, for those that answer readers. */
export type FilesNote = {
  /** The name of the node. */
  readonly node: string;
  /** The folder or the bucket, as people are told of it. */
  readonly target: string;
  readonly at: number;
  /** `null` while the files are kept up. */
  readonly problem: { readonly problem: FilesProblem; readonly since: number } | null;
};

export interface FilesLog {
  note(note: FilesNote): Promise<void>;
  /** What a node noted last of a target; `null` when it never wrote there. */
  find(place: Pick<FilesNote, "node" | "target">): Promise<FilesNote | null>;
  all(): Promise<readonly FilesNote[]>;
  /** Forgets what was noted before this time. */
  forget(before: number): Promise<void>;
}

import type { MemberReason } from "../entry.ts";
import { publishedEntryId } from "../entry-id.ts";
import type { Known, KnownArticle, KnownCluster } from "../known.ts";
import { compareCandidates, electLead } from "./elect-lead.ts";
import { isComparable, isSameText } from "./same-text.ts";

/**
 * Which articles are one text, decided over what is known and changed step by step in memory:
 *
 * - A new article joins the cluster whose lead carries the same text (of several, the one with the
 *   best lead), else it founds its own.
 * - A new lead keeps whom it does not reject, and draws to it who carries its text under a worse
 *   lead: so the clusters do not depend on the order in which articles arrive.
 * - An article whose text changed is compared again. A member leaves when the lead's text is no
 *   longer its own; when the lead itself changed, those leave that do not carry its new text; one
 *   that stood alone moves to where its new text is known. Whoever leaves is placed like a new article.
 * - The lead is elected anew whenever members change; the entry id stays with the cluster, and an
 *   article that stands alone again returns to the cluster it founded.
 */
export type Clustering = {
  /** Places an article that is in no cluster yet. @returns whether it joined others. */
  add(article: Unplaced): boolean;
  /** Takes an article's new text, title or date into account. */
  change(article: KnownArticle): void;
  /** The final state of each cluster that changed. */
  changes(): readonly ClusterChange[];
};

export type Unplaced = Omit<KnownArticle, "clusterId">;

export type ClusterChange = KnownCluster & {
  readonly isNew: boolean;
  /** Where the last member went, for a cluster that has none left. */
  readonly mergedInto: string | null;
};

/** The id that we give where the publisher's cannot serve: from source and key alone. */
export type FallbackEntryId = (sourceId: string, key: string) => string;

type Workspace = {
  readonly articles: Map<string, KnownArticle>;
  readonly clusters: Map<string, Draft>;
  readonly byText: Map<string, Set<string>>;
  readonly byFounder: Map<string, Draft[]>;
  readonly takenEntryIds: Set<string>;
  readonly touched: Set<Draft>;
  readonly fallbackEntryId: FallbackEntryId;
};

/** A cluster in the making. */
type Draft = Omit<ClusterChange, "leadId" | "mergedInto" | "members"> & {
  readonly members: Map<string, MemberReason>;
  leadId: string | null;
  mergedInto: string | null;
};

export function startClustering(known: Known, fallbackEntryId: FallbackEntryId): Clustering {
  const space: Workspace = {
    articles: new Map(),
    clusters: new Map(
      [...known.clusters.values()].map((cluster) => [cluster.id, draftOf(cluster)]),
    ),
    byText: new Map(),
    byFounder: new Map(),
    takenEntryIds: new Set(known.takenEntryIds),
    touched: new Set(),
    fallbackEntryId,
  };
  for (const article of known.articles.values()) remember(space, article);
  for (const cluster of space.clusters.values()) rememberFounder(space, cluster);
  return {
    add: (article) => place(space, article).members.size > 1,
    change: (article) => change(space, article),
    changes: () => [...space.touched],
  };
}

const draftOf = (cluster: KnownCluster): Draft => ({
  ...cluster,
  members: new Map(cluster.members),
  isNew: false,
  mergedInto: null,
});

function change(space: Workspace, article: KnownArticle): void {
  const cluster = space.clusters.get(article.clusterId);
  if (!cluster) throw new Error(`article ${article.id} is in no known cluster`);
  remember(space, article);

  const lead = space.articles.get(cluster.leadId ?? "") ?? article;
  const isAlone = cluster.members.size === 1;
  const isKnownElsewhere = isAlone && clusterWithText(space, article) !== undefined;
  leave(space, cluster, isKnownElsewhere ? [article] : leaversAfter(space, cluster, article, lead));
  settle(space, cluster);
}

/** Who no longer carries the text of the lead. */
function leaversAfter(
  space: Workspace,
  cluster: Draft,
  changed: KnownArticle,
  lead: KnownArticle,
): readonly KnownArticle[] {
  if (changed.id !== lead.id) return isSameText(lead, changed) ? [] : [changed];
  return rejectedBy(space, cluster, lead);
}

const rejectedBy = (space: Workspace, cluster: Draft, lead: KnownArticle) =>
  membersOf(space, cluster).filter((member) => member.id !== lead.id && !isSameText(lead, member));

/**
 * All leave before the first is placed, or two of them would find each other where they were; the
 * best is placed first, for it may lead the others.
 */
function leave(space: Workspace, cluster: Draft, leavers: readonly KnownArticle[]): void {
  const [best, ...rest] = leavers.toSorted(compareCandidates);
  if (best === undefined) return;
  for (const { id, textHash } of leavers) {
    cluster.members.delete(id);
    space.articles.delete(id);
    space.byText.get(textHash)?.delete(id);
  }
  elect(space, cluster);
  for (const article of [best, ...rest]) place(space, article);
  if (cluster.members.size === 0) {
    cluster.mergedInto = space.articles.get(best.id)?.clusterId ?? null;
  }
}

function place(space: Workspace, article: Unplaced): Draft {
  const cluster = clusterWithText(space, article) ?? found(space, article);
  cluster.members.set(article.id, { rule: "exact", tokens: article.tokenCount });
  cluster.mergedInto = null;
  remember(space, { ...article, clusterId: cluster.id });
  settle(space, cluster);
  return cluster;
}

/** Elects the lead; a new one is compared with its members, and with those of worse leads. */
function settle(space: Workspace, cluster: Draft): void {
  const before = cluster.leadId;
  elect(space, cluster);
  const lead = space.articles.get(cluster.leadId ?? "");
  if (lead === undefined || lead.id === before) return;
  leave(space, cluster, rejectedBy(space, cluster, lead));
  for (const [other, drawn] of drawnTo(space, lead)) {
    leave(
      space,
      other,
      drawn.filter(({ id }) => other.members.has(id)),
    );
  }
}

/** Who carries the text of this lead in clusters of worse ones; with a lead, all of its members. */
function drawnTo(
  space: Workspace,
  lead: KnownArticle,
): ReadonlyMap<Draft, readonly KnownArticle[]> {
  const drawn = new Map<Draft, readonly KnownArticle[]>();
  for (const id of space.byText.get(lead.textHash) ?? []) {
    const article = space.articles.get(id);
    const cluster = space.clusters.get(article?.clusterId ?? "");
    const other = space.articles.get(cluster?.leadId ?? "");
    if (!article || !cluster || !other || compareCandidates(lead, other) >= 0) continue;
    if (!isSameText(lead, article)) continue;
    const all = article.id === other.id ? membersOf(space, cluster) : [article];
    drawn.set(cluster, [...new Set([...(drawn.get(cluster) ?? []), ...all])]);
  }
  return drawn;
}

/** The cluster whose lead carries this text, the best of several: joining by any other member would chain. */
function clusterWithText(space: Workspace, article: Unplaced): Draft | undefined {
  let best: KnownArticle | undefined;
  for (const id of space.byText.get(article.textHash) ?? []) {
    const other = space.articles.get(id);
    if (!other || id === article.id || space.clusters.get(other.clusterId)?.leadId !== id) continue;
    if (!isSameText(other, article)) continue;
    if (best === undefined || compareCandidates(other, best) < 0) best = other;
  }
  return space.clusters.get(best?.clusterId ?? "");
}

/** A new cluster of its own, or the one that it founded before and that stands empty. */
function found(space: Workspace, article: Unplaced): Draft {
  const own = space.byFounder.get(article.id) ?? [];
  const empty = own.find(({ members }) => members.size === 0);
  if (empty) return empty;

  // An article's second cluster must not take the id of its first, which others now carry.
  const name = `${article.key}${"\n".repeat(own.length)}`;
  const entryId = publishedEntryId({
    guid: article.guid,
    isTaken: (id) => space.takenEntryIds.has(id),
    fallback: space.fallbackEntryId(article.sourceId, name),
  });
  space.takenEntryIds.add(entryId);
  const cluster: Draft = {
    id: own.length === 0 ? article.id : `${article.id}-${own.length + 1}`,
    entryId,
    founderId: article.id,
    leadId: null,
    enteredAt: article.enteredAt,
    members: new Map(),
    isNew: true,
    mergedInto: null,
  };
  space.clusters.set(cluster.id, cluster);
  rememberFounder(space, cluster);
  return cluster;
}

function elect(space: Workspace, cluster: Draft): void {
  space.touched.add(cluster);
  const [first, ...rest] = membersOf(space, cluster);
  cluster.leadId = first ? electLead([first, ...rest]).id : null;
}

function membersOf(space: Workspace, cluster: Draft): KnownArticle[] {
  return [...cluster.members.keys()].flatMap((id) => space.articles.get(id) ?? []);
}

function remember({ articles, byText }: Workspace, article: KnownArticle): void {
  const before = articles.get(article.id);
  if (before) byText.get(before.textHash)?.delete(article.id);
  articles.set(article.id, article);
  if (!isComparable(article)) return;
  const same = byText.get(article.textHash) ?? new Set<string>();
  byText.set(article.textHash, same.add(article.id));
}

function rememberFounder({ byFounder }: Workspace, cluster: Draft): void {
  byFounder.set(cluster.founderId, [...(byFounder.get(cluster.founderId) ?? []), cluster]);
}

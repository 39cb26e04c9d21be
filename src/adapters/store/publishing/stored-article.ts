import type { Kysely } from "kysely";
import type { DerivedField } from "../../../core/articles/article-draft.ts";
import type { Author, ItemSource } from "../../../core/articles/item.ts";
import type { EntrySource } from "../../../core/entries/entry.ts";
import type { StoredArticle, StoredCopy } from "../../../core/entries/stored-article.ts";
import type { Enclosure, Episode, Image } from "../../../core/media/media.ts";
import type { LoweredRights, Rights } from "../../../core/rights/rights.ts";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { MemberReason } from "../../../core/similarity/member-reason.ts";
import type { KeptState } from "../../../core/sources/source-state.ts";
import type { ClusterMember } from "../../../core/stories/cluster-member.ts";
import {
  originOf,
  publicAddress,
  publicHome,
  publicId,
} from "../../../core/urls/public-address.ts";
import type { KnownLook } from "../queues/file-looks.ts";
import type { Tables } from "../schema/tables.ts";
import type { FullRow, MemberRow } from "./entry-rows.ts";

export type EntrySources = ReadonlyMap<string, EntrySource>;

/** How sources are named in what we publish, by id and by former id. Includes sources that left the configuration. */
export async function loadEntrySources(db: Kysely<Tables>): Promise<EntrySources> {
  const rows = await db
    .selectFrom("source")
    .select(["id", "former_id", "address", "definition", "last_definition", "state"])
    .execute();
  const sources = rows.map((row) => [row, entrySource(row)] as const);
  return new Map([
    ...sources.flatMap(([{ former_id }, source]) =>
      former_id ? [[former_id, source] as const] : [],
    ),
    ...sources.map(([{ id }, source]) => [id, source] as const),
  ]);
}

type EntrySourceRow = {
  readonly id: string;
  readonly address: string;
  readonly definition: string | null;
  readonly last_definition: string | null;
  readonly state: string;
};

/** Older states lack selfUrl, feedId and rights. */
type Declared = Pick<KeptState, "title" | "siteUrl" | "feedUrl"> &
  Partial<Pick<KeptState, "selfUrl" | "feedId" | "rights">>;

function entrySource({ id, address, state, ...row }: EntrySourceRow): EntrySource {
  const declared = JSON.parse(state) as Declared;
  // A source that left the configuration keeps the title that it had there.
  const kept = row.definition ?? row.last_definition ?? "null";
  const configured = JSON.parse(kept) as SourceDefinition | null;
  const polledAt = address.startsWith("folder:") ? null : (declared.feedUrl ?? address);
  return {
    id,
    title: configured?.title ?? declared.title ?? id,
    url: publicHome(declared.siteUrl, polledAt) ?? originOf(polledAt),
    feedUrl: publicAddress(declared.selfUrl ?? null),
    feedId: publicId(declared.feedId ?? null),
    ...(declared.rights ? { rights: declared.rights } : {}),
  };
}

export function toStoredArticle(
  row: FullRow,
  sources: EntrySources,
  looks: readonly KnownLook[] = [],
): StoredArticle {
  return {
    id: row.id,
    source: sourceOf(row.source_id, sources),
    guid: row.guid,
    link: row.link,
    canonicalUrl: row.canonical_url,
    title: row.title,
    summary: row.summary,
    contentHtml: row.contentHtml,
    text: row.text,
    authors: JSON.parse(row.authors) as Author[],
    categories: JSON.parse(row.categories) as string[],
    language: row.language,
    rights: row.rights,
    republish: row.republish as Rights,
    image: JSON.parse(row.image ?? "null") as Image | null,
    enclosures: JSON.parse(row.enclosures) as Enclosure[],
    episode: JSON.parse(row.episode ?? "null") as Episode | null,
    licences: JSON.parse(row.licences) as string[],
    origin: JSON.parse(row.origin ?? "null") as ItemSource | null,
    fileTypes: Object.fromEntries(looks.flatMap(({ url, type }) => (type ? [[url, type]] : []))),
    commentsUrl: row.comments_url,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    receivedAt: row.received_at,
    derived: JSON.parse(row.derived) as DerivedField[],
    removed: row.removed,
    lowered: JSON.parse(row.lowered) as LoweredRights[],
    provenance: JSON.parse(row.provenance) as Record<string, string>,
  };
}

export function toCopy(row: MemberRow, leadId: string | null, sources: EntrySources): StoredCopy {
  return {
    articleId: row.id,
    source: sourceOf(row.source_id, sources),
    origin: JSON.parse(row.origin ?? "null") as ItemSource | null,
    title: row.title,
    link: row.link,
    canonicalUrl: row.canonical_url,
    publishedAt: row.published_at,
    why: reasonOf(row, leadId),
  };
}

export function toMember(row: MemberRow, leadId: string | null): ClusterMember {
  return {
    articleId: row.id,
    sourceId: row.source_id,
    guid: row.guid,
    link: row.canonical_url ?? row.link,
    title: row.title,
    why: reasonOf(row, leadId),
  };
}

const reasonOf = (row: MemberRow, leadId: string | null): MemberReason =>
  row.id === leadId ? { rule: "lead" } : (JSON.parse(row.why) as MemberReason);

/** How a source is named; an unknown source by its id. */
export const sourceOf = (id: string, sources: EntrySources): EntrySource =>
  sources.get(id) ?? { id, title: id, url: null, feedUrl: null, feedId: null };

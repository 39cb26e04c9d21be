import type { ArticleDraft } from "../../../../src/core/articles/article-draft.ts";
import type { Item } from "../../../../src/core/articles/item.ts";
import { namesOf } from "../../../../src/ingest/item-identity.ts";
import { aDraft, HOUR, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { createKnownModel, type KnownModel } from "../../../support/known-model.ts";

export const AT = "https://valley.example";
export const text = (seed: number): string => generateText(seeded(seed), 80);

export type Told = Partial<Pick<Item, "guid" | "link" | "publishedAt" | "enclosures">> & {
  readonly title?: string | null;
  readonly text?: string;
  readonly image?: string;
};

/** A draft as an item becomes one. */
export function draft({ title = null, text: told = "", image, ...item }: Told): ArticleDraft {
  const { guid = null, link = null, publishedAt = null, enclosures = [] } = item;
  const shown = {
    title: title ?? "valley",
    text: told,
    image:
      image === undefined
        ? null
        : { url: image, width: null, height: null, alt: null, credit: null },
    ...{ enclosures, tokenCount: told.split(" ").filter((word) => word !== "").length },
  };
  const derived = [
    ...(title === null ? (["title"] as const) : []),
    ...(publishedAt === null ? (["publishedAt"] as const) : []),
  ];
  const contentHash = `content ${shown.title} ${told} ${image}`;
  const drafted = aDraft({
    ...shown,
    ...namesOf({ guid, link }, shown),
    ...{ link, canonicalUrl: link, publishedAt, derived, contentHash },
    metadataHash: JSON.stringify([link, publishedAt, enclosures]),
    itemHash: JSON.stringify([title, told, image, guid, link, publishedAt, enclosures]),
  });
  // A draft of the builder has an address in any case.
  return { ...drafted, link };
}

/** Polls of one source, one after the other, each with these items. */
export function poll(documents: readonly (readonly Told[])[]) {
  const model = createKnownModel();
  const seen = new Map<string, Set<string>>();
  const counts = documents.map((items, index) => {
    const drafts = items.map(draft);
    const now = NOW + index * HOUR;
    const intent = model.ingest({ sourceId: "valley", drafts, now, firstIngestAt: 1 });
    for (const { id, title } of model.known().articles.values()) {
      seen.set(id, (seen.get(id) ?? new Set()).add(title));
    }
    return { new: intent.counts.new, updated: intent.counts.updated };
  });
  return { titles: titlesOf(model), seen: [...seen.values()].map((each) => [...each]), counts };
}

const titlesOf = (model: KnownModel): readonly string[] =>
  [...model.known().articles.values()].map(({ title }) => title).toSorted();

export const STORIES = [
  "Outage in the north",
  "Mail comes late",
  "Export incomplete",
  "Console slow",
];

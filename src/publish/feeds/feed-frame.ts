import type { Instance } from "../../core/instance.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import type { FeedFrame } from "./compose-feed.ts";

export type FrameParts = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  readonly instance: Instance;
  readonly uuid: (namespace: string, name: string) => string;
};

/** What all documents of a feed have in common: its id above all. */
export const feedFrame = ({ site, feed, instance, uuid }: FrameParts): FeedFrame => ({
  site,
  feed,
  id: `urn:uuid:${uuid(instance.id, `feed:${feed.id}`)}`,
  bornAt: instance.createdAt,
});

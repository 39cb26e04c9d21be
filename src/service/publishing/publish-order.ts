import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";

/** What is to be published. */
export type PublishOrder = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

import { createHash } from "node:crypto";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";

/** What is to be published. */
export type PublishOrder = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
  /** Differs between configurations, and between versions of the program: each may render something else. */
  readonly key: string;
};

/** @param program its version. */
export function publishOrderOf(
  { site, feeds }: Pick<PublishOrder, "site" | "feeds">,
  program: string,
): PublishOrder {
  const made = JSON.stringify({ program, site, feeds });
  return { site, feeds, key: createHash("sha256").update(made).digest("base64url") };
}

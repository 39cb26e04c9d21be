import { createHash } from "node:crypto";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";

/** What the publisher is to publish. */
export type PublishOrder = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
  /** Differs between configurations and between versions of the program: each may render other bytes. */
  readonly key: string;
};

/** @param program the version of the program. */
export function publishOrderOf(
  { site, feeds }: Pick<PublishOrder, "site" | "feeds">,
  program: string,
): PublishOrder {
  const made = JSON.stringify({ program, site, feeds });
  return { site, feeds, key: createHash("sha256").update(made).digest("base64url") };
}

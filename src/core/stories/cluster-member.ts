import type { MemberReason } from "../similarity/member-reason.ts";

/** A member of a cluster as `offprint clusters` lists it. */
export type ClusterMember = {
  readonly articleId: string;
  readonly sourceId: string;
  readonly guid: string | null;
  readonly link: string | null;
  readonly title: string;
  /** `{ rule: "lead" }` for the lead. */
  readonly why: MemberReason;
};

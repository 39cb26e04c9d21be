import type { MemberReason } from "../entry.ts";
import type { KnownCluster } from "../known.ts";
import { type Candidate, electLead } from "./elect-lead.ts";

type Led = Pick<KnownCluster, "leadId" | "members">;

/**
 * The lead of a cluster elected anew, when what may be republished of its members changed: nobody is compared,
 * and nobody leaves. Why the new lead was with the former is why the former is with it.
 *
 * @returns `null` when the lead stays.
 */
export function reelect({ leadId, members }: Led, candidates: readonly Candidate[]): Led | null {
  const [first, ...rest] = candidates;
  const lead = first && electLead([first, ...rest]);
  const former = members.get(leadId ?? "");
  if (lead === undefined || lead.id === leadId || !leadId || !former) return null;
  const why: MemberReason = members.get(lead.id) ?? former;
  const reasons = new Map(members).set(leadId, why).set(lead.id, { rule: "lead" });
  return { leadId: lead.id, members: reasons };
}

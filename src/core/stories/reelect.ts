import type { Candidate, KnownCluster } from "../articles/stored-context.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import { rankCandidates } from "./elect-lead.ts";

type Led = Pick<KnownCluster, "leadId" | "members">;

/**
 * Elects the lead of a cluster anew when the rights of its members changed. No texts are compared and no member leaves.
 * Members are sorted by rank. The reason that bound the new lead to the former now holds for the former.
 *
 * @returns `null` when the lead stays.
 */
export function reelect({ leadId, members }: Led, candidates: readonly Candidate[]): Led | null {
  const ranked = rankCandidates(candidates);
  const [lead] = ranked;
  const former = members.get(leadId ?? "");
  if (lead === undefined || lead.id === leadId || !leadId || !former) return null;
  const why: MemberReason = members.get(lead.id) ?? former;
  const reasons = new Map(members).set(leadId, why).set(lead.id, { rule: "lead" });
  const inOrder = ranked.flatMap(({ id }) => {
    const reason = reasons.get(id);
    return reason === undefined ? [] : [[id, reason] as const];
  });
  return { leadId: lead.id, members: new Map(inOrder) };
}

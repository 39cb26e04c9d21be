import { err, ok, type Result } from "../result.ts";
import { laterThan } from "./entry-dates.ts";
import type { KnownEntry, Restoration, Withdrawal } from "./withdrawal.ts";

/** Withdraws what is published. Its tombstone is newer than what any feed said of it (RFC 6721 §3). The error is a sentence. */
export function decideWithdrawal(
  articleId: string,
  known: KnownEntry | null,
  { at, reason }: Withdrawal,
): Result<Withdrawal, string> {
  if (known === null) return err(`there is no article "${articleId}"`);
  if (known.withdrawal !== null) {
    const because = known.withdrawal.reason === null ? "" : `: ${known.withdrawal.reason}`;
    return err(`${articleId} is withdrawn already${because}`);
  }
  return ok({ at: laterThan(known.toldAt, at), reason });
}

/**
 * Publishes a withdrawn entry again, newer than the tombstone that readers have seen, or they would ignore the entry
 * (RFC 6721 §3). The error is a sentence.
 */
export function decideRestoration(
  articleId: string,
  known: KnownEntry | null,
  now: number,
): Result<Restoration, string> {
  if (known === null) return err(`there is no article "${articleId}"`);
  const { withdrawal, isForgotten, updatedAt } = known;
  if (withdrawal === null) return err(`${articleId} is not withdrawn`);
  if (isForgotten) return err(`the source of ${articleId} was forgotten: configure it again`);
  return ok({ updatedAt: Math.max(laterThan(withdrawal.at, now), updatedAt) });
}

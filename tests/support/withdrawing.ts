import type { Kysely } from "kysely";
import type { Tables } from "../../src/adapters/store/schema/tables.ts";
import { createWithdrawalStore } from "../../src/adapters/store/stories/withdrawals.ts";
import type { Withdrawal } from "../../src/core/entries/withdrawal.ts";
import { decideRestoration, decideWithdrawal } from "../../src/core/entries/withdrawing.ts";

/** Withdraws and restores as the desk does, without an order. */
export function createWithdrawing(db: Kysely<Tables>) {
  const store = createWithdrawalStore(db);
  return {
    list: store.list,
    withdraw: (articleId: string, withdrawal: Withdrawal) =>
      store.withdraw(articleId, (known) => decideWithdrawal(articleId, known, withdrawal)),
    restore: (articleId: string, now: number) =>
      store.restore(articleId, (known) => decideRestoration(articleId, known, now), now),
  };
}

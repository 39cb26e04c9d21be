import { decideRestoration, decideWithdrawal } from "../core/entries/withdrawing.ts";
import type { CarryOut } from "./carry-out.ts";

type Deps = { readonly now: () => number };

/** Takes the text of an article out of all that is published. */
export const withdraw =
  ({ now }: Deps): CarryOut<"withdraw"> =>
  ({ articleId, reason }, { apply }) =>
    apply(({ withdrawals }) =>
      withdrawals.withdraw(articleId, (known) =>
        decideWithdrawal(articleId, known, { at: now(), reason }),
      ),
    );

/** Publishes again what was withdrawn. */
export const restore =
  ({ now }: Deps): CarryOut<"restore"> =>
  ({ articleId }, { apply }) =>
    apply(({ withdrawals }) =>
      withdrawals.restore(articleId, (known) => decideRestoration(articleId, known, now()), now()),
    );

import { RIGHTS, type Rights } from "../../core/rights/rights.ts";

/** Of two limits the stricter. */
export const leastOf = (a: Rights, b: Rights): Rights =>
  RIGHTS.indexOf(a) < RIGHTS.indexOf(b) ? a : b;

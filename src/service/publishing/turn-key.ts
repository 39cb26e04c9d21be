import { createHash } from "node:crypto";
import type { PublishOrder } from "./publish-order.ts";

/** What a turn of the publisher was made from: another one with the same key would change nothing. */
export const turnKeyOf = (revision: number, order: PublishOrder): string =>
  `${revision} ${createHash("sha256").update(JSON.stringify(order)).digest("base64url")}`;

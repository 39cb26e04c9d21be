import type { PublishOrder } from "./publish-order.ts";

/** Names the input of a publisher's turn: another turn with the same key would change nothing. */
export const turnKeyOf = (revision: number, { key }: Pick<PublishOrder, "key">): string =>
  `${revision} ${key}`;

/** Whether another configuration, or another version of the program, made that turn. */
export const isOfOther = (turnKey: string, { key }: Pick<PublishOrder, "key">): boolean =>
  !turnKey.endsWith(` ${key}`);

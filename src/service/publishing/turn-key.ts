import type { PublishOrder } from "./publish-order.ts";

/** What a turn of the publisher was made from: another one with the same key would change nothing. */
export const turnKeyOf = (revision: number, { key }: Pick<PublishOrder, "key">): string =>
  `${revision} ${key}`;

/** Whether that turn was made by a process with another configuration, or another version of the program. */
export const isOfOther = (turnKey: string, { key }: Pick<PublishOrder, "key">): boolean =>
  !turnKey.endsWith(` ${key}`);

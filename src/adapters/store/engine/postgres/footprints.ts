import { MIN_HITS } from "../../../../core/similarity/neighbours.ts";
import type { Footprint } from "../decision-basis.ts";

export const isNothing = ({ tags, texts }: Footprint): boolean =>
  tags.size === 0 && texts.length === 0;

export const joined = (a: Footprint, b: Footprint): Footprint => ({
  tags: new Set([...a.tags, ...b.tags]),
  texts: [...a.texts, ...b.texts],
});

/** 32-bit words in the machine's byte order: the number of tags and the tags, then each text as the number of its keys and the keys. */
export function footprintBytes({ tags, texts }: Footprint): Uint8Array {
  const lists = [[...tags], ...texts];
  const words = Uint32Array.from(lists.flatMap((list) => [list.length, ...list]));
  return Buffer.from(words.buffer);
}

export function footprintFrom(bytes: Uint8Array): Footprint {
  // A buffer of the client need not begin at a multiple of four.
  const words = new Uint32Array(Uint8Array.from(bytes).buffer);
  const lists: (readonly number[])[] = [];
  for (let at = 0; at < words.length; ) {
    const end = at + 1 + (words[at] ?? 0);
    lists.push([...words.subarray(at + 1, end)]);
    at = end;
  }
  const [tags = [], ...texts] = lists;
  return { tags: new Set(tags), texts };
}

/** Whether something of the one may be something of the other. */
export const meet = (a: Footprint, b: Footprint): boolean =>
  [...a.tags].some((tag) => b.tags.has(tag)) || haveLikeTexts(a.texts, b.texts);

function haveLikeTexts(a: Footprint["texts"], b: Footprint["texts"]): boolean {
  const places = new Map<number, number[]>();
  for (const [place, keys] of a.entries()) {
    for (const key of keys) places.set(key, [...(places.get(key) ?? []), place]);
  }
  return b.some((keys) => {
    const hits = new Map<number, number>();
    for (const place of keys.flatMap((key) => places.get(key) ?? [])) {
      hits.set(place, (hits.get(place) ?? 0) + 1);
    }
    return [...hits.values()].some((count) => count >= MIN_HITS);
  });
}

import { onceEach } from "../once-each.ts";

/**
 * Where values stand in a list: an open-addressed hash table in one typed array, which takes a fraction of the time of a
 * `Map` to fill.
 */
export type PositionTable = {
  readonly values: Uint32Array;
  /**
   * 0: free. A position + 1: its value stands there and nowhere else; negative: its value occurs again. May be longer
   * than the table.
   */
  readonly slots: Int32Array;
  /** The number of slots, a power of two, less 1. */
  readonly mask: number;
};

/** The table of all values of a list, made once for each list. */
export const positionsOf: (values: Uint32Array) => PositionTable = onceEach((values) => {
  const size = sizeFor(values.length);
  return fill({ values, slots: new Int32Array(size), mask: size - 1 }, 0, values.length);
});

/** Makes tables of parts of lists in memory that it uses again: each is good until the next one. */
export function createPartTable(): (v: Uint32Array, start: number, end: number) => PositionTable {
  let slots = new Int32Array(0);
  return (values, start, end) => {
    const size = sizeFor(end - start);
    if (slots.length < size) slots = new Int32Array(size);
    else slots.fill(0, 0, size);
    return fill({ values, slots, mask: size - 1 }, start, end);
  };
}

/** At most half of the slots are taken. */
const sizeFor = (count: number): number => 2 ** Math.ceil(Math.log2(2 * count + 2));

function fill(table: PositionTable, start: number, end: number): PositionTable {
  const { values, slots } = table;
  for (let position = start; position < end; position += 1) {
    const slot = slotOf(table, values[position] ?? 0);
    const held = slots[slot] ?? 0;
    slots[slot] = held === 0 ? position + 1 : -Math.abs(held);
  }
  return table;
}

/** The one position of a value; -1 when it is absent or occurs again. */
export function onlyPositionOf(table: PositionTable, value: number): number {
  const held = table.slots[slotOf(table, value)] ?? 0;
  return held > 0 ? held - 1 : -1;
}

export const has = (table: PositionTable, value: number): boolean =>
  table.slots[slotOf(table, value)] !== 0;

/** The slot that holds a value, or the free one where it would be. */
function slotOf({ values, slots, mask }: PositionTable, value: number): number {
  // The lowest bit of a token's hash tells only that it is a number.
  let slot = (value >>> 1) & mask;
  for (;;) {
    const held = slots[slot] ?? 0;
    if (held === 0 || values[Math.abs(held) - 1] === value) return slot;
    slot = (slot + 1) & mask;
  }
}

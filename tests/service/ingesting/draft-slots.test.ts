import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createDraftSlots, type DraftSlot } from "../../../src/service/ingesting/draft-slots.ts";

/** Takes the slot, and notes its name once it has it. */
const taking = async (slot: DraftSlot, name: string, begun: string[]): Promise<void> => {
  await slot.take();
  begun.push(name);
};

it("lets so many polls hold drafts, and the others in the order in which they came", async () => {
  const slotOf = createDraftSlots(2);
  const [a, b, c, d] = [slotOf(), slotOf(), slotOf(), slotOf()];
  const begun: string[] = [];
  for (const [name, slot] of Object.entries({ a, b, c, d })) void taking(slot, name, begun);

  await turn();
  expect(begun).toEqual(["a", "b"]);
  b.release();
  await turn();
  expect(begun).toEqual(["a", "b", "c"]);
  a.release();
  await turn();
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

it("counts a poll once, however many documents it drafts, and gives back no more than it has", async () => {
  const slotOf = createDraftSlots(1);
  const [first, second, third] = [slotOf(), slotOf(), slotOf()];
  await first.take();
  await first.take();
  first.release();
  first.release();

  await second.take();
  const begun: string[] = [];
  void taking(third, "third", begun);
  await turn();
  expect(begun).toEqual([]);
});

import { describe, expect, it } from "vitest";
import type { PollRecord } from "../../../src/core/intake/ingest-store.ts";
import { createWriteGate } from "../../../src/service/ingesting/write-gate.ts";

const poll = {} as PollRecord;

function gateOver(recorded: PollRecord[]) {
  const notAsked = async () => {
    throw new Error("not asked here");
  };
  return createWriteGate({
    ...{ claim: notAsked, renew: notAsked, giveBack: notAsked, ingest: notAsked },
    async recordPoll(record) {
      recorded.push(record);
      return true;
    },
  });
}

describe("the gate before the store", () => {
  it("lets a service record while it runs", async () => {
    const recorded: PollRecord[] = [];

    await gateOver(recorded).store.recordPoll(poll);

    expect(recorded).toEqual([poll]);
  });

  it("records nothing and answers nothing once it is shut", async () => {
    const recorded: PollRecord[] = [];
    const gate = gateOver(recorded);
    gate.shut();

    const answer = gate.store.recordPoll(poll).then(() => "answered");

    expect(await Promise.race([answer, Promise.resolve("silent")])).toBe("silent");
    expect(recorded).toEqual([]);
  });
});

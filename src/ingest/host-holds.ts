import { type Holdable, type HostHold, heldSources } from "../core/host-hold.ts";
import { addressToPoll } from "../core/source-moves.ts";
import type { SourceState } from "../core/source-state.ts";
import type { IngestStore } from "../core/store-ports.ts";

export type HostHolds = {
  /** Postpones every other source of the host, on disk and for the polls that wait in line. */
  readonly add: (hold: HostHold) => Promise<void>;
  readonly isHeld: (source: SourceState, now: number) => boolean;
};

/** Hosts that asked everyone to stay away (429 or 503 with `Retry-After`). */
export function createHostHolds(store: Pick<IngestStore, "sources" | "postpone">): HostHolds {
  const holds = new Map<string, HostHold>();
  return {
    async add(hold) {
      holds.set(hold.host, hold);
      const sources = (await store.sources()).flatMap((source) => holdable(source) ?? []);
      await store.postpone(heldSources(hold, sources));
    },
    isHeld(source, now) {
      const target = holdable(source);
      if (target === null) return false;
      for (const hold of [...holds.values()]) {
        if (hold.until <= now) holds.delete(hold.host);
        else if (heldSources(hold, [target]).size > 0) return true;
      }
      return false;
    },
  };
}

function holdable({ definition, feedUrl, nextPollAt }: SourceState): Holdable | null {
  if (definition.kind !== "remote") return null;
  return { id: definition.id, url: addressToPoll(definition.url, { feedUrl }), nextPollAt };
}

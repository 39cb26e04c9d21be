import type { IngestStore } from "../core/intake/ingest-store.ts";
import {
  type Holdable,
  type HostHold,
  heldSources,
  hostOf,
} from "../core/sources/polling/host-hold.ts";
import type { HostStore } from "../core/sources/polling/host-store.ts";
import { addressToPoll } from "../core/sources/polling/source-moves.ts";
import type { SourceState } from "../core/sources/source-state.ts";

export type HostHolds = {
  /** Keeps everybody away from the host, in all processes. Postpones its other sources, on disk and for the polls that wait in line. */
  readonly add: (hold: HostHold) => Promise<void>;
  /** Learns of a hold that is stored already. */
  readonly learn: (hold: HostHold) => void;
  readonly isHostHeld: (host: string, now: number) => boolean;
  /**
   * Whether the source must wait. Stores the wait again: a poll that was under way when the hold
   * began has written its own next poll since.
   */
  readonly isSourceHeld: (source: SourceState, now: number) => Promise<boolean>;
};

export type HostHoldsDeps = {
  readonly store: Pick<IngestStore, "sources" | "postpone">;
  readonly hosts: Pick<HostStore, "hold">;
};

/** Hosts that asked everyone to stay away (429 or 503 with `Retry-After`). */
export function createHostHolds({ store, hosts }: HostHoldsDeps): HostHolds {
  const holds = new Map<string, HostHold>();
  const holdOf = (host: string, now: number): HostHold | undefined => {
    const hold = holds.get(host);
    if (hold !== undefined && hold.until <= now) holds.delete(host);
    return holds.get(host);
  };
  const learn = (hold: HostHold): void => {
    if (hold.until > (holds.get(hold.host)?.until ?? 0)) holds.set(hold.host, hold);
  };
  return {
    learn,
    async add(hold) {
      learn(hold);
      await hosts.hold(hold);
      const sources = (await store.sources()).flatMap((source) => holdable(source) ?? []);
      await store.postpone(heldSources(hold, sources));
    },
    isHostHeld: (host, now) => holdOf(host, now) !== undefined,
    async isSourceHeld(source, now) {
      const target = holdable(source);
      if (target === null) return false;
      const hold = holdOf(hostOf(target.url) ?? "", now);
      const held = hold === undefined ? new Map() : heldSources(hold, [target]);
      if (held.size > 0) await store.postpone(held);
      return held.size > 0;
    },
  };
}

/** Host that a poll of the source asks; `null` for a folder. */
export const hostOfSource = (source: SourceState): string | null => {
  const target = holdable(source);
  return target && hostOf(target.url);
};

function holdable({ definition, feedUrl, nextPollAt }: SourceState): Holdable | null {
  if (definition.kind !== "remote") return null;
  return { id: definition.id, url: addressToPoll(definition.url, { feedUrl }), nextPollAt };
}

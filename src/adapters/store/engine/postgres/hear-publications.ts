import { Client } from "pg";
import { startLoop } from "../../../../core/loop.ts";
import type { HintHearing } from "../hint-hearing.ts";
import { settingsFor } from "./connection-settings.ts";
import { PUBLICATIONS } from "./publication-hints.ts";

/** A connection that carries nothing dies unnoticed, such as in a firewall that forgets it: it is asked this often, in milliseconds. */
const ASKED_EVERY_MS = 30_000;
/** A server that has not answered by then, in milliseconds, has gone. */
const ANSWER_MS = 5_000;
/** Processes that lost one server do not all come back in one moment: each waits up to this time, in milliseconds. */
const JITTER_MS = 1_000;

/**
 * Hears on a connection of its own, outside the pool, that something was published. Connects again whenever the
 * connection is lost, and then gives a hint of what it may have missed.
 *
 * @param address of the server itself: a pooler in transaction mode passes no notifications on.
 */
export function hearPublications(address: string, onHint: () => void): HintHearing {
  const state: HearingState = { address, onHint, session: null, wasLost: false };
  const loop = startLoop({
    turn: () => turn(state, () => loop.wake()),
    // Whoever follows meets the same failure when it looks, and reports it.
    onProblem() {
      letGo(state);
      onHint();
    },
    retryMs: JITTER_MS,
  });
  return {
    isHearing: () => state.session !== null,
    async stop() {
      letGo(state);
      await loop.stop();
      letGo(state);
    },
  };
}

type HearingState = {
  readonly address: string;
  readonly onHint: () => void;
  /** `null` while there is no connection. */
  session: Client | null;
  /** Whether a connection was lost, and none was tried since. */
  wasLost: boolean;
};

/** @returns the milliseconds until the next one. */
async function turn(state: HearingState, onLost: () => void): Promise<number> {
  if (state.wasLost) {
    state.wasLost = false;
    return Math.random() * JITTER_MS;
  }
  if (state.session === null) await connect(state, onLost);
  else await state.session.query("SELECT 1");
  return ASKED_EVERY_MS;
}

async function connect(state: HearingState, onLost: () => void): Promise<void> {
  const session = new Client({ ...settingsFor(state.address), query_timeout: ANSWER_MS });
  const lose = (): void => {
    if (state.session !== session) return;
    state.session = null;
    state.wasLost = true;
    onLost();
    state.onHint(); // from now on whoever follows looks by itself
  };
  session.on("error", lose);
  session.on("end", lose);
  session.on("notification", state.onHint);
  try {
    await session.connect();
    await session.query(`LISTEN ${PUBLICATIONS}`);
  } catch (cause) {
    session.connection.stream.destroy();
    throw cause;
  }
  state.session = session;
  state.onHint();
}

/** At once: a server that has gone would not answer a goodbye. */
function letGo(state: HearingState): void {
  const { session } = state;
  state.session = null;
  session?.connection.stream.destroy();
}

import type { IncomingMessage } from "node:http";

/** Counts the people behind the programs that read our feeds. */
export type Audience = {
  readonly note: (request: Pick<IncomingMessage, "headers" | "url">) => void;
  /** People whose readers told their number within the last days. */
  readonly subscribers: () => number;
};

/** As Feedly, NewsBlur, Inoreader and others say it: "…; 42 subscribers; …". */
const SUBSCRIBERS = /(\d{1,7}) subscribers?\b/i;
/** A program that has not come for this long is no longer counted. */
const KEPT_MS = 8 * 24 * 60 * 60 * 1000;
/** Anyone can make up names: more programs than this are not counted. */
const MAX_PROGRAMS = 1000;
const MAX_LENGTH = 300;

/**
 * Adds up the numbers of subscribers that hosted readers state: the latest of each program and feed. Readers
 * on people's own machines state none and are not counted, so the sum is a lower bound.
 */
export function createAudience(now: () => number): Audience {
  const programs = new Map<string, { readonly count: number; readonly at: number }>();
  return {
    note({ headers, url = "" }) {
      const agent = headers["user-agent"];
      if (agent === undefined || agent.length > MAX_LENGTH) return;
      const match = SUBSCRIBERS.exec(agent);
      if (match === null) return;
      const program = `${agent.slice(0, match.index)} ${url.slice(0, MAX_LENGTH)}`;
      if (programs.size >= MAX_PROGRAMS && !programs.has(program)) return;
      programs.set(program, { count: Number(match[1]), at: now() });
    },
    subscribers() {
      for (const [program, { at }] of programs) {
        if (now() - at > KEPT_MS) programs.delete(program);
      }
      return [...programs.values()].reduce((sum, { count }) => sum + count, 0);
    },
  };
}

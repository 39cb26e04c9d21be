import type { RouteClass } from "../route-class.ts";

/** Counts answers by route class, status and duration. */
export type AnswerTally = {
  readonly add: (route: RouteClass, status: number, durationMs: number) => void;
  /** A histogram as Prometheus text. */
  readonly text: () => string;
};

/**
 * Written by hand because every request passes it: prom-client's histogram takes 0.6 µs to
 * observe, a thirtieth of what a 304 costs; this takes a tenth of that.
 */
export function createAnswerTally(name: string, help: string): AnswerTally {
  const routes = new Map<RouteClass, Map<number, Tally>>();
  const open = (route: RouteClass, status: number): Tally => {
    const statuses = routes.get(route) ?? new Map<number, Tally>();
    const tally = { counts: Array<number>(BUCKETS_MS.length + 1).fill(0), sumMs: 0 };
    routes.set(route, statuses.set(status, tally));
    return tally;
  };
  return {
    add(route, status, durationMs) {
      const tally = routes.get(route)?.get(status) ?? open(route, status);
      let bucket = 0;
      while (durationMs > (BUCKETS_MS[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
      tally.counts[bucket] = (tally.counts[bucket] ?? 0) + 1;
      tally.sumMs += durationMs;
    },
    text() {
      const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
      for (const [route, statuses] of routes) {
        for (const [status, tally] of statuses) {
          lines.push(...samples(name, `route="${route}",status="${status}"`, tally));
        }
      }
      return `${lines.join("\n")}\n`;
    },
  };
}

/** Upper bounds in ms. A prepared document takes half a millisecond; a second is a fault. */
const BUCKETS_MS = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 1000, 5000];

type Tally = {
  /** One count for each bucket, and one for longer answers. */
  readonly counts: number[];
  sumMs: number;
};

/** Buckets are cumulative, in seconds. Routes and statuses are ours: nothing needs escaping. */
function samples(name: string, labels: string, { counts, sumMs }: Tally): readonly string[] {
  let count = 0;
  const buckets = counts.map((added, index) => {
    count += added;
    const bound = BUCKETS_MS[index];
    return `${name}_bucket{${labels},le="${bound === undefined ? "+Inf" : bound / 1000}"} ${count}`;
  });
  return [
    ...buckets,
    `${name}_sum{${labels}} ${sumMs / 1000}`,
    `${name}_count{${labels}} ${count}`,
  ];
}

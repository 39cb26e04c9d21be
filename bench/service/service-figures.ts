import { type Figure, type FigureHead, figureOf, type Values } from "../figure.ts";
import { percentile } from "../measure/statistics.ts";

export type ServiceRound = {
  /** From start to exit of `node -e 0`. */
  readonly nodeStartMs: number;
  /** From the start of the service to the first feed. */
  readonly firstAnswerMs: number;
  /** Pss of the process that answers, of all processes, and of a Node that does nothing. */
  readonly webBytes: number;
  readonly allBytes: number;
  readonly nodeBytes: number;
  /** Of each answer, at rest and while much comes in. */
  readonly idleMs: readonly number[];
  readonly busyMs: readonly number[];
  /** How long the writer of the database was held, each time. */
  readonly holdsMs: readonly number[];
};

const MB = 1_000_000;

type Definition = FigureHead & {
  readonly of: (round: ServiceRound) => number;
  /** The column that it is compared with. */
  readonly against: readonly [name: string, of: (round: ServiceRound) => number];
};

const NODE_START: Definition["against"] = ["node -e 0", ({ nodeStartMs }) => nodeStartMs];
const NODE_MEMORY: Definition["against"] = ["idle node", ({ nodeBytes }) => nodeBytes / MB];

const DEFINITIONS: readonly Definition[] = [
  {
    id: "first-answer",
    title: "start to the first feed, wall",
    unit: "ms",
    of: ({ firstAnswerMs }) => firstAnswerMs,
    against: NODE_START,
  },
  {
    id: "rest-web",
    title: "memory at rest, web process",
    unit: "MB",
    of: ({ webBytes }) => webBytes / MB,
    against: NODE_MEMORY,
  },
  {
    id: "rest-all",
    title: "memory at rest, all processes",
    unit: "MB",
    of: ({ allBytes }) => allBytes / MB,
    against: NODE_MEMORY,
  },
  {
    id: "busy-p99",
    title: "answer while much comes in, p99",
    unit: "ms",
    of: ({ busyMs }) => percentile(busyMs, 99),
    against: ["at rest", ({ idleMs }) => percentile(idleMs, 99)],
  },
  {
    id: "held-p50",
    title: "writer held, p50",
    unit: "ms",
    of: ({ holdsMs }) => percentile(holdsMs, 50),
    against: NODE_START,
  },
  {
    id: "held-most",
    title: "writer held, the longest",
    unit: "ms",
    of: ({ holdsMs }) => percentile(holdsMs, 100),
    against: NODE_START,
  },
];

export const serviceFigures = (rounds: readonly ServiceRound[]): readonly Figure[] =>
  DEFINITIONS.map(({ of, against: [name, reference], ...head }) => {
    const values: Values = { offprint: rounds.map(of), [name]: rounds.map(reference) };
    return figureOf(head, values);
  });

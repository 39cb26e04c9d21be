/**
 * A day of polls of one source, as a transcript: a feed that answers 200, 304, 429 with
 * Retry-After, 503, a gzip bomb, 301 and at last 410. The clock is not real, the rest is
 * (tests/support/day-of-polls.ts). Needs no network.
 *
 *     node scripts/day-of-polls.ts
 */
import { dayOfPolls } from "../tests/support/day-of-polls.ts";

process.stdout.write(`${(await dayOfPolls()).join("\n")}\n`);

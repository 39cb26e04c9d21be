import { answering } from "./answering/answering.ts";
import { growth } from "./growth/growth.ts";
import { ingest } from "./ingest/ingest.ts";
import { margin } from "./ingest/margin.ts";
import type { Section } from "./section.ts";
import { due } from "./service/due.ts";
import { service } from "./service/service.ts";
import { soak } from "./service/soak.ts";

/** In the order in which they run: the shortest first, so that a quick run on a busy machine has more of them. */
export const SECTIONS = {
  answering,
  ingest,
  service,
  due,
  margin,
  soak,
  growth,
} as const satisfies Readonly<Record<string, Section>>;
export type SectionName = keyof typeof SECTIONS;
/** Left out unless asked for: storing a million articles takes an hour, a day of polls some minutes. */
export const LONG: readonly SectionName[] = ["soak", "growth"];
/** Left out of a quick run: two desks a round take more than its time. */
export const NEVER_QUICK: readonly SectionName[] = ["margin"];

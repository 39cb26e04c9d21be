import { answering } from "./answering/answering.ts";
import { ingest } from "./ingest/ingest.ts";
import type { Section } from "./section.ts";
import { due } from "./service/due.ts";
import { service } from "./service/service.ts";

/** In the order in which they run. */
export const SECTIONS = { ingest, answering, service, due } as const satisfies Readonly<
  Record<string, Section>
>;
export type SectionName = keyof typeof SECTIONS;

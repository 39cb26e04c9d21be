import type { ArchiveStore } from "../../src/core/entries/archive.ts";

/** An archive that keeps nothing and knows of no withdrawal; what a test is about is overridden. */
export const noArchive = (overrides: Partial<ArchiveStore> = {}): ArchiveStore => ({
  state: async () => null,
  changedAfter: async () => [],
  current: async () => [],
  archived: async () => new Map(),
  note: async () => {},
  pending: async () => [],
  dismiss: async () => {},
  freeze: async () => {},
  withdrawn: async () => [],
  page: async () => null,
  document: async () => null,
  saveDocument: async () => {},
  ...overrides,
});

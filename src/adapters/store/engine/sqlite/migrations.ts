import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { MigrationName } from "../migration-names.ts";
import { START } from "./migrations/0001-start.ts";
import { SIMILARITY } from "./migrations/0002-similarity.ts";
import { EDITOR } from "./migrations/0003-editor.ts";
import { WHOLE_AND_CLEAN } from "./migrations/0004-whole-and-clean.ts";
import { WITHDRAWALS_AND_ARCHIVES } from "./migrations/0005-withdrawals-and-archives.ts";
import { MERGED_AWAY } from "./migrations/0006-merged-away.ts";
import { identify } from "./migrations/0007-identity.ts";
import { FORGOTTEN_SOURCES } from "./migrations/0008-forgotten-sources.ts";
import { PAGE_VISITS } from "./migrations/0009-page-visits.ts";
import { ENTRY_DATES, TELLINGS } from "./migrations/0010-entry-dates.ts";
import { WHAT_LEAVES } from "./migrations/0011-what-leaves.ts";
import { DRAFTING_RULES_VERSION } from "./migrations/0012-drafting-rules.ts";
import { FILE_RETRIES } from "./migrations/0013-file-retries.ts";
import { FILE_LOOKS } from "./migrations/0014-file-looks.ts";
import { renewTexts } from "./migrations/0015-one-text.ts";
import { ORDERS } from "./migrations/0017-orders.ts";
import { JUDGING_RULES } from "./migrations/0018-judging-rules.ts";
import { COMMON_LINES } from "./migrations/0019-common-lines.ts";
import { OWNERS_OF_COMMON_LINES } from "./migrations/0020-owners-of-common-lines.ts";
import { JUDGING_FORMS } from "./migrations/0021-judging-forms.ts";
import { PUBLICATION } from "./migrations/0022-publication.ts";
import { REVISE_ORDERS } from "./migrations/0023-revise-orders.ts";
import { ONE_LEASE } from "./migrations/0024-one-lease.ts";
import { ANY_FORMAT } from "./migrations/0025-any-format.ts";
import { packBodies } from "./migrations/0026-packed-bodies.ts";
import { LISTINGS } from "./migrations/0027-listings.ts";
import { YOUNG_INDEX } from "./migrations/0028-young-index.ts";
import { FEWER_INDEXES } from "./migrations/0029-fewer-indexes.ts";
import { DIFFERENCES } from "./migrations/0030-differences.ts";
import { CONFIGURATION } from "./migrations/0031-configuration.ts";
import { NODES } from "./migrations/0032-nodes.ts";
import { HOSTS } from "./migrations/0033-hosts.ts";
import { PAST_POLLS } from "./migrations/0035-past-polls.ts";
import { PAUSES } from "./migrations/0037-pauses.ts";

/** Forward only, named in migration-names.ts. A released migration is never edited: a change is a new one, with the next number. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-start": { up: (db) => runAll(db, START) },
  "0002-similarity": { up: (db) => runAll(db, SIMILARITY) },
  "0003-editor": { up: (db) => runAll(db, EDITOR) },
  "0004-whole-and-clean": { up: (db) => runAll(db, WHOLE_AND_CLEAN) },
  "0005-withdrawals-and-archives": { up: (db) => runAll(db, WITHDRAWALS_AND_ARCHIVES) },
  "0006-merged-away": { up: (db) => runAll(db, MERGED_AWAY) },
  "0007-identity": { up: identify },
  "0008-forgotten-sources": { up: (db) => runAll(db, FORGOTTEN_SOURCES) },
  "0009-page-visits": { up: (db) => runAll(db, PAGE_VISITS) },
  "0010-entry-dates": { up: (db) => runAll(db, [...ENTRY_DATES, ...TELLINGS]) },
  "0011-what-leaves": { up: (db) => runAll(db, WHAT_LEAVES) },
  "0012-drafting-rules": { up: (db) => runAll(db, DRAFTING_RULES_VERSION) },
  "0013-file-retries": { up: (db) => runAll(db, FILE_RETRIES) },
  "0014-file-looks": { up: (db) => runAll(db, FILE_LOOKS) },
  "0015-one-text": { up: renewTexts },
  "0017-orders": { up: (db) => runAll(db, ORDERS) },
  "0018-judging-rules": { up: (db) => runAll(db, JUDGING_RULES) },
  "0019-common-lines": { up: (db) => runAll(db, COMMON_LINES) },
  "0020-owners-of-common-lines": { up: (db) => runAll(db, OWNERS_OF_COMMON_LINES) },
  "0021-judging-forms": { up: (db) => runAll(db, JUDGING_FORMS) },
  "0022-publication": { up: (db) => runAll(db, PUBLICATION) },
  "0023-revise-orders": { up: (db) => runAll(db, REVISE_ORDERS) },
  "0024-one-lease": { up: (db) => runAll(db, ONE_LEASE) },
  "0025-any-format": { up: (db) => runAll(db, ANY_FORMAT) },
  "0026-packed-bodies": { up: packBodies },
  "0027-listings": { up: (db) => runAll(db, LISTINGS) },
  "0028-young-index": { up: (db) => runAll(db, YOUNG_INDEX) },
  "0029-fewer-indexes": { up: (db) => runAll(db, FEWER_INDEXES) },
  "0030-differences": { up: (db) => runAll(db, DIFFERENCES) },
  "0031-configuration": { up: (db) => runAll(db, CONFIGURATION) },
  "0032-nodes": { up: (db) => runAll(db, NODES) },
  "0033-hosts": { up: (db) => runAll(db, HOSTS) },
  // Only PostgreSQL needs what it makes: here nobody writes while somebody decides.
  "0034-recent-writes": { up: async () => {} },
  "0035-past-polls": { up: (db) => runAll(db, PAST_POLLS) },
  "0036-logged-writes": { up: async () => {} },
  "0037-pauses": { up: (db) => runAll(db, PAUSES) },
} satisfies Record<MigrationName, Migration>;

async function runAll(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

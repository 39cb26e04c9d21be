import { type JournalEntry, undoing } from "../../../core/orders/journal.ts";
import type { SystemReport } from "../../../publish/pages/admin-system.ts";
import { localHref } from "../../layout/addresses.ts";
import type { PageContext } from "../../layout/context.ts";
import type { TimeView } from "../../layout/dates.ts";
import type { PageView } from "../../layout/page.ts";
import { type ReasonView, reasonView } from "../../words/reasons.ts";
import { adminHref, adminPage } from "../admin-frame.ts";
import type { AdminTexts } from "../admin-texts.ts";
import { adminArticleHref } from "../admin-view.ts";
import { ADMIN_TEXTS } from "../choose-admin-texts.ts";
import { type NoticeView, noticeView, type OrderNotice } from "../order-notice.ts";
import { quantities } from "../sources/quantities.ts";
import { sourceHref } from "../sources/source-row.ts";
import { type OrderSubject, subjectOf } from "./subject.ts";
import { SYSTEM_WORDS, type SystemWords } from "./system-words.ts";

export type SystemView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly systemWords: SystemWords;
  readonly statusHref: string;
  readonly notice: NoticeView | null;
  readonly version: string;
  readonly databaseSize: string;
  /** `null` where none was made. */
  readonly backup: { readonly at: TimeView; readonly text: string } | null;
  readonly nextBackup: TimeView | null;
  readonly configuration: string | null;
  readonly nodes: readonly NodeView[];
  readonly undoHref: string;
  readonly journal: readonly JournalView[];
};

type NodeView = {
  readonly name: string;
  readonly light: "" | "bad";
  readonly state: string;
  readonly lastPass: TimeView;
};

type JournalView = Pick<OrderSubject, "detail"> & {
  readonly id: number;
  readonly what: string;
  readonly at: TimeView;
  readonly asker: string;
  readonly state: string;
  readonly isBad: boolean;
  readonly reason: ReasonView | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly canUndo: boolean;
};

/** The machinery of the desk: versions, sizes, backups, nodes, and the journal of what was ordered. */
export function systemView(
  { version, databaseBytes, report, journal }: SystemReport,
  { notice }: { readonly notice: OrderNotice | null },
  context: PageContext,
): SystemView {
  const { language, site, dates } = context;
  const words = SYSTEM_WORDS[language];
  const { backup, configuration, nodes } = report;
  const nextAt = backup?.nextAt ?? null;
  return {
    page: adminPage(`${words.title} · ${ADMIN_TEXTS[language].title} · ${site.title}`, context),
    words: ADMIN_TEXTS[language],
    systemWords: words,
    statusHref: adminHref(context),
    notice: noticeView(notice, context),
    version,
    databaseSize: quantities(language).bytes(databaseBytes),
    backup: backupView(backup, context),
    nextBackup: nextAt === null ? null : dates.full(nextAt),
    configuration:
      configuration && words.configuration(configuration.revision, configuration.owner),
    nodes: nodes.map(({ node, lastPassAt, works }) => ({
      name: node,
      light: works ? "" : "bad",
      state: works ? words.works : words.overdue,
      lastPass: dates.full(lastPassAt),
    })),
    undoHref: localHref(site, `${site.url}/admin/system/undo`),
    journal: journal.map((line) => journalView(line, context)),
  };
}

function backupView(
  backup: SystemReport["report"]["backup"],
  { language, dates }: PageContext,
): SystemView["backup"] {
  if (backup === null || backup.lastAt === null) return null;
  const words = SYSTEM_WORDS[language];
  const size = backup.bytes === null ? [] : [quantities(language).bytes(backup.bytes)];
  const facts = [...size, backup.isVerified ? words.verified : words.unverified];
  return { at: dates.full(backup.lastAt), text: facts.join(", ") };
}

function journalView(line: JournalEntry, context: PageContext): JournalView {
  const { language, dates } = context;
  const words = SYSTEM_WORDS[language];
  const { articles, sources, detail } = subjectOf(line.order);
  return {
    id: line.id,
    what: words.orders[line.order.kind],
    at: dates.full(line.askedAt),
    asker: words.askers[line.asker],
    state: words.states[line.state],
    isBad: line.state === "refused" || line.state === "failed",
    reason: line.reason === null ? null : reasonView(line.reason, language),
    links: [
      ...articles.map((id) => ({ href: adminArticleHref(context, id), text: id })),
      ...sources.map((id) => ({ href: sourceHref(context, id), text: id })),
    ],
    detail: isUndo(line) ? words.undone : detail,
    canUndo: undoing(line) !== null,
  };
}

const isUndo = ({ order }: JournalEntry): boolean => order.kind === "edit-clusters" && order.undo;

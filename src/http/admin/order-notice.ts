import type { PageContext } from "../layout/context.ts";
import { type ReasonView, reasonView } from "../words/reasons.ts";
import { ADMIN_TEXTS } from "./choose-admin-texts.ts";

/** What a page says of the order that was given on it. */
export type OrderNotice = {
  /** A sentence. */
  readonly text: string;
  /** It was not carried out, and will not be; else it is under way. */
  readonly isFailure: boolean;
};

export type NoticeView = { readonly before: string | null; readonly reason: ReasonView };

export const noticeView = (
  notice: OrderNotice | null,
  { language }: PageContext,
): NoticeView | null =>
  notice && {
    before: notice.isFailure ? ADMIN_TEXTS[language].failed : null,
    reason: reasonView(notice.text, language),
  };

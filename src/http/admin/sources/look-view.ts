import type { SourcePreview } from "../../../core/sources/source-preview.ts";
import { suggestId } from "../../../core/sources/suggest-id.ts";
import type { PageContext } from "../../layout/context.ts";
import type { PageView } from "../../layout/page.ts";
import { adminPage } from "../admin-frame.ts";
import { ADMIN_TEXTS } from "../choose-admin-texts.ts";
import { type NoticeView, noticeView, type OrderNotice } from "../order-notice.ts";
import { EDIT_WORDS, type EditWords } from "./edit-words.ts";
import { type PreviewView, previewView } from "./preview-view.ts";
import { DEFAULT_FIELDS, type SourceFields } from "./source-fields.ts";
import { sourceHref, sourcesHref } from "./source-row.ts";
import { SOURCE_WORDS } from "./source-words.ts";

/** A source that somebody looks at: one that is configured, or an address that may become one. */
export type SourceLook = {
  /** `null` for an address. */
  readonly source: { readonly id: string; readonly title: string } | null;
  /** `null` before it was looked at, and while it is. */
  readonly preview: SourcePreview | null;
  readonly isWaiting: boolean;
  readonly notice: OrderNotice | null;
  /** As they were sent; `null`: suggested. */
  readonly fields: SourceFields | null;
  /** Ids of the configured sources. */
  readonly taken: readonly string[];
};

export type LookView = {
  readonly page: PageView;
  readonly editWords: EditWords;
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly notice: NoticeView | null;
  /** Where another address is sent; `null` for a source that is configured. */
  readonly lookHref: string | null;
  readonly typed: string;
  readonly isWaiting: boolean;
  readonly announced: readonly AnnouncedView[];
  readonly preview: PreviewView | null;
  /** `null` where there is nothing to add. */
  readonly addHref: string | null;
  readonly fields: SourceFields;
};

type AnnouncedView = {
  readonly url: string;
  readonly title: string | null;
  readonly isShown: boolean;
};

export function lookView(looked: SourceLook, context: PageContext): LookView {
  const { language, site } = context;
  const { source, preview, isWaiting, notice } = looked;
  const words = EDIT_WORDS[language];
  const heading = source === null ? words.add : `${source.title}: ${words.testOf}`;
  const isNew = source === null;
  const isFound = preview !== null && preview.address !== null;
  return {
    page: adminPage(`${heading} · ${ADMIN_TEXTS[language].title} · ${site.title}`, context),
    editWords: words,
    back: isNew
      ? { href: sourcesHref(context), text: SOURCE_WORDS[language].toList }
      : { href: sourceHref(context, source.id), text: source.title },
    heading,
    notice: noticeView(notice, context),
    lookHref: isNew ? sourcesHref(context, "/new") : null,
    typed: preview?.asked ?? "",
    isWaiting,
    announced: isNew ? announcedIn(preview) : [],
    preview: preview && previewView(preview, context),
    addHref: isNew && isFound ? sourcesHref(context) : null,
    fields: looked.fields ?? suggested(looked),
  };
}

const announcedIn = (preview: SourcePreview | null): readonly AnnouncedView[] =>
  (preview?.announced ?? []).map(({ url, title }) => ({
    url,
    title,
    isShown: url === preview?.address,
  }));

const suggested = ({ preview, taken }: SourceLook): SourceFields =>
  preview === null
    ? DEFAULT_FIELDS
    : {
        ...DEFAULT_FIELDS,
        id: suggestId(preview.title, preview.address ?? preview.asked, new Set(taken)),
      };

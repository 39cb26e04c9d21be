import type { PageContext } from "../layout/context.ts";
import { namedMeta, type PageView, pageView } from "../layout/page.ts";
import type { AboutSection } from "../words/texts.ts";

export type AboutView = {
  readonly page: PageView;
  readonly heading: string;
  readonly intro: string;
  readonly sections: readonly AboutSection[];
};

/** For publishers who find us in their logs: who fetches here, and how to slow or stop us. */
export function aboutView(userAgent: string, context: PageContext): AboutView {
  const { site, texts } = context;
  return {
    page: pageView(context, {
      title: `${texts.aboutHeading} · ${site.title}`,
      canonical: `${site.url}/about`,
      meta: namedMeta({ description: texts.aboutIntro }),
    }),
    heading: texts.aboutHeading,
    intro: texts.aboutIntro,
    sections: texts.aboutSections(userAgent),
  };
}

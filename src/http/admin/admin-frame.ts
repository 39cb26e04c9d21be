import { localHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import { namedMeta, type PageView, pageView } from "../layout/page.ts";

/** The frame of an admin page: not indexed, and it announces no feeds. */
export const adminPage = (title: string, context: PageContext): PageView =>
  pageView(context, { title, meta: namedMeta({ robots: "noindex, nofollow" }) });

export const adminHref = ({ site }: PageContext): string => localHref(site, `${site.url}/admin`);

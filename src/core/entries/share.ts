import type { Image } from "../media/media.ts";
import { writableLine } from "../text/clean.ts";
import { cleanUrl } from "../urls/clean-url.ts";
import type { ShareLink, ShareMetadata } from "./entry.ts";

export type ShareInput = {
  readonly canonicalUrl: string | null;
  /** The URL as the publisher gave it. */
  readonly link: string | null;
  /** The article's page here, which is shared when the text has no address of its own. */
  readonly page: string;
  readonly title: string;
  /** Plain text; empty when only the link may be shown. */
  readonly summary: string;
  readonly image: Image | null;
  readonly siteName: string;
};

/** What previews and share buttons show; never a default picture. */
export const composeShare = (input: ShareInput): ShareMetadata => ({
  canonicalUrl: cleanUrl(input.canonicalUrl) ?? cleanUrl(input.link) ?? input.page,
  title: writableLine(input.title),
  description: writableLine(input.summary),
  image: cleanUrl(input.image?.url ?? null),
  siteName: writableLine(input.siteName),
});

/** Sites outside the fediverse whose profile addresses look like the fediverse's. */
const NOT_FEDERATED = /(?:^|\.)(?:youtube|tiktok|medium|substack)\.com$/;

/**
 * The handle behind a profile's address, such as `@ada@social.example` for
 * `https://social.example/@ada` (Mastodon, Misskey, Pixelfed) or `/users/ada` (Akkoma, Pleroma), for
 * `fediverse:creator`; `null` when it is no such address.
 */
export function fediverseHandle(profile: string | null): string | null {
  const url = profile === null ? null : URL.parse(profile);
  if (url === null || url.protocol !== "https:" || url.port !== "") return null;
  if (NOT_FEDERATED.test(url.hostname)) return null;
  const [, name, host = url.hostname] =
    /^\/(?:@|users\/)([A-Za-z0-9_.-]{1,64})(?:@([a-z0-9.-]{3,253}))?\/?$/.exec(url.pathname) ?? [];
  return name === undefined ? null : `@${name}@${host}`;
}

/** Room for the address in the 300 characters of a Bluesky post, the shortest of all networks. */
const SHARED_TITLE_LENGTH = 200;

/** The links behind share buttons, in the order of display: plain addresses, no script, no pixel. */
export function shareLinks(share: ShareMetadata): readonly ShareLink[] {
  const title = encodeURIComponent(shorten(writableLine(share.title)));
  const url = encodeURIComponent(writableLine(share.canonicalUrl));
  const both = `${title}%20${url}`;
  return [
    { network: "mail", label: "E-Mail", url: `mailto:?subject=${title}&body=${url}` },
    { network: "whatsapp", label: "WhatsApp", url: `https://wa.me/?text=${both}` },
    {
      network: "telegram",
      label: "Telegram",
      url: `https://t.me/share/url?url=${url}&text=${title}`,
    },
    { network: "x", label: "X", url: `https://x.com/intent/post?text=${title}&url=${url}` },
    {
      network: "facebook",
      label: "Facebook",
      url: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    },
    {
      network: "linkedin",
      label: "LinkedIn",
      url: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    },
    // The fragment never leaves the browser: tootpick asks for the instance there.
    { network: "mastodon", label: "Mastodon", url: `https://tootpick.org/#text=${both}` },
    {
      network: "bluesky",
      label: "Bluesky",
      url: `https://bsky.app/intent/compose?text=${both}`,
    },
  ];
}

function shorten(title: string): string {
  const characters = [...title.slice(0, 2 * SHARED_TITLE_LENGTH + 2)];
  return characters.length <= SHARED_TITLE_LENGTH
    ? title
    : writableLine(`${characters.slice(0, SHARED_TITLE_LENGTH - 1).join("")}…`);
}

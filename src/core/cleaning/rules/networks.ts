import { headTest } from "./word-heads.ts";

/** A word that names a network, a messenger or another place to share to. */
export const NETWORK = "@";

/**
 * Names of networks, folded as by labelWords; an entry may have several words. Words with another meaning ("line", "signal",
 * "x") are safe here, because only a block that holds nothing else counts as a share list.
 */
const NAMES = `
  facebook, fb, messenger, facebook messenger, instagram, insta, threads, whatsapp, whats app
  twitter, x, x twitter, twitter x, x formerly twitter, x ehemals twitter, x ex twitter
  telegram, signal, threema, viber, skype, wechat, weibo, line, kakaotalk, kakao, discord
  linkedin, linked in, xing, pinterest, reddit, tumblr, mastodon, bluesky, fediverse
  flipboard, pocket, instapaper, evernote, feedly, buffer, digg, delicious, stumbleupon, mix
  tiktok, youtube, snapchat, twitch, spotify, apple podcasts, soundcloud
  google, google plus, google news, google discover, google nachrichten, apple news, microsoft start
  fejsbuku, twitterze, twittera, twitterem, messengerze, youtubie, pinterescie, redditcie, facebuku
  google wiadomosci, wiadomosciach google, google noticias, google actualites, google nieuws, google notizie
  google nyheter, google nyheder, google zpravy, google hirek, google stiri, google haberler
  google новини, google новости, google ειδησεις
  феисбук, феисбуці, твиттер, твітер, телеграм, инстаграм, інстаграм, вконтакте, ватсап, вотсап, вацап, ютуб
  ютюб, одноклассники, дзен, яндекс дзен
  taboola, outbrain, plista, disqus, substack, paypal, ko fi, kofi
  deezer, ivoox, spreaker, castbox, overcast, podimo, amazon music, app store, google play, play store
  vk, vkontakte, odnoklassniki, wykop, nasza klasa, gadu gadu, meneame, hacker news, hackernews, slack, teams
`;

const SEQUENCES: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord(NAMES);

/** Whether a word begins the name of a network. */
export const isNetworkWord = (word: string): boolean => SEQUENCES.has(word);

/** Replaces each name by one `@`; the longest name wins. Most lines have none, and are returned as they are. */
export function foldNetworks(tokens: string[]): string[] {
  return tokens.some((_, at) => nameLength(tokens, at) > 0) ? withNetworks(tokens) : tokens;
}

function withNetworks(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = nameLength(tokens, at);
    result.push(length > 0 ? NETWORK : (tokens[at] ?? ""));
    at += Math.max(1, length);
  }
  return result;
}

function nameLength(tokens: readonly string[], at: number): number {
  const token = tokens[at] ?? "";
  const candidates = mayBeginName(token) ? (SEQUENCES.get(token) ?? inflected(token)) : NO_NAMES;
  if (candidates.length === 0) return 0;
  const lengths = candidates
    .filter((words) => words.every((word, index) => tokens[at + index] === word))
    .map((words) => words.length);
  return Math.max(0, ...lengths);
}

/** "facebooku", "whatsappie", "телеграме": a long name with an ending of up to three letters. */
function inflected(token: string): readonly (readonly string[])[] {
  for (let ending = 1; ending <= 3; ending++) {
    if (INFLECTED.has(token.slice(0, -ending))) return [[token]];
  }
  return NO_NAMES;
}

/** In code units: a name with another ending begins with as many of its own. */
const HEAD = 3;

const NO_NAMES: readonly (readonly string[])[] = [];

/** Names that no other word begins with. */
const INFLECTED: ReadonlySet<string> = new Set(
  `facebook whatsapp instagram linkedin pinterest telegram youtube tumblr reddit mastodon bluesky
   messenger snapchat tiktok феисбук твиттер телеграм инстаграм інстаграм вконтакте ватсап вотсап ютуб`.split(
    /\s+/,
  ),
);

/** Whether a token may be a name, or the first word of one: most words begin like none. */
export const mayBeginName = headTest([...SEQUENCES.keys(), ...INFLECTED], HEAD);

function byFirstWord(names: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const sequences = new Map<string, string[][]>();
  for (const name of names.split(/[,\n]/)) {
    const words = name.trim().split(" ");
    const [first = ""] = words;
    if (first !== "") sequences.set(first, [...(sequences.get(first) ?? []), words]);
  }
  return sequences;
}

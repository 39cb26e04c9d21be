import type { Debris } from "../../core/cleaning/text-block.ts";
import { watchUrl } from "./embeds.ts";
import { type Flow, flowText, type Leaf, type Line, leavesOf, linkOf, type Wrap } from "./flow.ts";

/*
 * A link may be all that is left of a player: consent boxes show it until the reader agrees ("To watch this video, …"),
 * and feeds without frames show it in place of the frame ("Watch on YouTube"). Such links are written as players are:
 * by their address alone, which is not taken for a label.
 */

/** The page of one film, recording or post at another site, as people open it. */
const PLAYER =
  /^https?:\/\/(?:(?:www\.|m\.|music\.)?(?:youtube\.com\/(?:watch\?|shorts\/|live\/|playlist\?|embed\/)|youtu\.be\/\w|vimeo\.com\/(?:[\w/]+\/)?\d|dailymotion\.com\/video\/|dai\.ly\/\w|twitch\.tv\/videos\/|(?:twitter|x)\.com\/\w+\/status\/|instagram\.com\/(?:p|reel|tv)\/|tiktok\.com\/@[^/]+\/video\/|facebook\.com\/(?:[^/]+\/(?:posts|videos)\/|watch\/?\?|reel\/)|soundcloud\.com\/[^/]+\/[^/]+|ted\.com\/talks\/\w)|open\.spotify\.com\/\w+\/|podcasts\.apple\.com\/\w+\/podcast\/|bsky\.app\/profile\/[^/]+\/post\/|player\.vimeo\.com\/video\/|[^/]+\/(?:@[\w.@-]+\/\d{8,}|videos\/watch\/[\w-]{8,}|w\/\w{20,}))/i;

/** The address of a frame that shows such a film, recording or post. */
const FRAME =
  /\/\/(?:www\.|player\.|open\.|w\.|embed\.)?(?:dailymotion|youtube|youtube-nocookie|vimeo|v\.qq|twitch|soundcloud|spotify|facebook|instagram|tiktok|ardmediathek|zdf|arte|ted|bandcamp|datawrapper|dwcdn|infogram|flourish)\.(?:com|tv|de|net|org)\b|\/\/youtu\.be\/|\/\/(?:www\.)?(?:twitter|x)\.com\/\w+\/status\/|\/\/[^/]+\/(?:@[^/]+\/\d+\/embed|videos\/embed\/[\w-]{8,})|\/\/(?:archive|upload\.wikimedia)\.org\b/i;

export const isPlayerFrame = (url: string): boolean => FRAME.test(url);

export const isPlayerUrl = (url: string): boolean => PLAYER.test(url);

/** Words in the class names of boxes that stand in place of players. */
const BOX = new Set(
  "embed embedded oembed consent privacy dsgvo gdpr player video youtube vimeo twitter instagram tiktok facebook mastodon external cookie borlabs brlbs".split(
    " ",
  ),
);
/** Most words of a request for consent: longer boxes hold more than that. */
export const MOST_BOX_WORDS = 40;

/** Whether the words of class names are those of a box that stands in place of a player. */
export const isBoxName = (words: readonly string[]): boolean => words.some((word) => BOX.has(word));

/** Writes the links of consent boxes as players, in place. */
export function showPlayersOfBoxes(flows: readonly Flow[]): void {
  for (const { leaf, around } of leavesOf(flows)) {
    // A quoted post has its author beside the link.
    if (leaf.tag === "pre" || around.some(({ tag }) => tag === "blockquote")) continue;
    if (!isBoxName(leaf.classes.flatMap(wordsOf))) continue;
    leaf.lines = leaf.lines.map((line) => {
      const url = flowText(line).split(" ").length <= MOST_BOX_WORDS ? playerOf(line) : null;
      return url === null ? line : playerLine(url);
    });
  }
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])(?=[A-Z])/g, "$1-")
    .toLowerCase()
    .split(/[^a-z]+/);

/** The page that all links of a line lead to, if it is a player; else `null`. */
function playerOf(line: Line): string | null {
  const urls = new Set(line.flatMap((run) => linkOf(run)?.attributes.get("href") ?? []));
  const [only] = urls;
  return urls.size === 1 && only !== undefined && isPlayerUrl(only) ? watchUrl(only) : null;
}

/** Of the lines taken for labels, those that are only a link to a player, written as players: the new lines of their leaves. */
export function playersOfLabels(
  leaves: readonly Leaf[],
  labels: readonly Debris[],
): ReadonlyMap<Leaf, Line[]> {
  const shown = new Map<Leaf, Line[]>();
  for (const { block, line: at } of labels) {
    const leaf = leaves[block];
    const line = leaf?.lines[at] ?? [];
    const isLink = line.every((run) => linkOf(run) !== null || run.text.trim() === "");
    const url = isLink ? playerOf(line) : null;
    if (!leaf || url === null || isPlayerLine(line)) continue;
    shown.set(leaf, (shown.get(leaf) ?? leaf.lines).with(at, playerLine(url)));
  }
  return shown;
}

/** Whether a line is only a player. */
export const isPlayerLine = (line: Line): boolean => {
  const url = playerOf(line);
  return url !== null && flowText(line) === url;
};

function playerLine(url: string): Line {
  const wrap: Wrap = { tag: "a", attributes: new Map([["href", url]]), parent: null, depth: 1 };
  return [{ wrap, text: url, image: null }];
}

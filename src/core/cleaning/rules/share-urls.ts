/** Addresses that do nothing but share a page, and addresses of widgets that collect such links; one a line. */
const SHARE_URLS = `
  facebook.com/sharer
  facebook.com/share.php
  facebook.com/dialog/
  twitter.com/intent/
  twitter.com/share
  twitter.com/home?status=
  x.com/intent/
  x.com/share
  wa.me/?text
  whatsapp.com/send
  t.me/share
  telegram.me/share
  linkedin.com/sharearticle
  linkedin.com/sharing/
  linkedin.com/cws/share
  linkedin.com/feed/?shareactive
  pinterest.com/pin/create
  pinterest.de/pin/create
  reddit.com/submit
  tumblr.com/share
  tumblr.com/widgets/share
  getpocket.com/save
  getpocket.com/edit
  share.flipboard.com
  xing.com/spi/shares
  xing.com/social_plugins/share
  bsky.app/intent/
  threads.net/intent/
  mastodonshare.com
  news.ycombinator.com/submitlink
  plus.google.com/share
  vk.com/share
  connect.ok.ru/offer
  wykop.pl/dodaj
  meneame.net/submit
  addtoany.com/
  addthis.com/
  sharethis.com/
  bufferapp.com/add
  buffer.com/add
  stumbleupon.com/submit
  digg.com/submit
  delicious.com/save
  instapaper.com/hello2
  line.me/r/msg
  line.me/lineit/share
  service.weibo.com/share
  printfriendly.com/print
  feeds.feedburner.com/~ff/
  mailto:?
`
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "");

/** Whether a link shares the page it stands on instead of leading to something. */
export function isShareUrl(url: string): boolean {
  const address = url.slice(0, 300).toLowerCase();
  return SHARE_URLS.some((part) => address.includes(part));
}

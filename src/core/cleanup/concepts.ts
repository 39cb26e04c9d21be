/**
 * What the words of labels mean, in any language. A label is put together from few of them ("SHOW all COMMENT",
 * "PRINT this ARTICLE"): a language says its words once, and the kinds of labels (label-kinds.ts) name no word.
 */
export type Concept =
  // Words that carry no meaning of their own, and question words that begin the headings of prose.
  | "glue"
  // What a button says with one word: no heading is called so.
  | "button"
  // General nouns that headings of prose are made of too ("First reactions"), beside what else they mean.
  | "noun"
  | "ask"
  | "about"
  | "you"
  | "us"
  // What readers are asked to do.
  | "share"
  | "like"
  | "follow"
  | "subscribe"
  | "unsubscribe"
  | "login"
  | "write"
  | "reply"
  | "cancel"
  | "read"
  | "play"
  | "print"
  | "send"
  | "save"
  | "show"
  | "click"
  | "accept"
  | "settings"
  | "back"
  | "support"
  | "report"
  | "notify"
  // What it is about.
  | "comment"
  | "opinion"
  | "article"
  | "newsletter"
  | "email"
  | "link"
  | "social"
  | "channel"
  | "author"
  | "profile"
  | "tag"
  | "cookie"
  | "external"
  | "window"
  | "browser"
  | "advert"
  | "contents"
  | "top"
  | "menu"
  | "field"
  | "publish"
  | "view"
  | "member"
  | "friend"
  | "error"
  | "helpful"
  // Which of them.
  | "more"
  | "same"
  | "related"
  | "latest"
  | "popular"
  | "prev"
  | "next"
  | "first"
  | "none"
  | "full"
  | "closed"
  | "also"
  | "all";

/** The words of a language by concept, as people write them; "word*" stands for every word that begins so. */
export type LanguageWords = Readonly<Partial<Record<Concept, string>>>;

/** What a token of a line can mean; names of networks and numbers are known in every language. */
export type Meaning = Concept | "network" | "number";

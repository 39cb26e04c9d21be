import type { LanguageWords } from "../concepts.ts";

export const en: LanguageWords = {
  ask: "how why who where which",
  self: "we i",
  button: "unsubscribe subscribe permalink bookmark login signup unlike",
  glue: `the a an this that these those it its and or but to in on at by with from for of off via through as if is are
    be been being will would can could may might must do does has have here now please just only into about what who
    so then up out down over below above s re ll ve there which when where let get yet one need needs want wish sorry
    order ensure ensures guarantee better experience improve improving give gives access used after before ok okay
    able any unlimited provided available free today too had was were currently thanks thank successfully total
    remember information info details level enter own anything still lots per across within until since during around
    hello dont im youre well additional later hi we d purposes always assess charge fit visit changes renew realized
    because why receiving receive anymore longer happened yes great care wants default required either opt right
    withdraw object happy same future whenever followup once again someone bloggers library unlock success entire
    welcome check person people anytime exclusive exclusively reserved actual real also whole full wherever favourite
    favorite preferred source anybody everyone others did doing done having whose while us might've shall let's lets
    sure simply quickly easily straight directly no-one such hundreds thousands am seeing turned know keep going exist
    note respect`,
  noun: `list lists translation translations language languages reaction reactions sharing recommendations suggestions answer answers response responses discussion
    discussions conversation debate opinion opinions thought thoughts feedback views member members subscriber
    subscribers supporter supporters reader readers patron friend friends family colleagues error mistake problem
    issue subscription plan upgrade account channel channels group community media network networks topic topics
    contents beginning start main load support donation fund correction applause fan claps address addresses remarks
    settings selection page pages gift gifts subject rules guidelines policy code conduct standards letter letters
    coffee tip beer choice choices options best editorial column interview analysis review feature episode episodes
    show shows touch contact heart hearts love loved forum debates help commentary errors mistakes partner sponsor
    membership donors backing button spot purpose purposes reminder comment source sources preferred journalism
    journalists independent reporting newsroom limit reached remaining left end ends consent favourite favorite
    favourites favorites bookmarks`,
  about: "about meet",
  you: "you your yours",
  us: "we us our me my i",
  share: `share shares sharing shared tweet retweet recommend recommended pin forward repost spread retweeting
    broadcast reblog restack restacks sharable shareable`,
  like: `like likes liked reaction reactions favorite favourite claps applause clap enjoyed enjoy fan unlike upvote
    upvotes`,
  follow: "follow follows followers join connect find following",
  subscribe: `subscribe subscribing subscription sign signup register signing upgrade plan signed subscribed opted
    receiving receive get subscribes subscriber subscriptions enroll joined`,
  unsubscribe: "unsubscribe unsubscribing optout stop unsubscribed opt-out",
  login: `log logged login signin account register password logout member signed signing logging sign-in credentials
    registered registering sign-up`,
  write: `write leave post add submit publish start join place started begin beginning participate take part leaving
    chime weigh adding added entered posting drop contribute comment tell ask type typing say speak express voice
    suggest contributing make request enter`,
  reply: "reply replies respond response responses answer answers replied answered replying",
  cancel: "cancel delete discard dismiss remove",
  read: `read reading continue learn discover explore check see keep browse interested reads exploring browsing
    consult resumes resume continues`,
  play: "listen play watch audio pause hear listening watching stream tune episodes",
  print: "print printer printable friendly printing pdf printed printout prints",
  send: "send email mail sent mailing contact sends forward forwarded submit",
  save: `save saved bookmark copy copied clipboard download cite export sources cited copying bookmarks favourites
    favorites downloads permalink address book saves reading get mark favourite favorite`,
  show: `show hide open opens opened expand collapse close toggle load loads loading view display enlarge edit reveal
    unfold full-screen loaded showing displays displayed unhide opening shows hides viewing toggles collapses`,
  click: "click tap button below hit",
  accept: `accept allow agree consent decline reject deny settings preferences choose manage enable use uses confirm
    customise customize change cookie continue continuing enabled disable adjust save necessary essential using update
    unblock granted accepted confirms confirmed consents withdraw withdrawn managed allows select selected`,
  settings: "settings preferences preference",
  back: "back return go skip jump scroll returning backward",
  support: `support donate donation contribute sponsor coffee tip upgrade fund back become becoming supporting
    supported donating donates donors patron backing member membership help`,
  report: "report suggest correct correction submit flag corrections reporting reported tip tips",
  notify: `notify notifications notified alerts alert updates updated notification push notifies reminder reminders
    remind`,
  comment: `comment comments commenting commented discussion discussions conversation debate discuss commenter
    commenters remarks commentary comments-section forum forums discussing debates`,
  opinion: "think opinion opinions thoughts thought feedback views",
  article: `article articles post posts story stories page pages entry entries news content contents site website blog
    piece topic topics section text report reports headlines coverage items item edition issue thread blogs webpage
    stuff publications essays paper weblog`,
  newsletter: "newsletter newsletters digest bulletin mailing briefing spam",
  email: "email emails mail mails address addresses inbox sms mailbox",
  link: "link links permalink shortlink url permanent direct",
  social: "social media network networks",
  channel: "channel channels podcast podcasts app feed feeds rss group community apps streams",
  author: `author authors writer contributor contributors editor profile bio biography authored posts-by writers
    writes reporter journalist columnist correspondent guest creator creators staff bios bylines`,
  profile: "profile bio biography",
  tag: `tag tags tagged category categories keyword keywords filed archive archives topics posted labels labelled
    subjects`,
  cookie: `cookie cookies privacy tracking policy terms services service third party data analytics marketing
    statistics legal partners preference center centre consent gdpr personal partner`,
  external: "external embedded embed third party hosted supplied content loads video videos clip",
  window: "window tab",
  browser: "browser online web version",
  advert: "advertisement advertisements ad ads advertising advert sponsored advertorial promoted",
  contents: "contents table toc overview outline jump section sections page progress",
  top: "top home homepage main start primary footer beginning",
  menu: "menu navigation search sidebar nav results quicksearch searching site-navigation",
  field: "field fields marked name website mandatory optional next time",
  publish: `published posted updated edited modified written last publication date created posting revised added`,
  view: "version format view printable versions mobile desktop classic dark mode light",
  member: `member members subscriber subscribers supporter supporters paid paying premium readers reader patron
    unlocked exclusive membersonly subscribersonly paidmembers`,
  friend: "friend friends family colleagues colleague",
  error: "error mistake typo problem issue typos errors mistakes inaccuracy",
  helpful: "helpful useful rate rating",
  more: "more further additional other others else info details",
  same: "same",
  related: `related similar recommended suggested recommendations enjoy interested interest interesting like relevant
    suggestions see similarly relating connected associated also more readers pertinent linked comparable cognate`,
  latest: "latest recent recently new newest last",
  popular: "popular most trending top viewed commented favourites favorites featured",
  prev: "previous prev older earlier prior preceding past",
  next: "next newer subsequent forward following",
  first: "first",
  none: "no not none never yet",
  full: "full whole entire rest complete all original",
  closed: `closed open disabled unavailable enabled moderated moderation pending awaiting allowed locked turned`,
  also: "also too see",
  all: "all every everything always",
  gift: "gift gifting give",
  clipboard: "clipboard",
  topic: "topic subject story issue topics",
  genre: `editorial column commentary interview analysis opinion explainer essay profile review live podcast video
    feature`,
  episode: "episode episodes show shows",
  stay: "stay keep remain",
  touch: "touch contact connected tuned informed",
  postal: "postal mailing",
  sort: "sort sorted sorting order filter",
  best: "best relevant",
  rules: "rules guidelines policy code conduct terms standards moderation",
  letter: "letter letters",
  editor: "editor editors newsroom desk",
  paid: "paid paying premium sponsored promoted partner",
  scroll: "scroll scrolling swipe",
  choice: "choice choices selection options selections",
  placeholder: "placeholder actual",
  become: "become becoming",
  only: "only exclusive exclusively reserved",
  find: "find found spot spotted see seen notice noticed",
  coffee: "coffee tip beer",
  inside: "in on",
  this: "this these",
  by: "by from",
  thanks: "thanks thank",
  when: "every daily weekly morning friday each day week",
  source: "source sources preferred",
  press: "journalism journalists independent newsroom",
  others: "others people readers everyone",
  limit: "limit reached remaining left",
  end: "end ends",
  consent: "consent",
  favourite: "favourite favorite favourites favorites bookmarks",
  translate: "translate translation translations",
  language: "language languages",
  font: "font fonts text letter letters",
  resize: "increase decrease bigger smaller larger enlarge reduce resize reset size",
  powered: "powered",
  mode: "mode",
  recipe: "recipe",
  dark: "dark light night theme",
  later: "later",
  readlist: "watchlist",
  list: "list",
  switch: "use switch exit enable enter toggle turn",
  add: "add",
  is: "is",
  than: "than",
};

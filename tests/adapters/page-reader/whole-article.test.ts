import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import type { Page } from "../../../src/core/pages/page.ts";

const readPage = createReadPage({ detectLanguage });

/** Of a page with this main part. */
function read(main: string, { title = "Bridge closed", head = "" } = {}): Page {
  const html = `<!doctype html><html lang="en"><head><title>${title} | Valley Letter</title>${head}</head>
    <body><header><a href="/">Valley Letter</a></header><main>${main}</main><footer>© Valley Letter</footer></body></html>`;
  const url = "https://valley.example/bridge";
  const given = { bytes: Buffer.from(html), contentType: "text/html; charset=utf-8", url };
  const result = readPage({ url, html: preparePage(given) }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const P = [
  "The bridge over the gorge will stay closed for a third winter, and the commuters go on taking the long way over the pass.",
  "A flood washed out one of its pillars two years ago, and the county has no money to put it right before the spring.",
  "The engineer warned that even a class of schoolchildren might be too heavy, so the footpath stays shut as well.",
  "A vote to open it to cyclists failed by two voices after a debate that went on until midnight, said the clerk.",
  "The bus will run on Sundays too, and the road over the pass will be cleared of snow before the morning shift.",
  "The council deals with the matter in its next meeting, which takes place in the hall of the school in the evening.",
] as const;
const paragraphs = (from: number, to: number, attributes = ""): string =>
  P.slice(from, to)
    .map((text) => `<p${attributes}>${text}</p>`)
    .join("\n");
const ALL = paragraphs(0, 6);
const holdsAll = (page: Page): boolean => P.every((text) => page.text.includes(text));

describe("no part of an article is lost", () => {
  it.each([
    [
      "a lead in the header",
      `<header><h1>Bridge closed</h1><p class="dek">${P[0]}</p></header><div>${paragraphs(1, 6)}</div>`,
    ],
    [
      "a first part in a box of its own",
      `<h1>Bridge closed</h1><div class="intro"><div>${paragraphs(0, 1)}</div></div><figure><img src="/a.jpg"></figure><div class="rest"><div>${paragraphs(1, 6)}</div></div>`,
    ],
    [
      "parts that a prompt divides",
      `<h1>Bridge closed</h1><div class="grid"><div class="chunk">${paragraphs(0, 3)}</div></div>
       <aside class="newsletter"><p>Sign up for our newsletter</p></aside>
       <div class="grid"><div class="chunk">${paragraphs(3, 6)}</div></div>`,
    ],
    [
      "paragraphs behind a wall that are there",
      `<article><h1>Bridge closed</h1>${paragraphs(0, 2)}${paragraphs(2, 6, ' class="paywall"')}</article>`,
    ],
    [
      "paragraphs under ids that a machine has drawn",
      `<article><h1>Bridge closed</h1>${paragraphs(0, 5)}<p id="e1ad">${P[5]}</p></article>`,
    ],
  ])("%s", (_, main) => {
    const page = read(main);
    expect(page.text.split("\n\n")).toEqual(P);
    expect(page.text).not.toContain("Sign up");
  });

  it("keeps main headings of sections, whatever their class", () => {
    const main = `<article><h1>Bridge closed</h1>${paragraphs(0, 2)}<h1>The plan</h1>${paragraphs(2, 4)}<h2 class="header-anchor">The bus</h2>${paragraphs(4, 6)}</article>`;
    const { contentHtml } = read(main);
    expect(contentHtml).toContain("<h2>The plan</h2>");
    expect(contentHtml).toContain("<h2>The bus</h2>");
  });

  it("keeps formulas, in a line and by themselves", () => {
    const formula = (name: string): string => `<math><mi>${name}</mi><mo>=</mo><mn>2</mn></math>`;
    const main = `<article><h1>Bridge closed</h1><p>When ${formula("a")}, the bridge holds, and the engineer is content.</p>${formula("x")}<h2>The load</h2>${formula("y")}${ALL}</article>`;
    const { contentHtml, removed } = read(main);
    for (const text of ["a=2", "x=2", "y=2"]) expect(contentHtml).toContain(`<code>${text}</code>`);
    expect(contentHtml).toContain("<h2>The load</h2>");
    expect(removed).toEqual([]);
  });

  it("keeps linked sentences, and no linked headlines", () => {
    const link = (text: string): string => `<p><a href="/other">${text}</a></p>`;
    const sentence = "Write to the office of the county if you want the bus to stop at your door.";
    const page = read(
      `<article><h1>Bridge closed</h1>${ALL}${link(sentence)}${link("Snow closes the pass for a week")}</article>`,
    );
    expect(page.text).toContain(sentence);
    expect(page.text).not.toContain("Snow closes");
  });

  it("keeps lines of data at the start together", () => {
    const data = ["Place: School", "Price: Five euros", "Begins: At eight"];
    const main = `<article><h1>Bridge closed</h1>${data.map((line) => `<p>${line}</p>`).join("")}${ALL}</article>`;
    expect(read(main).text.split("\n\n").slice(0, 3)).toEqual(data);
  });

  it("keeps a last paragraph that ends in a Japanese quotation", () => {
    const text =
      "橋は三度目の冬も閉鎖されたままで、通勤者は峠を越える長い道を行くことになると郡の担当者は話している。";
    const last =
      "「来年の春には、みんなが新しい橋を渡れるでしょう。みんながそれを待っているのです」";
    const main = `<article><h1>橋の閉鎖</h1>${`<p>${text}</p>`.repeat(4)}<p>${last}</p></article>`;
    expect(read(main, { title: "橋の閉鎖" }).text).toContain(last);
  });
});

describe("two articles on one page", () => {
  const other = Array.from(
    { length: 12 },
    (_, at) =>
      `<p>${at}. The harbour of the next town gets a new quay of granite, said the mayor, and boats will lie there from May.</p>`,
  ).join("");

  it.each([
    [
      "longer and after it",
      `<article><h1>Bridge closed</h1>${ALL}</article><article><h2>Quay opened</h2>${other}</article>`,
    ],
    [
      "longer and before it",
      `<article><h2>Quay opened</h2>${other}</article><article><h1>Bridge closed</h1>${ALL}</article>`,
    ],
  ])("give the one that the headline heads, when the other is %s", (_, main) => {
    const page = read(main);
    expect(holdsAll(page)).toBe(true);
    expect(page.text).not.toContain("quay of granite");
  });
});

it.each([
  ["Elementor", "elementor-widget-wrap", "elementor-widget elementor-widget-text-editor"],
  ["SiteOrigin", "panel-grid-cell", "so-panel widget widget_sow-editor"],
])("a lead stays in the widget that %s puts it in", (_, wrap, widget) => {
  const row = (heading: string, text: string): string =>
    `<section><div class="${wrap}"><div class="${widget}">${heading}</div><div class="${widget}">${text}</div></div></section>`;
  const lead = row("<h1>Bridge closed</h1>", paragraphs(0, 2));
  const page = read(`<div>${lead}${row("<h2>The bus</h2>", paragraphs(2, 6).repeat(2))}</div>`);
  expect(holdsAll(page)).toBe(true);
});

describe("a lead that is as long as the denser section below it", () => {
  const dense = [
    "The bus, a small one, stops at the mill, the school, the church, the hall, the quarry, and, on Sundays, at the inn.",
    "The driver, the clerk, the baker, and the teacher, who all live on the far side, leave at six, and are home by noon.",
  ];
  const section = dense.map((text) => `<p>${text}</p>`).join("");

  it.each([
    [
      "in a header",
      `<header><h1>Bridge closed</h1>${paragraphs(0, 2)}</header><div><h2>The bus</h2>${section}</div>`,
    ],
    [
      "above a list that opens",
      `<h1>Bridge closed</h1><div>${paragraphs(0, 2)}</div><div class="accordion-item"><h3><button>The bus</button></h3><div>${section}</div></div>`,
    ],
  ])("%s, is put back", (_, parts) => {
    const { text } = read(`<article>${parts}</article>`);
    for (const sentence of [...P.slice(0, 2), ...dense]) expect(text).toContain(sentence);
  });
});

it("a short report is not joined with the longer article beside it", () => {
  const short =
    "<p>The bridge over the river is open again since Monday, the county said. The work took three months longer than it was meant to.</p><p>The mayor thanked all who live there, and will give a feast on the bridge.</p>";
  const other = Array.from(
    { length: 5 },
    (_, at) =>
      `<p>${at}. The harbour gets a new quay of granite, and boats lie there from May.</p>`,
  ).join("");
  const main = `<article><h1>Bridge closed</h1>${short}</article><article><h2>Quay opened</h2>${other}</article>`;
  const { text } = read(main);
  expect(text).toContain("The mayor thanked all");
  expect(text).not.toMatch(/granite|Quay opened/);
});

describe("a report of two paragraphs beside an article many times as long", () => {
  const first =
    "The bridge over the river is open again since Monday, the county said. The work took three months.";
  const report = `<p>${first}</p><p>The mayor thanked all who live there, and will give a feast on the bridge.</p>`;
  const other = (above: string): string =>
    `<article><h2>Quay opened</h2>${above}${Array.from({ length: 20 }, (_, at) => `<p>${at}. The harbour gets a new quay of granite, and boats lie there from May, the captain of the port told us.</p>`).join("")}</article>`;
  const own = (heading: string): string => `<article><h1>${heading}</h1>${report}</article>`;

  it("is what the page gives", () => {
    const { text } = read(`${own("Bridge closed")}${other("")}`);
    expect(text).toContain("The mayor thanked all");
    expect(text).not.toMatch(/granite|Quay opened/);
  });

  it.each([
    ["its heading leads elsewhere", `${own('<a href="/b">Bridge closed</a>')}${other("")}`],
    ["the longer one repeats it", `${own("Bridge closed")}${other(`<p>${first}</p>`)}`],
    ["it is one of a list", `${own("Bridge closed")}${own("Snow")}${own("Fire")}${other("")}`],
  ])("is a teaser if %s", (_, main) => {
    expect(read(main).text).toContain("granite");
  });
});

describe("above the article", () => {
  it.each([
    ["date-line", "<div><time>Dec. 22, 2016, 3:36 PM UTC</time></div>"],
    ["byline", "<p>By Ines Holm</p>"],
    ["source-line", "<div>/ Source: Valley Wire</div>"],
    ["breadcrumb", '<p><a href="/">HOME</a> ＞ <a href="/e">Events</a> ＞ Bridges</p>'],
  ])("a %s goes, under a standfirst too", (rule, line) => {
    const standfirst =
      "<p>The county wants the bridge to stand before the storms of the next winter.</p>";
    const page = read(`<article><h1>Bridge closed</h1>${standfirst}${line}${ALL}</article>`);
    expect(page.removed.map((block) => block.rule)).toContain(rule);
    expect(holdsAll(page)).toBe(true);
  });
});

describe("what a paywall offers", () => {
  it.each([
    [
      "in a box",
      '<div class="paywall"><p>Read on with V+ and get access to all our articles for only 2.95 a week.</p><ul><li>Over 1000 articles a month</li><li>Cancel at any time</li></ul></div>',
    ],
    [
      "without a name",
      "<div><p>Jetzt weiterlesen mit Tal Plus: vier Wochen für 1 Euro.</p><p>Sie haben bereits ein Abo? Hier anmelden</p></div>",
    ],
  ])("is no text of the article: %s", (_, offer) => {
    const page = read(`<article><h1>Bridge closed</h1>${paragraphs(0, 2)}${offer}</article>`);
    expect(page.text.split("\n\n")).toEqual(P.slice(0, 2));
    expect(new Set(page.removed.map(({ rule }) => rule))).toEqual(new Set(["paywall-offer"]));
  });

  it.each([
    ["English", "<p>This article is for subscribers only. Your first month costs $1.</p>"],
    [
      "Polish",
      "<h3>Ten artykuł jest dostępny tylko dla prenumeratorów.</h3><p>Od 1 zł za miesiąc.</p>",
    ],
    ["German", "<p>Um weiterzulesen, schließen Sie bitte ein Abo ab.</p>"],
    [
      "Swedish",
      "<p>Den här artikeln är för prenumeranter. Logga in eller köp för 29 kr i månaden.</p>",
    ],
    ["Dutch", "<p>Neem een abonnement voor € 2 per week en lees verder.</p>"],
    [
      "Danish",
      '<div class="paywall"><p>Vil du læse videre?</p><p>Få adgang for 1 kr. den første måned.</p></div>',
    ],
    [
      "Norwegian",
      '<div class="paywall"><p>Få tilgang for 1 kr i uken.</p><p>Allerede abonnent? Logg inn</p></div>',
    ],
    [
      "Czech",
      '<div class="paywall"><p>Předplaťte si za 1 Kč první měsíc.</p><p>Přihlaste se</p></div>',
    ],
    ["Hungarian", '<div class="paywall"><p>Fizessen elő 1 Ft-ért, és olvasson tovább.</p></div>'],
    [
      "Turkish",
      '<div class="paywall"><p>Okumaya devam etmek için abone olun, ilk ay 1 TL.</p></div>',
    ],
    ["Russian", "<p>Оформите подписку за 1 ₽ в первый месяц, чтобы читать дальше.</p>"],
    [
      "Spanish",
      '<div class="suscripcion"><p>Lee sin límites desde 1 € el primer mes.</p><p>Inicia sesión</p></div>',
    ],
    [
      "in two lines",
      "<div><p>To continue reading, please subscribe.</p><p>Access for £1 for 4 weeks</p></div>",
    ],
    ["without an address", "<p>Get unlimited digital access for $1. Cancel anytime.</p>"],
    [
      "German, in a line without a verb",
      "<p>Mit dem Digitalabo unbegrenzt lesen, monatlich kündbar ab 4,99 €.</p>",
    ],
    ["Norwegian, in a line", "<p>Les videre for 1 kr den første måneden.</p>"],
    ["French", "<p>Accès illimité à tous les articles dès 1 €, sans engagement.</p>"],
    [
      "below a line",
      "<p>Jetzt weiterlesen</p><p>Testen Sie die Talpost vier Wochen lang für nur einen Euro, danach kostet das Abo 9,99 € im Monat.</p>",
    ],
    ["below a heading", "<section><h3>Jetzt weiterlesen</h3><p>30 Tage für 0,99 €</p></section>"],
    [
      "Italian, opening with what it gives",
      "<p>Accesso illimitato a tutti gli articoli a partire da 5,99 € al mese.</p>",
    ],
    [
      "Polish, by what is to be bought",
      "<p>Wykup dostęp, aby czytać bez ograniczeń od 9,90 zł miesięcznie.</p>",
    ],
    [
      "under a question to its reader",
      "<p>Möchten Sie alles lesen?</p><p>Als Abonnentin haben Sie unbegrenzten Zugang.</p>",
    ],
    [
      "with a line that only beside it is part of it",
      "<div><p>Pour lire la suite, abonnez-vous</p><p>Tous nos textes en illimité pour 4,99 € par mois.</p></div>",
    ],
    [
      "under its name",
      "<p>Denne saken er for abonnenter</p><p>Les videre for 1 kr den første måneden.</p>",
    ],
  ])("is known in many languages and forms: %s", (_, offer) => {
    const page = read(`<article><h1>Bridge closed</h1>${paragraphs(0, 2)}${offer}</article>`);
    expect(page.text.split("\n\n")).toEqual(P.slice(0, 2));
  });

  it.each([
    "Runners who want to log in for the race pay 5 euros at the mill, which is less than last year.",
    "Wer mitlaufen will, kann sich bis Freitag anmelden, und der Start kostet wie immer 5 Euro.",
    "Den som vill delta kan logga in hos kommunen, och avgiften är 300 kr för varje båt.",
    "The subscription of the theatre costs 30 euros a month from May on, said its director.",
    "The new rail pass gives full access to all trains for 49 euros a month from May.",
    "Children under six get access to the mill for nothing, and everyone else pays $5 at the gate.",
    "Readers who want to keep reading after five articles pay £4 a month to the publisher.",
    "To vote, members must log in with the number on their subscription card before Friday noon.",
    "Subscribers will have to log in again after the update of the library, its director told them.",
    "Das Ticket kostet künftig 63 Euro im Monat und bleibt wie bisher monatlich kündbar.",
    "Das Abo der Bahn ist monatlich kündbar, gilt unbegrenzt und kostet 49 € im Monat.",
    "La carte donne un accès illimité aux piscines, sans engagement, pour 20 € par mois.",
    "Jetzt weiterlesen wollte niemand, denn das Buch kostet 49 € und ist langweilig.",
    "Alle Artikel im Fundbüro werden am Samstag für je 2 Euro im Rathaus versteigert.",
    "Les abonnés devront se connecter de nouveau après la mise à jour de la bibliothèque.",
    "Interessierte können sich bis Freitag anmelden, und der Eintritt ist für Abonnenten frei.",
  ])("is not the last sentence of an article: %s", (told) => {
    const page = read(`<article><h1>Bridge closed</h1>${paragraphs(0, 3)}<p>${told}</p></article>`);
    expect(page.text).toContain(told);
  });

  it.each([
    "Was wird nun aus der Brücke?",
    "The subscription of the bus is under fire",
    "Abonnementet koster 99 kr i måneden, ifølge selskapet.",
  ])("is not the line above it: %s", (told) => {
    const offer = '<div class="paywall"><p>Subscribe to read on. It costs $1 a week.</p></div>';
    const page = read(
      `<article><h1>Bridge closed</h1>${paragraphs(0, 2)}<p>${told}</p>${paragraphs(2, 3)}${offer}</article>`,
    );
    expect(page.text).toContain(told);
    expect(page.text).not.toContain("Subscribe");
  });

  it("is not the last paragraph because its class says so", () => {
    const told =
      "Members log in at the mill with their card, and get access to the boats for the whole summer.";
    const page = read(
      `<article><h1>Bridge closed</h1>${paragraphs(0, 3)}<p class="paywall">${told}</p></article>`,
    );
    expect(page.text).toContain(told);
  });

  it("goes where it is longer than the text above it", () => {
    const offer =
      '<div class="paywall"><p>Read on with V+ and get access to all our articles on the web and in the app, for less than you pay for the bus.</p><p>Already a subscriber? Log in here.</p></div>';
    expect(read(`<article><h1>Bridge closed</h1>${paragraphs(0, 1)}${offer}</article>`).text).toBe(
      P[0],
    );
  });

  it("is not what an article tells of subscribers and prices", () => {
    const told =
      "Subscribers who want to log in pay $10 per month from May on, and the publisher says that all articles are read more often than before.";
    const page = read(
      `<article><h1>Bridge closed</h1>${paragraphs(0, 3)}<p class="paywall">${told}</p>${paragraphs(3, 6, ' class="paywall"')}</article>`,
    );
    expect(page.text).toContain(told);
    expect(holdsAll(page)).toBe(true);
  });
});

describe("what the extractor leaves out of an article", () => {
  const box =
    "Boots may be had at the mill, as long as the miller's aunt has any left in that size.";
  const main = `<article><h1>Bridge closed</h1>${paragraphs(0, 3)}<aside class="box"><p>${box}</p></aside>${paragraphs(3, 6)}</article>`;

  it("is recorded as such, what stands around articles by its own rule, the headline never", () => {
    const { removed } = read(main);
    expect(removed).toContainEqual({ text: box, rule: "page-furniture" });
    const lost = "Snow since Friday";
    const page = read(
      main.replace("<h1>", `<div class="topbar-hidden-menu"><span>${lost}</span></div><h1>`),
    );
    expect(page.text).not.toContain(lost);
    expect(page.removed.map(({ text }) => text)).toContain(lost);
    expect(page.removed.map(({ text }) => text)).not.toContain("Bridge closed");
  });

  it("comes back where an editor keeps it", () => {
    const html = preparePage({
      bytes: Buffer.from(`<html><body><main>${main}</main></body></html>`),
      contentType: "text/html; charset=utf-8",
      url: null,
    });
    const keep = { exceptions: { keep: [box], drop: [] }, repeated: [] };
    const page = readPage({ url: null, html }, keep);
    expect(page.ok && page.value.text.split("\n\n").indexOf(box)).toBe(3);
  });
});

describe("lists and lines that are content", () => {
  const links = (...names: string[]): string =>
    `<ul>${names.map((name) => `<li><a href="/m/${name.length}">${name}</a></li>`).join("")}</ul>`;
  const MINUTES = links(
    "Minutes of the first meeting, March",
    "Minutes of the second meeting, in April",
  );

  it.each([
    [
      "links that a sentence announces, at the end",
      `${ALL}<p>The minutes of all meetings can be read by everybody here:</p>${MINUTES}`,
      "in April",
    ],
    ["the sources of an article", `${ALL}<h2>Sources</h2>${MINUTES}`, "Minutes of the first"],
    ["values above the first sentence", `<dl><dt>Built</dt><dd>1911</dd></dl>${ALL}`, "1911"],
    [
      "a last sentence that ends in brackets",
      `${ALL}<p>工事の費用は三億円に上ると見積もられている〔本紙調べ〕</p>`,
      "〔本紙調べ〕",
    ],
    [
      "a short paragraph in a class that a tool has drawn",
      `<p>${P[0]}</p><div class="css-1ad2x9"><p>He agreed.</p></div>${ALL}`,
      "He agreed.",
    ],
  ])("keeps %s", (_, main, kept) => {
    expect(read(`<article><h1>Bridge closed</h1>${main}</article>`).text).toContain(kept);
  });

  it("drops links that a label announces", () => {
    const page = read(`<article><h1>Bridge closed</h1>${ALL}<p>Read also:</p>${MINUTES}</article>`);
    expect(page.text).not.toContain("Minutes");
  });

  it("keeps a row of figures that is called nothing", () => {
    const figure = (at: number): string =>
      `<figure><img src="/f/${at}.jpg" width="800"><figcaption>Pillar ${at}</figcaption></figure>`;
    const main = `<article><h1>Bridge closed</h1>${paragraphs(0, 3)}<div class="images">${figure(1)}${figure(2)}</div>${paragraphs(3, 6)}</article>`;
    const { contentHtml } = read(main);
    expect(contentHtml).toContain("/f/1.jpg");
    expect(contentHtml).toContain("<figcaption>Pillar 2</figcaption>");
  });
});

it("keeps a formula whose markup is hidden behind its picture", () => {
  const tex = "a^2 + b^2";
  const math = `<math alttext="${tex}"><semantics><mi>a</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
  const formula = `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${math}</span><img src="/m.svg" class="mwe-math-fallback-image-inline" alt=""></span>`;
  const page = read(
    `<article><h1>Bridge closed</h1>${ALL}<p>The span of the arch is ${formula}, said the engineer who drew it.</p></article>`,
  );
  expect(page.text).toContain("The span of the arch is a^2 + b^2, said the engineer");
});

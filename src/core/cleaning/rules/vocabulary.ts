import { labelWords } from "./label-words.ts";
import type { Vocabulary } from "./phrase.ts";

/** The languages that rules are written in. */
export const LANGUAGES = ["de", "en", "fr", "es", "it", "pt", "nl", "pl"] as const;
export type RuleLanguage = (typeof LANGUAGES)[number];

type PhraseWords = {
  /** What an article is called. */
  readonly article: string;
  /** "our" and "us" in all forms. */
  readonly our: string;
  /** What publishers and their readers have: work, a region, a newspaper; prompts go on with these words. */
  readonly offered: string;
  readonly fillers: string;
  readonly negations: string;
  readonly attributions: string;
  /** The last words of "because". */
  readonly because: string;
};

const WORDS: Readonly<Record<RuleLanguage, PhraseWords>> = {
  de: {
    article:
      "artikel, beitrag, text, bericht, meldung, nachricht, story, seite, inhalt, post, reportage, kommentar, interview, rezept, video, podcast, folge, link",
    our: "unser, unsere, unseren, unserem, unserer, unseres, uns, wir",
    offered:
      "arbeit, zeitung, region, heimat, tag, tages, morgen, abend, woche, neuigkeiten, neuesten, besten, qualität, lokale, lokalen, regionale, regionalen, spende, euro, monat, jahr, stadt",
    fillers:
      "jetzt, hier, gleich, auch, einfach, gern, gerne, bitte, kostenlos, kostenlose, kostenlosen, kostenfrei, gratis, unverbindlich, doch, heute, noch heute, sofort, direkt, ganz, dann, und, mal, schnell, bequem, täglich",
    negations: "kein, keine, keinen, nicht, nie, niemals",
    attributions:
      "sagt, sagte, sagten, teilte, berichtet, berichtete, schreibt, schrieb, rät, riet, raten, warnt, warnte, warnen, forderte, fordert, erklärte, erklärt, betonte, kündigte, laut, zufolge, meinte, appelliert, bittet, bat, hieß, rief, ruft, scherzte, mahnte, mahnt, fragt, fragte, antwortet, antwortete, klagt, klagte, erzählt, erzählte, flüsterte, schrie, erinnert, erinnerte, meint, glaubt, findet, lacht, lachte, staunt, seufzte",
    because: "weil, da",
  },
  en: {
    article:
      "article, story, post, page, news, report, content, item, this, link, video, podcast, episode, recipe, piece",
    our: "our, us, we",
    offered:
      "work, local, region, area, town, city, day, week, month, year, world, quality, breaking, business, everything, about, happening, donation, small, monthly, bring, make, possible",
    fillers:
      "now, here, today, also, please, free, for free, just, simply, and, then, right now, instantly, daily",
    negations: "no, not, never, dont, without",
    attributions:
      "said, says, told, wrote, writes, reported, according, announced, advised, advises, warned, warns, urged, urges, added, explained, claimed, asked, called, cried, shouted, joked, replied, tells, whispered, insisted, recalled, answered, recalls, remembers, remembered, thinks, believes, laughs, laughed, sighed",
    because: "because",
  },
  fr: {
    article:
      "article, page, contenu, texte, actualité, info, information, publication, reportage, vidéo, podcast, dossier, billet, lien, histoire",
    our: "notre, nos, nous",
    offered:
      "travail, journal, région, ville, jour, semaine, matin, soir, qualité, locale, locales, régionale, don, euros, mois, an, êtes, indépendante, essentiel",
    fillers:
      "maintenant, ici, aussi, gratuitement, vite, dès maintenant, dès aujourd'hui, simplement, et, également, encore, tout de suite",
    negations: "pas, jamais, aucun, aucune, rien",
    attributions:
      "dit, déclare, déclaré, affirme, affirmé, explique, expliqué, selon, annonce, annoncé, conseille, prévient, rappelle, écrit, raconte, demande, crie, crié, lance, lançait, lancé, disait, répond, répondit, répète, estime, insiste, souligne, souvient, pense, croit, sourit, rit, soupire",
    because: "car, que",
  },
  es: {
    article:
      "artículo, noticia, nota, página, contenido, texto, publicación, entrada, reportaje, historia, vídeo, video, enlace, post, información",
    our: "nuestro, nuestra, nuestros, nuestras, nos, nosotros",
    offered:
      "trabajo, periódico, diario, región, ciudad, día, semana, mañana, calidad, local, locales, donación, euros, mes, año, independiente, mejor",
    fillers:
      "ahora, aquí, ya, también, gratis, hoy, hoy mismo, y, simplemente, gratuitamente, por favor",
    negations: "no, nunca, jamás, ningún, ninguna",
    attributions:
      "dijo, dice, afirmó, afirma, según, señaló, explicó, explica, recomienda, advirtió, advierte, aseguró, asegura, indicó, anunció, pide, pidió, gritó, contó, decía, dijeron, respondió, preguntó, insistió, recuerda, recordó, gritaba, cree, piensa, opina, ríe, suspira",
    because: "porque",
  },
  it: {
    article:
      "articolo, notizia, pagina, contenuto, testo, post, pezzo, storia, video, servizio, link",
    our: "nostro, nostra, nostri, nostre, noi, ci",
    offered:
      "lavoro, giornale, regione, città, giorno, settimana, mattina, qualità, locale, locali, donazione, euro, mese, anno, indipendente, meglio",
    fillers:
      "ora, adesso, qui, anche, subito, gratis, gratuitamente, oggi, e, semplicemente, per favore",
    negations: "non, mai, nessun, nessuna",
    attributions:
      "detto, dice, secondo, spiegato, spiega, afferma, affermato, consiglia, avverte, dichiarato, annunciato, scrive, chiede, ricorda, gridò, grida, disse, dissero, diceva, rispose, chiese, esclamò, urlò, raccontava, ripeteva, ricordava, pensa, crede, ride, sospira",
    because: "perché",
  },
  pt: {
    article:
      "artigo, notícia, página, conteúdo, texto, publicação, matéria, reportagem, post, história, vídeo, link",
    our: "nosso, nossa, nossos, nossas, nos, nós",
    offered:
      "trabalho, jornal, região, cidade, dia, semana, manhã, manhãs, qualidade, local, locais, doação, euros, mês, ano, independente, melhor",
    fillers: "agora, aqui, já, também, grátis, hoje, hoje mesmo, e, gratuitamente, por favor",
    negations: "não, nunca, jamais, nenhum, nenhuma",
    attributions:
      "disse, diz, afirmou, afirma, segundo, explicou, explica, recomenda, alertou, alerta, anunciou, declarou, pede, pediu, aconselha, gritou, contou, dizia, disseram, respondeu, perguntou, insistiu, lembra, lembrou, acredita, pensa, acha, ri, suspira",
    because: "porque",
  },
  nl: {
    article: "artikel, bericht, verhaal, pagina, nieuws, post, tekst, video, podcast, link, stuk",
    our: "ons, onze, wij, we",
    offered:
      "werk, krant, regio, stad, dag, week, ochtend, kwaliteit, lokale, regionale, donatie, euro, maand, jaar, onafhankelijke, beste",
    fillers:
      "nu, hier, ook, gratis, vandaag, vandaag nog, direct, meteen, en, gewoon, eenvoudig, dan",
    negations: "geen, niet, nooit",
    attributions:
      "zei, zegt, volgens, meldde, meldt, vertelde, vertelt, waarschuwt, waarschuwde, adviseert, schrijft, schreef, aldus, vraagt, raadt, riep, roept, vroeg, antwoordde, zeiden, roepen, fluisterde, herinnert, denkt, gelooft, lacht, lachte, zuchtte",
    because: "omdat, want",
  },
  pl: {
    article:
      "artykuł, artykułem, artykułu, tekst, tekstem, wpis, wpisem, strona, stronę, materiał, materiałem, wiadomość, wiadomością, news, newsem, post, link, film",
    our: "nasz, nasza, nasze, naszego, naszej, naszym, naszych, naszą, nas, nami",
    offered:
      "praca, pracę, pracy, gazeta, gazetę, region, regionu, miasto, dzień, tydzień, rano, jakość, lokalne, lokalny, darowizna, darowiznę, złotych, miesiąc, rok, niezależne, najlepsze",
    fillers:
      "teraz, tutaj, tu, też, także, również, już, bezpłatnie, za darmo, dziś, już dziś, i, po prostu, codziennie",
    negations: "nie, nigdy, żaden, żadnego",
    attributions:
      "powiedział, powiedziała, mówi, według, stwierdził, stwierdziła, poinformował, poinformowała, radzi, ostrzega, apeluje, przekazał, przekazała, napisał, dodał, twierdzi, prosi, zawołał, wołał, mówił, mówiła, poprosił, zapytał, odpowiedział, krzyknął, zachęca, przypomina, wspomina, myśli, uważa, śmieje, westchnął",
    because: "ponieważ, bo, gdyż",
  },
};

const listOf = (words: string): string[] => words.split(",").map((word) => word.trim());

const foldAll = (words: string): Set<string> =>
  new Set(listOf(words).map((word) => labelWords(word).join(" ")));

export const VOCABULARIES: ReadonlyMap<RuleLanguage, Vocabulary> = new Map(
  LANGUAGES.map((language): [RuleLanguage, Vocabulary] => {
    const words = WORDS[language];
    const lists = new Map([
      ["article", listOf(words.article)],
      ["our", listOf(words.our)],
    ]);
    const vocabulary: Vocabulary = {
      lexicon: LANGUAGES.indexOf(language),
      lists,
      ours: foldAll(words.our),
      offered: foldAll(words.offered),
      fillers: foldAll(words.fillers),
      negations: foldAll(words.negations),
      attributions: foldAll(words.attributions),
      because: foldAll(words.because),
    };
    return [language, vocabulary];
  }),
);

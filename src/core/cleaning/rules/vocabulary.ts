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
  readonly fillers: string;
  readonly negations: string;
  readonly attributions: string;
};

const WORDS: Readonly<Record<RuleLanguage, PhraseWords>> = {
  de: {
    article:
      "artikel, beitrag, text, bericht, meldung, nachricht, story, seite, inhalt, post, reportage, kommentar, interview, rezept, video, podcast, folge, link",
    our: "unser, unsere, unseren, unserem, unserer, unseres, uns, wir",
    fillers:
      "jetzt, hier, gleich, auch, einfach, gern, gerne, bitte, kostenlos, kostenlose, kostenlosen, kostenfrei, gratis, unverbindlich, doch, heute, noch heute, sofort, direkt, ganz, dann, und, mal, schnell, bequem, täglich",
    negations: "kein, keine, keinen, nicht, nie, niemals",
    attributions:
      "sagt, sagte, sagten, teilte, berichtet, berichtete, schreibt, schrieb, rät, riet, raten, warnt, warnte, warnen, forderte, fordert, erklärte, erklärt, betonte, kündigte, laut, zufolge, meinte, appelliert, bittet, bat, hieß, rief, ruft, scherzte, mahnte, mahnt, fragt, fragte, antwortet, antwortete, klagt, klagte, erzählt, erzählte, flüsterte, schrie, erinnert, erinnerte, meint, glaubt, findet, lacht, lachte, staunt, seufzte",
  },
  en: {
    article:
      "article, story, post, page, news, report, content, item, this, link, video, podcast, episode, recipe, piece",
    our: "our, us, we",
    fillers:
      "now, here, today, also, please, free, for free, just, simply, and, then, right now, instantly, daily",
    negations: "no, not, never, dont, without",
    attributions:
      "said, says, told, wrote, writes, reported, according, announced, advised, advises, warned, warns, urged, urges, added, explained, claimed, asked, called, cried, shouted, joked, replied, tells, whispered, insisted, recalled, answered, recalls, remembers, remembered, thinks, believes, laughs, laughed, sighed",
  },
  fr: {
    article:
      "article, page, contenu, texte, actualité, info, information, publication, reportage, vidéo, podcast, dossier, billet, lien, histoire",
    our: "notre, nos, nous",
    fillers:
      "maintenant, ici, aussi, gratuitement, vite, dès maintenant, dès aujourd'hui, simplement, et, également, encore, tout de suite",
    negations: "pas, jamais, aucun, aucune, rien",
    attributions:
      "dit, déclare, déclaré, affirme, affirmé, explique, expliqué, selon, annonce, annoncé, conseille, prévient, rappelle, écrit, raconte, demande, crie, crié, lance, lançait, lancé, disait, répond, répondit, répète, estime, insiste, souligne, souvient, pense, croit, sourit, rit, soupire",
  },
  es: {
    article:
      "artículo, noticia, nota, página, contenido, texto, publicación, entrada, reportaje, historia, vídeo, video, enlace, post, información",
    our: "nuestro, nuestra, nuestros, nuestras, nos, nosotros",
    fillers:
      "ahora, aquí, ya, también, gratis, hoy, hoy mismo, y, simplemente, gratuitamente, por favor",
    negations: "no, nunca, jamás, ningún, ninguna",
    attributions:
      "dijo, dice, afirmó, afirma, según, señaló, explicó, explica, recomienda, advirtió, advierte, aseguró, asegura, indicó, anunció, pide, pidió, gritó, contó, decía, dijeron, respondió, preguntó, insistió, recuerda, recordó, gritaba, cree, piensa, opina, ríe, suspira",
  },
  it: {
    article:
      "articolo, notizia, pagina, contenuto, testo, post, pezzo, storia, video, servizio, link",
    our: "nostro, nostra, nostri, nostre, noi, ci",
    fillers:
      "ora, adesso, qui, anche, subito, gratis, gratuitamente, oggi, e, semplicemente, per favore",
    negations: "non, mai, nessun, nessuna",
    attributions:
      "detto, dice, secondo, spiegato, spiega, afferma, affermato, consiglia, avverte, dichiarato, annunciato, scrive, chiede, ricorda, gridò, grida, disse, dissero, diceva, rispose, chiese, esclamò, urlò, raccontava, ripeteva, ricordava, pensa, crede, ride, sospira",
  },
  pt: {
    article:
      "artigo, notícia, página, conteúdo, texto, publicação, matéria, reportagem, post, história, vídeo, link",
    our: "nosso, nossa, nossos, nossas, nos, nós",
    fillers: "agora, aqui, já, também, grátis, hoje, hoje mesmo, e, gratuitamente, por favor",
    negations: "não, nunca, jamais, nenhum, nenhuma",
    attributions:
      "disse, diz, afirmou, afirma, segundo, explicou, explica, recomenda, alertou, alerta, anunciou, declarou, pede, pediu, aconselha, gritou, contou, dizia, disseram, respondeu, perguntou, insistiu, lembra, lembrou, acredita, pensa, acha, ri, suspira",
  },
  nl: {
    article: "artikel, bericht, verhaal, pagina, nieuws, post, tekst, video, podcast, link, stuk",
    our: "ons, onze, wij, we",
    fillers:
      "nu, hier, ook, gratis, vandaag, vandaag nog, direct, meteen, en, gewoon, eenvoudig, dan",
    negations: "geen, niet, nooit",
    attributions:
      "zei, zegt, volgens, meldde, meldt, vertelde, vertelt, waarschuwt, waarschuwde, adviseert, schrijft, schreef, aldus, vraagt, raadt, riep, roept, vroeg, antwoordde, zeiden, roepen, fluisterde, herinnert, denkt, gelooft, lacht, lachte, zuchtte",
  },
  pl: {
    article:
      "artykuł, artykułem, artykułu, tekst, tekstem, wpis, wpisem, strona, stronę, materiał, materiałem, wiadomość, wiadomością, news, newsem, post, link, film",
    our: "nasz, nasza, nasze, naszego, naszej, naszym, naszych, naszą, nas, nami",
    fillers:
      "teraz, tutaj, tu, też, także, również, już, bezpłatnie, za darmo, dziś, już dziś, i, po prostu, codziennie",
    negations: "nie, nigdy, żaden, żadnego",
    attributions:
      "powiedział, powiedziała, mówi, według, stwierdził, stwierdziła, poinformował, poinformowała, radzi, ostrzega, apeluje, przekazał, przekazała, napisał, dodał, twierdzi, prosi, zawołał, wołał, mówił, mówiła, poprosił, zapytał, odpowiedział, krzyknął, zachęca, przypomina, wspomina, myśli, uważa, śmieje, westchnął",
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
      fillers: foldAll(words.fillers),
      negations: foldAll(words.negations),
      attributions: foldAll(words.attributions),
    };
    return [language, vocabulary];
  }),
);

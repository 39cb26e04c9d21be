/** The words of one language with which a publication presents an author. Phrases are separated by `|`. */
export type BioWords = {
  /** "is", in the third person of the present; empty where none stands before a profession. */
  readonly is: string;
  /** What an author does, with its preposition where the verb alone says too little: "writes about". */
  readonly does: string;
  /** Before or behind a name in the heading of a box: "About Ines Holm". */
  readonly about: string;
  /** Professions of those who write as guests; with `is` they count in a text that is set apart. */
  readonly posts?: string;
};

/** By language (ISO 639-1). A language is added by one entry. */
export const BIO_WORDS: Readonly<Record<string, BioWords>> = {
  de: {
    is: "ist",
    does: `schreibt über|schreibt für|schreibt aus|schreibt als|berichtet über|berichtet für|berichtet aus|berichtet als|
      arbeitet als|verantwortet|moderiert|leitet das ressort`,
    about: "über|zur person|wer ist",
    posts: `professor|professorin|direktor|direktorin|leiter|leiterin|dozent|dozentin|forscher|forscherin|historiker|
      historikerin|soziologe|soziologin|ökonom|ökonomin|schriftsteller|schriftstellerin|präsident|präsidentin|ärztin|arzt`,
  },
  en: {
    is: "is",
    does: `covers|writes about|writes for|writes on|writes from|reports on|reports for|reports from|blogs about|edits|hosts|
      contributes to|works as|is based in`,
    about: "about|meet|who is",
    posts: `professor|lecturer|researcher|fellow|director|head|historian|economist|novelist|physician|founder|president|
      scientist|lawyer|teacher`,
  },
  fr: {
    is: "est",
    does: `écrit sur|écrit pour|écrit dans|couvre|collabore à|collabore avec|travaille comme|signe la chronique|suit la vie|
      suit l'actualité`,
    about: "à propos de|à propos d'|qui est",
    posts: `professeur|professeure|directeur|directrice|chercheur|chercheuse|historien|historienne|économiste|écrivain|
      écrivaine|sociologue|médecin|maître de conférences`,
  },
  es: {
    is: "es",
    does: `escribe sobre|escribe para|escribe en|informa sobre|informa desde|cubre|colabora con|colabora en|trabaja como`,
    about: "sobre|acerca de|quién es",
    posts: `profesor|profesora|catedrático|catedrática|director|directora|investigador|investigadora|historiador|
      historiadora|economista|escritor|escritora|médico|médica`,
  },
  it: {
    is: "è",
    does: `scrive di|scrive per|scrive su|si occupa di|copre|collabora con|lavora come|segue la cronaca`,
    about: "su|informazioni su|chi è",
    posts: `professore|professoressa|docente|direttore|direttrice|ricercatore|ricercatrice|storico|storica|economista|
      scrittore|scrittrice|medico`,
  },
  nl: {
    is: "is",
    does: `schrijft over|schrijft voor|bericht over|doet verslag van|werkt als|volgt de|verslaat`,
    about: "over|wie is",
    posts: `hoogleraar|docent|docente|directeur|onderzoeker|historicus|historica|econoom|schrijver|schrijfster|arts`,
  },
  pt: {
    is: "é",
    does: `escreve sobre|escreve para|escreve no|escreve na|cobre|colabora com|acompanha a|trabalha como`,
    about: "sobre|acerca de|quem é",
    posts: `professor|professora|diretor|diretora|investigador|investigadora|pesquisador|pesquisadora|historiador|
      historiadora|economista|escritor|escritora|médico|médica`,
  },
  pl: {
    is: "jest",
    does: "pisze o|pisze dla|zajmuje się|relacjonuje|pracuje jako|publikuje w",
    about: "o|kim jest",
    posts:
      "profesor|dyrektor|dyrektorka|wykładowca|badacz|badaczka|historyk|historyczka|ekonomista|ekonomistka|pisarz|pisarka|lekarz|lekarka",
  },
  sv: {
    is: "är",
    does: "skriver om|skriver för|bevakar|rapporterar om|rapporterar från|arbetar som|jobbar som",
    about: "om|vem är",
    posts: "professor|lektor|forskare|chef|historiker|ekonom|författare|läkare|docent",
  },
  da: {
    is: "er",
    does: "skriver om|skriver for|dækker|rapporterer om|rapporterer fra|arbejder som",
    about: "om|hvem er",
    posts: "professor|lektor|forsker|direktør|leder|historiker|økonom|forfatter|læge",
  },
  no: {
    is: "er",
    does: "skriver om|skriver for|dekker|rapporterer om|rapporterer fra|arbeider som|jobber som",
    about: "om|hvem er",
    posts: "professor|lektor|forsker|direktør|leder|historiker|økonom|forfatter|lege",
  },
  cs: {
    is: "je",
    does: "píše o|píše pro|věnuje se|zabývá se|pracuje jako|přispívá do",
    about: "o|kdo je",
    posts:
      "profesor|profesorka|ředitel|ředitelka|docent|docentka|historik|historička|ekonom|ekonomka|spisovatel|spisovatelka|lékař|lékařka",
  },
  hu: {
    is: "",
    does: "témákról ír|ügyekről ír|tudósít|munkatársa|rovatvezetője",
    about: "ki|ról|ről",
    posts: "professzor|igazgató|kutató|történész|közgazdász|író|orvos|tanár",
  },
  ro: {
    is: "este e",
    does: "scrie despre|scrie pentru|scrie la|acoperă|relatează din|relatează despre|colaborează cu|lucrează ca",
    about: "despre|cine este",
    posts:
      "profesor|profesoară|director|directoare|cercetător|cercetătoare|istoric|economist|scriitor|scriitoare|medic",
  },
  tr: {
    is: "",
    does: "hakkında yazıyor|üzerine yazıyor|konularında yazıyor|olarak çalışıyor|olarak çalışmaktadır|köşe yazarıdır",
    about: "hakkında|kimdir",
    posts: "profesör|müdür|araştırmacı|tarihçi|ekonomist|doktor|öğretim üyesi",
  },
  uk: {
    is: "є",
    does: "пише про|пише для|висвітлює|працює журналістом|працює журналісткою",
    about: "про|хто така|хто такий",
    posts:
      "професор|професорка|директор|директорка|дослідник|дослідниця|історик|історикиня|економіст|економістка|письменник|письменниця|лікар|лікарка",
  },
  ru: {
    is: "является",
    does: "пишет о|пишет об|пишет про|пишет для|освещает|работает журналистом|работает корреспондентом",
    about: "о|об|кто такая|кто такой",
    posts:
      "профессор|директор|исследователь|историк|экономист|писатель|писательница|врач|преподаватель",
  },
  el: {
    is: "είναι",
    does: "γράφει για|καλύπτει|αρθρογραφεί|εργάζεται ως|συνεργάζεται με",
    about: "σχετικά με τον|σχετικά με την|σχετικά με τη|σχετικά με|για τον|για την",
    posts:
      "καθηγητής|καθηγήτρια|διευθυντής|διευθύντρια|ερευνητής|ερευνήτρια|ιστορικός|οικονομολόγος|συγγραφέας|ιατρός",
  },
};

/** The entries of a list of phrases. */
export const phrasesOf = (list: string | undefined): string[] =>
  (list ?? "")
    .split("|")
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .filter((phrase) => phrase !== "");

/** The entries of a list of words. */
export const listedWords = (list: string): string[] =>
  list.split(/\s+/).filter((word) => word !== "");

/** The ends that a profession has where it says what somebody is: "dziennikarką", "újságírója", "muhabiridir". */
export const ENDS_OF_PROFESSIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  pl: new Set(listedWords("em iem ą ką")),
  cs: new Set(listedWords("em ou kou")),
  hu: new Set(listedWords("ja je a e")),
  ro: new Set(listedWords("ul ă a")),
  tr: new Set(
    listedWords(`i ı u ü si sı su sü dir dır dur dür tir tır tur tür idir ıdır udur üdür
      sidir sıdır sudur südür`),
  ),
  uk: new Set(listedWords("ом ем кою ою")),
  ru: new Set(listedWords("ом ем кой ой")),
};

/** Languages that join a field and a profession: "Wirtschaftsredakteurin", "ekonomireporter". */
export const COMPOUNDING: ReadonlySet<string> = new Set("de nl sv da no hu".split(" "));

/** Languages that put the profession or the verb last. */
export const VERB_LAST: ReadonlySet<string> = new Set(["hu", "tr"]);

/** Roles of people who work for a house and do not write its articles. */
export const NO_PENS: ReadonlySet<string> = new Set(
  `projektleiter projektleiterin pressesprecher pressesprecherin geschäftsführer geschäftsführerin producer photographer
  photographers analyst analysts staff intern anchor director manager president ceo founder professor`.split(
    /\s+/,
  ),
);

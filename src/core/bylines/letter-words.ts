import { alternatives, WORD_END } from "./author-patterns.ts";

/** How letters begin and end in one language: phrases separated by `|`, compared without case. */
type LetterWords = {
  /** At the start of a line that ends in a colon or a comma; no words that also begin headings ("Beste", "Caro"). */
  readonly opening: string;
  /** The whole line above the name. */
  readonly close: string;
};

/** By language (ISO 639-1). A language is added by one entry. */
const LETTER_WORDS: Readonly<Record<string, LetterWords>> = {
  de: {
    opening: "an die redaktion|sehr geehrte|sehr geehrter|werte redaktion",
    close: `mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|mit freundlichem gruss|mit besten grüßen|
      mit herzlichen grüßen|mit kollegialen grüßen|freundliche grüße|freundliche grüsse|beste grüße|viele grüße|
      herzliche grüße|herzlichst|hochachtungsvoll|ihr|ihre|euer|eure`,
  },
  en: {
    opening: "to the editor|to the editors|to whom it may concern|dear|sir|madam",
    close: `with kind regards|with best regards|with warm regards|kind regards|best regards|warm regards|warmest regards|
      kindest regards|regards|yours faithfully|faithfully yours|yours sincerely|sincerely yours|sincerely|yours truly|
      respectfully|respectfully yours|yours respectfully|best wishes|with best wishes|warmly|yours|in solidarity`,
  },
  fr: {
    opening: "à la rédaction|madame|monsieur|mesdames",
    close: `cordialement|bien cordialement|très cordialement|sincèrement|bien à vous|salutations distinguées|
      sincères salutations|meilleures salutations|avec mes meilleures salutations|amicalement|respectueusement`,
  },
  es: {
    opening:
      "al director|a la directora|a la redacción|señor director|señora directora|estimado|estimada|estimados|estimadas|querido|querida|queridos",
    close: `saludos cordiales|un cordial saludo|cordiales saludos|un saludo|saludos|atentamente|cordialmente|
      le saluda atentamente|un abrazo|reciba un cordial saludo`,
  },
  it: {
    opening: "al direttore|alla redazione|gentile|gentili|egregio|spettabile",
    close: `cordiali saluti|distinti saluti|con cordiali saluti|un cordiale saluto|cordialmente|saluti|con stima|in fede`,
  },
  pt: {
    opening: "ao editor|à redação|prezado|prezada|prezados|prezadas|exmo|senhor diretor",
    close: `atenciosamente|cordialmente|com os melhores cumprimentos|melhores cumprimentos|saudações|saudações cordiais|
      respeitosamente|um abraço`,
  },
  nl: {
    opening: "aan de redactie|geachte",
    close: `met vriendelijke groet|met vriendelijke groeten|met hartelijke groet|met hartelijke groeten|hoogachtend|
      vriendelijke groeten|hartelijke groeten|groeten`,
  },
  pl: {
    opening: "do redakcji|szanowny|szanowna|szanowni|szanowne",
    close: `z poważaniem|z wyrazami szacunku|z pozdrowieniami|pozdrawiam|pozdrawiam serdecznie|łączę pozdrowienia|
      łączę wyrazy szacunku|serdecznie pozdrawiam`,
  },
  sv: {
    opening: "till redaktionen|till redaktören",
    close: `med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänlig hälsning|hälsningar|bästa hälsningar|
      högaktningsfullt`,
  },
  da: {
    opening: "til redaktionen|til redaktøren",
    close:
      "med venlig hilsen|venlig hilsen|de bedste hilsner|med venlige hilsner|mange hilsner|hilsen",
  },
  no: {
    opening: "til redaksjonen|til redaktøren",
    close: "med vennlig hilsen|vennlig hilsen|med hilsen|beste hilsen|med venleg helsing|hilsen",
  },
  cs: {
    opening: "vážená redakce|vážený|vážená|vážení",
    close: "s pozdravem|s úctou|s přátelským pozdravem|se srdečným pozdravem|srdečně",
  },
  hu: {
    opening: "a szerkesztőségnek|tisztelt",
    close: "tisztelettel|üdvözlettel|szívélyes üdvözlettel|baráti üdvözlettel|őszinte tisztelettel",
  },
  ro: {
    opening: "către redacție|stimate|stimată|stimați",
    close:
      "cu stimă|cu respect|cu deosebită stimă|cu considerație|toate cele bune|al dumneavoastră",
  },
  tr: {
    opening: "editöre|sayın",
    close:
      "saygılarımla|saygılarımızla|saygılarımı sunarım|sevgilerimle|sevgi ve saygılarımla|selamlar|hürmetlerimle",
  },
  uk: {
    opening: "до редакції|шановна|шановний|шановні",
    close: "з повагою|щиро ваш|щиро ваша|з найкращими побажаннями|із повагою|з пошаною",
  },
  ru: {
    opening: "в редакцию|уважаемая|уважаемый|уважаемые",
    close:
      "с уважением|искренне ваш|искренне ваша|с наилучшими пожеланиями|с почтением|с глубоким уважением",
  },
  el: {
    opening: "προς τη σύνταξη|προς τον διευθυντή|αγαπητέ|αγαπητή|αγαπητοί|κύριε διευθυντά",
    close: "με εκτίμηση|με τιμή|με φιλικούς χαιρετισμούς|με σεβασμό|φιλικά",
  },
};

const phrasesOf = (list: keyof LetterWords): string =>
  alternatives(
    Object.values(LETTER_WORDS).flatMap((words) =>
      words[list].split("|").map((phrase) => phrase.replace(/\s+/g, " ").trim()),
    ),
  );

const OPENING = new RegExp(`^(?:${phrasesOf("opening")})${WORD_END}.*[:,]$`, "iu");
/** A name may stand in the same line, behind a comma or a break, of which the text of a block keeps nothing. */
const CLOSE = new RegExp(`^((?:${phrasesOf("close")}))(.*)$`, "iu");
const BEHIND_CLOSE = /^(?:\s*[,.!–—-]?$|,\s?\p{Lu}|\p{Lu}\p{Ll})/u;

/** Whether a line says whom a letter is written to: "To the editor:". */
export const opensLetter = (line: string): boolean => OPENING.test(line);

/** Whether a line is the close of a letter, with or without the name below it: "With kind regards". */
export function closesLetter(line: string): boolean {
  const rest = CLOSE.exec(line)?.[2];
  return rest !== undefined && BEHIND_CLOSE.test(rest);
}

import type { Rule } from "../rule.ts";

/** Lines so distinct that they go wherever they stand; shorter forms with the same id are weak. */
export const copyrightNotice: Rule = {
  id: "copyright-line",
  match: "whole",
  endsFreely: true,
  phrases: {
    de: `
      alle rechte vorbehalten
      (dieser|diese|dieses) <article> darf (nicht)? (ohne|nur mit) _ (genehmigung|zustimmung|erlaubnis) …
      copyright copyright? #? _ (alle rechte vorbehalten|nachdruck verboten|nachdruck nur mit genehmigung) …
      (alle rechte vorbehalten|nachdruck verboten) copyright _
    `,
    en: `
      all rights reserved
      copyright copyright? #? _ all rights reserved …
      all rights reserved (copyright|this material may not|no part of this) …
    `,
    fr: `
      (tous droits réservés|reproduction interdite|toute reproduction interdite)
      copyright copyright? #? _ (tous droits réservés|reproduction interdite) …
      (tous droits réservés|reproduction interdite) copyright __
    `,
    es: `
      todos los derechos reservados
      copyright copyright? #? _ todos los derechos reservados …
      (todos los derechos reservados|prohibida la reproducción|prohibida su reproducción) copyright __
    `,
    it: `
      (tutti i diritti riservati|riproduzione riservata)
      copyright copyright? #? _ (riproduzione riservata|tutti i diritti riservati) …
      (riproduzione riservata|tutti i diritti riservati) copyright __
    `,
    pt: `
      todos os direitos reservados
      copyright copyright? #? _ todos os direitos reservados …
      todos os direitos reservados copyright __
    `,
    nl: `
      alle rechten voorbehouden
      copyright copyright? #? _ alle rechten voorbehouden …
      alle rechten voorbehouden copyright __
    `,
    pl: `
      (wszelkie|wszystkie) prawa zastrzeżone
      copyright copyright? #? _ (wszelkie|wszystkie) prawa zastrzeżone …
      (wszelkie|wszystkie) prawa zastrzeżone copyright __
    `,
  },
  examples: {
    removes: [
      "© 2031 Talbote Verlag. Alle Rechte vorbehalten. Nachdruck nur auf Anfrage.",
      "Copyright © 2031 The Valley Letter. All rights reserved.",
      "Tous droits réservés © La Gazette des Deux Vallées 2031",
      "© RIPRODUZIONE RISERVATA",
      "Dieser Text darf nur mit unserer Genehmigung verbreitet werden.",
    ],
    keeps: [
      "Copyright und alle Rechte daran gingen 1950 an die Erben.",
      "Diese Seite darf nicht fehlen, sagte der Verleger.",
      "All rights reserved for the winners, the chairman joked.",
    ],
  },
};

/** Lines that ask readers to report mistakes: a question, and what to do. */
export const mistakePrompt: Rule = {
  id: "mistake-prompt",
  match: "whole",
  phrases: {
    de: `
      (fehler|tippfehler|rechtschreibfehler) (gefunden|entdeckt|bemerkt|im text gefunden|im artikel gefunden) (melden|schreiben|mailen|geben|teilen|sagen|markieren) …
    `,
    en: `
      (spotted|seen|see|found|noticed|spot) (a|an) (error|mistake|typo|inaccuracy) (in this|in the|in our)? <article>? (let us|tell us|email us|email|contact|report|click|get in touch) …
    `,
    fr: `
      (une|vous avez vu une|vous avez repéré une) (erreur|faute|coquille) (dans l|dans cet|dans le|dans notre)? (article|texte)? (signalezla|signalezle|signalezlanous|écriveznous|contacteznous|ditesnous|prévenez|prévenez nous) …
    `,
    es: `
      (has|ha) (encontrado|visto|detectado) (un|algún) error (en este|en el|en la|en esta)? <article>? (avísanos|avísenos|escríbenos|escríbanos|cuéntanos|repórtalo|háznoslo) …
    `,
    it: `
      (hai|avete) (trovato|notato|visto) un (errore|refuso) (in questo|nell|nel testo)? (articolo)? (segnalalo|segnalacelo|scrivici|contattaci|segnalatelo|faccelo) …
    `,
    pt: `
      (encontrou|encontraste|viu|notou) (um|algum) erro (neste|nesta|na|no)? <article>? (avisenos|comunique|reporte|informenos|contactenos|fale|envienos) …
    `,
    nl: `
      (fout|foutje|tikfout|spelfout|typefout) (gezien|gevonden|ontdekt|gespot) (laat|mail|meld|stuur|tip|geef) …
    `,
    pl: `
      (widzisz|znalazłeś|zauważyłeś|znalazłaś|zauważyłaś) (błąd|literówkę|pomyłkę) (w artykule|w tekście|w materiale)? (napisz|zgłoś|daj|poinformuj|powiadom|wyślij) …
    `,
  },
  examples: {
    removes: [
      "Tippfehler entdeckt? Hier melden!",
      "Spotted a mistake in this article? Get in touch with the newsroom.",
      "Une coquille dans le texte ? Signalez-la à la rédaction.",
      "¿Has visto un error en esta noticia? Avísanos.",
      "Foutje gezien? Mail de redactie.",
      "Znalazłeś literówkę? Napisz do redakcji.",
    ],
    keeps: [
      "Fehler gefunden haben die Prüfer in elf von zwanzig Rechnungen.",
      "Spotted an error, the referee stopped the clock.",
      "Hai trovato un errore, disse il maestro, e non lo hai nascosto.",
    ],
  },
};

/** Labels of keyword lists, and notes on what a page earns with its links. */
export const pageNotice: Rule = {
  id: "page-notice",
  match: "whole",
  phrases: {
    de: `
      (schlagwörter|schlagworte|tags) : …
      (dieser|diese|dieses|der|die|das|unser|unsere) <article> (enthält|beinhaltet|kann|verwendet) _ (affiliatelinks|partnerlinks|provisionslinks|werbelinks) …
      (zum|direkt zum) inhalt springen
    `,
    en: `
      (filed under|tagged|tags|filed in|posted in) : …
      (we|the publisher) (may|can|might|could) (earn|receive|get) _ (commission|commissions) (from|on|if|when|for|through) …
      (this|the|our) <article> (contains|may contain|includes|may include) _ (affiliate links|affiliate link) …
      comments (are|have been) (closed|disabled)
      (skip|jump) to (main|the|the main|primary)? (content|navigation|article)
    `,
    fr: `
      (mots clés|étiquettes|tags) : …
      (cet|ce|l|cette) <article> contient _ liens (affiliés|d affiliation) …
      aller au contenu (principal)?
    `,
    es: `
      (etiquetas|archivado en|tags) : …
      (este|esta|el) <article> contiene _ enlaces de (afiliado|afiliados|afiliación) …
      (saltar|ir) al contenido (principal)?
    `,
    it: `
      (etichette|tag|tags) : …
      (questo|l) <article> contiene _ link (affiliati|di affiliazione) …
      (vai|salta) al contenuto (principale)?
    `,
    pt: `
      (etiquetas|tags) : …
      (este|esta|o|a) <article> contém _ (links|ligações) de (afiliado|afiliados|afiliação) …
      (ir|saltar|pular) para o conteúdo (principal)?
    `,
    nl: `
      (trefwoorden|tags) : …
      (dit|het|deze) <article> bevat _ (affiliatelinks|affiliate links) …
      (ga|spring) naar de inhoud
    `,
    pl: `
      (tagi|słowa kluczowe) : …
      (ten|artykuł|tekst|wpis) _ zawiera _ (linki afiliacyjne|linki partnerskie) …
      przejdź do treści
    `,
  },
  examples: {
    removes: [
      "Schlagwörter: Brücke, Gemeinderat, Verkehr",
      "Dieser Text enthält sogenannte Affiliate-Links.",
      "Filed under: Valley, Roads",
      "We may earn a small commission if you buy through our links.",
      "Skip to main content",
      "Tagi: most, rada, powódź",
    ],
    keeps: [
      "Tags darauf war das Wasser wieder gesunken.",
      "Tags were what the children called the metal discs.",
      "We may earn less than our parents did, the pupils wrote.",
      "Dieser Artikel enthält zwei Fehler, schrieb der Leser.",
    ],
  },
};

import type { Rule } from "../rule.ts";

/** Teasers of other articles: a label with a headline after it, in the same line or the next ones. */
export const readAlso: Rule = {
  id: "read-also",
  match: "label",
  hasFollowers: true,
  phrases: {
    de: `
      (weitere|mehr|alle|aktuelle|neue|neueste) (artikel|nachrichten|meldungen|themen|beiträge|news|berichte) (aus|zu|zum|zur|von|über|im) _
      (unsere|redaktionelle) (empfehlung|empfehlungen|lesetipps|tipps) (für sie|für dich|der redaktion)?
      (jetzt lesen|aus dem ressort|mehr von|auch bei uns)
      lesen sie (auch|mehr|dazu|hierzu|außerdem|weiter|ebenfalls|jetzt auch) (zum thema|dazu|hierzu|hier|auch|im|bei uns)?
      lesen sie (auch|dazu auch|hierzu auch|dazu|hierzu) (unseren|unsere|unser) _
      (lies|lest) (auch|mehr|dazu|hierzu|außerdem|weiter) (zum thema|dazu|hierzu|hier|auch)?
      (mehr|weiteres|weitere infos|weitere informationen|hintergrund|aktuelles) (zum|zu diesem|zu dem|über das) thema
      (mehr|weiteres) (zu|aus|über) (diesem thema|dem thema|der region|dem ressort|dieser serie)
      (mehr|hintergründe) (dazu|hierzu)
      mehr (artikel|nachrichten|meldungen|news|themen|beiträge|lesen|geschichten|von uns|aus unserem angebot|zum artikel)
      (das|dies|diese artikel|diese themen|diese beiträge) könnte|könnten (sie|dich|euch|ihnen|dir) (auch|ebenfalls)? (interessieren|gefallen)
      (auch|ebenfalls|vielleicht auch) (interessant|spannend|lesenswert|sehenswert)
      (passend|passende artikel|passende themen) (dazu|zum thema|zum artikel)?
      (ähnliche|verwandte|weitere|weiterführende|empfohlene|neueste|aktuelle|beliebte|meistgelesene|passende|zugehörige|andere) (artikel|beiträge|themen|meldungen|nachrichten|berichte|links|inhalte|texte|storys|geschichten)
      (meistgelesen|meist gelesen|empfehlungen|leseempfehlung|lesetipp|lesetipps|unser tipp|unsere empfehlung|redaktionsempfehlung|aus dem archiv|siehe auch|zum weiterlesen|zum thema|weiterlesen|auch auf|lesenswert)
      (empfohlener|empfohlene) (redaktioneller)? (inhalt|inhalte|externer inhalt)
      (sehen sie|schauen sie|hören sie) (auch|dazu|hierzu|hier)
      (im video|video zum thema|video dazu|bildergalerie|fotostrecke|podcast zum thema)
      (andere leser|unsere leser|leser) (interessierten sich auch für|lesen auch|lasen auch|interessiert auch)
    `,
    en: `
      (more|more stories|more news|more articles) from _
      (read|see|watch|listen|check out|view) (also|more|next|this next|too)
      also (read|see|watch|on)
      (read|see|find out|discover|learn) more (about|on|from|in|here|stories|articles|news|like this)? (this|this topic|this story|the topic|us|related)?
      (related|more|recommended|similar|other|further|latest|popular|trending|top|additional|suggested) (articles|article|stories|story|posts|post|news|reading|content|coverage|topics|links|headlines|reads|videos)
      (you|people|readers|others) (might|may|will|could|ll|should)? also (like|liked|enjoy|be interested in|love|read|want to read|find interesting|viewed|watch)
      (more|more stories|more articles|more news|stories) (from|in|on|about|like) (this|this section|this author|us|the web|around the web|the author|this story|this topic|our|the archive|our partners)
      (related|recommended|recommended reading|recommended for you|editors picks|editor s picks|editor s choice|dont miss|dont miss these|up next|read next|in case you missed it|icymi|what to read next|must read|must reads|keep reading|read this next|from our archive|from the archive)
    `,
    fr: `
      pour approfondir
      (à|a) (lire|voir|écouter|découvrir|regarder|retrouver) (aussi|également|sur le même sujet|ensuite|en plus)?
      (lire|voir|lisez|voyez|écouter|découvrez|retrouvez) (aussi|également|plus|la suite|encore)
      (sur le même sujet|sur le même thème|dans la même rubrique|dans la même thématique|pour aller plus loin|dans l'actualité|notre sélection|nos recommandations|le plus lu|notre dossier|aussi sur)
      (articles|article|sujets|contenus|liens|vidéos) (similaires|liés|lié|connexes|associés|recommandés|recommandé|récents|en lien|sur le même sujet)
      (d|les) autres (articles|actualités|infos|sujets) _
      (cela|ça|ces articles|cet article|ceci|ces contenus) (pourrait|pourraient|peut|peuvent|devrait) (aussi|également|vous)? (vous)? (intéresser|plaire|aussi vous intéresser)
      vous (aimerez|pourriez) (aussi|également)? (aimer|apprécier)?
      (ne manquez pas|à ne pas manquer|à découvrir)
      (nos lecteurs|les lecteurs) (ont lu aussi|ont aussi lu|lisent aussi)
    `,
    es: `
      (más información|sigue leyendo|seguir leyendo|para seguir leyendo)
      (lea|lee|leer|leé|vea|ve|ver|mira|mire|escucha|escuche|te puede interesar|puedes leer|puede leer) (también|además|más)
      (también|además) (lea|lee|puedes leer|puede leer|puedes ver|te puede interesar|le puede interesar|te interesa|en|te recomendamos)
      (te|le|os|les) (puede|puede que|podría|pueden|podrían|va a|recomendamos|interesa|sugerimos) (también)? (interesar|gustar|leer|este artículo|esta noticia|ver|interese)?
      (quizás|quizá|tal vez|a lo mejor) (te|le|os|les) (interese|interesa|guste)
      (noticias|artículos|contenidos|notas|temas|enlaces|contenido|nota|noticia|artículo|lecturas|vídeos) (relacionadas|relacionados|relacionada|relacionado|recomendadas|recomendados|recomendado|similares|destacadas|destacados|más leídas|más leídos|de interés)
      más (noticias|artículos|información|sobre este tema|sobre el tema|en|de|contenido|historias|temas) _
      (relacionado|relacionadas|recomendado|recomendados|recomendamos|no te pierdas|en este tema|seguir leyendo|sigue leyendo|véase también|de interés|para ti)
    `,
    it: `
      (continua a leggere|per saperne di più|leggi su)
      (leggi|leggete|guarda|ascolta|vedi|scopri|legga|si legga) (anche|pure|di più|altro|tutto)
      (ti|vi|le) (potrebbe|potrebbero|può|possono|consigliamo|suggeriamo|interessa|piacerà) (anche)? (interessare|piacere|leggere|di leggere)?
      potrebbe|potrebbero (anche)? (interessarti|interessarvi|piacerti|interessare) (anche)?
      (articoli|notizie|contenuti|approfondimenti|articolo|link|video|post|argomenti) (correlati|correlate|correlato|simili|consigliati|consigliate|recenti|collegati|suggeriti|più letti|più lette|in evidenza)
      (altri|altre|ulteriori) (articoli|notizie|approfondimenti|contenuti|storie) _
      (da leggere|per approfondire|approfondimenti|sullo stesso argomento|sullo stesso tema|in evidenza|da non perdere|dallo stesso autore|correlati|continua a leggere|per saperne di più|non perderti)
    `,
    pt: `
      continue lendo
      (leia|saiba|veja) mais (sobre) (o assunto|o tema|este tema|este assunto|o caso)
      (leia|lê|ler|veja|vê|ver|ouça|assista|confira|saiba|descubra) (também|mais|ainda|a seguir|além)
      (também|ainda) (poderá|pode|vai) (gostar|lhe interessar|interessar|te interessar) (de|ler)?
      (poderá|pode|talvez) (também)? (lhe|te|gostar|interessar|se interesse|goste) (também)? (interessar|gostar|de|por)?
      (notícias|artigos|conteúdos|matérias|temas|assuntos|posts|reportagens|artigo|conteúdo|notícia|vídeos) (relacionadas|relacionados|relacionado|relacionada|recomendadas|recomendados|semelhantes|similares|mais lidas|mais lidos|recentes)
      mais (notícias|artigos|sobre este tema|sobre o tema|sobre este assunto|conteúdos|histórias|informações|lidas|lidos|vistos|em) _
      (relacionado|relacionadas|recomendado|recomendamos|não perca|a não perder|continue a ler|continuar a ler|continue lendo|do mesmo autor|sugestões)
    `,
    nl: `
      leestip
      (lees|bekijk|luister|zie|kijk|beluister) (ook|verder|meer|hier|nog)
      (ook|misschien ook|wellicht ook) (interessant|lezen|leuk|het lezen waard)
      (gerelateerde|verwante|aanbevolen|meer|andere|vergelijkbare|soortgelijke|laatste|populaire|relevante|meest gelezen) (artikelen|artikel|berichten|nieuws|onderwerpen|verhalen|links|content)
      (dit|deze artikelen|deze verhalen|misschien) (vind je|vindt u|vinden|is) (misschien|wellicht)? (ook)? (interessant|leuk)
      (mogelijk|misschien|wellicht) (vind je|vindt u|ben je|bent u) (dit)? (ook)? (interessant|geïnteresseerd in)
      (meer over|best gelezen|gerelateerd|aanbevolen|aanraders|leestip|leestips|niet te missen|mis dit niet|uit het archief|op de hoogte|ook op)
      (anderen|lezers) (lazen|lezen|bekeken) ook
    `,
    pl: `
      więcej
      (czytaj|przeczytaj|zobacz|sprawdź|obejrzyj|posłuchaj|poczytaj|warto przeczytać) (także|też|również|więcej|dalej|inne|koniecznie|o tym)
      (przeczytaj|zobacz|czytaj)
      (może|mogą) (cię|ciebie|cie|was|państwa|to cię) (też|także|również)? (zainteresować|zaciekawić|interesować)
      więcej (na ten temat|na temat|o|w temacie|wiadomości|informacji|artykułów|takich) _
      (polecamy|polecane|najpopularniejsze|powiązane|warto przeczytać|warto wiedzieć|nie przegap|redakcja poleca|dla ciebie)
    `,
  },
  examples: {
    removes: [
      "Lesen Sie auch: Zoo Halbach meldet Nachwuchs bei den Ottern",
      "Lesen Sie dazu auch unser Gespräch mit der Försterin",
      "Mehr zum Thema",
      "Das könnte Sie auch interessieren",
      "Read more: Bridge closed for a third winter",
      "Don’t miss: Ten walks along the river",
      "Related articles",
      "À lire aussi : Le marché déménage sur la place",
      "Te puede interesar: Abre la nueva biblioteca",
      "Leggi anche – Riapre il vecchio mulino",
      "Leia também: Ponte fecha durante dois meses",
      "Lees ook: Museum krijgt nieuwe vleugel",
      "Czytaj także: Nowy most otwarty dla pieszych",
    ],
    keeps: [
      "Lesen Sie auch im Urlaub ein gutes Buch, empfiehlt die Bibliothekarin.",
      "Mehr zum Thema Hochwasser will der Rat erst im Mai beschließen.",
      "Related articles of clothing were found near the shore.",
      "Read more than one source before you vote, the teacher told her class.",
      "Ver también es una forma de comprender, escribió el pintor.",
      "Lees ook eens een gedicht, zei de burgemeester.",
    ],
  },
};

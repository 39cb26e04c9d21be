import type { Rule } from "../rule.ts";

export const appPromotion: Rule = {
  id: "app-promotion",
  match: "whole",
  phrases: {
    de: `
      (laden|holen|installieren|testen|nutzen|entdecken) sie (sich)? unsere _ (app|apps) …
      (laden|holen|installieren|testen|nutzen|entdecken) sie (sich)? die (neue|kostenlose)? (app|apps) (herunter|runter|auf ihr handy|im app store|für @)?
      (lade|hol|installiere|lad|teste|nutze) (dir)? (unsere|die) _ app …
      unsere (neue|kostenlose)? _ app (jetzt)? (herunterladen|downloaden|laden|installieren|gibt es|für) …
      die (neue|kostenlose)? _ app (herunterladen|downloaden|laden|installieren)
      die (neue|kostenlose)? _ app (herunterladen|downloaden|laden|installieren) (push|pushnachrichten|pushmeldungen|keine|immer|sofort|nachrichten|kostenlos|für) …
      (jetzt)? (im app store|bei google play|im google play store|im play store) (laden|herunterladen|erhältlich|verfügbar)?
      (zur|zum) (app|download)
      (artikel|nachrichten) in der app (lesen|öffnen) …
    `,
    en: `
      (download|get|try|install|use) our _ (app|apps) …
      (download|get|try|install|use) the (new|free|mobile|news)? (app|apps) (for ios|for android|for iphone|for your phone|from the app store|on google play|for ios and android|to stay up to date)?
      (available|download|get it) on (the)? (app store|google play|play store|apple app store) …
      (open|read|view|continue) (this)? (article|story)? in (the|our) app …
      (open|read|view|continue|listen) in app
      (our|the) (free|mobile|news)? app is available …
    `,
    fr: `
      (téléchargez|installez|découvrez|retrouveznous sur|essayez) (gratuitement|vite)? notre _ (application|appli|app) …
      (téléchargez|installez|découvrez|essayez) (gratuitement|vite)? (l|la)? (nouvelle)? (application|appli|app|l'application|l'appli|l'app)
      (disponible|télécharger) (sur|dans) (l'app store|google play|le play store|app store) …
      (ouvrir|lire|continuer) (l'article)? dans l'application …
    `,
    es: `
      (descarga|descargue|descárgate|instala|baja|bájate|descargá) (ya|gratis)? nuestra _ (app|aplicación) …
      (descarga|descargue|descárgate|instala|baja|bájate|descargá) (ya|gratis)? la (nueva)? (app|aplicación)
      disponible en (app store|google play|la app store) …
    `,
    it: `
      (scarica|scaricate|installa|prova|usa) (gratis)? (la)? nostra _ (app|applicazione) …
      (scarica|scaricate|installa|prova|usa) (gratis)? (la|l)? (nuova)? (app|applicazione|l'app|l'applicazione)
      disponibile su (app store|google play) …
    `,
    pt: `
      (descarregue|baixe|instale|faça o download|transfira|descarrega|faça download) (já|grátis|gratuitamente)? (a|o|da|do)? (nossa|nosso) _ (app|aplicação|aplicativo) …
      (descarregue|baixe|instale|faça o download|transfira|descarrega|faça download) (já|grátis|gratuitamente)? (a|o|da|do) (nova|novo)? (app|aplicação|aplicativo)
      disponível (na|no|em) (app store|google play) …
    `,
    nl: `
      (download|installeer|haal|probeer|gebruik) (nu)? onze _ app …
      (download|installeer|haal|probeer|gebruik) (nu)? de (nieuwe|gratis)? app
      (beschikbaar|verkrijgbaar|te downloaden) (in|op) (de)? (app store|google play|play store) …
      (lees|open) (dit artikel|verder)? in (de|onze) app …
    `,
    pl: `
      (pobierz|ściągnij|zainstaluj|wypróbuj) naszą (bezpłatną|darmową|mobilną|nową)? (aplikację|apkę) …
      (pobierz|ściągnij|zainstaluj|wypróbuj) (bezpłatną|darmową|mobilną|nową)? (aplikację|apkę)
      (dostępna|pobierz) (w|z) (app store|google play) …
    `,
  },
  examples: {
    removes: [
      "Laden Sie jetzt unsere kostenlose App!",
      "Download our app for iOS and Android",
      "Téléchargez notre application",
      "Descarga nuestra app",
      "Scarica la nostra app",
      "Baixe o nosso aplicativo",
      "Download nu onze app",
      "Pobierz naszą aplikację",
    ],
    keeps: [
      "Die App des Landkreises meldet seit Montag auch Hochwasser.",
      "Die neue App laden bislang nur wenige Bürger herunter.",
      "Download speeds fell by half in the valley this winter.",
      "Download the app and enter the code on the leaflet to pay for parking.",
      "Use the city's new app to report holes in the road.",
      "Nutzen Sie die App des Verkehrsverbunds, um Verspätungen zu sehen.",
      "Téléchargez l'application de la ville pour payer le stationnement.",
      "Descarga la aplicación del ayuntamiento para pagar el aparcamiento.",
      "Scarica l'app del comune per pagare il parcheggio.",
      "Baixe o aplicativo da prefeitura para pagar o estacionamento.",
      "Download de app van de gemeente om parkeergeld te betalen.",
      "Pobierz aplikację miasta, aby zapłacić za parking.",
    ],
  },
};

export const commentPrompt: Rule = {
  id: "comment-prompt",
  match: "whole",
  isWeak: true,
  leastAlone: 2,
  phrases: {
    de: `
      # (kommentar|kommentare|kommentaren|leserkommentare|antworten|reaktionen)
      (kommentar|kommentare|kommentieren|diskutieren|leserkommentare|leserbriefe|kommentarfunktion) #? (schreiben|lesen|anzeigen|verfassen|abgeben|hinterlassen|ansehen|geschlossen|ausblenden|einblenden|öffnen|zum artikel|zu diesem artikel)? #?
      (schreiben|hinterlassen|verfassen) sie (einen|den ersten|uns einen|ihren) kommentar …
      (schreibe|schreib|hinterlasse|verfasse) (einen|den ersten|uns einen|deinen) kommentar …
      (ihre|deine|eure) meinung (zum thema|ist gefragt|zählt|zu diesem thema|ist uns wichtig|interessiert uns) …
      (was|wie) (meinen|denken|sehen) sie (dazu|darüber|das)?
      (was|wie) (meinst|denkst|haltet|siehst) (du|ihr) (dazu|darüber|davon|das)?
      (diskutieren|reden|sprechen|kommentieren) sie mit
      (diskutieren|reden|sprechen|kommentieren) sie mit (uns|anderen|in den kommentaren|in unserem|auf @|über dieses thema|über diesen) …
    `,
    en: `
      # (comment|comments|replies|responses|reactions)
      (comment|comments|view comments|show comments|hide comments|leave a comment|leave a reply|post a comment|add a comment|add comment|join the discussion|join the conversation|have your say|write a comment|be the first to comment|read the comments|discuss|comments are closed|comments off|no comments|no comments yet|start the conversation) #? (below|on this article|on this story)?
      (what|so what) do you think …
      (share|leave|post|tell us|let us know) (us)? (your|what you) (thoughts|opinion|opinions|comment|comments|views|think)
      (share|leave|post|tell us|let us know) (us)? (your|what you) (thoughts|opinion|opinions|comment|comments|views|think) (below|in the comments|in the comment section|with us|on @|about this|on this|@) …
      (let us know|tell us) (what you think)? (below|in the comments) …
      (log in|login|sign in|register) to (comment|leave a comment|post|reply|join) …
    `,
    fr: `
      # (commentaire|commentaires|réactions|réponses)
      (commentaires|commentaire|commenter|réagir|laisser un commentaire|laissez un commentaire|ajouter un commentaire|voir les commentaires|lire les commentaires|publier un commentaire|réagissez|poster un commentaire|vos réactions|soyez le premier à réagir|soyez le premier à commenter|aucun commentaire) #?
      (donnez|partagez) (nous)? votre avis …
      (qu'en pensezvous|votre avis nous intéresse|votre avis compte) …
      (connectezvous|identifiezvous) pour (commenter|réagir|laisser) …
    `,
    es: `
      # (comentario|comentarios|respuestas)
      (comentarios|comentario|comentar|deja un comentario|dejar un comentario|deja tu comentario|deje su comentario|añadir comentario|ver comentarios|escribe un comentario|sé el primero en comentar|opina|sin comentarios|deja una respuesta) #?
      (qué opinas|qué opina|y tú qué opinas|qué te parece|danos tu opinión|déjanos tu opinión) (de esta noticia|de este artículo|sobre este|sobre esta|sobre el tema|del artículo|del tema|en los comentarios)?
      (inicia sesión|regístrate) para (comentar|dejar) …
    `,
    it: `
      # (commento|commenti|risposte)
      (commenti|commento|commenta|lascia un commento|scrivi un commento|aggiungi un commento|leggi i commenti|vedi i commenti|mostra commenti|nessun commento|lascia una risposta|di la tua) #?
      (cosa ne pensi|che ne pensi|e tu cosa ne pensi|voi cosa ne pensate|cosa ne pensate) (di questo articolo|di questa notizia|dell'articolo|faccelo sapere nei commenti|scrivilo nei commenti|nei commenti)?
      (accedi|effettua il login) per (commentare|lasciare) …
    `,
    pt: `
      # (comentário|comentários|respostas)
      (comentários|comentário|comentar|deixe um comentário|deixe o seu comentário|deixe seu comentário|escreva um comentário|adicionar comentário|ver comentários|faça um comentário|seja o primeiro a comentar|sem comentários|deixe uma resposta) #?
      (o que achou|o que acha|qual a sua opinião|dê a sua opinião|e você o que acha|deixe sua opinião) …
      (inicie sessão|faça login|entre) para (comentar|deixar) …
    `,
    nl: `
      # (reactie|reacties|opmerkingen)
      (reacties|reactie|reageer|reageren|geef een reactie|plaats een reactie|laat een reactie achter|schrijf een reactie|bekijk reacties|toon reacties|praat mee|discussieer mee|reageer op dit artikel|wees de eerste die reageert|geen reacties|geef je reactie|geef uw reactie) #?
      (wat vind|wat vindt|wat denk) (jij|u|je) (hiervan|ervan|van dit artikel|van dit bericht)? (laat het weten|laat het ons weten|reageer|praat mee)?
      (log in|inloggen) om te reageren …
    `,
    pl: `
      # (komentarz|komentarze|komentarzy|odpowiedzi)
      (komentarze|komentarz|skomentuj|dodaj komentarz|zostaw komentarz|napisz komentarz|zobacz komentarze|pokaż komentarze|bądź pierwszy|weź udział w dyskusji|dyskusja|opinie|brak komentarzy|wyraź swoją opinię|dodaj odpowiedź) #?
      (co o tym|a co wy|co sądzisz|co myślisz|jakie jest) (sądzisz|sądzicie|myślisz|myślicie|o tym|wasze zdanie|twoje zdanie)? …
      (zaloguj się) (aby|żeby|by) (skomentować|dodać) …
    `,
  },
  examples: {
    removes: [
      "12 Kommentare",
      "Schreiben Sie einen Kommentar",
      "Leave a comment",
      "3 commentaires",
      "Deja un comentario",
      "Lascia un commento",
      "Deixe um comentário",
      "Geef een reactie",
      "Dodaj komentarz",
    ],
    keeps: [
      "Kommentare zu laufenden Verfahren gibt das Gericht nicht ab.",
      "Comments by the mayor angered the council last week.",
      "What do you think of the bridge? That was the question on 400 postcards, the clerk said.",
      "Share your thoughts with the planners at the hearing in the town hall on 4 May.",
      "Diskutieren Sie mit dem Bürgermeister am Donnerstag im Gasthof Krone.",
      "¿Qué opinas de la plaza nueva?",
      "Cosa ne pensi del nuovo ponte?",
      "Wat vind je van de nieuwe brug?",
    ],
  },
};

export const readingTime: Rule = {
  id: "reading-time",
  match: "whole",
  isWeak: true,
  leastAlone: 2,
  phrases: {
    de: `
      (lesezeit|lesedauer|vorlesezeit|hördauer|dauer) (ca|circa|etwa|rund)? # (min|minute|minuten|sek|sekunden)?
      # (min|minute|minuten) (lesezeit|lesedauer|zum lesen|lesen)
    `,
    en: `
      (reading time|read time|estimated reading time|time to read|est reading time) (about|approx|approximately)? # (min|mins|minute|minutes)? (read)?
      # (min|mins|minute|minutes) (read|reading time|to read)
    `,
    fr: `
      (temps de lecture|durée de lecture|lecture) (environ|estimé)? # (min|mn|minute|minutes)?
      # (min|mn|minutes|minute) de lecture
    `,
    es: `
      (tiempo de lectura|lectura) (aproximado|estimado|de)? # (min|minuto|minutos)?
      # (min|minuto|minutos) de lectura
    `,
    it: `
      (tempo di lettura|lettura) (stimato|circa)? # (min|minuto|minuti)?
      # (min|minuto|minuti) di lettura
    `,
    pt: `
      (tempo de leitura|leitura) (estimado|de|aproximado)? # (min|minuto|minutos)?
      # (min|minuto|minutos) de leitura
    `,
    nl: `
      (leestijd|leesduur) (ca|circa|ongeveer)? # (min|minuut|minuten)?
      # (min|minuut|minuten) (leestijd|lezen|leesduur)
    `,
    pl: `
      (czas czytania|czas czytania artykułu|przeczytasz w|przeczytasz to w) (około|ok)? # (min|minuta|minuty|minut)?
      # (min|minuta|minuty|minut) (czytania|lektury)
    `,
  },
  examples: {
    removes: [
      "Lesezeit: 4 Minuten",
      "5 min read",
      "Temps de lecture : 3 min",
      "Leestijd 2 minuten",
    ],
    keeps: ["4 Minuten fehlten der Mannschaft zum Aufstieg."],
  },
};

export const copyrightLine: Rule = {
  id: "copyright-line",
  match: "whole",
  endsFreely: true,
  endsAsName: true,
  isWeak: true,
  leastAlone: 3,
  phrases: {
    de: `
      (alle rechte vorbehalten|nachdruck verboten|nachdruck nur mit genehmigung|vervielfältigung nur mit genehmigung)
      (copyright|c|copyright copyright|copyright c) #? _ alle rechte vorbehalten …
      (copyright|c|copyright copyright|copyright c) # _
      (dieser text|dieser artikel|dieser beitrag|das werk) (ist urheberrechtlich geschützt|unterliegt dem urheberrecht) …
    `,
    en: `
      (copyright|c|copyright copyright|copyright c) #? _ all rights reserved …
      (copyright|c|copyright copyright|copyright c) # _
      all rights reserved …
      this (material|content|article|story) may not be (published|reproduced|copied|republished) …
    `,
    fr: `
      (tous droits réservés|toute reproduction interdite|reproduction interdite) _
      (copyright|c|copyright copyright|copyright c) #? _ tous droits réservés …
    `,
    es: `
      (todos los derechos reservados|prohibida su reproducción|prohibida la reproducción) _
      (copyright|c|copyright copyright|copyright c) #? _ todos los derechos reservados …
    `,
    it: `
      (tutti i diritti riservati|riproduzione riservata|riproduzione vietata) _
      (copyright|c|copyright copyright|copyright c) #? _ (riproduzione riservata|tutti i diritti riservati)
    `,
    pt: `
      (todos os direitos reservados|proibida a reprodução|reprodução proibida) _
      (copyright|c|copyright copyright|copyright c) #? _ todos os direitos reservados
    `,
    nl: `
      (alle rechten voorbehouden|overname niet toegestaan) _
      (copyright|c|copyright copyright|copyright c) #? _ alle rechten voorbehouden
    `,
    pl: `
      (wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|kopiowanie zabronione) _
      (copyright|c|copyright copyright|copyright c) #? _ (wszelkie|wszystkie) prawa zastrzeżone
    `,
  },
  examples: {
    removes: [
      "© 2025 Talbote. Alle Rechte vorbehalten.",
      "All rights reserved.",
      "Riproduzione riservata",
    ],
    keeps: [
      "Alle Rechte an dem Lied liegen bei den Erben.",
      "Tous droits réservés aux riverains.",
      "All rights reserved for the fishermen.",
      "Todos los derechos reservados para la viuda.",
    ],
  },
};

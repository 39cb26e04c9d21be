import type { Rule } from "../rule.ts";

export const readMore: Rule = {
  id: "read-more",
  isNeverAsked: true,
  match: "whole",
  endsFreely: true,
  phrases: {
    de: `
      (weiterlesen|mehr lesen|jetzt lesen|mehr erfahren|artikel lesen|zum artikel|zum ganzen artikel|zum vollständigen artikel|ganzen artikel lesen|vollständigen artikel lesen|zum originalartikel|mehr anzeigen|alles lesen|zur originalmeldung)
      (den ganzen|den vollständigen|den kompletten|diesen) (artikel|beitrag|text|bericht) (hier|auf|bei|im|weiter)? (lesen|weiterlesen|lesen sie) …
      (lesen sie|lies|lest) hier (wie|warum|weshalb|welche|wer|wo|womit) …
      (lesen|lies) sie? (den ganzen|den vollständigen|den kompletten|mehr|hier den|weiter) (artikel|beitrag|text|bericht|auf|unter|hier) …
    `,
    en: `
      (continue reading|read more|keep reading|read on|read the full story|read the full article|read the rest|read full story|read full article|full story|view article|view full article|go to article|learn more|show more|read the whole story|read the original article|read original|source link|more)
      (continue reading|read the full|read the rest of|read the whole) (story|article|post|this|entry) (at|on|here|in)? …
    `,
    fr: `
      (lire la suite|lire l'article|lire plus|lire l'article complet|en savoir plus|voir plus|continuer la lecture|la suite)
      (lire|lisez) (la suite|l'intégralité|l'article complet|l'article) (de|sur|ici|dans) …
    `,
    es: `
      (leer más|seguir leyendo|sigue leyendo|continuar leyendo|leer nota completa|leer noticia completa|ver más|saber más|leer la nota completa|leer artículo completo|lee la nota completa|leer todo|más información)
      (lee|lea|leer|sigue leyendo|ver) (el artículo|la nota|la noticia|la nota completa|el artículo completo|la noticia completa) (completa|completo|en|aquí) …
    `,
    it: `
      (continua a leggere|leggi tutto|leggi di più|leggi l'articolo|leggi l'articolo completo|continua|leggi il resto|scopri di più|mostra altro)
      (leggi|continua a leggere) (tutto|l'articolo|il resto|l'articolo completo) (su|qui|dell|completo) …
    `,
    pt: `
      (ler mais|leia mais|continuar a ler|continue lendo|continue a ler|ver mais|saiba mais|ler artigo completo|leia na íntegra|leia a matéria completa|ler notícia completa)
      (leia|ler) (o artigo|a matéria|a notícia|o texto) (completo|completa|na íntegra|original) …
    `,
    nl: `
      (lees verder|lees meer|verder lezen|meer lezen|lees het hele artikel|lees het volledige artikel|bekijk meer|toon meer|lees het hele verhaal)
      lees (het|dit) (hele|volledige) (artikel|verhaal|bericht) (op|hier|in|bij) …
    `,
    pl: `
      (czytaj więcej|czytaj dalej|czytaj całość|więcej|zobacz więcej|pokaż więcej|przeczytaj całość|dowiedz się więcej|cały artykuł|przejdź do artykułu)
      (czytaj|przeczytaj) (cały|całość|pełny) (artykuł|tekst|na|w) …
    `,
  },
  examples: {
    removes: [
      "Weiterlesen",
      "Lesen Sie hier, warum die Brücke erst im Herbst fertig wird.",
      "Continue reading →",
      "Lire la suite",
      "Leggi tutto",
      "Lees verder »",
      "Czytaj dalej",
    ],
    keeps: [
      "Weiterlesen wollte danach niemand mehr.",
      "Lesen Sie hier, warum die Eltern klagen, sagte sie und gab ihm den Brief.",
      "More than forty people came to the meeting.",
    ],
  },
};

export const advertLabel: Rule = {
  id: "advert-label",
  match: "whole",
  phrases: {
    de: `
      (promotion|bezahlter inhalt|anzeigensonderveröffentlichung|artikel wird nach der anzeige fortgesetzt|ende der werbung)
      (werbung|anzeige) (überspringen|schließen|ausblenden)
      (affiliatelink|affiliatelinks|enthält affiliatelinks|dieser artikel enthält affiliatelinks) …
    `,
    en: `
      (paid content|partner content|story continues below|article continues below|scroll to continue|paid post)
      (story|article|post|content) continues (below|after) (the|this)? (video|photo|image|picture|map|gallery|graphic|post)
      (story|article|post|content) continues (below|after) (advertisement|ad|this ad|the ad|the advertisement)?
      (advertisement|ad) (scroll to continue|continue reading below|story continues below)?
    `,
    fr: `
      (publicité la suite ci dessous|contenu partenaire|publirédactionnel)
    `,
    es: `
      (publirreportaje|la nota continúa después de la publicidad)
    `,
    it: `
      (l'articolo continua dopo la pubblicità|l'articolo prosegue dopo la pubblicità)
    `,
    pt: `
      (continua após a publicidade|a notícia continua após o anúncio)
    `,
    nl: `
      (partnercontent|tekst gaat verder onder de advertentie|artikel gaat verder onder de advertentie|lees verder onder de advertentie|tekst loopt door onder de advertentie|ingezonden mededeling)
      (tekst|artikel|lees|verhaal) (gaat)? verder (onder|na) (de|het|deze) (foto|video|advertentie|afbeelding|reclame|tweet|kaart)
    `,
    pl: `
      (materiał promocyjny|dalsza część artykułu pod reklamą|dalszy ciąg materiału pod wideo|reszta artykułu pod materiałem wideo|dalsza część tekstu pod wideo|reszta tekstu pod materiałem wideo|autopromocja)
    `,
  },
  examples: {
    removes: [
      "Anzeige",
      "- Werbung -",
      "ADVERTISEMENT",
      "Article continues below advertisement",
      "Story continues after the photo",
      "Publicité",
      "Tekst gaat verder onder de foto",
      "REKLAMA",
    ],
    keeps: [
      "Werbung für Tabak bleibt im Stadion verboten.",
      "Reklama dźwignią handlu, mówi stare powiedzenie.",
    ],
  },
};

export const toolLabel: Rule = {
  id: "tool-label",
  match: "whole",
  isWeak: true,
  leastAlone: 3,
  phrases: {
    de: `
      (artikel|beitrag|text|diesen artikel|den artikel)? (anhören|vorlesen|vorlesen lassen|hören|abspielen|pausieren|als podcast|als audio|als pdf) #?
      (audio|video|player|podcast)? (abspielen|wiedergeben|pausieren|wird geladen|laden)
      (schriftgröße|schrift|textgröße|schriftgrad) (ändern|vergrößern|verkleinern|anpassen|a|klein|groß|normal)?
      (bild|bilder|foto|fotos|galerie|grafik|karte|video) (vergrößern|öffnen|anzeigen|ansehen|starten|abspielen|in großansicht)
      zum seitenende
      (in merkliste speichern|artikel gemerkt|gespeichert)
      auf (die|meine|deine|ihre) (merkliste|leseliste|watchlist) (setzen|nehmen)?
      (fehler gefunden|fehler entdeckt|fehler im text gefunden)
      (fehler melden|korrektur melden|problem melden|hinweis geben) _
      themen
      (themen|schlagworte|schlagwörter|tags|mehr aus) : …
    `,
    en: `
      (listen|listen to this article|listen to article|listen to this story|play audio|play|pause|audio|hear this story|listen now) _
      (text size|font size|increase text size|decrease text size|resize text|change text size|aa|a a a) (a|small|large|normal)?
      (view image|view gallery|open image|enlarge image|show caption|hide caption|view photos|see all photos|play video|watch video|full screen)
      next
      (spotted an error|see an error|found a mistake|see a typo)
      (report a typo|report an error|report a mistake|suggest a correction|submit a correction|report this ad) _
      (gift this article|give this article|save for later|add us as a preferred source on google)
      filed under
      (tags|topics|filed under|tagged|categories) : …
    `,
    fr: `
      (écouter|écouter l'article|écouter cet article|lecture audio|lire l'article à voix haute) _
      (taille du texte|agrandir l'image|voir l'image|voir la vidéo|zoom)
      (signaler une erreur|signaler une faute) _
      (ajouter à mes favoris|ajouter aux favoris|offrir l'article|offrir cet article)
      (mots clés|tags|thèmes|étiquettes) : …
    `,
    es: `
      (escuchar|escuchar artículo|escucha este artículo|escuchar noticia|audio|reproducir|escucha la noticia) _
      (tamaño de letra|tamaño del texto|ampliar foto|ampliar imagen|ver galería|ver vídeo|ver video)
      (reportar un error|informar de un error|has encontrado un error|ha encontrado un error) _
      (guardar en favoritos|añadir a favoritos|regalar artículo)
      (etiquetas|temas|archivado en|tags) : …
    `,
    it: `
      (ascolta|ascolta l'articolo|ascolta questo articolo|riproduci|audio) _
      (dimensione testo|ingrandisci immagine|guarda la gallery|guarda il video)
      (segnala un errore|hai trovato un errore|segnala errore) _
      (aggiungi ai preferiti|salva per dopo|regala articolo|regala questo articolo)
      temi
      (tag|tags|argomenti|etichette|temi) : …
    `,
    pt: `
      (ouvir|ouvir artigo|ouça este artigo|ouça a matéria|ouça esta notícia|áudio|ouvir notícia|reproduzir) _
      (tamanho da letra|tamanho do texto|ampliar imagem|ver galeria|ver vídeo|tela cheia|ecrã inteiro)
      (reportar erro|comunicar erro|encontrou um erro|informar erro) _
      (guardar nos favoritos|adicionar aos favoritos|oferecer artigo)
      assuntos
      (etiquetas|tags|tópicos|temas|assuntos) : …
    `,
    nl: `
      (luister|luister naar dit artikel|beluister dit artikel|artikel luisteren|beluister|audio|speel af) _
      (tekstgrootte|lettergrootte|vergroot|vergroot afbeelding|bekijk foto|bekijk video)
      (fout gezien|fout gevonden|meld een fout|tikfout gezien|spelfout gezien) _
      (bewaar voor later|cadeau geven|geef dit artikel cadeau)
      (tags|onderwerpen|trefwoorden) : …
    `,
    pl: `
      (posłuchaj|posłuchaj artykułu|odsłuchaj|odsłuchaj artykuł|słuchaj|odtwórz) _
      (rozmiar tekstu|wielkość czcionki|powiększ zdjęcie|zobacz galerię|zobacz zdjęcia|zobacz wideo)
      strona główna
      (zgłoś błąd|znalazłeś błąd|zauważyłeś błąd|widzisz błąd) _
      (dodaj do ulubionych|podaruj artykuł)
      (tagi|tematy|słowa kluczowe) : …
    `,
  },
  examples: {
    removes: [
      "Artikel anhören",
      "Zurück zur Startseite",
      "Listen to this article",
      "Back to top",
      "Retour en haut",
      "Volver arriba",
      "Torna su",
      "Voltar ao topo",
      "Terug naar boven",
      "Zgłoś błąd",
    ],
    keeps: [
      "Anhören muss der Ausschuss zuerst die Nachbarn.",
      "Back in the valley, nobody had heard the siren.",
    ],
  },
};

import type { Rule } from "../rule.ts";

export const readMore: Rule = {
  id: "read-more",
  match: "whole",
  phrases: {
    de: `
      (weiterlesen|mehr lesen|jetzt lesen|mehr erfahren|artikel lesen|zum artikel|zum ganzen artikel|zum vollständigen artikel|ganzen artikel lesen|vollständigen artikel lesen|zum originalartikel|mehr anzeigen|alles lesen|zur originalmeldung)
      (den ganzen|den vollständigen|den kompletten|diesen) (artikel|beitrag|text|bericht) (hier|auf|bei|im|weiter)? (lesen|weiterlesen|lesen sie) …
      (lesen|lies) sie? (den ganzen|den vollständigen|den kompletten|mehr|hier den|weiter) (artikel|beitrag|text|bericht|auf|unter|hier) …
    `,
    en: `
      (continue reading|read more|keep reading|read on|read the full story|read the full article|read the rest|read full story|read full article|full story|view article|view full article|go to article|learn more|show more|read the whole story|read the original article|read original|source link|more)
      (continue reading|read the full|read the rest of|read the whole) (story|article|post|this|entry) (at|on|here|in)? …
    `,
    fr: "(lire la suite|lire l'article|lire plus|lire l'article complet|en savoir plus|voir plus|continuer la lecture|la suite)\n(lire|lisez) (la suite|l'intégralité|l'article complet|l'article) (de|sur|ici|dans) …",
    es: "(leer más|seguir leyendo|sigue leyendo|continuar leyendo|leer nota completa|leer noticia completa|ver más|saber más|leer la nota completa|leer artículo completo|lee la nota completa|leer todo|más información)\n(lee|lea|leer|sigue leyendo|ver) (el artículo|la nota|la noticia|la nota completa|el artículo completo|la noticia completa) (completa|completo|en|aquí) …",
    it: "(continua a leggere|leggi tutto|leggi di più|leggi l'articolo|leggi l'articolo completo|continua|leggi il resto|scopri di più|mostra altro)\n(leggi|continua a leggere) (tutto|l'articolo|il resto|l'articolo completo) (su|qui|dell|completo) …",
    pt: "(ler mais|leia mais|continuar a ler|continue lendo|continue a ler|ver mais|saiba mais|ler artigo completo|leia na íntegra|leia a matéria completa|ler notícia completa)\n(leia|ler) (o artigo|a matéria|a notícia|o texto) (completo|completa|na íntegra|original) …",
    nl: "(lees verder|lees meer|verder lezen|meer lezen|lees het hele artikel|lees het volledige artikel|bekijk meer|toon meer|lees het hele verhaal)\nlees (het|dit) (hele|volledige) (artikel|verhaal|bericht) (op|hier|in|bij) …",
    pl: "(czytaj więcej|czytaj dalej|czytaj całość|więcej|zobacz więcej|pokaż więcej|przeczytaj całość|dowiedz się więcej|cały artykuł|przejdź do artykułu)\n(czytaj|przeczytaj) (cały|całość|pełny) (artykuł|tekst|na|w) …",
  },
  examples: {
    removes: [
      "Weiterlesen",
      "Continue reading →",
      "Lire la suite",
      "Leggi tutto",
      "Lees verder »",
      "Czytaj dalej",
    ],
    keeps: [
      "Weiterlesen wollte danach niemand mehr.",
      "More than forty people came to the meeting.",
    ],
  },
};

export const advertLabel: Rule = {
  id: "advert-label",
  match: "whole",
  phrases: {
    de: "(anzeige|anzeigen|werbung|advertorial|sponsored|gesponsert|gesponserter inhalt|promotion|bezahlter inhalt|anzeigensonderveröffentlichung|weiter nach der anzeige|nach der anzeige weiterlesen|nach der werbung weiterlesen|artikel wird nach der anzeige fortgesetzt|ende der werbung)\n(werbung|anzeige) (überspringen|schließen|ausblenden)\n(affiliatelink|affiliatelinks|enthält affiliatelinks|dieser artikel enthält affiliatelinks) …",
    en: "(advertisement|advertisements|ad|ads|sponsored|sponsored content|sponsored post|advertorial|promoted|paid content|partner content|story continues below|article continues below|scroll to continue|ad feedback|skip ad|remove ads|promoted content|paid post)\n(story|article|post|content) continues (below|after) (advertisement|ad|this ad|the ad|the advertisement)?\n(advertisement|ad) (scroll to continue|continue reading below|story continues below)?",
    fr: "(publicité|annonce|pub|contenu sponsorisé|sponsorisé|la suite après la publicité|la suite après cette publicité|après la publicité|publicité la suite ci dessous|contenu partenaire|publirédactionnel)",
    es: "(publicidad|anuncio|anuncios|contenido patrocinado|patrocinado|publirreportaje|continúa leyendo después de la publicidad|la nota continúa después de la publicidad|sigue después del anuncio)",
    it: "(pubblicità|annuncio|annuncio pubblicitario|contenuto sponsorizzato|sponsorizzato|messaggio pubblicitario|continua dopo la pubblicità|l'articolo continua dopo la pubblicità|l'articolo prosegue dopo la pubblicità|inserzione)",
    pt: "(publicidade|anúncio|anúncios|pub|patrocinado|conteúdo patrocinado|continua depois da publicidade|continua após a publicidade|propaganda|a notícia continua após o anúncio)",
    nl: "(advertentie|advertenties|reclame|gesponsord|gesponsorde inhoud|gesponsorde content|partnercontent|tekst gaat verder onder de advertentie|artikel gaat verder onder de advertentie|lees verder onder de advertentie|tekst loopt door onder de advertentie|ingezonden mededeling)\n(tekst|artikel|lees|verhaal) (gaat)? verder (onder|na) (de|het|deze) (foto|video|advertentie|afbeelding|reclame|tweet|kaart)",
    pl: "(reklama|reklamy|artykuł sponsorowany|materiał sponsorowany|materiał promocyjny|treść sponsorowana|dalsza część artykułu pod reklamą|ciąg dalszy artykułu pod reklamą|dalszy ciąg materiału pod wideo|reszta artykułu pod materiałem wideo|dalsza część tekstu pod wideo|reszta tekstu pod materiałem wideo|autopromocja)",
  },
  examples: {
    removes: [
      "Anzeige",
      "- Werbung -",
      "ADVERTISEMENT",
      "Article continues below advertisement",
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

export const paywallPrompt: Rule = {
  id: "paywall-prompt",
  match: "whole",
  phrases: {
    de: "(jetzt|bitte)? (weiterlesen|lesen sie weiter|lesen) (mit|im) (abo|plus|digitalabo|probeabo) …\n(dieser|der) (artikel|beitrag|inhalt|text) ist (nur)? (für|kostenpflichtig|exklusiv|abonnenten) …\n(sie haben|du hast) bereits ein (abo|abonnement|digitalabo|konto|plusabo) …\n(bereits|schon|noch kein|noch nicht) (abonnent|abonnentin|registriert|kunde|abo|angemeldet|mitglied) …\n(jetzt|hier|zum)? (abo|probeabo|digitalabo|plus|abonnement) (abschließen|bestellen|testen|sichern|kaufen|angebote|angebot|wählen) …\n(jetzt)? (kostenlos|gratis|#) (monat|wochen|monate|testen|registrieren|probelesen) (kostenlos|testen|lesen|für|gratis)? …\n(melden sie sich an|einloggen|anmelden|registrieren|loggen sie sich ein) (um|und) (weiterzulesen|weiterlesen|diesen) …",
    en: "(subscribe|sign in|log in|register|sign up|login|create a free account|create an account) to (continue|read|keep|unlock|access|view) …\n(already|not yet|not) (a|an)? (subscriber|member|registered|subscribed) …\nalready have an account …\n(this|the) (article|story|content|post|page) is (for|only|exclusively|reserved|available|free for|available only) (for|to|subscribers|members|paid|paying) …\n(to)? (continue reading|keep reading|read this article|read the full article) (please|subscribe|sign|log|register|with|you) …\n(start|begin|try|get) (your|a|#|our) _ (trial|subscription|digital subscription|unlimited access|free trial) …\n(subscribe|subscribe today|subscribe now|get unlimited access|unlimited digital access|become a subscriber|view subscription options|see subscription options|choose your plan)\n(subscribe) (today|now|from|for only|for just|for) _ (month|week|year|access|offer|#) …\n(you have|youve|you ve) (reached|read|used|#) _ (limit|articles|free articles|article) …",
    fr: "(article|contenu|suite) réservé|réservée (aux|à nos) (abonnés|abonnées|membres) …\n(cet article|la suite|ce contenu|l'article) (est|vous est) (réservé|réservée|exclusivement) (aux|à nos) …\n(déjà|pas encore) (abonné|abonnée|inscrit|membre) …\n(abonnezvous|inscrivezvous|connectezvous|identifiezvous) (pour|afin de|et|à partir) (lire|continuer|accéder|profiter|poursuivre|lisez|soutenez) …\n(il vous reste) # …\n(je m'abonne|s'abonner|abonnezvous|offre d'abonnement|voir les offres|profitez de notre offre|découvrir les offres)",
    es: "(este|el) (artículo|contenido) es (solo|exclusivo|sólo) (para|suscriptores) …\n(suscríbete|regístrate|inicia sesión|suscríbase|accede|regístrese) (para|y) (seguir|leer|continuar|sigue|acceder|disfruta|lee) …\n(ya eres|ya es|eres|aún no eres) (suscriptor|suscriptora|socio) …\n(contenido|artículo) (exclusivo)? (para|solo para) suscriptores …\n(suscríbete|suscríbase|hazte premium|ver ofertas|suscribirme)",
    it: "(questo|il) (articolo|contenuto) è (riservato|disponibile|solo) (agli|per|solo) …\n(contenuto riservato|articolo riservato) (agli)? (abbonati)? …\n(sei già|non sei|hai già) (abbonato|un abbonamento|registrato|iscritto) …\n(abbonati|accedi|registrati) (per|e) (continuare|leggere|leggi|proseguire|sbloccare) …\n(per continuare a leggere|per leggere l'articolo) (abbonati|accedi|registrati) …\n(abbonati|abbonati ora|abbonati subito|scopri le offerte|vedi le offerte)",
    pt: "(este|o) (artigo|conteúdo|texto) é (exclusivo|só|apenas|reservado) (para|a) …\n(conteúdo|artigo) (exclusivo|só) para (assinantes|subscritores) …\n(já é|já és|ainda não é|é) (assinante|subscritor|cliente) …\n(assine|subscreva|registese|inicie sessão|faça login|cadastrese|entre) (para|e) (ler|continuar|aceder|acessar|leia|ter|desbloquear) …\n(assine|assine já|subscreva já|subscreva|ver planos|ver ofertas)",
    nl: "(dit|het) (artikel|verhaal) is (alleen|exclusief|enkel|voorbehouden)? (voor|aan) (abonnees|leden|onze) …\n(al|nog geen|reeds|ben je al) (abonnee|lid|een account|account) …\n(log in|neem een abonnement|registreer|maak een account|word abonnee|abonneer je) (om|en) _ (lezen|verder|toegang|leest) …\n(verder lezen|verderlezen|onbeperkt lezen) (met|word|vanaf|voor) …\n(word abonnee|neem een abonnement|abonneer|bekijk abonnementen|abonneer nu|kies je abonnement)",
    pl: "(artykuł|tekst|treść|materiał) (jest)? (dostępny|dostępna|przeznaczony) (tylko|wyłącznie)? dla …\n(ten|dalsza część|pełny) (artykuł|artykułu|tekst|treść) (jest|przeznaczony|dostępny|dostępna|tylko) (tylko|dla|dostępny|dostępna|przeznaczony) …\n(masz już|nie masz|jesteś już) (konto|subskrypcję|prenumeratę|prenumeratorem|subskrybentem) …\n(zaloguj się|zaprenumeruj|wykup|kup) (aby|żeby|by|dostęp|subskrypcję|prenumeratę|i czytaj) …\n(kup prenumeratę|kup subskrypcję|wykup dostęp|prenumerata|zaloguj się)",
  },
  examples: {
    removes: [
      "Dieser Artikel ist nur für Abonnenten.",
      "Sie haben bereits ein Abo? Hier anmelden",
      "Subscribe to continue reading",
      "Already a subscriber? Sign in",
      "Cet article est réservé aux abonnés",
      "Este contenido es exclusivo para suscriptores",
      "Articolo riservato agli abbonati",
      "Dit artikel is alleen voor abonnees",
    ],
    keeps: [
      "Dieser Artikel der Satzung gilt nur für Vereine.",
      "Subscribe to nothing, he told his students, that you would not pay for twice.",
    ],
  },
};

export const toolLabel: Rule = {
  id: "tool-label",
  match: "whole",
  isWeak: true,
  phrases: {
    de: "(artikel|beitrag|text|diesen artikel|den artikel)? (anhören|vorlesen|vorlesen lassen|hören|abspielen|pausieren|als podcast|als audio|als pdf) #?\n(audio|video|player|podcast)? (abspielen|wiedergeben|pausieren|wird geladen|laden)\n(schriftgröße|schrift|textgröße|schriftgrad) (ändern|vergrößern|verkleinern|anpassen|a|klein|groß|normal)?\n(bild|bilder|foto|fotos|galerie|grafik|karte|video) (vergrößern|öffnen|anzeigen|ansehen|starten|abspielen|in großansicht)\n(zurück|nach oben|zum seitenanfang|zum seitenende|zur startseite|zurück zur startseite|zur übersicht|zurück zur übersicht|inhaltsverzeichnis|nächster artikel|vorheriger artikel|zurück zum anfang)\n(auf die merkliste|zur merkliste|in merkliste speichern|artikel gemerkt|gespeichert)\n(fehler gefunden|fehler entdeckt|fehler melden|fehler im text gefunden|korrektur melden|problem melden|hinweis geben) …\n(themen|schlagworte|schlagwörter|tags|mehr aus)\n(themen|schlagworte|schlagwörter|tags|mehr aus) : …",
    en: "(listen|listen to this article|listen to article|listen to this story|play audio|play|pause|audio|hear this story|listen now) _\n(text size|font size|increase text size|decrease text size|resize text|change text size|aa|a a a) (a|small|large|normal)?\n(click to enlarge|click to expand|click to view|view image|view gallery|open image|enlarge image|show caption|hide caption|view photos|see all photos|play video|watch video|full screen)\n(back to top|back to home|back|home|next|previous|next article|previous article|skip to content|table of contents|jump to|return to homepage|next post|previous post|top)\n(report a typo|report an error|spotted an error|see an error|found a mistake|report a mistake|suggest a correction|submit a correction|see a typo|report this ad) …\n(gift this article|give this article|save for later|add to reading list|save article|saved|add us as a preferred source on google)\n(tags|topics|filed under|tagged|categories)\n(tags|topics|filed under|tagged|categories) : …",
    fr: "(écouter|écouter l'article|écouter cet article|lecture audio|lire l'article à voix haute) _\n(taille du texte|agrandir|réduire|agrandir l'image|voir l'image|voir la vidéo|zoom|plein écran)\n(retour|retour en haut|haut de page|retour à l'accueil|accueil|article suivant|article précédent|sommaire|suivant|précédent)\n(signaler une erreur|une erreur|une faute|signaler une faute) …\n(ajouter à mes favoris|ajouter aux favoris|offrir l'article|offrir cet article|sauvegarder l'article)\n(mots clés|tags|thèmes|étiquettes)\n(mots clés|tags|thèmes|étiquettes) : …",
    es: "(escuchar|escuchar artículo|escucha este artículo|escuchar noticia|audio|reproducir|escucha la noticia) _\n(tamaño de letra|tamaño del texto|ampliar|ampliar foto|ampliar imagen|ver galería|ver vídeo|ver video|pantalla completa)\n(volver|volver arriba|ir arriba|inicio|volver al inicio|siguiente|anterior|artículo siguiente|artículo anterior|índice)\n(reportar un error|informar de un error|has encontrado un error|ha encontrado un error) …\n(guardar en favoritos|añadir a favoritos|regalar artículo)\n(etiquetas|temas|archivado en|tags)\n(etiquetas|temas|archivado en|tags) : …",
    it: "(ascolta|ascolta l'articolo|ascolta questo articolo|riproduci|audio) _\n(dimensione testo|ingrandisci|ingrandisci immagine|guarda la gallery|guarda il video|schermo intero)\n(torna su|torna in alto|torna alla home|home|indietro|avanti|articolo successivo|articolo precedente|indice|successivo|precedente)\n(segnala un errore|hai trovato un errore|segnala errore) …\n(aggiungi ai preferiti|salva per dopo|regala articolo|regala questo articolo)\n(tag|tags|argomenti|etichette|temi)\n(tag|tags|argomenti|etichette|temi) : …",
    pt: "(ouvir|ouvir artigo|ouça este artigo|ouça a matéria|ouça esta notícia|áudio|ouvir notícia|reproduzir) _\n(tamanho da letra|tamanho do texto|ampliar|ampliar imagem|ver galeria|ver vídeo|tela cheia|ecrã inteiro)\n(voltar|voltar ao topo|topo|voltar ao início|início|seguinte|anterior|próximo|artigo seguinte|artigo anterior|índice)\n(reportar erro|comunicar erro|encontrou um erro|informar erro) …\n(guardar nos favoritos|adicionar aos favoritos|oferecer artigo)\n(etiquetas|tags|tópicos|temas|assuntos)\n(etiquetas|tags|tópicos|temas|assuntos) : …",
    nl: "(luister|luister naar dit artikel|beluister dit artikel|artikel luisteren|beluister|audio|speel af) _\n(tekstgrootte|lettergrootte|vergroot|vergroot afbeelding|bekijk foto|bekijk video|volledig scherm)\n(terug|terug naar boven|naar boven|terug naar home|home|volgende|vorige|volgend artikel|vorig artikel|inhoudsopgave)\n(fout gezien|fout gevonden|meld een fout|tikfout gezien|spelfout gezien) …\n(bewaar artikel|artikel bewaren|bewaar voor later|cadeau geven|geef dit artikel cadeau)\n(tags|onderwerpen|trefwoorden)\n(tags|onderwerpen|trefwoorden) : …",
    pl: "(posłuchaj|posłuchaj artykułu|odsłuchaj|odsłuchaj artykuł|słuchaj|odtwórz) _\n(rozmiar tekstu|wielkość czcionki|powiększ|powiększ zdjęcie|zobacz galerię|zobacz zdjęcia|zobacz wideo|pełny ekran)\n(powrót|wróć|do góry|na górę|powrót na górę|strona główna|następny|poprzedni|następny artykuł|poprzedni artykuł|spis treści|powrót na stronę główną)\n(zgłoś błąd|znalazłeś błąd|zauważyłeś błąd|widzisz błąd) …\n(dodaj do ulubionych|zapisz na później|podaruj artykuł)\n(tagi|tematy|słowa kluczowe)\n(tagi|tematy|słowa kluczowe) : …",
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

export const scriptNotice: Rule = {
  id: "script-notice",
  match: "whole",
  phrases: {
    de: "(bitte)? (aktivieren|erlauben) sie (javascript|cookies) …\n(javascript|cookies) (ist|sind|muss|müssen) (deaktiviert|nicht aktiviert|aktiviert|in ihrem) …\n(ihr|dein) browser unterstützt (kein|keine|das|dieses|diesen|html) …\n(an dieser stelle|hier) (finden|findest|finde) (sie|du) (einen|ergänzende|ergänzenden|externe|externen) …\n(externer inhalt|empfohlener externer inhalt|inhalt von @|dieser inhalt) (wird|kann|von|stammt|zu|anzeigen|laden|erlauben|nicht)? …\n(ich bin damit einverstanden|mit dem laden|zum schutz ihrer) (dass mir|des|daten|akzeptieren|persönlichen) …",
    en: "(please)? (enable|turn on|allow) (javascript|cookies) …\n(javascript|cookies) (is|are|must be|needs to be) (disabled|required|enabled|not) …\nyour browser (does not|doesn t|doesnt) support …\n(this|the) (content|video|post|embed) (is|isn t|isnt|could|can|cannot) (not|available|be|no|blocked) (available|longer|be|displayed|loaded|in|due|because) …\n(loading|loading video|content loading)",
    fr: "(veuillez|merci d) (activer|accepter) (javascript|les cookies) …\n(votre navigateur ne|javascript est|ce contenu est|ce contenu n) (prend|supporte|désactivé|bloqué|peut|permet|est) …",
    es: "(activa|active|habilita|habilite) (javascript|las cookies|los cookies) …\n(tu|su) navegador no (soporta|admite|es) …\n(este contenido) (no está|está) (disponible|bloqueado) …",
    it: "(attiva|abilita) (javascript|i cookie) …\n(il tuo|il vostro) browser non supporta …\n(questo contenuto) (non è|è) (disponibile|bloccato) …",
    pt: "(ative|ativar|active|habilite) (o)? (javascript|os cookies|cookies) …\n(o seu|seu) (navegador|browser) não suporta …\n(este conteúdo) (não está|está) (disponível|bloqueado) …",
    nl: "(schakel|zet|activeer) (javascript|cookies) (in|aan)? …\n(je|uw|jouw) browser ondersteunt (geen|niet|deze|dit) …\n(deze|dit) (inhoud|content|video) (is|kan) niet …",
    pl: "(włącz|włączyć|proszę włączyć) (javascript|obsługę|ciasteczka|cookies) …\n(twoja|twoja) przeglądarka nie (obsługuje|wspiera) …\n(ta treść|ten materiał) (jest|nie jest) (niedostępna|dostępna|niedostępny|zablokowana) …",
  },
  examples: {
    removes: [
      "Bitte aktivieren Sie JavaScript, um den Inhalt zu sehen.",
      "Your browser does not support the video tag.",
      "Votre navigateur ne prend pas en charge la vidéo.",
    ],
    keeps: ["Cookies sind in der Bäckerei jetzt auch ohne Zucker zu haben."],
  },
};

/** Labels as content systems put them around articles, one a line, by language. */
export const LABELS: Readonly<Record<string, string>> = {
  de: `
    Jetzt kommentieren!
    Diese Seite ausdrucken
    Weitere Beiträge der Autorin
    Benachrichtigt mich bei neuen Kommentaren
    Cookies akzeptieren
    Externen Inhalt anzeigen
    Zurück zum Seitenanfang
    Im Browser lesen
    War dieser Beitrag hilfreich?
    Beitrag bewerten
    Vom selben Autor
    Kontakt zur Autorin
    Kein Spam, Abmeldung jederzeit möglich.
    Jetzt kostenlos anmelden
    Diskussion starten
  `,
  en: `
    Print this story
    Leave your thoughts in a comment
    All articles by this writer
    Accept all cookies
    Load external content
    View this newsletter online
    Previous story
    Tap to copy the link
    Rate this story
    Unlike
    Manage your email settings
    No spam. Unsubscribe anytime.
    More by the same author
    Contact the author
    Start a discussion
    Comments are closed.
  `,
  fr: `
    Imprimer cette page
    Laissez-nous votre commentaire
    Tous les articles de cet auteur
    Accepter les cookies
    Afficher le contenu externe
    Lire dans le navigateur
    Article suivant
    Derniers articles
    Notez cette page
    Contacter la rédactrice
    Du même auteur
    Pas de spam, désinscription à tout moment.
    Gérer vos préférences
    Saisissez votre adresse e-mail
  `,
  es: `
    Imprimir esta página
    Escribe tu comentario
    Más artículos de este autor
    Aceptar las cookies
    Mostrar el contenido externo
    Ver en el navegador
    Noticia anterior
    Últimas noticias
    Valora esta noticia
    ¿Te resultó útil esta página?
    Del mismo autor
    Contactar con la autora
    Gestionar las preferencias
  `,
  it: `
    Stampa questa pagina
    Scrivi il tuo commento
    Altri articoli di questo autore
    Accetta i cookie
    Mostra il contenuto esterno
    Leggi nel browser
    Articolo precedente
    Ultimi articoli
    Vota questa pagina
    Dello stesso autore
    Contatta la redazione
    Cancella l'iscrizione
    Gestisci le preferenze
  `,
  pt: `
    Imprimir esta página
    Escreva o seu comentário
    Mais artigos deste autor
    Aceitar os cookies
    Mostrar o conteúdo externo
    Ver no navegador
    Artigo anterior
    Últimas notícias
    Avalie esta notícia
    Do mesmo autor
    Fale com a autora
    Cancelar a subscrição
    Digite o seu email
  `,
  nl: `
    Druk deze pagina af
    Schrijf je reactie
    Meer artikelen van deze auteur
    Cookies accepteren
    Externe inhoud tonen
    Lees in de browser
    Vorig bericht
    Laatste berichten
    Beoordeel dit bericht
    Vind-ik-leuk
    Van dezelfde auteur
    Voorkeuren beheren
    Vul je e-mailadres in
  `,
  pl: `
    Wydrukuj tę stronę
    Napisz komentarz
    Więcej artykułów tego autora
    Akceptuj pliki cookie
    Pokaż treść zewnętrzną
    Zobacz w przeglądarce
    Poprzedni wpis
    Najnowsze wpisy
    Oceń ten wpis
    Tego samego autora
    Skontaktuj się z autorką
    Wypisz się z listy
    Zarządzaj preferencjami
  `,
  sv: `
    Skriv ut sidan
    Dela artikeln
    Läs också
    Liknande artiklar
    Prenumerera på vårt nyhetsbrev
    Skriv en kommentar
  `,
  da: `
    Kommentarer er lukket.
    Udskriv siden
    Del artiklen
    Læs også
    Lignende artikler
    Tilmeld dig vores nyhedsbrev
    Skriv en kommentar
  `,
  no: `
    Kommentarer er lukket.
    Skriv ut siden
    Del artikkelen
    Les også
    Lignende artikler
    Meld deg på vårt nyhetsbrev
    Skriv en kommentar
  `,
  cs: `
    Vytisknout stránku
    Sdílet článek
    Čtěte také
    Podobné články
    Odebírejte náš newsletter
    Přidat komentář
    Sdílejte článek
    Ohodnoťte článek
  `,
  hu: `
    Oldal nyomtatása
    Cikk megosztása
    Olvasd el ezt is
    Hasonló cikkek
    Iratkozz fel hírlevelünkre
    Írj hozzászólást
    Szólj hozzá!
    Oszd meg másokkal is!
    Legutóbbi hírek
    Kapcsolódó anyagok
    Sütik elfogadása
    Külső tartalom betöltése
    Kövessen minket!
  `,
  ro: `
    Tipărește pagina
    Distribuie articolul
    Citește și
    Articole asemănătoare
    Abonează-te la newsletter
    Adaugă un comentariu
    Trebuie să fii conectat ca să poți publica un comentariu.
    Evaluează articolul
    Încarcă conținutul extern
  `,
  tr: `
    Sayfayı yazdır
    Haberi paylaş
    Bunları da okuyun
    Benzer yazılar
    Bültenimize abone olun
    Yorum yaz
  `,
  uk: `
    Роздрукувати сторінку
    Поділитися статтею
    Читайте також
    Схожі новини
    Підпишіться на нашу розсилку
    Додати коментар
  `,
  ru: `
    Распечатать страницу
    Поделиться статьёй
    Читайте также
    Похожие новости
    Подпишитесь на нашу рассылку
    Добавить комментарий
  `,
  el: `
    Εκτύπωση σελίδας
    Κοινοποιήστε το άρθρο
    Διαβάστε επίσης
    Παρόμοια άρθρα
    Εγγραφείτε στο newsletter μας
    Γράψτε ένα σχόλιο
  `,
};

/** Headings and sentences of articles that are made of the words of labels, or begin like one. */
export const PROSE: Readonly<Record<string, string>> = {
  de: `
    Die Autoren der Studie
    Kommentare der Jury
    Verwandte Krankheiten
    Druck und Papier
    Nächste Schritte im Rathaus
    Neue Seiten im Kirchenbuch
    Folgen für die Anwohner
    Mehr Züge nach Halbach
    Ältere Menschen zuerst
    Der letzte Artikel des Vertrags
    Wie man Links erkennt
    Leser schreiben uns seit Jahren Briefe.
    Der Autor las aus seinem neuen Buch.
    Er hat den Artikel zweimal gelesen.
    Die Anzeige liegt bei der Polizei.
    Wir teilen uns den Garten mit den Nachbarn.
    Cookies backen wie früher
    Danach teilten sie das Brot.
    Suche nach Vermissten
    Zurück im Tal
    Teil 2
    Stimmen zum Spiel
    Kritik der Leser
    Inhalt der Kiste
    Antwort der Kirche
    Teilen Sie uns mit, wo das Boot liegt, bat der Hafenmeister.
    Folgen Sie uns, rief der Kapitän, und niemand rührte sich.
    Kommentieren Sie das nicht, riet ihm der Anwalt.
  `,
  en: `
    Comments from the jury
    Related diseases
    Print media in crisis
    The authors of the study
    Next steps for the council
    Previous convictions
    Latest figures
    Popular with tourists
    More trains to the coast
    The post office
    Read in prison
    Reply from the ministry
    Share of the vote
    Back in court
    Follow the money
    Like father, like son
    How to save a page
    Contents of the box
    A letter to the editor
    She posted the letter on Monday.
    He wrote the story and read it to us.
    We shared the food with our neighbours.
    I like this story, she said.
    They closed the channel for good.
    The author wrote about his family.
    View from the top
    Part 2
    Support for farmers
    Top of the hill
    Homo sapiens
    Rosa canina
    const share = 12
    Ad astra per aspera
    Related: he took the boat in the evening and left.
    Follow us, the guide shouted, and nobody moved.
    Subscribe to nothing, he told them, that you cannot read.
    Read more, she said to the children, and talk less.
    Sign up, the sergeant said, and you will see the world.
  `,
  fr: `
    Les auteurs de l'étude
    Commentaires du jury
    Maladies liées au climat
    La presse imprimée en crise
    Prochaines étapes à la mairie
    Partage des eaux
    Lettres au roi
    Retour au village
    Dernières paroles
    Il a lu le message à sa sœur.
    Nous avons partagé le pain avec les voisins.
    Comment partager un jardin
    L'auteur du vol a écrit une lettre.
    Réponse du préfet
    Réactions au village
    Partagez ceci, dit le vieux, et il posa le pain.
    Abonnez-vous, criait le vendeur au coin de la rue.
  `,
  es: `
    Los autores del robo
    Comentarios del jurado
    Enfermedades relacionadas con el agua
    Próximos pasos del ayuntamiento
    Regreso al pueblo
    Compartió el pan con los vecinos.
    Cómo compartir un huerto
    El autor escribió una carta.
    Últimas palabras
    Respuesta del ministro
    Más trenes a la costa
    Anuncio de la boda
    La siguiente parada
    Síganos, gritó el guía, y nadie se movió.
    Comente usted la sentencia, pidió el periodista.
  `,
  it: `
    Gli autori dello studio
    Commenti della giuria
    Malattie correlate al clima
    Prossimi passi in comune
    Ritorno al paese
    Ha letto la lettera alla sorella.
    Come condividere un orto
    L'autore del furto
    Ultime parole
    Risposta del sindaco
    Altri treni per il mare
    Stampa e radio
    Seguiteci, gridò la guida, e nessuno si mosse.
    Commentate voi, disse il giudice, io ho finito.
  `,
  pt: `
    Os autores do roubo
    Comentários do júri
    Doenças relacionadas com a água
    Próximos passos da câmara
    Regresso à aldeia
    Leu a carta à irmã.
    Partilhou o pão com os vizinhos.
    Como partilhar uma horta
    Últimas palavras
    Resposta do ministro
    Mais comboios para a costa
    Sigam-nos, gritou o guia, e ninguém se mexeu.
  `,
  nl: `
    De auteurs van de studie
    Reacties uit het dorp
    Verwante ziekten
    Volgende stappen van de raad
    Terug in het dal
    Hij las de brief aan zijn zus voor.
    Zij deelden het brood met de buren.
    Hoe deel je een tuin
    Deel 2
    Laatste woorden
    Antwoord van de minister
    Meer treinen naar de kust
    Reageer niet, zei de advocaat, en loop door.
  `,
  pl: `
    Autorzy badania
    Komentarze jury
    Choroby powiązane z wodą
    Następne kroki rady
    Powrót do wsi
    Przeczytał list siostrze.
    Podzielili się chlebem z sąsiadami.
    Jak podzielić ogród
    Ostatnie słowa
    Odpowiedź ministra
    Więcej pociągów nad morze
    Śledźcie nas, zawołał przewodnik, i nikt się nie ruszył.
  `,
  sv: `
    Författarna till studien
    Kommentarer från juryn
    Nästa steg i rådet
    Tillbaka i dalen
    Hon läste brevet för sin syster.
    De delade brödet med grannarna.
    Hur man delar en trädgård
    Senaste siffrorna
    Svar från ministern
    Följ pengarna
    Följ oss, ropade guiden, och ingen rörde sig.
  `,
  da: `
    Resten er kommentarer.
    Forfatterne bag undersøgelsen
    Kommentarer fra juryen
    Næste skridt i rådet
    Tilbage i dalen
    De delte brødet med naboerne.
    Svar fra ministeren
    Hun læste brevet for sin søster.
    Følg os, råbte guiden, og ingen rørte sig.
  `,
  no: `
    Resten er kommentarer.
    Forfatterne bak studien
    Kommentarer fra juryen
    Neste skritt i rådet
    Tilbake i dalen
    De delte brødet med naboene.
    Svar fra ministeren
    Følg oss, ropte guiden, og ingen rørte seg.
  `,
  cs: `
    Autoři studie
    Komentáře poroty
    Další kroky rady
    Návrat do vesnice
    Přečetl dopis sestře.
    Podělili se o chléb se sousedy.
    Poslední slova
    Odpověď ministra
    Sledujte nás, zavolal průvodce, a nikdo se nepohnul.
  `,
  hu: `
    A tanulmány szerzői
    A zsűri megjegyzései
    További lépések
    Vissza a faluba
    Elolvasta a levelet a nővérének.
    A miniszter válasza
    Kövessenek minket, kiáltotta az idegenvezető, de senki sem mozdult.
  `,
  ro: `
    Autorii studiului
    Comentariile juriului
    Următorii pași ai consiliului
    Înapoi în sat
    A citit scrisoarea surorii sale.
    Răspunsul ministrului
    Urmați-ne, strigă ghidul, și nimeni nu se mișcă.
  `,
  tr: `
    Çalışmanın yazarları
    Jürinin yorumları
    Sonraki adımlar
    Köye dönüş
    Mektubu kardeşine okudu.
    Ekmeği komşularıyla paylaştı.
    Bizi takip edin, diye bağırdı rehber, ama kimse kıpırdamadı.
  `,
  uk: `
    Автори дослідження
    Коментарі журі
    Наступні кроки ради
    Повернення до села
    Він прочитав листа сестрі.
    Автор написав статтю про село.
    Відповідь міністра
    Вони поділилися хлібом із сусідами.
    Читайте, казала вчителька, і ви зрозумієте.
  `,
  ru: `
    Авторы исследования
    Комментарии жюри
    Следующие шаги совета
    Возвращение в деревню
    Он прочитал письмо сестре.
    Автор написал статью о деревне.
    Ответ министра
    Они поделились хлебом с соседями.
    Читайте, говорила учительница, и вы поймёте.
  `,
  el: `
    Οι συγγραφείς της μελέτης
    Σχόλια της επιτροπής
    Επόμενα βήματα του συμβουλίου
    Επιστροφή στο χωριό
    Διάβασε το γράμμα στην αδελφή του.
    Απάντηση του υπουργού
    Ακολουθήστε μας, φώναξε ο οδηγός, και κανείς δεν κινήθηκε.
  `,
};

/** Headings that stand above paragraphs in newspapers, invented, by language. Each is made of words that labels have too. */
export const CROSSHEADS: Readonly<Record<string, string>> = {
  de: `
    Mehr Leser als Autoren ·
    Teilen ist alles · Unsere Reaktion · Die nächste Seite ·
    Erste Reaktionen · Empfehlungen · Kritische Stimmen · Gemischte Reaktionen · Weitere Pläne · Mehr Geld für alle ·
    Offene Fragen · Neue Regeln · Zurück zu den Anfängen · Alle an einem Tisch · Meinungen gehen auseinander ·
    Was nun? · Unterstützung vom Land · Nächste Schritte · Letzte Chance · Hilfe für Freunde und Familie ·
    Anmeldung und Kosten · Teilen und helfen · Folgen für die Anwohner · Keine Antwort · Neuer Kanal für die Schiffe ·
    Mitglieder entscheiden · Der Autor und sein Werk · Diskussion im Rat · Die beste Empfehlung · Alles auf Anfang ·
    Mehr Themen als Zeit · Fehler im System · Beliebt bei Gästen · Unsere Geschichte · Streit um den Kanal ·
    Alte Freunde · Kommentar der Chefin · Druck von oben · Posten und Pöstchen · Leser fragen · Wer zahlt? ·
    Weiter wie bisher · Neueste Zahlen · Alles im Fluss · Schluss mit lustig · Teil der Lösung · Merken und vergessen ·
    Die Seite gewechselt · Jetzt oder nie · Später Dank · Bestellt und nicht abgeholt · Suche nach Zeugen ·
    Zurück im Leben · Keine Werbung · Warten auf Antwort · Anzeige erstattet · Kein Kommentar ·
    Ein Tipp aus Freundeskreisen · Handel und Wandel · Verwandte Seelen · Ähnliche Fälle · Das letzte Kapitel
  `,
  en: `
    Sharing is a start · Our thoughts · Our channel · The next page · The next topics · Reading list ·
    First reactions · Mixed reactions · The reaction · Sharing · Sharing the load · Recommendations · Next steps ·
    What comes next · More money for all · More questions than answers · No answers yet ·
    A popular plan · New members · Friends and family · Support from above · Support for members · An open discussion ·
    The latest plan · Our friends · Joining forces · Follow the money · Saving the page · All or nothing ·
    Signs of change · Related worries · The main contents · An error of judgement · Settings and scenes ·
    Thoughts of home · About us all · Discovering more · No comment · Old friends · Printing money ·
    Search for survivors · Read the room · A page turned · Under pressure · Report delayed · More to follow ·
    Liked by few · Save the date · Post office · Tip of the iceberg · Donations pour in · Register of names ·
    Email trail · Ad break · Next in line · Start again · Press on · Hide and seek · Join the queue · Sponsor found ·
    Log of events · Similar cases · The last page · Support grows · Leave or remain · All aboard
  `,
  fr: `
    Partager n'est pas donner ·
    Le débat continue ·
    Notre forum · La prochaine page · Notre discussion ·
    Premières réactions · Réactions mitigées · Recommandations · Une première réponse · Plus de moyens ·
    Retour aux sources · Nouveaux membres · Dernière chance · Tous ensemble · Avis partagés · Le partage des eaux ·
    Les suites · Soutien de la région · Prochaine étape · Une inscription tardive · Des abonnés en colère ·
    Amis et famille · Une erreur de plus · L'auteur et son double · Débat ouvert · Aucune réponse · Lectures d'enfance ·
    Suivre le fleuve · Pas de commentaire · Suite et fin · Pages tournées · Retour gagnant · Presse sous pression ·
    Lire entre les lignes · Recherche de témoins · Partager l'eau · Impression de déjà-vu · Le lien rompu ·
    Ouvrir la voie · Accepter la défaite · Encore plus loin · Toujours plus · Tout changer
  `,
  es: `
    Más lectores que autores ·
    Nuestra conversación · La próxima página ·
    Primeras reacciones · Reacciones encontradas · Recomendaciones · Más dinero · Vuelta al principio ·
    Nuevos miembros · Última oportunidad · Todos juntos · Opiniones divididas · Sin respuesta · Próximos pasos ·
    Apoyo de la región · Compartir el agua · Amigos y familia · Un error más · El autor y su sombra · Debate abierto ·
    Seguir el río · La inscripción · Lecturas de infancia · Relacionados por sangre · Canal nuevo · Página nueva ·
    Buscar culpables · Leer entre líneas · Volver a empezar · Aceptar la derrota · Guardar silencio · Enviar señales ·
    Abrir camino · Cerrar heridas · Seguir adelante · Ver para creer · Compartir gastos · Un nuevo comienzo ·
    Todo o nada · Más vale tarde
  `,
  it: `
    Più lettori che autori ·
    Il dibattito continua ·
    La prossima pagina ·
    Prime reazioni · Reazioni contrastanti · Raccomandazioni · Più soldi · Ritorno alle origini · Nuovi membri ·
    Ultima occasione · Tutti insieme · Opinioni divise · Nessuna risposta · Prossimi passi · Il sostegno della regione ·
    Condividere l'acqua · Amici e famiglia · Un errore di troppo · L'autore e la sua ombra · Dibattito aperto ·
    Seguire il fiume · L'iscrizione · Letture d'infanzia · Altri tempi · I più letti in paese · Pagina nuova ·
    Cercare colpevoli · Leggere tra le righe · Ricominciare · Accettare la sconfitta · Mandare segnali ·
    Aprire la strada · Avanti tutta · Dividere le spese · Tutto o niente · Un nuovo inizio · Ancora insieme
  `,
  pt: `
    Mais leitores do que autores ·
    Primeiras reações · Reações diversas · Recomendações · Mais dinheiro · Regresso às origens · Novos membros ·
    Última oportunidade · Todos juntos · Opiniões divididas · Sem resposta · Próximos passos · Apoio da região ·
    Partilhar a água · Amigos e família · Um erro a mais · O autor e a sua sombra · Debate aberto · Seguir o rio ·
    A inscrição · Leituras de infância · Outros tempos · Página virada · Procurar culpados · Ler nas entrelinhas ·
    Recomeçar · Aceitar a derrota · Enviar sinais · Abrir caminho · Seguir em frente · Tudo ou nada · Um novo início ·
    Mais do mesmo
  `,
  nl: `
    Meer lezers dan schrijvers ·
    Delen is het nieuwe hebben ·
    Eerste reacties · Gemengde reacties · Aanbevelingen · Meer geld · Nieuwe leden ·
    Laatste kans · Allemaal samen · De mening · Meningen verdeeld · Geen antwoord · Volgende stappen ·
    Steun van het rijk · Samen delen · Vrienden en familie · Een fout te veel · De schrijver en zijn werk ·
    Open discussie · De rivier volgen · De inschrijving · Andere tijden · Nieuw kanaal · Bladzijde om ·
    Zoeken naar schuldigen · Tussen de regels lezen · Opnieuw beginnen · Verlies accepteren · Signalen sturen ·
    Alles of niets · Nieuw begin · Meer van hetzelfde · De druk loopt op
  `,
  pl: `
    Pierwsze reakcje · Mieszane reakcje · Rekomendacje · Więcej pieniędzy · Powrót do początków · Nowi członkowie ·
    Ostatnia szansa · Wszyscy razem · Opinie podzielone · Brak odpowiedzi · Następne kroki · Wsparcie z regionu ·
    Przyjaciele i rodzina · O jeden błąd za dużo · Autor i jego cień · Otwarta dyskusja · Śladem rzeki · Inne czasy ·
    Nowy kanał · Dzielenie się wodą · Polecenia z góry · Pierwsze zapisy · Nowa strona · Szukanie winnych ·
    Czytanie między wierszami · Zacząć od nowa · Przyjąć porażkę · Wysłać sygnał · Otworzyć drogę · Iść dalej ·
    Wszystko albo nic · Nowy początek · Więcej tego samego
  `,
  sv: `
    Fler läsare än skribenter ·
    Första reaktionerna · Blandade reaktioner · Rekommendationer · Mer pengar · Tillbaka till början · Nya medlemmar ·
    Sista chansen · Alla tillsammans · Delade meningar · Inget svar · Nästa steg · Stöd från regionen ·
    Dela på vattnet · Vänner och familj · Ett fel för mycket · Öppen diskussion · Följa floden · Anmälan · Andra tider ·
    En ny kanal · Ny sida · Läsa mellan raderna · Börja om · Allt eller inget · Mer av samma · Nytt liv · Trycket ökar ·
    Skicka signaler · Öppna dörrar
  `,
  da: `
    Flere læsere end skribenter ·
    Første reaktioner · Blandede reaktioner · Anbefalinger · Flere penge · Tilbage til begyndelsen · Nye medlemmer ·
    Sidste chance · Alle sammen · Delte meninger · Intet svar · Næste skridt · Støtte fra regionen · Dele vandet ·
    Venner og familie · En fejl for meget · Åben debat · Følge floden · Tilmeldingen · Andre tider · En ny kanal ·
    Ny side · Læse mellem linjerne · Begynde forfra · Alt eller intet · Mere af det samme · Presset stiger ·
    Sende signaler · Åbne døre
  `,
  no: `
    Flere lesere enn skribenter ·
    Første reaksjoner · Blandede reaksjoner · Anbefalinger · Mer penger · Tilbake til begynnelsen · Nye medlemmer ·
    Siste sjanse · Alle sammen · Delte meninger · Ingen svar · Neste steg · Støtte fra regionen · Dele vannet ·
    Venner og familie · En feil for mye · Åpen debatt · Følge elva · Påmeldingen · Andre tider · En ny kanal · Ny side ·
    Lese mellom linjene · Begynne på nytt · Alt eller ingenting · Mer av det samme · Presset øker · Sende signaler ·
    Åpne dører
  `,
  cs: `
    První reakce · Smíšené reakce · Doporučení · Více peněz · Zpátky na začátek · Noví členové · Poslední šance ·
    Všichni společně · Rozdílné názory · Žádná odpověď · Další kroky · Podpora kraje · Sdílení vody · Přátelé a rodina ·
    O chybu víc · Autor a jeho stín · Otevřená diskuse · Po řece dál · Jiné časy · Nový kanál · Nová stránka ·
    Číst mezi řádky · Začít znovu · Všechno, nebo nic · Víc toho samého · Tlak roste · Vyslat signál · Otevřít dveře
  `,
  hu: `
    Több olvasó, mint szerző ·
    Első reakciók · Vegyes reakciók · Ajánlások · Több pénz · Vissza a kezdetekhez · Új tagok · Utolsó esély ·
    Mindenki együtt · Megoszló vélemények · Nincs válasz · Következő lépések · A megye támogatása · Megosztott víz ·
    Barátok és család · Eggyel több hiba · A szerző és árnyéka · Nyílt vita · A folyót követve · Más idők ·
    Új csatorna · Új oldal · Olvasni a sorok között · Újra kezdeni · Mindent vagy semmit · Több ugyanabból ·
    Nő a nyomás · Jelet küldeni · Ajtót nyitni
  `,
  ro: `
    Primele reacții · Reacții amestecate · Recomandări · Mai mulți bani · Membri noi · Ultima șansă · Toți împreună ·
    Păreri împărțite · Niciun răspuns · Pașii următori · Sprijin din regiune · Apa împărțită · Prieteni și familie ·
    O greșeală în plus · Autorul și umbra lui · Dezbatere deschisă · Pe urma râului · Alte vremuri · Un canal nou ·
    Pagină nouă · A citi printre rânduri · De la capăt · Totul sau nimic · Mai mult din același · Crește presiunea ·
    Uși deschise
  `,
  tr: `
    İlk tepkiler · Karışık tepkiler · Öneriler · Daha çok para · Başa dönüş · Yeni üyeler · Son şans · Hep birlikte ·
    Bölünen görüşler · Yanıt yok · Sonraki adımlar · Bölgeden destek · Suyu paylaşmak · Dostlar ve aile ·
    Bir hata daha · Yazar ve gölgesi · Açık tartışma · Nehri izlemek · Başka zamanlar · Yeni kanal · Yeni sayfa ·
    Satır aralarını okumak · Yeniden başlamak · Ya hep ya hiç · Aynısından daha fazla · Baskı artıyor · Açık kapılar
  `,
  uk: `
    Перші реакції · Різні реакції · Рекомендації · Більше грошей · Назад до початку · Нові учасники · Останній шанс ·
    Усі разом · Думки розділилися · Немає відповіді · Наступні кроки · Підтримка області · Спільна вода ·
    Друзі та родина · Ще одна помилка · Автор і його тінь · Відкрита дискусія · Уздовж річки · Інші часи · Новий канал ·
    Нова сторінка · Читати між рядками · Почати знову · Все або нічого · Більше того самого · Тиск зростає ·
    Відкриті двері
  `,
  ru: `
    Первые реакции · Смешанные реакции · Рекомендации · Больше денег · Назад к началу · Новые участники ·
    Последний шанс · Все вместе · Мнения разделились · Нет ответа · Следующие шаги · Поддержка области · Общая вода ·
    Друзья и семья · Ещё одна ошибка · Автор и его тень · Открытая дискуссия · Вслед за рекой · Другие времена ·
    Новый канал · Новая страница · Читать между строк · Начать снова · Всё или ничего · Больше того же ·
    Давление растёт · Открытые двери
  `,
  el: `
    Πρώτες αντιδράσεις · Ανάμεικτες αντιδράσεις · Συστάσεις · Περισσότερα χρήματα · Νέα μέλη · Τελευταία ευκαιρία ·
    Όλοι μαζί · Διχασμένες απόψεις · Καμία απάντηση · Επόμενα βήματα · Υποστήριξη από την περιφέρεια · Κοινό νερό ·
    Φίλοι και οικογένεια · Ένα λάθος ακόμη · Ο συγγραφέας και η σκιά του · Ανοιχτή συζήτηση · Ακολουθώντας το ποτάμι ·
    Άλλοι καιροί · Νέο κανάλι · Νέα σελίδα · Διαβάζοντας ανάμεσα στις γραμμές · Από την αρχή · Όλα ή τίποτα ·
    Περισσότερα από τα ίδια · Η πίεση αυξάνεται · Ανοιχτές πόρτες
  `,
};

/** Sentences that are a whole paragraph of an article, of words that labels have too. */
export const SHORT_SENTENCES: Readonly<Record<string, string>> = {
  de: `
    Dann abonnieren wir. · Wir wollen mitdiskutieren. ·
    Die Reaktionen waren gemischt. · Mehr dazu will sie erst im Mai sagen. · Alle Mitglieder stimmten zu. ·
    Teilen wollte er nie. · Die Anmeldung ist bis Freitag möglich. · Keine Antwort war auch eine Antwort. ·
    Wir lesen hier alle gern. · Die Diskussion geht weiter. · Der Link funktioniert nicht mehr. ·
    Sie schrieb einen Kommentar und löschte ihn wieder. · Auf Facebook folgten ihm bald tausend Leute. ·
    Diese Seite der Stadt kennt kaum jemand. · Alle Kommentare wurden gelöscht. ·
    Ich habe keine Einstellungen geändert. · In diesem Beitrag zeigen wir, wie es geht. ·
    Ein Kommentar war nicht zu bekommen. · Alle Seiten gaben nach. · Das war der letzte Beitrag. ·
    Mehr wollte er nicht sagen. · Sie teilten alles. · Die Suche geht weiter. · Weiter geht es am Montag. ·
    Das Fenster stand offen. · Wir haben noch offene Stellen. · Danach folgten alle.
  `,
  en: `
    Then we sign. · Then we subscribe. ·
    The reaction was mixed. · All members agreed. · More will follow. · Comments were closed within the hour. ·
    This post will discuss three plans. · So we thought that this is not the end. ·
    She left a comment and deleted it again. · He never shared. · We read it all. · The discussion continues. ·
    In this article we show how. · I have not changed any settings. · He posted a link on Twitter. ·
    The author does not reply to emails. · Readers wrote letters. · They share a page with us. ·
    You can see it from here. · Nobody follows the rules. · No comment was to be had. · All sides gave way. ·
    That was the last post. · He would say no more. · They shared it all. · The search goes on. · The window was open. ·
    Everyone followed. · We print no names. · That is all there is. · The site is closed. · It may change at any time. ·
    This was not an error. · We like it here. · You will like us.
  `,
  fr: `
    Plus jamais ça · Rien de plus. ·
    Les réactions ont été mitigées. · Tous les membres sont d'accord. · La suite est connue. · Le débat continue. ·
    Elle a laissé un commentaire, puis l'a effacé. · Nous lisons tout. · L'auteur ne répond pas. ·
    Je n'ai rien changé aux paramètres. · Cet article raconte leur histoire. · Il n'a jamais partagé. ·
    La fenêtre était ouverte. · Tous ont suivi. · C'était le dernier article. · La recherche continue. ·
    Le site est fermé. · Ce n'était pas une erreur. · Ils partagent tout.
  `,
  es: `
    Las reacciones fueron diversas. · Todos los miembros están de acuerdo. · El debate continúa. ·
    Dejó un comentario y lo borró. · Leemos todo. · El autor no responde. · No he cambiado nada en los ajustes. ·
    Este artículo cuenta su historia. · Nunca compartió nada. · Más no quiso decir. · La ventana estaba abierta. ·
    Todos siguieron. · Fue la última página. · La búsqueda continúa. · El sitio está cerrado. · No fue un error. ·
    Comparten todo.
  `,
  it: `
    Le reazioni sono state diverse. · Tutti i membri sono d'accordo. · Il dibattito continua. ·
    Ha lasciato un commento e lo ha cancellato. · Leggiamo tutto. · L'autore non risponde. ·
    Non ho cambiato le impostazioni. · Questo articolo racconta la loro storia. · Non ha mai condiviso nulla. ·
    La finestra era aperta. · Tutti hanno seguito. · Il sito è chiuso. · Non è stato un errore. · Condividono tutto.
  `,
  pt: `
    As reações foram diversas. · Todos os membros concordam. · O debate continua. · Deixou um comentário e apagou-o. ·
    Lemos tudo. · O autor não responde. · Não mudei as definições. · Este artigo conta a sua história. ·
    Nunca partilhou nada. · A janela estava aberta. · Todos seguiram. · O site está fechado. · Não foi um erro.
  `,
  nl: `
    De reacties waren gemengd. · Alle leden zijn het eens. · De discussie gaat door. ·
    Ze liet een reactie achter en haalde die weer weg. · Wij lezen alles. · De schrijver antwoordt niet. ·
    Ik heb de instellingen niet veranderd. · Dit artikel vertelt hun verhaal. · Hij deelde nooit. ·
    Het venster stond open. · Iedereen volgde. · De site is gesloten. · Het was geen fout. · Ze delen alles.
  `,
  pl: `
    Reakcje były różne. · Wszyscy członkowie są zgodni. · Dyskusja trwa. · Napisała komentarz i go usunęła. ·
    Czytamy wszystko. · Autor nie odpowiada. · Nie zmieniałem ustawień. · Ten artykuł opowiada ich historię. ·
    Nigdy się nie dzielił. · Okno było otwarte. · Strona jest zamknięta. · To nie był błąd. · Dzielą się wszystkim.
  `,
  sv: `
    Reaktionerna var blandade. · Alla medlemmar är överens. · Diskussionen fortsätter. ·
    Hon skrev en kommentar och tog bort den. · Vi läser allt. · Författaren svarar inte. ·
    Jag har inte ändrat inställningarna. · Fönstret var öppet. · Sidan är stängd. · Det var inget fel. ·
    De delar allt.
  `,
  da: `
    Reaktionerne var blandede. · Alle medlemmer er enige. · Debatten fortsætter. ·
    Hun skrev en kommentar og slettede den igen. · Vi læser det hele. · Forfatteren svarer ikke. ·
    Jeg har ikke ændret indstillingerne. · Vinduet var åbent. · Siden er lukket. · Det var ingen fejl. · De deler alt.
  `,
  no: `
    Reaksjonene var blandede. · Alle medlemmer er enige. · Debatten fortsetter. ·
    Hun skrev en kommentar og slettet den igjen. · Vi leser alt. · Forfatteren svarer ikke. ·
    Jeg har ikke endret innstillingene. · Vinduet var åpent. · Siden er stengt. · Det var ingen feil. · De deler alt.
  `,
  cs: `
    Reakce byly různé. · Všichni členové souhlasí. · Diskuse pokračuje. · Napsala komentář a smazala ho. ·
    Čteme všechno. · Autor neodpovídá. · Nastavení jsem neměnil. · Okno bylo otevřené. · Stránka je zavřená. ·
    Nebyla to chyba.
  `,
  hu: `
    A reakciók vegyesek voltak. · Minden tag egyetért. · A vita folytatódik. · Írt egy hozzászólást, majd törölte. ·
    Mindent elolvasunk. · A szerző nem válaszol. · Nem módosítottam a beállításokat. · Az ablak nyitva volt. ·
    Az oldal zárva van. · Nem volt hiba.
  `,
  ro: `
    Reacțiile au fost diferite. · Toți membrii sunt de acord. · Discuția continuă. ·
    A lăsat un comentariu și l-a șters. · Citim tot. · Autorul nu răspunde. · Nu am schimbat setările. ·
    Fereastra era deschisă. · Pagina este închisă. · Nu a fost o eroare.
  `,
  tr: `
    Tepkiler karışıktı. · Bütün üyeler aynı fikirde. · Tartışma sürüyor. · Bir yorum yazdı ve sildi. ·
    Hepsini okuyoruz. · Yazar yanıt vermiyor. · Ayarları değiştirmedim. · Pencere açıktı. · Sayfa kapalı. ·
    Bu bir hata değildi.
  `,
  uk: `
    Реакції були різні. · Усі учасники згодні. · Дискусія триває. · Вона написала коментар і видалила його. ·
    Ми читаємо все. · Автор не відповідає. · Я не змінював налаштувань. · Вікно було відкрите. · Сторінка закрита. ·
    Це не була помилка.
  `,
  ru: `
    Реакции были разные. · Все участники согласны. · Дискуссия продолжается. · Она написала комментарий и удалила его. ·
    Мы читаем всё. · Автор не отвечает. · Я не менял настройки. · Окно было открыто. · Страница закрыта. ·
    Это не была ошибка.
  `,
  el: `
    Οι αντιδράσεις ήταν διαφορετικές. · Όλα τα μέλη συμφωνούν. · Η συζήτηση συνεχίζεται. ·
    Έγραψε ένα σχόλιο και το έσβησε. · Διαβάζουμε τα πάντα. · Ο συγγραφέας δεν απαντά. · Δεν άλλαξα τις ρυθμίσεις. ·
    Το παράθυρο ήταν ανοιχτό. · Η σελίδα είναι κλειστή. · Δεν ήταν λάθος.
  `,
};

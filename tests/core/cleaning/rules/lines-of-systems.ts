/** Labels of publishing systems as each language says them, invented after what systems say. */
export const SYSTEM_LABELS: Readonly<Record<string, string>> = {
  de: `
    Auf die Merkliste setzen · Für später speichern · Dunkles Design einschalten · Probleme mit der Darstellung dieser E-Mail? · Sie können sich jederzeit abmelden. ·
    Rezept drucken · Zum Rezept springen ·
    Schrift vergrößern ·
    Sprache auswählen ·
    Lesen Sie dazu ein Interview mit Jana Brandt · Weitere Texte zum Stöbern · Diesen Text mit einem Herz markieren ·
    Ende der Anzeige · Noch keine Kommentare vorhanden · Zum Abspielen des Videos bitte Cookies zulassen ·
    In Zwischenablage kopieren · Thema folgen ·
    Alle Folgen anhören · Unsere Postanschrift lautet: · Zur Person · Verschlagwortet mit · Inhalt dieser Seite ·
    Haben Sie einen Fehler entdeckt? · Hier geht es zum Artikel
  `,
  en: `
    Read in app · Already a paid subscriber? Sign in · Is this email not displaying correctly? · Add to reading list · Save this for later · Turn on dark mode · Having trouble viewing this email? · Add us as a preferred source · You may unsubscribe at any time. ·
    Jump to recipe · Rate this recipe ·
    Larger text · Reset font size ·
    Select language · Translate this page ·
    Read our interview with Jana Brandt · All stories by this reporter · Mark this as a favourite ·
    End of advertisement · Noticed a mistake? Write to us · Follow the topics you care about ·
    Listen to all episodes · Want to change how you receive these emails? · Sort by best ·
    Privacy preference center · On this page · Leave a tip · Recommended by Taboola · See also our editorial ·
    Meet the reporter · How did you like this story?
  `,
  fr: `
    Se désinscrire de cette liste ·
    Ajouter à la liste de lecture · Lire plus tard · Activer le mode sombre · Vous pouvez vous désabonner à tout moment. ·
    Imprimer la recette ·
    Réduire la taille du texte ·
    Choisir la langue ·
    Lire notre entretien avec Jana Brandt · Les lecteurs ont également aimé · Tous les textes de cette journaliste ·
    Fin de la publicité · Retirer mon consentement · Copier dans le presse-papiers · Suivre ce thème ·
    Écouter tous les épisodes · Notre adresse postale : · Trier par : les meilleurs · Étiqueté avec ·
    Dans cet article · Offrez-nous un café · Vous avez repéré une erreur ? ·
    Vous avez atteint votre limite d'articles gratuits · Lire aussi notre éditorial
  `,
  es: `
    Añadir a la lista de lectura · Guardar para más tarde · Activar modo oscuro · Puede darse de baja en cualquier momento. ·
    Imprimir receta ·
    Reducir tamaño de letra ·
    Lee nuestra entrevista con Jana Brandt · Todos los textos de esta periodista · Añadir a mis favoritos ·
    Fin del anuncio · Inicia sesión para unirte al debate · Acepta las cookies para reproducir el vídeo ·
    Copiar al portapapeles · Escuchar todos los episodios · ¿No quieres recibir más correos? Date de baja aquí ·
    Etiquetado con · En esta página · Invítanos a un café · ¿Encontraste un error? · Ya sigues este tema ·
    Recomendado por Taboola · Has alcanzado el límite de artículos gratuitos
  `,
  it: `
    Aggiungi alla lista di lettura · Leggi più tardi · Attiva modalità scura · Puoi cancellarti in qualsiasi momento. ·
    Stampa la ricetta ·
    Riduci il carattere ·
    Leggi la nostra intervista a Jana Brandt · Tutti i testi di questa giornalista · Fine della pubblicità ·
    Accetta i cookie per vedere il video · In esclusiva per gli abbonati · Copia negli appunti ·
    Segui questo argomento · Ascolta tutti gli episodi · Il nostro indirizzo postale: · Forse ti interessa anche ·
    Ordina per migliori · Contrassegnato da tag · In questa pagina · Offrici un caffè · Richiedi una correzione ·
    Leggi anche il nostro editoriale
  `,
  pt: `
    Adicionar à lista de leitura · Ler mais tarde · Ativar modo escuro ·
    Diminuir letra ·
    Recebe esta mensagem porque se inscreveu no nosso site · Leia a nossa entrevista com Jana Brandt ·
    Todos os textos desta jornalista · Fim da publicidade · Aceite os cookies para ver o vídeo ·
    Copiar para a área de transferência · Ouvir todos os episódios · Ordenar por melhores · Marcado com ·
    Nesta página · Pague-nos um café · Recomendado por Taboola · Solicitar correção ·
    Atualizar as suas preferências · Leia também o nosso editorial · Escrever ao autor
  `,
  nl: `
    Toevoegen aan leeslijst · Lees later · Donkere modus inschakelen ·
    Recept afdrukken ·
    Lettergrootte wijzigen ·
    Lees ons interview met Jana Brandt · Alle teksten van deze journalist · Voeg toe aan favorieten ·
    Einde van de advertentie · Accepteer cookies om de video te bekijken · Kopieer naar klembord ·
    Volg dit onderwerp · Beluister alle afleveringen · Ons postadres is: · Doe mee aan het gesprek · Op deze pagina ·
    Bewaar in je leeslijst · Trakteer ons op een koffie · Aanbevolen door Taboola · Over dit onderwerp ·
    Meer artikelen van Jana Brandt
  `,
  pl: `
    Dodaj do listy do przeczytania · Przeczytaj później · Włącz tryb nocny ·
    Zmniejsz czcionkę ·
    Otrzymujesz tę wiadomość, bo zapisałeś się na naszej stronie · Przeczytaj naszą rozmowę z Janą Brandt ·
    Pokaż resztę artykułu · Wszystkie teksty tej dziennikarki · Posłuchaj podcastu w aplikacji ·
    Otwórz wersję do druku · Koniec reklamy · Zaakceptuj pliki cookie, aby odtworzyć film · Kopiuj do schowka ·
    Obserwuj ten temat · Sortuj według: najlepsze · Otagowano · Na tej stronie · Postaw nam kawę · Poleca Taboola ·
    Prześlij sprostowanie
  `,
  sv: `
    Lägg till i läslistan · Läs senare ·
    Ändra textstorlek ·
    Läs hela texten · Alla texter av reportern · Lyssna på podden i appen · Slut på annonsen ·
    Godkänn kakor för att spela upp videon · Har du sett ett fel? Skriv till oss · Kopiera till urklipp ·
    Följ ämnet · Visa mejlet i webbläsaren · Läs mer om ämnet · På den här sidan ·
    Den här artikeln är bara för prenumeranter · Bli medlem · Rekommenderas av Taboola · Diskutera på vårt forum ·
    Artikeln fortsätter efter annonsen
  `,
  da: `
    Føj til læselisten · Læs senere ·
    Mindre skrift ·
    Læs hele teksten · Alle tekster af journalisten · Hør podcasten i appen · Åbn printversionen · Slut på annoncen ·
    Accepter cookies for at afspille videoen · Kopiér til udklipsholder · Følg emnet ·
    Ønsker du ikke flere mails? Afmeld dig her · Læs mere om emnet · Kunne du lide artiklen? ·
    Læs vores regler for kommentarer · På denne side · Denne artikel er kun for abonnenter · Anbefalet af Taboola ·
    Støt uafhængig journalistik
  `,
  no: `
    Legg til i leselisten · Les senere ·
    Endre skriftstørrelse ·
    Administrer abonnementet ditt · Les hele teksten · Alle tekster av journalisten · Hør podkasten i appen ·
    Slutt på annonsen · Godta cookies for å spille av videoen · Har du sett en feil? Skriv til oss ·
    Kopier til utklippstavlen · Følg temaet · Les mer om saken · På denne siden · Bli medlem · Anbefalt av Taboola ·
    Diskuter saken på forumet vårt · Les på nett · Les hele saken her
  `,
  cs: `
    Přidat do seznamu ke čtení · Přečíst později ·
    Zmenšit písmo ·
    Na těchto stránkách využíváme soubory cookies pro zajištění nejlepšího zážitku. ·
    Všechny texty této novinářky · Otevřít verzi pro tisk · Konec reklamy · Pro zapojení do diskuse se přihlaste ·
    Pro přehrání videa přijměte cookies · Všimli jste si chyby? Napište nám · Zkopírovat do schránky ·
    Sledujte redakci na Instagramu · Nechcete už dostávat naše e-maily? Odhlaste se zde · Čtěte více k tématu ·
    Líbil se vám článek? · Na této stránce · Článek je pouze pro předplatitele ·
    Poslouchejte na Spotify nebo Apple Podcasts · Článek pokračuje pod reklamou · Doporučuje Taboola
  `,
  hu: `
    Hozzáadás az olvasólistához · Olvasás később ·
    Betűméret csökkentése ·
    Ez a weboldal sütiket használ a jobb élmény érdekében. ·
    A teljes szöveg elolvasása · Az újságíró összes írása · Podcast hallgatása az alkalmazásban · A hirdetés vége ·
    A videó lejátszásához fogadja el a sütiket · Hibát látott? Írjon nekünk · Másolás a vágólapra ·
    Kövesd a szerkesztőséget az Instagramon · Nem szeretne több levelet kapni? Iratkozzon le itt ·
    Olvassa el a hozzászólás szabályait · Ezen az oldalon · Ez a cikk csak előfizetőknek érhető el · Legyél tag ·
    További cikkek a Gazdaság rovatból · A Taboola ajánlásával · A cikk többi részének megjelenítése
  `,
  ro: `
    Adaugă în lista de lectură · Citește mai târziu ·
    Micșorează fontul ·
    Prin continuarea navigării pe site sunteți de acord cu utilizarea cookie-urilor. ·
    Citește textul complet · Toate textele acestei jurnaliste · Ascultă podcastul în aplicație · Sfârșitul reclamei ·
    Retrage consimțământul · Ai văzut o greșeală? Scrie-ne · Copiază în clipboard ·
    Nu mai vrei să primești e-mailuri? Dezabonează-te aici · Citește și editorialul nostru · Ți-a plăcut articolul? ·
    Alătură-te discuției · Pe această pagină · Ne găsești pe rețelele sociale · Recomandat de Taboola ·
    Înregistrează-te pentru a citi mai departe · Susține jurnalismul independent
  `,
  tr: `
    Okuma listesine ekle · Daha sonra oku ·
    Yazı boyutu ·
    Siteyi kullanmaya devam ederek çerez kullanımını kabul etmiş olursunuz. ·
    Metnin tamamını oku · Bu gazetecinin tüm yazıları · Yazdırma görünümünü aç · Reklamın sonu ·
    Tartışmaya katılmak için giriş yapın · Videoyu oynatmak için çerezleri kabul edin · Sadece abonelere özel ·
    Bir hata mı gördünüz? Bize yazın · Panoya kopyala · Konuyu takip et ·
    Artık e-posta almak istemiyor musunuz? Buradan abonelikten çıkın · Uygulamamızı indirin ·
    Taboola tarafından önerildi · Bağımsız gazeteciliği destekleyin · Haber reklamdan sonra devam ediyor ·
    Jana Brandt adlı yazarın diğer haberleri
  `,
  uk: `
    Додати до списку читання · Прочитати пізніше ·
    Зменшити шрифт ·
    Продовжуючи користуватися сайтом, ви погоджуєтеся на використання файлів cookie. ·
    Надіслати статтю другові · Показати решту статті · Усі тексти цієї журналістки · Слухати подкаст у застосунку ·
    Кінець реклами · Увійдіть, щоб долучитися до обговорення · Прийміть файли cookie, щоб відтворити відео ·
    Помітили помилку? Напишіть нам · Стежити за темою · Переглянути цей лист у браузері · Читайте більше на цю тему ·
    Сподобалася стаття? · На цій сторінці · Ця стаття доступна лише передплатникам · Стати учасником ·
    Рекомендовано Taboola
  `,
  ru: `
    Сообщать мне о новых комментариях · Добавить в список чтения · Прочитать позже ·
    Уменьшить шрифт ·
    Мы используем файлы cookie для улучшения нашего сайта. ·
    Показать остальную часть статьи · Все тексты этой журналистки · Слушать подкаст в приложении · Конец рекламы ·
    Примите файлы cookie, чтобы воспроизвести видео · Заметили ошибку? Напишите нам · Скопировать в буфер обмена ·
    Следить за темой · Посмотреть это письмо в браузере · Читайте также нашу колонку ·
    Ознакомьтесь с правилами комментирования · На этой странице · Эта статья доступна только подписчикам ·
    Стать участником · Рекомендовано Taboola · Более старые сообщения
  `,
  el: `
    Προσθήκη στη λίστα ανάγνωσης · Διαβάστε αργότερα ·
    Μικρότερα γράμματα ·
    Στείλτε το άρθρο σε έναν φίλο · Εμφάνιση του υπόλοιπου άρθρου · Όλα τα κείμενα αυτής της δημοσιογράφου ·
    Άνοιγμα έκδοσης για εκτύπωση · Αποδεχτείτε τα cookies για να δείτε το βίντεο · Είδατε κάποιο λάθος; Γράψτε μας ·
    Ακολουθήστε τη σύνταξη στο Instagram · Δεν θέλετε να λαμβάνετε άλλα email; Διαγραφείτε εδώ ·
    Διαφήμιση. Κάντε κύλιση για να συνεχίσετε την ανάγνωση · Διαβάστε τους κανόνες σχολιασμού · Σε αυτή τη σελίδα ·
    Γίνετε μέλος · Μπείτε στο κανάλι μας στο WhatsApp · Προτείνεται από το Taboola ·
    Εγγραφείτε για να συνεχίσετε την ανάγνωση · Αντιγραφή στο πρόχειρο
  `,
};

/** Of the same words, invented: prose, and headings that stand above it. */
export const SYSTEM_PROSE: Readonly<Record<string, string>> = {
  de: `
    Neue Regeln für alle · Die beste Wahl · Bleiben oder gehen · Ein Geschenk des Himmels · Brief an die Redaktion ·
    Kaffee und Kuchen · Alle Folgen im Blick · In guter Gesellschaft · Auf dieser Seite des Flusses ·
    Kontakt verloren · Herz und Verstand · Mehr aus weniger · Der richtige Ton · Wahl ohne Auswahl ·
    Die Redaktion zieht um · Hinweise aus der Bevölkerung ·
    Teilen Sie den Teig in vier Stücke und lassen Sie ihn ruhen. · Folgen Sie dem Uferweg bis zur alten Schleuse. ·
    Lesen Sie die Packungsbeilage, bevor Sie die Tropfen nehmen. ·
    Drucken Sie das Formular aus und schicken Sie es an das Bauamt. ·
    Abonnieren wollte sie die Zeitung nie, sagt die Wirtin. · „Mehr davon“, sagte der Koch und lachte. ·
    Mehr als hundert Gäste kamen zum Fest. · Ein Kommentar aus dem Rathaus blieb aus.
  `,
  en: `
    New rules for all · The best choice · Stay or go · A gift from above · Letter from home · Coffee and cake ·
    Error found · All episodes of flooding · In good company · On this side of the river · Contact lost ·
    Staying in touch · Heart and mind · More by chance · The right tone · Choice without options ·
    Share the dough between four tins and let it rest. · Follow the river path as far as the old lock. ·
    Following the flood, the village was rebuilt. · “Follow us,” the pilots called from the boat. ·
    Continue north for two miles, then turn left at the mill. · No comment came from the town hall. ·
    Sign up was slow until the ferry came back. · The author reads from her new novel tonight.
  `,
  fr: `
    De nouvelles règles · Le meilleur choix · Rester ou partir · Un cadeau du ciel · Lettre à la rédaction ·
    Café et croissants · Une erreur trouvée · Dans ce pays · Sur cette rive · Contact perdu · Rester en vie ·
    Du cœur à l'ouvrage · Plus par hasard · Le bon ton · Un choix sans option · La rédaction déménage ·
    Partagez la pâte en quatre et laissez-la reposer. · Suivez le chemin de halage jusqu'à la vieille écluse. ·
    Lisez la notice avant de prendre les gouttes. · Imprimez le formulaire et envoyez-le à la mairie. ·
    S'abonner, elle ne l'a jamais voulu, dit la patronne. · « Encore », dit le cuisinier en riant. ·
    Plus de cent invités sont venus à la fête. · Les commentaires de l'armateur se font attendre.
  `,
  es: `
    Nuevas reglas para todos · La mejor elección · Seguir o marcharse · Un regalo del cielo · Carta desde casa ·
    Café y pan · Error encontrado · En este lado del río · Contacto perdido · Mantener la calma · Corazón y cabeza ·
    Más por menos · El tono justo · Elección sin opciones · La redacción se muda · Ayuda entre vecinos ·
    Comparte la masa en cuatro moldes y déjala reposar. · Siga el camino del río hasta la vieja esclusa. ·
    Lea el prospecto antes de tomar las gotas. · Imprima el formulario y envíelo al ayuntamiento. ·
    Suscribirse no quiso nunca, dice la dueña. · «Más de eso», dijo el cocinero y se rió. ·
    Más de cien invitados llegaron a la fiesta. · Los comentarios de la naviera no llegaron.
  `,
  it: `
    Nuove regole per tutti · La scelta migliore · Restare o partire · Un regalo del cielo · Lettera da casa ·
    Caffè e pane · Errore trovato · Su questa riva · Contatto perso · Restare calmi · Cuore e testa ·
    Di più con meno · Il tono giusto · Scelta senza opzioni · La redazione si sposta · Aiuto tra vicini ·
    Condividere gli utili non è nei piani del porto. · «Seguiteci», gridarono i piloti dalla barca. ·
    Continuate verso nord e girate a sinistra al mulino. · Nessun commento è arrivato dal municipio. ·
    Sostenere i piccoli club è il piano della città. · Dell'autore della lettera non si sa nulla. ·
    Tutti gli articoli della cassa costano un euro. · I revisori hanno trovato un errore nella terza riga.
  `,
  pt: `
    Novas regras para todos · A melhor escolha · Ficar ou partir · Um presente do céu · Só para sócios ·
    Carta de casa · Café e pão · Erro encontrado · Neste lado do rio · Contato perdido · Manter a calma ·
    Coração e cabeça · Mais por menos · O tom certo · Escolha sem opções · A redação muda ·
    Partilhar os lucros não está nos planos do porto. · «Sigam-nos», gritaram os pilotos do barco. ·
    Continue para norte e vire à esquerda no moinho. · Nenhum comentário chegou da câmara. ·
    Apoiar os clubes pequenos é o plano da cidade. · Do autor da carta nada se sabe. ·
    Todos os artigos da caixa custam um euro. · Os auditores acharam um erro na terceira linha.
  `,
  nl: `
    Nieuwe regels voor iedereen · De beste keuze · Blijven of gaan · Een geschenk uit de hemel · Brief van thuis ·
    Koffie en koek · Aan deze kant · Hetzelfde onderwerp · Contact verloren · Hart en hoofd · De juiste toon ·
    Keuze zonder opties · De redactie verhuist · Hulp onder buren · Vader worden · De beste vrienden ·
    Deel het deeg in vier stukken en laat het rusten. · Volg het jaagpad tot aan de oude sluis. ·
    Lees de bijsluiter voordat u de druppels neemt. · Print het formulier en stuur het naar het gemeentehuis. ·
    Abonneren wilde ze zich nooit, zegt de waardin. · „Meer daarvan”, zei de kok en lachte. ·
    Meer dan honderd gasten kwamen naar het feest. · Reacties van de rederij bleven uit.
  `,
  pl: `
    Nowe zasady dla wszystkich · Najlepszy wybór · Zostać czy odejść · Prezent z nieba · List z domu ·
    Kawa i ciasto · Znaleziony błąd · Na tym brzegu · Ten sam temat · Utracony kontakt · Serce i rozum ·
    Więcej za mniej · Właściwy ton · Wybór bez opcji · Redakcja się przenosi · Pomoc sąsiadów ·
    Podziel ciasto na cztery części i odstaw. · Idź ścieżką wzdłuż rzeki aż do starej śluzy. ·
    Przeczytaj ulotkę, zanim weźmiesz krople. · Wydrukuj formularz i wyślij go do urzędu. ·
    Zaprenumerować nigdy nie chciała, mówi gospodyni. · „Więcej tego”, powiedział kucharz ze śmiechem. ·
    Więcej niż stu gości przyszło na święto. · Komentarze armatora nie nadeszły.
  `,
  sv: `
    Nya regler för alla · Det bästa valet · Stanna eller gå · En gåva från ovan · Brev hemifrån · Kaffe och kaka ·
    Felet hittat · Kontakten bruten · Hålla kontakten · Hjärta och hjärna · Mer för mindre · Rätt ton ·
    Ett val utan alternativ · Redaktionen flyttar · Hjälp bland grannar · Bli pappa ·
    Dela vinsten vill hamnen inte. · Kommentarer från rederiet uteblev. · Alla artiklar i lådan kostar en euro. ·
    Hacka löken, bryn den och häll på buljong. · Lyssna på vinden, råder den gamle fiskaren. ·
    Dela degen i fyra bitar och låt den vila. · Följ stigen längs ån till den gamla slussen. ·
    Läs bipacksedeln innan du tar dropparna.
  `,
  da: `
    Nye regler for alle · Det bedste valg · En gave fra oven · Brev hjemmefra · Kaffe og kage · Fejlen fundet ·
    På denne side af åen · Kontakten brudt · Hjerte og hjerne · Mere for mindre · Den rette tone ·
    Et valg uden muligheder · Redaktionen flytter · Hjælp blandt naboer · Blive far · De bedste venner ·
    Del dejen i fire stykker og lad den hvile. · Følg stien langs åen til den gamle sluse. ·
    Læs indlægssedlen, før du tager dråberne. · Udskriv blanketten og send den til kommunen. ·
    ”Følg os”, råbte lodserne fra båden. · Mere end hundrede gæster kom til festen. ·
    Tilmeld dig senest fredag på kirkekontoret. · Om brevets forfatter ved man intet.
  `,
  no: `
    Nye regler for alle · Det beste valget · En gave ovenfra · Brev hjemmefra · Kaffe og kake · Feilen funnet ·
    På denne siden av elva · Kontakten brutt · Hjerte og hjerne · Mer for mindre · Rett tone ·
    Et valg uten muligheter · Redaksjonen flytter · Hjelp blant naboer · Bli far · De beste vennene ·
    Dele overskuddet vil havna ikke. · Kommentarer fra rederiet uteble. · Alle artiklene i kassen koster en euro. ·
    Hakk løken, stek den og hell på kraft. · Lytt til vinden, råder den gamle fiskeren. ·
    Del deigen i fire biter og la den hvile. · Følg stien langs elva til den gamle slusa. ·
    Les pakningsvedlegget før du tar dråpene.
  `,
  cs: `
    Nová pravidla pro všechny · Nejlepší volba · Zůstat nebo odejít · Dar z nebe · Dopis z domova · Káva a koláč ·
    Nalezená chyba · Na této straně řeky · Stejné téma · Ztracený kontakt · Srdce a rozum · Více za méně ·
    Správný tón · Volba bez možností · Redakce se stěhuje · Pomoc sousedů ·
    Rozdělte těsto na čtyři díly a nechte odpočinout. · Sledujte cestu podél řeky až ke staré zdymadlu. ·
    Čtěte příbalový leták, než si vezmete kapky. · Vytiskněte formulář a pošlete ho na úřad. ·
    „Sledujte nás,“ volali lodivodi z člunu. · Více než sto hostů přišlo na slavnost. ·
    Přihlaste se do pátku na farním úřadě. · O autorovi dopisu se nic neví.
  `,
  hu: `
    Új szabályok mindenkinek · Maradni vagy menni · Ajándék az égből · Csak tagoknak · Levél otthonról ·
    Kávé és kalács · Hiba a rendszerben · Ezen a parton · Ugyanaz a téma · Elveszett kapcsolat · Szív és ész ·
    Több kevesebbért · A szerkesztőség költözik · Szomszédi segítség · Apának lenni · A legjobb barátok ·
    Megosztani a nyereséget a kikötő nem akarja. · A hajózási társaság hozzászólásai elmaradtak. ·
    A láda minden darabja egy euróba kerül. · Vágja fel a hagymát, pirítsa meg, és öntse fel húslével. ·
    Hallgasd a szelet, tanácsolja az öreg halász. · Oszd a tésztát négy részre, és hagyd pihenni. ·
    Kövesd a folyó menti ösvényt a régi zsilipig. · Olvassa el a tájékoztatót, mielőtt beveszi a cseppeket.
  `,
  ro: `
    Reguli noi pentru toți · Cea mai bună alegere · Să rămâi sau să pleci · Un cadou din cer · Scrisoare de acasă ·
    Cafea și cozonac · Eroare găsită · Pe acest mal · Contact pierdut · Inimă și minte · Mai mult cu mai puțin ·
    Mai mulți dintre noi · Tonul potrivit · Alegere fără opțiuni · Redacția se mută · Ajutor între vecini ·
    Împarte aluatul în patru și lasă-l să se odihnească. · Urmează poteca de pe malul râului până la vechea ecluză. ·
    Citește prospectul înainte să iei picăturile. · Tipărește formularul și trimite-l la primărie. ·
    „Urmați-ne”, strigau piloții din barcă. · Mai mult de o sută de invitați au venit la petrecere. ·
    Înscrie-te până vineri la parohie. · Despre autorul scrisorii nu se știe nimic.
  `,
  tr: `
    Herkes için yeni kurallar · En iyi seçim · Kalmak ya da gitmek · Gökten bir hediye · Evden mektup ·
    Kahve ve kek · Hata bulundu · Bu kıyıda · Kayıp bağlantı · Kalp ve akıl · Daha azla daha çok · Doğru ton ·
    Seçeneksiz seçim · Komşu yardımı · Baba olmak · En iyi arkadaşlar ·
    Kazancı paylaşmak liman yönetiminin planında yok. · Armatörün yorumları gelmedi. ·
    Sandıktaki tüm eşyalar bir avro. · Soğanları doğrayın, kavurun ve et suyunu ekleyin. ·
    Rüzgârı dinleyin, diyor yaşlı balıkçı. · Hamuru dörde bölün ve dinlendirin. ·
    Eski savağa kadar nehir yolunu takip edin. · Damlaları almadan önce prospektüsü okuyun.
  `,
  uk: `
    Нові правила для всіх · Найкращий вибір · Залишитися чи піти · Подарунок з неба · Лише для своїх · Лист з дому ·
    Кава і пиріг · Знайдена помилка · На цьому березі · Та сама тема · Втрачений зв'язок · Серце і розум ·
    Більше за менше · Вибір без варіантів · Редакція переїздить · Допомога сусідів ·
    Поділіть тісто на чотири частини й дайте відпочити. · Йдіть стежкою вздовж річки до старого шлюзу. ·
    Прочитайте інструкцію, перш ніж пити краплі. · Роздрукуйте бланк і надішліть його до управи. ·
    «Стежте за нами», гукали лоцмани з човна. · Більше сотні гостей прийшли на свято. ·
    Зареєструйтеся до п'ятниці в парафії. · Про автора листа нічого не відомо.
  `,
  ru: `
    Новые правила для всех · Лучший выбор · Остаться или уйти · Подарок с неба · Только для своих · Письмо из дома ·
    Кофе и пирог · Найденная ошибка · На этом берегу · Та же тема · Потерянная связь · Сердце и разум ·
    Больше за меньшее · Выбор без вариантов · Редакция переезжает · Помощь соседей ·
    Делиться прибылью порт не хочет. · Комментарии судовладельца не поступили. ·
    Все вещи из сундука стоят один евро. · Нарежьте лук, обжарьте и залейте бульоном. ·
    Слушайте ветер, советует старый рыбак. · Поделите тесто на четыре части и дайте отдохнуть. ·
    Идите тропой вдоль реки до старого шлюза. · Прочитайте инструкцию, прежде чем пить капли.
  `,
  el: `
    Νέοι κανόνες για όλους · Να μείνεις ή να φύγεις · Δώρο από τον ουρανό · Επιστολή από το σπίτι · Καφές και κέικ ·
    Λάθος στη γραμμή · Σε αυτή την όχθη · Χαμένη επαφή · Καρδιά και μυαλό · Περισσότερα με λιγότερα ·
    Επιλογή χωρίς λύση · Η σύνταξη μετακομίζει · Βοήθεια γειτόνων · Οι καλύτεροι φίλοι · Αγάπη και απώλεια ·
    Μόνο το καλύτερο · Χωρίστε τη ζύμη στα τέσσερα και αφήστε τη να ξεκουραστεί. ·
    Ακολουθήστε το μονοπάτι του ποταμού ως το παλιό φράγμα. · Διαβάστε τις οδηγίες πριν πάρετε τις σταγόνες. ·
    Εκτυπώστε το έντυπο και στείλτε το στον δήμο. · «Ακολουθήστε μας», φώναξαν οι πλοηγοί από τη βάρκα. ·
    Περισσότεροι από εκατό καλεσμένοι ήρθαν στη γιορτή. · Εγγραφείτε ως την Παρασκευή στην ενορία. ·
    Για τον συγγραφέα της επιστολής τίποτα δεν είναι γνωστό.
  `,
};

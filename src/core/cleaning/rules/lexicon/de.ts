import type { LanguageWords } from "../concepts.ts";

export const de: LanguageWords = {
  ask: "wie warum wieso weshalb wozu wer wo wann war",
  self: "wir ich man",
  button: `kommentieren weiterlesen mitdiskutieren abbestellen abonnieren inhaltsverzeichnis schlagwörter schlagworte
    ähnliches permalink einloggen inhaltsübersicht verschlagwortet`,
  glue: `der die das den dem des ein eine einen einem einer eines dies diese dieser diesen diesem dieses es und oder
    aber zu zum zur in im ins an am auf aufs aus bei beim mit von vom für durch über um nach per via als wie dass wenn
    ob ist sind wird werden wurden kann können könnte könnten möchte möchten möchtest darf darfst hier jetzt bitte
    gern gerne doch mal einfach direkt sich ab bis vor wieder was wer nur dann da man wo weil welche welcher
    welches haben habe hat gibt sein bin bist seid sollte müssen musst muss wollen willst will wünschen wünschst sorry
    leider entschuldigung bestmögliche erlebnis erfahrung sicherzustellen gewährleisten verbessern damit allen dürfen
    bereits schon ohne zugriff erhältst bekommen bekommst worden gegen zeit hinaus geht alles eingeben gib wurde
    bisher insgesamt vielen dank allgemein momentan derzeit darunter selbst keinerlei wieviel los sehr unten drunter
    zuerst sowie weder gleich künftig zusätzliche zusätzlich später jederzeit einsehen personalisieren zwecke zwecken
    benötigt notwendig standardmäßig besuch seit unserem letzten gab hallo unsere verwirklicht realisiert dafür dazu
    ja nein okay weiterhin außerdem richtlinien ihnen widersprechen passiert möglichst bieten stellen sicher stets
    daher woran selben gleichen nachfolgende folgende zukünftige künftige derselben demselben desselben nachstehend
    jeweils darin daran davon blogger bloggern bibliothek gesamten person personen leute leuten kostenlos
    kostenfrei gratis unverbindlich exklusiv ausschließlich fortgesetzt endet unter unterhalb oberhalb weiteres
    gesamte vollständigen eigentlichen schließt gerade sehen gleiche gleichem anderer andere lang uns aktuellen
    trotzdem immer informiert bevorzugte quelle habt wurdest sollen soll sollten würden würde bekomme tut indem
    während zwischen trotz statt innerhalb laufend nächsten lieber bequem sofort exklusiver wichtigste wichtigsten
    lautet lauten sehe siehst warum vorhanden vorliegt`,
  noun: `übersetzung sprache sprachen reaktion reaktionen empfehlung empfehlungen antwort rückmeldung diskussion diskussionen unterhaltung debatte
    meinung meinungen gedanke gedanken mitglied mitglieder unterstützer leser leserinnen freund freunde freunden
    familie kollegen bekannte fehler problem anmeldung abo abos abonnement abonnements zugang konto kanal kanäle
    gruppe community medien netzwerk netzwerke thema themen geschichte geschichten inhalt vorschläge tipp tipps
    adresse meldung feedback applaus seite seiten geschenk regel regeln richtlinien brief briefe zuschrift kaffee
    trinkgeld wahl auswahl entscheidung zwecke unterstützung beitrag förderer förderverein forum herz daumen hinweis
    hinweise ausgabe ausgaben kontakt verbindung gespräch interview analyse porträt kommentar bericht registrierung
    kündigen kündigung hintergrund hintergründe kundenkonto erinnerung notiz bekannten reklame werbung text partner
    taste knopf irrtum service quelle quellen bevorzugte nachrichtenquelle journalismus journalistische unabhängigen
    unabhängiger unabhängige qualitätsjournalismus redaktionelle limit erreicht verbraucht ende schluss einwilligung
    zustimmung einverständnis favoriten favorit merkliste leseliste merkzettel lesezeichen`,
  about: "über zum zur",
  you: `du dir dich dein deine deinen deinem deiner sie ihr ihre ihren ihrem ihrer ihnen euch euer eure euren deines
    eures`,
  us: `wir uns unser unsere unseren unserem unserer unseres mir mich mein meine meinen meinem meiner ich meines`,
  share: `teilen teile teilt geteilt mitteilen weitersagen weitererzählen weiterempfehlen weiterleiten weitergeben
    empfehlen empfiehl empfehle twittern tweeten posten pinnen merken verbreiten verbreite weiterverbreiten
    weitersenden reposten teilbar teilst weitergesagt empfiehlt deeloptionen teiloptionen teilen-optionen`,
  like: `gefällt gefallen mag favorisieren danke applaus reaktion reaktionen gefiel liken findet geliked gefielen
    mögen applaudieren beklatschen`,
  follow: `folgen folge folgt abonnieren abonniere abonniert besuchen besuche finden findest bleiben bleib folgst
    gefolgt verpasse`,
  subscribe: `abonnieren abonniere abonniert anmelden anmeldung eintragen bestellen bestelle registrieren registriere
    abo abonnement erhalte abos abonnements updates registrier* feed empfangen erhalten bezieh beziehen newsletter-abo
    zusenden angemeldet abonnierst bestellt holen hole hol trage tragen eingetragen anmelde`,
  unsubscribe: `abmelden abbestellen austragen abbestellung abmeldung abmeldelink deabonnieren empfang abgemeldet
    kündigen austrage`,
  login: `einloggen login anmelden angemeldet eingeloggt anmeldung ausloggen abmelden konto registrieren registriert
    benutzerkonto passwort loggen logge angemeldete zugang anmeldedaten eingeloggte benutzername freischalten
    einloggst registrierung registrierte kundenkonto zugangsdaten`,
  write: `schreiben schreib schreibe schreibt hinterlassen hinterlasse hinterlasst verfassen verfasse verfasst abgeben
    absenden abschicken hinzufügen veröffentlichen posten abschicke mitreden mitdiskutieren diskutieren diskutiere
    diskutiert beginnen starten starte beteiligen beginne beginnt teilnehmen nimm teil teilzunehmen eröffnen mitmachen
    kommentieren werde werdet hinzugefügt eingabe geben schreibst abgegeben teilst eingegeben abgesendet beitragen
    antwortformular sei seien werden kommentierst schickt stelle stellen schildern verrate verraten sagen sag erzähle
    erzählen mitteilen meldet meld melde äußern tippe machen mache`,
  reply: "antworten antworte antwortet antwort rückmeldung antwort* geantwortet antwortest",
  cancel: "abbrechen verwerfen löschen abbruch",
  read: `lesen lies lest weiterlesen erfahre entdecken entdecke ansehen anschauen durchlesen weiterzulesen nachlesen
    erfahren fortsetzen weiterscrollen fortgesetzt fortsetzung liest weiterlese lesezeit stöbern erfahrt mehrlesen
    gelesene hineinlesen schmökern klicken beachten beachte weitergeht`,
  play: `anhören hören abspielen vorlesen wiedergeben pausieren anschauen reinhören audio hör höre lauschen anhör
    hörst schauen schau zuhören vorgelesen abonnieren streamen abspielens`,
  print: `drucken ausdrucken druckversion druckansicht druckfreundlich* drucker druck pdf ausdruck druckbar
    ausdruckbar druckfassung drucke ausgedruckt druckversionen`,
  send: `senden versenden sende schicken schicke mailen verschicken versende weiterleiten zusenden kontakt
    kontaktieren kontaktiere weitersenden mailto zuschicken übermitteln geschickt gesendet mailt weitergeleitet`,
  save: `speichern speichere merken merkliste merkzettel leseliste lesezeichen kopieren kopiere kopiert zwischenablage
    herunterladen download bookmark zitieren exportieren teilen sichern daten gemerkt gespeichert speichert sichere
    ablegen hole holen laden markieren markiere favoriten vormerken`,
  show: `anzeigen zeigen zeige ansehen einblenden ausblenden öffnen öffnet öffne geöffnet schließen laden lädt geladen
    ausklappen einklappen aufklappen zuklappen umschalten ladevorgang angezeigt vergrößern aktivieren umsehen
    bearbeiten lade ansicht vollbild zeigt öffnest blende ausgeblendet eingeblendet mehrzeigen aufrufen`,
  click: "klick klicken klicke tippen schaltfläche button taste",
  accept: `akzeptieren akzeptiere zustimmen stimme zustimmung ablehnen lehne einverstanden erlauben erlaube
    einwilligen einwilligung zulassen bestätigen verweigern einstellungen verwenden nutzen verwendet nutzt anpassen
    verwalten verwalte verwaltung änderung ändern hinnehmen laden aktivieren deaktivieren widerrufen erneuern
    ausschließlich notwendige speichern verarbeiten erforderlich genutzt aktualisieren bestätige entsperren freigeben
    service einverständnis angepasst akzeptiert bestätigt erlaubt verwaltet wähle wählen auswählen ändere erteilen
    erteile`,
  settings: `einstellungen emaileinstellungen profil präferenzen präferenzcenter privatsphäre-einstellungen
    newsletter-einstellungen`,
  back: "zurück springen springe gehen wechseln zurückkehren hoch rauf weiter geht",
  support: `unterstützen unterstütze unterstützt spenden spende spendieren fördern kaffee upgraden upgrade
    unterstützer* wechseln trinkgeld fördermitglied unterstützung mitglied werde spendet gespendet förderer
    förderverein beitrag leisten ermöglichen`,
  report: `melden meldung korrigieren vorschlagen korrektur hinweis hinweise korrekturhinweis gemeldet meldest melde
    beanstanden tipp tipps`,
  notify: `benachrichtigen benachrichtige benachrichtigt benachrichtigung benachrichtigungen informiert informieren
    laufenden bescheid bleiben lass lassen push-nachrichten pushnachrichten mitteilungen eilmeldungen informierte
    erinnern erinnere erinnert hinweise neuigkeit`,
  comment: `kommentar* kommentier* diskussion diskussionen leserkommentar* leserbrief leserbriefe unterhaltung debatte
    kommentieren diskutieren mitdiskutieren diskutiere kommentarbereich kommentarfunktion kommentarspalte forum`,
  opinion: "meinung meinungen denkst denken meinst meinen gedanke gedanken hältst haltet feedback",
  article: `artikel artikels beitrag beiträge beiträgen beitrags text texte bericht berichte berichten meldungen
    nachricht nachrichten story storys stories seite seiten inhalt inhalte inhalten inhalts post posts eintrag
    einträge blogbeitrag blogbeiträge news geschichte geschichten thema themen neuigkeiten lesetipp lesetipps website
    webseite blog ressort rubrik blogs blogartikel blogeinträge nachrichtenartikel blogposts artikeln gelesen
    lesestoff lektüre meldung zeitungsartikel kommentar beitragsseite hintergrund hintergründe`,
  newsletter: "newsletter* rundbrief rundmail mailingliste infobrief spam",
  email: `email emails mail mails emailadresse mailadresse adresse postfach emailadressen posteingang sms nachricht
    mailing`,
  link: "link links permalink kurzlink url verweis verlinkung permanent* dauerhaft* artikel-link",
  social: "sozialen soziale medien netzwerk netzwerke netzwerken social media",
  channel: `kanal kanäle podcast podcasts app feed rss feeds gruppe community push podcastfolge kanals apps
    streamingdienst`,
  author: `autor autorin autoren autorinnen autors verfasser verfasserin profil autorenprofil autorenseite redakteur
    redakteurin ähnliches redaktion autorenarchiv autor* verfasser* journalist journalistin reporter reporterin person
    verfassern gastautor gastautorin kolumnist kolumnistin korrespondent korrespondentin mitarbeiter verfasserinnen
    autorenteam autorenseiten`,
  profile: "profil autorenprofil biografie",
  tag: `schlagwort schlagworte schlagwörter schlagwörtern tag tags stichwort stichworte stichwörter kategorie
    kategorien verschlagwortet abgelegt archiv archive themenbereich einsortiert tagged schlagwortwolke rubriken
    stichwörtern themenseite schlüsselwörter rubrik`,
  cookie: `cookie* datenschutz* tracking drittanbieter* dritten dienste dienst nutzungsbedingungen
    datenschutzerklärung datenschutzhinweise nutzerdaten analyse statistik marketing daten personenbezogene
    datenschutz-präferenzen privatsphäre präferenzen präferenzcenter präferenz-center service consent services`,
  external: `extern* eingebettet* drittanbieter* dritter fremd* bereitgestellt* geladen stammt inhalte gehostet video
    videos film clip`,
  window: "fenster tab browserfenster",
  browser: `browser webbrowser onlineversion webversion ansicht online browserversion darstellung browser*`,
  advert: `anzeige anzeigen werbung werbeanzeige advertorial sponsored gesponsert* werbeblock reklame werbepartner
    werbeinhalt werbeanzeigen anzeigenblock`,
  contents: "inhaltsverzeichnis inhaltsübersicht gliederung übersicht inhalt inhalte seite",
  top: `oben seitenanfang anfang startseite hauptseite home homepage übersicht hauptinhalt hauptnavigation
    inhaltsbereich`,
  menu: `menü navigation suche suchen seitenleiste sidebar beitragsnavigation artikelnavigation suchergebnisse
    beitrags-navigation seitennavigation schnellsuche suchbegriff hauptmenü seitenmenü`,
  field: `feld felder pflichtfeld pflichtfelder erforderlich* markiert name namen website nächsten gekennzeichnet
    pflichtfeld*`,
  publish: `veröffentlicht publiziert aktualisiert geändert verfasst geschrieben gepostet erschienen stand letzte
    änderung hinzugefügt erstellt verfassers datum geposted eingestellt`,
  view: `version ansicht format fassung druckversion druckbare druckfähige klassisch vollversion vollansicht mobile lesemodus leseansicht lesemodus nachtmodus dunkelmodus`,
  member: `mitglied mitglieder abonnent abonnenten abonnentin abonnentinnen unterstützer kostenpflichtig* zahlend*
    premium leser leserinnen abonnierende kostenpflichtige zahlende bezahlte exklusiv abonnements unterstützende
    freischalten freigeschaltet mitgliederbereich`,
  friend: `freund freunde freunden freundin freundinnen kollegen bekannte familie bekannten kolleginnen`,
  error: "fehler tippfehler problem irrtum rechtschreibfehler fehlers fehlerhinweis",
  helpful: "hilfreich nützlich bewerten bewerte bewertung bewertet",
  more: "mehr weitere weiterer weiteren weiteres noch infos details informationen",
  same: "selben gleichen derselben demselben desselben",
  related: `ähnliche ähnlich ähnliches verwandte verwandt verwandtes passend passende passendes zugehörige empfohlen
    empfohlene empfohlener empfehlung empfehlungen interessant interessante interessieren gefallen hierzu tipp tipps
    lesenswert zusammenhängende vorschläge empfehlenswert lesenswertes gefällt gehört empfiehlt bezogen* bezüglich*
    zugehörig* thematisch* relevant* vergleichbar* weiterführend* verknüpft* zusammenhang verwandt* anverwandt*
    gleichen ebenfalls lesetipp lesetipps leseempfehlung verwandter mehr ähnlichen ergänzend ergänzende vertiefend
    interessierte interessierten`,
  latest: `neueste neuesten neuste neusten aktuelle aktuelles aktuell letzte neue neuen neuer neu frisch kürzlich*
    neuestes aktuellste aktuellsten jüngste jüngsten neulich`,
  popular: `beliebt beliebte beliebteste beliebtesten meistgelesen meistgelesene meistgelesenen meistkommentiert* top
    trending meisten gelesen populär* beliebt*`,
  prev: `vorherig* vorige voriger vorheriges ältere älterer älteren älteres letzter zurück vorhergehend*
    vorangegangen* rückwärts früher* älter*`,
  next: `nächste nächster nächsten nächstes folgend* neuere neuerer neueren neueres weiter nächst* vorwärts später*
    neuer*`,
  first: "erste erster ersten erstes",
  none: "kein keine keinen nicht nie nichts noch",
  full: "ganze ganzen ganzer ganz vollständig* kompletten komplett komplette gesamte gesamten rest",
  closed: `geschlossen deaktiviert gesperrt abgeschaltet ausgeschaltet möglich beendet eingeschaltet moderiert
    freigeschaltet freigegeben`,
  also: "auch ebenfalls außerdem vielleicht siehe dazu hierzu",
  all: "alle allen alles sämtliche immer",
  gift: "verschenken verschenke schenken schenke geschenk geschenkartikel spendieren",
  clipboard: "zwischenablage clipboard",
  topic: "thema themas artikelthema",
  genre: `kommentar leitartikel interview gespräch kolumne analyse porträt reportage essay gastbeitrag faktencheck
    liveticker ticker podcast video bericht editorial rezension glosse`,
  episode: "folge folgen episode episoden ausgabe ausgaben",
  stay: "bleiben bleib bleibe bleibt halten halte",
  touch: "verbindung kontakt laufenden verbunden dran",
  postal: "postanschrift postadresse anschrift hausanschrift briefadresse",
  sort: "sortieren sortiert sortierung sortiere ordnen filtern",
  best: "beste bester besten bestes relevanteste hilfreichste",
  rules: `regeln regel kommentarregeln diskussionsregeln netiquette nettiquette richtlinien kommentarrichtlinien
    hausordnung spielregeln community-regeln kommentarrichtlinie verhaltensregeln`,
  letter: "leserbrief leserbriefe brief zuschrift zuschriften leserpost",
  editor: "redaktion redakteur chefredaktion herausgeber autor autorin",
  paid: "bezahlt bezahlte bezahlter bezahltes kostenpflichtiger",
  scroll: "scrollen scrolle scroll herunterscrollen weiterscrollen wischen",
  choice: "auswahl entscheidung wahl zwecke",
  placeholder: "platzhalter platzhalterinhalt platzhalterinhalts",
  become: "werden werde wirst werdet",
  only: "nur exklusiv ausschließlich",
  find: "gefunden entdeckt finden gesehen bemerkt entdecken aufgefallen",
  coffee: "kaffee trinkgeld",
  inside: "in auf",
  this: "diese dieser diesem dieses",
  by: "von aus vom",
  thanks: "danke dank",
  when: "täglich wöchentlich freitag morgen jeden",
  source: "quelle quellen bevorzugte nachrichtenquelle",
  press: "journalismus journalistische unabhängigen unabhängiger unabhängige qualitätsjournalismus",
  others: "andere anderen leser leserinnen nutzer",
  limit: "limit erreicht verbraucht",
  end: "ende schluss",
  consent: "einwilligung zustimmung einverständnis",
  favourite: "favoriten favorit merkliste leseliste merkzettel lesezeichen",
  translate: "übersetzen übersetzung",
  language: "sprache sprachen",
  font: "schrift schriftgröße schriftgrösse textgröße schriftgrad",
  resize: "größer kleiner vergrößern verkleinern ändern anpassen zurücksetzen größe",
  powered: "bereitgestellt",
  mode: "modus",
  recipe: "rezept rezepts",
  dark: "design dunkler dunkles dunklen dunkel heller helles hellen hell nacht",
  later: "später",
  readlist: "leseliste merkliste merkzettel",
  list: "liste",
  switch: "aktivieren einschalten umschalten ausschalten wechseln",
  add: "hinzufügen",
  is: "ist",
  than: "als",
};

import type { LanguageWords } from "../concepts.ts";

export const de: LanguageWords = {
  ask: "wie warum wieso weshalb wozu",
  button: `kommentieren weiterlesen mitdiskutieren abbestellen abonnieren inhaltsverzeichnis schlagwörter
    schlagworte ähnliches permalink einloggen inhaltsübersicht`,
  glue: `der die das den dem des ein eine einen einem einer eines dies diese dieser diesen diesem dieses es und oder
    aber zu zum zur in im ins an am auf aufs aus bei beim mit von vom für durch über um nach per via als wie dass
    wenn ob ist sind wird werden wurden kann können könnte könnten möchte möchten möchtest darf darfst hier jetzt
    bitte gern gerne doch mal einfach direkt sich ab bis vor wieder was wer so nur dann da man wo weil welche
    welcher welches haben habe hat gibt sein bin bist seid sollte müssen musst muss wollen willst will wünschen
    wünschst sorry leider entschuldigung beste besten bestmögliche erlebnis erfahrung sicherzustellen gewährleisten
    verbessern damit allen dürfen bereits schon ohne zugriff erhältst bekommen bekommst worden gegen zeit hinaus
    geht alles eingeben gib wurde bisher insgesamt vielen dank allgemein momentan derzeit darunter selbst keinerlei
    wieviel los sehr unten drunter zuerst sowie weder gleich künftig zusätzliche zusätzlich später jederzeit
    einsehen personalisieren zwecke zwecken benötigt notwendig standardmäßig besuch seit unserem letzten gab hallo
    unsere verwirklicht realisiert dafür dazu ja nein okay weiterhin außerdem richtlinien ihnen widersprechen
    passiert möglichst bieten stellen sicher stets daher woran selben gleichen nachfolgende folgende zukünftige
    künftige derselben demselben desselben nachstehend jeweils darin daran davon blogger bloggern bibliothek
    gesamten war person personen leute leuten kostenlos kostenfrei gratis unverbindlich`,
  noun: `reaktion reaktionen empfehlung empfehlungen antwort rückmeldung diskussion diskussionen unterhaltung
    debatte meinung meinungen gedanke gedanken mitglied mitglieder unterstützer leser leserinnen freund freunde
    freunden familie kollegen bekannte fehler problem anmeldung abo abos abonnement abonnements zugang konto kanal
    kanäle gruppe community medien netzwerk netzwerke thema themen geschichte geschichten inhalt vorschläge tipp
    tipps adresse meldung feedback applaus seite seiten`,
  about: "über",
  you: `du dir dich dein deine deinen deinem deiner sie ihr ihre ihren ihrem ihrer ihnen euch euer eure euren`,
  us: `wir uns unser unsere unseren unserem unserer unseres mir mich mein meine meinen meinem meiner ich`,
  share: `teilen teile teilt geteilt mitteilen weitersagen weitererzählen weiterempfehlen weiterleiten weitergeben
    empfehlen empfiehl empfehle twittern tweeten posten pinnen merken verbreiten verbreite weiterverbreiten`,
  like: `gefällt gefallen mag favorisieren danke applaus reaktion reaktionen gefiel liken findet geliked gefielen
    mögen`,
  follow: `folgen folge folgt abonnieren abonniere abonniert besuchen besuche finden findest bleiben bleib`,
  subscribe: `abonnieren abonniere abonniert anmelden anmeldung eintragen bestellen bestelle registrieren
    registriere abo abonnement erhalte abos abonnements updates registrier* feed empfangen erhalten`,
  unsubscribe: `abmelden abbestellen austragen abbestellung abmeldung abmeldelink deabonnieren empfang`,
  login: `einloggen login anmelden angemeldet eingeloggt anmeldung ausloggen abmelden konto registrieren registriert
    benutzerkonto passwort loggen logge angemeldete zugang`,
  write: `schreiben schreib schreibe schreibt hinterlassen hinterlasse hinterlasst verfassen verfasse verfasst
    abgeben absenden abschicken hinzufügen veröffentlichen posten abschicke mitreden mitdiskutieren diskutieren
    diskutiere diskutiert beginnen starten starte beteiligen beginne beginnt teilnehmen nimm teil teilzunehmen
    eröffnen mitmachen kommentieren werde werdet hinzugefügt eingabe geben schreibst abgegeben teilst eingegeben
    abgesendet beitragen antwortformular sei seien werden`,
  reply: "antworten antworte antwortet antwort rückmeldung antwort*",
  cancel: "abbrechen verwerfen löschen abbruch",
  read: `lesen lies lest weiterlesen erfahre entdecken entdecke ansehen anschauen durchlesen weiterzulesen nachlesen
    erfahren`,
  play: `anhören hören abspielen vorlesen wiedergeben pausieren anschauen reinhören audio hör höre lauschen`,
  print: "drucken ausdrucken druckversion druckansicht druckfreundlich* drucker druck pdf ausdruck",
  send: `senden versenden sende schicken schicke mailen verschicken versende weiterleiten zusenden kontakt
    kontaktieren kontaktiere`,
  save: `speichern speichere merken merkliste merkzettel leseliste lesezeichen kopieren kopiere kopiert
    zwischenablage herunterladen download bookmark zitieren exportieren teilen sichern daten`,
  show: `anzeigen zeigen zeige ansehen einblenden ausblenden öffnen öffnet öffne geöffnet schließen laden lädt
    geladen ausklappen einklappen aufklappen zuklappen umschalten ladevorgang angezeigt vergrößern aktivieren
    umsehen bearbeiten lade ansicht vollbild`,
  click: "klick klicken klicke drücken tippen",
  accept: `akzeptieren akzeptiere zustimmen stimme zustimmung ablehnen lehne einverstanden erlauben erlaube
    einwilligen einwilligung zulassen bestätigen verweigern einstellungen verwenden nutzen verwendet nutzt anpassen
    verwalten verwalte verwaltung änderung ändern hinnehmen laden aktivieren deaktivieren widerrufen erneuern
    ausschließlich notwendige speichern verarbeiten erforderlich genutzt aktualisieren bestätige`,
  settings: "einstellungen emaileinstellungen profil",
  back: "zurück springen springe gehen wechseln zurückkehren hoch rauf weiter",
  support: `unterstützen unterstütze unterstützt spenden spende spendieren fördern kaffee upgraden upgrade
    unterstützer* wechseln`,
  report: "melden meldung korrigieren vorschlagen korrektur",
  notify: `benachrichtigen benachrichtige benachrichtigt benachrichtigung benachrichtigungen informiert informieren
    laufenden bescheid bleiben lass lassen`,
  comment: `kommentar* kommentier* diskussion diskussionen leserkommentar* leserbrief leserbriefe unterhaltung
    debatte kommentieren`,
  opinion: "meinung meinungen denkst denken meinst meinen gedanke gedanken hältst haltet feedback",
  article: `artikel artikels beitrag beiträge beiträgen beitrags text texte bericht berichte berichten meldungen
    nachricht nachrichten story storys stories seite seiten inhalt inhalte inhalten inhalts post posts eintrag
    einträge blogbeitrag blogbeiträge news geschichte geschichten thema themen neuigkeiten lesetipp lesetipps
    website webseite blog ressort rubrik blogs blogartikel blogeinträge nachrichtenartikel blogposts artikeln
    gelesen lesestoff lektüre`,
  newsletter: "newsletter* rundbrief rundmail mailingliste infobrief spam",
  email: `email emails mail mails emailadresse mailadresse adresse postfach emailadressen posteingang sms nachricht
    mailing`,
  link: "link links permalink kurzlink url verweis verlinkung permanent* dauerhaft*",
  social: "sozialen soziale medien netzwerk netzwerke netzwerken social media",
  channel: "kanal kanäle podcast podcasts app feed rss feeds gruppe community push",
  author: `autor autorin autoren autorinnen autors verfasser verfasserin profil autorenprofil autorenseite redakteur
    redakteurin ähnliches redaktion autorenarchiv autor* verfasser*`,
  profile: "profil autorenprofil biografie",
  tag: `schlagwort schlagworte schlagwörter schlagwörtern tag tags stichwort stichworte stichwörter kategorie
    kategorien verschlagwortet abgelegt archiv archive themenbereich einsortiert tagged schlagwortwolke rubriken`,
  cookie: `cookie* datenschutz* tracking drittanbieter* dritten dienste dienst nutzungsbedingungen
    datenschutzerklärung datenschutzhinweise nutzerdaten analyse statistik marketing daten personenbezogene`,
  external: `extern* eingebettet* drittanbieter* dritter fremd* bereitgestellt* geladen stammt inhalte gehostet`,
  window: "fenster tab browserfenster",
  browser: `browser webbrowser onlineversion webversion ansicht online browserversion darstellung browser*`,
  advert: `anzeige anzeigen werbung werbeanzeige advertorial sponsored gesponsert* werbeblock reklame werbepartner`,
  contents: `inhaltsverzeichnis inhaltsübersicht gliederung übersicht inhalt inhalte seite`,
  top: `oben seitenanfang anfang startseite hauptseite home homepage übersicht hauptinhalt hauptnavigation
    inhaltsbereich`,
  menu: `menü navigation suche suchen seitenleiste sidebar beitragsnavigation artikelnavigation suchergebnisse
    beitrags-navigation seitennavigation schnellsuche suchbegriff hauptmenü seitenmenü`,
  field: `feld felder pflichtfeld pflichtfelder erforderlich* markiert name namen website nächsten gekennzeichnet
    pflichtfeld*`,
  publish: `veröffentlicht publiziert aktualisiert geändert verfasst geschrieben gepostet erschienen stand letzte
    änderung hinzugefügt erstellt verfassers datum geposted eingestellt`,
  view: `version ansicht format fassung druckversion druckbare druckfähige klassisch vollversion vollansicht mobile`,
  member: `mitglied mitglieder abonnent abonnenten abonnentin abonnentinnen unterstützer kostenpflichtig* zahlend*
    premium leser leserinnen abonnierende kostenpflichtige zahlende bezahlte exklusiv abonnements unterstützende
    freischalten freigeschaltet mitgliederbereich`,
  friend: "freund freunde freunden freundin freundinnen kollegen bekannte familie",
  error: "fehler tippfehler problem",
  helpful: "hilfreich nützlich bewerten bewerte bewertung bewertet",
  more: "mehr weitere weiterer weiteren weiteres noch infos details",
  same: "selben gleichen derselben demselben desselben",
  related: `ähnliche ähnlich ähnliches verwandte verwandt verwandtes passend passende passendes zugehörige empfohlen
    empfohlene empfohlener empfehlung empfehlungen interessant interessante interessieren gefallen hierzu tipp tipps
    lesenswert zusammenhängende vorschläge empfehlenswert lesenswertes gefällt gehört empfiehlt bezogen* bezüglich*
    zugehörig* thematisch* relevant* vergleichbar* weiterführend* verknüpft* zusammenhang verwandt* anverwandt*`,
  latest: `neueste neuesten neuste neusten aktuelle aktuelles aktuell letzte neue neuen neuer neu frisch kürzlich*
    neuestes aktuellste aktuellsten jüngste jüngsten neulich`,
  popular: `beliebt beliebte beliebteste beliebtesten meistgelesen meistgelesene meistgelesenen meistkommentiert*
    top trending meisten gelesen populär* beliebt*`,
  prev: `vorherig* vorige voriger vorheriges ältere älterer älteren älteres letzter zurück vorhergehend*
    vorangegangen* rückwärts früher* älter*`,
  next: `nächste nächster nächsten nächstes folgend* neuere neuerer neueren neueres weiter nächst* vorwärts später*
    neuer*`,
  first: "erste erster ersten erstes",
  none: "kein keine keinen nicht nie nichts noch",
  full: "ganze ganzen ganzer ganz vollständig* kompletten komplett komplette gesamte gesamten rest",
  closed: `geschlossen deaktiviert gesperrt abgeschaltet ausgeschaltet möglich beendet eingeschaltet moderiert
    freigeschaltet freigegeben`,
  also: "auch ebenfalls außerdem vielleicht siehe",
  all: "alle allen alles sämtliche immer",
};

import type { AdminTexts } from "./admin-texts.ts";

const format = new Intl.NumberFormat("de-DE");

export const ADMIN_GERMAN: AdminTexts = {
  title: "Verwaltung",
  inOrder: "Alles in Ordnung",
  inOrderBut: (count) =>
    count === 1
      ? "Es braucht Sie nichts; 1 Quelle schlug zuletzt fehl und wird wieder abgefragt"
      : `Es braucht Sie nichts; ${format.format(count)} Quellen schlugen zuletzt fehl und werden wieder abgefragt`,
  needed: (count) =>
    count === 1 ? "1 Sache braucht Sie" : `${format.format(count)} Dinge brauchen Sie`,
  lastPass: "Letzter Durchgang:",
  noPass: "Noch kein Durchgang durch die Quellen ist zu Ende.",
  needsPerson: "Was jemanden braucht",
  sources: "Quellen",
  source: "Quelle",
  lastPoll: "Letzter Abruf",
  nextPoll: "Nächster Abruf und warum",
  never: "Noch nie.",
  none: "Keiner",
  outcomes: {
    ok: "In Ordnung",
    unchanged: "Unverändert",
    failed: "Fehlgeschlagen",
    none: "Wartet",
  },
  states: {
    unsteady: "Zuletzt fehlgeschlagen",
    failing: "Fehlgeschlagen",
    waiting: "Wartet",
    paused: "Pausiert",
  },
  waitingPages: (count) =>
    count === 1
      ? "1 Seite wartet auf ihren Abruf."
      : `${format.format(count)} Seiten warten auf ihren Abruf.`,
  newest: "Neueste Artikel",
  removedCount: (count) =>
    count === 0
      ? "nichts entfernt"
      : `${format.format(count)} ${count === 1 ? "Zeile" : "Zeilen"} entfernt`,

  articleTitle: "Was mit diesem Artikel geschah",
  backToStatus: "Zur Übersicht",
  asPublished: "Wie er veröffentlicht ist",
  failed: "Nicht ausgeführt:",
  withdrawn: "Zurückgezogen",
  removed: "Entfernt",
  removedWhat:
    "Diese Zeilen hat die Reinigung herausgenommen. Was Sie behalten, steht sofort wieder im Artikel und bleibt dort.",
  nothingRemoved: "Es wurde nichts entfernt.",
  keep: "Diese Zeile behalten",
  keepAll: "Alle behalten",
  kept: "Von der Redaktion behalten",
  keptWhat: "Diese Zeilen bleiben im Artikel, was die Regeln auch sagen.",
  forget: "Alles davon zurücknehmen",
  readOnly:
    "Hier lässt sich nichts ändern, denn der Dienst, der Artikel aufnimmt, läuft anderswo. Dort geht es mit „offprint removed“.",
  rights: "Rechte",
  rightsWords: {
    full: "Der ganze Text darf weitergegeben werden.",
    excerpt: "Nur ein Auszug darf weitergegeben werden.",
    link: "Nur Titel und Link dürfen weitergegeben werden.",
  },
  lowered: "Die Seite selbst verlangt es so:",
  signals: {
    archive: "Kopien der Seite sind nicht erwünscht",
    snippet: "Vom Text soll nichts gezeigt werden",
    shortened: (characters) => `Vom Text sollen höchstens ${characters} Zeichen gezeigt werden`,
    paywall: "Der Artikel steht hinter einer Bezahlschranke",
    licence: "Für die Nutzung gilt eine eigene Lizenz (RSL)",
    mining: "Text- und Data-Mining ist vorbehalten",
    other: "Die Nutzung ist eingeschränkt",
  },
  notLowered: "So steht es bei der Quelle in der Konfiguration.",
  page: "Die Seite des Artikels",
  pageStates: {
    none: "Sie wurde nicht gebraucht: Der Feed brachte den Text mit.",
    done: "Abgerufen; der Text stammt von ihr.",
    unused: "Abgerufen, aber nicht verwendet:",
    waiting: "Wartet auf den nächsten Versuch:",
    failed: "Aufgegeben, bis sich der Artikel ändert:",
    held: "Bis dahin zurückgehalten:",
  },
  metadata: "Woher die Angaben sind",
  metadataWhat: "Was hier nicht steht, stand so in der Quelle.",
  allFromItem: "Alle Angaben standen so in der Quelle.",
  derived: "von uns erschlossen",
  copies: "Derselbe Text anderswo",
  noCopies: "Keine andere Quelle hat diesen Text.",
  compare: "nebeneinander zeigt beide:",
  text: "Der Text",
  noText: "Der Artikel hat keinen Text.",
  rules: {
    "advert-label": "Kennzeichnung einer Anzeige",
    "app-promotion": "Werbung für eine App",
    "appeared-first": "Vermerk, wo der Text zuerst erschien",
    "comment-prompt": "Aufforderung zu kommentieren",
    "copyright-line": "Copyright-Zeile",
    credit: "Bildnachweis",
    "date-line": "Datumszeile",
    "dropped-by-editor": "steht unter „drop“ in der Konfiguration",
    "follow-us": "Aufforderung zu folgen",
    newsletter: "Werbung für einen Newsletter",
    "paywall-prompt": "Hinweis auf ein Abonnement",
    promotion: "Werbung",
    "read-also": "Hinweis auf andere Artikel",
    "read-more": "„Weiterlesen“",
    "reading-time": "Lesezeit",
    repeated: "steht in vielen Artikeln dieser Quelle",
    "repeated-title": "Wiederholung der Überschrift",
    "script-notice": "Hinweis zu JavaScript oder Cookies",
    "self-promotion": "Eigenwerbung",
    "share-label": "Beschriftung zum Teilen",
    "share-list": "Liste von Netzwerken zum Teilen",
    "tool-label": "Beschriftung eines Knopfes",
  },
};

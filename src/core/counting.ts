import { fold } from "./text/fold.ts";

/*
 * Lines that only count: how often an article was read, commented on or shared, and how long ago that was. They change
 * from poll to poll, and nothing has happened. They are told by their words alone: a number, a word for what is counted,
 * and nothing else but small words; so "12 votes" counts, and "Greens: 12 votes" is a report.
 */

/** Folded, in de en fr es it pt nl pl. */
const COUNTED = new Set(
  `view views viewed read reads readers comment comments like likes share shares reaction reactions reply replies vote votes
  visit visits visitor visitors click clicks hits download downloads follower followers favorites upvotes min mins minute minutes
  hour hours second seconds day days week weeks
  aufruf aufrufe aufrufen abrufe zugriffe ansichten gelesen angesehen leser lesern kommentar kommentare kommentaren gefallt geteilt teilungen
  reaktion reaktionen antwort antworten stimme stimmen besucher besuche klick klicks minuten stunde stunden tag tage tagen sekunden lesezeit
  bewertung bewertungen woche wochen
  vue vues lecture lectures lu lecteurs commentaire commentaires aime partage partages reponse reponses visite visites visiteurs clics
  heure heures jour jours secondes semaine semaines
  vista vistas visualizacion visualizaciones lectura lecturas leido comentario comentarios gusta compartido compartidos reaccion reacciones
  respuesta respuestas voto votos visitas minuto minutos hora horas dia dias segundos semana semanas
  visualizzazione visualizzazioni letture letto commento commenti piace condivisione condivisioni reazioni risposte voti minuti ora ore
  giorno giorni secondi settimana settimane
  visualizacao visualizacoes leitura leituras lido curtida curtidas gosto gostos partilhas compartilhamentos reacoes respostas
  weergave weergaven gelezen bekeken reactie reacties leuk gedeeld stem stemmen bezoekers bezoeken minuut uur uren dag dagen
  wyswietlenia wyswietlen wyswietlenie odslon odslony odslona czytan przeczytano komentarz komentarze komentarzy polubienia polubien
  udostepnien udostepnienia reakcji odpowiedzi glosow glosy odwiedzin minut minuty godzin godziny godzine dni`
    .trim()
    .split(/\s+/),
);

/** Words that stand beside a count. */
const BESIDE = new Set(
  `ago updated last reading so far total the of this and time times people about in already article by to a k m h s now online
  vor bisher insgesamt mal zuletzt aktualisiert und die der dieser artikel wurde schon von mir std ca leute leuten personen gerade
  il y derniere mise jour de la le les temps cet cette fois deja j ca environ et personnes
  hace actualizado ultima este articulo veces me personas ya y tiempo
  fa aggiornato tempo di volte mi persone questo articolo e ultimo
  ha atualizado atras tempo vezes pessoas este artigo
  geleden bijgewerkt keer vind ik dit artikel en mensen leestijd laatst
  temu aktualizacja razy ten artykul osob osoby czas czytania lubi to ok`
    .trim()
    .split(/\s+/),
);

/** In place of a number: nobody has commented yet. */
const NONE = new Set(
  `no none yet keine kein keinen noch aucun aucune pas encore sin ningun aun nessun nessuna ancora sem nenhum ainda geen nog brak
  jeszcze`
    .trim()
    .split(/\s+/),
);

const MOST_WORDS = 12;

/** Sentences of a line, and what bars and dots part. Of single spaces: runs of them would be tried from each of their places. */
const SEGMENTS = /(?<=[.!?…]) | [|·•–—/] | ?[|·•] ?/u;

function onlyCounts(segment: string): boolean {
  const words = fold(segment).match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  const isNumbered = /\d/.test(segment) || words.some((word) => NONE.has(word));
  return (
    isNumbered &&
    words.some((word) => COUNTED.has(word)) &&
    words.every((word) => COUNTED.has(word) || BESIDE.has(word) || NONE.has(word))
  );
}

/** The text without what only counts; the very same text where nothing does. */
export function withoutCounts(text: string): string {
  if (!MAY_COUNT.test(text)) return text;
  const lines = text.split("\n");
  const kept = lines.map(lineWithoutCounts);
  return kept.every((line, at) => line === lines[at])
    ? text
    : kept.filter((line) => line !== "").join("\n");
}

/** What cannot count is not taken apart. */
const MAY_COUNT = /\d|\b(?:no|yet|kein|noch|aucun|pas|sin|nessun|sem|nenhum|geen|brak)/i;

function lineWithoutCounts(line: string): string {
  const segments = line.replace(/\s+/g, " ").split(SEGMENTS);
  const kept = segments.filter((segment) => !onlyCounts(segment));
  return kept.length === segments.length ? line : kept.join(" ").trim();
}

/** Where lines of our own sanitised HTML begin and end. */
const BLOCKS =
  /(?=<(?:\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|figure|figcaption|table|tr|td|th|section|pre)|br)\b)/i;

/** The same for HTML, to compare: a line of which a part goes loses its markup. */
export function htmlWithoutCounts(html: string): string {
  if (!MAY_COUNT.test(html)) return html;
  const blocks = html.split(BLOCKS);
  const kept = blocks.map((block) => {
    const text = block.replace(/<[^>]*>/g, "").trim();
    const rest = withoutCounts(text);
    return rest === text ? block : rest;
  });
  return kept.join("");
}

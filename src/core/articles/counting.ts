import { fold } from "../text/fold.ts";
import { holdsOnlyWords } from "./holds-only-words.ts";

/*
 * Lines that only count: how often an article was read, commented on or shared, and how long ago that was. They change
 * from poll to poll while the article stays the same. They are recognised by their words alone: a number, a word or a sign
 * for what is counted, and otherwise only small words. So "12 votes" counts, and "Greens: 12 votes" is a report.
 */

const words = (list: string): ReadonlySet<string> => new Set(fold(list).trim().split(/\s+/));

/** In da de cs el en es fi fr hu it nl no pl pt ro ru sv tr uk, then zh ja ko. */
const COUNTED = words(
  `view views viewed read reads readers comment comments commented like likes liked share shares shared reaction reactions reply replies
  response responses vote votes upvotes downvotes points visit visits visitor visitors click clicks hits download downloads play plays
  listens follower followers subscribers favorites favourites bookmarks saves repost reposts retweets boosts stars rating ratings reviews
  min mins minute minutes hour hours second seconds day days week weeks
  aufruf aufrufe aufrufen abrufe zugriffe ansichten gelesen angesehen leser lesern kommentar kommentare kommentaren gefallt geteilt teilungen
  reaktion reaktionen antwort antworten stimme stimmen besucher besuche klick klicks minuten stunde stunden tag tage tagen sekunden lesezeit
  bewertung bewertungen woche wochen
  vue vues lecture lectures lu lecteurs commentaire commentaires aime partage partages reponse reponses visite visites visiteurs clics
  abonnes heure heures jour jours secondes semaine semaines
  vista vistas visualizacion visualizaciones lectura lecturas leido comentario comentarios gusta compartido compartidos reaccion reacciones
  respuesta respuestas voto votos visitas minuto minutos hora horas dia dias segundos semana semanas
  visualizzazione visualizzazioni letture letto commento commenti piace condivisione condivisioni reazioni risposte voti minuti ora ore
  giorno giorni secondi settimana settimane
  visualizacao visualizacoes leitura leituras lido curtida curtidas gosto gostos partilhas compartilhamentos reacoes respostas
  weergave weergaven gelezen bekeken reactie reacties leuk gedeeld stem stemmen bezoekers bezoeken minuut uur uren dag dagen
  wyswietlenia wyswietlen wyswietlenie odslon odslony odslona czytan przeczytano komentarz komentarze komentarzy polubienia polubien
  udostepnien udostepnienia reakcji odpowiedzi glosow glosy odwiedzin minut minuty godzin godziny godzine dni
  visning visningar visninger kommentarer gillar gilla liker delning delningar delinger lasningar lasare laesere lesere svar timma timmar
  timme timer timmer minutter dagar dager dage
  katselu katselua katselukertaa lukukertaa kommentti kommenttia kommentit tykkays tykkaysta jako jakoa minuuttia tuntia paivaa
  komentare komentaru komentar zobrazeni precteni precteno sdileni odpovedi hlasu hodiny hodinami minutami dny
  hozzaszolas megtekintes megosztas kedveles olvasas valasz perce oraja napja
  comentariu comentarii vizualizare vizualizari afisari distribuiri aprecieri raspunsuri minute ore ora zile
  yorum goruntuleme goruntulenme okunma paylasim begeni yanit dakika saat gun
  коментар коментарі коментарів перегляд перегляди переглядів поширень вподобань хвилин хвилини години годин днів
  комментарий комментария комментарии комментариев просмотр просмотра просмотры просмотров прочтений лайк лайка лайков репостов ответов
  минут минуты минуту часа часов час дней дня
  σχόλιο σχόλια προβολή προβολές αναγνώσεις κοινοποιήσεις λεπτά ώρες ημέρες
  阅读 阅读量 阅读数 浏览 浏览量 浏览数 评论 条评论 点赞 次阅读 次浏览 人阅读 分钟前 小时前 天前 閱讀 瀏覽 評論 則留言 留言 分鐘前 小時前
  閲覧数 閲覧 再生回数 コメント 件のコメント いいね シェア 分前 時間前 日前
  조회수 조회 댓글 댓글수 좋아요 공유 추천 분 시간`,
);

/** Words that stand beside a count. */
const BESIDE = words(
  `ago since updated last posted published reading so far total the of this and time times people about in already article by to a k m h s now online out
  vor seit stand bisher insgesamt mal zuletzt aktualisiert und die der dieser artikel wurde schon von mir std ca leute leuten personen gerade
  il y derniere mise jour de la le les temps cet cette fois deja j ca environ et personnes
  hace actualizado ultima este articulo veces me personas ya y tiempo
  fa aggiornato tempo di volte mi persone questo articolo e ultimo
  ha atualizado atras tempo vezes pessoas este artigo
  geleden bijgewerkt keer vind ik dit artikel en mensen leestijd laatst
  temu aktualizacja razy ten artykul osob osoby czas czytania lubi to ok
  for sedan siden ganger gånger och og uppdaterad opdateret oppdatert sitten pred ezelott acum in urma once önce kez тому назад раз πριν από
  次 回 件 条 個 名 人 전 개 회 명`,
);

/** Words in place of a number: nobody has commented yet. */
const NONE = words(
  `no none yet keine kein keinen noch aucun aucune pas encore sin ningun aun nessun nessuna ancora sem nenhum ainda geen nog brak
  jeszcze inga ingen ännu endnu ennå`,
);

const OF_COUNTS: ReadonlySet<string> = new Set([...COUNTED, ...BESIDE, ...NONE]);

/** Signs that stand for what is counted: a thumb, a heart, a balloon, an eye, a star, arrows that turn or rise. */
const COUNTED_SIGNS = /[👍👎👏❤♥♡💙💬🗨💭👁👀⭐★☆🔁🔄🔃↻⟳⬆▲△]/u;

const MOST_WORDS = 12;

/** Splits a line at sentence ends, bars and dots. Expects single spaces: matching runs of them would take quadratic time. */
const SEGMENTS = /(?<=[.!?…]) | [|·•–—/] | ?[|·•] ?/u;

function onlyCounts(segment: string): boolean {
  const said = fold(segment).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (said.length > MOST_WORDS) return false;
  const isNumbered = /\d/.test(segment) || said.some((word) => NONE.has(word));
  return (
    isNumbered &&
    (said.some((word) => COUNTED.has(word)) || COUNTED_SIGNS.test(segment)) &&
    said.every((word) => COUNTED.has(word) || BESIDE.has(word) || NONE.has(word))
  );
}

/** The text without what only counts; the very same text where nothing does. */
export function withoutCounts(text: string): string {
  if (!mayCount(text)) return text;
  const lines = text.split("\n");
  const kept = lines.map(lineWithoutCounts);
  return kept.every((line, at) => line === lines[at])
    ? text
    : kept.filter((line) => line !== "").join("\n");
}

/** Whether a text may have a line that only counts: most have none, and are not split. */
export const mayCount = (text: string): boolean =>
  holdsOnlyWords(text, OF_COUNTS) && MAY_COUNT.test(text);

const MAY_COUNT =
  /\d|\b(?:no|yet|kein|noch|aucun|pas|sin|nessun|sem|nenhum|geen|brak|ing(?:a|en)\b)/i;

function lineWithoutCounts(line: string): string {
  const segments = line.replace(/\s+/g, " ").split(SEGMENTS);
  const kept = segments.filter((segment) => !onlyCounts(segment));
  return kept.length === segments.length ? line : kept.join(" ").trim();
}

const NAMES =
  "p|div|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|figure|figcaption|table|tr|td|th|section|pre";
const BLOCK = `<(?:\\/?(?:${NAMES})|br)\\b`;
/** Where lines of our own sanitised HTML begin and end. */
const BLOCKS = new RegExp(`(?=${BLOCK})`, "i");
const BLOCK_TAG = new RegExp(BLOCK, "iy");

/** The text between the tags, with a line for each block; `null` where a value of an attribute looks like markup. */
function shownLines(html: string): string | null {
  let lines = "";
  let from = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", from)) {
    const end = html.indexOf(">", at);
    if (end < 0 || html.lastIndexOf("<", end) > at) return null;
    BLOCK_TAG.lastIndex = at;
    lines += html.slice(from, at) + (BLOCK_TAG.test(html) ? "\n" : "");
    from = end + 1;
  }
  return lines + html.slice(from);
}

/** Whether HTML shows the lines of a text, and nothing else: what `mayCount` says of the text holds for it, too. */
export const showsLinesOf = (html: string, text: string): boolean =>
  shownLines(html)
    ?.replace(/\n{2,}/g, "\n\n")
    .trim() === text;

/** As `withoutCounts`, for HTML, and only to compare: a line that loses a part loses its markup too. */
export function htmlWithoutCounts(html: string): string {
  if (!MAY_COUNT.test(html)) return html;
  const lines = shownLines(html);
  if (lines !== null && !holdsOnlyWords(lines, OF_COUNTS)) return html;
  const blocks = html.split(BLOCKS);
  const kept = blocks.map((block) => {
    const text = block.replace(/<[^>]*>/g, "").trim();
    const rest = withoutCounts(text);
    return rest === text ? block : rest;
  });
  return kept.join("");
}

const WHOLE_BLOCK = new RegExp(
  `<(p|div|li|h[1-6])\\b[^<>]*>((?:[^<]|<(?!/?(?:${NAMES})\\b))*)</\\1>`,
  "gi",
);
const LINE_BREAK = /(<br\b[^<>]*>)/i;

/**
 * As `htmlWithoutCounts`, for markup as it was received, which may be broken. Only where a line surely stands alone, also when
 * the markup is mended: in an element that has a beginning, an end and no block inside. A cell of a table is none: its row says what is counted.
 */
export function markupWithoutCounts(html: string): string {
  if (!MAY_COUNT.test(html)) return html;
  const lines = shownLines(html)?.replaceAll(NO_BREAK, " ");
  // Most texts have no such line, and are not taken apart.
  if (lines === undefined || !holdsOnlyWords(lines, OF_COUNTS) || TABLE.test(html)) return html;
  return html.replace(WHOLE_BLOCK, (block: string, _name: string, inner: string) => {
    const lines = inner.split(LINE_BREAK);
    const kept = lines.map((line) => {
      const text = line
        .replace(/<[^>]*>/g, "")
        .replaceAll(NO_BREAK, " ")
        .trim();
      return withoutCounts(text) === text ? line : withoutCounts(text);
    });
    return kept.every((line, at) => line === lines[at]) ? block : kept.join("");
  });
}

const NO_BREAK = "&nbsp;";
const TABLE = /<t[dhr]\b/i;

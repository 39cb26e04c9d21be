import { fold } from "../../core/text/fold.ts";

/**
 * Month names and their usual abbreviations, January first, each list one language: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Polish (both cases), Czech, Swedish, Danish,
 * Finnish, Hungarian, Romanian, Turkish, Greek, Russian and Ukrainian (CLDR, wide and abbreviated).
 */
const LANGUAGES = [
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "januar februar marz april mai juni juli august september oktober november dezember",
  "janner feber maerz apr mai jun jul aug sept okt nov dez",
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  "janv fevr mars avr mai juin juil aou sept oct nov dec",
  "jan fev mar avr mai jun jul aou sep oct nov dec",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago setiembre oct nov dic",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "jan feb mrt apr mei jun jul aug sep okt nov dec",
  "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
  "sty lut mar kwi maj cze lip sie wrz paz lis gru",
  "leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec",
  "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "januar februar marts april maj juni juli august september oktober november december",
  "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
  "jan febr marc apr maj jun jul aug szept okt nov dec",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım aralık",
  "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
  "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος",
  "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь",
  "янв фев мар апр маи июн июл авг сен окт ноя дек",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
];

/**
 * Word → month, January = 1. Where two languages disagree (Croatian and Polish `listopad`) the
 * first list counts.
 */
const MONTHS: ReadonlyMap<string, number> = monthTable();

function monthTable(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const names of LANGUAGES) {
    names.split(" ").forEach((name, index) => {
      const word = fold(name);
      if (!months.has(word)) months.set(word, index + 1);
    });
  }
  return months;
}

/** Month of a folded word (core/text/fold.ts), January = 1, or `null`. */
export const monthOf = (word: string): number | null => MONTHS.get(word) ?? null;

const HOUR = 60;

/**
 * Minutes east of Greenwich: the names of RFC 5322 §4.3 and those that feeds use beside them. The
 * military letters are not here: by the same section they say nothing about the zone.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...zones(0, "z ut utc gmt wet"),
  ...zones(1, "cet met mez bst wat"),
  ...zones(2, "cest mest mesz eet sast cat"),
  ...zones(3, "eest msk eat trt"),
  ...zones(4, "msd gst"),
  ...zones(5, "pkt"),
  ...zones(7, "ict wib"),
  ...zones(8, "awst hkt sgt pht"),
  ...zones(9, "jst kst"),
  ...zones(10, "aest"),
  ...zones(11, "aedt"),
  ...zones(12, "nzst"),
  ...zones(13, "nzdt"),
  ...zones(-2, "brst"),
  ...zones(-3, "adt brt art clst"),
  ...zones(-4, "edt ast clt"),
  ...zones(-5, "est cdt et"),
  ...zones(-6, "cst mdt ct"),
  ...zones(-7, "mst pdt mt"),
  ...zones(-8, "pst akdt pt"),
  ...zones(-9, "akst hdt"),
  ...zones(-10, "hst"),
  ["ist", 5 * HOUR + 30],
  ["npt", 5 * HOUR + 45],
  ["acst", 9 * HOUR + 30],
  ["acdt", 10 * HOUR + 30],
  ["nst", -3 * HOUR - 30],
  ["ndt", -2 * HOUR - 30],
]);

function zones(hours: number, names: string): readonly (readonly [string, number])[] {
  return names.split(" ").map((name) => [name, hours * HOUR] as const);
}

/** Offset of a named zone in minutes east of Greenwich, or `null` when the word names none. */
export const zoneOf = (word: string): number | null => ZONES.get(word) ?? null;

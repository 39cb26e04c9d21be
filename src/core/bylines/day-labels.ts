/** What a line says of a day, in one language: words and phrases separated by `|`, compared without case. */
type DayLabels = {
  /** Before the day that an article was published. */
  readonly published: string;
  /** About the day that it was changed. */
  readonly updated: string;
  /** Before days that are not the article's: of an account, a life, an event, a term. */
  readonly other: string;
};

/** By language (ISO 639-1). A language is added by one entry. */
const DAY_LABELS: Readonly<Record<string, DayLabels>> = {
  de: {
    published: "erschienen|erstellt|veröffentlicht|publiziert|verfasst|geschrieben",
    updated: "aktualisiert|änderung|geändert|bearbeitet|überarbeitet",
    other:
      "registriert|mitglied seit|dabei seit|geboren|gestorben|gültig bis|gültig ab|anmeldeschluss|einsendeschluss",
  },
  en: {
    published: "published|posted|created|written|released",
    updated: "updated|modified|edited|revised",
    other: "registered|joined|member since|born|died|valid until|valid from|deadline|expires",
  },
  fr: {
    published: "publié|publiée|paru|parue|mis en ligne|créé",
    updated: "mis à jour|mise à jour|modifié|actualisé",
    other: "inscrit|inscription|membre depuis|né|née|mort|morte|valable jusqu'au|date limite",
  },
  es: {
    published: "publicado|publicada|creado",
    updated: "actualizado|actualizada|modificado|editado",
    other: "registrado|miembro desde|nacido|nacida|fallecido|fallecida|válido hasta|fecha límite",
  },
  it: {
    published: "pubblicato|pubblicata|creato",
    updated: "aggiornato|aggiornata|modificato|aggiornamento",
    other: "iscritto|registrato|membro dal|nato|nata|morto|morta|valido fino al|scadenza",
  },
  nl: {
    published: "gepubliceerd|geplaatst|verschenen",
    updated: "bijgewerkt|gewijzigd|aangepast",
    other: "geregistreerd|lid sinds|geboren|overleden|geldig tot|deadline",
  },
  pt: {
    published: "publicado|publicada|criado",
    updated: "atualizado|atualizada|actualizado|modificado|editado",
    other: "registado|registrado|membro desde|nascido|nascida|falecido|válido até|prazo",
  },
  pl: {
    published: "opublikowano|dodano|utworzono|data publikacji",
    updated: "aktualizacja|zaktualizowano|zmodyfikowano",
    other: "zarejestrowany|dołączył|dołączyła|urodzony|urodzona|zmarł|zmarła|ważne do|termin",
  },
  sv: {
    published: "publicerad|publicerat|skapad",
    updated: "uppdaterad|uppdaterat|ändrad|ändrat",
    other: "registrerad|medlem sedan|född|död|giltig till|sista dag",
  },
  da: {
    published: "udgivet|offentliggjort|publiceret|oprettet",
    updated: "opdateret|ændret|redigeret",
    other: "registreret|medlem siden|født|død|gyldig til|frist",
  },
  no: {
    published: "publisert|opprettet",
    updated: "oppdatert|endret|redigert",
    other: "registrert|medlem siden|født|død|gyldig til|frist",
  },
  cs: {
    published: "publikováno|zveřejněno|vydáno|vytvořeno",
    updated: "aktualizováno|upraveno|změněno",
    other: "registrován|registrace|narozen|narozena|zemřel|zemřela|platí do|uzávěrka",
  },
  hu: {
    published: "közzétéve|megjelent|létrehozva",
    updated: "frissítve|módosítva|frissült",
    other: "regisztrált|csatlakozott|született|elhunyt|érvényes|határidő",
  },
  ro: {
    published: "publicat|publicată|postat|creat",
    updated: "actualizat|actualizată|modificat",
    other: "înregistrat|membru din|născut|născută|decedat|valabil până|termen",
  },
  tr: {
    published: "yayınlanma|yayınlandı|yayın tarihi|eklenme",
    updated: "güncelleme|güncellendi|güncellenme|değiştirilme",
    other: "kayıt|üyelik|doğum|ölüm|geçerlilik|son başvuru",
  },
  uk: {
    published: "опубліковано|створено|додано",
    updated: "оновлено|змінено|відредаговано",
    other: "зареєстрований|зареєстрована|народився|народилася|помер|померла|дійсний до|термін",
  },
  ru: {
    published: "опубликовано|создано|добавлено",
    updated: "обновлено|изменено|отредактировано",
    other: "зарегистрирован|регистрация|родился|родилась|умер|умерла|действует до|срок",
  },
  el: {
    published: "δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|δημιουργήθηκε",
    updated: "ενημερώθηκε|ενημέρωση|τροποποιήθηκε",
    other: "εγγραφή|μέλος από|γεννήθηκε|πέθανε|ισχύει έως|προθεσμία",
  },
  fi: {
    published: "julkaistu|luotu",
    updated: "päivitetty|muokattu",
    other: "rekisteröitynyt|liittynyt|syntynyt|kuollut|voimassa",
  },
};

/** Words between a label and its day: "published on", "veröffentlicht am". */
const BETWEEN = "am|on|le|el|il|em|op|dnia|den|dne|la|at|um|seit|since";

const anyOf = (list: keyof DayLabels): string =>
  [...new Set(Object.values(DAY_LABELS).flatMap((labels) => labels[list].split("|")))]
    .toSorted((a, b) => b.length - a.length)
    .join("|");

const WORD = { start: "(?<![\\p{L}\\p{N}])", end: "(?![\\p{L}\\p{N}])" };
const rightBefore = (list: keyof DayLabels): RegExp =>
  new RegExp(`${WORD.start}(?:${anyOf(list)})(?:\\s(?:${BETWEEN}))?\\s*:?\\s*\\(?$`, "iu");

const PUBLISHED = rightBefore("published");
const OTHER = rightBefore("other");
const UPDATED = new RegExp(`${WORD.start}(?:${anyOf("updated")})${WORD.end}`, "iu");

/** Whether the text before a day says that the article was published then. */
export const saysPublished = (before: string): boolean => PUBLISHED.test(before.slice(-60));

/** Whether a text tells of a change: "Updated", "Stand der Änderung". */
export const saysUpdated = (text: string): boolean => UPDATED.test(text.slice(0, 300));

/** Whether the text before a day says that it is not the article's day: "Registered:", "geboren am". */
export const saysOther = (before: string): boolean => OTHER.test(before.slice(-60));

/** News agencies as they sign, by the countries that they serve; a name that is also a word or a first name is left out. */
const NAMES = [
  ..."dpa dpa-afx AFP APA Reuters AP epd KNA SID EFE ANSA Lusa Belga ANP PAP TT NTB Ritzau UPI Bloomberg".split(
    " ",
  ),
  ..."SDA Keystone-SDA ots rtr Jiji Kyodo Xinhua Yonhap PTI IANS AAP TASS Interfax Sputnik Anadolu STT CTK ČTK".split(
    " ",
  ),
  ..."MTI Agerpres Mediafax Adnkronos Askanews Notimex Ukrinform Укрінформ ТАСС Интерфакс Унн ΑΠΕ-ΜΠΕ DHA IHA".split(
    " ",
  ),
  ..."CNN|BBC News|Associated Press|The Associated Press|Press Association|PA Media|Canadian Press|Europa Press".split(
    "|",
  ),
  ..."The Canadian Press|Agence France-Presse|Agencia EFE|Agência Brasil|Estadão Conteúdo|Kyodo News|AFP/Relaxnews".split(
    "|",
  ),
  ..."Anadolu Agency|Agencies|Agency|Agenturen|Agencias|Agenzie|Agences".split("|"),
];

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * Any agency, as part of a pattern: as written here, in capitals or in lower case, whatever the pattern's flags. Other
 * spellings do not match: "Sid" and "Ap" are people and syllables.
 */
export const AGENCY = `(?-i:${[
  ...new Set(NAMES.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()])),
]
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join("|")}|dpa[-/]\\w+)`;

const ALONE = new RegExp(`^${AGENCY}(?:\\s*[/,+&]\\s*${AGENCY})*$`, "u");

/** Whether a text is nothing but one agency or several: "dpa", "AFP/Reuters". */
export const isAgency = (text: string): boolean => text.length <= 60 && ALONE.test(text);

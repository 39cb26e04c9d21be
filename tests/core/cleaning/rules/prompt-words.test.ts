import { describe, expect, it } from "vitest";
import { findDebris } from "../../../../src/core/cleaning/rules/find-debris.ts";
import { AFTER, BEFORE, paragraph } from "./text-around.ts";

const removedFrom = (texts: readonly string[]): number[] =>
  findDebris(texts.map(paragraph)).map(({ block }) => block);
const places = (text: string): number[][] => [
  removedFrom([text, BEFORE, AFTER]),
  removedFrom([BEFORE, text, AFTER]),
  removedFrom([BEFORE, AFTER, text]),
];

/** Paragraphs and short sentences of articles that begin like prompts and go on in words that prompts do not have. */
const PROSE = `
Become a member to access this valley's oldest orchard, which opens on Sundays from May.
Help us find the owner of a grey parrot, the shelter's note on the church door reads.
Donate to help the families of the fire and bring blankets to the school hall by Friday.
If you like this weather, you will love the forecast for the second half of the week.
Our work depends on the tide, so nobody in Kallin owns a clock.
Sign up for the newsletter of the water board and you learn on which days the hydrants are flushed.
Never miss an update of your phone again? Security researchers wish that it were so simple.
This message was sent to the moon and back in two and a half seconds.
Like us, the storks come back in March and find the chimney gone.
Register to join the march by noon; the buses leave from the old brewery.
Follow our footsteps to the mill.
Listen to the sea.
Play hard and leave early.
Every spring two hundred fishermen sign up here.
Ihre Meinung ist gefragt: Am 3. Mai entscheiden die Bürger über den Verkauf der Stadtwerke.
Abo bestellen, dann bereuen: So geht es jedem Dritten, der an der Haustür unterschreibt.
Unterstützen Sie unsere Feuerwehr am Sonntag beim Fest auf dem Anger, es gibt Kuchen und Bier.
Bleiben Sie informiert über Pegelstände, indem Sie die Tafeln am Wehr lesen.
Melde dich für den Newsletter der Abfallwirtschaft an, dann weißt du, wann die Tonne geleert wird.
Diese Mail wurde an 12.000 Lehrer verschickt und von 300 gelesen.
Hinweis geben die Vögel im Schilf.
Votre avis compte : le référendum sur le pont aura lieu le 12 juin dans les trois communes.
Faites un don de sang avant l'été, quand les réserves sont au plus bas.
Suivez-nous jusqu'au sommet, le chemin monte pendant deux heures entre les genêts.
Écouter les vieux pêcheurs du port.
Si te gustó el eclipse de agosto, el próximo llega dentro de dos años.
Mantente informado del nivel del río en los paneles del puente viejo.
Diventa socio della banca del tempo: un'ora di giardino vale un'ora di inglese.
Segui la pagina del vecchio diario: la grafia cambia il giorno della battaglia.
Seja sócio do clube de canoagem e passe os invernos com as mãos geladas.
Não perca nenhuma das três florações, a primeira é em março, na encosta sul.
Schrijf je in voor de nieuwsbrief van het waterschap en je weet wanneer de sluis dicht is.
Volg onze voetstappen naar de molen.
Bądź na bieżąco z poziomem rzeki: tablice stoją przy trzech mostach.
Sie erhalten diese Nachricht, weil Ihr Nachbar sein Paket nicht abgeholt hat.
Vous recevez ce message parce que votre voisin a disparu.
U ontvangt dit bericht omdat uw buurman is verhuisd.
Wir sind auf Facebook groß geworden und haben dort alles verloren.
Diese Nachricht wurde an alle Haushalte am Fluss verteilt.
Keep up with the goats if you can.
Napisz do mnie, gdy dojedziesz, stało na kartce, którą matka włożyła do walizki.
`
  .trim()
  .split("\n");

describe.each(PROSE)("the prose “%s”", (text) => {
  it("stays at the head, between two paragraphs and at the end", () => {
    expect(places(text)).toEqual([[], [], []]);
  });
});

/** Prompts with a name, an address, or some words of their own about what is the publisher's. */
const PROMPTS = `
Become a supporter of The Valley Letter
Keep up to date with the Courier
Ricevi questa mail perché sei iscritto alla lista del porto di Ancona.
Gostou da nossa reportagem sobre o Tejo? Apoie o nosso trabalho.
Thanks for reading The Valley Letter! Subscribe for free to receive new posts.
Do you care about the Halde and its salmon? Sign up here
Got a news tip? Contact us at tips@valley.example
You are receiving this email because you signed up at valley.example.
If you enjoyed this article, and were stirred by its ideas, we have a proposition for you: Join us.
Werden Sie Mitglied und unterstützen Sie unsere Redaktion.
Mit unserem Newsletter versäumt ihr keine spannenden Gespräche und Reportagen mehr.
Hai una segnalazione? Scrivici a redazione@valle.example
¿Tienes alguna sugerencia? Escríbenos a redaccion@valle.example
Vous avez une information à nous transmettre ? Écrivez-nous à redaction@vallee.example
`
  .trim()
  .split("\n");

describe.each(PROMPTS)("the prompt “%s”", (text) => {
  it("goes at the head and at the end", () => {
    const [head, , end] = places(text);
    expect([head, end]).toEqual([[0], [2]]);
  });
});

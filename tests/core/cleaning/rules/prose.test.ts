import { describe, expect, it } from "vitest";
import { findDebris } from "../../../../src/core/cleaning/rules/find-debris.ts";
import { AFTER, BEFORE, paragraph } from "./text-around.ts";

/** Sentences of articles that begin or sound like labels and prompts: none may go, wherever it stands. */
const PROSE = `
Teilen wollen die Brüder den Hof nicht, solange die Mutter lebt.
Teilen Sie das Brot in acht Stücke und streuen Sie Salz darüber.
Drucken lassen kann man die Karte im Bürgerbüro neben dem Rathaus.
Folgen Sie dem Uferweg bis zur zweiten Brücke und biegen Sie dort links ab.
Folgen hatte der Unfall vor allem für die Anwohner der Schulstraße.
Abonnieren können Leser die Zeitung weiterhin auch in der Bücherei.
Lesen Sie die Packungsbeilage, bevor Sie das Mittel einnehmen.
Mehr zum Thema Wasser lernen die Kinder im neuen Haus am See.
Kommentare zu dem Verfahren wollte die Staatsanwaltschaft nicht abgeben.
Bleiben Sie bei Glätte zu Hause, rät der Wetterdienst.
Anzeige erstattete der Wirt erst am nächsten Morgen.
Werbung für die Messe hängt seit Mai in allen Bussen.
Gefällt mir, sagte der Junge und drehte noch eine Runde.
Share prices fell for the third day in a row on Monday.
Share your food with the birds and you will have friends all winter.
Follow the path along the cliff until you see the lighthouse.
Follow us into the cave, the guide called, and nobody moved.
Print runs of the paper fell to four thousand last year.
Read also the small print, the consumer office warns.
Subscribe, renew, cancel: the three words cost her four hundred pounds.
Sign up sheets for the race hung in the shop until Friday.
Like this house, many on the street date from the time before the war.
Comments from the residents filled three folders.
Advertisement boards along the road must come down by June.
Related to the mayor by marriage, she left the room for the vote.
More from the river than from the sky came the water that filled the cellars.
Listen to the bees, the old man says, and you know the weather.
Partager le pain et le vin reste la coutume du village en hiver.
Suivez le sentier jusqu'à la chapelle, puis prenez à droite.
Recevez vos amis autour d'un feu et servez la soupe très chaude.
Lire aussi vite est un don, dit la bibliothécaire.
Imprimer un journal coûte aujourd'hui deux fois plus qu'il y a dix ans.
Abonnés au silence, les voisins n'ont rien entendu cette nuit-là.
Compartir el agua fue siempre la regla entre los dos pueblos.
Siga la carretera hasta el molino y gire a la izquierda.
Lea también entre líneas, aconseja el profesor a sus alumnos.
Reciba o no la ayuda, el alcalde abrirá el puente en mayo.
Comentarios del público llenaron tres carpetas en el ayuntamiento.
Imprimir el periódico cuesta hoy el doble que hace diez años.
Condividi il pane con chi arriva tardi, diceva mia nonna.
Seguite il sentiero fino alla cappella e poi girate a destra.
Leggi anche severe non hanno fermato i pescatori di frodo.
Stampa e radio arrivarono in paese soltanto nel pomeriggio.
Resta da capire chi pagherà i lavori sul vecchio ponte.
Partilhar a água foi sempre a regra entre as duas aldeias.
Siga a estrada até ao moinho e vire à esquerda.
Leia também o que está escrito em letras pequenas, aconselha a associação.
Receba ou não o apoio, a câmara abre a ponte em maio.
Fique em casa durante a tempestade, pediu a proteção civil.
Delen van de dijk zijn in de nacht verzakt.
Deel twee van de serie speelt in een dorp aan de kust.
Volg het pad tot aan de kapel en ga daar naar rechts.
Lees ook de kleine lettertjes, waarschuwt de bond.
Blijf vooral binnen tot het water gezakt is, zegt de brandweer.
Reacties van bewoners vulden drie mappen op het stadhuis.
Podziel chleb na osiem części i posyp go solą.
Czytaj dziecku codziennie, radzi logopeda, a zacznie mówić wcześniej.
Obserwuj ptaki rano, kiedy wiatr jest jeszcze słaby.
Zobacz, jak rzeka zmieniła bieg po wiosennej powodzi.
Reklama dźwignią handlu, mawiał dziadek i malował nowy szyld.
Zostań w domu podczas burzy, prosi straż pożarna.
Stay informed was the only line of the letter.
Follow us was painted on the side of the bus.
Sign up now, the poster by the gate said.
Our newsletter from that winter describes the frozen harbour.
Enjoy!
Enjoy with a glass of cold milk!
À table !
Bleiben Sie informiert war sein letzter Satz.
Sie erhalten diese E-Mail, weil Ihre Tante geheiratet hat, stand da.
Unser Newsletter aus dem Krieg berichtet von der ersten Fähre.
Restez informés était la devise de la radio.
Notre newsletter de cet hiver raconte la débâcle.
Manténgase informado fue su última frase.
Nuestro boletín de aquel año describe el incendio.
Resta aggiornato era scritto sul muro.
Continua.
Fique informado foi a última frase.
Blijf op de hoogte was zijn laatste zin.
Bądź na bieżąco, głosił napis nad drzwiami.
Håll dig uppdaterad var hans sista mening.
Följ oss, stod det på bussen.
Sledujte nás, stálo na autobusu.
Kövessen minket, állt a buszon.
Будьте в курсе, говорил сосед.
`
  .trim()
  .split("\n");

describe.each(PROSE)("“%s”", (sentence) => {
  it.each([
    ["first", [sentence, BEFORE, AFTER]],
    ["in the middle", [BEFORE, sentence, AFTER]],
    ["last", [BEFORE, AFTER, sentence]],
  ])("stays when it stands %s", (_, texts) => {
    expect(findDebris(texts.map(paragraph))).toEqual([]);
  });
});

import { labelWords, NUMBER, SEPARATOR } from "./label-words.ts";
import { NETWORK } from "./networks.ts";
import { LANGUAGES, type RuleLanguage } from "./vocabulary.ts";

/**
 * The words of share buttons. A short line that holds nothing but these words of one language is a
 * label, in whatever order and form; a line with any other word is prose. A new word is one word more.
 */
type ShareWords = {
  /** To share, to like, to recommend: one of them makes a line a share label. */
  readonly share: string;
  /** To print, save, copy, comment …: labels too, but also words of headings. */
  readonly tools: string;
  /** What else such labels are made of. */
  readonly rest: string;
};

const SHARE_WORDS: Readonly<Record<RuleLanguage, ShareWords>> = {
  de: {
    share:
      "teilen teile teilt teil geteilt mitteilen weitersagen weitererzählen weiterempfehlen weiterleiten weitergeben empfehlen empfiehl empfehle twittern tweeten posten pinnen gefällt",
    tools:
      "drucken ausdrucken druckversion druckansicht druckfreundlich drucker pdf speichern merken merkliste merkzettel leseliste lesezeichen kopieren kopiert senden versenden schicken mailen verschicken zwischenablage rss schließen vorlesen anhören feedback permalink kurzlink leserbrief korrektur kommentieren diskutieren",
    rest: "sie du ihr dies das diese dieser diesen diesem dieses den der die dem ein eine einen artikel beitrag text bericht meldung nachricht story seite inhalt post link url auf bei per via mit über in im ins an zu zum zur als für von mir dir ihnen deinen ihren euren ihre deine freunde freunden freundinnen kontakten familie anderen kollegen jetzt hier mal gern gerne bitte direkt doch auch weiter und oder email mail emails sms e netzwerk netzwerken netzwerke sozialen soziale medien social media app beitrags artikels artikellink wenn ihnen hat gefallen gut fanden schreiben optionen funktionen möglichkeiten buttons klick klicken um neuem neuen fenster geöffnet öffnet wird es weitersagen aufs aus mehr ist uns hilf ihn gefallen dann geladen lädt",
  },
  en: {
    share:
      "share shares sharing shared tweet retweet tweets repost like likes liked recommend recommended pin forward spread",
    tools:
      "print printer friendly pdf save saved bookmark copy copied copying send email mail comment comments clipboard rss close listen feedback permalink shortlink subscribe view",
    rest: "this that the a an these it us article story post page news link links url content video on via by with to in as from through of your my friends friend family followers others colleagues network networks social media and or now here please just email mail sms text message click for new window opens more all love loving enjoyed if you liked options tools button buttons version me word out it them loading",
  },
  fr: {
    share:
      "partager partagez partage partages partagé recommander recommandez tweeter tweetez retweeter aimer aime épingler transférer relayer relayez",
    tools:
      "imprimer imprimez imprimante impression pdf enregistrer sauvegarder copier copié copiez envoyer envoyez commenter commentaires réagir réagissez favoris rss fermer écouter signaler presse papiers permalien",
    rest: "cet cette ce ceci ces l la le les un une d de du des article page contenu texte actualité info information publication lien url sur par via avec à au aux en et ou vos votre mes tes ton ça ami amis amie amies proches contacts réseaux réseau sociaux social email mail courriel e mails sms message maintenant ici plus j jaime cliquez pour nouvelle fenêtre ouvre dans s il vous plaît merci autour vous moi que entourage options chargement",
  },
  es: {
    share:
      "compartir comparte comparta compartelo compártelo compártela compártalo compartilo compartila compartí compartido compartidos recomendar recomienda recomiéndalo twittear tuitear tuitea tuitéalo retuitear gusta difundir difunde reenviar reenvía",
    tools:
      "imprimir imprime imprima impresión pdf guardar guarda copiar copia copiado enviar envía envíalo enviárselo comentar comenta comentarios favoritos rss cerrar escuchar portapapeles",
    rest: "este esta esto estos el la lo los las un una artículo noticia nota página contenido texto publicación entrada post enlace link url en por con a al del de vía tu tus sus su amigos amigo amigas contactos familia redes red sociales social correo electrónico email mail e sms mensaje ahora aquí ya también y o me que haz clic para ventana nueva abre se más opciones whatsapp cargando",
  },
  it: {
    share:
      "condividi condividere condividilo condividila condividete condivisioni condivisione condiviso consiglia raccomanda twitta tweetta retweet piace inoltra inoltralo segnala",
    tools:
      "stampa stampare stampabile pdf salva salvare copia copiato copiare invia inviare inviala invialo spedisci manda commenta commenti preferiti rss chiudi ascolta appunti",
    rest: "questo questa questi il la lo l i gli le un una articolo notizia pagina contenuto testo post link url su sul sulla sui tramite via con per a al ai agli di del dell in e o tuoi tue amici amico contatti famiglia social network reti sociali email mail posta elettronica sms messaggio ora adesso qui anche subito mi ti fai clic nuova finestra si apre più opzioni caricamento",
  },
  pt: {
    share:
      "partilhar partilhe partilha partilhas partilhado compartilhar compartilhe compartilha compartilhamentos compartilhado recomendar recomende recomenda tuitar tweetar curtir curta curti gosto gostei divulgar divulgue encaminhar",
    tools:
      "imprimir imprima impressão pdf salvar salve guardar guarde copiar copie copiado enviar envie comentar comente comentários favoritos rss fechar ouvir",
    rest: "este esta isto isso esse essa o a os as um uma artigo notícia página conteúdo texto publicação matéria reportagem post link url no na nos nas em por com via pelo pela pelos pelas através do da de seu seus sua suas teu teus amigos amigo contatos contactos família redes rede sociais social email mail correio eletrónico eletrônico e sms mensagem agora aqui já também ou clique para nova janela abre mais opções eu carregando",
  },
  nl: {
    share:
      "delen deel deelt gedeeld doorsturen doorvertellen aanbevelen tweeten tweet retweet leuk vind pinnen stuur",
    tools:
      "print printen afdrukken pdf bewaar bewaren opslaan kopieer kopiëren gekopieerd verstuur versturen sturen mailen mail reageer reageren reacties favorieten rss sluiten luister klembord",
    rest: "dit deze dat het de een artikel bericht verhaal pagina nieuws tekst link url op via per met door naar aan in van je jouw uw jullie vrienden vriend familie anderen collega volgers sociale social media netwerk netwerken e email sms bericht nu hier ook en of klik om te nieuw venster opent wordt geopend meer opties ik dan mee laden",
  },
  pl: {
    share:
      "udostępnij udostępnić udostępnienia udostępnień udostępniono udostępnianie podziel podzielić poleć polecam polub lubię tweetnij tweetuj prześlij podaj dalej przekaż",
    tools:
      "drukuj wydrukuj drukowania drukowanie pdf zapisz kopiuj skopiuj skopiowano wyślij wysłać komentuj skomentuj komentarze zakładek ulubionych rss zamknij posłuchaj schowka",
    rest: "to ten ta tę tym tego ze się z ten artykuł artykułem artykułu tekst tekstem wpis wpisem stronę strona stronie materiał materiałem wiadomość wiadomością news newsem post postem link linkiem linku odnośnik url na w przez za pomocą do od e email mail emailem mailem pocztą sms znajomym znajomymi znajomemu przyjaciółmi przyjaciołom innymi rodziną swoimi mediach społecznościowych społecznościowe sieci teraz tutaj już i lub oraz ci mi kliknij aby nowym oknie otwiera więcej opcje treść treścią wczytywanie ładowanie",
  },
};

type WordSets = {
  readonly share: ReadonlySet<string>;
  readonly tools: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
};

const SETS: readonly WordSets[] = LANGUAGES.map((language) => {
  const { share, tools, rest } = SHARE_WORDS[language];
  const fold = (words: string): string[] => labelWords(words);
  return {
    share: new Set(fold(share)),
    tools: new Set(fold(tools)),
    // International buttons stand among those of every language.
    all: new Set([
      ...fold(`${share} ${tools} ${rest} tweet like share pin email mail`),
      NETWORK,
      NUMBER,
      SEPARATOR,
    ]),
  };
});

/** Most words of a label: "Click to share this article on Facebook (opens in new window)" has eleven. */
const MAX_WORDS = 14;

/** What a line made of nothing but share words is; `null` for anything else. */
export function shareLabelOf(words: readonly string[]): "share" | "tools" | "networks" | null {
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const matching = SETS.filter((set) => words.every((word) => set.all.has(word)));
  if (matching.length === 0) return null;
  if (matching.some((set) => words.some((word) => set.share.has(word)))) return "share";
  if (matching.some((set) => words.some((word) => set.tools.has(word)))) return "tools";
  return words.includes(NETWORK) ? "networks" : null;
}

/** What tools are for: "Copy link" is a button wherever it stands, "Print" may be a heading. */
const PAGE = new Set(
  labelWords(
    "artikel beitrag seite link email mail url pdf article page lien artículo enlace articolo pagina artigo página artykuł stronę pagina bericht merkliste leseliste lesezeichen zwischenablage clipboard",
  ),
);

/** Whether words of tools name what they are used on. */
export const namesPage = (words: readonly string[]): boolean =>
  words.length > 1 && words.some((word) => PAGE.has(word));

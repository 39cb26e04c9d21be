import type { LanguageWords } from "../concepts.ts";

export const nl: LanguageWords = {
  ask: "hoe waarom wie waar wanneer",
  self: "we wij ik men",
  button: `afdrukken printen reageer reageren abonneren inschrijven uitschrijven trefwoorden inhoudsopgave gerelateerd
    tags`,
  glue: `de het een dit dat deze die en of maar te om in op aan bij met van voor door over uit naar via per tot als is
    zijn wordt worden kan kunnen hier nu graag even er wat wie waar dan daar na heb heeft hebt ook toch mag wil wilt
    zou t n s af onder tussen je moet moeten willen wenst sorry helaas betere ervaring garanderen zorgen verbeteren
    toegang krijgen krijg al alleen gratis misschien bent ben bieden ervoor dus zodat volledige keer werd momenteel
    totaal bedankt dank hieronder informatie niveau zeer veel eerst succesvol ga eens staat iets zelf extra
    aanvullende later hallo zouden mogen doeleinden altijd moment wijzigingen sinds bezoek ontvangt omdat reden ja nee
    beoordelen willekeurig goeddunkt nodig standaard beter minder dezelfde zelfde toekomstige wanneer bloggers mensen
    wees bibliotheek ontgrendel welkom anderen was uitsluitend exclusief onderstaande eigenlijke uitschakelen hebben
    weten laat jouw favoriete voorkeursbron hele dienst doe doen doet direct rechtstreeks makkelijk zodra terwijl onze
    jullie welke iemand zie waarom video-dienst sectie`,
  noun: `vertaling taal talen waardering aanbevelingen suggesties tips antwoord discussie gesprek mening meningen gedachte gedachten lid
    leden abonnee abonnees lezers vriend vrienden vriendin collega familie fout foutje probleem inschrijving
    abonnement abonnementen aanmelding plan account kanaal kanalen groep community media netwerk netwerken sociale
    verhaal verhalen onderwerp onderwerpen thema begin donatie adres steun pagina cadeau dossier regels spelregels
    huisregels richtlijnen voorwaarden brief brieven koffie fooi keuze keuzes voorkeur beste contact aflevering
    uitzending interview analyse portret hartje applaus bijdrage forum fouten correctie herinnering knop achtergrond
    lidmaatschap bron bronnen voorkeursbron journalistiek onafhankelijke onafhankelijk pers werk kwaliteit limiet
    bereikt resterend einde toestemming favorieten leeslijst`,
  about: "over",
  you: "je jij jou jouw u uw jullie",
  us: "we wij ons onze me mij mijn ik mijne",
  share: `delen deel deelt gedeeld doorsturen doorvertellen aanbevelen aanraden tweeten tweet retweet pinnen stuur
    verspreid verspreiden publiceer doorgeven artikellink deelknop deelbaar deelopties`,
  like: `leuk vind vinden geweldig reacties laden waardering liken vond gevonden vindt geliket liket vonden klap
    applaus applaudisseer leukste`,
  follow: "volg volgen volgt abonneer blijf sluit vind volgers volg-ons",
  subscribe: `abonneer abonneren abonnement inschrijven inschrijving aanmelden aanmelding meld schrijf abonnementen
    inschrijf plan ontvang ontvangen abonneert aangemeld`,
  unsubscribe: `afmelden uitschrijven opzeggen uitschrijving meld stoppen afgemeld afmelding uitgeschreven`,
  login: `inloggen log aanmelden aangemeld registreren registreer account wachtwoord login logt gebruiker
    aanmeldgegevens ingelogd leeslijst registratie gebruikersnaam maak aanmaken`,
  write: `schrijf schrijven laat geven plaats plaatsen achter voeg toe toevoegen verstuur praat discussieer deel start
    begin deelnemen beginnen meepraten praten mee kies ingevuld toegevoegd geschreven invullen reactietekst vul zeg
    geef word vertel vertellen typ stel vraag mail reageert doe praatje meedoen maak aanvragen`,
  reply: `reageer reageren antwoord antwoorden beantwoorden reactie reacties reager* reageer* antwoord* antwoordt
    gereageerd`,
  cancel: "annuleren annuleer verwijderen",
  read: `lees lezen verder ontdek ontdekken bekijk bekijken weten zie doorlezen leer vervolg leest lezer verderlezen
    ontdekt raadpleeg respecteer vervolgt`,
  play: `luister luisteren beluister afspelen speel kijk audio bekijk beluisteren luistert kijken terugkijken
    terugluisteren`,
  print: `print printen afdrukken afdruk printer pdf printvriendelijke printversie printbaar drukken druk afdrukversie
    afgedrukt uitprinten`,
  send: `verstuur versturen sturen stuur mailen mail verzenden doorsturen zenden contact contacteer verstuurd gestuurd
    doorgestuurd mailt`,
  save: `bewaar bewaren opslaan kopieer kopiëren gekopieerd favorieten klembord bladwijzer downloaden download sla
    citeren onthouden onthoud gegevens bewaard leeslijst opgeslagen bewaarde haal`,
  show: `toon tonen verberg verbergen open openen opent geopend sluiten laden laadt uitklappen inklappen weergeven
    bekijk vergroten bewerk bewerken laat zien wissel geladen ladend volledig scherm getoond opengeklapt toont
    verbergt openklappen vergroot`,
  click: "klik klikken tik druk knop onderstaande",
  accept: `accepteren accepteer akkoord toestaan toestemming weigeren weiger instellingen voorkeuren beheren kiezen
    gebruiken gebruikt gebruik afwijzen aanpassen bevestigen beheer wijzigen doorgaan inschakelen uitschakelen
    intrekken vernieuwen noodzakelijk noodzakelijke opslaan activeren deblokkeren wijzig geaccepteerd dienst bevestig
    bevestigt kies selecteer verander verleen schakelen`,
  settings: "instellingen voorkeuren privacyvoorkeuren mailvoorkeuren",
  back: "terug spring springen omhoog",
  support: `steun ondersteun doneer donatie doneren koffie help upgrade trakteer fooi steunen gesteund bijdrage
    bijdragen ondersteunen trakteren lidmaatschap`,
  report: "meld melden doorgeven corrigeer correctie tip rapporteer aangeven verbeter",
  notify: `waarschuw stuur melding meldingen notificaties hoogte bericht ontvang ontvangen pushberichten pushmeldingen
    notificatie herinner herinnering alerts`,
  comment: `reactie reacties reageer reageren opmerking opmerkingen commentaar discussie gesprek gereageerd
    reactieformulier forum discussieer discussiëren meepraten`,
  opinion: "mening meningen denk denkt vind vindt gedachte gedachten",
  article: `artikel artikelen artikels bericht berichten verhaal verhalen pagina paginas pagina's nieuws post posts
    inhoud content tekst teksten onderwerp onderwerpen site website blog blogpost blogberichten stuk categorie items
    item weblog blogs blogposts nieuwsbericht nieuwsberichten leesvoer lezen nieuwsartikel achtergrond`,
  newsletter: "nieuwsbrief nieuwsbrieven newsletter mailinglijst spam lijst",
  email: "email emails mail e-mail emailadres e-mailadres mailadres adres inbox mailbox sms",
  link: "link links permalink url koppeling permanente permanent rechtstreekse directe artikellink",
  social: "sociale social media netwerk netwerken",
  channel: "kanaal kanalen podcast podcasts app feed rss groep community apps",
  author: `auteur auteurs schrijver schrijfster redacteur profiel biografie redactie auteurspagina auteur* schrijver*
    journalist journaliste verslaggever columnist correspondent journalisten`,
  profile: "profiel biografie",
  tag: `tag tags trefwoord trefwoorden categorie categorieën onderwerpen getagd archief archieven geplaatst label
    labels rubriek rubrieken thema gecategoriseerd`,
  cookie: `cookie cookies privacy gegevens derden voorwaarden diensten privacybeleid tracking statistieken marketing
    analyse partners persoonsgegevens privacyverklaring privacyvoorkeuren voorkeuren dienst privacy-instellingen avg
    marketingcookies trackingcookies`,
  external: `extern externe derden ingesloten geleverd aangeboden aangeleverd afkomstig gehost verstrekt video videos
    filmpje`,
  window: "venster tabblad nieuw",
  browser: "browser online web webversie versie",
  advert: "advertentie advertenties reclame gesponsord gesponsorde advertorial reclameboodschap",
  contents: "inhoudsopgave inhoud overzicht pagina sectie secties",
  top: "boven begin home hoofdinhoud startpagina hoofdpagina top bovenkant",
  menu: `menu navigatie zoeken zoek zijbalk berichtnavigatie zoekresultaten sitenavigatie snelzoeken hoofdmenu`,
  field: "veld velden verplicht verplichte vereist vereiste gemarkeerd naam site veld*",
  publish: `gepubliceerd geplaatst bijgewerkt gewijzigd geschreven laatst datum bewerkt toegevoegd gemaakt aangemaakt`,
  view: `versie weergave formaat mobiele klassieke afdrukversie leesmodus leesweergave nachtmodus donkermodus`,
  member: "lid leden abonnee abonnees betalend betalende premium lezers betalen exclusief",
  friend: "vriend vrienden vriendin collega familie kennis",
  error: "fout foutje tikfout probleem fouten onjuistheid typefout",
  helpful: "nuttig behulpzaam handig geholpen beoordeel beoordelen waardeer",
  more: "meer andere verder nog overige details info informatie",
  same: "dezelfde zelfde",
  related: `gerelateerd gerelateerde verwant verwante vergelijkbare soortgelijke aanbevolen aanrader aanraders
    interessant interessante interesse interesseren leuk passende suggesties relevante bekijken mogelijk tips zoals
    aanbevelingen bevallen vergelijkbaar soortgelijk gekoppelde bijbehorende aanverwante aanverwant samenhangend
    samenhangende betrokken gerelateerd* bijbehorend vergelijkbaars`,
  latest: "laatste nieuwste recente recent nieuw nieuwe",
  popular: "populair populaire meest gelezen bekeken trending populair* favoriete",
  prev: "vorig vorige eerdere oudere ouder vorig* ouder* eerder*",
  next: "volgend nieuwere nieuwer volgend* nieuwer* volgende",
  first: "eerste",
  none: "geen niet nog nooit",
  full: "hele volledig rest alles compleet",
  closed: `gesloten uitgeschakeld afgesloten mogelijk toegestaan ingeschakeld open moderatie wachten`,
  also: "ook misschien zie",
  all: "alle alles allemaal altijd",
  gift: "cadeau schenk schenken geef",
  clipboard: "klembord",
  topic: "onderwerp thema dossier",
  genre: `commentaar hoofdartikel column interview analyse opinie reportage portret podcast video recensie liveblog`,
  episode: "aflevering afleveringen uitzending uitzendingen",
  stay: "blijf blijven houd hou",
  touch: "contact hoogte verbonden",
  postal: "postadres postbus",
  sort: "sorteer sorteren gesorteerd sortering filter",
  best: "best beste relevantste",
  rules: "regels spelregels huisregels richtlijnen voorwaarden",
  letter: "brief brieven lezersbrief ingezonden",
  editor: "redactie hoofdredacteur redacteur",
  paid: "betaald betaalde gesponsord",
  scroll: "scroll scrollen scrol veeg gaat loopt",
  choice: "keuze keuzes voorkeur selectie",
  placeholder: "plaatshouder plaatshouder-inhoud eigenlijke",
  become: "word worden",
  only: "alleen uitsluitend exclusief",
  find: "gezien gevonden ontdekt gespot",
  coffee: "koffie fooi",
  inside: "in op",
  this: "dit deze",
  by: "van uit door",
  thanks: "bedankt dank",
  when: "elke dag week ochtend vrijdag dagelijks ieder",
  source: "bron bronnen voorkeursbron",
  press: "journalistiek onafhankelijke onafhankelijk pers",
  others: "anderen lezers gebruikers",
  limit: "limiet bereikt resterend",
  end: "einde",
  consent: "toestemming",
  favourite: "favorieten leeslijst",
  translate: "vertalen vertaal vertaling",
  language: "taal talen",
  font: "lettergrootte tekstgrootte lettertype letters tekst",
  resize: "aanpassen vergroten verkleinen groter kleiner grootte wijzigen",
  powered: "aangedreven",
  mode: "modus",
  recipe: "recept",
  dark: "donkere lichte donker nacht thema",
  later: "later straks",
  readlist: "leeslijst",
  list: "lijst",
  switch: "inschakelen uitschakelen schakel",
  add: "toevoegen toe",
  is: "is",
  than: "dan",
};

import type { LanguageWords } from "../concepts.ts";

export const nl: LanguageWords = {
  ask: "hoe waarom",
  button: `afdrukken printen reageer reageren abonneren inschrijven uitschrijven trefwoorden inhoudsopgave
    gerelateerd tags`,
  glue: `de het een dit dat deze die en of maar te om in op aan bij met van voor door over uit naar via per tot als
    is zijn wordt worden kan kunnen hier nu graag even er wat wie waar dan daar na heb heeft hebt ook toch mag wil
    wilt zou t n s af onder tussen je moet moeten willen wenst sorry helaas beste betere ervaring garanderen zorgen
    verbeteren toegang krijgen krijg al alleen gratis misschien bent ben bieden ervoor dus zodat volledige keer werd
    momenteel totaal bedankt dank hieronder informatie niveau zeer ieder elke veel eerst succesvol ga eens staat
    iets zelf extra aanvullende later hallo zouden mogen doeleinden altijd moment wijzigingen sinds bezoek ontvangt
    omdat reden ja nee beoordelen willekeurig goeddunkt nodig standaard beter minder dezelfde zelfde toekomstige
    wanneer bloggers mensen wees bibliotheek ontgrendel welkom anderen was`,
  noun: `waardering aanbevelingen suggesties tips antwoord discussie gesprek mening meningen gedachte gedachten lid
    leden abonnee abonnees lezers vriend vrienden vriendin collega familie fout foutje probleem inschrijving
    abonnement abonnementen aanmelding plan account kanaal kanalen groep community media netwerk netwerken sociale
    verhaal verhalen onderwerp onderwerpen thema begin donatie adres steun pagina`,
  about: "over",
  you: "je jij jou jouw u uw jullie",
  us: "we wij ons onze me mij mijn ik",
  share: `delen deel deelt gedeeld doorsturen doorvertellen aanbevelen aanraden tweeten tweet retweet pinnen stuur
    verspreid verspreiden publiceer doorgeven`,
  like: `leuk vind vinden geweldig reacties laden waardering liken vond gevonden vindt geliket liket vonden`,
  follow: "volg volgen volgt abonneer blijf sluit vind",
  subscribe: `abonneer abonneren abonnement inschrijven inschrijving aanmelden aanmelding meld schrijf abonnementen
    inschrijf plan ontvang ontvangen`,
  unsubscribe: "afmelden uitschrijven opzeggen uitschrijving meld stoppen",
  login: `inloggen log aanmelden aangemeld registreren registreer account wachtwoord login logt gebruiker
    aanmeldgegevens ingelogd`,
  write: `schrijf schrijven laat geven plaats plaatsen achter voeg toe toevoegen verstuur praat discussieer deel
    start begin deelnemen beginnen meepraten praten mee kies ingevuld toegevoegd geschreven invullen reactietekst
    vul zeg geef word`,
  reply: `reageer reageren antwoord antwoorden beantwoorden reactie reacties reager* reageer* antwoord*`,
  cancel: "annuleren annuleer verwijderen",
  read: "lees lezen verder ontdek ontdekken bekijk bekijken weten zie doorlezen leer",
  play: "luister luisteren beluister afspelen speel kijk audio bekijk",
  print: `print printen afdrukken afdruk printer pdf printvriendelijke printversie printbaar drukken druk`,
  send: `verstuur versturen sturen stuur mailen mail verzenden doorsturen zenden contact contacteer`,
  save: `bewaar bewaren opslaan kopieer kopiëren gekopieerd favorieten klembord bladwijzer downloaden download sla
    citeren onthouden onthoud gegevens bewaard`,
  show: `toon tonen verberg verbergen open openen opent geopend sluiten laden laadt uitklappen inklappen weergeven
    bekijk vergroten bewerk bewerken laat zien wissel geladen ladend volledig scherm getoond opengeklapt`,
  click: "klik klikken tik druk",
  accept: `accepteren accepteer akkoord toestaan toestemming weigeren weiger instellingen voorkeuren beheren kiezen
    gebruiken gebruikt gebruik afwijzen aanpassen bevestigen beheer wijzigen doorgaan inschakelen uitschakelen
    intrekken vernieuwen noodzakelijk noodzakelijke opslaan activeren`,
  settings: "instellingen voorkeuren",
  back: "terug spring omhoog",
  support: "steun ondersteun doneer donatie doneren koffie help upgrade",
  report: "meld melden doorgeven corrigeer",
  notify: "waarschuw stuur melding meldingen notificaties hoogte bericht ontvang ontvangen",
  comment: `reactie reacties reageer reageren opmerking opmerkingen commentaar discussie gesprek gereageerd
    reactieformulier`,
  opinion: "mening meningen denk denkt vind vindt gedachte gedachten",
  article: `artikel artikelen artikels bericht berichten verhaal verhalen pagina paginas pagina's nieuws post posts
    inhoud content tekst teksten onderwerp onderwerpen site website blog blogpost blogberichten stuk categorie items
    item weblog blogs blogposts nieuwsbericht nieuwsberichten leesvoer lezen`,
  newsletter: "nieuwsbrief nieuwsbrieven newsletter mailinglijst spam lijst",
  email: "email emails mail e-mail emailadres e-mailadres mailadres adres inbox mailbox sms",
  link: "link links permalink url koppeling permanente permanent rechtstreekse directe",
  social: "sociale social media netwerk netwerken",
  channel: "kanaal kanalen podcast podcasts app feed rss groep community",
  author: `auteur auteurs schrijver schrijfster redacteur profiel biografie redactie auteurspagina auteur*
    schrijver*`,
  profile: "profiel biografie",
  tag: `tag tags trefwoord trefwoorden categorie categorieën onderwerpen getagd archief archieven geplaatst label
    labels rubriek rubrieken thema gecategoriseerd`,
  cookie: `cookie cookies privacy gegevens derden voorwaarden diensten privacybeleid tracking statistieken marketing
    analyse partners persoonsgegevens privacyverklaring`,
  external: `extern externe derden ingesloten geleverd aangeboden aangeleverd afkomstig gehost verstrekt`,
  window: "venster tabblad nieuw",
  browser: "browser online web webversie versie",
  advert: "advertentie advertenties reclame gesponsord gesponsorde advertorial",
  contents: "inhoudsopgave inhoud overzicht pagina",
  top: "boven begin home hoofdinhoud startpagina hoofdpagina top bovenkant",
  menu: `menu navigatie zoeken zoek zijbalk berichtnavigatie zoekresultaten sitenavigatie snelzoeken hoofdmenu`,
  field: "veld velden verplicht verplichte vereist vereiste gemarkeerd naam site veld*",
  publish: `gepubliceerd geplaatst bijgewerkt gewijzigd geschreven laatst datum bewerkt toegevoegd gemaakt
    aangemaakt`,
  view: "versie weergave formaat mobiele klassieke",
  member: "lid leden abonnee abonnees betalend betalende premium lezers betalen exclusief",
  friend: "vriend vrienden vriendin collega familie",
  error: "fout foutje tikfout probleem",
  helpful: "nuttig behulpzaam handig geholpen beoordeel beoordelen waardeer",
  more: "meer andere verder nog overige details info informatie",
  same: "dezelfde zelfde",
  related: `gerelateerd gerelateerde verwant verwante vergelijkbare soortgelijke aanbevolen aanrader aanraders
    interessant interessante interesse interesseren leuk passende suggesties relevante bekijken mogelijk tips zoals
    aanbevelingen bevallen vergelijkbaar soortgelijk gekoppelde bijbehorende aanverwante aanverwant samenhangend
    samenhangende betrokken gerelateerd* bijbehorend`,
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
};

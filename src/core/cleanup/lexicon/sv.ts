import type { LanguageWords } from "../concepts.ts";

export const sv: LanguageWords = {
  ask: "hur varför",
  button: `kommentera prenumerera svara taggar etiketter relaterat relaterade avprenumerera utskrift relaterad följ`,
  glue: `den det de en ett denna detta dessa och eller men att i på av för med till från om ut upp ner in via per
    som är har kan kommer ska skall vill bli blir här nu gärna bara vad vem där då vid under efter så man sig vara
    måste får genom än behöver önskar tyvärr ledsen förlåt bästa bättre upplevelse säkerställa förbättra få tillgång
    redan gratis använda själv igen tillhandahålls ytterligare ändå finns totalt tack nedan information mycket varje
    ihåg kom var god blev blivit vänligen därför när detaljer senare hej skulle ändamål syften alltid ändringar
    sedan besök eftersom ja nej vilja bedöma nödvändigt standard samma kommande därefter nedanstående dess deras
    detaljerad själva`,
  noun: `reaktion reaktioner delning svar diskussion* samtal åsikt åsikter tankar medlem medlemmar prenumerant
    prenumeranter läsare vän vänner kompis familj fel felet problem anmälan prenumeration prenumerationer konto
    kanal kanalen grupp medier nätverk berättelse berättelser historia historier ämne ämnen början stöd förslag tips
    donation adress sida sidor`,
  about: "om",
  you: "du dig din ditt dina ni er ert era",
  us: "vi oss vår vårt våra mig min mitt mina jag",
  share: `dela delar delat delning tipsa rekommendera vidarebefordra tweeta pinna sprid sprida publicera posta dela*
    delning*`,
  like: "gilla gillar gillat gillade reaktioner reaktion laddar älska",
  follow: "följ följa följer prenumerera gå hitta",
  subscribe: `prenumerera prenumeration prenumerationer anmäl anmälan registrera teckna ta emot prenumererar`,
  unsubscribe: "avprenumerera avregistrera avsluta avanmäl prenumerationen",
  login: `logga inloggad inloggning konto registrera lösenord inloggade registrerad logged användare inloggningen
    inlogg*`,
  write: `skriv skriva lämna lägg publicera skicka posta tillägg kommentera delta börja starta ge dela gå ange välj
    lagt tillagd postad skrivit fyll skriver lägga tycka`,
  reply: "svara svar svar* besvara",
  cancel: "avbryt ta bort radera",
  read: "läs läsa läsning fortsätt upptäck utforska se vidare mer visa",
  play: "lyssna spela titta ljud",
  print: "skriv skriva utskrift utskriftsvänlig utskrivbar skrivare pdf utskrift*",
  send: "skicka mejla maila mejl sänd e-posta eposta kontakta",
  save: `spara kopiera kopierad kopierat favoriter bokmärke bokmärk urklipp ladda ned citera minnas sparad sparat`,
  show: `visa visas dölj öppna öppnas öppnar stäng ladda laddar expandera minska fäll redigera växla förstora visad
    läses öppnat`,
  click: "klicka klick tryck",
  accept: `acceptera godkänn godkänner tillåt samtycke samtyck avvisa neka inställningar hantera välj använder
    bekräfta anpassa ändra fortsätta fortsätter används ladda aktivera inaktivera återkalla förnya nödvändiga spara`,
  settings: "inställningar",
  back: "tillbaka gå hoppa återgå",
  support: "stöd stötta donera donation bidra kaffe uppgradera",
  report: "rapportera anmäl rätta föreslå",
  notify: "meddela avisera notifiera aviseringar notiser meddelande",
  comment: `kommentar* kommentera kommentarer diskussion* samtal kommentaren kommentarsfält kommenter*`,
  opinion: "åsikt åsikter tycker tänker tankar",
  article: `artikel artiklar artikeln inlägg inlägget sida sidor sidan innehåll innehållet text texter nyhet nyheter
    berättelse post poster ämne ämnen webbplats webbplatsen blogg bloggen historia historier berättelser inläggen
    läsning webblogg blogginlägg nyheten nyheterna`,
  newsletter: "nyhetsbrev* utskickslista",
  email: `e-post epost e-postadress epostadress mejl mail mailadress adress inkorg e-postmeddelande sms e-post*`,
  link: "länk länken länkar permalänk permanent url permanentlänk direktlänk",
  social: "sociala medier nätverk",
  channel: "kanal kanalen podcast podd app flöde rss grupp",
  author: `författare författaren skribent författarna profil biografi redaktion redaktionen skribenter`,
  profile: "profil biografi",
  tag: `tagg taggar taggat taggad etikett etiketter kategori kategorier nyckelord arkiv arkiverat ämnen postat
    publicerat märkt rubrik ämne kategoriserat taggade etikett* tagg*`,
  cookie: `cookie* kakor integritet* villkor tredje part tjänster tjänst statistik marknadsföring analys
    integritetspolicy personuppgifter`,
  external: `extern externt externa tredje part inbäddat inbäddad tillhandahållet levereras levererat`,
  window: "fönster flik nytt",
  browser: "webbläsare webbläsaren online webben",
  advert: "annons annonser reklam sponsrat sponsrad",
  contents: "innehållsförteckning innehåll översikt sidan",
  top: "toppen början hem startsidan startsida huvudinnehåll överst huvudinnehållet topp",
  menu: `meny navigering sök sökning sidofält inläggsnavigering sökresultat snabbsök sajtnavigering sajtnavigation
    huvudmeny sidnavigering`,
  field: "fält obligatoriska obligatoriskt krävs märkta markerade namn webbplats nästa gång fält*",
  publish: `publicerad publicerat publiceras uppdaterad uppdaterat senast skriven ändrad redigerad datum skapad
    skapat skrivet inlagd postad`,
  view: "version format vy mobil klassisk",
  member: "medlem medlemmar prenumerant prenumeranter betalande premium läsare",
  friend: "vän vänner kompis familj",
  error: "fel felet problem stavfel",
  helpful: "hjälpsam användbar hjälp hjälpte betygsätt",
  more: "mer fler flera andra vidare annat detaljer info",
  same: "samma",
  related: `relaterat relaterad relaterade liknande rekommenderat rekommenderade rekommenderas intressant intressera
    intresserad kanske gillar tips läsvärt förslag också gilla närliggande besläktade passande tillhörande besläktat
    associerat anknutna`,
  latest: "senaste nyaste nya nytt ny senast",
  popular: "populär populära populärt mest lästa läst trendande bäst favoriter",
  prev: "föregående tidigare äldre förra bakåt",
  next: "nästa nyare framåt efterföljande",
  first: "första först",
  none: "inga inte ingen inget aldrig än ännu",
  full: "hela fullständig resten allt",
  closed: `stängd stängda stängt avstängd avstängda inaktiverade inaktiverad tillåter tillåtna aktiverade moderering
    väntar möjligt tillåtet`,
  also: "också även kanske se",
  all: "alla allt samtliga alltid",
};

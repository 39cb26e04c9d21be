import type { LanguageWords } from "../concepts.ts";

export const cs: LanguageWords = {
  ask: "jak proč",
  button: `vytisknout tisknout komentovat odpovědět štítky související odebírat odhlásit sledovat tagy tlačit
    rubriky`,
  glue: `ten ta to tento tato toto tohoto této tomto tuto tyto těchto a i nebo ale v ve na s se si z ze k ke ku do
    od o u po pod nad před při pro za přes je jsou bude budou být může mohou lze zde tady teď nyní už již prosím co
    kdo kde aby když jestli jako než který která které by jste musíte bylo byly jsme musí chcete chceme přejete
    omlouváme bohužel nejlepší lepší zážitek zajistit zlepšit získat přístup zdarma stát abyste mohli mohl jen sem
    poskytli znovu byl byla celkem děkujeme děkuji níže aktuálně informace své svůj má mají velmi každý nemá něco
    sám prosíme tím toho dodatečné později ahoj účely vždy kdykoli změny návštěvy protože ano rádi bychom posoudit
    nutné výchozí dobrý den budoucí webovou svého tohle sebe nejdříve nejprve dříve nich nimi ním jej ji`,
  noun: `reakce doporučení odpověď diskuse diskuze diskusi diskusí konverzace názor názory člen členem odběratel
    předplatitel čtenáři přítel přátelé přátelům rodina chyba chybu problém registrace předplatné účet kanál skupina
    komunita média sítě příběh téma témata začátek tipy adresa stránka stránku stránky`,
  about: "o",
  you: "vy vám vás váš vaše vaší vašeho vaši ty ti tě tvůj tvoje",
  us: "my nás nám náš naše naší našeho našem mě mi můj moje",
  share: `sdílet sdílejte sdílej sdílení sdíleno doporučit doporučte tweetnout přeposlat poslat sdílen* šířit šiřte
    publikovat sdíl*`,
  like: "líbí líbit reakce načítání oblíbené lajkovat líbilo lajk",
  follow: `sledovat sledujte sleduj navštivte najdete odebírat odebírejte přidejte připojte sleduj*`,
  subscribe: `odebírat odebírejte přihlásit přihlaste odběr odběru předplatit předplatné registrovat zaregistrujte
    dostávat získejte odběr* sledování odebír*`,
  unsubscribe: "odhlásit odhlaste zrušit odběr odběru odhlás*",
  login: `přihlásit přihlaste přihlášení přihlášen přihlášeni registrace účet heslo registrovat zaregistrujte
    přihlášený vstup uživatel přihlašovací přihlásil přihlášen*`,
  write: `napsat napište napiš zanechat zanechte přidat přidejte přidej odeslat publikovat vložit vložte zapojte
    začněte komentovat začít staňte připojte zúčastněte zadejte zvolte přidání vložil přidán odesláním zadej vyplňte
    přidávat přidávání přispět napsal`,
  reply: "odpovědět odpovězte odpověď odpovědi reagovat reagujte reakce odpovídat odpově* odpovíd*",
  cancel: "zrušit storno smazat zrušíte zruší zrušení",
  read: `číst čtěte přečtěte přečíst čtení pokračovat pokračujte zjistit zjistěte objevte zobrazit přečti přečtení
    čten* pokrač*`,
  play: "poslouchat poslechnout poslechněte přehrát audio",
  print: `tisk tisknout vytisknout vytiskněte tisku tisková pdf vytištění tlačit tisknutí vytištěno tisk* vytisk*`,
  send: `poslat pošlete odeslat zaslat mailem odeslán* zaslán* poslán* posíl* kontaktovat kontaktujte`,
  save: `uložit uložte kopírovat zkopírovat zkopírováno oblíbených záložek schránky stáhnout citovat zapamatovat
    uloženo kopie kopírov* ulož*`,
  show: `zobrazit zobrazte skrýt otevřít otevře otevírá zavřít načíst načítání rozbalit sbalit upravit přepnout
    zvětšit načten* ukázat ukaž zobraz* načt*`,
  click: "klikněte kliknutím klikni klepněte stiskněte",
  accept: `přijmout přijímám souhlasím souhlas souhlasit odmítnout odmítám povolit nastavení předvolby vybrat
    používáme používá spravovat potvrdit přizpůsobit změnit pokračovat pokračováním používáním načíst zapnout
    vypnout odvolat obnovit nezbytné upravit uložit aktivovat přijm* přijí*`,
  settings: "nastavení",
  back: "zpět přejít přeskočit návrat vrátit",
  support: "podpořte podpořit darovat dar přispějte přispět kávu staňte podpoř",
  report: "nahlásit opravit navrhnout",
  notify: "upozornit upozorněte upozornění informovat informujte oznámení zasílat dostávat",
  comment: `komentář* komentov* koment* diskuse diskusi diskuze diskuzi konverzace konverzaci diskus*`,
  opinion: "názor názory myslíte myslíš",
  article: `článek články článku článků příspěvek příspěvky příspěvku příspěvků stránka stránky stránku stránce
    obsah obsahu text texty zpráva zprávy zpráv příběh téma témata web webu blog novinky aktuality článcích
    příspěvkem záznam* člán* příspěv* strán* weblogu blogu zpráv* novink*`,
  newsletter: "newsletter* zpravodaj* novinek",
  email: `e-mail email e-mailem emailem e-mailová emailová mail adresa adresu schránka sms e-mailu emailu`,
  link: "odkaz odkazu odkazy trvalý url stálý přímý permanentní",
  social: "sociální sociálních sítě síť sítích médiích sociáln*",
  channel: "kanál podcast aplikace aplikaci rss skupina komunita",
  author: "autor autora autorka autoři autorovi autorce redaktor profil redakce autor*",
  profile: "profil",
  tag: `štítek štítky štítků tag tagy kategorie klíčová slova rubrika rubriky archiv archivy označeno zařazeno
    publikováno témata téma rubri* kategori* štítk* označen* tagů značky`,
  cookie: `cookie* soukromí osobních údajů podmínky služby třetích stran statistiky marketing analýza zásady ochrany`,
  external: "externí vložený třetích stran poskytovaný poskytnutý poskytovaného obsah",
  window: "okno okně novém kartě panelu záložce",
  browser: "prohlížeč prohlížeči online verze prohlížeč* webová",
  advert: "reklama reklamy inzerce inzerát sponzorováno sponzorovaný",
  contents: "obsah přehled stránce",
  top: "nahoru začátek hlavní domů úvod obsah",
  menu: `menu navigace hledat vyhledávání nabídka postranní panel výsledky rychlé hledání vyhledat navigační`,
  field: `pole povinná vyžadované povinné označena označeny vyžadovaná jméno název příště povinn* vyžadován*`,
  publish: `publikováno zveřejněna zveřejněno publikována aktualizováno naposledy napsal upraveno datum vydáno
    poslední přidán vložil vytvořeno vydal zveřejnil`,
  view: "verze formát zobrazení mobilní klasická",
  member: "člen členem odběratel odběratele předplatitel předplatitele čtenáři premium",
  friend: "přítel přátelé přátelům příteli známému kamarádovi rodina",
  error: "chyba chybu problém",
  helpful: "užitečné užitečná pomohla pomohl ohodnoťte hodnotit hodnocení",
  more: "více další ostatní dál dále jiné podrobnosti informace",
  same: "stejného stejný téhož",
  related: `související souvisejíc* podobné podobný doporučené doporučený doporučujeme zajímat zaujmout zajímavé
    líbit mohlo mohly doporučení tipy souvisej* podobn* doporuč* příbuzn* vztahuj* spojen* relevantn* přidružen*`,
  latest: "nejnovější poslední nové nový aktuální",
  popular: "populární oblíbené nejčtenější oblíben*",
  prev: "předchozí starší minulý předchoz* starš* minul*",
  next: "další následující novější další* následuj* novějš*",
  first: "první buďte",
  none: "žádné žádný není nejsou ne zatím nebude bez nikdy",
  full: "celý celé zbytek úplný vše",
  closed: `uzavřené uzavřeny zakázány vypnuty uzavřena uzavřen zavřené nejsou povoleny neumožnil umožnit zapnuty
    povolené moderaci čeká možné uzamčené uzavřen*`,
  also: "také též rovněž viz",
  all: "vše všechny všechna všichni vždy",
};

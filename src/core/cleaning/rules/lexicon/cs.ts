import type { LanguageWords } from "../concepts.ts";

export const cs: LanguageWords = {
  ask: "jak proč kdo kde kdy",
  self: "my já",
  button: `vytisknout tisknout komentovat odpovědět štítky související odebírat odhlásit sledovat tagy tlačit rubriky`,
  glue: `zajištění zlepšení poskytování ten ta to tento tato toto tohoto této tomto tuto tyto těchto a i nebo ale v ve na s se si z ze k ke ku do od
    o u po pod nad před při pro za přes je jsou bude budou být může mohou lze zde tady teď nyní už již prosím co kdo
    kde aby když jestli jako než který která které by jste musíte bylo byly jsme musí chcete chceme přejete omlouváme
    bohužel lepší zážitek zajistit zlepšit získat přístup zdarma stát abyste mohli mohl jen sem poskytli znovu byl
    byla celkem děkujeme děkuji níže aktuálně informace své svůj má mají velmi nemá něco sám prosíme tím toho
    dodatečné později ahoj účely vždy kdykoli změny návštěvy protože ano rádi bychom posoudit nutné výchozí dobrý
    budoucí webovou svého tohle sebe nejdříve nejprve dříve nich nimi ním jej ji pouze výhradně autora autorky dál
    právě přistupovat potřebujeme nebudete nechcete někdo vám tu nám vašeho všech naši další dostávat udělat udělejte
    přímo snadno zatímco mezi jaké vaší jednou proč vidím máte zkušenost zkušenosti zkušeností možná možné prožitek
    návštěvnost`,
  noun: `domů překlad jazyk jazyky jazyka reakce doporučení odpověď diskuse diskuze diskusi diskusí konverzace názor názory člen členem odběratel
    předplatitel čtenáři přítel přátelé přátelům rodina chyba chybu problém registrace předplatné účet kanál skupina
    komunita média sítě příběh téma témata začátek tipy adresa stránka stránku stránky dárek tématu pravidla kodex
    podmínky dopis dopisy kávu kafe spropitné volba volby volbu výběr možnosti nejlepší kontakt díl epizoda vydání
    rozhovor analýza reportáž portrét srdce potlesk podpora fórum debata debaty překlep oprava upozornění tlačítko
    zdroj zdroje zdrojů žurnalistiku žurnalistika novinařina nezávislou nezávislá tisk práci limit vyčerpán zbývá
    konec souhlas souhlasu oblíbených záložek`,
  about: "o",
  you: "vy vám vás váš vaše vaší vašeho vaši ty ti tě tvůj tvoje vašich vašim vaším tvé",
  us: "my nás nám náš naše naší našeho našem mě mi můj moje mé má mou mým mých našich našim",
  share: `sdílet sdílejte sdílej sdílení sdíleno doporučit doporučte tweetnout přeposlat sdílen* šířit šiřte
    publikovat sdíl* přepošlete pošli přeposlal poslat sdíleli sdílejme`,
  like: "líbí líbit reakce načítání oblíbené lajkovat líbilo lajk líbil líbila tlesk potlesk",
  follow: `sledovat sledujte sleduj navštivte najdete odebírat odebírejte přidejte připojte sleduj* sledující
    sledujete připoj`,
  subscribe: `odebírat odebírejte přihlásit přihlaste odběr odběru předplatit předplatné registrovat zaregistrujte
    dostávat získejte odběr* sledování odebír* odebíráte se-k získávejte`,
  unsubscribe: "odhlásit odhlaste zrušit odběr odběru odhlás* odhlášení odhlásíte",
  login: `přihlásit přihlaste přihlášení přihlášen přihlášeni registrace účet heslo registrovat zaregistrujte
    přihlášený vstup uživatel přihlašovací přihlásil přihlášen* předplatné předplaceno registrujte registrovaní
    uživatelské vytvořte vytvořit`,
  write: `napsat napište napiš zanechat zanechte přidat přidejte přidej odeslat publikovat vložit vložte zapojte
    začněte komentovat začít staňte připojte zúčastněte zadejte zvolte přidání vložil přidán odesláním zadej vyplňte
    přidávat přidávání přispět napsal řekněte povězte zeptejte ptejte pište vyjádřete diskutujte zapojení zapojit`,
  reply: `odpovědět odpovězte odpověď odpovědi reagovat reagujte reakce odpovídat odpově* odpovíd* odpovídejte
    reagoval`,
  cancel: "zrušit storno smazat zrušíte zruší zrušení",
  read: `číst čtěte přečtěte přečíst čtení pokračovat pokračujte zjistit zjistěte objevte zobrazit přečti přečtení
    čten* pokrač* pokračuje pokračování čtete čtenáři prohlédněte objevujte dozvíte dočtěte seznamte`,
  play: `poslouchat poslechnout poslechněte přehrát audio poslouchejte přehrajte poslouchej přehrávat podívejte
    sledujte přehrání`,
  print: `tisk tisknout vytisknout vytiskněte tisku tisková pdf vytištění tlačit tisknutí vytištěno tisk* vytisk*
    vytisknutí`,
  send: `poslat pošlete odeslat zaslat mailem odeslán* zaslán* poslán* posíl* kontaktovat kontaktujte zašlete
    přepošlete pošli`,
  save: `uložit uložte kopírovat zkopírovat zkopírováno oblíbených záložek schránky stáhnout citovat zapamatovat
    uloženo kopie kopírov* ulož* stáhněte seznam uložené`,
  show: `zobrazit zobrazte skrýt otevřít otevře otevírá zavřít načíst načítání rozbalit sbalit upravit přepnout
    zvětšit načten* ukázat ukaž zobraz* načt* ukažte skryjte rozbalte`,
  click: "klikněte kliknutím klikni klepněte stiskněte tlačítko tlačítka níže",
  accept: `používají používá používáme používání využívají využívá využíváme využívání přijmout přijímám souhlasím souhlas souhlasit odmítnout odmítám povolit nastavení předvolby vybrat
    používáme používá spravovat potvrdit přizpůsobit změnit pokračovat pokračováním používáním načíst zapnout vypnout
    odvolat obnovit nezbytné upravit uložit aktivovat přijm* přijí* přijmete povolíte odblokovat souhlasu potvrďte
    potvrzuji spravujte vyberte změňte povolte udělit přijměte odvolejte využívá využíváme`,
  settings: "nastavení předvolby předvoleb",
  back: "zpět přejít přeskočit návrat vrátit",
  support: `podpořte podpořit darovat dar přispějte přispět kávu staňte podpoř podpora podporovat přispívat darujte`,
  report: "nahlásit opravit navrhnout napište oznámit oprava nahlaste opravte upozorněte",
  notify: `upozornit upozorněte upozornění informovat informujte oznámení zasílat dostávat upozorňovat push připomeňte`,
  comment: `komentář* komentov* koment* diskuse diskusi diskuze diskuzi konverzace konverzaci diskus* fóru fórum
    komentovat diskutujte diskutovat debata debaty debatě`,
  opinion: "názor názory myslíte myslíš",
  article: `článek články článku článků příspěvek příspěvky příspěvku příspěvků stránka stránky stránku stránce obsah
    obsahu text texty zpráva zprávy zpráv příběh téma témata web webu blog novinky aktuality článcích příspěvkem
    záznam* člán* příspěv* strán* weblogu blogu zpráv* novink* zprávu článkem zprávami reportáž`,
  newsletter: "newsletter* zpravodaj* novinek",
  email: `e-mail email e-mailem emailem e-mailová emailová mail adresa adresu schránka sms e-mailu emailu e-maily
    maily mailu schránce schránky`,
  link: "odkaz odkazu odkazy trvalý url stálý přímý permanentní",
  social: "sociální sociálních sítě síť sítích médiích sociáln*",
  channel: `kanál podcast aplikace aplikaci rss skupina komunita kanálu podcastu epizoda kanály podcasty`,
  author: `autor autora autorka autoři autorovi autorce redaktor profil redakce autor* redaktorka novinář novinářka
    reportér komentátor dopisovatel autorův redaktoři novináři novinářky novinářů`,
  profile: "profil",
  tag: `štítek štítky štítků tag tagy kategorie klíčová slova rubrika rubriky archiv archivy označeno zařazeno
    publikováno témata téma rubri* kategori* štítk* označen* tagů značky sekce`,
  cookie: `cookie* soukromí osobních údajů podmínky služby třetích stran statistiky marketing analýza zásady ochrany
    soubory marketingové předvolby centrum osobní služba službu`,
  external: "externí vložený třetích stran poskytovaný poskytnutý poskytovaného obsah videa video",
  window: "okno okně novém kartě panelu záložce",
  browser: "prohlížeč prohlížeči online verze prohlížeč* webová",
  advert: "reklama reklamy inzerce inzerát sponzorováno sponzorovaný reklamou inzertní",
  contents: "obsah přehled stránce sekce",
  top: "nahoru začátek hlavní domů úvod obsah stránce",
  menu: `menu navigace hledat vyhledávání nabídka postranní panel výsledky rychlé hledání vyhledat navigační`,
  field: `pole povinná vyžadované povinné označena označeny vyžadovaná jméno název příště povinn* vyžadován*`,
  publish: `publikováno zveřejněna zveřejněno publikována aktualizováno naposledy napsal upraveno datum vydáno
    poslední přidán vložil vytvořeno vydal zveřejnil`,
  view: "verze formát zobrazení mobilní klasická verzi",
  member: `člen členem odběratel odběratele předplatitel předplatitele čtenáři premium členy předplatné předplatitelům`,
  friend: "přítel přátelé přátelům příteli známému kamarádovi rodina přáteli známým",
  error: "chyba chybu problém chyby překlep chybě",
  helpful: "užitečné užitečná pomohla pomohl ohodnoťte hodnotit hodnocení",
  more: "více další ostatní dál dále jiné podrobnosti informace",
  same: "stejného stejný téhož",
  related: `související souvisejíc* podobné podobný doporučené doporučený doporučujeme zajímat zaujmout zajímavé líbit
    mohlo mohly doporučení tipy souvisej* podobn* doporuč* příbuzn* vztahuj* spojen* relevantn* přidružen* doporučeno
    doporučuje zajímá podobných souvisí`,
  latest: "nejnovější poslední nové nový aktuální",
  popular: "populární oblíbené nejčtenější oblíben*",
  prev: "předchozí starší minulý předchoz* starš* minul*",
  next: "další následující novější další* následuj* novějš*",
  first: "první buďte",
  none: "žádné žádný není nejsou ne zatím nebude bez nikdy",
  full: "celý celé zbytek úplný vše zbytku",
  closed: `uzavřené uzavřeny zakázány vypnuty uzavřena uzavřen zavřené nejsou povoleny neumožnil umožnit zapnuty
    povolené moderaci čeká možné uzamčené uzavřen* ukončena`,
  also: "také též rovněž viz",
  all: "vše všechny všechna všichni vždy",
  gift: "darovat darujte dárek dárkem věnovat",
  clipboard: "schránky schránka",
  topic: "téma tématu tématem",
  genre: `komentář sloupek rozhovor analýza reportáž portrét fejeton glosa recenze podcast video názor`,
  episode: "epizoda epizody díl díly epizod vydání",
  stay: "zůstaňte buďte zůstaň",
  touch: "kontaktu kontakt spojení obraze",
  postal: "poštovní",
  sort: "řadit seřadit řazení seřaď filtrovat třídit",
  best: "nejlepší nejlépe",
  rules: "pravidla pravidel pravidly kodex podmínky",
  letter: "dopis dopisy dopisu",
  editor: "redakce redakci redaktor redaktorovi šéfredaktor",
  paid: "placený placené placená sponzorovaný",
  scroll: "posunutím posuňte scrollujte rolujte přejeďte",
  choice: "volba volby volbu výběr výběru možnosti",
  placeholder: "zástupný zástupného skutečný skutečnému",
  become: "staňte staň",
  only: "pouze jen výhradně",
  find: "našli nalezli objevili našel viděli všimli všimla všiml",
  coffee: "kávu kafe spropitné",
  inside: "na v",
  this: "této tomto tento tato toto",
  by: "od autora autorky",
  thanks: "děkujeme děkuji díky",
  when: "každý den týden ráno pátek denně týdne",
  source: "zdroj zdroje zdrojů",
  press: "žurnalistiku žurnalistika novinařina nezávislou nezávislá tisk",
  others: "ostatní čtenáři",
  limit: "limit vyčerpán zbývá",
  end: "konec",
  consent: "souhlas souhlasu",
  favourite: "oblíbených záložek",
  translate: "přeložit přeložte překlad",
  language: "jazyk jazyky jazyka",
  font: "písmo písma text textu",
  resize: "zvětšit zmenšit větší menší velikost změnit",
  powered: "používá",
  mode: "režim",
  recipe: "recept recepty receptu",
  dark: "tmavý světlý noční motiv",
  later: "později",
  list: "seznam seznamu",
  switch: "zapnout vypnout přepnout",
  add: "přidat přidejte",
  is: "je",
  than: "než",
};

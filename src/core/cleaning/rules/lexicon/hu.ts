import type { LanguageWords } from "../concepts.ts";

export const hu: LanguageWords = {
  ask: "hogyan miért ki hol mikor",
  self: "mi én",
  button: `nyomtatás nyomtat hozzászólás hozzászólok címkék kapcsolódó feliratkozás leiratkozás tartalomjegyzék
    bejelentkezés követés bővebben`,
  glue: `a az egy ez ezt ezen erre ehhez ezek azt és vagy de hogy is itt most kérjük kérem ha mi mit ki aki ami amely
    mint után előtt alatt által szerint van vannak lesz lehet kell kellene be le fel meg el össze rá való számára
    címre miatt csak még akarod akarja szeretnéd szeretné szeretne sajnáljuk elnézést sajnos jobb élmény biztosítás
    biztosítása javítása hozzáférés már ingyenes ahhoz legyen legyél ennek felhasználói szükséges önök ide volt
    összesen köszönöm köszönjük alább jelenleg információ nagyon kérlek innen onnan arra lehessen ne saját további
    később szia célok mindig bármikor változások óta látogatás mert igen szeretnénk értékelni alapértelmezett helló
    hozzá róla erről arról velünk hozzánk azon nálunk belőle ebben abban önnel későbbre kizárólag e től tőle nem több
    neked folytatódik miután alatti önnek mind két kapni közös rovatból mindegyik szüksége szükségünk vár tedd tegye
    közvetlenül könnyen miközben között milyen valaki olvastad elolvastad oldalon érhető elérhető ilyen olyan miért
    látom legjobb pénteken írásai lehetőségek élményt biztosítsuk forgalom`,
  noun: `fordítás fordítása nyelv nyelvet nyelvek reakciók ajánlás válasz válaszok vita vitát beszélgetés eszmecsere tagok előfizető előfizetők olvasók barát*
    ismerős* család* hiba hibát probléma előfizetés fiók csatorna csoport közösség történet téma témák cím címe oldal
    oldalt ajándék szabály* levél kávé borravaló választás* döntés* legjobb kapcsolat epizód rész interjú elemzés
    riport portré szív taps támogatás* adomány* fórum* értesítés gomb forrás források újságírás* független* sajtó
    munka korlát elért* maradt vége hozzájárulás* kedvencek kedvencekhez könyvjelző*`,
  you: "te ön önnek önt neked téged maga ti nektek tied",
  us: "mi minket nekünk bennünket engem én nekem velünk nálunk választásaim",
  share: `megosztás megoszt oszd ossza megosztom megosztani megosztása oszd-meg ajánlás ajánld ajánlom küldd tweet
    csiripelés megosztások terjeszd közzé posztold tegye megoszt* terjeszt* oszd-tovább megosztási`,
  like: `tetszik kedvelés kedvelem reakciók betöltés kedveli lájkolás tetszett tetszene taps kedvel*`,
  follow: `kövess kövesse követés kövesd követem keress csatlakozz csatlakozzon iratkozz kövess* követ* csatlakoz*
    követése megtalálsz követők követsz`,
  subscribe: `feliratkozás feliratkozom iratkozz iratkozzon feliratkozni előfizetés előfizetek regisztráció
    regisztrálj fizess kapj kapjon feliratkoz* iratkoz* előfizet* előfizetőnk* feliratkozott kapni értesülj`,
  unsubscribe: "leiratkozás leiratkozom leiratkozni iratkozz leiratkoz* iratkozzon le",
  login: `bejelentkezés bejelentkez* jelentkezz jelentkezzen belépés belép* lépj regisztráció regisztrál* fiók jelszó
    bejelentkezve bejelentkezett felhasználó jelentkez* beléphet* előfizetőnk regisztrálj* regisztráljon
    felhasználónév hozz hozzon létre`,
  write: `írj írjon írás írása hagyj hagyjon küldés küldése küldd hozzászólok szólj szóljon közzététel hozzáadás mondd
    csatlakozz kezdj elküldés hozzászólni kezdd kezdje vegyél részt add adja írd írnod beküldése beküldés beküldte
    hozzáfűzése hozzáfűzés írt írta kitöltése küld* hozzászól* hozzáad* mondja meséld mesélje kérdezz kérdezzen
    véleményezd`,
  reply: `válasz válaszok válaszolj válaszolok válaszol válaszolni válaszból válaszhoz válasz* megválaszol* válaszolt
    válaszoljon`,
  cancel: `mégse mégsem törlés megszakítás kilépés válaszból visszavonás elvetése megszakít* mégse* visszavon* törl*
    elvet* elutasít*`,
  read: `olvass olvassa olvasd olvasás tovább olvasása folytatás folytatása megtekintés bővebben tudj megnézem olvasom
    felfedezés olvasni olvas* folytat* folytatódik folytatáshoz elolvasása elolvasás elolvas* olvasásához folytas*
    nézd nézze fedezd fedezze böngészd ismerd ismerje`,
  play: `hallgasd lejátszás hallgassa meghallgatás hallgatás hallgas* meghallgat* nézd nézze lejátsz* hallgatása
    lejátszásához`,
  print: `nyomtatás nyomtatás* nyomtatható nyomtat pdf nyomtatása nyomtatóbarát nyomtatási nyomtat* változat nyomtas*
    kinyomtat*`,
  send: `küldés küldd elküldés küldj küldje továbbküldés küld* elküld* továbbküld* kapcsolat kapcsolatfelvétel küldj*
    továbbít*`,
  save: `mentés mentése másolás másolása másolva vágólapra vágólap kedvencek könyvjelző letöltés idézés adatok mentve
    megjegyzése másol* letölt* töltsd letöltése másolás* link* mentés* ments* mentsd mentse töltse szerezd szerezze`,
  show: `megjelenítés megjelenítése mutasd mutat elrejtés megnyitás megnyílik nyílik megnyitása bezárás betöltés
    kibontás összecsukás szerkesztés nyitás nagyítás megtekintése betölt* megjelenít* megtekint* megnyit* bezár*
    mutas* nézd`,
  click: "kattints kattintson kattintás gomb gombra alábbi",
  accept: `elfogadás elfogadom elfogad beleegyez* hozzájárul* engedélyez* elutasít* kiválaszt* használ* kezelése
    testreszabás megerősít* kezelés módosítás tölteni töltse bekapcsol* kikapcsol* visszavon* megújít* testreszab*
    mentés aktivál* elfogad* beállít* megerősítése hozzájárulás feloldás* hozzájárulására jóváhagy* válassza válaszd
    kezel* módosít* változtat* ad szükséges fogadja fogadd használjuk használunk`,
  settings: "beállításai beállít* preferenciák preferencia*",
  back: "vissza ugrás tovább",
  support: `támogatás támogass támogatom adományozz adomány kávé támogasd válj támogat* támogas* támogatás* adomány*
    adományoz*`,
  report: `jelentés jelentése bejelentés javaslat bejelentés* írjon javítás* jelents* jelezd jelezze javíts*`,
  notify: `értesíts értesítés értesítések értesítést kérek értesítsen értesít* értesítés* push emlékeztet* értesül*`,
  comment: `hozzászól* komment* megjegyzés* beszélgetés* vita* vélemény* hozzászólás hozzászólok megjegyzés
    megjegyzések megjegyzésed megjegyzését vélemén* eszmecsere hozzá fórum* beszéljük hozzászólás* vitatkoz* beszéld*
    beszélj*`,
  opinion: "vélemény* gondol* szerinted",
  article: `weboldal* honlap* cikk* bejegyzés* oldal* tartalom* tartalm* szöveg hír hírek írás írások poszt posztok téma témák blog
    webhely honlap történet anyag weblog blog* írás* hír* olvasmány* témájú tém* anyag* cikke cikket cikkünk* riport*
    írásunk* bejegyzésekért írásai írása videó`,
  newsletter: "hírlevél* hírlevel* levelek*",
  email: `e-mail* email* mail cím címe címet címed postafiók sms levelet levél leveleket e-mailek e-mail-cím*
    postaládád* postaláda* postaládádban`,
  link: "link linkek hivatkozás* közvetlen url állandó permanens linkje* link*",
  social: "közösségi média hálózat*",
  channel: `csatorna csatornánk podcast alkalmazás rss csoport közösség csatorna* podcast* alkalmazás* csatornánk*
    alkalmazásban`,
  author: `szerző* szerzői profil életrajz szerkesztőség újságíró* szerzőről szerzőnek szerkesztő* riporter* tudósító*
    szerzőtől újságírók szerzők`,
  profile: "profil életrajz",
  tag: `címke címkék címkézve kategória kategóriák kulcsszavak archívum besorolás témák címke* kategóri* címk* rovat*
    téma* kulcsszó rovatból`,
  cookie: `cookie* süti* sütik adatvédel* szolgáltatás* harmadik féltől statisztika marketing elemzés szabályzat
    adatkezel* sütibeállítások adatvédelmi központ videó`,
  external: `külső beágyazott harmadik szolgáltatott biztosított külső* tartalmak* származó videó* videót`,
  window: "ablak* lapon",
  browser: "böngésző* online webes verzió",
  advert: "hirdetés hirdetések reklám szponzorált hirdetés* reklám* szponzor*",
  contents: "tartalomjegyzék tartalom áttekintés",
  top: `címlap tetejére tetejéhez elejére főoldal főoldalra kezdőlap tartalomhoz tartalomra legfelső felülre`,
  menu: "menü navigáció keresés keresési oldalsáv találatok gyorskeresés navigációs kereső lapoz*",
  field: `mező mezők mezőket kötelező jelöltük jelölve karakterrel név honlap következő alkalommal kitöltendő
    kötelezően jelöljük csillaggal jelölt`,
  publish: `közzétéve közzétett megjelent frissítve frissítés utolsó módosítva írta dátum utoljára közzé tesszük
    beküldte létrehozva közzététel*`,
  view: "verzió változat formátum nézet mobil klasszikus",
  member: "tag tagok előfizető előfizetők előfizetőknek prémium olvasók előfizető*",
  friend: "barát* ismerős* család* másokkal",
  error: "hiba hibát probléma hibák elírás*",
  helpful: "hasznos segített értékelje értékeld értékelés",
  more: "több további tovább még egyéb más részletek bővebben részletesen",
  same: "ugyanezen ugyanettől",
  related: `kapcsolódó hasonló ajánlott ajánlataink ajánljuk érdekel* érdekes* tetszhet érdekelhet érdekelhetnek
    tetszhetnek hasonlóak kapcsolód* hasonl* ajánlatok összefügg* rokon* vonatkoz* érdek* tetsz* kapcs* ajánl*
    érdekelheti neked ajánlásával`,
  latest: "legújabb legfrissebb utolsó friss új legutóbb* legfriss* legújabb*",
  popular: `népszerű legnépszerűbb legolvasottabb felkapott kedvenc* legolvas* legnépszer* olvasott*`,
  prev: "előző régebbi korábbi előz* régebbi* korábbi* korább* régeb*",
  next: "következő újabb következ* újabb* későbbi",
  first: "első",
  none: "nem nincs nincsenek sem soha még nincsen",
  full: "teljes egész többi része részének",
  closed: `lezárva lezárt zárva letiltva kikapcsolva lehetőség letiltotta fűzhető engedélyezve moderálás moderálásra
    lehetséges lezár* zárolva`,
  also: "szintén is lásd",
  all: "összes minden mind mindig mindent",
  gift: "ajándékoz* ajándék",
  clipboard: "vágólap vágólapra vágóla*",
  topic: "téma témát témáról témában témához",
  genre: `kommentár kommentárunkat vezércikk interjú elemzés riport portré publicisztika kritika podcast videó
    vélemény`,
  episode: "epizód epizódok epizódot adás adások rész részek",
  stay: "maradj maradjon légy legyen",
  touch: "kapcsolatban kapcsolat naprakész képben",
  postal: "postai levelezési postacím",
  sort: "rendezés rendezze rendezd sorrend szűrés szűrő",
  best: "legjobb legjobbak",
  rules: "szabály* szabályzat* irányelv* moderálási",
  letter: "levél levele* olvasói",
  editor: "szerkesztőség* szerkesztő* főszerkesztő*",
  paid: "fizetett fizetős szponzorált",
  scroll: "görgess görgessen görgetés lapozz",
  choice: "választás* választások beállítások döntés* lehetőség* lehetőségek",
  placeholder: "helyőrző tényleges",
  become: "legyél légy legyen válj váljon",
  only: "csak kizárólag",
  find: "talált találtál találtak észrevett látott látta",
  coffee: "kávé kávéra borravaló",
  inside: "ebben ezen",
  this: "ezen ebben ez e",
  by: "től tőle",
  thanks: "köszönjük köszönöm köszi",
  when: "minden nap hét reggel péntek naponta",
  source: "forrás források",
  press: "újságírás* független* sajtó",
  others: "mások olvasók",
  limit: "korlát elért* maradt",
  here: "ebben ezen",
  end: "vége",
  consent: "hozzájárulás*",
  favourite: "kedvencek kedvencekhez könyvjelző*",
  translate: "fordítsd fordítás fordítása",
  language: "nyelv nyelvet nyelvek",
  font: "betű betűméret betűk szöveg szövegméret",
  resize: "növelése csökkentése nagyobb kisebb méret mérete növelés csökkentés",
  mode: "mód",
  recipe: "recept receptet recepthez",
  dark: "sötét világos éjszakai téma",
  later: "később későbbre",
  readlist: "olvasólist*",
  list: "lista listához",
  switch: "bekapcsolása kikapcsolása bekapcsolás váltás",
  add: "hozzáadás hozzáadása",
  than: "mint",
};

import type { LanguageWords } from "../concepts.ts";

export const hu: LanguageWords = {
  ask: "hogyan miért",
  button: `nyomtatás nyomtat hozzászólás hozzászólok címkék kapcsolódó feliratkozás leiratkozás tartalomjegyzék
    bejelentkezés követés bővebben`,
  glue: `a az egy ez ezt ezen erre ehhez ezek azt és vagy de hogy is itt most kérjük kérem ha mi mit ki aki ami
    amely mint után előtt alatt által szerint van vannak lesz lehet kell kellene be le fel meg el össze rá való
    számára címre miatt csak még akarod akarja szeretnéd szeretné szeretne sajnáljuk elnézést sajnos legjobb jobb
    élmény biztosítás biztosítása javítása hozzáférés már ingyenes ahhoz legyen legyél ennek felhasználói szükséges
    önök ide volt összesen köszönöm köszönjük alább jelenleg információ nagyon kérlek innen onnan arra lehessen ne
    saját további később szia célok mindig bármikor változások óta látogatás mert igen szeretnénk értékelni
    alapértelmezett helló hozzá róla erről arról velünk hozzánk azon nálunk belőle ebben abban önnel későbbre`,
  noun: `reakciók ajánlás válasz válaszok vita vitát beszélgetés eszmecsere tagok előfizető előfizetők olvasók
    barát* ismerős* család* hiba hibát probléma előfizetés fiók csatorna csoport közösség történet téma témák cím
    címe oldal oldalt`,
  you: "te ön önnek önt neked téged maga ti nektek tied",
  us: "mi minket nekünk bennünket engem én nekem velünk nálunk",
  share: `megosztás megoszt oszd ossza megosztom megosztani megosztása oszd-meg ajánlás ajánld ajánlom küldd tweet
    csiripelés megosztások terjeszd közzé posztold tegye megoszt* terjeszt*`,
  like: "tetszik kedvelés kedvelem reakciók betöltés kedveli lájkolás tetszett tetszene",
  follow: `kövess kövesse követés kövesd követem keress csatlakozz csatlakozzon iratkozz kövess* követ* csatlakoz*`,
  subscribe: `feliratkozás feliratkozom iratkozz iratkozzon feliratkozni előfizetés előfizetek regisztráció
    regisztrálj fizess kapj kapjon feliratkoz* iratkoz* előfizet*`,
  unsubscribe: "leiratkozás leiratkozom leiratkozni iratkozz leiratkoz*",
  login: `bejelentkezés bejelentkez* jelentkezz jelentkezzen belépés belép* lépj regisztráció regisztrál* fiók
    jelszó bejelentkezve bejelentkezett felhasználó jelentkez* beléphet*`,
  write: `írj írjon írás írása hagyj hagyjon küldés küldése küldd hozzászólok szólj szóljon közzététel hozzáadás
    mondd csatlakozz kezdj elküldés hozzászólni kezdd kezdje vegyél részt add adja írd írnod beküldése beküldés
    beküldte hozzáfűzése hozzáfűzés írt írta kitöltése küld* hozzászól* hozzáad*`,
  reply: `válasz válaszok válaszolj válaszolok válaszol válaszolni válaszból válaszhoz válasz* megválaszol*`,
  cancel: `mégse mégsem törlés megszakítás kilépés válaszból visszavonás elvetése megszakít* mégse* visszavon* törl*`,
  read: `olvass olvassa olvasd olvasás tovább olvasása folytatás folytatása megtekintés bővebben tudj megnézem
    olvasom felfedezés olvasni olvas* folytat*`,
  play: "hallgasd lejátszás hallgassa meghallgatás",
  print: `nyomtatás nyomtatás* nyomtatható nyomtat pdf nyomtatása nyomtatóbarát nyomtatási nyomtat*`,
  send: `küldés küldd elküldés küldj küldje továbbküldés küld* elküld* továbbküld* kapcsolat kapcsolatfelvétel`,
  save: `mentés mentése másolás másolása másolva vágólapra vágólap kedvencek könyvjelző letöltés idézés adatok
    mentve megjegyzése másol* letölt*`,
  show: `megjelenítés megjelenítése mutasd mutat elrejtés megnyitás megnyílik nyílik megnyitása bezárás betöltés
    kibontás összecsukás szerkesztés nyitás nagyítás megtekintése betölt* megjelenít* megtekint* megnyit* bezár*`,
  click: "kattints kattintson kattintás",
  accept: `elfogadás elfogadom elfogad beleegyez* hozzájárul* engedélyez* elutasít* beállítások kiválaszt* használ*
    kezelése testreszabás megerősít* kezelés módosítás tölteni töltse bekapcsol* kikapcsol* visszavon* megújít*
    testreszab* mentés aktivál* elfogad* beállít*`,
  settings: "beállítások beállításai beállít*",
  back: "vissza ugrás tovább",
  support: "támogatás támogass támogatom adományozz adomány kávé támogasd válj támogat*",
  report: "jelentés jelentése bejelentés javaslat",
  notify: "értesíts értesítés értesítések értesítést kérek értesítsen értesít*",
  comment: `hozzászól* komment* megjegyzés* beszélgetés* vita* vélemény* hozzászólás hozzászólok megjegyzés
    megjegyzések megjegyzésed megjegyzését vélemén* eszmecsere hozzá`,
  opinion: "vélemény* gondol* szerinted",
  article: `cikk* bejegyzés* oldal* tartalom* tartalm* szöveg hír hírek írás írások poszt posztok téma témák blog
    webhely honlap történet anyag weblog blog* írás* hír* olvasmány* témájú tém* anyag*`,
  newsletter: "hírlevél* hírlevel*",
  email: "e-mail* email* mail cím címe címet címed postafiók sms",
  link: "link linkek hivatkozás* közvetlen url állandó permanens",
  social: "közösségi média hálózat*",
  channel: "csatorna csatornánk podcast alkalmazás rss csoport közösség",
  author: "szerző* szerzői profil életrajz szerkesztőség",
  profile: "profil életrajz",
  tag: `címke címkék címkézve kategória kategóriák kulcsszavak archívum besorolás témák címke* kategóri* címk*
    rovat* téma* kulcsszó`,
  cookie: `cookie* süti* sütik adatvédel* szolgáltatás* harmadik féltől statisztika marketing elemzés szabályzat
    adatkezel* sütibeállítások`,
  external: "külső beágyazott harmadik szolgáltatott biztosított külső* tartalmak* származó",
  window: "ablak* lapon",
  browser: "böngésző* online webes verzió",
  advert: "hirdetés hirdetések reklám szponzorált",
  contents: "tartalomjegyzék tartalom áttekintés",
  top: `tetejére tetejéhez elejére főoldal főoldalra kezdőlap tartalomhoz tartalomra legfelső felülre`,
  menu: "menü navigáció keresés keresési oldalsáv találatok gyorskeresés navigációs kereső lapoz*",
  field: "mező mezők mezőket kötelező jelöltük jelölve karakterrel név honlap következő alkalommal",
  publish: `közzétéve közzétett megjelent frissítve frissítés utolsó módosítva írta dátum utoljára közzé tesszük
    beküldte létrehozva közzététel*`,
  view: "verzió változat formátum nézet mobil klasszikus",
  member: "tag tagok előfizető előfizetők előfizetőknek prémium olvasók",
  friend: "barát* ismerős* család* másokkal",
  error: "hiba hibát probléma",
  helpful: "hasznos segített értékelje értékeld értékelés",
  more: "több további tovább még egyéb más részletek bővebben részletesen",
  same: "ugyanezen ugyanettől",
  related: `kapcsolódó hasonló ajánlott ajánlataink ajánljuk érdekel* érdekes* tetszhet érdekelhet érdekelhetnek
    tetszhetnek hasonlóak kapcsolód* hasonl* ajánlatok összefügg* rokon* vonatkoz* érdek* tetsz* kapcs* ajánl*`,
  latest: "legújabb legfrissebb utolsó friss új legutóbb* legfriss* legújabb*",
  popular: `népszerű legnépszerűbb legolvasottabb felkapott kedvenc* legolvas* legnépszer* olvasott*`,
  prev: "előző régebbi korábbi előz* régebbi* korábbi* korább* régeb*",
  next: "következő újabb következ* újabb* későbbi",
  first: "első",
  none: "nem nincs nincsenek sem soha még nincsen",
  full: "teljes egész",
  closed: `lezárva lezárt zárva letiltva kikapcsolva lehetőség letiltotta fűzhető engedélyezve moderálás moderálásra
    lehetséges lezár* zárolva`,
  also: "szintén is lásd",
  all: "összes minden mind mindig mindent",
};

import type { LanguageWords } from "../concepts.ts";

export const ro: LanguageWords = {
  ask: "cum cine unde când",
  self: "noi eu",
  button: `tipărește imprimă printează tipărire imprimare comentează răspunde etichete abonează-te dezabonare
    dezabonează-te similare asemănătoare conexe urmărește etichetă`,
  glue: `sunteți ești utilizarea folosirea un o unei unui unor cel cea cei cele acest această acestui acestei aceste aceasta asta astea și sau dar la în
    într de din cu pe pentru prin despre către ca că să se este sunt va vor fi poate pot ar aici acum te rugăm vă rog
    cum ce cine unde când dacă după înainte al a ai ale i l au fost fii ești dintr care trebuie vrei vreți doriți
    dorești îmi pare rău ne scuze bună bun experiență asigura asigurăm îmbunătăți obține acces deja gratuit putea doar
    deveni total mulțumesc mulțumim jos momentan există informațiile succes foarte nici însă atunci numai suplimentare
    târziu salut scopuri oricând schimbări modificări vizită deoarece da am dori evalua necesar implicit departe
    acestora acestor oricare nostru tău lor lui ei ori vom s-ar să-ți exclusiv mai ți nu aceeași ta sub ci încărca
    avem nevoie să-l ți-a încarcă faci faceți face direct ușor timp între cineva citit ați-ți nostre alte de-ce văd
    redirecționat redirecționată experiența experienței oferim traficul`,
  noun: `traducere limba limbă limbi reacții recomandări răspuns răspunsuri răspunsul discuție discuția discuții conversația conversație părere
    părerea opinie opinia gânduri membru membri abonat abonați abonații cititori prieten prieteni prietenii familie
    eroare greșeală problemă abonament abonamente cont contul canal canalul canale grup comunitate rețea rețele
    sociale social media poveste subiect subiecte donație sugestii adresa adresă pagină pagina pagini cadou subiectul
    temă tema reguli regulile regulament condiții scrisoare scrisori cafea opțiuni alegere alegerile alegerea selecția
    bune contact legătură episod ediție interviu analiză reportaj cronică inimă aplauze sprijin forum greșeli
    corectură buton sursă surse sursele preferate jurnalism jurnalismul independent presă presa muncă proiect limită
    limita atins rămase sfârșitul sfârșit consimțământul consimțământ favorite`,
  about: "despre",
  you: "tu tine ție îți ți te tău ta tăi tale voi vă vouă dumneavoastră vostru dvs voastră voștri",
  us: "noi ne nouă nostru noastră noștri noastre mă mine îmi mi meu mea eu mele mei",
  share: `partajează partajați partajare distribuie distribuiți distribuire împarte recomandă share distribui*
    răspândește postează publică partaj* trimite`,
  like: `place plăcut apreciază apreciere aprecieri reacții încarcă încărcare placi plăcute aplauze aplaudă`,
  follow: `urmărește urmăriți urmărește-ne urmăriți-ne urmează găsește-ne alătură găsești urmărește* urmăritori
    urmărești găsești-ne`,
  subscribe: `abonează abonează-te abonați abonare abonați-vă abonament înscrie înscrie-te înregistrează primește
    primiți abonamente abon* abonat primi primești înscriere`,
  unsubscribe: `dezabonare dezabonează-te dezabonează dezabonați-vă dezabon* dezabonați dezaboneaz*`,
  login: `autentifică autentifică-te autentificat autentificare conectează conectează-te conectare intră cont contul
    parolă înregistrare autentificați logat conectat înregistrat intri utilizator autentific* conectați înregistrează
    înregistrați creează utilizatori`,
  write: `scrie scrieți lasă lăsați adaugă adăugați publică publicați trimite postează comentează participă începe
    alătură-te începeți devino alăturați introdu alege introduci adăugat adăugată completează introduceți scris
    publica publice spune spuneți povestește întreabă scrie-ne exprimă`,
  reply: "răspunde răspundeți răspuns răspunsuri răspunsul răspun* răspund",
  cancel: "anulează anulați renunță șterge renunța anula anulare",
  read: `continuarea navigării citește citiți citire continuă continuați lectura află vezi descoperă explorează citești departe continua
    derulează citi citim cititor explorați descoperiți consultă consultați respectă`,
  play: "ascultă redă audio ascultați urmărește vizionează vezi",
  print: `tipărește tipăriți tipărire imprimă imprimare imprimați printează print pdf tipări imprima imprim* tipări*
    tipărir* tipar listare listează print* tipărit imprimat`,
  send: "trimite trimiteți trimitere trimit* contactează contact trimis redirecționat transmis",
  save: `salvează copiază copiat copie favorite semn carte clipboard descarcă citează păstrează reține salvat
    memorează salv* copia* salvați descărcați obține`,
  show: `arată afișează afișați ascunde deschide deschideți închide încarcă extinde restrânge editează vezi comută
    mărește vad văd afișat deschis afișare afiș* deschi* încărc* arătați ascundeți`,
  click: "click clic apasă dă buton butonul butonului",
  accept: `utilizează folosește utilizăm folosim acceptă acceptați accept refuză refuz permite permiteți consimțământ acord setări preferințe gestionează
    alege folosim utilizăm personalizează respinge confirmă administrează modifică continua continuând utilizează
    încarci activa activează dezactiva dezactivează retrage reînnoi necesare ajusta salva accept* deblochează accepta
    activarea consimțământul confirmați gestionați selectează selectați schimbă folosește`,
  settings: "setări preferințe preferințelor",
  back: "înapoi sari mergi întoarce",
  support: `susține sprijină donează donație cafea devino contribuie susțineți sprijiniți sprijin donați contribuiți`,
  report: `raportează semnalează corectează sugerează scrie scrie-ne corectură raportați semnalați sesizează`,
  notify: `anunță-mă anunță notifică-mă notifică notificări alerte primește notificare push notificări* notificările
    anunțați amintește notificați`,
  comment: `comentariu comentarii comentariul comentariile comentează comenta discuție discuția discuții conversația
    conversație comentezi comentari* coment* comentez comentat forum forumul forumului comentare discută discuți*
    comentariil*`,
  opinion: "părere părerea opinie opinia crezi gânduri",
  article: `articol articole articolul articolului pagină pagina pagini conținut conținutul text știre știri știrile
    postare postări postarea poveste subiect subiecte site blog saitul materiale informații noutăți însemnare
    însemnări weblog articol* pagin* postăr* știr* lectură știrea reportaj editoriale textul textele texte`,
  newsletter: "newsletter* buletin buletinul",
  email: `email e-mail mail emailul adresa adresă adresei electronică inbox sms emailului e-mailuri mailuri inboxul`,
  link: "link linkul legătură legătura legături permanentă url permanent direct permanente",
  social: "sociale rețele rețea social media rețelele",
  channel: `canal canalul canale podcast aplicație aplicația rss grup comunitate canalului aplicații podcasturi
    podcastul`,
  author: `autor autorul autorului autoare autori redactor profil biografie redacția autor* jurnalist jurnalistul
    reporter corespondent autoarea jurnaliști jurnaliste jurnalistei`,
  profile: "profil biografie",
  tag: `etichetă etichete etichetat tag taguri categorie categorii categoria cuvinte cheie arhivă arhive publicat
    subiecte rubrica rubrici categori* etichet* subiect* marcaje secțiune secțiunea`,
  cookie: `cookie* cookies confidențialitate confidențialității datelor terți termeni servicii statistici marketing
    analiză parteneri politica cookie-uri cookie-uril* marketingului preferințelor serviciu serviciul`,
  external: `extern externă externe terți terță încorporat furnizat furnizate furnizată oferit găzduit video
    videoclip*`,
  window: "fereastră fereastra filă nouă",
  browser: "browser browserul online web versiune navigator navigatorul",
  advert: "publicitate reclamă reclame anunț anunțuri sponsorizat sponsorizate reclama reclamei",
  contents: "cuprins cuprinsul conținut sumar secțiune secțiunea",
  top: "sus început acasă principal principală",
  menu: "meniu navigare căutare caută bară laterală rezultate navigarea rapidă navighează",
  field: "câmp câmpuri câmpurile obligatorii necesare marcate nume numele web data viitoare",
  publish: `publicat publicată actualizat actualizare ultima scris editat modificat data publica adăugat creat postat
    publicarea scrisă`,
  view: "versiune versiunea format mobilă clasică",
  member: "membru membri abonat abonați abonații premium cititori",
  friend: "prieten prieteni prietenilor prietenului prietenii familie",
  error: "eroare greșeală problemă greșeli eroarea erori",
  helpful: "util utilă utile folositor ajutat evaluează votează",
  more: "mai mult multe alte alt alta altele detalii informații",
  same: "același aceluiași aceeași",
  related: `similar similare similară asemănătoare recomandat recomandate recomandări legătură conexe înrudite
    interesa interesat interesant asociate legate s-ar interesante sugestii plăcea asemănăt* similar* recomand*
    intereseze interesant* sugest* relaționat* corelat* aferent* înrudit* conex* asociat* te-ar interes* asemănător`,
  latest: "ultimele ultimul recente recent noi nou noutăți",
  popular: "popular populare citite citit vizualizate bune favorite",
  prev: `anterior anterioară anteriorul anterioare precedent precedentă vechi anterioar* precedent* vechi*`,
  next: "următor următorul următoarea următoare noi următo*",
  first: "primul prima",
  none: "nu niciun nicio niciodată încă fără",
  full: "complet întreg întregul integral tot restul",
  closed: `închis închise închisă dezactivate dezactivat permite acceptate permise moderare așteaptă activate posibil
    deschis deschisă deschise deschiși`,
  also: "și de-asemenea asemenea vezi",
  all: "toate tot toți mereu întotdeauna",
  gift: "oferă oferiți cadou dăruiește",
  clipboard: "clipboard clipboardul",
  topic: "subiect subiectul tema temă subiectului",
  genre: `editorial editorialul interviu interviul analiză opinie reportaj cronică recenzie podcast video comentariu`,
  episode: "episod episoade episoadele emisiune emisiuni ediție",
  stay: "rămâi rămâneți fii",
  touch: "contact legătură curent conectat informat",
  postal: "poștală poștal",
  sort: "sortează sortare sortați ordonează filtrează",
  best: "bune relevante",
  rules: "reguli regulile regulament regula condiții",
  letter: "scrisoare scrisori scrisoarea",
  editor: "redacție redacția redactor redactorul redacției editor",
  paid: "plătit plătită sponsorizat",
  scroll: "derulează derulați glisează",
  choice: "opțiuni opțiunile alegere alegerile alegerea selecția",
  placeholder: "substituent real efectiv",
  become: "devino deveniți devii",
  only: "doar numai exclusiv",
  find: "găsit observat văzut",
  coffee: "cafea bacșiș",
  inside: "în pe",
  this: "acest această aceasta acestei",
  by: "de din",
  thanks: "mulțumesc mulțumim",
  when: "fiecare zi săptămână dimineață vineri zilnic",
  source: "sursă surse sursele preferate",
  press: "jurnalism jurnalismul independent presă presa",
  others: "alții cititorii",
  limit: "limită limita atins rămase",
  end: "sfârșitul sfârșit",
  consent: "consimțământul consimțământ",
  favourite: "favorite",
  translate: "traduce tradu traducere",
  language: "limba limbă limbi",
  font: "font fontul fontului text textul textului",
  resize: "mărește micșorează mărime mărimea dimensiune dimensiunea",
  mode: `modul mod modului`,
  recipe: "rețeta rețetă",
  dark: "întunecat întunecată luminos noapte nocturn temă tema",
  later: "târziu",
  list: "lista listă",
  switch: "activează comută activați dezactivează",
  add: "adaugă adăugați",
  is: "este",
  than: "decât",
};

import type { LanguageWords } from "../concepts.ts";

export const pl: LanguageWords = {
  ask: "jak dlaczego kto gdzie kiedy",
  self: "my ja",
  button: `drukuj wydrukuj skomentuj komentuj subskrybuj odpowiedz tagi powiązane etykiety zarejestruj zaloguj
    otagowano otagowane`,
  glue: `ten ta to te tego tej tym tę tych temu i oraz lub albo ale a w we na z ze za do od przez dla o u po pod nad
    przy przed między że się jest są będzie będą być może mogą można tu tutaj teraz już tylko proszę kto gdzie aby
    żeby by jeśli czy jako zostanie zostały który która które on musisz musi trzeba chcesz chcą chce chcieliby
    przepraszamy przykro najlepszą lepsze doświadczenie doświadczenia jakość zapewnić zapewnienia poprawy poprawić
    dostępu uzyskać otrzymać wszelkich których jaką którego móc wciąż bez konieczność symbolem gwiazdką wypełnienie
    został została zostało łącznie dziękuję dziękujemy poniżej obecnie informacji swoje swój ma mieć bardzo więc czyli
    tak jego kiedy niech dodatkowe dodatkowych później cześć witaj moglibyśmy możemy cele celów celach zawsze zmiany
    zmienić wizyty otrzymujesz ponieważ powód chcielibyśmy ocenić uznania potrzebne domyślnie lepiej chwili samego
    podczas przyszłe kolejnych przyszłych wypełnić gdy pisania blogerów osób bądź biblioteka odblokuj był była było
    osoba osoby osobą wyłącznie jedynie autora autorki aktualnie właściwej dostęp znać daj załadować wymagane nasze
    źródło preferowanych źródeł serwisie materiałem abonentów wszystkich rób zrób bezpośrednio łatwo waszych nowych
    ktoś jakie według swoich swoim wszystkim widzę dlaczego potrzebujemy twojej opcji opcje byli bo`,
  noun: `tłumaczenie język języki reakcje odpowiedź odpowiedzi dyskusj* rozmow* opinia opinie opinię zdanie myśl myśli członek członków
    subskrybent subskrybentów czytelników przyjaciółmi przyjaciołom przyjaciela błąd błędu błędy problem rejestracja
    subskrypcja subskrypcje prenumerata plan konto konta dostęp kanał kanału kanałów grupa społeczność społeczności
    media sieci historia historie temat tematy tematów początek początku darowizna adres adresu ustawienia strona
    stronę strony prezent zasady zasad regulamin list listy kawa kawę napiwek wybór wybory najlepsze kontakt odcinek
    wydanie wywiad analiza reportaż felieton rozmowa serce brawa oklaski wsparcie forum literówka pomyłka sprostowanie
    alert przycisk depesza komentarz źródło źródła źródeł preferowanych dziennikarstwo niezależne niezależnego prasa
    pracę praca jakość limit wykorzystano pozostało osiągnięto wyczerpany koniec zgoda zgodę zgody ulubionych zakładek`,
  about: "o",
  you: "ty ci cię ciebie twój twoja twoje twojego twojej twoją twoim wam was wasz wasze państwo",
  us: `my nas nam nasz nasza nasze naszego naszej naszym naszych naszą mnie mi mój moja moje moim moich moją moimi`,
  share: `udostępnij udostępnić udostępnienia udostępnień udostępniono udostępnianie podziel podzielić poleć polecam
    polub tweetnij tweetuj prześlij podaj dalej roześlij rozpowszechnij opublikuj wrzuć ćwierknij powiedz pochwal
    rozgłoś dziel udostępn* udostępniaj udostępniać dzielenie podzielcie udostępniania`,
  like: `polub lubię lubi podoba reakcje wczytywanie ładowanie ulubione podobało spodobał spodobało lubisz polubiło
    polubili polubiły lubią polubi polubienie polubienia oklaski lajk lajki`,
  follow: `obserwuj obserwować śledź śledzić zaobserwuj dołącz odwiedź znajdź subskrybuj znajdziesz obserwujesz
    obserwujący śledzisz`,
  subscribe: `subskrybuj subskrybować subskrypcja zapisz zapisać prenumeruj prenumerata zaprenumeruj zarejestruj zamów
    otrzymywać subskrypcje subskrypcji plan otrzymuj zapisałeś zapisałaś zapisanie subskryb* zapisuj zapisy
    subskrybujesz otrzymasz otrzymać dostawać zapisując otrzymujesz`,
  unsubscribe: `wypisz wypisać rezygnuj zrezygnuj anuluj subskrypcję odsubskrybuj otrzymywać wypisanie rezygnacja
    zrezygnować`,
  login: `zaloguj zalogować zalogowany zalogowana zalogowanym logowanie zarejestruj rejestracja konto konta hasło
    loguj logowania zalogowanych użytkownik logując zalogow* dostęp logować rejestracji załóż utwórz użytkownika`,
  write: `napisz napisać zostaw zostawić dodaj dodać opublikuj publikuj skomentuj wyślij rozpocznij dołącz weź udział
    podziel wyraź zacznij zacząć zostań uczestnicz podaj wpisz podać dodany wpisać zamieścił zamieść komentuj wypełnij
    opowiedz powiedz zapytaj pytaj napiszcie daj podzielcie dołączyć`,
  reply: "odpowiedz odpowiedzieć odpowiedź odpowiedzi odpowied* odpisz odpowiedzieli",
  cancel: "anuluj usuń odrzuć",
  read: `czytaj czytać przeczytaj dowiedz zobacz sprawdź poznaj odkryj kontynuuj czytanie poczytaj dalszy dalsza część
    ciąg dalej przewiń czytam doczytaj przeczytać poznać odkrywaj zajrzyj przejrzyj zapoznaj zapoznać przestrzegaj
    przeczytanie przeczytaniu czytania`,
  play: `posłuchaj odsłuchaj słuchaj odtwórz obejrzyj audio oglądaj słuchać oglądać obejrzeć posłuchać odsłuchać
    odtworzyć odtwarzać`,
  print: `drukuj wydrukuj drukowanie drukowania druku wydruk pdf drukarki wydrukować wydruku drukować wydruk* druk*
    wydrukowany`,
  send: `wyślij wysłać prześlij przesłać wysyłan* wysłan* skontaktuj kontakt wyślijcie prześlijcie mailem`,
  save: `zapisz zapisać kopiuj skopiuj skopiowano skopiowany zakładek zakładki ulubionych schowka schowek pobierz
    cytuj zapamiętaj zapamiętać zapisano skopiow* przeczytania zapisany zachowaj pobrać ściągnij liście listę dodaj`,
  show: `pokaż wyświetl ukryj otwórz otwiera otworzy zamknij rozwiń zwiń załaduj wczytaj ładowanie wczytywanie zobacz
    powiększ edytuj przełącz załadować wczytać otwarcie pełny ekran pełne otwarte wyświetlanie wyświetlić pokazać
    wyświetlaj schowaj odsłoń`,
  click: "kliknij naciśnij przycisk przycisku poniżej",
  accept: `akceptuj akceptuję zaakceptuj zgadzam zgoda zgodę odrzuć odrzucam zezwól ustawienia preferencje używamy
    korzystamy zarządzaj dostosuj potwierdź odmów zmień kontynuując używa wykorzystuje korzystając załadować zezwalam
    włącz wyłącz włączyć wyłączyć wycofać cofnąć odnowić dostosować niezbędne zapisz aktywować odblokuj zaakceptować
    potwierdzam zatwierdź wybierz wybierać zmieniać udziel potrzebujemy zgody wycofaj wycofanie cofnij przyjmij`,
  settings: "ustawienia preferencje preferencjami preferencji ustawień",
  back: "powrót wróć przejdź idź przeskocz wstecz cofnij",
  support: `wesprzyj wspieraj wspomóż darowizna darowiznę kawę kawy pomóż zostań dołącz postaw napiwek wsparcie
    wesprzeć dołóż patronite przekaż`,
  report: "zgłoś zgłosić popraw zaproponuj sprostowanie znać zgłaszam zgłaszać zgłoszenie błędem",
  notify: `powiadom powiadamiaj powiadomienia powiadomień poinformuj informuj powiadomienie otrzymuj push alerty
    powiadamiać przypomnij informować alert`,
  comment: `komentarz* komentuj skomentuj skomentować komentować dyskusj* rozmow* komentow* forum dyskutuj dyskutować
    rozmawiaj porozmawiaj* porozmawiajmy`,
  opinion: "opinia opinie opinię zdanie sądzisz myślisz myśl myśli",
  article: `artykuł* wpis wpisy wpisu wpisów wpisem tekst teksty tekstu strona stronę treść treści materiał materiały
    materiału wiadomość wiadomości wiadomością post posty postów news newsy temat tematy tematów blog witryna witryny
    serwis informacje historia historie bloga blogu artykułów wpisach publikacje publikacja strony stronie artykuł
    materiałem artykułem reportaż depesza tekstów tekstach`,
  newsletter: "newsletter* biuletyn* listę mailingową spam listy lista",
  email: `email emaila mail maila mailem e-mail e-mailem adres adresu pocztą poczta skrzynkę skrzynki elektroniczną
    elektroniczny sms e-mail* email* mail* skrzynce`,
  link: "link linki linku odnośnik odnośnika odsyłacz bezpośredni url trwały stały odnośniki",
  social: "społecznościowe społecznościowych media mediach sieci sieciach",
  channel: `kanał kanału kanale podcast podcasty aplikacja aplikację kanałów rss grupa społeczność społeczności
    odcinek odcinki aplikacji podcastu kanałach`,
  author: `autor autora autorka autorki autorze autorzy autorem redaktor profil biografia redakcja redakcję autor* dziennikarz
    dziennikarka reporter publicysta korespondent dziennikarze dziennikarzu dziennikarki`,
  profile: "profil biografia",
  tag: `tag tagi tagów otagowane otagowano tagiem kategoria kategorie kategorii słowa kluczowe archiwum archiwa
    etykiety opublikowano temat tematy tematyka rubryka kategoriach otagowany tagami dział działu dziale działach`,
  cookie: `cookie cookies ciasteczka ciasteczek prywatności prywatność warunki usługi polityka śledzenie pliki
    statystyki marketing analiza partnerzy osobowe usług danych dane centrum preferencji zgody rodo usługę usługa`,
  external: `zewnętrzne zewnętrzna zewnętrznych zewnętrznej osadzone osadzona dostarczane dostarczanych dostarczone
    hostowane pochodzące pochodzi udostępniane film filmu wideo`,
  window: "karta kartę karty okno oknie karcie nowym",
  browser: "przeglądarce przeglądarka przeglądarki online wersja internetowa przeglądar*",
  advert: `reklama reklamy ogłoszenie sponsorowany sponsorowane sponsorowana reklam reklamą reklamie`,
  contents: "spis treści zawartość sekcji sekcja",
  top: "góry górę początek początku główna główną głównej głównego szczytu nagłówka wierzchu",
  menu: `menu nawigacja nawigacji szukaj wyszukaj boczny pasek wyniki wyszukiwania szybkie wyszukiwarka`,
  field: `pole pola wymagane obowiązkowe oznaczone imię nazwa nazwę witryna podpis następnym razem pól wymaganych
    witrynę`,
  publish: `opublikowano opublikowany opublikowane opublikowana zaktualizowano aktualizacja ostatnia napisany
    edytowano data dodano dodany zamieszczono napisał utworzono wpisał opublikował napisane`,
  view: "wersja wersji format widok mobilna klasyczna wersję",
  member: `członek członkiem członków subskrybent subskrybentów subskrybentem płatny premium czytelników płacących
    płatna płatnych`,
  friend: `znajomy znajomym znajomymi znajomemu przyjaciółmi przyjaciołom przyjaciela znajomych znajomego`,
  error: "błąd błędu błędy literówkę problem literówka pomyłka pomyłkę",
  helpful: "pomocne pomocna przydatne pomocny pomógł oceń ocenić ocena",
  more: "więcej inne inny innych dalej kolejne pozostałe szczegóły",
  same: "samego samej tego",
  related: `powiązane powiązany podobne podobny polecane polecany polecamy pokrewne zainteresować zaciekawić spodobać
    interesujące warto sugerowane proponowane warte powiązanych zbliżone związane pokrewny zbliżony związany dotyczące
    tematyczne odpowiednie zaciekawi zainteresuje podobnych zbliżonych poleca`,
  latest: "najnowsze najnowszy ostatnie ostatni ostatnio nowe nowy nowych najnowszych",
  popular: "popularne najpopularniejsze najczęściej czytane czytany najchętniej ulubione",
  prev: `poprzedni poprzednia poprzednie starsze starszy wcześniejsze wstecz poprzednich starszych wcześniejszy`,
  next: "następny następna nowsze nowszy kolejny kolejne dalsze następnych nowszych następne",
  first: "pierwszy pierwsza pierwsze pierwszą pierwszym",
  none: "nie brak żaden żadnych jeszcze nigdy",
  full: "całość cały całą pełny pełna reszta reszty wszystko ciąg dalszy resztę",
  closed: `zamknięty zamknięte zamknięta wyłączone wyłączona możliwość zakończone zezwolił otwarty moderacji oczekuje
    włączone dostępne zablokowane`,
  also: "też także również zobacz",
  all: "wszystko wszystkie wszystkich zawsze",
  gift: "podaruj podarować prezent daj",
  clipboard: "schowka schowek schowku",
  topic: "temat tematu temacie",
  genre: `komentarz felieton wywiad analiza opinia reportaż rozmowa artykuł podcast wideo recenzja relacja rozmowę
    wywiadu`,
  episode: "odcinek odcinki odcinków wydanie wydania",
  stay: "bądź pozostań zostań",
  touch: "kontakcie kontakt bieżąco",
  postal: "pocztowy korespondencyjny",
  sort: "sortuj sortowanie sortować filtruj kolejność",
  best: "najlepsze najlepszy najtrafniejsze",
  rules: "zasady zasadami zasad regulamin regulaminem netykieta",
  letter: "list listy listu",
  editor: "redakcji redakcja redaktor redaktora redakcją",
  paid: "płatna płatne płatny sponsorowana",
  scroll: "przewiń przewijaj przesuń",
  choice: "wybór wybory wyboru wyborów",
  placeholder: "zastępcza zastępczą zawartość zawartości właściwej",
  become: "zostań stań",
  only: "tylko wyłącznie jedynie",
  find: "widzisz znalazłeś zauważyłeś znalazłaś zauważyłaś znalazł zauważ*",
  coffee: "kawę kawy napiwek",
  inside: "na w",
  this: "tej tym ten ta to tę",
  by: "od autora autorki",
  thanks: "dziękujemy dziękuję dzięki",
  when: "tydzień dzień rano piątek codziennie każdego każdy każdej co",
  source: "źródło źródła źródeł preferowanych",
  press: "dziennikarstwo niezależne niezależnego prasa",
  others: "inni czytelnicy użytkownicy",
  limit: "limit wykorzystano pozostało osiągnięto wyczerpany",
  end: "koniec",
  consent: "zgoda zgodę zgody",
  favourite: "ulubionych zakładek",
  translate: "przetłumacz tłumacz tłumaczenie",
  language: "język języki",
  font: "czcionka czcionkę czcionki tekst tekstu",
  resize: "powiększ zmniejsz zwiększ rozmiar wielkość większa mniejsza zmień",
  powered: "obsługiwane",
  mode: "tryb",
  recipe: "przepis przepisu",
  dark: "ciemny jasny nocny ciemnego jasnego motyw",
  later: "później",
  list: "listy listę lista liście",
  switch: "włącz wyłącz przełącz",
  add: "dodaj",
  is: "jest",
  than: "niż",
};

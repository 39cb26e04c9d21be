import type { LanguageWords } from "../concepts.ts";

export const pl: LanguageWords = {
  ask: "jak dlaczego",
  button: `drukuj wydrukuj skomentuj komentuj subskrybuj odpowiedz tagi powiązane etykiety zarejestruj zaloguj`,
  glue: `ten ta to te tego tej tym tę tych temu i oraz lub albo ale a w we na z ze za do od przez dla o u po pod nad
    przy przed między że się jest są będzie będą być może mogą można tu tutaj teraz już tylko proszę co kto gdzie
    aby żeby by jeśli czy jako zostanie zostały który która które on musisz musi trzeba chcesz chcą chce chcieliby
    przepraszamy przykro najlepsze najlepszą lepsze doświadczenie doświadczenia jakość zapewnić zapewnienia poprawy
    poprawić dostępu uzyskać otrzymać wszelkich których jaką którego móc wciąż bez konieczność symbolem gwiazdką
    wypełnienie został została zostało łącznie dziękuję dziękujemy poniżej obecnie informacji swoje swój ma mieć
    bardzo każdy więc czyli tak jego kiedy niech dodatkowe dodatkowych później cześć witaj moglibyśmy możemy cele
    celów celach zawsze zmiany zmienić wizyty otrzymujesz ponieważ powód chcielibyśmy ocenić uznania potrzebne
    domyślnie lepiej każdej chwili samego podczas przyszłe kolejnych przyszłych wypełnić gdy pisania blogerów osób
    bądź biblioteka odblokuj był była było osoba osoby osobą`,
  noun: `reakcje odpowiedź odpowiedzi dyskusj* rozmow* opinia opinie opinię zdanie myśl myśli członek członków
    subskrybent subskrybentów czytelników przyjaciółmi przyjaciołom przyjaciela błąd błędu błędy problem rejestracja
    subskrypcja subskrypcje prenumerata plan konto konta dostęp kanał kanału kanałów grupa społeczność społeczności
    media sieci historia historie temat tematy tematów początek początku darowizna adres adresu ustawienia strona
    stronę strony`,
  about: "o",
  you: "ty ci cię ciebie twój twoja twoje twojego twojej twoją twoim wam was wasz wasze państwo",
  us: "my nas nam nasz nasza nasze naszego naszej naszym naszych naszą mnie mi mój moja moje moim",
  share: `udostępnij udostępnić udostępnienia udostępnień udostępniono udostępnianie podziel podzielić poleć polecam
    polub tweetnij tweetuj prześlij podaj dalej przekaż roześlij rozpowszechnij opublikuj wrzuć ćwierknij powiedz
    pochwal rozgłoś dziel udostępn*`,
  like: `polub lubię lubi podoba reakcje wczytywanie ładowanie ulubione podobało spodobał spodobało lubisz polubiło
    polubili polubiły lubią polubi`,
  follow: "obserwuj obserwować śledź śledzić zaobserwuj dołącz odwiedź znajdź subskrybuj",
  subscribe: `subskrybuj subskrybować subskrypcja zapisz zapisać prenumeruj prenumerata zaprenumeruj zarejestruj
    zamów otrzymywać subskrypcje subskrypcji plan otrzymuj zapisałeś zapisałaś zapisanie subskryb*`,
  unsubscribe: "wypisz wypisać rezygnuj zrezygnuj anuluj subskrypcję odsubskrybuj otrzymywać",
  login: `zaloguj zalogować zalogowany zalogowana zalogowanym logowanie zarejestruj rejestracja konto konta hasło
    loguj logowania zalogowanych użytkownik logując zalogow* dostęp`,
  write: `napisz napisać zostaw zostawić dodaj dodać opublikuj publikuj skomentuj wyślij rozpocznij dołącz weź
    udział podziel wyraź zacznij zacząć zostań uczestnicz podaj wpisz podać dodany wpisać zamieścił zamieść komentuj
    wypełnij`,
  reply: "odpowiedz odpowiedzieć odpowiedź odpowiedzi odpowied*",
  cancel: "anuluj usuń odrzuć",
  read: "czytaj czytać przeczytaj dowiedz zobacz sprawdź poznaj odkryj kontynuuj czytanie poczytaj",
  play: "posłuchaj odsłuchaj słuchaj odtwórz obejrzyj audio",
  print: `drukuj wydrukuj drukowanie drukowania druku wydruk pdf drukarki wydrukować wydruku drukować wydruk* druk*`,
  send: "wyślij wysłać prześlij przesłać wysyłan* wysłan* skontaktuj kontakt",
  save: `zapisz zapisać kopiuj skopiuj skopiowano skopiowany zakładek zakładki ulubionych schowka schowek pobierz
    cytuj zapamiętaj zapamiętać zapisano skopiow*`,
  show: `pokaż wyświetl ukryj otwórz otwiera otworzy zamknij rozwiń zwiń załaduj wczytaj ładowanie wczytywanie
    zobacz powiększ edytuj przełącz załadować wczytać otwarcie pełny ekran pełne otwarte wyświetlanie wyświetlić`,
  click: "kliknij naciśnij",
  accept: `akceptuj akceptuję zaakceptuj zgadzam zgoda zgodę odrzuć odrzucam zezwól ustawienia preferencje używamy
    korzystamy zarządzaj dostosuj potwierdź odmów zmień kontynuując używa wykorzystuje korzystając załadować
    zezwalam włącz wyłącz włączyć wyłączyć wycofać cofnąć odnowić dostosować niezbędne zapisz aktywować`,
  settings: "ustawienia preferencje preferencjami",
  back: "powrót wróć przejdź idź przeskocz wstecz cofnij",
  support: "wesprzyj wspieraj wspomóż darowizna darowiznę kawę kawy pomóż zostań dołącz",
  report: "zgłoś zgłosić popraw zaproponuj",
  notify: `powiadom powiadamiaj powiadomienia powiadomień poinformuj informuj powiadomienie otrzymuj`,
  comment: "komentarz* komentuj skomentuj skomentować komentować dyskusj* rozmow* komentow*",
  opinion: "opinia opinie opinię zdanie sądzisz myślisz myśl myśli",
  article: `artykuł* wpis wpisy wpisu wpisów wpisem tekst teksty tekstu strona stronę treść treści materiał
    materiały materiału wiadomość wiadomości wiadomością post posty postów news newsy temat tematy tematów blog
    witryna witryny serwis informacje historia historie bloga blogu artykułów wpisach publikacje publikacja strony
    stronie`,
  newsletter: "newsletter* biuletyn* listę mailingową spam listy lista",
  email: `email emaila mail maila mailem e-mail e-mailem adres adresu pocztą poczta skrzynkę skrzynki elektroniczną
    elektroniczny sms`,
  link: "link linki linku odnośnik odnośnika odsyłacz bezpośredni url trwały stały odnośniki",
  social: "społecznościowe społecznościowych media mediach sieci sieciach",
  channel: `kanał kanału kanale podcast podcasty aplikacja aplikację kanałów rss grupa społeczność społeczności`,
  author: `autor autora autorka autorki autorze autorzy autorem redaktor profil biografia redakcja autor*`,
  profile: "profil biografia",
  tag: `tag tagi tagów otagowane otagowano tagiem kategoria kategorie kategorii słowa kluczowe archiwum archiwa
    etykiety opublikowano temat tematy tematyka rubryka kategoriach otagowany tagami`,
  cookie: `cookie cookies ciasteczka ciasteczek prywatności prywatność warunki usługi polityka śledzenie pliki
    statystyki marketing analiza partnerzy osobowe usług danych dane`,
  external: `zewnętrzne zewnętrzna zewnętrznych zewnętrznej osadzone osadzona dostarczane dostarczanych dostarczone
    hostowane pochodzące pochodzi udostępniane`,
  window: "okno oknie karcie nowym",
  browser: "przeglądarce przeglądarka przeglądarki online wersja internetowa przeglądar*",
  advert: "reklama reklamy ogłoszenie sponsorowany sponsorowane sponsorowana",
  contents: "spis treści zawartość",
  top: "góry górę początek początku główna główną głównej głównego szczytu nagłówka wierzchu",
  menu: `menu nawigacja nawigacji szukaj wyszukaj boczny pasek wyniki wyszukiwania szybkie wyszukiwarka`,
  field: `pole pola wymagane obowiązkowe oznaczone imię nazwa nazwę witryna podpis następnym razem pól wymaganych
    witrynę`,
  publish: `opublikowano opublikowany opublikowane opublikowana zaktualizowano aktualizacja ostatnia napisany
    edytowano data dodano dodany zamieszczono napisał utworzono wpisał opublikował napisane`,
  view: "wersja wersji format widok mobilna klasyczna",
  member: `członek członkiem członków subskrybent subskrybentów subskrybentem płatny premium czytelników płacących
    płatna płatnych`,
  friend: "znajomy znajomym znajomymi znajomemu przyjaciółmi przyjaciołom przyjaciela",
  error: "błąd błędu błędy literówkę problem",
  helpful: "pomocne pomocna przydatne pomocny pomógł oceń ocenić ocena",
  more: "więcej inne inny innych dalej kolejne pozostałe szczegóły",
  same: "samego samej tego",
  related: `powiązane powiązany podobne podobny polecane polecany polecamy pokrewne zainteresować zaciekawić
    spodobać interesujące warto sugerowane proponowane warte powiązanych zbliżone związane pokrewny zbliżony
    związany dotyczące tematyczne odpowiednie`,
  latest: "najnowsze najnowszy ostatnie ostatni ostatnio nowe nowy nowych najnowszych",
  popular: "popularne najpopularniejsze najczęściej czytane czytany najchętniej ulubione",
  prev: `poprzedni poprzednia poprzednie starsze starszy wcześniejsze wstecz poprzednich starszych wcześniejszy`,
  next: "następny następna nowsze nowszy kolejny kolejne dalsze następnych nowszych następne",
  first: "pierwszy pierwsza pierwsze pierwszą pierwszym",
  none: "nie brak żaden żadnych jeszcze nigdy",
  full: "całość cały całą pełny pełna reszta reszty wszystko ciąg dalszy",
  closed: `zamknięty zamknięte zamknięta wyłączone wyłączona możliwość zakończone zezwolił otwarty moderacji
    oczekuje włączone dostępne zablokowane`,
  also: "też także również zobacz",
  all: "wszystko wszystkie wszystkich zawsze",
};

import type { LanguageWords } from "../concepts.ts";

export const it: LanguageWords = {
  ask: "come perché chi dove quando",
  self: "io noi",
  button: `stampare commenta rispondi etichette sommario correlati correlate iscriviti indice contrassegnato`,
  glue: `il lo la l i gli le un uno una di del dello della dei degli delle dell d e ed o ma a al allo alla ai agli
    alle all in nel nello nella nei nell con su sul sullo sulla sui sugli sulle sull per da dal dalla dall dalle tra
    fra via questo questa questi queste quest che cosa è sono essere sarà può possono potrebbe potrebbero qui ora
    adesso si se come dopo prima tramite ci ne c chi dove favore sia ha hai avere devi deve dovete bisogna occorre
    vuoi vuole volete desidera desideri scusa spiacenti migliorare esperienza garantire assicurare poter ottenere già
    gratis altro offrire fare possibile sicuro volta spiacente stato stati state successo totale grazie sotto
    attualmente momento livello molto fatto informazioni memorizza proprio durante né quando allora ciò quindi
    aggiuntivi aggiuntive tardi ciao potremmo possiamo scopi finalità sempre cambiare cambiamenti visita perché motivo
    sì vorremmo desideriamo valutare controllo ritieni necessario predefinito impostazione meglio stesso stessa futuri
    futuro quello quella blogger persone biblioteca sblocca benvenuto sii dire primo esserti puoi più solo riservato
    riservata esclusivo esclusiva esclusivamente sottostante stai reale richiesto forse anche vostro nostra preferite
    fonti completo fonte negli fa fate facendo direttamente semplicemente ancora mentre nostre quale quali riceverai
    darci dacci vedo vedi gratuiti gratuita gratuite vengono`,
  noun: `list traduzione lingua lingue reazione reazioni condivisione condivisioni condiviso risposta risposte replica discussione discussioni
    conversazione dibattito opinione opinioni parere pareri pensieri membro membri abbonato iscritto iscritti soci
    lettori sostenitore amico amici amica amiche colleghi famiglia errore errori problema iscrizione abbonamento
    abbonamenti piano account accesso canale canali comunità gruppo rete reti network media storia storie argomento
    argomenti tema donazione donazioni indirizzo avvisi preferito cima testa pagina pagine regalo soggetto regola
    regole norme condizioni regolamento lettera lettere caffè mancia scelta scelte opzioni selezione migliore migliori
    contatto episodio puntata intervista analisi ritratto cronaca cuore applausi sostegno contributo forum dibattiti
    refuso promemoria rettifica pulsante ordine servizio pezzo fonte fonti preferite giornalismo indipendente stampa
    lavoro progetto qualità limite raggiunto rimasti esaurito correzione correzioni fine consenso preferiti`,
  about: "informazioni sull sulla sull' riguardo",
  you: "tu ti tuo tua tuoi tue te voi vi vostro vostra lei suo sua vostri vostre sue",
  us: "noi ci nostro nostra nostri nostre mi mio mia io miei mie",
  share: `condividi condividere condividilo condividila condividete condivisioni condivisione condiviso consiglia
    raccomanda twitta tweetta retweet inoltra inoltralo segnala diffondi diffondere pubblica condivide`,
  like: `piace piacciono piaciuto reazioni reazione caricamento piacere preferito piaciuta piacerà piaciuti applaudi
    applausi piaceva applaudire`,
  follow: `segui seguire seguici seguiteci seguimi unisciti trovaci resta trovi seguirci segue seguono`,
  subscribe: `iscriviti iscriversi iscrivetevi iscrivi iscrizione abbonati abbonarsi abbonamento registrati
    abbonamenti piano ricevi ricevere iscriverti abbonarti riceverai ricevilo iscritta`,
  unsubscribe: `disiscriviti disiscriversi cancellati annulla disiscrizione cancella disiscrivermi cancellarti
    iscrizione smetti disiscriverti disdici`,
  login: `accedi accedere login registrati registrarsi connettiti connesso autenticato effettua effettuare collegato
    account password loggato entra loggarti loggati autenticarti registrarti collegati utente iscritto accesso
    registrazione utenti entrare crea creare`,
  write: `scrivi scrivere scrivete lascia lasciare lasciate aggiungi aggiungere pubblica pubblicare invia inserisci
    partecipa partecipare inizia avvia unisciti comincia cominciare iniziare prendi parte diventa diventare dicci
    inserire inserito aggiunto compila digita manda scritto rispondi raccontaci racconta scriverci dite chiedi
    opinione segnala partecipate esprimi commenta fai fare richiedi richiedere`,
  reply: "rispondi rispondere risposta risposte replica rispondete risposto",
  cancel: "annulla cancella elimina",
  read: `leggi leggere leggete legga lettura continua continuare scopri scoprire vedi guarda approfondisci
    approfondire esplora prosegui proseguire integrale leggono leggilo leggerlo lettori esplorare sfoglia approfondite
    rispetta consulta prosegue`,
  play: `ascolta ascoltare riproduci guarda guardare audio ascoltalo ascoltaci guardalo rivedi episodi`,
  print: "stampa stampare stampabile stampante pdf stampato stampabili",
  send: `invia inviare inviala invialo spedisci manda inviato contatta contattare contatto inviaci inviata inoltrare
    mandaci`,
  save: `salva salvare copia copiato copiare preferiti appunti segnalibro segnalibri scarica scaricare cita ricordami
    ricorda salvato salvalo scaricalo memorizza ottieni`,
  show: `mostra mostrare nascondi visualizza visualizzare apri apre aprire chiudi carica caricamento caricare espandi
    comprimi vedi ingrandisci modifica visualizzato schermo intero mostrato aprirà aperto carico vedere mostrami
    nascondere espandere`,
  click: "clicca fai clic cliccare premi tocca pulsante bottone sottostante",
  accept: `accetta accettare accetto rifiuta rifiutare rifiuto consenti consentire consenso acconsento impostazioni
    preferenze gestisci scegli usa utilizziamo usiamo personalizza conferma abilita d'accordo gestire cambia modifica
    continuare continuando scegliere attivare disattivare abilitare disabilitare revocare rinnovare necessari regolare
    salva attivati sblocca accettati concedi confermare confermo gestione selezionare seleziona modificare permetti
    autorizza revoca`,
  settings: "impostazioni preferenze preferenza",
  back: "torna tornare ritorna indietro vai salta passa ritorno",
  support: `sostieni sostienici supporta dona donazione donazioni caffè aiutaci sostenere passa aggiorna diventa
    contribuisci offrici mancia sostegno sostenerci contributo contribuire donare supportaci`,
  report: `segnala segnalare correggi suggerisci segnalacelo segnalazione rettifica correzione correggere segnalaci
    rettificare correzioni`,
  notify: `notificami avvisami avvertimi notifiche notifica avvisi aggiornamenti ricevi ricevere push ricorda
    promemoria aggiornamento`,
  comment: `commento commenti commenta commentare discussione discussioni conversazione dibattito commentato
    commentando forum dibattiti discutere discuti discutine parlane partecipa`,
  opinion: "opinione opinioni pensi pensate parere pareri dicci pensieri",
  article: `articolo articoli notizia notizie pagina pagine contenuto contenuti testo testi post storia storie pezzo
    argomento argomenti sito blog sezione tema approfondimento approfondimenti letture messaggio web lettura weblog
    rubrica cronaca servizio reportage`,
  newsletter: "newsletter bollettino mailing notiziario spam",
  email: "email mail posta elettronica indirizzo casella sms e-mail",
  link: "link collegamento permalink url permanente permanenti diretto collegamenti",
  social: "social network reti rete sociali media",
  channel: "canale canali podcast app applicazione feed rss comunità gruppo community applicazioni",
  author: `autore autrice autori autrici redattore profilo biografia redazione firma giornalista cronista
    corrispondente inviato collaboratore giornalisti firme`,
  profile: "profilo biografia bio",
  tag: `tag tags etichetta etichette categoria categorie parole chiave archiviato archivio archivi taggato pubblicato
    argomenti argomento categorizzato tematiche rubrica rubriche contrassegnato contrassegnati temi`,
  cookie: `cookie privacy dati terze parti condizioni servizi servizio tracciamento policy informativa statistiche
    marketing analisi partner preferenze centro consenso gdpr personali`,
  external: `esterno esterni esterna terze parti incorporato incorporati fornito forniti fornita fornite ospitato
    proviene offerto video filmato`,
  window: "finestra scheda nuova",
  browser: "browser online web versione",
  advert: "pubblicità annuncio annunci sponsorizzato sponsorizzati pubblicitario",
  contents: "indice sommario contenuti pagina sezione sezioni",
  top: "alto inizio principale home cima testa",
  menu: "menu menù navigazione cerca ricerca barra laterale risultati veloce cercare",
  field: "campo campi obbligatorio obbligatori richiesti contrassegnati nome sito prossima",
  publish: `pubblicato pubblicata aggiornato aggiornamento ultimo ultima scritto modificato modifica data inserito
    creato postato aggiunto pubblicazione scritta`,
  view: "versione formato visualizzazione mobile classica",
  member: `membro membri abbonato abbonati iscritti iscritto soci premium pagamento lettori sostenitore paganti
    esclusivo esclusivi riservato`,
  friend: "amico amici amica amiche colleghi famiglia",
  error: "errore errori refuso problema refusi imprecisione",
  helpful: "utile utili aiutato vota votare valuta valutare",
  more: "più altro altri altre altra ulteriori tutto dettagli info informazioni",
  same: "stesso stessa",
  related: `correlato correlati correlate correlata simili simile consigliato consigliati consigliate suggeriti
    raccomandati interessare interessarti interessa piacere piacerti collegati interessante interessanti suggerimenti
    potresti affini collegate attinenti associati correlazione pertinenti attinente analoghi connessi associate forse
    suggerito`,
  latest: "ultimo ultimi ultima ultime recente recenti nuovo nuovi nuova nuove",
  popular: "popolare popolari letti lette visti commentati tendenza evidenza migliori preferiti",
  prev: "precedente precedenti vecchi vecchio indietro vecchie passati passate antecedente",
  next: `successivo successiva successivi successive prossimo avanti seguente recenti succesivo prossima prossimi`,
  first: "primo prima primi",
  none: "nessun nessuno nessuna non senza mai ancora",
  full: "completo completa intero resto integrale tutto",
  closed: `aperto aperta chiuso chiusi chiusa disabilitati disattivati attivi consentiti consente permessi moderazione
    attesa abilitati`,
  also: "anche inoltre vedi pure",
  all: "tutto tutti tutte tutta sempre",
  gift: "regala regalare regalo dona",
  clipboard: "appunti",
  topic: "argomento tema soggetto",
  genre: `editoriale rubrica intervista analisi opinione reportage ritratto commento podcast video diretta cronaca
    recensione inchiesta`,
  episode: "episodio episodi puntata puntate trasmissione",
  stay: "resta restate rimani rimanere restare tieniti",
  touch: "contatto connesso informato aggiornato aggiornati informati",
  postal: "postale",
  sort: "ordina ordinare filtra ordinamento ordine",
  best: "migliore migliori rilevanti",
  rules: "regole regola norme policy condizioni regolamento netiquette",
  letter: "lettera lettere",
  editor: "direttore redazione direttrice editore",
  paid: "pagamento pagato sponsorizzato",
  scroll: "scorri scorrere scorrete",
  choice: "scelta scelte opzioni selezione",
  placeholder: "segnaposto effettivo",
  become: "diventa diventare",
  only: "solo riservato riservata esclusivo esclusiva esclusivamente",
  find: "trovato trovare notato visto trovi",
  coffee: "caffè mancia",
  inside: "in",
  this: "questo questa questi queste quest",
  by: "di da del dal",
  thanks: "grazie",
  when: "ogni giorno settimana mattina venerdì quotidiano",
  source: "fonte fonti preferite",
  press: "giornalismo indipendente stampa",
  others: "altri lettori utenti",
  limit: "limite raggiunto rimasti esaurito",
  end: "fine",
  consent: "consenso",
  favourite: "preferiti",
  translate: "traduci tradurre traduzione",
  language: "lingua lingue",
  font: "carattere caratteri testo",
  resize: "ingrandisci riduci aumenta diminuisci dimensione dimensioni ingrandire ridurre",
  powered: "fornito realizzato",
  mode: "modalità",
  recipe: "ricetta",
  dark: "scura scuro chiara notte notturna tema",
  later: "tardi",
  list: "lista",
  switch: "attiva attivare passa disattiva",
  add: "aggiungi aggiungere",
  than: "che",
};

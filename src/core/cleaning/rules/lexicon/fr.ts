import type { LanguageWords } from "../concepts.ts";

export const fr: LanguageWords = {
  ask: "comment pourquoi qui où quand",
  self: "je j on",
  button: `imprimer commenter désabonner permalien étiquettes mots-clés sommaire répondre abonner étiqueté étiquetée`,
  glue: `le la les l un une des du de d et ou mais à au aux en dans par pour sur avec sans via ce cet cette ces c ceci
    cela ça qui que qu quoi est sont sera seront être peut peuvent pourrait pourraient ici maintenant y il elle s se
    si ne n comme plus après avant chez dès merci veuillez êtes avez a ont soit où comment lors sous devez devoir dois
    doit souhaitez souhaite voulez veux désolé désolée excusez expérience garantir assurer améliorer afin avoir
    accéder toutes voulons déjà donc puis bien obtenir bénéficier vers fois été actuellement total participation
    rapide dessous moment présent envoyé correctement information renseigner tous vraiment très leur leurs dont depuis
    pendant entre ni ainsi supplémentaires tard bonjour pourrions besoin finalités fins toujours jamais changer
    modifications visite lu parce raison oui refus aimerions souhaitons mieux permettre pouvons évaluer libre juger
    bon nécessaire défaut même mêmes futurs futur lorsque ensuite celui celle ceux blogueurs personnes bibliothèque
    débloquez débloquer accédez entière bienvenue soyez seulement uniquement réservé réservés réservée exclusif réel
    réelle actuel savoir consultez requis encore nos part aucune tout sources préférées recevant celles lesquels trop
    simplement directement gratuitement abonnez on gratuits gratuit gratuite gratuites`,
  noun: `traduction langue langues réaction réactions partage partages partagé recommandations suggestions sélection réponse réponses discussion
    discussions débat conversation avis opinion opinions pensées membre membres abonné abonnée abonnés ami amie amis
    amies proches collègues famille erreur faute problème inscription abonnement abonnements compte accès chaîne canal
    communauté groupe réseau réseaux sociaux social médias histoire histoires sujet sujets don dons début adresse
    adresses plan alerte alertes page pages cadeau thème dossier affaire règle règles charte modération lettre lettres
    courrier café pourboire choix meilleur meilleure contact épisode numéro émission entretien interview analyse
    portrait enquête chronique cœur coeur bravo soutien contribution forum débats signalement erreurs fautes rappel
    rappels collègue papier papiers bouton ordre source sources préférées journalisme indépendant indépendante presse
    travail projet qualité limite atteint restants épuisé quota correction corrections fin consentement accord favoris`,
  about: "propos",
  you: "vous votre vos tu te t toi ton ta tes vous-même leurs",
  us: "nous notre nos je j m me moi mon ma mes -nous",
  share: `partager partagez partage partages partagé recommander recommandez tweeter tweetez retweeter épingler
    relayer relayez transférer diffuser partagez-le diffusez publier envoyez transmettre transmettez partageable`,
  like: `aime aimer aiment aimez aimé jaime j'aime réaction réactions chargement plaît plu apprécié aimera aimerez
    apprécient applaudir applaudissements`,
  follow: `suivre suivez suis suivez-nous suis-nous rejoindre rejoignez rejoignez-nous retrouvez retrouvez-nous
    abonner suivis suivi abonnés`,
  subscribe: `abonner abonnez abonnez-vous abonne abonnement inscrire inscrivez inscrivez-vous inscris inscription
    souscrire s'abonner abonnements gratuite gratuit formule recevoir recevez abonnées souscrivez recevrez s'inscrire
    reçois reçoit`,
  unsubscribe: `désabonner désabonnez désabonnez-vous désinscrire désinscription désabonnement désinscrivez-vous
    désabonne désinscrivez`,
  login: `connecter connectez connectez-vous connecté connectée connexion identifier identifiez identifiez-vous compte
    inscrire inscrit passe mot déconnecter connectés ouvrir ouvrez inscription enregistrer accès identifiant inscrits
    s'identifier s'inscrire créer créez`,
  write: `écrire écrivez écris laisser laissez laisse poster postez publier publiez ajouter ajoutez ajoute envoyer
    rédiger rédigez déposer participer participez rejoindre rejoignez lancer entamer donnez donner exprimez commencer
    commencez débuter devenir devenez deviens contribuer démarrer saisissez entrez choisissez saisir ajouté ajout
    exprimer remplir envoyez dites racontez réagissez réagir tapez remplissez posez proposez partagez exprimez-vous
    contribuez faire faites demander demandez`,
  reply: "répondre répondez réponse réponses réagir réagissez réaction réactions répond répondu",
  cancel: "annuler supprimer effacer",
  read: `lire lisez lis lecture continuer continuez poursuivre poursuivez découvrir découvrez voyez savoir consulter
    consultez voir reprendre lisent suite retrouver lirez lecteurs explorez explorer feuilleter continue continuent
    poursuit reprend prenez connaissance respectez respecter`,
  play: `écouter écoutez regarder regardez audio lecture écoutez-le visionner visionnez réécouter voir épisodes`,
  print: "imprimer imprimez imprimante impression imprimable pdf version imprimée imprimé",
  send: `envoyer envoyez envoi expédier transmettre envoie contacter contactez envoyé envoyée transférer transmettez
    mailer`,
  save: `enregistrer enregistrez sauvegarder copier copié copiée copiez favoris presse-papiers presse papiers signet
    télécharger téléchargez citer mémoriser retenir enregistré ajouter sauvegardez sauvegardé gardez garder téléchargé
    marque-page obtenir obtenez`,
  show: `afficher affichez masquer montrer ouvrir ouvre ouvrez fermer charger chargement développer réduire déplier
    replier basculer agrandir modifier éditer s'ouvre charge chargez plein écran affiche ouverture chargée voir
    affichée cachez cacher montrez dévoiler`,
  click: "cliquez cliquer clic appuyez appuyer bouton cliquant pressez dessous",
  accept: `accepter acceptez accepte refuser refusez refuse autoriser autorisez consentir consentement paramétrer
    paramètres préférences personnaliser gérer choisir utiliser utilisons utilise confirmer réglages modifier
    continuer poursuivre activer désactiver retirer renouveler nécessaires ajuster activés débloquer accord
    autorisation paramétrage consenti confirmez confirme modifiez gérez choisissez accorder consens autorisés`,
  settings: "paramètres préférences réglages préférence paramétrage",
  back: "retour retourner revenir aller remonter passer sauter",
  support: `soutenir soutenez soutenez-nous don donner dons faire aidez café contribuer contribuez adhérer soutien
    pourboire offrez soutiennent soutenu contribution financer abonnez-vous participer parrainer`,
  report: `signaler signalez corriger suggérer proposer signalez-la signalez-nous rectifier signalement signalé
    corrigez correction corrections`,
  notify: `prévenir prévenez-moi prévenez avertir avertissez-moi notifier notifiez-moi notifications notification
    alertes alerte informé informée push alertez avertissez rappel rappels informez`,
  comment: `commentaire commentaires commenter commentez discussion discussions débat conversation commenté forum
    réagissez débattre débats discuter discutez modération`,
  opinion: "avis opinion opinions pensez pensez-vous penses pensées donnez réagissez",
  article: `article articles billet billets page pages contenu contenus texte actualité actualités actu actus info
    infos informations publication publications histoire histoires sujet sujets rubrique site blog dossier nouvelles
    message messages post posts lecture lectures articles-liés weblog publiés parution chronique chroniques revue
    papier papiers enquête textes`,
  newsletter: "newsletter newsletters infolettre infolettres lettre bulletin diffusion spam",
  email: `email emails mail mails courriel courriels e-mail adresse adresses messagerie électronique sms boîte`,
  link: "lien liens permalien permaliens url permanente permanentes permanents direct",
  social: "réseaux réseau sociaux social médias",
  channel: `chaîne canal podcast podcasts appli application flux rss communauté groupe chaînes canaux applications`,
  author: `auteur auteurs auteure autrice autrices rédacteur rédactrice profil biographie propos rédaction signé
    auteur* rédact* journaliste reporter correspondant correspondante chroniqueur journalistes signature`,
  profile: "profil biographie bio",
  tag: `étiquette étiquettes étiqueté tag tags mot mots clé clés mots-clés mot-clé catégorie catégories classé classés
    archives archive thème thèmes thématiques mots-clefs clef clefs libellé libellés sujets étiquetée mots-clé
    rubrique`,
  cookie: `cookie cookies confidentialité vie privée données tiers traceurs conditions services service politique
    statistiques marketing analyse partenaires préférence préférences centre consentement rgpd traceur`,
  external: `externe externes tiers tierce intégré intégrés incorporé fourni fournis fournie fournies hébergé proposé
    proviennent provient vidéo vidéos film`,
  window: "fenêtre onglet nouvelle",
  browser: "navigateur ligne web version",
  advert: `publicité publicités pub annonce annonces sponsorisé sponsorisés publicitaire réclame publi-reportage`,
  contents: "sommaire table matières plan page section sections",
  top: "haut accueil principal principale début page sommet",
  menu: "menu navigation recherche rechercher latérale barre résultats site recherchez",
  field: "champ champs obligatoire obligatoires requis indiqués marqués nom site prochain",
  publish: `publié publiée publiés posté écrit mis jour mise dernière modifié modification rédigé ajouté créé
    publication publie date`,
  view: "version format mobile classique complète",
  member: `membre membres abonné abonnés abonnée abonnées payant premium adhérent lecteurs payants payante payantes
    exclusif exclusifs réservé réservés`,
  friend: "ami amis amie amies proches collègues famille collègue",
  error: "erreur faute coquille problème erreurs fautes coquilles",
  helpful: "utile utiles aidé notez noter évaluez évaluer",
  more: "plus suite davantage autres autre d'autres détails infos",
  same: "même",
  related: `similaire similaires liés lié liées connexes connexe associés associé recommandé recommandés
    recommandations intéresser plaire suggestions rapport lien sélection intéressant apprécier aimeriez aimer
    sélectionnés voisins proches autour complémentaires apparentés apparenté associée rapportant pertinents pertinent
    comparables conseille conseillé conseillés conseillons suggéré intéressera complémentaire`,
  latest: `dernier derniers dernière dernières récent récents récente récentes nouveaux nouvelle nouvelles nouveau`,
  popular: `populaire populaires lus lues commentés consultés tendance tendances vus meilleurs meilleures favoris`,
  prev: `précédent précédente précédents précédentes ancien anciens anciennes ancienne précédemment antérieur
    antérieurs rétro`,
  next: "suivant suivante suivants suivantes récents prochain suite prochaine ultérieurs prochains",
  first: "premier première premiers",
  none: "aucun aucune pas non jamais encore sans",
  full: "complet complète intégralité entier totalité reste intégral tout",
  closed: `fermé fermés fermée désactivés désactivé clos désactivée autorisé autorisés ouvert ouverts modération
    attente activés impossible possible`,
  also: "aussi également encore lire",
  all: "tout tous toute toutes toujours ensemble intégralité",
  gift: "offrir offrez offert cadeau",
  clipboard: "presse-papiers presse-papier papiers presse",
  topic: "thème sujet thématique dossier affaire",
  genre: `éditorial chronique entretien interview analyse reportage portrait tribune décryptage enquête podcast vidéo
    édito critique récit direct`,
  episode: "épisode épisodes numéro numéros émission émissions",
  stay: "rester restez reste gardez garder",
  touch: "contact connecté connectés informé informés courant",
  postal: "postale postal",
  sort: "trier triez tri classer filtrer ordre",
  best: "meilleur meilleurs meilleure meilleures pertinents pertinence",
  rules: "règles règle charte modération conditions participation",
  letter: "lettre lettres courrier courriers",
  editor: "rédaction rédacteur lecteurs éditeur",
  paid: "payant payante payants sponsorisé rémunéré",
  scroll: "défiler défilez faites",
  choice: "choix sélection options option",
  placeholder: "espace réservé substitut",
  become: "devenir devenez deviens",
  only: "seulement uniquement réservé réservés réservée exclusif",
  find: "trouver trouvé trouvée repéré remarqué relevé vu",
  coffee: "café pourboire",
  inside: "dans sur",
  this: "cet cette ce ces",
  by: "de par du",
  thanks: "merci",
  when: "chaque semaine matin vendredi jour quotidien",
  source: "source sources préférées",
  press: "journalisme indépendant indépendante presse",
  others: "autres lecteurs internautes",
  limit: "limite atteint restants épuisé quota",
  end: "fin",
  consent: "consentement accord",
  favourite: "favoris",
  translate: "traduire traduction",
  language: "langue langues",
  font: "police caractère caractères texte lettres",
  resize: "agrandir réduire augmenter diminuer taille",
  powered: "propulsé",
  mode: "mode",
  recipe: "recette",
  dark: "sombre clair nuit thème",
  later: "tard",
  list: "liste",
  switch: "activer passer basculer désactiver",
  add: "ajouter ajoutez",
  is: "est",
  than: "que",
};

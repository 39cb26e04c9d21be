import type { Rule } from "../rule.ts";

/** Words that give a promotion away anywhere in a short line. Weak, because an article's own text may have them, too. */
export const promotion: Rule = {
  id: "promotion",
  match: "whole",
  isWeak: true,
  phrases: {
    de: `
      __ (unser|unsere|unseren|unserem|unserer) _ (newsletter|newslettern|app|apps|podcast|youtubekanal|whatsappkanal|facebookseite|abo|abos|@) …
      __ newsletter (bestellen|abonnieren|anmelden|eintragen) …
      __ (zum|zur) (newsletter|newsletteranmeldung)
      __ in (ihr|dein|ihrem|deinem|euer|eurem) (postfach|mailpostfach|emailpostfach|mailfach|email) …
      __ (per mail|per email) (anmelden|abonnieren|hier anmelden)
    `,
    en: `
      __ our _ (newsletter|newsletters|app|apps|podcast|channel|mailing list|subscribers|@) …
      __ (in|to) your (inbox|mailbox) …
      __ (following|follow) us on …
      __ (sign up|subscribe|register) (here|now|today|below)
    `,
    fr: `
      __ (notre|nos) _ (newsletter|newsletters|infolettre|application|appli|chaîne|podcast|abonnés|@) …
      __ dans votre (boîte mail|boîte de réception|boîte|messagerie) …
      __ (inscrivezvous|abonnezvous) (ici|vite|maintenant)
    `,
    es: `
      __ (nuestro|nuestra|nuestros|nuestras) _ (boletín|newsletter|boletines|app|aplicación|canal|canales|pódcast|podcast|suscriptores|redes|@) …
      __ en tu (correo|bandeja de entrada|bandeja|email) …
      __ (suscríbete|apúntate|regístrate) (aquí|ahora|ya)
    `,
    it: `
      __ (nostro|nostra|nostri|nostre) _ (newsletter|app|canale|canali|podcast|abbonati|social|@) …
      __ nella tua (casella|posta|mail|inbox) …
      __ (iscriviti|abbonati|registrati) (qui|ora|subito)
    `,
    pt: `
      __ (nosso|nossa|nossos|nossas) _ (newsletter|boletim|app|aplicativo|aplicação|canal|canais|grupo|podcast|assinantes|redes|@) …
      __ (no seu|na sua|em seu|em sua) (email|caixa de entrada|caixa|telemóvel|celular) …
      __ (inscrevase|subscreva|assine|registese) (aqui|agora|já)
    `,
    nl: `
      __ (ons|onze) _ (nieuwsbrief|nieuwsbrieven|app|kanaal|whatsappkanaal|podcast|abonnees|@) …
      __ in (je|uw|jouw) (mailbox|inbox|mail) …
      __ (schrijf je|meld je) (hier|nu)? (in|aan)
    `,
    pl: `
      __ (nasz|naszego|naszym|naszą|naszej|naszych|naszymi) _ (newsletter|newslettera|newsletterem|aplikację|aplikacji|kanał|kanale|kanału|podcast|profil|profilu|@) …
      __ na (swoją|twoją|swój|twój) (skrzynkę|email|mail) …
    `,
  },
  examples: {
    removes: [
      "Jeden Freitag das Beste der Woche in Ihrem Postfach",
      "Every Sunday our newsletter rounds up the week for you.",
      "Chaque dimanche, notre newsletter vous résume la semaine.",
      "Cada domingo, el resumen de la semana en tu correo",
      "Ogni domenica il meglio della settimana nella nostra newsletter",
      "Todos os domingos, o resumo da semana no seu email",
      "Elke zondag het beste van de week in je mailbox",
      "Najlepsze teksty tygodnia w naszym newsletterze i na naszym kanale",
    ],
    keeps: [
      "Unser Newsletter sei nie verschickt worden, sagte der Sprecher.",
      "Letters piled up in the mailbox of the empty house for months.",
      "Am Sonntag kann man die Bilder auch auf unserer Homepage sehen.",
      "The whole list of names is on our website.",
    ],
  },
};

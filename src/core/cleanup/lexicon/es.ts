import type { LanguageWords } from "../concepts.ts";

export const es: LanguageWords = {
  ask: "cómo por-qué",
  button: `imprimir comentar relacionados relacionadas suscribirse suscríbete desuscribirse responder etiquetas`,
  glue: `el la los las lo un una unos unas de del y e o u pero a al en con por para sobre sin vía este esta esto
    estos estas ese esa eso que qué es son está están ser será serán puede pueden puedes podría podrían aquí ahora
    ya se si como más después antes desde hasta favor ha han haz haga quien quién donde dónde cuando tras mediante
    hay debes debe deben tienes tiene quieres quiere deseas desea disculpa disculpe siento mejor mejorar experiencia
    garantizar asegurar asegurarnos poder hacer obtener aún ofrecer brindar ofrecerte disfrutar todavía mismo hola
    vez otra sido correctamente total gracias abajo debajo actualmente momento información nivel muy hecho haber
    nuestras cada entre durante ni fue allí entonces propio adicionales adicional tarde podríamos podemos fines
    propósitos siempre cambiar cambios visita recibes porque razón sí nos gustaría quisiéramos evaluar cargo
    oportuno necesario defecto permitir misma próximos futuros futuro aquel blogueros personas biblioteca desbloquea
    bienvenido sé decir primero resultó`,
  noun: `reacción reacciones recomendaciones sugerencias respuesta respuestas discusión debate conversación opinión
    opiniones pensamientos miembro miembros suscriptor suscriptores suscriptora socio socios lectores amigo amigos
    amiga amigas familia contactos error errores fallo problema suscripción suscripciones plan cuenta acceso canal
    canales comunidad grupo redes red social sociales historia historias tema temas comienzo donación compartido
    compartidos dirección mejora alertas página páginas`,
  about: "sobre acerca",
  you: "tú tu tus te ti usted ustedes su sus le les os vuestro vuestra vos",
  us: "nos nosotros nuestro nuestra nuestros nuestras mi mis me yo",
  share: `compartir comparte comparta compártelo compártela compártalo compartilo compartila compartí compartido
    compartidos recomendar recomienda recomiéndalo twittear tuitear tuitea retuitear difundir difunde reenviar
    reenvía publicar publica comparti`,
  like: `gusta gustar gustó gustan gustado favorito reacciones reacción cargando encanta te gusten gustaron`,
  follow: "seguir sigue siga seguí síguenos síganos seguinos sígueme únete únase encuéntranos",
  subscribe: `suscribirse suscríbete suscríbase suscribite suscribir suscribirme suscripción suscripciones apúntate
    apúntese inscríbete inscríbase registrarse regístrate alta plan gratis recibiendo recibir recibe reciba
    suscribirte suscribiste suscrito suscrita`,
  unsubscribe: `desuscribirse desuscribirte cancelar baja darse darte anular desuscríbete desuscripción deja dejar
    cancela`,
  login: `iniciar inicia inicie sesión conectarse conectado conéctate accede registrarse regístrate regístrese
    cuenta identificado identifícate contraseña registrado entrar ingresa ingresar ingrese logueado conectar usuario
    acceder acceso`,
  write: `escribir escribe escriba dejar deja deje déjanos déjenos publicar publica publique añadir añade agregar
    agrega enviar comenta comentar participa participar únete inicia iniciar danos opina comienza comenzar comience
    empieza empezar hazte conviértete sé deje-nos introduce introduzca elige añadido introducir agregado rellena
    rellenar publicando responde`,
  reply: "responder responde respuesta respuestas contestar",
  cancel: "cancelar cancela eliminar borrar descartar",
  read: `leer lee lea leé leyendo lectura continuar continúa seguir sigue ver vea descubre descubrir saber conoce
    consulta explora explorar`,
  play: "escuchar escucha escuche reproducir ver mirar audio",
  print: "imprimir imprime imprima impresora impresión imprimible pdf",
  send: "enviar envía envíe envíalo mandar manda enviárselo contactar contacta contacto",
  save: `guardar guarda guarde copiar copia copiado copie favoritos portapapeles marcador marcadores descargar
    descarga citar recordar recuerda recordarme copiada guardado`,
  show: `mostrar muestra ocultar abrir abre abra cerrar cargar cargando expandir contraer ver desplegar alternar
    ampliar editar visualizar carga completa pantalla muestre muestran abrirá cargado`,
  click: "clic click pulsa presiona pincha pulse",
  accept: `aceptar acepta acepte acepto rechazar rechaza rechazo permite consentir consentimiento configurar
    configuración preferencias gestionar elegir usar usamos utilizamos ajustes personalizar acuerdo confirmar
    administrar continuar continúa navegando gestiona elige activar desactivar habilitar deshabilitar retirar
    renovar necesarias ajustar guardar activados`,
  settings: "configuración preferencias ajustes",
  back: "volver vuelve regresar ir ve saltar subir atrás regreso retorno vuelta",
  support: `apoyar apoya apóyanos donar dona donación colabora colaborar café apoye actualiza mejora hazte aportar`,
  report: "reportar informar reporta informa notificar corregir sugerir avisar",
  notify: `notificarme notificar notifícame avisar avísame avisarme notificaciones alertas enterarte recibir recibe`,
  comment: `comentario comentarios comentar comenta comente discusión debate conversación comentado comenten comentó`,
  opinion: "opinión opiniones opinas opina piensas piensa parece pensamientos",
  article: `artículo artículos noticia noticias nota notas entrada entradas página páginas contenido contenidos
    texto textos publicación publicaciones post posts historia historias tema temas sitio web blog sección
    informaciones lecturas mensaje lectura weblog bitácora reportaje crónica`,
  newsletter: "newsletter newsletters boletín boletines correo lista spam",
  email: "email emails correo correos electrónico electrónica dirección mail bandeja buzón sms",
  link: "enlace enlaces link permalink url vínculo permanente permanentes directo enlazar",
  social: "redes red social sociales",
  channel: "canal canales podcast pódcast app aplicación feed rss comunidad grupo",
  author: `autor autora autores autoras redactor redactora perfil biografía acerca redacción autoría firma`,
  profile: "perfil biografía bio",
  tag: `etiqueta etiquetas etiquetado etiquetada etiquetados tag tags categoría categorías palabras clave archivado
    archivo archivos temas publicado tópicos categorizado archivada temática`,
  cookie: `cookie cookies privacidad datos terceros condiciones servicios política rastreo estadísticas marketing
    análisis socios`,
  external: `externo externos externa terceros incrustado insertado suministrado proporcionado proporcionados
    ofrecido alojado proviene`,
  window: "ventana pestaña nueva",
  browser: "navegador línea web online versión",
  advert: "publicidad anuncio anuncios patrocinado patrocinados publicitario",
  contents: "índice tabla contenidos contenido sumario página",
  top: "arriba inicio principal portada comienzo cabecera tope",
  menu: "menú navegación buscar búsqueda barra lateral resultados rápida buscador menú-principal",
  field: "campo campos obligatorio obligatorios requeridos necesarios marcados nombre web próxima",
  publish: `publicado publicada publicados actualizado actualización última escrito editado modificado fecha añadido
    creado publica subido publicación`,
  view: "versión formato vista móvil clásica",
  member: `miembro miembros suscriptor suscriptores suscriptora socio socios premium pago lectores pagos exclusivo
    exclusivos`,
  friend: "amigo amigos amiga amigas contactos familia",
  error: "error errata errores fallo problema",
  helpful: "útil útiles sirvió valora valorar valore califica puntúa",
  more: "más otros otras otro otra además detalles info",
  same: "mismo misma",
  related: `relacionado relacionados relacionada relacionadas similares recomendado recomendados recomendadas
    recomendamos recomendaciones interesar interesa gustar sugerencias sugeridos interés podrías gustarte
    interesarte ver sugeridas interesarle similar parecidos parecidas asociados vinculados afines vinculadas
    asociadas afín pertinentes comparables emparentados`,
  latest: "último últimos última últimas reciente recientes nuevo nuevos nueva nuevas",
  popular: `popular populares leído leídos leída leídas visto vistos comentados tendencias destacados destacadas
    mejores favoritos favoritas`,
  prev: `anterior anteriores antiguo antiguos antiguas previo previa antigua atrás previos previas pasadas`,
  next: "siguiente próximo próxima recientes nuevas nuevos posterior posteriores siguientes",
  first: "primer primero primera",
  none: "no ningún ninguno ninguna sin nunca todavía aún",
  full: "completo completa completos resto entero todo íntegro",
  closed: `cerrado cerrados cerrada desactivados desactivado deshabilitados permitidos permitido abiertos moderación
    pendiente habilitados posible`,
  also: "también además ver véase quizás quizá",
  all: "todo todos toda todas siempre",
};

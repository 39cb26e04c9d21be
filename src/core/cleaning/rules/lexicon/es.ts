import type { LanguageWords } from "../concepts.ts";

export const es: LanguageWords = {
  ask: "cómo por-qué quién quiénes dónde cuándo cuál",
  self: "yo nosotros",
  button: `imprimir comentar relacionados relacionadas suscribirse suscríbete desuscribirse responder etiquetas
    etiquetado etiquetada`,
  glue: `el la los las lo un una unos unas de del y e o u pero a al en con por para sobre sin vía este esta esto estos
    estas ese esa eso que qué es son está están ser será serán puede pueden puedes podría podrían aquí ahora ya se si
    como más después antes desde hasta favor ha han haz haga quien quién donde dónde cuando tras mediante hay debes
    debe deben tienes tiene quieres quiere deseas desea disculpa disculpe siento mejorar experiencia garantizar
    asegurar asegurarnos poder hacer obtener aún ofrecer brindar ofrecerte disfrutar todavía mismo hola vez otra sido
    correctamente total gracias abajo debajo actualmente momento información nivel muy hecho haber nuestras entre
    durante ni fue allí entonces propio adicionales adicional tarde podríamos podemos fines propósitos siempre cambiar
    cambios visita recibes porque razón sí nos gustaría quisiéramos evaluar cargo oportuno necesario defecto permitir
    misma próximos futuros futuro aquel blogueros personas biblioteca desbloquea bienvenido sé decir primero resultó
    solo sólo únicamente exclusivo exclusiva reservado real siguiente sigue requerido cómo has tu entero fuentes
    preferidas conoce otros date dar dé hace haciendo gratis directamente fácilmente mientras cuál cuáles desean
    vuestro veo ves leyeron gratuitos gratuita gratuitas fueron`,
  noun: `traducción idioma idiomas reacción reacciones recomendaciones sugerencias respuesta respuestas discusión debate conversación opinión
    opiniones pensamientos miembro miembros suscriptor suscriptores suscriptora socio socios lectores amigo amigos
    amiga amigas familia contactos error errores fallo problema suscripción suscripciones plan cuenta acceso canal
    canales comunidad grupo redes red social sociales historia historias tema temas comienzo donación compartido
    compartidos dirección mejora alertas página páginas regalo asunto norma normas regla política condiciones
    participación carta cartas café propina elección elecciones selección opciones mejor contacto episodio capítulo
    programa entrevista análisis crónica corazón aplausos apoyo contribución donativo foro debates errata aviso alerta
    recordatorio gusto denuncia botón orden informe colega fuente fuentes preferidas periodismo independiente prensa
    trabajo proyecto calidad libre límite alcanzado restantes agotado fin final consentimiento favoritos favorito`,
  about: "sobre acerca",
  you: "tú tu tus te ti usted ustedes su sus le les os vuestro vuestra vos",
  us: "nos nosotros nuestro nuestra nuestros nuestras mi mis me yo mías",
  share: `compartir comparte comparta compártelo compártela compártalo compartilo compartila compartí compartido
    compartidos recomendar recomienda recomiéndalo twittear tuitear tuitea retuitear difundir difunde reenviar reenvía
    publicar publica comparti compartan compartís`,
  like: `gusta gustar gustó gustan gustado favorito reacciones reacción cargando encanta te gusten gustaron aplaudir
    aplausos gustaría`,
  follow: `seguir sigue siga seguí síguenos síganos seguinos sígueme únete únase encuéntranos mantente seguidores
    seguirnos suscríbete seguidme sigues`,
  subscribe: `suscribirse suscríbete suscríbase suscribite suscribir suscribirme suscripción suscripciones apúntate
    apúntese inscríbete inscríbase registrarse regístrate alta plan gratis recibiendo recibir recibe reciba
    suscribirte suscribiste suscrito suscrita inscribirse apuntarme suscribiros suscritos apuntarse apuntaos recibirás
    recibirá reciban inscripción`,
  unsubscribe: `desuscribirse desuscribirte cancelar baja darse darte anular desuscríbete desuscripción deja dejar
    cancela borrarme desuscribirme cancelarla bajas borrarse`,
  login: `iniciar inicia inicie sesión conectarse conectado conéctate accede registrarse regístrate regístrese cuenta
    identificado identifícate contraseña registrado entrar ingresa ingresar ingrese logueado conectar usuario acceder
    acceso registrarme registro usuarios entra identificarse inicio crear crea`,
  write: `escribir escribe escriba dejar deja deje déjanos déjenos publicar publica publique añadir añade agregar
    agrega enviar comenta comentar participa participar únete inicia iniciar danos opina comienza comenzar comience
    empieza empezar hazte conviértete sé deje-nos introduce introduzca elige añadido introducir agregado rellena
    rellenar publicando responde cuéntanos cuenta contar dinos decir escríbenos participe exprese expresa pregunta
    preguntar opine coméntanos colabore haz haga hacer solicitar solicita unirte unirse unirme`,
  reply: "responder responde respuesta respuestas contestar respondió responda contesta",
  cancel: "cancelar cancela eliminar borrar descartar",
  read: `leer lee lea leé leyendo lectura continuar continúa seguir sigue ver vea descubre descubrir saber conoce
    consulta explora explorar continúe siga completo leerlo leerla lean lector lectores descubra respeta respete
    leyeron`,
  play: `escuchar escucha escuche reproducir ver mirar audio oír oye escúchalo escúchanos verlo míralo reproduce`,
  print: "imprimir imprime imprima impresora impresión imprimible pdf imprimirlo impreso",
  send: `enviar envía envíe envíalo mandar manda enviárselo contactar contacta contacto enviado enviada reenviar
    mándalo mandarlo envíanos`,
  save: `guardar guarda guarde copiar copia copiado copie favoritos portapapeles marcador marcadores descargar
    descarga citar recordar recuerda recordarme copiada guardado guárdalo descargue bájate obtén obtener consigue`,
  show: `mostrar muestra ocultar abrir abre abra cerrar cargar cargando expandir contraer ver desplegar alternar
    ampliar editar visualizar carga completa pantalla muestre muestran abrirá cargado oculta muéstrame abrirlo vea`,
  click: "clic click pulsa presiona pincha pulse botón hacer",
  accept: `aceptar acepta acepte acepto rechazar rechaza rechazo permite consentir consentimiento configurar
    configuración gestionar elegir usar usamos utilizamos ajustes personalizar acuerdo confirmar administrar continuar
    continúa navegando gestiona elige activar desactivar habilitar deshabilitar retirar renovar necesarias ajustar
    guardar activados desbloquear consiento aceptadas actualizar actualiza confirma confirme gestione elija modificar
    modifica seleccionar selecciona permito`,
  settings: "configuración ajustes preferencia privacidad",
  back: "volver vuelve regresar ir ve saltar subir atrás regreso retorno vuelta",
  support: `apoyar apoya apóyanos donar dona donación colabora colaborar café apoye actualiza mejora hazte aportar
    invítanos propina apoyo apoyando contribuye contribución donativo socio colaboración suscríbete`,
  report: `reportar informar reporta informa notificar corregir sugerir avisar rectificar rectificación comunicar
    señalar denunciar denuncia corrige`,
  notify: `notificarme notificar notifícame avisar avísame avisarme notificaciones alertas enterarte recibir recibe
    notificación push avisos alerta aviso notificarnos recordar recordatorio entérate infórmate`,
  comment: `comentario comentarios comentar comenta comente discusión debate conversación comentado comenten comentó
    debatir debates foro foros conversaciones participa participación`,
  opinion: "opinión opiniones opinas opina piensas piensa parece pensamientos",
  article: `artículo artículos noticia noticias nota notas entrada entradas página páginas contenido contenidos texto
    textos publicación publicaciones post posts historia historias tema temas sitio web blog sección informaciones
    lecturas mensaje lectura weblog bitácora reportaje crónica reportajes crónicas informe`,
  newsletter: "newsletter newsletters boletín boletines correo spam correos envíos",
  email: "email emails correo correos electrónico electrónica dirección mail bandeja buzón sms",
  link: "enlace enlaces link permalink url vínculo permanente permanentes directo enlazar",
  social: "redes red social sociales",
  channel: `canal canales podcast pódcast app aplicación feed rss comunidad grupo aplicaciones podcasts`,
  author: `autor autora autores autoras redactor redactora perfil biografía acerca redacción autoría firma periodista
    reportero reportera corresponsal columnista autorías columnistas periodistas`,
  profile: "perfil biografía bio",
  tag: `etiqueta etiquetas etiquetado etiquetada etiquetados tag tags categoría categorías palabras clave archivado
    archivo archivos temas publicado tópicos categorizado archivada temática categorizada`,
  cookie: `cookie cookies privacidad datos terceros condiciones servicios política rastreo estadísticas marketing
    análisis socios preferencias centro consentimiento rgpd personales servicio`,
  external: `externo externos externa terceros incrustado insertado suministrado proporcionado proporcionados ofrecido
    alojado proviene vídeo vídeos video videos`,
  window: "ventana pestaña nueva",
  browser: "navegador línea web online versión",
  advert: "publicidad anuncio anuncios patrocinado patrocinados publicitario publirreportaje",
  contents: "índice tabla contenidos contenido sumario página",
  top: "arriba inicio principal portada comienzo cabecera tope",
  menu: "menú navegación buscar búsqueda barra lateral resultados rápida buscador menú-principal",
  field: "campo campos obligatorio obligatorios requeridos necesarios marcados nombre web próxima",
  publish: `publicado publicada publicados actualizado actualización última escrito editado modificado fecha añadido
    creado publica subido publicación`,
  view: "versión formato vista móvil clásica",
  member: `miembro miembros suscriptor suscriptores suscriptora socio socios premium pago lectores pagos exclusivo
    exclusivos`,
  friend: "amigo amigos amiga amigas contactos familia amistades colega colegas",
  error: "error errata errores fallo problema erratas equivocación falta",
  helpful: "útil útiles sirvió valora valorar valore califica puntúa",
  more: "más otros otras otro otra además detalles info",
  same: "mismo misma",
  related: `relacionado relacionados relacionada relacionadas similares recomendado recomendados recomendadas
    recomendamos recomendaciones interesar interesa gustar sugerencias sugeridos interés podrías gustarte interesarte
    ver sugeridas interesarle similar parecidos parecidas asociados vinculados afines vinculadas asociadas afín
    pertinentes comparables emparentados interese quizá recomienda vinculada`,
  latest: "último últimos última últimas reciente recientes nuevo nuevos nueva nuevas",
  popular: `popular populares leído leídos leída leídas visto vistos comentados tendencias destacados destacadas
    mejores favoritos favoritas`,
  prev: `anterior anteriores antiguo antiguos antiguas previo previa antigua atrás previos previas pasadas`,
  next: "siguiente próximo próxima recientes nuevas nuevos posterior posteriores siguientes",
  first: "primer primero primera",
  none: "no ningún ninguno ninguna sin nunca todavía aún",
  full: "completo completa completos resto entero todo íntegro",
  closed: `cerrado cerrados cerrada desactivados desactivado deshabilitados permitidos permitido abiertos moderación
    pendiente habilitados posible desactivada desactivadas cerradas`,
  also: "también además ver véase quizás quizá",
  all: "todo todos toda todas siempre",
  gift: "regalar regala regale obsequiar regalo",
  clipboard: "portapapeles",
  topic: "tema asunto temas",
  genre: `editorial columna entrevista análisis opinión reportaje crónica perfil crítica podcast vídeo directo`,
  episode: "episodio episodios capítulo capítulos programa programas",
  stay: "mantente manténgase mantenerse quédate seguir estar permanece",
  touch: "contacto conectado conectados informado informados día",
  postal: "postal",
  sort: "ordenar ordena ordenado filtrar orden",
  best: "mejor mejores relevantes",
  rules: "normas reglas norma política condiciones participación comunidad",
  letter: "carta cartas",
  editor: "director redacción editor directora",
  paid: "pago pagado pagada patrocinado",
  scroll: "desplázate desliza desplázese deslizar baja",
  choice: "elección elecciones selección preferencias opciones opción",
  placeholder: "marcador posición",
  become: "hazte hágase conviértete ser",
  only: "solo sólo únicamente exclusivo exclusiva reservado",
  find: "encontrar encontraste encontrado visto detectado viste detectaste",
  coffee: "café propina",
  inside: "en",
  this: "este esta estos estas",
  by: "de por",
  thanks: "gracias",
  when: "cada día semana mañana viernes lunes diario",
  source: "fuente fuentes preferidas",
  press: "periodismo independiente prensa",
  others: "otros lectores usuarios",
  limit: "límite alcanzado restantes agotado",
  end: "fin final",
  consent: "consentimiento",
  favourite: "favoritos favorito",
  translate: "traducir traducción",
  language: "idioma idiomas",
  font: "letra letras fuente texto tipografía",
  resize: "aumentar disminuir reducir agrandar ampliar tamaño",
  powered: "tecnología",
  mode: "modo",
  recipe: "receta",
  dark: "oscuro claro noche nocturno tema",
  later: "tarde",
  list: "lista",
  switch: "activar cambiar desactivar",
  add: "añadir agregar añade agrega",
  is: "es",
  than: "que",
};

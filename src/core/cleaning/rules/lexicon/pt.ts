import type { LanguageWords } from "../concepts.ts";

export const pt: LanguageWords = {
  ask: "como porquê quem onde quando",
  self: "nós eu",
  button: `imprimir comentar relacionados relacionadas responder etiquetas subscrever subscreva assine marcado`,
  glue: `alguém pessoa o a os as um uma uns umas de do da dos das e ou mas em no na nos nas num numa com por pelo pela
    pelos pelas para pra sobre sem via este esta isto estes estas esse essa isso deste desta neste nesta que quê é são
    está estão ser será serão pode podem poderá aqui agora já se como mais depois antes até favor ao aos à às foi há
    ter tem quem onde qual entre lo la deve devem precisa precisas quer deseja desejas desculpe lamentamos melhorar
    experiência garantir assegurar acesso poder obter usar fazer tenha ainda possível mesmo vez oferecer estar logado
    sentimos ficar sido total obrigado obrigada abaixo actualmente atualmente momento nível muito feito existem existe
    informações durante quando então próprio haver adicionais tarde olá oi poderíamos podemos fins propósitos
    finalidades sempre mudar alterações desde visita recebe porque motivo razão sim gostaríamos desejamos avaliar
    controle controlo entender necessário padrão parar mesma futuros futuro aquele blogueiros pessoas disto disso
    biblioteca desbloqueie seja só apenas somente exclusivo reservado exclusivos após real vendo acessar nossa nossas
    você ver seguinte preferidas fontes integral área faça fazendo diretamente enquanto quais vossa queira vejo vê
    recebeu foram gratuitos gratuita gratuitas`,
  noun: `tradução idioma idiomas língua reação reações sugestões resposta respostas discussão debate conversa opinião opiniões pensamentos membro
    membros assinante assinantes leitores amigo amigos amiga amigas família erro erros problema inscrição assinatura
    assinaturas conta canal canais comunidade grupo rede redes sociais social história histórias tema temas assunto
    assuntos começo doação partilha partilhas endereço plano alertas página páginas presente tópico regra regras
    normas política condições carta cartas café gorjeta escolha escolhas opções seleção melhor contato contacto
    episódio programa entrevista análise crónica coração aplausos palmas apoio contribuição fórum debates engano
    gralhas correção aviso alerta lembrete denúncia botão notícia fonte fontes preferidas jornalismo independente
    imprensa trabalho projeto qualidade limite atingiu atingido restantes esgotado fim consentimento favoritos`,
  about: "sobre",
  you: "você vocês seu sua seus suas te teu tua teus tuas lhe ti si vosso",
  us: "nós nos nosso nossa nossos nossas me meu minha meus minhas eu",
  share: `partilhar partilhe partilha partilhas partilhado compartilhar compartilhe compartilha compartilhamentos
    compartilhado recomendar recomende recomenda tuitar tweetar divulgar divulgue encaminhar publicar espalhe espalhar
    compartilhem partilhem`,
  like: `curtir curta curti curtidas gosto gosta gostei gostar gostou reações reação carregando curtiu goste curtiram
    gostaram curtem gostam aplaudir aplausos`,
  follow: `seguir siga segue siga-nos siganos acompanhe acompanhar segue-nos junte-se visite fique encontre
    encontre-nos seguidores seguir-nos sigam acompanhe-nos`,
  subscribe: `subscrever subscreva subscreve assinar assine assina assinatura inscrever inscreva-se inscreve-te
    inscrição registar cadastre-se assinaturas subscrições plano grátis recebendo receber receba subscrição
    inscrever-se assinando receberá recebe inscrito inscritos inscreveu subscreveu`,
  unsubscribe: `cancelar desinscrever descadastrar descadastre-se remover anular desinscreva-se deixar cancele
    descadastro desinscrição cancelamento`,
  login: `iniciar inicie sessão entrar login acessar aceda conta registar-se registe-se registre-se conectado
    autenticado senha cadastrar logar identificado utilizador usuário registado cadastro cadastre registro registo
    usuários utilizadores cadastre-se criar crie`,
  write: `escrever escreva deixar deixe deixa publicar publique adicionar adicione comentar comente enviar participe
    participar inicie dê faça junte-se comece começar começa torne-se torna-te seja digite insira escolha inserir
    adicionado introduza preencha escreve dizer digitar opine conte conte-nos diga diga-nos escreva-nos pergunte
    perguntar comenta exprima faz fazer solicitar solicite`,
  reply: "responder responda resposta respostas respondeu respondam",
  cancel: "cancelar excluir eliminar apagar descartar",
  read: `ler leia lê lendo leitura continuar continue continua ver veja saiba saber descubra descobrir confira conheça
    explore explorar continuem siga integral lê-lo leitor explorem veja-mais descubram respeite consulte`,
  play: `ouvir ouça assistir assista reproduzir áudio escutar escute escuta vê veja ouvir-o reproduza`,
  print: "imprimir imprima impressora impressão imprimível pdf impresso imprima-o",
  send: `enviar envie envia mandar contacte contactar contato fale enviado enviada reencaminhar encaminhe mande`,
  save: `guardar guarde salvar salve copiar copie copiado favoritos transferência marcador baixar descarregar citar
    transferir relembrar lembrar memorizar guardado salvo guarda salva baixe baixa descarregue obtenha`,
  show: `mostrar mostre ocultar esconder abrir abre abra fechar carregar carregando expandir recolher ver exibir
    alternar ampliar editar visualizar aberto abrirá carregado oculta esconda exiba veja`,
  click: "clique clica clicar carregue toque botão pressione",
  accept: `aceitar aceite aceito rejeitar rejeite recusar recuso permitir permita concordar concordo consentimento
    configurações definições preferências gerir gerenciar escolher usamos utilizamos personalizar confirmar
    administrar alterar continuar continuando navegar ativar desativar habilitar desabilitar revogar renovar
    necessários ajustar salvar ativados retirar contém utiliza desbloquear concedo atualizar atualize confirme
    gerencie gira selecionar selecione modificar permito`,
  settings: "definições configurações preferências preferência",
  back: `voltar volte regressar ir vá saltar pular retornar regresso retorno volta role rolar subir`,
  support: `apoiar apoie apoie-nos doar doe doação donativo contribuir café apoia contribua pague-nos gorjeta apoio
    apoiando contribuição assine ajude ajuda patrocine`,
  report: `reportar comunicar informar corrigir sugerir relatar correção avise avise-nos rectificação retificação
    corrija denunciar denuncie corrige`,
  notify: `notificar notifique-me avisar avise-me notificações alertas avisem-me receber receba notificação push
    alerta aviso notificado lembrete informe-se`,
  comment: `comentário comentários comentar comente discussão debate conversa comentou comentado fórum debater debates
    fóruns conversas participe participação discuta discutir`,
  opinion: "opinião opiniões acha achou pensa pensamento pensamentos opine",
  article: `artigo artigos notícia notícias página páginas conteúdo conteúdos texto textos publicação publicações
    matéria matérias post posts história histórias assunto assuntos tema temas site blog seção secção reportagem
    leituras entrada entradas mensagem leitura weblog blogue postagem postagens crónica crônica reportagens crônicas`,
  newsletter: "newsletter newsletters boletim informativo correio spam mensagens",
  email: "email emails mail correio eletrónico eletrônico endereço caixa sms e-mail morada",
  link: `link links ligação hiperligação permalink url permanente permanentes directo direto ligações`,
  social: "redes rede sociais social",
  channel: `canal canais podcast podcasts app aplicativo aplicação feed rss comunidade grupo aplicativos`,
  author: `autor autora autores autoras redator perfil biografia redação redacção autoria jornalista repórter
    correspondente colunista jornalistas colunistas`,
  profile: "perfil biografia bio",
  tag: `etiqueta etiquetas tag tags categoria categorias palavras chave palavras-chave arquivado arquivo arquivos
    marcadores marcado tópicos publicado categorizado assunto temáticas rubricas marcada etiquetado tópico`,
  cookie: `cookie cookies privacidade dados terceiros condições termos serviços política rastreamento estatísticas
    marketing análise parceiros preferências centro consentimento rgpd pessoais lgpd serviço`,
  external: `externo externos externa terceiros incorporado incorporados fornecido fornecidos fornecida
    disponibilizado hospedado provém vídeo vídeos`,
  window: "janela aba separador nova",
  browser: "navegador browser online web versão",
  advert: "publicidade anúncio anúncios patrocinado patrocinados propaganda pub publieditorial",
  contents: "índice sumário conteúdos tabela página seção secção seções",
  top: "topo início principal cima começo cabeçalho",
  menu: `menu navegação pesquisar busca buscar pesquisa barra lateral resultados rápida procurar procura`,
  field: "campo campos obrigatório obrigatórios necessários marcados assinalados nome site próxima",
  publish: `publicado publicada atualizado atualização última último escrito editado modificado data adicionado criado
    postado inserido publicação`,
  view: "versão formato visualização móvel clássica",
  member: `membro membros assinante assinantes subscritor subscritores premium pago leitores sócio pagantes exclusivo
    exclusivos`,
  friend: "amigo amigos amiga amigas contatos contactos família colegas colega",
  error: "erro erros gralha problema engano gralhas falha",
  helpful: "útil úteis ajudou avalie avaliar avalia",
  more: "mais outros outras outro outra além detalhes info",
  same: "mesmo mesma",
  related: `relacionado relacionados relacionada relacionadas semelhantes similares recomendado recomendados
    recomendadas recomendamos interessar gostar sugestões sugeridos interesse interessante poderia talvez
    interessar-lhe interessá-lo parecidos parecidas associados vinculados afins associadas conexos correlatos
    correlatas correlacionados pertinentes análogos afim sugestão parecida`,
  latest: "último últimos última últimas recente recentes novo novos nova novas",
  popular: `popular populares lidas lidos vistos comentados destaque destaques tendências melhores favoritos`,
  prev: "anterior anteriores antigo antigos antigas antiga anteriormente passadas passado atrás",
  next: `próximo próxima próximas seguinte seguintes recentes nova novas adiante avançar posteriores próximos`,
  first: "primeiro primeira",
  none: "não nenhum nenhuma sem nunca ainda",
  full: "completo completa íntegra resto inteiro todo",
  closed: `aberto aberta fechado fechados fechada encerrados encerrado desativados desabilitados permitidos autorizou
    permitido abertos moderação desactivados desativado desativada encerrada fechadas`,
  also: "também ainda veja talvez além",
  all: "tudo todos toda todas todo sempre",
  gift: "oferecer ofereça oferece presente presentear",
  clipboard: "transferência área",
  topic: "tema assunto tópico",
  genre: `editorial coluna entrevista análise opinião reportagem crónica crônica perfil crítica podcast vídeo`,
  episode: "episódio episódios programa programas",
  stay: "fique mantenha mantenha-se ficar continue permaneça",
  touch: "contato contacto conectado ligado informado par",
  postal: "postal morada",
  sort: "ordenar ordene ordenado filtrar classificar",
  best: "melhor melhores relevantes",
  rules: "regras regra normas política condições termos",
  letter: "carta cartas",
  editor: "diretor redação redacção editor diretora leitor",
  paid: "pago paga pagos patrocinado",
  scroll: "role deslize rolar",
  choice: "escolha escolhas opções seleção",
  placeholder: "marcador posição espaço reservado",
  become: "torne-se torna-te seja ser vire",
  only: "só apenas somente exclusivo reservado exclusivos",
  find: "encontrou encontrar achou detetou reparou",
  coffee: "café gorjeta",
  inside: "em na neste nesta no",
  this: "neste nesta este esta esse essa",
  by: "de por do da",
  thanks: "obrigado obrigada",
  when: "cada dia semana manhã sexta sextas todas diário",
  source: "fonte fontes preferidas",
  press: "jornalismo independente imprensa",
  others: "outros leitores usuários",
  limit: "limite atingiu atingido restantes esgotado",
  here: "neste nesta nisto",
  end: "fim",
  consent: "consentimento",
  favourite: "favoritos",
  translate: "traduzir tradução",
  language: "idioma idiomas língua",
  font: "letra letras fonte texto",
  resize: "aumentar diminuir reduzir tamanho ampliar",
  powered: "desenvolvido",
  mode: "modo",
  recipe: "receita",
  dark: "escuro claro noite noturno tema",
  later: "tarde",
  list: "lista",
  switch: "ativar ative mudar alternar desativar",
  add: "adicionar adicione",
  than: "que",
};

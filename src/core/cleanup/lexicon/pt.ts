import type { LanguageWords } from "../concepts.ts";

export const pt: LanguageWords = {
  ask: "como porquê",
  button: `imprimir comentar relacionados relacionadas responder etiquetas subscrever subscreva assine`,
  glue: `alguém pessoa o a os as um uma uns umas de do da dos das e ou mas em no na nos nas num numa com por pelo
    pela pelos pelas para pra sobre sem via este esta isto estes estas esse essa isso deste desta neste nesta que
    quê é são está estão ser será serão pode podem poderá aqui agora já se como mais depois antes até favor ao aos à
    às foi há ter tem quem onde qual entre lo la deve devem precisa precisas quer deseja desejas desculpe lamentamos
    melhor melhorar experiência garantir assegurar acesso poder obter usar fazer tenha ainda possível mesmo vez
    oferecer estar logado sentimos ficar sido total obrigado obrigada abaixo actualmente atualmente momento nível
    muito feito existem existe informações durante cada quando então próprio haver adicionais tarde olá oi
    poderíamos podemos fins propósitos finalidades sempre mudar alterações desde visita recebe porque motivo razão
    sim gostaríamos desejamos avaliar controle controlo entender necessário padrão parar mesma futuros futuro aquele
    blogueiros pessoas disto disso biblioteca desbloqueie seja`,
  noun: `reação reações sugestões resposta respostas discussão debate conversa opinião opiniões pensamentos membro
    membros assinante assinantes leitores amigo amigos amiga amigas família erro erros problema inscrição assinatura
    assinaturas conta canal canais comunidade grupo rede redes sociais social história histórias tema temas assunto
    assuntos começo doação partilha partilhas endereço plano alertas página páginas`,
  about: "sobre",
  you: "você vocês seu sua seus suas te teu tua teus tuas lhe ti si vosso",
  us: "nós nos nosso nossa nossos nossas me meu minha meus minhas eu",
  share: `partilhar partilhe partilha partilhas partilhado compartilhar compartilhe compartilha compartilhamentos
    compartilhado recomendar recomende recomenda tuitar tweetar divulgar divulgue encaminhar publicar espalhe`,
  like: `curtir curta curti curtidas gosto gosta gostei gostar gostou reações reação carregando adoro curtiu goste
    curtiram gostaram curtem gostam`,
  follow: "seguir siga segue siga-nos siganos acompanhe acompanhar segue-nos junte-se visite",
  subscribe: `subscrever subscreva subscreve assinar assine assina assinatura inscrever inscreva-se inscreve-te
    inscrição registar cadastre-se assinaturas subscrições plano grátis recebendo receber receba subscrição`,
  unsubscribe: `cancelar desinscrever descadastrar descadastre-se remover anular desinscreva-se deixar cancele`,
  login: `iniciar inicie sessão entrar login acessar aceda conta registar-se registe-se registre-se conectado
    autenticado senha cadastrar logar identificado utilizador usuário registado cadastro cadastre`,
  write: `escrever escreva deixar deixe deixa publicar publique adicionar adicione comentar comente enviar participe
    participar inicie dê faça junte-se comece começar começa torne-se torna-te seja digite insira escolha inserir
    adicionado introduza preencha escreve dizer digitar opine`,
  reply: "responder responda resposta respostas",
  cancel: "cancelar excluir eliminar apagar descartar",
  read: `ler leia lê lendo leitura continuar continue continua ver veja saiba saber descubra descobrir confira
    conheça explore explorar continuem`,
  play: "ouvir ouça assistir assista reproduzir áudio escutar",
  print: "imprimir imprima impressora impressão imprimível pdf",
  send: "enviar envie envia mandar contacte contactar contato fale",
  save: `guardar guarde salvar salve copiar copie copiado favoritos transferência marcador baixar descarregar citar
    transferir relembrar lembrar memorizar guardado salvo`,
  show: `mostrar mostre ocultar esconder abrir abre abra fechar carregar carregando expandir recolher ver exibir
    alternar ampliar editar visualizar aberto abrirá carregado`,
  click: "clique clica clicar carregue toque",
  accept: `aceitar aceite aceito rejeitar rejeite recusar recuso permitir permita concordar concordo consentimento
    configurações definições preferências gerir gerenciar escolher usamos utilizamos personalizar confirmar
    administrar alterar continuar continuando navegar ativar desativar habilitar desabilitar revogar renovar
    necessários ajustar salvar ativados retirar contém utiliza`,
  settings: "definições configurações preferências",
  back: `voltar volte regressar ir vá saltar pular retornar regresso retorno volta role rolar subir`,
  support: "apoiar apoie apoie-nos doar doe doação donativo contribuir café apoia contribua",
  report: "reportar comunicar informar corrigir sugerir relatar",
  notify: "notificar notifique-me avisar avise-me notificações alertas avisem-me receber receba",
  comment: "comentário comentários comentar comente discussão debate conversa comentou comentado",
  opinion: "opinião opiniões acha achou pensa pensamento pensamentos opine",
  article: `artigo artigos notícia notícias página páginas conteúdo conteúdos texto textos publicação publicações
    matéria matérias post posts história histórias assunto assuntos tema temas site blog seção secção reportagem
    leituras entrada entradas mensagem leitura weblog blogue postagem postagens crónica crônica`,
  newsletter: "newsletter newsletters boletim informativo correio lista spam",
  email: "email emails mail correio eletrónico eletrônico endereço caixa sms e-mail",
  link: `link links ligação hiperligação permalink url permanente permanentes directo direto ligações`,
  social: "redes rede sociais social",
  channel: "canal canais podcast podcasts app aplicativo aplicação feed rss comunidade grupo",
  author: "autor autora autores autoras redator perfil biografia redação redacção autoria",
  profile: "perfil biografia bio",
  tag: `etiqueta etiquetas tag tags categoria categorias palavras chave palavras-chave arquivado arquivo arquivos
    marcadores marcado tópicos publicado categorizado assunto temáticas rubricas`,
  cookie: `cookie cookies privacidade dados terceiros condições termos serviços política rastreamento estatísticas
    marketing análise parceiros`,
  external: `externo externos externa terceiros incorporado incorporados fornecido fornecidos fornecida
    disponibilizado hospedado provém`,
  window: "janela aba separador nova",
  browser: "navegador browser online web versão",
  advert: "publicidade anúncio anúncios patrocinado patrocinados propaganda pub",
  contents: "índice sumário conteúdos tabela página",
  top: "topo início principal cima começo cabeçalho",
  menu: `menu navegação pesquisar busca buscar pesquisa barra lateral resultados rápida procurar procura`,
  field: "campo campos obrigatório obrigatórios necessários marcados assinalados nome site próxima",
  publish: `publicado publicada atualizado atualização última último escrito editado modificado data adicionado
    criado postado inserido publicação`,
  view: "versão formato visualização móvel clássica",
  member: `membro membros assinante assinantes subscritor subscritores premium pago leitores sócio pagantes
    exclusivo exclusivos`,
  friend: "amigo amigos amiga amigas contatos contactos família",
  error: "erro erros gralha problema",
  helpful: "útil úteis ajudou avalie avaliar avalia",
  more: "mais outros outras outro outra além detalhes info",
  same: "mesmo mesma",
  related: `relacionado relacionados relacionada relacionadas semelhantes similares recomendado recomendados
    recomendadas recomendamos interessar gostar sugestões sugeridos interesse interessante poderia talvez
    interessar-lhe interessá-lo parecidos parecidas associados vinculados afins associadas conexos correlatos
    correlatas correlacionados pertinentes análogos afim`,
  latest: "último últimos última últimas recente recentes novo novos nova novas",
  popular: `popular populares lidas lidos vistos comentados destaque destaques tendências melhores favoritos`,
  prev: "anterior anteriores antigo antigos antigas antiga anteriormente passadas passado atrás",
  next: `próximo próxima próximas seguinte seguintes recentes nova novas adiante avançar posteriores próximos`,
  first: "primeiro primeira",
  none: "não nenhum nenhuma sem nunca ainda",
  full: "completo completa íntegra resto inteiro todo",
  closed: `aberto aberta fechado fechados fechada encerrados encerrado desativados desabilitados permitidos
    autorizou permitido abertos moderação desactivados desativado`,
  also: "também ainda veja talvez além",
  all: "tudo todos toda todas todo sempre",
};

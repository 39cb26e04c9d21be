import type { LanguageWords } from "../concepts.ts";

export const tr: LanguageWords = {
  ask: "nasıl neden kim nerede",
  self: "biz ben",
  button: "yazdır yanıtla cevapla etiketler yorumla beğen takip izle devamı",
  glue: `ederek etmiş olursunuz olursun bir bu şu o ve veya ya da de ile için gibi kadar sonra önce üzerinde üzerinden içinde ne kim var olarak olan
    olmak olmalısınız lütfen şimdi burada buraya burayı ki mi mı mu mü e a i ı un in nin nın daha en yoluyla
    aracılığıyla göre diye gerekiyor gerekli ise zaten ta te tan dan ten den ye istiyor musunuz ister misiniz üzgünüz
    maalesef deneyim deneyimi sağlamak iyileştirmek erişim almak ücretsiz bunun zorundasınız gerekir gerekmektedir
    tarafından size sunmak lazım toplam teşekkürler teşekkür aşağıya aşağıda bilgi çok önemli olduğu ederiz kendi ek
    merhaba amaçlar amaçlarla istediğiniz zaman değişiklikler beri ziyaret çünkü evet isteriz değerlendirmek
    varsayılan bunu buna bunda bundan bunları şunu onu henüz mümkün olabilmek olup et edin ol olun yap yapın ver alın
    yapan yalnızca sadece özel sayfada makalede yazıda haberde adlı ait etmek gereken konuyla istemiyor artık buradan
    tüm bölümünden ihtiyacımız reklamdan okumaya anda erişmek aşağıdaki özeldir ın yapmak doğrudan kolayca arasında
    hangi biri sizin yine neden görüyorum yüklemek devam ediyor haftanın deneyiminizi trafik`,
  noun: `çeviri dil dili dilini tepkiler öneriler yanıt yanıtlar cevap cevaplar tartışma* sohbet* görüş* fikir* fikri* üyeler abone aboneler
    okurlar arkadaş* dost* aile* hata sorun abonelik hesap kanal* grup topluluk medya ağlar hikaye hikâye konu konular
    destek bağış adres* sayfa sayfalar hediye konusu kural* mektup kahve seçim* tercih* seçenek* iyi bölüm röportaj
    analiz söyleşi kalp alkış destek* bağış* forum* düğme kaynak kaynağı kaynaklar gazetecilik* bağımsız basın
    çalışma* proje sınır* sınırına ulaştınız kalan sonu son onayı onay favorilere favoriler`,
  about: "hakkında",
  you: "sen sana seni senin siz sizi size sizin sizinle",
  us: "biz bizi bize bizim ben bana beni benim bizimle bizden",
  share: `paylaş paylaşın paylaşım paylaşmak paylaşıldı öner önerin tweetle tweet paylas paylaşmanız paylaşımı
    paylaşımlar tweetleyin paylaş* paylaşanlar`,
  like: `beğen beğendim beğenin beğeni beğeniler beğenmek tepkiler yükleniyor beğendiniz beğenil* hoşuna beğenen
    beğen* beğendiniz* alkış alkışla`,
  follow: "takip ettikleriniz izle izleyin katıl katılın takip* bulun takipçi takipçiler",
  subscribe: "abone kaydol kaydolun kayıt abonelik üye üyelik abone* alın",
  unsubscribe: "abonelikten aboneliği iptal çık çıkın ayrıl çıkmak aboneliğini sonlandır",
  login: `giriş yapmalısınız oturum aç açın açmış kaydol kayıt üye hesap şifre girmek girin yapmış girmelisiniz bağlan
    kullanıcı girişi açmalısınız üyeyseniz kaydolmak kaydınız oluştur oluşturun`,
  write: `yaz yazın yazmak bırak bırakın ekle ekleyin gönder gönderin yayınla katıl başlat başlatın başla başlayın
    katılın girin seçin yapabilmek yapmak yorum eklendi ekleme yazılmış doldurun yapılmamış söyle söyleyin anlat
    anlatın sor sorun yazınız katılmak`,
  reply: "yanıt yanıtla yanıtlar yanıtlayın cevap cevapla cevaplar cevabı yanıt* cevap* yanıtladı",
  cancel: "iptal vazgeç sil",
  read: `oku okuyun okumak okumaya devam keşfet keşfedin gör incele okuma öğren devamını okunuyor tamamını okudu
    okuyucu inceleyin bakın okuduğunuz`,
  play: "dinle dinleyin oynat izle ses dinle* izle* oynatmak",
  print: "yazdır yazdırın yazdırmak yazıcı çıktı pdf yazdırma yazdır* çıktısını",
  send: "gönder gönderin göndermek yolla iletişim iletin ilet gönder*",
  save: `kaydet kaydedin kopyala kopyalandı kopyalayın favorilere favoriler pano panoya yer imi indir alıntıla hatırla
    hatırlansın kaydedildi kaydet* kopyala* indirin indir* edinin`,
  show: `göster gösterin gizle aç açın açılır kapat yükle yükleniyor genişlet daralt düzenle görüntüle değiştir büyüt
    görüntüleme gösterim açılıyor görüntülenemiyor göster* görüntüle* gizle*`,
  click: "tıkla tıklayın tıklayınız tıklayarak düğme düğmeye düğmesine buton",
  accept: `kullanmaya kullanımını kullanıyoruz kullanır kabul ediyorum reddet reddediyorum izin onay onayla onaylıyorum ayarlar ayarları tercihler tercihleri yönet
    seç kullanıyoruz kullanır özelleştir değiştir devam kullanıyor kullanmaktadır yüklemek etkinleştir etkinleştirmek
    devre dışı çekmek yenile değerlendir özelleştirmek kaydet onaylayın seçimlerimi etkinleştir* onayınıza onay*
    onaylamak yönetin seçin değiştirin seçimler geri çek`,
  settings: "ayarlar ayarları tercihler tercihleri tercihlerini",
  back: "dön dönün git geç atla çık çıkın",
  support: "destek destekle destekleyin bağış bağışla kahve destek* bağış*",
  report: "bildir bildirin rapor düzelt öner bize bildir* düzelt*",
  notify: "bildir bildirim bildirimler haber haberdar bildirimleri bildirim* hatırlat* uyar*",
  comment: "yorum* tartışma* sohbet* forumumuzda forum* tartış*",
  opinion: "görüş* düşün* fikir* fikri*",
  article: `makale* yazı* yazılar haber* gönderi* sayfa* içerik* içeriğ* metin konu konular blog site sitesi hikaye
    hikâye yazi blog* site* köşe yazıları video* metnin metni metin*`,
  newsletter: "bülten* haber-bülteni",
  email: "e-posta* eposta* mail email adres* gelen kutu sms e-postayı posta kutunuzda",
  link: "bağlantı* link linki linkler kalıcı url doğrudan",
  social: "sosyal medya ağlar ağlarda",
  channel: "kanal* podcast uygulama* rss grup topluluk kanalımıza uygulamamızı podcast*",
  author: `yazar* editör profil hakkında editör* muhabir gazeteci köşe muhabiri yazara gazeteci* muhabir* gazetecinin`,
  profile: "profil",
  tag: `etiket* kategori* anahtar kelime* arşiv* başlık* etiketler konu* etiketlenen bölümünden bölüm*`,
  cookie: `çerez* gizlilik üçüncü taraf hizmet* istatistik pazarlama analiz politika* kişisel veri* çerezleri izin`,
  external: "harici dış üçüncü taraf gömülü sağlanan sunulan barındırılan video*",
  window: "pencere* sekme* yeni",
  browser: "tarayıcı* çevrimiçi web sürüm",
  advert: "reklam reklamlar ilan sponsorlu reklam* ilan* reklamdan",
  contents: "içindekiler tablosu içerik sayfada",
  top: "başa yukarı başına ana anasayfa üste ana-sayfa tepeye sayfada",
  menu: `menü gezinme gezinmesi ara arama kenar çubuğu sonuçları dolaşımı gezintisi hızlı kılavuzu arayın`,
  field: `alan alanlar zorunlu işaretlenmişlerdir işaretlidir işaretlenmiş isim ad adı adım site sonraki sefer`,
  publish: `yayınlandı yayımlandı yayınlanan yayınlanmayacak yayınlanma güncellendi güncelleme yazıldı düzenlendi
    tarih son yayımlanmayacak eklendi gönderen oluşturuldu ekleyen yayım* yayın*`,
  view: "sürüm sürümü biçim görünüm mobil klasik görünümünü",
  member: "üye üyeler abone aboneler premium okurlar ücretli abonelere aboneler* üyelere",
  friend: "arkadaş* dost* aile*",
  error: "hata sorun hatayı hatası yanlış",
  helpful: "faydalı yararlı yardımcı oyla puanla",
  more: "daha fazla fazlası diğer başka devamı devam ayrıntılar detaylar",
  same: "aynı",
  related: `ilgili ilişkili benzer önerilen önerilenler öneriler ilginizi ilgini çekebilir bağlantılı beğenebilirsiniz
    hoşunuza gidebilir okuyun benzer* ilgili* alakalı ilintili yakın önerildi öner* bunlar`,
  latest: "son yeni güncel",
  popular: "popüler okunan okunanlar öne çıkan gözde favori",
  prev: "önceki eski öncek* eski*",
  next: "sonraki yeni ileri sonrak* yeni*",
  first: "ilk",
  none: "yok hiç değil henüz hayır yayınlanmayacak yayımlanmayacak",
  full: "tüm tamamı tamamını tam",
  closed: `kapalı kapatıldı kapatılmış kapalıdır devre dışı etkin istemiyor açık onay bekliyor etkinleştirildi kilitli`,
  also: "ayrıca bunlar da bakınız",
  all: "tüm tümü tümünü bütün hepsi hepsini her zaman",
  gift: "hediye armağan",
  clipboard: "pano panoya panosuna",
  topic: "konu konuyu konuda konuyla konusu",
  genre: "yorum yorumumuzu köşe röportaj analiz söyleşi eleştiri podcast video başyazı",
  episode: "bölüm bölümü bölümler bölümleri yayın",
  stay: "kal kalın",
  touch: "iletişimde temasta haberdar güncel",
  postal: "posta",
  sort: "sırala sıralama sıralayın filtrele",
  best: "iyi iyiler",
  rules: "kural* ilkeler ilkeleri",
  letter: "mektup mektubu mektuplar okur",
  editor: "editör editöre editörüne yazıişleri yayın",
  paid: "ücretli sponsorlu",
  scroll: "kaydır kaydırın kaydırma",
  choice: "seçim* tercih* seçenek*",
  placeholder: "yer tutucu gerçek",
  become: "ol olun olmak",
  only: "yalnızca sadece özel",
  find: "buldunuz buldun gördünüz",
  coffee: "kahve",
  inside: "bu",
  this: "sayfada makalede yazıda haberde",
  by: "tarafından adlı ait",
  thanks: "teşekkürler teşekkür",
  when: "her gün hafta sabah cuma günlük",
  source: "kaynak kaynağı kaynaklar",
  press: "gazetecilik* bağımsız basın",
  others: "diğerleri okurlar başkaları",
  limit: "sınır* sınırına ulaştınız kalan",
  here: "makalede yazıda haberde sayfada",
  end: "sonu son",
  consent: "onayı onay",
  favourite: "favorilere favoriler",
  translate: "çevir çeviri",
  language: "dil dili dilini",
  font: "yazı yazıyı metin metni",
  resize: "boyutu boyut büyüt küçült artır azalt",
  mode: `modu mod moda`,
  recipe: "tarif tarifi tarife",
  dark: "karanlık koyu gece tema temaya",
  later: "sonra",
  list: "listesi listesine listeme",
  switch: "geç aç kapat etkinleştir",
  add: "ekle ekleyin",
};

import type { LanguageWords } from "../concepts.ts";

export const tr: LanguageWords = {
  ask: "nasıl neden",
  button: "yazdır yanıtla cevapla etiketler yorumla beğen takip izle devamı",
  glue: `bir bu şu o ve veya ya da de ile için gibi kadar sonra önce üzerinde üzerinden içinde ne kim var olarak
    olan olmak olmalısınız lütfen şimdi burada buraya burayı ki mi mı mu mü e a i ı un in nin nın daha en yoluyla
    aracılığıyla göre diye gerekiyor gerekli ise zaten ta te tan dan ten den ye istiyor musunuz ister misiniz
    üzgünüz maalesef iyi deneyim deneyimi sağlamak iyileştirmek erişim almak ücretsiz bunun zorundasınız gerekir
    gerekmektedir tarafından size sunmak lazım toplam teşekkürler teşekkür aşağıya aşağıda bilgi çok her önemli
    olduğu ederiz kendi ek merhaba amaçlar amaçlarla istediğiniz zaman değişiklikler beri ziyaret çünkü evet isteriz
    değerlendirmek varsayılan bunu buna bunda bundan bunları şunu onu henüz mümkün olabilmek olup et edin ol olun
    yap yapın ver alın yapan`,
  noun: `tepkiler öneriler yanıt yanıtlar cevap cevaplar tartışma* sohbet* görüş* fikir* fikri* üyeler abone
    aboneler okurlar arkadaş* dost* aile* hata sorun abonelik hesap kanal* grup topluluk medya ağlar hikaye hikâye
    konu konular destek bağış adres* sayfa sayfalar`,
  about: "hakkında",
  you: "sen sana seni senin siz sizi size sizin",
  us: "biz bizi bize bizim ben bana beni benim",
  share: `paylaş paylaşın paylaşım paylaşmak paylaşıldı öner önerin tweetle tweet paylas paylaşmanız paylaşımı
    paylaşımlar tweetleyin paylaş*`,
  like: `beğen beğendim beğenin beğeni beğeniler beğenmek tepkiler yükleniyor beğendiniz beğenil* hoşuna beğenen
    beğen*`,
  follow: "takip ettikleriniz izle izleyin katıl katılın takip*",
  subscribe: "abone kaydol kaydolun kayıt abonelik üye üyelik abone*",
  unsubscribe: "abonelikten aboneliği iptal çık çıkın ayrıl",
  login: `giriş yapmalısınız oturum aç açın açmış kaydol kayıt üye hesap şifre girmek girin yapmış girmelisiniz
    bağlan kullanıcı girişi açmalısınız`,
  write: `yaz yazın yazmak bırak bırakın ekle ekleyin gönder gönderin yayınla katıl başlat başlatın başla başlayın
    katılın girin seçin yapabilmek yapmak yorum eklendi ekleme yazılmış doldurun yapılmamış söyle söyleyin`,
  reply: "yanıt yanıtla yanıtlar yanıtlayın cevap cevapla cevaplar cevabı yanıt* cevap*",
  cancel: "iptal vazgeç sil",
  read: "oku okuyun okumak okumaya devam keşfet keşfedin gör incele okuma öğren devamını okunuyor",
  play: "dinle dinleyin oynat izle ses",
  print: "yazdır yazdırın yazdırmak yazıcı çıktı pdf yazdırma yazdır*",
  send: "gönder gönderin göndermek yolla iletişim",
  save: `kaydet kaydedin kopyala kopyalandı kopyalayın favorilere favoriler pano panoya yer imi indir alıntıla
    hatırla hatırlansın kaydedildi kaydet* kopyala*`,
  show: `göster gösterin gizle aç açın açılır kapat yükle yükleniyor genişlet daralt düzenle görüntüle değiştir
    büyüt görüntüleme gösterim açılıyor görüntülenemiyor göster* görüntüle*`,
  click: "tıkla tıklayın tıklayınız tıklayarak",
  accept: `kabul ediyorum reddet reddediyorum izin onay onayla onaylıyorum ayarlar ayarları tercihler tercihleri
    yönet seç kullanıyoruz kullanır özelleştir değiştir devam kullanıyor kullanmaktadır yüklemek etkinleştir
    etkinleştirmek devre dışı çekmek yenile değerlendir özelleştirmek kaydet`,
  settings: "ayarlar ayarları tercihler tercihleri",
  back: "dön dönün git geç atla çık çıkın",
  support: "destek destekle destekleyin bağış bağışla kahve",
  report: "bildir bildirin rapor düzelt öner",
  notify: "bildir bildirim bildirimler haber haberdar",
  comment: "yorum* tartışma* sohbet*",
  opinion: "görüş* düşün* fikir* fikri*",
  article: `makale* yazı* yazılar haber* gönderi* sayfa* içerik* içeriğ* metin konu konular blog site sitesi hikaye
    hikâye yazi blog* site*`,
  newsletter: "bülten* haber-bülteni",
  email: "e-posta* eposta* mail email adres* gelen kutu sms",
  link: "bağlantı* link linki linkler kalıcı url doğrudan",
  social: "sosyal medya ağlar ağlarda",
  channel: "kanal* podcast uygulama* rss grup topluluk",
  author: "yazar* editör profil hakkında editör*",
  profile: "profil",
  tag: "etiket* kategori* anahtar kelime* arşiv* başlık* etiketler konu* etiketlenen",
  cookie: `çerez* gizlilik üçüncü taraf hizmet* istatistik pazarlama analiz politika* kişisel veri*`,
  external: "harici dış üçüncü taraf gömülü sağlanan sunulan barındırılan",
  window: "pencere* sekme* yeni",
  browser: "tarayıcı* çevrimiçi web sürüm",
  advert: "reklam reklamlar ilan sponsorlu",
  contents: "içindekiler tablosu içerik sayfada",
  top: "başa yukarı başına ana anasayfa üste ana-sayfa tepeye",
  menu: `menü gezinme gezinmesi ara arama kenar çubuğu sonuçları dolaşımı gezintisi hızlı kılavuzu arayın`,
  field: `alan alanlar zorunlu işaretlenmişlerdir işaretlidir işaretlenmiş isim ad adı adım site sonraki sefer`,
  publish: `yayınlandı yayımlandı yayınlanan yayınlanmayacak yayınlanma güncellendi güncelleme yazıldı düzenlendi
    tarih son yayımlanmayacak eklendi gönderen oluşturuldu ekleyen yayım* yayın*`,
  view: "sürüm sürümü biçim görünüm mobil klasik",
  member: "üye üyeler abone aboneler premium okurlar ücretli",
  friend: "arkadaş* dost* aile*",
  error: "hata sorun",
  helpful: "faydalı yararlı yardımcı oyla puanla",
  more: "daha fazla fazlası diğer başka devamı devam ayrıntılar detaylar",
  same: "aynı",
  related: `ilgili ilişkili benzer önerilen önerilenler öneriler ilginizi ilgini çekebilir bağlantılı
    beğenebilirsiniz hoşunuza gidebilir okuyun benzer* ilgili* alakalı ilintili yakın`,
  latest: "son yeni güncel",
  popular: "popüler okunan okunanlar öne çıkan gözde favori",
  prev: "önceki eski öncek* eski*",
  next: "sonraki yeni ileri sonrak* yeni*",
  first: "ilk",
  none: "yok hiç değil henüz hayır yayınlanmayacak yayımlanmayacak",
  full: "tüm tamamı tamamını tam",
  closed: `kapalı kapatıldı kapatılmış kapalıdır devre dışı etkin istemiyor açık onay bekliyor etkinleştirildi
    kilitli`,
  also: "ayrıca bunlar da bakınız",
  all: "tüm tümü tümünü bütün hepsi hepsini her zaman",
};

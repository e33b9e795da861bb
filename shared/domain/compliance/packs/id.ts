/** Indonesian words of the rules, with Malay ones where they differ little. */

import type { Pack } from '../types'
import { readRules } from './read'

export const ID: Pack = {
  language: 'id',
  date: '2026-11-23',
  number: '\\d+(?:[.,]\\d+)?|satu|dua|tiga|empat|lima|enam|tujuh|sepuluh|beberapa',
  negation: {
    words: 'tidak / bukan / tak / gak / nggak / ngga / enggak / ga / belum / jangan / tanpa / bukanlah / ndak / tiada',
    except:
      '(tidak|bukan|gak|nggak|ga) (hanya|cuma|sekadar|sekedar|saja|main) / tidak heran / gak heran / jangan (lewatkan|sampai|lupa) / gak nyangka / nggak nyangka / tidak diragukan / gak bohong / nggak bohong / gak pakai lama / gak usah ragu / (tidak|gak|nggak|ga) (cocok|puas|suka|berhasil|ampuh)',
    reach: 26,
  },
  disclaimers:
    'hasil dapat berbeda / hasil bisa berbeda / hasil berbeda / hasil tiap orang berbeda / hasil setiap orang / tergantung (kondisi|pemakaian|masing-masing)',
  rules: readRules(`
absolute.cheapest
  harganya ramah: termurah [se*] / paling murah [se*] / paling hemat [se*] / paling terjangkau / murah sedunia / murah se-indonesia / paling miring / paling worth it sedunia

price.lowest
  harga promo: harga (termurah|terendah|paling murah|paling rendah|terbaik|hancur|banting|dasar|terbawah|gila) / harga paling (murah|rendah|miring) / terendah / harga terbaik se* / dijamin (termurah|paling murah) / harga tak tertandingi

absolute.best
  favorit saya: (nomor|nomer|no|no.) (1|satu) [se*|di indonesia|di dunia] / #1 / terbaik (se*|di (dunia|indonesia|asia|kelasnya|pasaran)) / paling (bagus|ampuh|manjur|oke|top|juara|mantap|efektif|berkualitas) (se*|di (dunia|indonesia|pasaran|kelasnya|tiktok)) / juara satu / ranking (1|satu) / rangking (1|satu)
  bagus: (kualitas|produk|brand|merek|serum|krim|skincare|sunscreen|bahan|formula|lipstik|sabun|sampo|pilihan|solusi|hasil|tas|sepatu|baju|hijab|gamis|mukena|panci|blender|parfum) (terbaik|nomor satu|paling bagus|paling ampuh|paling manjur|paling top) / paling (ampuh|manjur|efektif|mujarab) / teratas / tak (tertandingi|terkalahkan|ada duanya) / tiada (tara|duanya|tandingan) / satu satunya / satu-satunya yang / terhebat / terunggul / terbaik
  (except): (rumah|kamar|jalan|gang|meja|kunci|tombol|aturan|tips|pintu|lemari|loket) (nomor|nomer|no) (1|satu) / (yang|hal|kabar|teman|sahabat|doa|momen|versi|waktu|saat|usaha|pilih|kasih|memberi|memberikan|lakukan|melakukan|sudah) terbaik / terbaik (untuk kalian|untuk kamu|untuk keluarga|buat keluarga|buat anak|versi aku|dari diri) / step (no|nomor) # / nomor (1|satu) (adalah|itu|sampai|dari) / langkah nomor # / berusaha … terbaik / (no|nomor) 1 # / satu-satunya (anak|waktu|alasan|cara aku|yang belum|yang aku bawa)

absolute.selling
  banyak disukai: terlaris / paling laris / best seller* / bestseller* / best selling / paling laku / penjualan nomor (satu|1) / paling banyak (dibeli|terjual) / paling viral / terviral

absolute.rank
  rapi: kelas dunia / nomor wahid / standar internasional / kualitas dunia / satu satunya di (dunia|indonesia) / satu-satunya di (dunia|indonesia) / pertama di (dunia|indonesia|asia) / super premium / tingkat dewa / paling premium

absolute.hundred
  (leave out): 100% (ampuh|alami|organik|aman|original|ori|asli|efektif|berhasil|manjur|natural|murni|bebas|puas|sembuh|terbukti|halal|work) / (seratus persen|100 persen) (ampuh|alami|aman|asli|organik|efektif|original) / (ori|original|asli|aman|organik|alami|manjur|ampuh) 100% / tanpa bahan kimia

absolute.effective
  cocok di aku: (pasti|dijamin|sudah pasti|udah pasti|terbukti) (ampuh|manjur|berhasil|putih|langsing|sembuh|works|work|efektif|cocok|kinclong|glowing|mulus|hilang) / ampuh banget / super ampuh / anti gagal / selalu berhasil / tidak pernah gagal / ampuh untuk semua / mujarab / manjur / ampuh
  cocok untuk banyak orang: cocok untuk semua (orang|jenis kulit|umur|kalangan|usia) / semua (orang|jenis kulit) pasti cocok / aman untuk semua
  (except): (obat|jurus|cara|doa|resep) manjur / resep ampuh

guarantee.result
  (leave out): dijamin / garansi (hasil|uang kembali|putih|langsing|100%|berhasil|sembuh|ampuh|kembali) / jaminan (hasil|uang kembali|putih|berhasil|sembuh) / uang [akan]kembali (kalau|jika|bila|100%) / kalau gagal uang kembali / saya jamin / aku jamin / kami jamin / kita jamin / pasti (langsing|putih|kurus|sembuh|hilang|glowing)
  (except): (tidak|gak|nggak|ga) dijamin / dijamin (sama|oleh) (toko|garansi resmi)

guarantee.safe
  lembut di kulitku: (tanpa|bebas|tidak ada|gak ada|nggak ada|no|nol) (efek samping|risiko|resiko) / (aman|sangat aman) 100% / (pasti|dijamin|sangat|super|bener-bener) aman (untuk|buat) (semua|siapa) / aman (untuk|buat) (ibu hamil|bumil|busui|bayi|ibu menyusui) [dan *] / tidak berbahaya / anti iritasi

result.instant
  setelah rutin dipakai: (hasil|efek|putih|cantik|glowing|langsing|kinclong|cerah) instan / hasil (langsung|seketika|secepat kilat|kilat|instan) / langsung (putih|kinclong|sembuh|hilang|langsing|glowing|kurus|mulus|kempes|cerah) / (dalam|hanya|cuma) (sekejap|semalam|hitungan detik|hitungan menit|sekali pakai|semalaman) / sekali (pakai|oles|pake|usap|minum) langsung [putih|kinclong|glowing|cerah|hilang|mulus|langsing] / seketika (putih|hilang|cerah|mulus|langsing) / auto (putih|glowing|langsing|kinclong|kurus|mulus) / instan (putih|cerah|glowing|mulus) / reaksi cepat / (putih|sembuh|hilang|langsing) dalam (semalam|sekejap|sehari)
  (except): (mie|mi|kopi|bubur|bumbu|hijab|jilbab|pashmina|kerudung|kamera|sup|santan|minuman|makanan) instan

result.permanent
  cukup lama: permanen / (putih|hilang|langsing|sembuh|mulus|awet|cerah) (selamanya|permanen|seumur hidup) / (hilang|sembuh|putih|hempas) (total|tuntas) / tuntas sampai ke akar / sampai ke akar akarnya / sampai ke akar-akarnya / tidak akan (kembali|balik|kambuh|muncul) lagi / gak bakal (balik|kambuh|muncul) lagi / selamanya awet muda / awet muda selamanya
  (except): (spidol|marker|tato|lem|sim|nama) permanen / (tidak|bukan|gak|non) permanen

result.days
  setelah rutin dipakai: (dalam|cuma|hanya|cukup) # (hari|minggu|jam|menit|malam) [saja|aja|doang] [sudah|udah|langsung|bisa|kulit|wajah|jerawat|berat|muka|rambut|flek|badan|bb] / # (hari|minggu|malam) (langsung|sudah|udah|bisa|kelihatan|keliatan) (putih|glowing|cerah|langsing|hilang|kinclong|mulus|sembuh|panjang|hasil*|turun) / (hasil|putih|glowing|cerah|jerawat hilang|flek hilang) (dalam|setelah) # (hari|minggu|jam|malam) / # kali pakai (langsung|sudah|udah) / # tahun lebih muda
  (except): dalam # (hari|minggu|jam|menit) (kerja|paket|sampai|nyampe|matang|masak|mendidih)

result.miracle
  membantu: ajaib / keajaiban / mukjizat / mukzizat / obat dewa / sakti / bim salabim / simsalabim / miracle
  (except): (negeri|spons|peti|7 keajaiban|tujuh keajaiban|lampu|kantong) ajaib / keajaiban dunia

result.beforeAfter
  (rewrite): before after / before and after / before-after / (foto|hasil|bukti|lihat|liat|perbandingan|perubahan) (sebelum|before) [dan|&|vs|sama|dengan|-] (sesudah|setelah|after) / sebelum (dan|&|vs) (sesudah|setelah) (pakai|pemakaian|pake|minum|diet) / sebelum sesudah / perubahan wajah sebelum

medical.cure
  merawat: (me)nyembuh* / menyembuhkan / sembuhkan / penyembuh* / disembuhkan / (langsung|pasti|bisa|cepat|udah|sudah|jadi) sembuh / mengobati / obati / pengobatan / (obat|ramuan|jamu) (alami|herbal|kuat|ampuh|jerawat|diabetes|pelangsing|segala|tradisional|mujarab|penyakit|asam lambung|asam urat|kolesterol|ambeien|wasir|mata|batuk|tidur|nyeri) / mencegah (kanker|penyakit|diabetes|stroke|covid|kolesterol|rambut rontok) / terapi (untuk|penyakit) / khasiat obat / pengganti obat / penawar
  (except): obat nyamuk / (mengobati|obati) (rindu|hati|kangen|rasa)

medical.disease
  untuk kulit dengan noda: (menghilangkan|hilangkan|hempas|basmi|membasmi|atasi|mengatasi|usir|bye|bye-bye|hempaskan|lawan|musnahkan|hilangin|ngilangin|ilangin|anti) [semua|bekas] (jerawat|bruntusan|beruntusan|komedo|eksim|panu|kurap|kudis|ketombe|selulit|ambeien|wasir|gatal|jamur) / jerawat (hilang|kabur|kempes|musnah|minggat) / (menurunkan|turunkan|kontrol|mengontrol|nurunin) (gula darah|darah tinggi|kolesterol|tekanan darah|asam urat|kadar gula|tensi) / (diabetes|kanker|kolesterol|asam urat|asam lambung|hipertensi|stroke|jantung koroner|maag|gerd|tbc|eksim|psoriasis) / rambut rontok (hilang|berhenti|stop)

medical.function
  (leave out): (meningkatkan|ningkatin|memperkuat|tingkatkan|menjaga|perkuat) (imun|imunitas|daya tahan tubuh|sistem imun|metabolisme|stamina pria|gairah|kesuburan|daya ingat|kecerdasan|hormon) / detoks* / detox* / membuang racun / buang racun / (melancarkan|lancarkan|memperlancar) (bab|peredaran darah|pencernaan|haid|asi) / (meredakan|redakan|menghilangkan|hilangkan|mengurangi) (nyeri|sakit|pegal|pegel|stres|cemas|migrain|insomnia|radang) [*] / anti inflamasi / antiinflamasi / anti radang / susah tidur (hilang|teratasi) / bikin cepat tidur / menambah nafsu makan / penambah stamina / obat kuat

weight.lose
  (rewrite): (turun|menurunkan|turunkan|nurunin|kurangi|mengurangi|hilang|naik|menaikkan|nambah|turunin) [berat badan|bb|berat] [sampai|hingga|sebanyak] # (kg|kilo|kilogram) / (menurunkan|turunkan|nurunin|turunin|penurun|menaikkan|penambah|naikin) (berat badan|bb|berat) / berat badan (turun|naik|ideal dalam) / bb turun / pelangsing / melangsingkan / langsing (alami|instan|cepat|dalam|tanpa) / (cepat|jadi|auto|bikin|makin|badan) (langsing|kurus|ramping|singset) / (bakar|membakar|pembakar|luruhkan|meluruhkan|hancurkan|penghancur) lemak / perut (rata|buncit hilang|langsung kempes) / obat diet / teh pelangsing / peninggi badan / penggemuk badan / diet (tanpa|cepat|instan) / menekan nafsu makan
  (except): (terlihat|keliatan|kelihatan|tampak|kesan|kesannya|biar|nampak) [lebih] (langsing|ramping|kurus) / (bikin|makin) [kaki|badan|pinggang|siluet] (keliatan|kelihatan|terlihat|tampak) [lebih] (langsing|ramping)

beauty.effect
  mencerahkan tampilan: (memutihkan|pemutih|putihkan|mutihin|pencerah instan|bikin putih|jadi putih) [wajah|kulit|badan|muka] / whitening / kulit (jadi|makin|auto) putih / (menghilangkan|hilangkan|hilangin|ngilangin|hapus|menghapus) (kerutan|flek|flek hitam|noda hitam|garis halus|bekas luka|keriput|mata panda|kantung mata|strechmark|stretch mark|pori-pori|pori) / anti aging / anti-aging / antiaging / anti penuaan / anti kerut / awet muda / # tahun lebih muda / mengecilkan pori* / pori (hilang|tertutup) / mengencangkan (wajah|payudara|kulit) / memperbesar (payudara|bokong) / botox / pemutih (kulit|wajah|badan|ketiak)
  (except): pemutih (pakaian|baju|gigi palsu|kain)

price.compare
  harganya ramah: (lebih|jauh lebih) (murah|hemat|miring) (dari|daripada|dibanding|ketimbang) [harga] [di] (toko|shopee|lazada|tokopedia|mall|supermarket|pasar|tempat|toko lain|yang lain|sebelah|merek|brand|produk|kompetitor|salon|klinik|offline|online|marketplace|semua|seller) [*] / (di toko|di mall|di salon|di klinik|toko sebelah|di luar|di tempat lain|brand lain|di pasaran) [harganya|bisa|sampai|udah|sudah] # (ribu|ratus|rb|k|juta|jutaan|ratusan) / bandingkan harga* / bandingin harga* / setengah harga (toko|mall|dari toko|brand)
  (except): lebih murah (dari|daripada) (biasanya|sebelumnya|perkiraan|dugaan|kemarin|bulan lalu|yang aku kira|yang saya kira)

platform.other
  tempat lain: shopee / lazada / blibli / bukalapak / amazon / zalora / shein / temu app / aplikasi temu / alibaba / aliexpress / taobao / oren / toko oren / si oren / ijo / toko ijo
  (except): (kucing|jeruk|warna) oren / hutan amazon / sungai amazon / (warna|kacang|teh|daun) ijo / si oren (tidur|makan|gembul|manja|lucu)

platform.offsite
  klik keranjang kuning: (wa|whatsapp|dm|chat|telegram|japri) (aku|saya|kami|ke|aja|admin|mimin|di nomor) [*] [untuk|buat] (order|pesan|beli|info|harga) / order (lewat|via|di|by) (wa|whatsapp|dm|telegram|instagram|ig|shopee) / link di bio / cek bio / klik link di bio / hubungi (wa|whatsapp|nomor) / transfer langsung ke / pesan (lewat|via) (wa|whatsapp) / cod langsung sama

scarcity.false
  selagi tersedia: (sisa|tinggal|tersisa|cuma ada|stok tinggal|stok sisa) [cuma|hanya] # (pcs|lagi|biji|stok|unit|buah|slot|piece|botol|box) / stok (terakhir|terbatas|menipis|tinggal dikit|tinggal sedikit|hampir habis|mau habis|limit) / (hari|malam) ini (saja|aja|doang) / (hanya|cuma|khusus) hari ini / (hari|kesempatan|malam|jam) terakhir / terakhir hari ini / sebelum (kehabisan|habis|harga naik|sold out) / (besok|nanti malam) (harga|udah|sudah) (naik|normal|balik) / buruan / jangan sampai (kehabisan|nyesel|ketinggalan) / kehabisan / langsung ludes / keburu (habis|sold out) / cepetan (checkout|beli|order|co) / promo (berakhir|habis) (hari ini|malam ini|dalam #) / tidak akan (restock|restok) lagi / gak bakal restock / limited stock / slot terbatas
  (except): hari terakhir (liburan|sekolah|puasa|kerja|kuliah|ramadan|ujian|ospek|trip) / kehabisan (tempat|ide|napas|nafas|baterai|bensin|waktu|air) / (biar|supaya|agar|takut) (gak|nggak|tidak) kehabisan (baterai|air|ide|bensin)

free.giveaway
  syarat ada di halaman produk: (gratis|free) (produk|hadiah|iphone|hp|skincare|satu|1|tas|emas|lipstik|serum|sampel|barang) / (dapat|dapatkan|dapetin|ambil|klaim|dikasih) [*] gratis / gratis (untuk|buat) (kalian|kamu|semua|# orang) / giveaway / give away / bagi-bagi (hadiah|produk|uang|hp|gratis) / bagi bagi (hadiah|produk|uang) / beli (1|satu|2|dua) (gratis|dapat|dapet|free) # / buy 1 get 1 / hadiah (langsung|gratis|uang) / cashback 100% / menang (hadiah|iphone|uang)

proof.official
  (leave out): bpom [ri] (approved|certified|resmi|asli) / (sudah|udah|telah|terdaftar|ada|resmi|bersertifikat|izin|lolos) {di|terdaftar|resmi} bpom / bpom / (resmi|disetujui|direkomendasikan|diakui) [oleh] (pemerintah|kemenkes|kementerian|who|fda|mui|negara) / fda [approved] / kemenkes / sertifikat resmi (pemerintah|negara) / izin edar resmi

proof.clinical
  banyak teman juga pakai: (terbukti|teruji|sudah diuji|telah diuji) [secara] (klinis|ilmiah|medis|dermatologis|lab) / uji (klinis|lab) (membuktikan|terbukti|menunjukkan) / (dokter|dokter kulit|ahli|pakar|bidan|dermatolog|profesor) (merekomendasikan|rekomendasikan|menyarankan|sudah membuktikan|aja pakai|juga pakai) / (direkomendasikan|rekomendasi|disarankan|diformulasikan|dibuat|formula) [oleh] (dokter|ahli|pakar|dermatolog|bidan|profesor) [*] / penelitian (membuktikan|menunjukkan) / # dari # (dokter|wanita|orang|pengguna)

proof.award
  banyak disukai: (pemenang|peraih|meraih|memenangkan|dapat|raih) (penghargaan|award*|rekor muri|juara) [*] / award winning / penghargaan internasional / rekor muri / (sudah|telah|produk) (dipatenkan|paten) / hak paten / dipakai (artis|selebriti|artis-artis) / (artis|selebriti|raffi ahmad|nagita) [juga]pakai

green.claim
  (leave out): ramah lingkungan / eco friendly / eco-friendly / ecofriendly / go green / berkelanjutan / sustainable / biodegradable / mudah terurai / (bebas|netral) karbon / zero waste / menyelamatkan bumi / selamatkan bumi / bebas racun / non toxic

goods.prohibited
  (rewrite): vape / vapor / rokok / tembakau / rokok elektrik / cerutu / bir / wiski / whisky / vodka / arak / minuman keras / miras / tuak / judi / judi online / slot gacor / togel / taruhan / obat resep / obat keras / antibiotik / steroid / ganja / narkoba / viagra / senjata api / peluru / airsoft gun / pil kb / suntik putih
  (except): (humidifier|uap|kompor) vapor / (asbak|bekas|bau|asap|bebas|bungkus|korek) rokok / bir pletok / pistol (lem|air)

children.aim
  (rewrite): (adik|adek|anak-anak|teman-teman kecil|bocil) [*] (minta|suruh|bilang|ajak) [ke|sama] (mama|mamah|ibu|bunda|ayah|papa|orang tua|ortu) / (minta|suruh|bilang) [ke |sama] (mama|mamah|ibu|bunda|papa|ayah|ortu|orang tua) [kamu |kalian] (beliin|belikan|beli|buat beli|untuk beli)

children.growth
  (rewrite): (menambah|nambah|meninggikan|peninggi|meningkatkan|penambah|mempercepat) (tinggi badan|tinggi|pertumbuhan anak|kecerdasan anak|iq|pertumbuhan tinggi) / (anak|bayi|balita|si kecil) {jadi|makin|bisa|cepat|tambah} (cerdas|pintar|tinggi|gemuk|gak gampang sakit|jarang sakit|anti sakit) / mencerdaskan (anak|otak) / peninggi badan / perkembangan otak / kecerdasan otak

rivals.disparage
  aku lebih suka yang ini: (lebih (bagus|baik|ampuh|manjur|berkualitas)|jauh lebih bagus) (dari|daripada|dibanding) (brand|merek|produk|semua|yang lain|skincare|serum|toko|kompetitor) {lain|lainnya|mahal|sebelah|luar} / (brand|merek|produk|toko|seller) (lain|sebelah|lainnya|mahal) {itu|mah|pada|semuanya|cuma|semua} (jelek|palsu|abal-abal|abal abal|sampah|nipu|penipu|bahaya|kw|gak ampuh|gak guna|overprice*|zonk) / ngalahin (brand|produk|skincare|merek) [*] / mengalahkan (brand|produk|merek) [*] / jangan beli (brand|merek|produk) (lain|sebelah|mahal|itu) / (kalah|lewat) [sama ini] (brand mahal|skincare mahal|produk luar)

rivals.copy
  model yang aku suka: dupe / kw (super|premium|1|ori|thailand) / kw / replika / tiruan / mirror quality / (mirip|sama persis|persis) [sama |dengan |kayak |seperti] (gucci|dior|chanel|lv|louis vuitton|hermes|dyson|airpods|iphone|nike|adidas|charles & keith|zara) [asli|ori] / setara (brand|produk|skincare) (mahal|luar|mewah|ternama) / satu pabrik (sama|dengan) / grade ori
`),
}

/** What creators are told about their scripts and videos, in the languages of the markets: starting texts of ours, to be edited. */

import type { ReviewState } from './reviews'

export const FEEDBACK_LANGUAGES = ['zh', 'en', 'id', 'th', 'vi'] as const
export type FeedbackLanguage = (typeof FEEDBACK_LANGUAGES)[number]

interface Frame {
  readonly greeting: (name: string) => string
  readonly greetingNobody: string
  /** Before the list of notes. */
  readonly notes: string
  readonly endings: Readonly<Record<ReviewState, string>>
}

export const FRAMES: Readonly<Record<FeedbackLanguage, Frame>> = {
  zh: {
    greeting: (name) => `${name}，你好！内容已收到，辛苦了。`,
    greetingNobody: '你好！内容已收到，辛苦了。',
    notes: '具体修改点：',
    endings: {
      submitted: '',
      approved: '审核已通过，可以直接发布。',
      corrections: '改完以上几点即可发布，不用再发我们审。',
      needsWork: '请修改后把新版本发给我们再审一次。',
      rejected: '很遗憾，这一版不能使用，请先不要发布。',
      published: '视频已上线，感谢配合！',
    },
  },
  en: {
    greeting: (name) => `Hi ${name}, thank you for sending this over.`,
    greetingNobody: 'Hi, thank you for sending this over.',
    notes: 'Please look at these points:',
    endings: {
      submitted: '',
      approved: 'It is approved: you can post it as it is.',
      corrections: 'Once these points are changed you can post it; no need to send it again.',
      needsWork: 'Please change it and send us the new version before posting.',
      rejected: 'Sorry, we cannot use this version. Please do not post it.',
      published: 'It is online. Thank you!',
    },
  },
  id: {
    greeting: (name) => `Halo ${name}, terima kasih sudah mengirim kontennya.`,
    greetingNobody: 'Halo, terima kasih sudah mengirim kontennya.',
    notes: 'Mohon perhatikan poin berikut:',
    endings: {
      submitted: '',
      approved: 'Konten disetujui dan bisa langsung diposting.',
      corrections: 'Setelah poin di atas diperbaiki, konten bisa diposting tanpa dikirim ulang.',
      needsWork: 'Mohon direvisi dan kirim versi barunya ke kami sebelum diposting.',
      rejected: 'Maaf, versi ini belum bisa dipakai. Mohon jangan diposting dulu.',
      published: 'Video sudah tayang. Terima kasih!',
    },
  },
  th: {
    greeting: (name) => `สวัสดีค่ะคุณ ${name} ขอบคุณที่ส่งคอนเทนต์มาให้นะคะ`,
    greetingNobody: 'สวัสดีค่ะ ขอบคุณที่ส่งคอนเทนต์มาให้นะคะ',
    notes: 'รบกวนดูจุดต่อไปนี้ค่ะ',
    endings: {
      submitted: '',
      approved: 'ผ่านการตรวจแล้วค่ะ โพสต์ได้เลย',
      corrections: 'แก้ตามจุดข้างต้นแล้วโพสต์ได้เลยค่ะ ไม่ต้องส่งมาอีก',
      needsWork: 'รบกวนแก้ไขแล้วส่งเวอร์ชันใหม่ให้เราตรวจก่อนโพสต์นะคะ',
      rejected: 'ขออภัยค่ะ เวอร์ชันนี้ยังใช้ไม่ได้ กรุณาอย่าเพิ่งโพสต์',
      published: 'วิดีโอขึ้นแล้ว ขอบคุณมากค่ะ',
    },
  },
  vi: {
    greeting: (name) => `Chào ${name}, cảm ơn bạn đã gửi nội dung.`,
    greetingNobody: 'Chào bạn, cảm ơn bạn đã gửi nội dung.',
    notes: 'Bạn xem giúp các điểm sau nhé:',
    endings: {
      submitted: '',
      approved: 'Nội dung đã được duyệt, bạn có thể đăng luôn.',
      corrections: 'Sửa xong các điểm trên là bạn có thể đăng, không cần gửi lại.',
      needsWork: 'Bạn sửa lại rồi gửi phiên bản mới cho bên mình duyệt trước khi đăng nhé.',
      rejected: 'Rất tiếc, phiên bản này chưa dùng được. Bạn vui lòng chưa đăng nhé.',
      published: 'Video đã lên. Cảm ơn bạn!',
    },
  },
}

type Sentences = Readonly<Record<FeedbackLanguage, string>>
const say = (zh: string, en: string, id: string, th: string, vi: string): Sentences => ({ zh, en, id, th, vi })

export const SHIPPED_SENTENCES = {
  gradeS: say(
    '这条质量很高，卖点和节奏都到位。',
    'This is excellent: the selling points and the pace are just right.',
    'Kualitasnya sangat bagus: poin jual dan temponya pas.',
    'คุณภาพดีมากค่ะ จุดขายและจังหวะลงตัว',
    'Chất lượng rất tốt: điểm bán hàng và nhịp độ đều ổn.',
  ),
  gradeA: say(
    '整体不错，小处再打磨会更好。',
    'This is good; a few details would make it even better.',
    'Secara keseluruhan bagus; beberapa detail bisa dibuat lebih baik.',
    'โดยรวมดีค่ะ ปรับรายละเอียดอีกนิดจะดียิ่งขึ้น',
    'Nhìn chung tốt; chỉnh thêm vài chi tiết sẽ hay hơn.',
  ),
  gradeB: say(
    '可以用，但下面几点会影响转化。',
    'It can work, but the points below will cost sales.',
    'Bisa dipakai, tetapi poin di bawah akan memengaruhi penjualan.',
    'ใช้ได้ค่ะ แต่จุดด้านล่างจะกระทบยอดขาย',
    'Có thể dùng, nhưng các điểm dưới đây sẽ ảnh hưởng đến doanh số.',
  ),
  gradeC: say(
    '这一版还达不到要求，主要问题如下。',
    'This version does not meet the brief yet; the main points are below.',
    'Versi ini belum memenuhi brief; masalah utamanya di bawah ini.',
    'เวอร์ชันนี้ยังไม่ตรงตามบรีฟ ปัญหาหลักอยู่ด้านล่างค่ะ',
    'Phiên bản này chưa đạt yêu cầu; các vấn đề chính ở bên dưới.',
  ),
  goodHook: say(
    '开头很抓人。',
    'The opening catches the eye.',
    'Pembukaannya menarik.',
    'เปิดคลิปได้น่าสนใจมาก',
    'Phần mở đầu rất cuốn hút.',
  ),
  realUse: say(
    '真实使用的镜头很有说服力。',
    'Showing yourself really using it is convincing.',
    'Adegan pemakaian nyata sangat meyakinkan.',
    'ฉากใช้งานจริงน่าเชื่อถือมาก',
    'Cảnh sử dụng thật rất thuyết phục.',
  ),
  tooLong: say(
    '视频偏长，请剪掉重复的部分。',
    'It is too long: please cut what repeats itself.',
    'Videonya terlalu panjang; mohon potong bagian yang berulang.',
    'คลิปยาวเกินไป รบกวนตัดส่วนที่ซ้ำออก',
    'Video hơi dài, bạn cắt bớt phần lặp lại nhé.',
  ),
  tooShort: say(
    '视频太短，卖点还没讲清楚。',
    'It is too short for the selling points to come across.',
    'Videonya terlalu pendek sehingga poin jual belum tersampaikan.',
    'คลิปสั้นเกินไป ยังเล่าจุดขายไม่ครบ',
    'Video quá ngắn, chưa nói rõ điểm bán hàng.',
  ),
  notShown: say(
    '请上身/上手展示产品，要看得清使用过程。',
    'Please wear or use the product on camera so that people see how it works.',
    'Mohon pakai atau gunakan produk di depan kamera agar cara pakainya terlihat.',
    'รบกวนสวมหรือใช้สินค้าหน้ากล้องให้เห็นการใช้งานชัดเจน',
    'Bạn mặc hoặc dùng sản phẩm trước máy quay để mọi người thấy rõ nhé.',
  ),
  blurry: say(
    '画面不清晰，请补光并重拍模糊的镜头。',
    'The picture is blurry: please use more light and film those shots again.',
    'Gambarnya buram; mohon tambah cahaya dan rekam ulang bagian itu.',
    'ภาพไม่ชัด รบกวนเพิ่มแสงและถ่ายช่วงที่เบลอใหม่',
    'Hình bị mờ, bạn thêm ánh sáng và quay lại những cảnh đó nhé.',
  ),
  badSound: say(
    '声音听不清，请换安静的环境或加字幕。',
    'The sound is hard to follow: please find a quieter place or add captions.',
    'Suaranya kurang jelas; mohon cari tempat lebih tenang atau tambahkan teks.',
    'เสียงฟังไม่ชัด รบกวนถ่ายในที่เงียบหรือใส่คำบรรยาย',
    'Âm thanh khó nghe, bạn quay ở nơi yên tĩnh hơn hoặc thêm phụ đề nhé.',
  ),
  noHook: say(
    '前三秒没有吸引点，请用痛点或效果开场。',
    'The first three seconds have no hook: please open with a problem or a result.',
    'Tiga detik pertama belum menarik; mohon buka dengan masalah atau hasil.',
    'สามวินาทีแรกยังไม่ดึงดูด รบกวนเปิดด้วยปัญหาหรือผลลัพธ์',
    'Ba giây đầu chưa thu hút, bạn mở đầu bằng vấn đề hoặc kết quả nhé.',
  ),
  priceWrong: say(
    '价格或优惠说错了，请以需求单为准。',
    'The price or the offer is wrong: please use the one in the brief.',
    'Harga atau promonya salah; mohon ikuti yang ada di brief.',
    'ราคาหรือโปรโมชันไม่ถูกต้อง รบกวนใช้ตามบรีฟ',
    'Giá hoặc ưu đãi chưa đúng, bạn dùng theo brief nhé.',
  ),
  sellingPoint: say(
    '漏了核心卖点，请补上。',
    'The main selling point is missing: please add it.',
    'Poin jual utama belum ada; mohon ditambahkan.',
    'ขาดจุดขายหลัก รบกวนเพิ่มด้วย',
    'Thiếu điểm bán hàng chính, bạn bổ sung nhé.',
  ),
  noCart: say(
    '请引导点击购物车/商品链接。',
    'Please tell people to tap the product link.',
    'Mohon arahkan penonton untuk klik keranjang produk.',
    'รบกวนชวนคนดูกดตะกร้าสินค้า',
    'Bạn nhắc người xem bấm vào giỏ hàng nhé.',
  ),
  noDisclosure: say(
    '请标明合作推广，例如打开平台的推广标识。',
    'Please disclose that it is promotional, for instance with the platform’s own label.',
    'Mohon cantumkan bahwa ini konten promosi, misalnya dengan label dari platform.',
    'รบกวนระบุว่าเป็นคอนเทนต์โปรโมต เช่น เปิดป้ายของแพลตฟอร์ม',
    'Bạn ghi rõ đây là nội dung quảng bá, ví dụ bật nhãn của nền tảng nhé.',
  ),
  riskyWords: say(
    '有的说法有违规风险，请按批注换一种说法。',
    'Some wording is risky: please use the wording in our notes.',
    'Ada kata-kata yang berisiko; mohon ganti sesuai catatan kami.',
    'มีบางคำที่เสี่ยงผิดกฎ รบกวนเปลี่ยนตามหมายเหตุ',
    'Một số câu chữ có rủi ro, bạn đổi theo ghi chú của bên mình nhé.',
  ),
  offBrief: say(
    '内容和需求单不一致，请对照后调整。',
    'It differs from the brief: please go through it once more.',
    'Isinya berbeda dari brief; mohon dicek kembali.',
    'เนื้อหาไม่ตรงกับบรีฟ รบกวนตรวจอีกครั้ง',
    'Nội dung khác với brief, bạn xem lại giúp nhé.',
  ),
} as const satisfies Readonly<Record<string, Sentences>>

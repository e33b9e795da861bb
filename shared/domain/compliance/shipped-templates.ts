/** Script templates that come with the app: starting points to copy, made of wording that the linter has nothing to say of. */

import type { Freedom, TemplateKind, TemplateWords } from './templates'

export interface ShippedTemplate extends TemplateWords {
  readonly name: string
  readonly kind: TemplateKind
  readonly category: string | null
  readonly market: string | null
  readonly language: string
  readonly contentForm: string | null
  readonly freedom: Freedom
  readonly note: string | null
}

const script = { kind: 'script', market: null, contentForm: 'video', freedom: 'points', note: null } as const
const live = { ...script, contentForm: 'live', freedom: 'free' } as const
const local = { ...script, kind: 'localisation', contentForm: null, freedom: 'free', category: null } as const

const ENGLISH: readonly ShippedTemplate[] = [
  {
    ...script,
    name: 'First look (beauty)',
    language: 'en',
    category: 'beauty',
    body: '#ad\nHi, this is {{name}}. {{brand}} sent me {{product}} and I earn a commission when you buy it.\nThis is how it looks in daylight, and this is after I blend it out.\nI like the texture. What I like less: {{minus}}.\nThe price is on the product page. Tell me which shade you would wear.',
    mustSay: ['#ad', 'I earn a commission'],
    maySay: ['It covers, blurs or conceals', 'What I like less'],
    neverSay: ['the best', 'removes wrinkles', 'before and after'],
  },
  {
    ...live,
    name: 'LIVE opening (home)',
    language: 'en',
    category: 'home',
    body: '#ad\nGood evening, I am {{name}}, and this is a paid partnership with {{brand}}.\nI will show you {{product}} from every side, tell me what I should try with it.\nSize, weight and price are on the product page.',
    mustSay: ['paid partnership'],
    maySay: ['Questions from the chat'],
    neverSay: ['only 3 left', 'cheaper than other shops', 'link in my bio'],
  },
  {
    ...local,
    name: 'Localisation notes: English',
    language: 'en',
    body: 'Write as people talk, in short sentences. Say what you see and feel yourself.\nKeep the label at the beginning. Units in inches for the US, in centimetres for the UK.\nChinese selling words are not translated: one honest weakness sells better than three superlatives.',
    mustSay: [],
    maySay: [],
    neverSay: ['the cheapest', 'guaranteed'],
  },
]

const CHINESE: readonly ShippedTemplate[] = [
  {
    ...script,
    name: '开箱（美妆）',
    language: 'zh',
    category: 'beauty',
    body: '#广告\n大家好，我是{{name}}。{{brand}}寄了{{product}}给我，你们下单我有佣金。\n自然光下是这个颜色，推开以后是这样。\n质地我喜欢，不太满意的地方是{{minus}}。\n价格看商品页，你们会选哪个色号？',
    mustSay: ['#广告', '我有佣金'],
    maySay: ['遮盖、修饰、柔焦', '不太满意的地方'],
    neverSay: ['最便宜', '绝对有效', '美白祛斑'],
  },
  {
    ...local,
    name: '本地化要点：中文',
    language: 'zh',
    body: '用说话的口气写，句子短一点，只说自己看到和用到的。\n广告标识放在开头。\n国内直播间的催单话术不要照搬，讲清楚一个小缺点比三个形容词更可信。',
    mustSay: [],
    maySay: [],
    neverSay: ['全网最低价', '手慢无'],
  },
]

const INDONESIAN: readonly ShippedTemplate[] = [
  {
    ...script,
    name: 'Unboxing (fashion)',
    language: 'id',
    category: 'fashion',
    body: '#iklan\nHalo, aku {{name}}. {{brand}} kirim {{product}} ke aku, dan aku dapat komisi kalau kalian beli.\nIni warnanya di cahaya matahari, dan ini waktu aku pakai jalan.\nAku suka bahannya. Yang kurang menurutku: {{minus}}.\nHarga dan ukurannya ada di halaman produk.',
    mustSay: ['#iklan', 'aku dapat komisi'],
    maySay: ['Yang kurang menurutku'],
    neverSay: ['termurah', 'buruan', 'lebih murah dari toko lain'],
  },
  {
    ...local,
    name: 'Catatan lokalisasi: Indonesia',
    language: 'id',
    body: 'Pakai bahasa sehari-hari, aku dan kalian. Kalimatnya pendek.\nLabel iklan taruh di awal. Sebut satu kekurangan dengan jujur.\nJangan menerjemahkan naskah Cina kata per kata.',
    mustSay: [],
    maySay: [],
    neverSay: ['nomor 1', '100% ampuh'],
  },
]

const THAI: readonly ShippedTemplate[] = [
  {
    ...script,
    name: 'แกะกล่อง (ของใช้ในบ้าน)',
    language: 'th',
    category: 'home',
    body: '#โฆษณา\nสวัสดีค่ะ เราชื่อ {{name}} ทาง {{brand}} ส่ง {{product}} มาให้ลอง และเราได้ค่าคอมมิชชั่นเวลาทุกคนซื้อ\nดูขนาดเทียบกับมือเรา แล้วมาลองใช้ด้วยกัน\nชอบตรงสีกับน้ำหนัก ส่วนที่ไม่ค่อยชอบคือ {{minus}}\nราคาอยู่ในหน้าสินค้านะคะ',
    mustSay: ['#โฆษณา', 'ได้ค่าคอมมิชชั่น'],
    maySay: ['ส่วนที่ไม่ค่อยชอบ'],
    neverSay: ['ถูกที่สุด', 'วันนี้เท่านั้น', 'แอดไลน์'],
  },
  {
    ...local,
    name: 'โน้ตสำหรับภาษาไทย',
    language: 'th',
    body: 'พูดเหมือนคุยกับเพื่อน ประโยคสั้นๆ เล่าสิ่งที่เห็นและใช้เอง\nป้ายโฆษณาไว้ต้นคลิป ใช้คำลงท้ายให้ตรงกับคนพูด\nอย่าแปลสคริปต์จีนตรงตัว',
    mustSay: [],
    maySay: [],
    neverSay: ['ดีที่สุด', 'เห็นผลทันที'],
  },
]

const VIETNAMESE: readonly ShippedTemplate[] = [
  {
    ...script,
    name: 'Mở hộp (mỹ phẩm)',
    language: 'vi',
    category: 'beauty',
    body: '#quangcao\nChào cả nhà, mình là {{name}}. {{brand}} gửi {{product}} cho mình dùng thử và mình có hoa hồng khi mọi người mua.\nMàu dưới nắng là vậy, còn tán ra thì như này.\nMình thích chất kem. Điểm mình chưa ưng: {{minus}}.\nGiá ở trang sản phẩm, mọi người xem giúp mình.',
    mustSay: ['#quangcao', 'mình có hoa hồng'],
    maySay: ['Điểm mình chưa ưng'],
    neverSay: ['rẻ nhất', 'trắng da', 'cam kết'],
  },
  {
    ...local,
    name: 'Ghi chú bản địa hóa: tiếng Việt',
    language: 'vi',
    body: 'Nói như nói chuyện với bạn, câu ngắn, xưng mình hoặc em tùy người nói.\nNhãn quảng cáo để ngay đầu. Kể một điểm chưa thích cho thật.\nĐừng dịch từng chữ kịch bản tiếng Trung.',
    mustSay: [],
    maySay: [],
    neverSay: ['số 1', 'giảm cân'],
  },
]

export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = [
  ...ENGLISH,
  ...CHINESE,
  ...INDONESIAN,
  ...THAI,
  ...VIETNAMESE,
]

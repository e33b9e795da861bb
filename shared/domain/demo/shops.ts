/** The made-up agency's clients and shops, and what each shop sells. Names, codes and prices are invented. */

import type { FileLanguage } from '../imports'

export interface DemoProduct {
  readonly name: string
  /** In the units people write (dollars, dong). */
  readonly price: number
  readonly skus: readonly [string, ...string[]]
}

export interface DemoShop {
  readonly key: string
  readonly name: string
  readonly client: string
  readonly market: string
  readonly currency: string
  readonly timezone: string
  readonly reportLanguage: 'zh-CN' | 'en'
  readonly shopCode: string
  readonly crossBorder: boolean
  /** Language its export files are in. */
  readonly language: FileLanguage
  readonly container: 'csv' | 'xlsx'
  /** Minor units in the unit people write, and in the smallest step that files write. */
  readonly unit: number
  readonly step: number
  /** Prices and payments are multiples of this many minor units. */
  readonly priceStep: number
  /** Its part of all lines, in percent. */
  readonly share: number
  /** Days from delivery to settlement. */
  readonly settlementDays: number
  readonly products: readonly DemoProduct[]
}

function product(price: number, name: string, ...skus: readonly string[]): DemoProduct {
  const [first = 'Default', ...more] = skus
  return { name, price, skus: [first, ...more] }
}

const CENTS = { unit: 100, step: 1, priceStep: 1 } as const

export const DEMO_SHOPS: readonly [DemoShop, ...DemoShop[]] = [
  {
    key: 'us',
    name: 'Lumora Beauty US',
    client: 'Lumora Beauty',
    market: 'US',
    currency: 'USD',
    timezone: 'America/Los_Angeles',
    reportLanguage: 'en',
    shopCode: 'USLCDEMO0001',
    crossBorder: false,
    language: 'en',
    container: 'csv',
    ...CENTS,
    share: 26,
    settlementDays: 15,
    products: [
      product(24, 'Glow Reset Vitamin C Serum 30ml', '30 ml', '2 x 30 ml'),
      product(18.5, 'Cloud Whip Moisturizer, Fragrance Free', '50 ml', '100 ml'),
      product(14.99, 'Lip Jelly Tint "Soft Plum"', 'Soft Plum', 'Peach', 'Cocoa'),
      product(32, 'Overnight Barrier Cream', '50 ml'),
      product(12, 'Hydro Patch Eye Masks (20 pairs)', '20 pairs', '60 pairs'),
      product(27.5, 'Scalp Reset Rosemary Oil', '60 ml'),
      product(9.99, 'Brow Freeze Gel', 'Clear', 'Brown'),
      product(38, 'Peptide Lift Set, 3 Pieces', 'Set'),
      product(16, 'SPF 50 Invisible Sun Stick ☀️', '18 g'),
      product(21, 'Cica Calm Toner Pads', '60 pads', '120 pads'),
      product(45, 'Holiday Glow Gift Box', 'Box'),
      product(11.5, 'Gua Sha & Roller Duo', 'Rose', 'Jade'),
    ],
  },
  {
    key: 'gb',
    name: 'Lumora Beauty UK',
    client: 'Lumora Beauty',
    market: 'GB',
    currency: 'GBP',
    timezone: 'Europe/London',
    reportLanguage: 'en',
    shopCode: 'GBLCDEMO0002',
    crossBorder: false,
    language: 'en',
    container: 'xlsx',
    ...CENTS,
    share: 12,
    settlementDays: 14,
    products: [
      product(16, 'Glass Skin Hydrating Mist 100ml', '100 ml pump', '2 x 100 ml'),
      product(19.5, 'Glow Reset Vitamin C Serum 30ml', '30 ml'),
      product(14, 'Cloud Whip Moisturiser, Fragrance Free', '50 ml'),
      product(11, 'Lip Jelly Tint', 'Soft Plum', 'Peach'),
      product(24, 'Overnight Barrier Cream', '50 ml'),
      product(9.5, 'Hydro Patch Eye Masks (20 pairs)', '20 pairs'),
      product(22, 'Scalp Reset Rosemary Oil', '60 ml'),
      product(7.5, 'Brow Freeze Gel', 'Clear', 'Brown'),
      product(13, 'SPF 50 Invisible Sun Stick', '18 g'),
      product(34, 'Holiday Glow Gift Box', 'Box'),
    ],
  },
  {
    key: 'usx',
    name: '澄屿数码 US',
    client: '深圳澄屿科技',
    market: 'US',
    currency: 'USD',
    timezone: 'America/New_York',
    reportLanguage: 'zh-CN',
    shopCode: 'USCBDEMO0003',
    crossBorder: true,
    language: 'zh',
    container: 'csv',
    ...CENTS,
    share: 18,
    settlementDays: 22,
    products: [
      product(29.99, '磁吸充电宝 10000mAh, MagSafe Compatible', '黑色', '白色'),
      product(19.99, '便携桌面小风扇 Mini Desk Fan', '薄荷绿', '米白'),
      product(35.99, '开放式蓝牙耳机 Open-Ear Earbuds', '曜石黑', '月光白'),
      product(15.99, '手机支架 360° Phone Stand', '银色'),
      product(24.5, '智能小夜灯 Sunset Lamp', '日落红', '彩虹'),
      product(12.99, '数据线收纳盒 Cable Organizer, 2 Pack', '灰色'),
      product(42, '迷你投影仪 Mini Projector', '标准版'),
      product(17.5, '车载吸尘器 Car Vacuum', '黑色'),
      product(9.99, '屏幕清洁套装 7 合 1', '白色'),
      product(26, '无线鼠标 静音 Silent Mouse', '粉色', '黑色'),
    ],
  },
  {
    key: 'id',
    name: 'Nusa Living Indonesia',
    client: 'Nusa Living',
    market: 'ID',
    currency: 'IDR',
    timezone: 'Asia/Jakarta',
    reportLanguage: 'en',
    shopCode: 'IDLCDEMO0004',
    crossBorder: false,
    language: 'id',
    container: 'csv',
    unit: 100,
    step: 100,
    priceStep: 10_000,
    share: 18,
    settlementDays: 10,
    products: [
      product(89_000, 'Hijab Pashmina Ceruty Premium', 'Mocca', 'Hitam', 'Sage'),
      product(149_000, 'Gamis Rayon Motif Bunga', 'M', 'L', 'XL'),
      product(65_000, 'Serum Wajah Niacinamide 20ml', '20 ml'),
      product(45_000, 'Sambal Cumi Asin 150gr, Pedas', 'Pedas', 'Sedang'),
      product(129_000, 'Sandal Wanita Empuk', '37', '38', '39'),
      product(75_000, 'Mukena Travel Katun', 'Putih', 'Dusty Pink'),
      product(39_000, 'Kopi Susu Gula Aren Bubuk 10 Sachet', '10 sachet', '30 sachet'),
      product(185_000, 'Set Panci Anti Lengket', 'Set 5'),
      product(55_000, 'Lip Tint Tahan Lama', 'Berry', 'Nude'),
      product(99_000, 'Sprei Katun Jepang 160x200', 'Abu', 'Biru'),
    ],
  },
  {
    key: 'th',
    name: 'Nusa Living Thailand',
    client: 'Nusa Living',
    market: 'TH',
    currency: 'THB',
    timezone: 'Asia/Bangkok',
    reportLanguage: 'en',
    shopCode: 'THLCDEMO0005',
    crossBorder: false,
    language: 'en',
    container: 'csv',
    unit: 100,
    step: 1,
    priceStep: 100,
    share: 12,
    settlementDays: 8,
    products: [
      product(290, 'กันแดดหน้า SPF50+ PA++++ 50 มล.', '50 ml'),
      product(390, 'เซรั่มวิตามินซี ผิวกระจ่างใส', '30 ml', '2 x 30 ml'),
      product(159, 'ลิปทินท์ติดทน สีพีช', 'พีช', 'แดง'),
      product(259, 'กระเป๋าผ้าแคนวาส', 'ครีม', 'ดำ'),
      product(199, 'น้ำพริกนรกปลาแซลมอน', '120 g'),
      product(459, 'หมอนสุขภาพเมมโมรี่โฟม', 'ขาว'),
      product(129, 'สบู่สมุนไพรขมิ้น 3 ก้อน', '3 ก้อน'),
      product(350, 'เสื้อครอปท็อปไหมพรม', 'S', 'M', 'L'),
      product(590, 'หม้อทอดไร้น้ำมัน 3 ลิตร', 'ดำ', 'เขียว'),
    ],
  },
  {
    key: 'vn',
    name: '澄屿 Việt Nam',
    client: '深圳澄屿科技',
    market: 'VN',
    currency: 'VND',
    timezone: 'Asia/Ho_Chi_Minh',
    reportLanguage: 'zh-CN',
    shopCode: 'VNLCDEMO0006',
    crossBorder: false,
    language: 'vi',
    container: 'xlsx',
    unit: 1,
    step: 1,
    priceStep: 1000,
    share: 14,
    settlementDays: 7,
    products: [
      product(249_000, 'Tai nghe Bluetooth chống ồn', 'Đen', 'Trắng'),
      product(189_000, 'Sạc dự phòng 10000mAh', 'Trắng', 'Hồng'),
      product(129_000, 'Quạt mini để bàn', 'Xanh', 'Kem'),
      product(99_000, 'Giá đỡ điện thoại gấp gọn', 'Bạc'),
      product(349_000, 'Đèn ngủ hoàng hôn', 'Đỏ', 'Cầu vồng'),
      product(159_000, 'Bình giữ nhiệt 1 lít "Xuân 2.0"', 'Đen', 'Be'),
      product(79_000, 'Bộ vệ sinh bàn phím 7 trong 1', 'Trắng'),
      product(459_000, 'Máy hút bụi cầm tay', 'Đen'),
      product(219_000, 'Chuột không dây yên lặng', 'Hồng', 'Đen'),
    ],
  },
]

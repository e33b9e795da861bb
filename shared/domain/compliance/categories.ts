/** Kinds of products that rules are for, told from the words of a catalogue in any of the languages. */

export const RULE_CATEGORIES = [
  'beauty',
  'health',
  'food',
  'fashion',
  'home',
  'electronics',
  'children',
  'pets',
  'jewellery',
] as const
export type RuleCategory = (typeof RULE_CATEGORIES)[number]

/** The first that fits holds: `baby food` is for children, `pet supplements` for pets. */
const KNOWN: readonly (readonly [RuleCategory, RegExp])[] = [
  ['pets', /\bpets?\b|\bdogs?\b|\bcats?\b|宠物|hewan|สัตว์เลี้ยง|thú cưng/],
  [
    'children',
    /baby|bab(?:y|ies)\b|\bkids?\b|children|toys?\b|maternity|母婴|婴|儿童|童|玩具|bayi|anak|mainan|เด็ก|ทารก|ของเล่น|trẻ em|mẹ và bé|đồ chơi/,
  ],
  ['jewellery', /jewel|watches|珠宝|首饰|饰品|perhiasan|เครื่องประดับ|trang sức/],
  [
    'beauty',
    /beauty|skin\s?care|make-?up|cosmetic|personal care|hair|fragrance|美妆|护肤|个护|彩妆|美容|kecantikan|perawatan|ความงาม|เครื่องสำอาง|ผิว|làm đẹp|mỹ phẩm|chăm sóc/,
  ],
  [
    'health',
    /health|supplement|vitamin|wellness|medical|保健|健康|医疗|营养|kesehatan|suplemen|สุขภาพ|อาหารเสริม|sức khỏe|thực phẩm chức năng/,
  ],
  [
    'food',
    /food|beverage|drink|snack|grocer|食品|零食|饮料|生鲜|makanan|minuman|อาหาร|เครื่องดื่ม|thực phẩm|đồ ăn|đồ uống/,
  ],
  [
    'electronics',
    /electronic|phone|computer|camera|audio|3c|数码|手机|电脑|电子|elektronik|ponsel|อิเล็กทรอนิกส์|โทรศัพท์|điện tử|điện thoại|máy tính/,
  ],
  [
    'fashion',
    /fashion|cloth|wear|shoes|bags|luggage|apparel|服|鞋|包|fesyen|pakaian|busana|sepatu|\btas\b|แฟชั่น|เสื้อผ้า|รองเท้า|กระเป๋า|thời trang|quần áo|giày|túi/,
  ],
  [
    'home',
    /home|kitchen|household|furniture|garden|textile|tool|家居|家具|厨|日用|家纺|rumah|dapur|บ้าน|ครัว|nhà|bếp|gia dụng/,
  ],
]

/** Null: none that a rule is for, or not known. */
export function ruleCategory(words: string | null): RuleCategory | null {
  if (words === null || words.trim() === '') return null
  const lower = words.normalize('NFC').toLowerCase()
  return KNOWN.find(([category, pattern]) => category === lower || pattern.test(lower))?.[0] ?? null
}

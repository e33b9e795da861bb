/** The 400 made-up creators: handles, and names in the language of their market. Any likeness is chance. */

import { randomOf } from './random'

export interface DemoCreator {
  readonly handle: string
  readonly displayName: string
  readonly market: string
  /** How much it sells, against the others of its market. */
  readonly reach: number
  /** The month of the made-up year (0 is the first) in which it begins. */
  readonly since: number
  /** How much of its selling is live, from 0 to 1. */
  readonly live: number
}

/** Sells most of all in the US shop, and loses money: its rate, its ads and its retainer eat more than it earns. */
export const LOSS_MAKER = 'madison.glows'

interface Names {
  readonly market: string
  readonly count: number
  readonly first: readonly [string, ...string[]]
  readonly last: readonly [string, ...string[]]
  /** First names as handles spell them, in the order of `first`. */
  readonly spelled: readonly [string, ...string[]]
  readonly tags: readonly [string, ...string[]]
}

const NAMES: readonly Names[] = [
  {
    market: 'US',
    count: 130,
    first: [
      'Ava',
      'Zoe',
      'Mia',
      'Jordan',
      'Kayla',
      'Brianna',
      'Chloe',
      'Emma',
      'Olivia',
      'Tasha',
      'Grace',
      'Nia',
      'Hannah',
      'Maya',
      'Sofía',
      'Camila',
      'Riley',
      'Tyler',
    ],
    last: [
      'Brooks',
      'Carter',
      'Nguyen',
      'Rivera',
      'Johnson',
      'Kim',
      'Patel',
      'Morgan',
      'Reed',
      'Foster',
      'Diaz',
      'Bennett',
    ],
    spelled: [
      'ava',
      'zoe',
      'mia',
      'jordan',
      'kayla',
      'bri',
      'chloe',
      'emma',
      'olivia',
      'tasha',
      'grace',
      'nia',
      'hannah',
      'maya',
      'sofia',
      'camila',
      'riley',
      'tyler',
    ],
    tags: ['finds', 'beauty', 'skin', 'deals', 'daily', 'reviews', 'at.home', 'tries.it', 'glow', 'picks'],
  },
  {
    market: 'GB',
    count: 60,
    first: [
      'Amelia',
      'Isla',
      'Freya',
      'Poppy',
      'Aisha',
      'Megan',
      'Niamh',
      'Harriet',
      'Ellie',
      'Callum',
      'Jess',
      'Priya',
    ],
    last: ['Clarke', 'Hughes', 'Khan', 'Walsh', 'Taylor', 'Okafor', 'Shah', 'Evans', 'Murray'],
    spelled: [
      'amelia',
      'isla',
      'freya',
      'poppy',
      'aisha',
      'megan',
      'niamh',
      'harriet',
      'ellie',
      'callum',
      'jess',
      'priya',
    ],
    tags: ['uk', 'bargains', 'skincare', 'beauty', 'ldn', 'hauls', 'makeup', 'tests'],
  },
  {
    market: 'ID',
    count: 80,
    first: [
      'Sari',
      'Dewi',
      'Putri',
      'Ayu',
      'Rina',
      'Nurul',
      'Fitri',
      'Indah',
      'Bunga',
      'Citra',
      'Intan',
      'Wulan',
      'Bagus',
      'Rizky',
    ],
    last: ['Lestari', 'Wijaya', 'Pratama', 'Rahma', 'Kusuma', 'Anggraini', 'Saputra', 'Hidayah', 'Maharani'],
    spelled: [
      'sari',
      'dewi',
      'putri',
      'ayu',
      'rina',
      'nurul',
      'fitri',
      'indah',
      'bunga',
      'citra',
      'intan',
      'wulan',
      'bagus',
      'rizky',
    ],
    tags: ['hijab', 'racun', 'belanja', 'ootd', 'kuliner', 'mom', 'official', 'haul', 'id'],
  },
  {
    market: 'TH',
    count: 60,
    first: ['มะลิ', 'พลอย', 'น้ำฝน', 'ฟ้า', 'แพรว', 'ใบเตย', 'มุก', 'อุ้ม', 'นุ่น', 'กานต์', 'ต้นข้าว'],
    last: ['รีวิว', 'พาช้อป', 'ขายดี', 'บิวตี้', 'ของดี', 'ไลฟ์', 'สายกิน'],
    spelled: ['mali', 'ploy', 'namfon', 'fah', 'praew', 'baitoey', 'mook', 'aum', 'noon', 'karn', 'tonkhao'],
    tags: ['review', 'pashop', 'beauty', 'th', 'khongdee', 'live', 'daily'],
  },
  {
    market: 'VN',
    count: 70,
    first: ['Linh', 'Hương', 'Thảo', 'Ngọc', 'Trang', 'Mai', 'Quỳnh', 'Yến', 'Vy', 'Minh', 'Đức', 'Phương'],
    last: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'],
    spelled: ['linh', 'huong', 'thao', 'ngoc', 'trang', 'mai', 'quynh', 'yen', 'vy', 'minh', 'duc', 'phuong'],
    tags: ['review', 'sansale', 'congnghe', 'daily', 'mecon', 'vn', 'xaihang', 'live'],
  },
]

/** The creators of the made-up agency, the same for the same seed; handles are unique. */
export function demoCreators(seed: number): DemoCreator[] {
  const taken = new Set<string>([LOSS_MAKER])
  return NAMES.flatMap((names) => ofMarket(seed, names, taken))
}

function ofMarket(
  seed: number,
  { market, count, first, last, spelled, tags }: Names,
  taken: Set<string>,
): DemoCreator[] {
  const random = randomOf(seed, 'creators', market)
  return Array.from({ length: count }, (_, rank) => {
    // Few sell much, most sell little.
    const reach = 1 / (rank + 4)
    if (market === 'US' && rank === 0) {
      return { handle: LOSS_MAKER, displayName: 'Madison ✨ Glows', market, reach: 2 * reach, since: 0, live: 0.35 }
    }
    const given = random.whole(0, first.length - 1)
    const family = random.pick(last)
    const base = `${spelled[given] ?? spelled[0]}${random.pick(['.', '_', ''])}${random.pick(tags)}`
    let handle = base
    while (taken.has(handle)) {
      handle = `${base}${random.whole(2, 999)}`
    }
    taken.add(handle)
    const name = first[given] ?? first[0]
    const displayName = market === 'VN' ? `${family} ${name}` : `${name} ${family}`
    return {
      handle,
      displayName,
      market,
      reach,
      since: rank < 20 ? 0 : random.whole(0, 9),
      live: random.chance(0.3) ? 0.7 : random.next() * 0.3,
    }
  })
}

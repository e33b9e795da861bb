/**
 * Made-up affiliate-order exports for measuring: one file per shop in the platform's English layout, newest first, with
 * the skew of real shops (few large shops, few strong creators). The same seed always gives the same bytes.
 */

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface WorkloadOptions {
  readonly lines: number
  readonly shops?: number
  readonly seed?: number
  /** Share of lines that have moved on (settled, cancelled) since the first export. */
  readonly changed?: number
}

export interface WorkloadFile {
  readonly path: string
  readonly shop: WorkloadShop
}

/** `no` from 0; odd shops sell in euro. */
export interface WorkloadShop {
  readonly no: number
  readonly name: string
  readonly market: string
  readonly currency: string
}

const HEADER =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Payment method,Order Status,Creator Username,Content Type,Content ID,commission model,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Shop Ads commission rate,Est. Shop Ads commission payment,Actual Shop Ads commission payment,Est. co-funded creator bonus,Actual co-funded creator bonus,Time Created,Payment time,Order Delivery Time,Time Commission Paid,Platform\n'

export const FIRST_SECOND = Date.UTC(2024, 6, 1) / 1000
export const DAYS = 548
const CREATORS = 20_000
const ROSTER = 1_200
const PRODUCTS_OF_SHOP = 100
const WORDS = [
  'Hydrating',
  '玻尿酸',
  'ครีมกันแดด',
  'Áo thun',
  'Wireless',
  'Mini',
  '防水',
  'Portable',
  'Serum',
  '精华液',
  'Gift Set, Limited Edition',
  'Size ""L""',
  '– Free Shipping 🎁',
  'Unisex',
  '送礼',
  'Tumbler 40oz',
]
const NAMES = ['beauty', 'glow', 'mia', 'nur', 'linh', 'tech', 'deal', 'home', 'fit', 'zoe', 'kai', 'ana']

/** Writes the files; answers them by shop. */
export function writeWorkload(
  folder: string,
  { lines, shops = shopsFor(lines), seed = 7, changed = 0 }: WorkloadOptions,
): WorkloadFile[] {
  mkdirSync(folder, { recursive: true })
  const catalogue = makeCatalogue(shops)
  const files = workloadShops(shops).map((shop) => ({ path: join(folder, `affiliate_orders_${shop.no}.csv`), shop }))
  const parts = files.map(() => [HEADER])
  const handles = files.map(({ path }) => openSync(path, 'w'))
  const random = randomNumbers(seed)
  for (let line = 0, order = 0; line < lines; order++) {
    const shop = Math.floor(random() * random() * shops)
    const second = FIRST_SECOND + Math.floor((1 - line / lines) * (DAYS - 2) * 86_400) + Math.floor(random() * 3_600)
    const count = random() < 0.12 ? 2 + Math.floor(random() * 2) : 1
    const part = parts[shop]!
    writeOrder(part, { catalogue, shop, second, order, random, count, changed, first: line })
    line += count
    if (part.length > 4_000) writeSync(handles[shop]!, part.splice(0).join(''))
  }
  handles.forEach((handle, shop) => {
    writeSync(handle, parts[shop]!.join(''))
    closeSync(handle)
  })
  return files
}

/** As many shops as leave each a file of some 20,000 lines, at most 50. */
export function shopsFor(lines: number): number {
  return Math.max(3, Math.min(50, Math.round(lines / 20_000)))
}

export function workloadShops(count: number): WorkloadShop[] {
  return Array.from({ length: count }, (_, no) => ({
    no,
    name: `Shop ${String(no).padStart(3, '0')}`,
    ...(no % 2 === 0 ? { market: 'US', currency: 'USD' } : { market: 'DE', currency: 'EUR' }),
  }))
}

interface Sku {
  readonly id: string
  readonly product: string
  readonly name: string
  readonly price: number
  readonly rate: number
}

interface Catalogue {
  readonly skus: readonly (readonly Sku[])[]
  readonly rosters: readonly Int32Array[]
  readonly zipf: Float64Array
}

function makeCatalogue(shops: number): Catalogue {
  const random = randomNumbers(42)
  const id = (): string => `1729${String(100_000_000_000_000 + Math.floor(random() * 8e14)).slice(0, 15)}`
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)]!
  const skus = Array.from({ length: shops }, () =>
    Array.from({ length: PRODUCTS_OF_SHOP }, (_, i) => {
      const product = id()
      const name = `"${pick()} ${pick()} ${pick()} #${i}"`
      const price = 400 + Math.floor(random() * random() * 9_000)
      const rate = 500 + 250 * Math.floor(random() * 9)
      return Array.from({ length: 1 + Math.floor(random() * random() * 8) }, () => ({
        id: id(),
        product,
        name,
        price,
        rate,
      }))
    }).flat(),
  )
  const rosters = Array.from({ length: shops }, () =>
    Int32Array.from({ length: ROSTER }, () => Math.floor(random() * CREATORS)),
  )
  const zipf = new Float64Array(ROSTER)
  let sum = 0
  for (let i = 0; i < ROSTER; i++) zipf[i] = sum += 1 / (i + 4)
  return { skus, rosters, zipf: zipf.map((value) => value / sum) }
}

interface OrderSpec {
  readonly catalogue: Catalogue
  readonly shop: number
  readonly second: number
  readonly order: number
  readonly random: () => number
  readonly count: number
  readonly changed: number
  readonly first: number
}

function writeOrder(
  part: string[],
  { catalogue, shop, second, order, random, count, changed, first }: OrderSpec,
): void {
  const draw = random()
  const creator = catalogue.rosters[shop]![firstAbove(catalogue.zipf, draw)] ?? 0
  const type = random()
  const contentType = type < 0.62 ? 'Video' : type < 0.88 ? 'Livestream' : 'Showcase'
  const content =
    contentType === 'Showcase'
      ? ''
      : `75${String(10_000_000_000_000_000 + creator * 400_000_000_000 + Math.floor(random() * 30) * 7_919).padStart(17, '0')}`
  const state = random()
  const skus = catalogue.skus[shop]!
  const start = Math.floor(random() * random() * skus.length)
  const id = `57${String(1_000_000_000_000_000 + (second - FIRST_SECOND) * 100_000_000 + ((order * 7_919) % 100_000_000)).padStart(16, '0')}`
  for (let k = 0; k < count; k++) {
    const sku = skus[(start + k) % skus.length]!
    const quantity = random() < 0.85 ? 1 : 2 + Math.floor(random() * 3)
    const payment = Math.round(sku.price * quantity * (0.8 + random() * 0.2))
    let status = state < 0.72 ? 'Settled' : state < 0.9 ? 'Pending' : 'Ineligible'
    if (changed > 0 && shuffled(first + k) < changed) status = status === 'Settled' ? 'Ineligible' : 'Settled'
    const base = Math.round(payment * 0.96)
    const settled = status === 'Settled'
    const actual = random() < 0.06 ? Math.round(base / 2) : base
    const share = (of: number, rate: number): number => Math.round((of * rate) / 10_000)
    const ads = random() < 0.2
    const paid = second + 30 + Math.floor(state * 300)
    const delivered = paid + 172_800 + Math.floor(type * 400_000)
    part.push(
      [
        `${id}\t`,
        sku.product,
        sku.name,
        sku.id,
        money(sku.price),
        money(payment),
        shop % 2 === 0 ? 'USD' : 'EUR',
        quantity,
        status === 'Ineligible' ? 'Yes' : 'No',
        type < 0.5 ? 'Credit card' : 'Cash on delivery',
        status,
        `${NAMES[creator % NAMES.length]}.${creator.toString(36)}`,
        contentType,
        content,
        'Open collaboration',
        `${sku.rate / 100}%`,
        money(base),
        money(share(base, sku.rate)),
        settled ? money(actual) : '',
        settled ? money(share(actual, sku.rate)) : '',
        ads ? '5%' : '',
        ads ? money(share(base, 500)) : '',
        ads && settled ? money(share(actual, 500)) : '',
        '',
        '',
        time(second),
        time(paid),
        status === 'Pending' ? '' : time(delivered),
        settled ? time(delivered + 1_209_600) : '',
        'TikTok',
      ].join(',') + '\n',
    )
  }
}

/** The first place whose value is not below `wanted`, of ascending values. */
function firstAbove(values: Float64Array, wanted: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function money(minor: number): string {
  return (minor / 100).toFixed(2)
}

const dayTexts = new Map<number, string>()

/** `DD/MM/YYYY HH:mm:ss` */
function time(second: number): string {
  const day = Math.floor(second / 86_400)
  let text = dayTexts.get(day)
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/')
    dayTexts.set(day, text)
  }
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const rest = second - day * 86_400
  return `${text} ${two(rest / 3_600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`
}

/** Between 0 and 1, the same for the same line whatever was drawn before. */
function shuffled(line: number): number {
  let x = Math.imul(line ^ (line >>> 16), 0x45d9f3b)
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b)
  return ((x ^ (x >>> 16)) >>> 0) / 0x100000000
}

/** mulberry32 */
export function randomNumbers(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000
  }
}

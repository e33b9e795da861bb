/**
 * A pasted block of cells with tracking numbers in it, in whatever order its columns are: which column holds what is told
 * by what is in it, and by its title where it has one.
 */

import { isCarrierName, trackingKey } from './carriers'
import { normaliseHandle } from './import-values/handles'
import { cleanText, isBlank, normaliseHeader } from './import-values/text'
import { readSampleCode } from './sample-codes'

export const CELL_ROLES = ['tracking', 'carrier', 'handle', 'order', 'application', 'code', 'phone', 'other'] as const
export type CellRole = (typeof CELL_ROLES)[number]

/** What is known beside the block: its cells are looked up here before their form is judged. */
export interface KnownKeys {
  readonly isHandle: (handle: string) => boolean
  readonly isOrder: (id: string) => boolean
  readonly isApplication: (id: string) => boolean
  readonly isCode: (code: string) => boolean
  /** Digits alone. */
  readonly isPhone: (digits: string) => boolean
  readonly isTracking: (key: string) => boolean
}

export interface BlockRow {
  /** From 1, as pasted. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Block {
  readonly rows: readonly BlockRow[]
  /** Of each column. */
  readonly roles: readonly CellRole[]
  /** The first line names the columns. */
  readonly hasTitles: boolean
}

const TITLES: readonly (readonly [CellRole, string])[] = [
  [
    'tracking',
    'tracking|tracking number|tracking no|tracking no.|tracking id|tracking_number|waybill|waybill number|awb|resi|no resi|nomor resi|mã vận đơn|vận đơn|เลขพัสดุ|运单号|快递单号|物流单号|单号|追踪号',
  ],
  [
    'carrier',
    'carrier|courier|shipping provider|shipping provider name|kurir|đơn vị vận chuyển|ขนส่ง|物流|快递|物流公司|快递公司|承运商',
  ],
  [
    'handle',
    'handle|creator|username|creator username|creator_username|creator handle|达人|达人账号|达人用户名|账号|用户名',
  ],
  ['order', 'order|order id|order_id|order number|order no|订单|订单号|订单 id|订单编号'],
  ['application', 'application|application id|application_id|request id|申请号|申请 id|样品申请 id'],
  ['code', 'code|sample|sample code|样品码|样品编号'],
  ['phone', 'phone|phone #|phone number|mobile|tel|电话|手机|手机号|联系电话'],
]
const ROLE_OF_TITLE: ReadonlyMap<string, CellRole> = new Map(
  TITLES.flatMap(([role, names]) => names.split('|').map((name) => [normaliseHeader(name), role] as const)),
)

/** The rows and columns of a pasted text. By tabs where there are any, else by commas and their like, else by blanks. */
export function readBlock(text: string, known: KnownKeys): Block {
  const lines = text.split(/\r\n|\r|\n/)
  const between = lines.some((line) => line.includes('\t'))
    ? /\t/
    : lines.some((line) => /[,;，；|]/.test(line))
      ? /[,;，；|]/
      : /\s+/
  const all = lines
    .map((line, index) => ({ line: index + 1, cells: line.split(between).map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const titles = all[0]?.cells.map((cell) => ROLE_OF_TITLE.get(normaliseHeader(cell)) ?? null) ?? []
  const hasTitles = titles.some((role) => role !== null)
  const rows = hasTitles ? all.slice(1) : all
  const width = Math.max(0, ...all.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''))
  return { rows, roles: rolesOf(columns, hasTitles ? titles : [], known), hasTitles }
}

function cellText(text: string): string {
  const cleaned = cleanText(text).replace(/^="?|^'|"$/g, '')
  return isBlank(cleaned) ? '' : cleaned
}

/** What a cell is by itself. */
export function roleOf(cell: string, known: KnownKeys): CellRole {
  const handle = normaliseHandle(cell)
  const digits = cell.replaceAll(/\D/g, '')
  const code = readSampleCode(cell)
  if (known.isTracking(trackingKey(cell))) return 'tracking'
  if (code !== null && known.isCode(code)) return 'code'
  if (known.isOrder(cell)) return 'order'
  if (known.isApplication(cell)) return 'application'
  if (/^[@＠]|tiktok\.com\/@/i.test(cell) || known.isHandle(handle)) return 'handle'
  if (isCarrierName(cell)) return 'carrier'
  if (isPhone(cell, digits) || (digits.length >= 8 && /^[\d\s()+-]+$/.test(cell) && known.isPhone(digits)))
    return 'phone'
  // Orders of the platform begin so and have so many digits.
  if (/^5[78]\d{14,17}$/.test(cell)) return 'order'
  return isTracking(cell) ? 'tracking' : 'other'
}

/** What a spreadsheet made of a long number: its last digits are gone. */
export function isShortened(cell: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d{1,2}$/i.test(cell)
}

function isPhone(cell: string, digits: string): boolean {
  const isWritten = /^\(?\+\d{1,3}\)?[\d\s()-]{6,}$/.test(cell) || /^0[1-9][\d\s()-]{7,}$/.test(cell)
  return isWritten && digits.length >= 9 && digits.length <= 14
}

function isTracking(cell: string): boolean {
  const key = trackingKey(cell)
  return /^[A-Z0-9]{8,40}$/.test(key) && key.replaceAll(/\D/g, '').length >= 6
}

/** The column with most tracking numbers is theirs; every other is what most of its cells are. */
function rolesOf(
  columns: readonly (readonly string[])[],
  titles: readonly (CellRole | null)[],
  known: KnownKeys,
): readonly CellRole[] {
  const counts = columns.map((cells) => countsOf(cells, known))
  const named = titles.indexOf('tracking')
  const chosen = named >= 0 ? named : numberColumn(columns, counts)
  return columns.map((_, at) => {
    if (at === chosen) return 'tracking'
    const title = titles[at] ?? null
    return title !== null && title !== 'tracking' ? title : mostOf(counts[at])
  })
}

/** Where the numbers are meant to be: the most tracking numbers, else, beside a creator or a code, what stands in their place. */
function numberColumn(
  columns: readonly (readonly string[])[],
  counts: readonly ReadonlyMap<CellRole, number>[],
): number {
  const sum = (count: ReadonlyMap<CellRole, number>, roles: readonly CellRole[]) =>
    roles.reduce((total, role) => total + (count.get(role) ?? 0), 0)
  const isNamed = counts.some((count) => sum(count, ['handle', 'code', 'application']) > 0)
  const shortened = columns.map((cells) => cells.filter(isShortened).length)
  const scores = [
    counts.map((count) => sum(count, ['tracking'])),
    counts.map((count, at) => (isNamed ? sum(count, ['phone', 'order']) + (shortened[at] ?? 0) : 0)),
  ].find((all) => all.some((score) => score > 0))
  if (scores === undefined) return -1
  const most = Math.max(...scores)
  // Of two columns with as many, the one that comes first by what is in it: never by where it stands.
  const best = scores.flatMap((score, at) => (score === most ? [at] : []))
  return best.toSorted((a, b) => (contentOf(columns[a]) < contentOf(columns[b]) ? -1 : 1))[0] ?? -1
}

function countsOf(cells: readonly string[], known: KnownKeys): ReadonlyMap<CellRole, number> {
  const counts = new Map<CellRole, number>()
  for (const cell of cells) {
    if (cell === '') continue
    const role = roleOf(cell, known)
    counts.set(role, (counts.get(role) ?? 0) + 1)
  }
  return counts
}

function mostOf(counts: ReadonlyMap<CellRole, number> | undefined): CellRole {
  const best = CELL_ROLES.filter((role) => role !== 'tracking').toSorted(
    (a, b) => (counts?.get(b) ?? 0) - (counts?.get(a) ?? 0),
  )[0]
  return best !== undefined && (counts?.get(best) ?? 0) > 0 ? best : 'other'
}

function contentOf(cells: readonly string[] | undefined): string {
  return (cells ?? []).toSorted().join('\n')
}

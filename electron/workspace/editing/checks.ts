/**
 * What each kind of record asks of its cells beyond their kind: a commission rate is 1 to 80 %, a cost is in its shop's
 * currency, tags are a list of words.
 *
 * Checks look at the record as it would become and answer which of the written fields do not fit; they write nothing.
 */

import type { ReadableDb } from '../../../db/database'
import { hasLines } from '../../../db/facts/named'
import { findContract } from '../../../db/repositories/contracts'
import type { FieldValue } from '../../../db/repositories/record-puts'
import type { EditReason } from '../../../shared/contract/edits'
import { RateText } from '../../../shared/contract/rates'
import type { Shop } from '../../../shared/contract/shops'
import { mayWrite } from '../../../shared/domain/contract-agreed'
import { isTimezone } from '../../../shared/domain/days'
import { type ClosedBooks, closedMonthTouched } from '../../../shared/domain/rates'
import { CLAIM_RISKS } from '../../../shared/domain/products'
import { isTagList } from '../../../shared/domain/tags'
import { type EntityName } from '../../../shared/sync/registry'
import { closedBooks } from '../lookups/rates'
import { allShops } from '../lookups/shops'

export interface CheckedRow {
  readonly id: string
  /** The record as it would become. */
  readonly after: Readonly<Record<string, FieldValue>>
  /** The fields that are written. */
  readonly written: ReadonlySet<string>
  readonly isNew: boolean
}

export type Wrong = readonly [field: string, reason: EditReason]

/** What the checks of one call look up, each once. */
export interface Known {
  readonly db: ReadableDb
  readonly shop: (id: FieldValue | undefined) => Shop | undefined
  readonly closed: () => ClosedBooks
}

export function knownOf(db: ReadableDb): Known {
  let shops: ReadonlyMap<string, Shop> | null = null
  let books: ClosedBooks | null = null
  return {
    db,
    shop: (id) => {
      shops ??= new Map(allShops(db).map((shop) => [shop.id, shop]))
      return typeof id === 'string' ? shops.get(id) : undefined
    },
    closed: () => (books ??= closedBooks(db)),
  }
}

/** The written fields that do not fit. */
export function wrongFields(name: EntityName, row: CheckedRow, known: Known): Wrong[] {
  return [...everywhere(row), ...(CHECKS[name]?.(row, known) ?? [])].filter(([field]) => row.written.has(field))
}

/** The most characters of a text cell. */
const LONGEST_TEXT = 10_000
const LONGEST_NAME = 80
/** Fields that hold a person's name, whatever the record. */
const NAMES = ['owner', 'staff', 'person', 'assignee']
/** What a sample costs by default beside the product itself. */
const MONEY_DEFAULTS = ['packingCost', 'freightCost', 'dutyCost']
/** Basis points. */
const LOWEST_RATE = 100
const HIGHEST_RATE = 8000

function everywhere({ after, written }: CheckedRow): Wrong[] {
  return [...written].flatMap((field): Wrong[] => {
    const value = after[field] ?? null
    if (typeof value !== 'string') return []
    if (value.length > LONGEST_TEXT) return [[field, 'tooLong']]
    if (NAMES.includes(field) && (value.length > LONGEST_NAME || /[\n\r\t]/.test(value) || value.trim() === ''))
      return [[field, 'notAName']]
    return field === 'tags' && !isTagList(value) ? [[field, 'notTags']] : []
  })
}

function reachesIntoClosed({ day, base, quote }: CheckedRow['after'], books: ClosedBooks): boolean {
  return (
    typeof day === 'string' &&
    typeof base === 'string' &&
    typeof quote === 'string' &&
    closedMonthTouched({ day, base, quote }, books) !== null
  )
}

type Check = (row: CheckedRow, known: Known) => Wrong[]

const CHECKS: Partial<Record<EntityName, Check>> = {
  contracts: ({ id, written, isNew }, { db }) => {
    const contract = isNew ? null : findContract(db, id)
    return contract === null
      ? []
      : [...written].flatMap((field): Wrong[] => (mayWrite(contract.state, field) ? [] : [[field, 'agreed']]))
  },
  costLines: (row, known) => inCurrencyOfShop(row, known),
  productCosts: (row, known) => [
    ...inCurrencyOfShop(row, known),
    ...(Number(row.after['unitCost']) < 0 ? [['unitCost', 'belowZero'] as const] : []),
  ],
  productPrices: (row, known) => [
    ...inCurrencyOfShop(row, known),
    ...(Number(row.after['price']) < 0 ? [['price', 'belowZero'] as const] : []),
  ],
  products: ({ after: { claimRisk = null } }) =>
    claimRisk === null || CLAIM_RISKS.some((one) => one === claimRisk) ? [] : [['claimRisk', 'notAllowed']],
  sampleDefaults: (row, known) => [
    ...(MONEY_DEFAULTS.some((field) => row.written.has(field)) ? inCurrencyOfShop(row, known) : []),
    ...[...MONEY_DEFAULTS, 'floorNew', 'floorProven'].flatMap((field): Wrong[] =>
      Number(row.after[field] ?? 0) < 0 ? [[field, 'belowZero']] : [],
    ),
  ],
  stockMovements: ({ after }) =>
    after['kind'] !== 'adjusted' && Number(after['quantity']) < 0 && after['kind'] !== 'writtenOff'
      ? [['quantity', 'belowZero']]
      : [],
  rates: ({ after, written }, { closed }) => [
    ...(RateText.safeParse(after['rate']).success ? [] : [['rate', 'notARate'] as const]),
    ...(after['base'] === after['quote'] ? [['quote', 'sameCurrency'] as const] : []),
    ...(reachesIntoClosed(after, closed()) ? [...written].map((field) => [field, 'monthClosed'] as const) : []),
  ],
  shops: ({ id, after, isNew }, { db }) => [
    ...(isTimezone(String(after['timezone'])) ? [] : [['timezone', 'unknownTimezone'] as const]),
    // Amounts of imported lines are in it.
    ...(!isNew && hasLines(db.$client, id) ? [['currency', 'hasLines'] as const] : []),
  ],
  creators: ({ after }) => [
    ...(after['timezone'] === null || isTimezone(String(after['timezone']))
      ? []
      : [['timezone', 'unknownTimezone'] as const]),
    ...(['market', 'audienceMarket'] as const).flatMap((field): Wrong[] =>
      after[field] === null || /^[A-Z]{2}$/.test(String(after[field])) ? [] : [[field, 'notAMarket']],
    ),
  ],
  shopCreators: ({ after: { rate = null } }) =>
    rate === null || (Number(rate) >= LOWEST_RATE && Number(rate) <= HIGHEST_RATE) ? [] : [['rate', 'rateOutOfRange']],
}

/** A cost is kept in its shop's currency: converting it is the report's work, with a rate that is named. */
function inCurrencyOfShop({ after, written }: CheckedRow, { shop: find }: Known): Wrong[] {
  const shop = find(after['shopId'])
  if (shop === undefined) return [['shopId', 'unknownShop']]
  if (after['currency'] === shop.currency) return []
  return [[written.has('currency') ? 'currency' : 'shopId', 'currencyOfAnotherShop']]
}

/**
 * Reads one cell of one column into the staged line: the generic path, by the rules of `shared/domain/import-values`.
 *
 * Whatever the byte scanner reads faster must end in the same numbers as this.
 */

import { findCurrency } from '../../../shared/domain/currencies'
import type { RejectCode } from '../../../shared/domain/imports'
import { parseCount } from '../../../shared/domain/import-values/counts'
import type { CellRules } from '../../../shared/domain/import-values/decisions'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { looksRounded, parseId } from '../../../shared/domain/import-values/ids'
import { parseMoney } from '../../../shared/domain/import-values/money'
import { parseRate } from '../../../shared/domain/import-values/rates'
import { cleanText, isBlank } from '../../../shared/domain/import-values/text'
import { parseTime } from '../../../shared/domain/import-values/times'
import { parseContentType, parseFlag, parseStatus } from '../../../shared/domain/import-values/words'
import { ID_COLUMNS, NUMBER_COLUMNS, TEXT_COLUMNS } from '../../../shared/domain/line-batch'
import { ORDER_COLUMNS, type CellKind, type OrderColumn } from '../../../shared/domain/orders'
import {
  CONTENT_TYPE,
  FLAG_BLANK,
  FULLY_RETURNED,
  REFUNDED_FLAG,
  RETURNED_FLAG,
  STATUS,
  type LineStage,
} from './line-stage'

/** A column of the file with its place in the stage. */
export interface CellColumn {
  readonly column: OrderColumn
  readonly kind: CellKind
  readonly required: boolean
  /** Index into `numbers`, `codes`, or (doubled) `ids`. */
  readonly slot: number
  /** For returned and refunded units: the place in `codes` for a yes or no; -1 otherwise. */
  readonly flagSlot: number
}

export function cellColumn(column: OrderColumn, required: boolean): CellColumn {
  const flagSlot = column === 'returnedQuantity' ? RETURNED_FLAG : column === 'refundedQuantity' ? REFUNDED_FLAG : -1
  return { column, kind: ORDER_COLUMNS[column], required, slot: slotOf(column), flagSlot }
}

function slotOf(column: OrderColumn): number {
  const at = (list: readonly string[]) => list.indexOf(column)
  switch (ORDER_COLUMNS[column]) {
    case 'id':
      return at(ID_COLUMNS) * 2
    case 'text':
    case 'handle':
    case 'currency':
      return at(TEXT_COLUMNS)
    case 'status':
      return STATUS
    case 'contentType':
      return CONTENT_TYPE
    case 'flag':
      return FULLY_RETURNED
    case 'money':
    case 'count':
    case 'rate':
    case 'time':
      return at(NUMBER_COLUMNS)
  }
}

/** Cells as written that are remembered per column; beyond that they are worked out again. */
const CACHE_LIMIT = 1 << 20

export class CellReader {
  /** Content types outside the closed list; a line refers to one by a code below -1. */
  readonly unknownContentTypes: string[] = []
  readonly #stage: LineStage
  readonly #rules: CellRules
  readonly #codes = new Map<OrderColumn, Map<string, number | RejectCode>>()

  constructor(stage: LineStage, rules: CellRules) {
    this.#stage = stage
    this.#rules = rules
  }

  /** Writes the cell into the stage, or tells why the line must be left out. */
  read(cell: CellColumn, text: string): RejectCode | null {
    switch (cell.kind) {
      case 'id':
        return this.#id(cell, text)
      case 'money':
        return this.#money(cell, text)
      case 'count':
        return this.#count(cell, text)
      case 'rate':
        return this.#rate(cell, text)
      case 'time':
        return this.#time(cell, text)
      case 'text':
      case 'handle':
      case 'currency':
      case 'status':
      case 'contentType':
      case 'flag': {
        const code = this.code(cell, text)
        if (typeof code === 'string') {
          return code
        }
        this.#stage.codes[cell.slot] = code
        return null
      }
    }
  }

  /** What a cell of a closed or interned column stands for: its code or text index, or the reason it cannot be read. */
  code(cell: CellColumn, text: string): number | RejectCode {
    let known = this.#codes.get(cell.column)
    if (!known) {
      known = new Map()
      this.#codes.set(cell.column, known)
    }
    const cached = known.get(text)
    if (cached !== undefined) {
      return cached
    }
    const code = this.#codeOf(cell, text)
    if (known.size < CACHE_LIMIT) {
      known.set(text, code)
    }
    return code
  }

  #codeOf(cell: CellColumn, text: string): number | RejectCode {
    const cleaned = cleanText(text)
    const blank = isBlank(cleaned)
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- numbers never come here; all else is text
    switch (cell.kind) {
      case 'handle': {
        const handle = normaliseHandle(text)
        return handle !== '' ? this.#intern(cell, handle) : cell.required ? 'creatorMissing' : -1
      }
      case 'currency':
        return this.#currency(cell, cleaned)
      case 'status':
        return parseStatus(cleaned) ?? 'statusUnknown'
      case 'contentType': {
        const type = blank ? 0 : parseContentType(cleaned)
        return type ?? -1 - this.unknownContentTypes.push(cleaned)
      }
      case 'flag':
        return blank ? FLAG_BLANK : (parseFlag(cleaned, true) ?? 'flagUnreadable')
      default:
        return blank ? -1 : this.#intern(cell, cleaned)
    }
  }

  #intern(cell: CellColumn, text: string): number {
    return this.#stage.tables[cell.slot]?.add(text) ?? -1
  }

  /** The shop's currency, by its code or by a symbol it writes; a symbol alone never makes it another one's. */
  #currency(cell: CellColumn, cleaned: string): number | RejectCode {
    const { currency } = this.#rules
    const symbols = [...currency.symbols, currency.code].map((symbol) => symbol.toUpperCase())
    if (symbols.includes(cleaned.toUpperCase())) {
      return this.#intern(cell, currency.code)
    }
    return findCurrency(cleaned) ? 'currencyOfAnotherShop' : 'currencyUnknown'
  }

  #id(cell: CellColumn, text: string): RejectCode | null {
    const id = parseId(text)
    if (id === 'blank') {
      if (cell.required) {
        return 'idMissing'
      }
      this.#stage.ids[cell.slot] = 0
      this.#stage.ids[cell.slot + 1] = 0
      return null
    }
    if (
      id === 'damaged' ||
      (this.#rules.roundedIds.has(cell.column) && looksRounded(cleanText(text).replace(/\D/g, '')))
    ) {
      return 'idDamaged'
    }
    this.#stage.ids[cell.slot] = id.high
    this.#stage.ids[cell.slot + 1] = id.low
    return null
  }

  #money(cell: CellColumn, text: string): RejectCode | null {
    const amount = parseMoney(text, this.#rules.currency, this.#rules.separator)
    return this.#number(cell, amount === 'unreadable' ? 'amountUnreadable' : amount, 'amountMissing')
  }

  #count(cell: CellColumn, text: string): RejectCode | null {
    const count = parseCount(text)
    if (cell.flagSlot >= 0) {
      // Some layouts answer "how many came back" with yes or no.
      const flag = count === 'notWhole' ? parseFlag(text) : null
      this.#stage.codes[cell.flagSlot] = flag ?? FLAG_BLANK
      if (flag !== null) {
        return this.#number(cell, 'blank', 'quantityNotWhole')
      }
    }
    return this.#number(cell, count === 'notWhole' ? 'quantityNotWhole' : count, 'quantityNotWhole')
  }

  #rate(cell: CellColumn, text: string): RejectCode | null {
    const rate = parseRate(text, this.#rules.scales.get(cell.column) ?? 'points')
    const read = rate === 'unreadable' ? 'rateUnreadable' : rate === 'outOfRange' ? 'rateOutOfRange' : rate
    return this.#number(cell, read, 'rateUnreadable')
  }

  #time(cell: CellColumn, text: string): RejectCode | null {
    const time = parseTime(text, this.#rules.dateOrder)
    const read = time === 'unreadable' ? 'dateUnreadable' : time === 'impossible' ? 'dateImpossible' : time
    return this.#number(cell, read, 'dateMissing')
  }

  #number(cell: CellColumn, read: number | 'blank' | RejectCode, missing: RejectCode): RejectCode | null {
    if (typeof read === 'number') {
      this.#stage.numbers[cell.slot] = read
      return null
    }
    if (read !== 'blank') {
      return read
    }
    if (cell.required) {
      return missing
    }
    this.#stage.numbers[cell.slot] = NaN
    return null
  }
}

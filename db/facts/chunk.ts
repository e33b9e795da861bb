/**
 * A run of a file's lines as canonical bytes: every column of the line, dictionaries as texts, the rest as numbers.
 *
 * Equal lines give equal bytes wherever they were read, so the hash of the bytes names the chunk.
 */

import {
  ID_COLUMNS,
  newLineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type IdColumn,
  type LineBatch,
  type NumberColumn,
  type TextColumn,
  type TextLists,
} from '../../shared/domain/line-batch'
import { type NumberArray, PackedColumns, packColumns } from './columns'
import { idHalves, IdMap, idText } from './id-map'

/**
 * Lines per chunk; all chunks of a batch but the last are full, so a line's place follows from its number. More would be
 * packed in a turn that others feel.
 */
export const CHUNK_LINES = 16_384

/** Of the layout; another one is not read. */
export const CHUNK_VERSION = 1

interface ChunkExtra {
  readonly version: typeof CHUNK_VERSION
  readonly texts: Readonly<Record<TextColumn, readonly string[]>>
  /** Columns of ids that repeat often enough to be spelled once. */
  readonly ids: Partial<Record<IdColumn, readonly string[]>>
}

// Times are kept as seconds after creation: small numbers pack better.
const AFTER_CREATED: readonly NumberColumn[] = ['paid', 'readyToShip', 'delivered', 'completed', 'commissionPaid']

/** The first `length` lines of a batch as canonical bytes. */
export function encodeChunk(batch: LineBatch, lists: TextLists): Uint8Array {
  const rows = batch.length
  const columns: [string, NumberArray][] = [
    ['row', batch.row],
    ['hash0', batch.hash0],
    ['hash1', batch.hash1],
    ['status', batch.status],
    ['contentType', batch.contentType],
    ['fullyReturned', batch.fullyReturned],
  ]
  const ids: Partial<Record<IdColumn, readonly string[]>> = {}
  for (const column of ID_COLUMNS) {
    const dictionary = idDictionary(batch.idsHigh[column], batch.idsLow[column], rows)
    if (dictionary === null) {
      columns.push([`${column}.high`, batch.idsHigh[column]], [`${column}.low`, batch.idsLow[column]])
    } else {
      ids[column] = dictionary.texts
      columns.push([column, dictionary.indexes])
    }
  }
  const texts = each(TEXT_COLUMNS, (column) => {
    const dictionary = textDictionary(batch.texts[column], rows, lists[column].values)
    columns.push([column, dictionary.indexes])
    return dictionary.texts
  })
  for (const column of NUMBER_COLUMNS) {
    const values = batch.numbers[column]
    columns.push([column, AFTER_CREATED.includes(column) ? difference(values, batch.numbers.created, rows) : values])
  }
  return packColumns(columns, rows, { version: CHUNK_VERSION, texts, ids } satisfies ChunkExtra)
}

/** Written by another version of the app, in a layout that this one does not read. */
export class OtherChunkVersion extends Error {
  readonly version: number

  constructor(version: number) {
    super(`a chunk of version ${version}`)
    this.version = version
  }
}

/** The lines of a chunk, with lists of texts of their own. Throws where it has none or too many, or is of another version. */
export function decodeChunk(bytes: Uint8Array): { readonly batch: LineBatch; readonly texts: TextLists } {
  const packed = new PackedColumns(bytes)
  // What `encodeChunk` wrote; where that is in doubt, `checkChunk` finds out.
  const extra = packed.extra as ChunkExtra
  if (extra.version !== CHUNK_VERSION) {
    throw new OtherChunkVersion(Number(extra.version))
  }
  if (packed.rows < 1 || packed.rows > CHUNK_LINES) {
    throw new RangeError(`a chunk of ${packed.rows} lines`)
  }
  const batch = newLineBatch(packed.rows)
  batch.length = packed.rows
  packed.read('row', batch.row)
  packed.read('hash0', batch.hash0)
  packed.read('hash1', batch.hash1)
  packed.read('status', batch.status)
  packed.read('contentType', batch.contentType)
  packed.read('fullyReturned', batch.fullyReturned)
  for (const column of ID_COLUMNS) {
    readIds(packed, column, extra.ids[column], batch)
  }
  for (const column of TEXT_COLUMNS) {
    packed.read(column, batch.texts[column])
  }
  for (const column of NUMBER_COLUMNS) {
    packed.read(column, batch.numbers[column])
  }
  for (const column of AFTER_CREATED) {
    addUp(batch.numbers[column], batch.numbers.created)
  }
  return { batch, texts: each(TEXT_COLUMNS, (column) => ({ values: [...extra.texts[column]] })) }
}

/** Some columns of numbers of a chunk, and its marks of what came back; a small part of reading all of it. */
export function decodeNumbers<C extends NumberColumn>(
  bytes: Uint8Array,
  columns: readonly C[],
): { readonly numbers: Readonly<Record<C, Float64Array>>; readonly fullyReturned: Uint8Array } {
  const packed = new PackedColumns(bytes)
  const read = (column: NumberColumn): Float64Array => {
    const values = new Float64Array(packed.rows)
    packed.read(column, values)
    return values
  }
  const created = read('created')
  const fullyReturned = new Uint8Array(packed.rows)
  packed.read('fullyReturned', fullyReturned)
  const numbers = each(columns, (column) => {
    const values = read(column)
    if (AFTER_CREATED.includes(column)) addUp(values, created)
    return values
  })
  return { numbers, fullyReturned }
}

function readIds(
  packed: PackedColumns,
  column: IdColumn,
  dictionary: readonly string[] | undefined,
  batch: LineBatch,
): void {
  const high = batch.idsHigh[column]
  const low = batch.idsLow[column]
  if (dictionary === undefined) {
    packed.read(`${column}.high`, high)
    packed.read(`${column}.low`, low)
    return
  }
  const halves = dictionary.map(idHalves)
  const indexes = new Int32Array(packed.rows)
  packed.read(column, indexes)
  for (let i = 0; i < indexes.length; i++) {
    const id = halves[indexes[i]!]!
    high[i] = id.high
    low[i] = id.low
  }
}

/** Distinct ids in order of appearance, or null where a dictionary would not pay. */
function idDictionary(
  high: Uint32Array,
  low: Uint32Array,
  rows: number,
): { readonly texts: string[]; readonly indexes: Int32Array } | null {
  const known = new IdMap()
  const texts: string[] = []
  const indexes = new Int32Array(rows)
  const most = Math.max(16, rows >> 2)
  for (let i = 0; i < rows; i++) {
    let number = known.get(high[i]!, low[i]!)
    if (number === 0) {
      number = texts.length + 1
      if (number > most) {
        return null
      }
      known.add(high[i]!, low[i]!, number)
      texts.push(idText(high[i]!, low[i]!))
    }
    indexes[i] = number - 1
  }
  return { texts, indexes }
}

function textDictionary(
  source: Int32Array,
  rows: number,
  values: readonly string[],
): { readonly texts: string[]; readonly indexes: Int32Array } {
  const numbers = new Int32Array(values.length).fill(-1)
  const texts: string[] = []
  const indexes = new Int32Array(rows)
  for (let i = 0; i < rows; i++) {
    const index = source[i]!
    if (index < 0) {
      indexes[i] = -1
      continue
    }
    if (numbers[index] === -1) {
      numbers[index] = texts.length
      texts.push(values[index]!)
    }
    indexes[i] = numbers[index]!
  }
  return { texts, indexes }
}

function difference(values: Float64Array, base: Float64Array, rows: number): Float64Array {
  const result = new Float64Array(rows)
  for (let i = 0; i < rows; i++) result[i] = values[i]! - base[i]!
  return result
}

function addUp(values: Float64Array, base: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = values[i]! + base[i]!
}

function each<C extends string, V>(columns: readonly C[], make: (column: C) => V): Record<C, V> {
  // The keys are exactly `columns`.
  return Object.fromEntries(columns.map((column) => [column, make(column)])) as Record<C, V>
}

/** The items of a snapshot read back, each held against what tables can hold. Anything wrong throws a RangeError. */

import type { Cell } from '../../shared/sync/body'
import { CborReader, MAJOR } from '../../shared/sync/cbor'
import type { ColumnKind } from '../../shared/sync/columns'
import { encodeId } from '../../shared/sync/ids'
import type { NamedColumn } from '../../shared/sync/registry'
import { Item, ITEMS_AT_ONCE, SNAPSHOT_VERSION } from './snapshot'

export interface HeadItem {
  /** 32 hex digits. */
  readonly workspace: string
  /** SHA-256 (hex) over what tables, columns and rules its maker knew. */
  readonly registry: string
  readonly replicas: readonly {
    readonly id: Buffer
    readonly seq: number
    readonly hash: Buffer
    readonly seen: readonly (readonly [place: number, seq: number, h4: Uint8Array | null])[]
  }[]
}

export interface RowItem {
  readonly id: string
  /** null: no record, only marks. */
  readonly deleted: number | null
  readonly cells: readonly Cell[]
  readonly births: readonly (readonly [place: number, seq: number, hlc: number, cov: number])[]
  readonly writes: readonly (readonly [
    col: number,
    place: number,
    seq: number,
    hlc: number,
    cov: number,
    win: number,
    val: Cell,
  ])[]
}

export interface ParkedItem {
  readonly place: number
  readonly seq: number
  readonly op: number
  readonly tbl: number
  readonly row: string
  readonly col: number
  readonly val: Uint8Array | null
}

/** Whoever takes the items, in their order. */
export interface ItemSink {
  /** Answers whether the rest is wanted. */
  head(item: HeadItem): boolean
  table(n: number): readonly NamedColumn[]
  row(item: RowItem): void
  parked(item: ParkedItem): void
  end(rows: number, parked: number): void
}

const WHOLE: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['integer', 'instant', 'money', 'bool'])

/** Reads one part after the other, a slice at each step. */
export function createItemReader(sink: ItemSink): (part: Uint8Array) => Generator<void, void, void> {
  let columns: readonly NamedColumn[] | null = null
  let begun = false
  let wanted = true
  return function* read(part) {
    const reader = new CborReader(part)
    for (let items = 1; wanted && reader.at < part.length; items++) {
      if (items % ITEMS_AT_ONCE === 0) yield
      const length = reader.list()
      const kind = count(reader)
      if ((kind === Item.head) === begun || length !== LENGTHS[kind]) throw new RangeError('not an item')
      begun = true
      if (kind === Item.head) wanted = sink.head(readHead(reader))
      else if (kind === Item.table) columns = sink.table(count(reader))
      else if (kind === Item.row) sink.row(readRow(reader, columns))
      else if (kind === Item.parked) sink.parked(readParked(reader))
      else sink.end(count(reader), count(reader))
    }
  }
}

const LENGTHS: Readonly<Record<number, number>> = {
  [Item.head]: 5,
  [Item.table]: 2,
  [Item.row]: 6,
  [Item.parked]: 8,
  [Item.end]: 3,
}

function readHead(reader: CborReader): HeadItem {
  if (count(reader) !== SNAPSHOT_VERSION) throw new RangeError('another version')
  const workspace = fixed(reader, 16).toString('hex')
  const registry = fixed(reader, 32).toString('hex')
  const replicas = list(reader, 4, () => ({
    id: fixed(reader, 8),
    seq: count(reader),
    hash: fixed(reader, 32),
    seen: list(reader, 3, () => [count(reader), count(reader), reader.null() ? null : fixed(reader, 4)] as const),
  }))
  return { workspace, registry, replicas }
}

function readRow(reader: CborReader, columns: readonly NamedColumn[] | null): RowItem {
  if (columns === null) throw new RangeError('a row before its table')
  const id = encodeId(fixed(reader, 16))
  const deleted = reader.null() ? null : bit(reader)
  const cells: Cell[] = []
  if (deleted === null) {
    if (!reader.null()) throw new RangeError('cells of no record')
  } else {
    if (reader.list() !== columns.length) throw new RangeError('other columns')
    for (const column of columns) cells.push(cellOf(reader, column))
  }
  const births = list(reader, 4, () => [count(reader), count(reader), count(reader), bit(reader)] as const)
  const writes = list(reader, 7, () => {
    const col = count(reader)
    const column = columns[col]
    if (column === undefined) throw new RangeError('a write of no column')
    const place = count(reader)
    const seq = count(reader)
    const hlc = count(reader)
    return [col, place, seq, hlc, bit(reader), bit(reader), cellOf(reader, column)] as const
  })
  return { id, deleted, cells, births, writes }
}

function readParked(reader: CborReader): ParkedItem {
  const [place, seq, op, tbl] = [count(reader), count(reader), count(reader), count(reader)]
  const row = reader.text()
  const col = reader.whole()
  return { place, seq, op, tbl, row, col, val: reader.null() ? null : Buffer.from(reader.bytes()) }
}

function cellOf(reader: CborReader, { kind }: NamedColumn): Cell {
  if (reader.null()) return null
  const isText = reader.next() === MAJOR.text
  if (isText === WHOLE.has(kind)) throw new RangeError(`not a value of a ${kind}`)
  return isText ? reader.text() : reader.whole()
}

function list<T>(reader: CborReader, length: number, read: () => T): readonly T[] {
  const all: T[] = []
  for (let n = reader.list(); n > 0; n--) {
    if (reader.list() !== length) throw new RangeError('an entry of another length')
    all.push(read())
  }
  return all
}

function count(reader: CborReader): number {
  const value = reader.whole()
  if (value < 0) throw new RangeError('a negative number')
  return value
}

function bit(reader: CborReader): 0 | 1 {
  const value = reader.whole()
  if (value !== 0 && value !== 1) throw new RangeError('neither 0 nor 1')
  return value
}

function fixed(reader: CborReader, length: number): Buffer {
  const bytes = reader.bytes()
  if (bytes.length !== length) throw new RangeError('bytes of another length')
  // A copy: it outlives the part.
  return Buffer.from(bytes)
}

/**
 * Named columns of numbers in one run of bytes, each in the narrowest type that holds it.
 *
 * Equal columns give equal bytes. Layout: length of the head (u32, little endian), head (CBOR), then each column
 * at the next multiple of 8. A column of width u8/u16/u32 stores value − base, or value − base + 1 and 0 for blank.
 */

import { decode, encode } from 'cborg'

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

type Width = 'constant' | 'u8' | 'u16' | 'u32' | 'f64'

interface ColumnHead {
  readonly name: string
  readonly width: Width
  /** `null` in a constant column: all blank. */
  readonly base: number | null
  readonly blanks: boolean
}

interface Head {
  readonly rows: number
  readonly columns: readonly ColumnHead[]
  readonly extra: unknown
}

interface Packed {
  readonly head: ColumnHead
  readonly bytes: Uint8Array
}

const NOTHING = new Uint8Array(0)

/** Blank is NaN; only `rows` entries of each array count. `extra` is any plain data to travel in the head. */
export function packColumns(
  columns: readonly (readonly [name: string, values: NumberArray])[],
  rows: number,
  extra: unknown,
): Uint8Array {
  const packed = columns.map(([name, values]) => packColumn(name, values, rows))
  const head = encode({ rows, columns: packed.map((column) => column.head), extra })
  let size = aligned(4 + head.length)
  const starts = packed.map((column) => {
    const start = size
    size = aligned(size + column.bytes.length)
    return start
  })
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  packed.forEach((column, i) => bytes.set(column.bytes, starts[i]))
  return bytes
}

function aligned(size: number): number {
  return (size + 7) & ~7
}

function packColumn(name: string, values: NumberArray, rows: number): Packed {
  let min = Infinity
  let max = -Infinity
  let blanks = false
  let whole = true
  for (let i = 0; i < rows; i++) {
    const value = values[i]!
    if (value < min) min = value
    if (value > max) max = value
    if (value !== value) blanks = true
    else if (value !== Math.floor(value)) whole = false
  }
  if (max === -Infinity) {
    return { head: { name, width: 'constant', base: null, blanks: true }, bytes: NOTHING }
  }
  if (min === max && !blanks && whole) {
    return { head: { name, width: 'constant', base: min, blanks }, bytes: NOTHING }
  }
  const shift = blanks ? 1 - min : -min
  const top = max + shift
  if (!whole || !Number.isSafeInteger(min) || !Number.isSafeInteger(max) || top > 0xffffffff) {
    const wide = new Float64Array(rows)
    for (let i = 0; i < rows; i++) wide[i] = values[i]!
    return { head: { name, width: 'f64', base: 0, blanks }, bytes: new Uint8Array(wide.buffer) }
  }
  const width = top <= 0xff ? 'u8' : top <= 0xffff ? 'u16' : 'u32'
  const narrow = width === 'u8' ? new Uint8Array(rows) : width === 'u16' ? new Uint16Array(rows) : new Uint32Array(rows)
  // NaN + shift is NaN, which an integer array stores as 0: blank.
  for (let i = 0; i < rows; i++) narrow[i] = values[i]! + shift
  return { head: { name, width, base: min, blanks }, bytes: new Uint8Array(narrow.buffer) }
}

/** Columns as they were packed, opened without copying where the bytes are aligned. */
export class PackedColumns {
  readonly rows: number
  readonly extra: unknown
  private readonly columns = new Map<string, { readonly head: ColumnHead; readonly data: NumberArray | null }>()

  constructor(source: Uint8Array) {
    // Nothing here is shared between threads.
    const bytes = (source.byteOffset % 8 === 0 ? source : source.slice()) as Uint8Array<ArrayBuffer>
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const headLength = view.getUint32(0, true)
    // Written by `packColumns`, or looked at before anything is read.
    const head = decode(bytes.subarray(4, 4 + headLength)) as Head
    if (!Number.isSafeInteger(head.rows) || head.rows < 0) throw new RangeError('no number of rows')
    this.rows = head.rows
    this.extra = head.extra
    let start = aligned(4 + headLength)
    for (const column of head.columns) {
      const data = open(column.width, bytes.buffer, bytes.byteOffset + start, head.rows)
      this.columns.set(column.name, { head: column, data })
      // Beyond the end there may be other bytes of the same memory.
      if (start + (data?.byteLength ?? 0) > bytes.byteLength) throw new RangeError(`column ${column.name} is cut off`)
      start = aligned(start + (data?.byteLength ?? 0))
    }
  }

  /** Writes the column's `rows` values from `at` on. Blanks become NaN, which only a Float64Array can hold. */
  read(name: string, target: NumberArray, at = 0): void {
    const column = this.columns.get(name)
    if (column === undefined) {
      throw new Error(`no column ${name}`)
    }
    const { head, data } = column
    if (data === null) {
      target.fill(head.base ?? Number.NaN, at, at + this.rows)
      return
    }
    target.set(data, at)
    const base = head.base ?? 0
    if (head.width === 'f64' || (base === 0 && !head.blanks)) {
      return
    }
    if (head.blanks) {
      unblank(target, at, at + this.rows, base - 1)
    } else if (target instanceof Float64Array) {
      shiftDoubles(target, at, at + this.rows, base)
    } else if (target instanceof Int32Array) {
      shiftSigned(target, at, at + this.rows, base)
    } else {
      shiftOthers(target, at, at + this.rows, base)
    }
  }

  /** True where every value of the column fits 32 bits with a sign. */
  fitsInt32(name: string): boolean {
    const head = this.columns.get(name)?.head
    return (
      head !== undefined &&
      head.width !== 'f64' &&
      Math.abs(head.base ?? 0) < 0x40000000 &&
      this.spanBelow(name, 0x40000000)
    )
  }

  private spanBelow(name: string, limit: number): boolean {
    const data = this.columns.get(name)?.data
    if (!(data instanceof Uint32Array)) {
      return true
    }
    for (const value of data) {
      if (value >= limit) return false
    }
    return true
  }
}

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array }

function open(width: Width, buffer: ArrayBuffer, start: number, rows: number): NumberArray | null {
  return width === 'constant' ? null : new ARRAYS[width](buffer, start, rows)
}

// One loop per element type: a shared one is several times slower once it has met them all.

function shiftDoubles(target: Float64Array, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) target[i] = target[i]! + by
}

function shiftSigned(target: Int32Array, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) target[i] = target[i]! + by
}

function shiftOthers(target: Uint8Array | Uint16Array | Uint32Array, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) target[i] = target[i]! + by
}

function unblank(target: NumberArray, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) {
    const value = target[i]!
    target[i] = value === 0 ? Number.NaN : value + by
  }
}

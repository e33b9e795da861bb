/** From 64-bit ids, given in two halves, to small whole numbers. */

export class IdMap {
  size = 0
  private mask: number
  private high: Uint32Array
  private low: Uint32Array
  /** 0: free place. */
  private value: Int32Array

  constructor(expected = 512) {
    let places = 1024
    while (places < expected * 2) places *= 2
    this.mask = places - 1
    this.high = new Uint32Array(places)
    this.low = new Uint32Array(places)
    this.value = new Int32Array(places)
  }

  /** The number of an id, 0 when it is not there. */
  get(high: number, low: number): number {
    let place = hash(high, low) & this.mask
    for (;;) {
      const value = this.value[place]!
      if (value === 0 || (this.low[place] === low && this.high[place] === high)) {
        return value
      }
      place = (place + 1) & this.mask
    }
  }

  /** Adds an id that is not there yet; `value` is above 0. */
  add(high: number, low: number, value: number): void {
    if (this.size * 2 > this.mask) {
      this.grow()
    }
    let place = hash(high, low) & this.mask
    while (this.value[place] !== 0) place = (place + 1) & this.mask
    this.high[place] = high
    this.low[place] = low
    this.value[place] = value
    this.size++
  }

  private grow(): void {
    const { high, low, value } = this
    const places = (this.mask + 1) * 2
    this.mask = places - 1
    this.high = new Uint32Array(places)
    this.low = new Uint32Array(places)
    this.value = new Int32Array(places)
    this.size = 0
    for (let i = 0; i < value.length; i++) {
      if (value[i] !== 0) this.add(high[i]!, low[i]!, value[i]!)
    }
  }
}

function hash(high: number, low: number): number {
  let h = Math.imul(low ^ (low >>> 15), 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f)
  return h ^ (h >>> 16)
}

/** An id's two halves as its decimal text. */
export function idText(high: number, low: number): string {
  // Below 2^53 plain numbers are exact and far cheaper.
  return high < 0x200000 ? String(high * 0x100000000 + low) : ((BigInt(high) << 32n) | BigInt(low)).toString()
}

/** The two halves of an id's decimal text. */
export function idHalves(text: string): { readonly high: number; readonly low: number } {
  const id = BigInt(text)
  return { high: Number(id >> 32n), low: Number(id & 0xffffffffn) }
}

/** An id's two halves as 16 hexadecimal digits, which sort as the ids do. */
export function idHex(high: number, low: number): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

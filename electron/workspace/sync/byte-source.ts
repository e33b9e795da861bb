/**
 * Bytes that arrive in pieces of any size, taken in pieces of the asked size.
 *
 * Never holds more than what was asked for and one piece of the source, whatever lengths a file claims.
 */

const NOTHING = new Uint8Array(0)

export class ByteSource {
  readonly #iterator: AsyncIterator<Uint8Array>
  #piece: Uint8Array = NOTHING
  #ended = false
  /** Bytes taken so far. */
  taken = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#iterator = source[Symbol.asyncIterator]()
  }

  /** The next `length` bytes; fewer only at the end. */
  async read(length: number): Promise<Uint8Array> {
    if (this.#piece.length === 0) await this.#next()
    if (this.#piece.length >= length) return this.#take(length)
    const pieces: Uint8Array[] = []
    let missing = length
    while (missing > 0 && this.#piece.length > 0) {
      const piece = this.#take(Math.min(missing, this.#piece.length))
      pieces.push(piece)
      missing -= piece.length
      if (missing > 0) await this.#next()
    }
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, length - missing)
  }

  async atEnd(): Promise<boolean> {
    if (this.#piece.length === 0) await this.#next()
    return this.#piece.length === 0
  }

  /** What is left, in the source's own pieces. */
  async *rest(): AsyncGenerator<Uint8Array, void, void> {
    while (!(await this.atEnd())) yield this.#take(this.#piece.length)
  }

  /** Lets the source go before its end. */
  async close(): Promise<void> {
    this.#ended = true
    this.#piece = NOTHING
    await this.#iterator.return?.()
  }

  #take(length: number): Uint8Array {
    const taken = this.#piece.subarray(0, length)
    this.#piece = this.#piece.subarray(length)
    this.taken += length
    return taken
  }

  async #next(): Promise<void> {
    while (!this.#ended && this.#piece.length === 0) {
      const { done, value } = await this.#iterator.next()
      if (done === true) this.#ended = true
      else this.#piece = value
    }
  }
}

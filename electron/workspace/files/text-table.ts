/**
 * Distinct texts of one column, each with a 64-bit hash of its own, so that a line's hash never depends on the order in
 * which texts were met.
 */

import type { TextList } from '../../../shared/domain/line-batch'

export class TextTable implements TextList {
  readonly values: string[] = []
  /** Two words per text. */
  hashes = new Int32Array(128)
  readonly #known = new Map<string, number>()

  /** The index of a text, adding it when new. */
  add(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) {
      return known
    }
    const at = this.values.length
    this.#known.set(text, at)
    this.values.push(text)
    if (at * 2 + 2 > this.hashes.length) {
      const grown = new Int32Array(this.hashes.length * 2)
      grown.set(this.hashes)
      this.hashes = grown
    }
    this.#hash(text, at * 2)
    return at
  }

  #hash(text: string, to: number): void {
    let first = 0x811c9dc5
    let second = text.length + 0x9e3779b9
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul((second << 5) ^ (second >>> 27) ^ unit, 0x85ebca77)
    }
    this.hashes[to] = first ^ (first >>> 15)
    this.hashes[to + 1] = second ^ (second >>> 13)
  }
}

/** A product's stock as a ledger: every movement and every sample that left or came back, with what lay there afterwards. */

import { type MovementKind, type SampleUse, type StockMovement, stockOf, WHOLE_PRODUCT } from './stock'

export interface StockEntry {
  readonly at: number
  readonly kind: MovementKind | 'sampleOut' | 'sampleBack'
  readonly skuId: string
  /** Signed pieces; of a count all that is there. */
  readonly quantity: number
  /** Pieces of the whole product after everything of that instant. */
  readonly onHand: number
  /** Which of the movements or samples it was, by its place in what was given. */
  readonly index: number
}

/** The last `most` entries, newest first; its balance is that of `stockOf` at each moment. */
export function ledgerOf(
  movements: readonly StockMovement[],
  samples: readonly SampleUse[],
  most: number,
): readonly StockEntry[] {
  const entries: Omit<StockEntry, 'onHand'>[] = []
  movements.forEach(({ at, kind, skuId, quantity }, index) => {
    const signed = kind === 'writtenOff' ? -Math.abs(quantity) : quantity
    entries.push({ at, kind, skuId, quantity: signed, index })
  })
  samples.forEach(({ skuId: named, quantity, trips }, index) => {
    const skuId = named ?? WHOLE_PRODUCT
    for (const { out, back } of trips) {
      entries.push({ at: out, kind: 'sampleOut', skuId, quantity: -quantity, index })
      if (back !== null) entries.push({ at: back, kind: 'sampleBack', skuId, quantity, index })
    }
  })
  const balances = new Map<number, number>()
  return entries
    .toSorted((a, b) => b.at - a.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.index - a.index))
    .slice(0, most)
    .map((entry) => {
      const onHand = balances.get(entry.at) ?? stockOf(...upTo(movements, samples, entry.at)).onHand
      balances.set(entry.at, onHand)
      return { ...entry, onHand }
    })
}

function upTo(
  movements: readonly StockMovement[],
  samples: readonly SampleUse[],
  moment: number,
): [movements: readonly StockMovement[], samples: readonly SampleUse[]] {
  return [
    movements.filter(({ at }) => at <= moment),
    samples.map((sample) => ({
      ...sample,
      trips: sample.trips.flatMap(({ out, back }) =>
        out <= moment ? [{ out, back: back !== null && back <= moment ? back : null }] : [],
      ),
    })),
  ]
}

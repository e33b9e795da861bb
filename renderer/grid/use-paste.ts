/** Pasting into a grid: where each pasted cell goes, and what is asked first when the shape says something. */

import { useState } from 'react'

import { MOST_CELLS } from '../../shared/contract/edits'
import { useText } from '../messages/i18n'
import { say } from '../session/status'
import type { GridColumn } from './columns'
import type { Range } from './cursor'
import type { Adding } from './edit'
import type { TextFor } from './edit-plan'
import { type Cells, cellsOf, type PasteShape, repeated, shapeOf } from './paste'
import type { Apply } from './use-apply'

export interface PasteSource<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly row: (index: number) => R | undefined
  readonly count: number
  readonly range: Range
  readonly load: ((first: number, last: number) => Promise<unknown>) | undefined
  readonly adding: Adding | undefined
  readonly apply: Apply<R>
}

/** A paste that waits for an answer. */
export interface Offer {
  readonly cells: Cells
  readonly shape: PasteShape
  readonly take: (how: 'byTitle' | 'asIs') => void
  readonly drop: () => void
}

export interface Pasting {
  readonly offer: Offer | null
  readonly paste: (text: string) => void
}

export function usePaste<R>(source: PasteSource<R>): Pasting {
  const t = useText('grid')
  const [offer, setOffer] = useState<Offer | null>(null)
  const { columns, range } = source

  function place(
    cells: Cells,
    how: { readonly skip: number; readonly byTitle: readonly (string | null)[] | null },
  ): void {
    const values = cells.slice(how.skip)
    const block =
      how.byTitle === null && range.bottom >= range.top
        ? repeated(values, range.bottom - range.top + 1, range.right - range.left + 1)
        : values
    const send = (): void => {
      const texts = textsOf(source, block, how.byTitle)
      if (texts.beyond > 0) say(t('done.beyond', { count: texts.beyond }), 'bad')
      else void source.apply('paste', texts.list)
    }
    const last = Math.min(range.top + block.length, source.count) - 1
    const isHere = Array.from({ length: last - range.top + 1 }, (_, line) => source.row(range.top + line))
    // Of a long list only what was seen is here.
    if (source.load && isHere.includes(undefined)) void source.load(range.top, last).then(send, send)
    else send()
  }

  function paste(text: string): void {
    const cells = cellsOf(text)
    if (cells.length === 0) {
      return
    }
    const room = columns.length - range.left
    const shape = cells.length > MOST_CELLS ? PLAIN : shapeOf(cells, columns, room)
    const inPlace =
      shape.byTitle !== null && shape.byTitle.every((id, at) => id === (columns[range.left + at]?.id ?? null))
    if (inPlace || (shape.headings === 0 && shape.tooMany === 0)) {
      place(cells, { skip: shape.headings, byTitle: null })
      return
    }
    setOffer({
      cells,
      shape,
      take: (how) => {
        setOffer(null)
        place(cells, how === 'byTitle' ? { skip: shape.headings, byTitle: shape.byTitle } : { skip: 0, byTitle: null })
      },
      drop: () => setOffer(null),
    })
  }
  return { offer, paste }
}

const PLAIN: PasteShape = { headings: 0, byTitle: null, tooMany: 0 }

/** Every pasted cell with its place; `beyond`: rows below the end of a list that takes none, or that are not here yet. */
function textsOf<R>(
  { columns, row, count, range, adding }: PasteSource<R>,
  block: Cells,
  byTitle: readonly (string | null)[] | null,
): { readonly list: readonly TextFor<R>[]; readonly beyond: number } {
  const places = byTitle?.map((id) => columns.find((column) => column.id === id))
  const list: TextFor<R>[] = []
  let beyond = 0
  block.forEach((cells, line) => {
    const index = range.top + line
    const record = row(index)
    if (record === undefined && (index < count || !adding)) {
      beyond += 1
      return
    }
    cells.forEach((text, at) => {
      const column = places ? places[at] : columns[range.left + at]
      if (column) list.push({ row: record ?? null, line: index, column, text })
    })
  })
  return { list, beyond }
}

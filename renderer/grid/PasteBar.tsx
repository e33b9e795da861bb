/** Above a grid: what a paste was recognised as, and pasted rows that could not be added, with the reason of each cell. */

import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import { useText } from '../messages/i18n'
import { useKeys } from '../session/keys'
import { say } from '../session/status'
import { useStore } from '../session/store'
import type { GridColumn } from './columns'
import type { NotWritten } from './edit-plan'
import classes from './grid.module.css'
import { marksOf } from './marks'
import type { Offer } from './use-paste'

/** What a paste was recognised as: nothing is written before one of the answers is chosen. */
export function PasteOffer({ offer, onDone }: { readonly offer: Offer; readonly onDone: () => void }) {
  const t = useText('grid')
  const first = useRef<HTMLButtonElement>(null)
  const { shape } = offer
  useEffect(() => first.current?.focus(), [])
  const answer = (run: () => void) => () => {
    run()
    onDone()
  }
  useKeys({ Escape: answer(offer.drop) })
  return (
    <div role="alertdialog" tabIndex={-1} aria-label={t('offer.title')} className={classes.offerBar}>
      <span>
        {shape.headings > 0
          ? t('offer.headings', { count: shape.headings })
          : t('offer.tooMany', { count: shape.tooMany })}
      </span>
      {shape.headings > 0 && (
        <Button ref={first} size="compact-xs" onClick={answer(() => offer.take('byTitle'))}>
          {shape.byTitle ? t('offer.byTitle') : t('offer.skip')}
        </Button>
      )}
      <Button
        ref={shape.headings > 0 ? undefined : first}
        size="compact-xs"
        variant="default"
        onClick={answer(() => offer.take('asIs'))}
      >
        {shape.tooMany > 0 ? t('offer.fitting') : t('offer.asIs')}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={answer(offer.drop)}>
        {t('offer.drop')}
      </Button>
    </div>
  )
}

const SHOWN = 5

/** Pasted rows that could not be added: what was in them and why, to be copied, corrected and pasted again. */
export function LostRows<R>({ name, columns }: { readonly name: string; readonly columns: readonly GridColumn<R>[] }) {
  const t = useText('grid')
  const store = marksOf(name)
  const { lost } = useStore(store)
  if (lost.length === 0) {
    return null
  }
  const cells = lost.flatMap((row) => row.cells)
  const titleOf = ({ column }: NotWritten) =>
    columns.find(({ id, edit }) => id === column || edit?.field === column)?.title
  return (
    <div role="status" className={classes.offerBar}>
      <span>
        {t('lost.title', { count: lost.length })}
        {cells.slice(0, SHOWN).map((cell) => (
          <span key={`${cell.line} ${cell.column}`} className={classes.lostCell}>
            {t('lost.cell', {
              row: cell.line + 1,
              column: titleOf(cell) ?? cell.column,
              text: cell.text,
              reason: t(`reasons.${cell.reason}`),
            })}
          </span>
        ))}
        {cells.length > SHOWN && (
          <span className={classes.lostCell}>{t('lost.more', { count: cells.length - SHOWN })}</span>
        )}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          void navigator.clipboard
            .writeText(
              cells
                .map((cell) => [titleOf(cell) ?? cell.column, cell.text, t(`reasons.${cell.reason}`)].join('\t'))
                .join('\n'),
            )
            .then(() => say(t('lost.copied', { count: cells.length })))
        }
      >
        {t('lost.copy')}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => store.set({ ...store.get(), lost: [] })}>
        {t('lost.drop')}
      </Button>
    </div>
  )
}

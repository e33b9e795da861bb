/** Rows of a list that cannot be read, each with the reason; the offending cell can be corrected in place. */

import { TextInput } from '@mantine/core'
import { useState } from 'react'

import type { RejectRow } from '../../../../shared/contract/imports'
import { useText } from '../../../messages/i18n'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../imports.module.css'
import type { Correction } from '../intake'

const REJECTS_SHOWN = 200

export interface RejectTableProps {
  readonly rejects: readonly RejectRow[]
  /** Null: nothing can be corrected any more. */
  readonly onCorrect: ((correction: Correction) => void) | null
}

export function RejectTable({ rejects, onCorrect }: RejectTableProps) {
  const t = useText('metrics')
  const words = useText('words')
  if (rejects.length === 0) return null
  return (
    <section aria-label={t('detail.rejects')}>
      <h3 className={classes.heading}>{t('detail.rejects')}</h3>
      <SmallTable
        label={t('detail.rejects')}
        columns={[
          { title: t('detail.row'), figure: true },
          { title: t('detail.column') },
          { title: t('detail.value') },
          { title: t('detail.reason') },
        ]}
        rows={rejects.slice(0, REJECTS_SHOWN).map(({ row, column, code, value }) => ({
          key: `${row} ${column} ${value}`,
          cells: [
            String(row),
            column,
            onCorrect === null || column === '' ? (
              value
            ) : (
              <Correct key="value" row={row} column={column} value={value} onCorrect={onCorrect} />
            ),
            words(`reject.${code}`),
          ],
        }))}
      />
    </section>
  )
}

interface CorrectProps {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly onCorrect: (correction: Correction) => void
}

/** The offending cell as a field: Enter or leaving it takes what was typed, Escape the file's word back. */
function Correct({ row, column, value, onCorrect }: CorrectProps) {
  const t = useText('metrics')
  const [typed, setTyped] = useState(value)
  const take = () => typed !== value && onCorrect({ row, column, value: typed.trim(), was: value })
  return (
    <TextInput
      variant="unstyled"
      aria-label={t('detail.correct', { row, column })}
      classNames={{ input: classes.cell ?? '' }}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') take()
        else if (event.key === 'Escape') {
          event.stopPropagation()
          setTyped(value)
        }
      }}
    />
  )
}

/** A week's items, one by one, and, where it is red, what could be done about it. */

import { Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CashView, OwnCashItem } from '../../../shared/contract/cash'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { Advice } from './Advice'
import classes from './cash.module.css'
import type { CashInput, ViewInput } from './cash-view'
import { ItemDrawer } from './ItemDrawer'
import { Items } from './Items'

export interface WeekChoice {
  readonly week: number | 'passed' | 'beyond'
  readonly direction?: 'in' | 'out'
}

interface WeekDrawerProps {
  readonly choice: WeekChoice
  readonly view: CashView
  readonly input: CashInput
  readonly onChoice: (choice: WeekChoice) => void
  readonly onClose: () => void
}

/** Items shown at once; a week of more is read by its kinds. */
const SHOWN = 500

export function WeekDrawer({ choice, view, input, onChoice, onClose }: WeekDrawerProps) {
  const t = useText('cash')
  const format = useFormat()
  const [editing, setEditing] = useState<OwnCashItem | null>(null)
  const { week, direction } = choice
  const own: ViewInput = { ...input, view: view.converted ? null : view.currency }
  const items = useQuery(
    orpc.cash.items.queryOptions({ input: { ...own, week, limit: SHOWN, ...(direction && { direction }) } }),
  )
  const found = typeof week === 'number' ? view.weeks[week] : undefined
  const turn = (to: number): (() => void) | undefined =>
    view.weeks[to] === undefined ? undefined : () => onChoice({ ...choice, week: to })
  if (editing) return <ItemDrawer item={editing} onClose={() => setEditing(null)} />
  return (
    <Drawer
      title={found ? format.period(found.from, found.to) : t(`outside.${week === 'passed' ? 'passed' : 'beyond'}`)}
      onClose={onClose}
      onPrevious={typeof week === 'number' ? turn(week - 1) : undefined}
      onNext={typeof week === 'number' ? turn(week + 1) : undefined}
      wide
    >
      {typeof week === 'number' && found?.red && <Advice input={own} week={week} currency={view.currency} />}
      <Divider my="xs" label={direction ? t(`columns.${direction}flow`) : t('items.label')} labelPosition="left" />
      <Answer query={items}>
        {({ rows, total, sum, currency }) => (
          <>
            <p className={classes.lead}>
              {t('items.sum', { count: total, amount: sum === null ? DASH : format.money(sum, currency) })}{' '}
              {total > rows.length && t('items.first', { count: rows.length })}
            </p>
            <Items rows={rows} currency={view.currency} onEdit={setEditing} />
          </>
        )}
      </Answer>
    </Drawer>
  )
}

/** Cash: thirteen weeks of what comes in and goes out, where it gets tight, and what if settlement takes longer. */

import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CashCalendar } from '../../../shared/contract/cash'
import { LONGEST_SETTLEMENT } from '../../../shared/domain/settlement-rules'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCurrentShop } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { BalanceDrawer } from './BalanceDrawer'
import classes from './cash.module.css'
import { ALL, type CashInput, isEmpty, viewOf } from './cash-view'
import { ItemDrawer } from './ItemDrawer'
import { RuleDrawer } from './RuleDrawer'
import { WeekDrawer, type WeekChoice } from './WeekDrawer'
import { Weeks } from './Weeks'

type Opened = 'item' | 'balance' | 'rules' | WeekChoice

/** While the slider moves, so long after its last step the weeks are asked for. */
const SETTLE_MS = 120

export function CashScreen() {
  const t = useText('cash')
  const format = useFormat()
  const shop = useCurrentShop()
  const [choice, setChoice] = useState(ALL)
  const [slip, setSlip] = useState(0)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [slipTo] = useDebouncedValue(slip, SETTLE_MS)
  const input: CashInput = { slipTo, ...(shop && { shops: [shop.id] }) }
  const calendar = useQuery(orpc.cash.calendar.queryOptions({ input, placeholderData: keepPreviousData }))
  useKeys({
    [KEYS.cashNew.keys[0]]: () => setOpened('item'),
    [KEYS.cashSlip.keys[0]]: () => setSlip(withinSlip(slip - 1)),
    [KEYS.cashSlip.keys[1]]: () => setSlip(withinSlip(slip + 1)),
  })
  const add = <Button onClick={() => setOpened('item')}>{t('add')}</Button>
  const close = (): void => setOpened(null)
  return (
    <Page
      title={t('title')}
      note={calendar.data && t('note', { from: format.day(calendar.data.one.weeks[0]?.from ?? calendar.data.today) })}
      actions={
        <>
          <Others onOpen={setOpened} />
          {add}
        </>
      }
      filters={
        <>
          {calendar.data && <Views calendar={calendar.data} choice={choice} onChoice={setChoice} />}
          <Slip days={slip} onDays={setSlip} />
        </>
      }
      padded
    >
      <Answer query={calendar}>
        {(data) =>
          isEmpty(data) ? (
            <Empty sentence={t('empty')} example={t('example')} action={add} />
          ) : (
            <Weeks calendar={data} view={viewOf(data, choice)} isOneShop={shop !== null} onOpen={setOpened} />
          )
        }
      </Answer>
      {opened === 'item' && <ItemDrawer item={null} onClose={close} />}
      {opened === 'balance' && <BalanceDrawer onClose={close} />}
      {opened === 'rules' && <RuleDrawer shops={calendar.data?.shops ?? []} onClose={close} />}
      {opened !== null && typeof opened === 'object' && calendar.data && (
        <WeekDrawer
          key={`${opened.week} ${opened.direction ?? ''}`}
          choice={opened}
          view={viewOf(calendar.data, choice)}
          input={input}
          onChoice={setOpened}
          onClose={close}
        />
      )}
    </Page>
  )
}

function withinSlip(days: number): number {
  return Math.min(LONGEST_SETTLEMENT, Math.max(0, days))
}

function Others({ onOpen }: { readonly onOpen: (opened: 'rules' | 'balance') => void }) {
  const t = useText('cash')
  return (
    <>
      <Button variant="default" onClick={() => onOpen('rules')}>
        {t('rules')}
      </Button>
      <Button variant="default" onClick={() => onOpen('balance')}>
        {t('balance')}
      </Button>
    </>
  )
}

interface ViewsProps {
  readonly calendar: CashCalendar
  readonly choice: string
  readonly onChoice: (choice: string) => void
}

function Views({ calendar, choice, onChoice }: ViewsProps) {
  const t = useText('cash')
  const data = [
    { value: ALL, label: t('views.one', { currency: calendar.one.currency }) },
    ...calendar.currencies.map(({ currency }) => ({ value: currency, label: currency })),
  ]
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('viewLabel')}
      data={data}
      value={data.some(({ value }) => value === choice) ? choice : ALL}
      onChange={onChoice}
    />
  )
}

function Slip({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }) {
  const t = useText('cash')
  const text = days === 0 ? t('slip.off') : t('slip.days', { count: days })
  return (
    <label className={classes.slip} title={t('slip.hint')}>
      {t('slip.label')}
      <input
        type="range"
        min={0}
        max={LONGEST_SETTLEMENT}
        step={1}
        value={days}
        aria-valuetext={text}
        onChange={({ currentTarget }) => onDays(Number(currentTarget.value))}
      />
      <span className={classes.slipDays}>{text}</span>
    </label>
  )
}

/** The weeks as a chart and as a table of the same figures, and what they rest on. */

import { useMemo } from 'react'

import type { CashCalendar, CashView, CashWeek } from '../../../shared/contract/cash'
import { FlowChart } from '../../charts/FlowChart'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import classes from './cash.module.css'
import { flowWeeks, lowestWeek, valueText } from './cash-view'
import { Notes } from './Notes'
import type { WeekChoice } from './WeekDrawer'

interface WeeksProps {
  readonly calendar: CashCalendar
  readonly view: CashView
  readonly isOneShop: boolean
  readonly onOpen: (choice: WeekChoice) => void
}

export function Weeks({ calendar, view, isOneShop, onOpen }: WeeksProps) {
  const t = useText('cash')
  const format = useFormat()
  const { currency } = view
  const weeks = useMemo(() => flowWeeks(view, format), [view, format])
  const text = useMemo(() => valueText(currency, format), [currency, format])
  const names = useMemo(
    () => ({
      inflow: t('chart.inflow'),
      outflow: t('chart.outflow'),
      balance: view.opening === null ? t('chart.change') : t('chart.balance'),
      floor: t('chart.floor'),
    }),
    [t, view.opening],
  )
  return (
    <div className={classes.whole}>
      <div className={classes.chart}>
        <FlowChart
          title={t('chart.title')}
          sentence={useSentence(view)}
          weeks={weeks}
          floor={view.opening?.floor ?? null}
          names={names}
          text={text}
          onPick={(week) => onOpen({ week })}
        />
      </div>
      <WeekTable view={view} onOpen={onOpen} />
      <Outside view={view} onOpen={onOpen} />
      <Notes calendar={calendar} view={view} isOneShop={isOneShop} />
    </div>
  )
}

function useSentence(view: CashView): string {
  const t = useText('cash')
  const format = useFormat()
  if (view.opening === null) return t('chart.noOpening')
  const lowest = lowestWeek(view)
  const red = view.weeks.filter((week) => week.red)
  const [first] = red
  return [
    first ? t('chart.red', { count: red.length, week: format.day(first.from) }) : t('chart.noRed'),
    ...(lowest === null || lowest.low === null
      ? []
      : [t('chart.lowest', { amount: format.money(lowest.low, view.currency), day: format.day(lowest.lowDay) })]),
  ].join(' ')
}

interface OfView {
  readonly view: CashView
  readonly onOpen: (choice: WeekChoice) => void
}

function WeekTable({ view, onOpen }: OfView) {
  const t = useText('cash')
  const format = useFormat()
  const amount = (value: number | null): string => (value === null ? DASH : format.amount(value, view.currency))
  const columns = [
    { title: t('columns.week'), words: true },
    { title: `${t('columns.inflow')} ${view.currency}`, figure: true },
    { title: t('columns.outflow'), figure: true },
    { title: t('columns.balance'), figure: true },
    { title: t('columns.low'), figure: true },
    { title: t('columns.lowDay'), words: true },
    { title: t('columns.state'), words: true },
  ]
  const cell = (what: string, text: string, choice: WeekChoice) => (
    <button
      key={what}
      type="button"
      className={classes.cell}
      aria-label={what === '' ? undefined : `${what}: ${text}`}
      onClick={() => onOpen(choice)}
    >
      {text}
    </button>
  )
  return (
    <SmallTable
      label={t('tableLabel')}
      columns={columns}
      rows={view.weeks.map((week, index) => {
        const name = `${format.shortDay(week.from)} – ${format.shortDay(week.to)}`
        const of = (word: string): string => `${name}, ${word}`
        return {
          key: week.from,
          cells: [
            cell('', name, { week: index }),
            cell(of(t('columns.inflow')), amount(week.inflow), { week: index, direction: 'in' }),
            cell(of(t('columns.outflow')), amount(week.outflow), { week: index, direction: 'out' }),
            amount(week.balance),
            amount(week.low),
            <span key="day" className={classes.short}>
              {format.shortDay(week.lowDay)}
            </span>,
            <WeekState key="state" week={week} isKnown={view.opening !== null} />,
          ],
        }
      })}
    />
  )
}

export function WeekState({ week, isKnown }: { readonly week: CashWeek; readonly isKnown: boolean }) {
  const t = useText('cash')
  if (!isKnown) return <StateMark tone="unknown">{t('unknown')}</StateMark>
  return week.red ? <StateMark tone="bad">{t('red')}</StateMark> : <StateMark tone="good">{t('enough')}</StateMark>
}

/** What is in no week, so that the weeks are not taken for everything. */
function Outside({ view, onOpen }: OfView) {
  const t = useText('cash')
  const format = useFormat()
  const places = (['passed', 'beyond'] as const).filter((place) => view[place].items > 0)
  if (places.length === 0) return null
  return (
    <div className={classes.outside}>
      {places.map((place) => {
        const { amount } = view[place]
        return (
          <button key={place} type="button" className={classes.cell} onClick={() => onOpen({ week: place })}>
            {t(place, { amount: amount === null ? DASH : format.money(amount, view.currency) })}
          </button>
        )
      })}
    </div>
  )
}

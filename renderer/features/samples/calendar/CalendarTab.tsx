/** On which day which answers and posts are due; a day opens its samples. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { dayInZone } from '../../../../shared/domain/days'
import { orpc } from '../../../api'
import { HERE } from '../../../creator/clocks'
import { useFormat } from '../../../format/use-format'
import { type Text, useText } from '../../../messages/i18n'
import { useNow } from '../../../session/now'
import { usePlace } from '../../../session/place'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Page } from '../../../ui/Page'
import { StateMark } from '../../../ui/StateMark'
import { SampleDrawer } from '../one/SampleDrawer'
import { dueOf, leftText, TONES, useStateWord } from '../sample-words'
import classes from '../samples.module.css'
import { Strip } from '../Strip'
import type { SampleTabProps } from '../tabs'
import { type MonthDay, monthBeside, weeksOf } from './month'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export function CalendarTab({ tabs }: SampleTabProps) {
  const t = useText('samples')
  const format = useFormat()
  const { shopId } = usePlace()
  const today = dayInZone(useNow(), HERE)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState<string | null>(null)
  const days = weeksOf(month)
  const query = useQuery(
    orpc.samples.calendar.queryOptions({
      input: { shopId, from: days[0]?.day ?? today, to: days.at(-1)?.day ?? today },
    }),
  )
  const filters = (
    <>
      {tabs}
      <Months month={month} now={today.slice(0, 7)} onChange={setMonth} />
    </>
  )
  return (
    <Page title={t('title')} filters={filters}>
      <div className={classes.whole}>
        <Strip narrowed={{ shopId, owner: null, search: '' }} />
        <Answer query={query}>
          {(due) => (
            <div className={classes.month}>
              {!due.some(({ day }) => day.startsWith(month)) && <p className={classes.quiet}>{t('calendar.none')}</p>}
              <div className={classes.weekdays} aria-hidden>
                {WEEKDAYS.map((weekday) => (
                  <span key={weekday}>{t(`calendar.weekdays.${weekday}`)}</span>
                ))}
              </div>
              <div
                className={classes.days}
                role="group"
                aria-label={t('calendar.label', { month: format.month(month) })}
              >
                {days.map((one) => (
                  <DayCell
                    key={one.day}
                    {...one}
                    today={today}
                    due={due.find(({ day }) => day === one.day)}
                    onOpen={() => setChosen(one.day)}
                  />
                ))}
              </div>
            </div>
          )}
        </Answer>
      </div>
      {chosen !== null && <DayDrawer key={chosen} day={chosen} shopId={shopId} onClose={() => setChosen(null)} />}
    </Page>
  )
}

interface MonthsProps {
  readonly month: string
  readonly now: string
  readonly onChange: (month: string) => void
}

function Months({ month, now, onChange }: MonthsProps) {
  const t = useText('samples')
  const format = useFormat()
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => onChange(monthBeside(month, -1))}>
        {t('calendar.before')}
      </Button>
      <strong>{format.month(month)}</strong>
      <Button variant="default" size="compact-sm" onClick={() => onChange(monthBeside(month, 1))}>
        {t('calendar.after')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(now)}>
        {t('calendar.now')}
      </Button>
    </>
  )
}

interface Due {
  readonly review: number
  readonly post: number
  readonly overdue: number
}

interface DayCellProps extends MonthDay {
  readonly today: string
  readonly due: Due | undefined
  readonly onOpen: () => void
}

function DayCell({ day, own, today, due, onOpen }: DayCellProps) {
  const t = useText('samples')
  const format = useFormat()
  const marks = { 'data-other': own ? undefined : true, 'data-today': day === today || undefined }
  const number = <span className={classes.number}>{Number(day.slice(8))}</span>
  if (due === undefined) {
    return (
      <div className={classes.day} {...marks}>
        {number}
      </div>
    )
  }
  const words = wordsOf(due, t)
  return (
    <button type="button" className={classes.day} {...marks} title={format.day(day)} onClick={onOpen}>
      {number}
      {words.map((word, at) =>
        due.overdue > 0 && at === words.length - 1 ? (
          <StateMark key={word} tone="bad">
            {word}
          </StateMark>
        ) : (
          <span key={word}>{word}</span>
        ),
      )}
    </button>
  )
}

function wordsOf({ review, post, overdue }: Due, t: Text<'samples'>): readonly string[] {
  return [
    ...(review > 0 ? [t('calendar.review', { count: review })] : []),
    ...(post > 0 ? [t('calendar.post', { count: post })] : []),
    ...(overdue > 0 ? [t('calendar.late', { count: overdue })] : []),
  ]
}

const MOST = 200

function DayDrawer({
  day,
  shopId,
  onClose,
}: {
  readonly day: string
  readonly shopId: string | null
  readonly onClose: () => void
}) {
  const t = useText('samples')
  const format = useFormat()
  const word = useStateWord()
  const [opened, setOpened] = useState<string | null>(null)
  const input = { shopId, filters: [{ field: 'dueOn', op: 'anyOf' as const, values: [day] }], limit: MOST }
  const query = useQuery(orpc.samples.list.queryOptions({ input }))
  if (opened !== null) return <SampleDrawer id={opened} onClose={() => setOpened(null)} />
  return (
    <Drawer title={t('calendar.dayTitle', { day: format.day(day) })} onClose={onClose}>
      <Answer query={query}>
        {({ rows }) => (
          <div className={classes.found}>
            {rows.map((sample) => {
              const due = dueOf(sample)
              return (
                <Button
                  key={sample.id}
                  variant="default"
                  justify="space-between"
                  onClick={() => setOpened(sample.id)}
                  rightSection={due && <StateMark tone={TONES[due.level]}>{leftText(t, due.daysLeft)}</StateMark>}
                >
                  {`${sample.handle ?? ''} · ${sample.productName ?? sample.productId} · ${word(sample.state)}`}
                </Button>
              )
            })}
          </div>
        )}
      </Answer>
    </Drawer>
  )
}

/** The LIVE board: who is live when for all shops, on two clocks, with what cannot be and how much is covered. */

import { ActionIcon, Button, Group, Menu, SegmentedControl, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { LiveSlotView } from '../../../shared/contract/live'
import { addDays, dayInZone } from '../../../shared/domain/days'
import { api, desktop, orpc } from '../../api'
import { HERE, zoneName } from '../../creator/clocks'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCurrentShop } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { useCommand } from '../../ui/use-save'
import { Coverage } from './Coverage'
import { LiveGrid } from './LiveGrid'
import { columnsOf, type Span } from './live-model'
import classes from './live.module.css'
import { SlotDrawer, type NewSlot } from './SlotDrawer'
import { Warnings } from './Warnings'

const SPANS = ['week', 'day'] as const

export function LiveScreen() {
  const t = useText('live')
  const shop = useCurrentShop()
  const zone = shop?.timezone ?? HERE
  const [day, setDay] = useState(() => dayInZone(Date.now(), zone))
  const [span, setSpan] = useState<Span>('week')
  const [opened, setOpened] = useState<LiveSlotView | NewSlot | null>(null)
  const week = { day, zone, ...(shop && { shopId: shop.id }) }
  const board = useQuery(orpc.live.board.queryOptions({ input: week }))
  const turn = (by: number): void => setDay(addDays(day, span === 'week' ? by * 7 : by))
  useKeys({ [KEYS.liveWeek.keys[0]]: () => turn(-1), [KEYS.liveWeek.keys[1]]: () => turn(1) })
  const plan = (at: NewSlot): void => setOpened(at)
  const add = <Button onClick={() => plan({ day })}>{t('add')}</Button>
  return (
    <Page
      title={t('title')}
      note={<Shown day={day} span={span} days={board.data?.days ?? []} />}
      actions={
        <>
          <More week={week} />
          {add}
        </>
      }
      filters={
        <Filters
          zone={zone}
          span={span}
          onSpan={setSpan}
          onTurn={turn}
          onToday={() => setDay(dayInZone(Date.now(), zone))}
        />
      }
    >
      <Answer query={board}>
        {(data) => (
          <div className={classes.whole}>
            {data.rows.length === 0 ? (
              <Empty sentence={t('empty')} example={t('example')} action={add} />
            ) : (
              <LiveGrid board={data} columns={columnsOf(data.days, span, day)} onOpen={setOpened} onPlan={plan} />
            )}
            <div className={classes.foot}>
              {data.rows.length > 0 && <Warnings board={data} onOpen={setOpened} />}
              <Coverage coverage={data.coverage} />
            </div>
          </div>
        )}
      </Answer>
      {opened && (
        <SlotDrawer
          key={'id' in opened ? opened.id : 'new'}
          slot={'id' in opened ? opened : null}
          at={'id' in opened ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

interface ShownProps {
  readonly day: string
  readonly span: Span
  readonly days: readonly { readonly day: string }[]
}

function Shown({ day, span, days }: ShownProps) {
  const format = useFormat()
  const [first] = days
  const last = days.at(-1)
  if (span === 'day' || !first || !last) return format.day(day)
  return format.period(first.day, last.day)
}

interface FiltersProps extends TurnProps {
  readonly zone: string
  readonly span: Span
  readonly onSpan: (span: Span) => void
}

function Filters({ zone, span, onSpan, ...turn }: FiltersProps) {
  const t = useText('live')
  return (
    <Group gap="xs">
      <Turn {...turn} />
      <SegmentedControl
        size="xs"
        value={span}
        onChange={(value) => onSpan(SPANS.find((one) => one === value) ?? 'week')}
        data={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
      />
      <span className={classes.second}>
        {zone === HERE
          ? t('zone', { zone: zoneName(zone) })
          : t('zones', { zone: zoneName(zone), other: zoneName(HERE) })}
      </span>
    </Group>
  )
}

interface TurnProps {
  readonly onTurn: (by: number) => void
  readonly onToday: () => void
}

function Turn({ onTurn, onToday }: TurnProps) {
  const t = useText('live')
  return (
    <Group gap={0} wrap="nowrap">
      <Tooltip label={t('before')}>
        <ActionIcon aria-label={t('before')} onClick={() => onTurn(-1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Button size="compact-xs" variant="subtle" onClick={onToday}>
        {t('thisWeek')}
      </Button>
      <Tooltip label={t('next')}>
        <ActionIcon aria-label={t('next')} onClick={() => onTurn(1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

/** What is done with the whole week. */
function More({ week }: { readonly week: Parameters<typeof api.live.repeatWeek>[0] }) {
  const t = useText('live')
  const format = useFormat()
  const name = `LIVE ${week.day}`
  const repeat = useCommand(
    () => api.live.repeatWeek(week),
    ({ added }) => t('repeated', { count: added }),
  )
  const save = useCommand(
    async (kind: 'ics' | 'pdf') => {
      const [title, filter] = kind === 'ics' ? [t('calendar'), t('calendarKind')] : [t('paper'), t('paperKind')]
      const to = await desktop.chooseSave({
        title,
        suggestedName: `${name}.${kind}`,
        filters: [{ name: filter, extensions: [kind] }],
      })
      if (to === null) return null
      if (kind === 'ics') return api.live.exportIcs({ ...week, to })
      return api.live.exportPdf({ ...week, to, language: format.language, ourZone: HERE })
    },
    (done) => (done === null ? '' : t('written', { file: done.file })),
  )
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={save.busy || repeat.busy}>
          {t('more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => repeat.run()}>{t('repeat')}</Menu.Item>
        <Menu.Item onClick={() => save.run('ics')}>{t('calendar')}</Menu.Item>
        <Menu.Item onClick={() => save.run('pdf')}>{t('paper')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

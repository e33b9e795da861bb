// The grid has the focus and names its active cell (aria-activedescendant); cells are never focused themselves.
/* oxlint-disable jsx-a11y/interactive-supports-focus */
/** The drawn board: rows of creators and rooms, columns of days or hours; moved in by arrows, dragged by hand. */

import { IconAlertTriangle } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import type { LiveRow, LiveSlotView, LiveWarningView } from '../../../shared/contract/live'
import { minutesOf } from '../../../shared/domain/live-board'
import { HERE, zoneName } from '../../creator/clocks'
import { ShopBadge } from '../../creator/ShopBadge'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { chordOf, isSecond } from '../../session/keys'
import { useShops } from '../../session/shops'
import { type Direction, type LiveColumn, type LiveCursor, settledAt, slotsAt, steppedTo, whoOf } from './live-model'
import classes from './live.module.css'
import type { NewSlot } from './SlotDrawer'
import { useSlotActions } from './use-slot-actions'

export interface LiveGridProps {
  readonly board: {
    readonly zone: string
    readonly rows: readonly LiveRow[]
    readonly slots: readonly LiveSlotView[]
    readonly warnings: readonly LiveWarningView[]
  }
  readonly columns: readonly LiveColumn[]
  readonly onOpen: (slot: LiveSlotView) => void
  readonly onPlan: (at: NewSlot) => void
}

const DAY_MINUTES = 1440

export function LiveGrid({ board, columns, onOpen, onPlan }: LiveGridProps) {
  const t = useText('live')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const state = useLiveGrid({ board, columns, onOpen, onPlan })
  useEffect(() => scroller.current?.focus(), [])
  const { cursor } = state
  const style = {
    '--columns': columns.length,
    '--column': columns.length > 7 ? '5.5rem' : '8.25rem',
  } as CSSProperties
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('board')}
      aria-activedescendant={`${id}-${cursor.row}-${cursor.column}`}
      tabIndex={0}
      className={classes.scroller}
      style={style}
      onKeyDown={state.onKeyDown}
    >
      <Heads columns={columns} zone={board.zone} />
      {board.rows.map((row, at) => (
        <Line key={row.key} id={id} row={row} at={at} board={board} columns={columns} onOpen={onOpen} state={state} />
      ))}
    </div>
  )
}

interface LineProps extends Pick<LiveGridProps, 'board' | 'columns' | 'onOpen'> {
  readonly id: string
  readonly row: LiveRow
  readonly at: number
  readonly state: ReturnType<typeof useLiveGrid>
}

function Line({ id, row, at, board, columns, onOpen, state }: LineProps) {
  const { cursor } = state
  const wrong = new Set(board.warnings.flatMap(({ slots }) => slots.map((slot) => slot.id)))
  return (
    <div role="row" className={classes.row}>
      <div role="rowheader" className={classes.name} title={whoOf(row)}>
        {whoOf(row)}
      </div>
      {columns.map((column, place) => (
        <div
          key={column.key}
          id={`${id}-${at}-${place}`}
          role="gridcell"
          className={classes.cell}
          data-current={(cursor.row === at && cursor.column === place) || undefined}
          data-over={state.over === `${at} ${place}` || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            state.setOver(`${at} ${place}`)
          }}
          onDragLeave={() => state.setOver(null)}
          onDrop={() => state.drop(row, column)}
        >
          {slotsAt(board.slots, row, columns, place).map((slot) => (
            <Slot
              key={slot.id}
              slot={slot}
              zone={board.zone}
              isCurrent={cursor.slot === slot.id}
              isWrong={wrong.has(slot.id)}
              onOpen={() => {
                state.setCursor({ row: at, column: place, slot: slot.id })
                onOpen(slot)
              }}
              onDrag={() => state.setDragged(slot)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

function useLiveGrid({ board, columns, onOpen, onPlan }: LiveGridProps) {
  const [wanted, setCursor] = useState<LiveCursor>({ row: 0, column: 0, slot: null })
  const [dragged, setDragged] = useState<LiveSlotView | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const actions = useSlotActions(board.zone)
  const drawn = { ...board, columns }
  const cursor = settledAt(wanted, drawn)
  const row = board.rows[cursor.row]
  const column = columns[cursor.column]
  const slot =
    board.slots.find(({ id }) => id === cursor.slot) ?? slotsAt(board.slots, row, columns, cursor.column)[0] ?? null
  const plan = (): void => {
    if (row && column) onPlan({ row, startsAt: column.day === null ? column.from : null, day: column.day })
  }
  const withSlot = (run: (one: LiveSlotView) => void) => () => slot && run(slot)
  const step = (direction: Direction) => () => setCursor(steppedTo(cursor, direction, drawn))
  const keys: Readonly<Record<string, () => unknown>> = {
    ArrowUp: step('ArrowUp'),
    ArrowDown: step('ArrowDown'),
    ArrowLeft: step('ArrowLeft'),
    ArrowRight: step('ArrowRight'),
    [KEYS.liveMove.keys[0]]: withSlot((one) => actions.move(one, -1)),
    [KEYS.liveMove.keys[1]]: withSlot((one) => actions.move(one, 1)),
    [KEYS.liveLength.keys[0]]: withSlot((one) => actions.lengthen(one, -1)),
    [KEYS.liveLength.keys[1]]: withSlot((one) => actions.lengthen(one, 1)),
    [KEYS.liveNew.keys[0]]: plan,
    [KEYS.liveOpen.keys[0]]: () => (slot ? onOpen(slot) : plan()),
    [KEYS.liveRemove.keys[0]]: withSlot(actions.remove),
  }
  return {
    cursor,
    setCursor,
    over,
    setOver,
    setDragged,
    drop: (to: LiveRow, at: LiveColumn) => {
      setOver(null)
      if (dragged) actions.drop(dragged, to, at)
      setDragged(null)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const chord = chordOf(event.nativeEvent)
      const run = keys[chord]
      // A key on a slot itself is the slot's.
      if (run === undefined || isSecond(event.nativeEvent) || event.target !== event.currentTarget) return
      event.preventDefault()
      // What is moved keeps the cursor, also when it was only the first of its cell.
      if (chord.startsWith('Alt+') && slot) setCursor({ ...cursor, slot: slot.id })
      run()
    },
  }
}

function Heads({ columns, zone }: { readonly columns: readonly LiveColumn[]; readonly zone: string }) {
  const t = useText('live')
  const format = useFormat()
  const weekdays: Readonly<Record<string, string>> = t('weekdays', { returnObjects: true })
  return (
    <div role="row" className={`${classes.row} ${classes.heads}`}>
      <div role="columnheader" className={classes.name}>
        {t('who')}
      </div>
      {columns.map((column, at) => {
        const { key, day, from } = column
        const minutes = minutesOf(column)
        return (
          <div key={key} role="columnheader" className={classes.head}>
            {day === null ? (
              <>
                <span>{format.clock(from, zone)}</span>
                {zone !== HERE && <span className={classes.second}>{format.clock(from, HERE)}</span>}
              </>
            ) : (
              <>
                <span>{weekdays[String(at)]}</span>
                <span className={classes.second}>
                  {format.shortDay(day)}
                  {minutes !== DAY_MINUTES && ` · ${t('hours', { count: minutes / 60 })}`}
                </span>
              </>
            )}
          </div>
        )
      })}
    </div>
  )
}

interface SlotProps {
  readonly slot: LiveSlotView
  readonly zone: string
  readonly isCurrent: boolean
  readonly isWrong: boolean
  readonly onOpen: () => void
  readonly onDrag: () => void
}

/** Two clocks: the board's, and the other of ours and the shop's where they differ. */
function Slot({ slot, zone, isCurrent, isWrong, onOpen, onDrag }: SlotProps) {
  const t = useText('live')
  const format = useFormat()
  const shopZone = useShops().find(({ id }) => id === slot.shopId)?.timezone ?? zone
  const other = zone === HERE ? shopZone : HERE
  const clocks = (of: string): string => `${format.clock(slot.startsAt, of)}–${format.clock(slot.endsAt, of)}`
  const second = clocks(other) === clocks(zone) ? null : `${clocks(other)} ${zoneName(other)}`
  return (
    <button
      type="button"
      tabIndex={-1}
      draggable
      className={classes.slot}
      data-current={isCurrent || undefined}
      data-wrong={isWrong || undefined}
      data-state={slot.state}
      title={[whoOf(slot), slot.shopName, clocks(zone), second, t(`states.${slot.state}`), slot.note]
        .filter(Boolean)
        .join('\n')}
      onClick={onOpen}
      onDragStart={onDrag}
    >
      <span className={classes.clock}>
        {isWrong && (
          <span className={classes.wrong}>
            <IconAlertTriangle size={12} aria-hidden />
          </span>
        )}
        {clocks(zone)}
      </span>
      {second !== null && <span className={classes.second}>{second}</span>}
      <ShopBadge shopId={slot.shopId} />
    </button>
  )
}

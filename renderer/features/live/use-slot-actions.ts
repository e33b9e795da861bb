/** What is done with a slot by key or by hand: moved, lengthened, dropped elsewhere, removed. */

import type { LiveRow, LiveSlotView } from '../../../shared/contract/live'
import { dayInZone, dayNumber } from '../../../shared/domain/days'
import { onOtherDay, rowKey, STEP_MINUTES } from '../../../shared/domain/live-board'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useCommand } from '../../ui/use-save'
import { type LiveColumn, whoOf } from './live-model'

const STEP_MS = STEP_MINUTES * 60_000

export interface SlotActions {
  /** By half hours; negative is earlier. */
  readonly move: (slot: LiveSlotView, steps: number) => void
  /** Its end alone. */
  readonly lengthen: (slot: LiveSlotView, steps: number) => void
  readonly drop: (slot: LiveSlotView, row: LiveRow, column: LiveColumn) => void
  readonly remove: (slot: LiveSlotView) => void
}

export function useSlotActions(zone: string): SlotActions {
  const t = useText('live')
  const format = useFormat()
  const moved = useCommand(
    (to: Parameters<typeof api.live.move>[0]) => api.live.move(to),
    (slot) =>
      t('moved', {
        who: whoOf(slot),
        from: format.instant(slot.startsAt, zone),
        to: format.clock(slot.endsAt, zone),
      }),
  )
  const removed = useCommand(
    async (slot: LiveSlotView) => {
      await api.live.remove({ id: slot.id })
      return slot
    },
    (slot) => t('removed', { who: whoOf(slot) }),
  )
  return {
    move: ({ id, startsAt, endsAt }, steps) =>
      moved.run({ id, startsAt: startsAt + steps * STEP_MS, endsAt: endsAt + steps * STEP_MS }),
    lengthen: ({ id, startsAt, endsAt }, steps) => {
      const end = endsAt + steps * STEP_MS
      if (end > startsAt) moved.run({ id, startsAt, endsAt: end })
    },
    drop: (slot, row, column) => moved.run({ id: slot.id, ...droppedAt(slot, column, zone), ...ownerAt(slot, row) }),
    remove: removed.run,
  }
}

/** On a day: the same time of the board's clocks; on an hour: its beginning. */
function droppedAt(slot: LiveSlotView, column: LiveColumn, zone: string) {
  const length = slot.endsAt - slot.startsAt
  if (column.day === null) return { startsAt: column.from, endsAt: column.from + length }
  const days = dayNumber(column.day) - dayNumber(dayInZone(slot.startsAt, zone))
  const { from, to } = onOtherDay({ from: slot.startsAt, to: slot.endsAt }, days, zone)
  return { startsAt: from, endsAt: to }
}

/** In another row it is another creator's, or a room's; the room of a creator's slot stays. */
function ownerAt(slot: LiveSlotView, row: LiveRow): Partial<Pick<LiveSlotView, 'creatorId' | 'room'>> {
  if (rowKey(slot) === row.key) return {}
  return row.creatorId === null ? { creatorId: null, room: row.room } : { creatorId: row.creatorId }
}

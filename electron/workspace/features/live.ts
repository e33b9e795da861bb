/** The LIVE board: slots that people plan, moved and repeated; what they clash with is told, never refused. */

import type { ReadableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { findLiveSlot } from '../../../db/repositories/live'
import { deleteRecord } from '../../../db/repositories/records'
import type { LiveSlotView } from '../../../shared/contract/live'
import { onOtherDay, roomKey, rowKey } from '../../../shared/domain/live-board'
import { AppError } from '../../../shared/errors'
import { liveBoard, slotViews, toViews } from '../live/board'
import { writeCalendar } from '../live/calendar-file'
import { writeWeek } from '../live/week-paper'
import { openTargets } from '../live/targets'
import { allShops, findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, write } from '../support'

/** Nothing that anybody plans is longer; a slip of the year is. */
const LONGEST_MS = 48 * 3_600_000
const WEEK_DAYS = 7
const WEEK_MS = WEEK_DAYS * 86_400_000

export const live = {
  board: os.live.board.handler(({ input, context }) => liveBoard(context.host.current().workspace.db, input)),

  put: os.live.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { name } = findShop(db, fields.shopId)
    if (id !== undefined) slotOf(db, id)
    check(fields)
    const saved = await write(context, id === undefined ? 'live.add' : 'live.update', name, (tx) => {
      if (fields.creatorId !== null) keepCreator(tx, fields.creatorId)
      return put(context, tx, 'liveSlots', id ?? null, {
        ...fields,
        room: fields.room === '' ? null : fields.room,
        products: fields.products.length === 0 ? null : JSON.stringify(fields.products),
      })
    })
    return slotOf(db, saved)
  }),

  move: os.live.move.handler(async ({ input: { id, ...to }, context }) => {
    const { db } = context.host.current().workspace
    const slot = slotOf(db, id)
    const { creatorId = slot.creatorId, room = slot.room } = to
    check({ ...to, creatorId, room })
    await write(context, 'live.move', slot.shopName, (tx) => {
      if (typeof to.creatorId === 'string') keepCreator(tx, to.creatorId)
      return put(context, tx, 'liveSlots', id, to)
    })
    return slotOf(db, id)
  }),

  remove: os.live.remove.handler(async ({ input: { id }, context }) => {
    const { shopName } = slotOf(context.host.current().workspace.db, id)
    await write(context, 'live.remove', shopName, (tx) => deleteRecord(tx, 'liveSlots', id))
    return {}
  }),

  repeatWeek: os.live.repeatWeek.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const { slots, days } = liveBoard(db, input)
    const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0]
    const zones = new Map(allShops(db).map(({ id, timezone }) => [id, timezone]))
    const there = new Set(slotViews(db, { from, to: to + 2 * WEEK_MS }).map(placeOf))
    const next = slots
      // Those that began before the week are that week's.
      .filter(
        ({ startsAt, state, shopId }) =>
          startsAt >= from && state !== 'cancelled' && (input.shopId ?? shopId) === shopId,
      )
      .map((slot) => {
        const zone = zones.get(slot.shopId) ?? 'UTC'
        const later = onOtherDay({ from: slot.startsAt, to: slot.endsAt }, WEEK_DAYS, zone)
        return { ...slot, startsAt: later.from, endsAt: later.to }
      })
      .filter((slot) => !there.has(placeOf(slot)))
    if (next.length === 0) return { added: 0 }
    await write(context, 'live.repeatWeek', String(next.length), (tx) => {
      for (const { shopId, creatorId, room, startsAt, endsAt, products, campaignId, owner, note } of next) {
        const fields = { shopId, creatorId, room, startsAt, endsAt, campaignId, owner, note, state: 'planned' }
        const numbers = products.length === 0 ? null : JSON.stringify(products)
        put(context, tx, 'liveSlots', null, { ...fields, products: numbers })
      }
    })
    return { added: next.length }
  }),

  setTarget: os.live.setTarget.handler(async ({ input: { shopId, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { name } = findShop(db, shopId)
    await write(context, 'live.setTarget', name, (tx) => put(context, tx, 'liveTargets', null, { shopId, ...fields }))
    return openTargets(db).of(shopId)
  }),

  exportIcs: os.live.exportIcs.handler(async ({ input: { to, ...week }, context }) => {
    const { slots } = liveBoard(context.host.current().workspace.db, week)
    await writeCalendar(to, slots, context.now())
    return { file: to, slots: slots.length }
  }),

  exportPdf: os.live.exportPdf.handler(({ input: { to, language, ourZone, ...week }, context }) => {
    const board = liveBoard(context.host.current().workspace.db, week)
    return writeWeek(to, board, { language, ourZone, at: context.now() })
  }),
}

function check({
  creatorId,
  room,
  startsAt,
  endsAt,
}: Pick<LiveSlotView, 'creatorId' | 'room' | 'startsAt' | 'endsAt'>): void {
  const refuse = (field: string, reason: string) =>
    new AppError('record.invalid', { entity: 'liveSlots', field, reason })
  if (creatorId === null && roomKey(room) === null) throw refuse('creatorId', 'creatorOrRoom')
  if (endsAt <= startsAt) throw refuse('endsAt', 'endBeforeBeginning')
  if (endsAt - startsAt > LONGEST_MS) throw refuse('endsAt', 'tooLong')
}

function placeOf(slot: LiveSlotView): string {
  return `${slot.shopId} ${rowKey(slot)} ${slot.startsAt}`
}

function slotOf(db: ReadableDb, id: string): LiveSlotView {
  const row = findLiveSlot(db, id)
  const [slot] = row === undefined ? [] : toViews(db, [row])
  if (slot === undefined) throw new AppError('record.notFound', { entity: 'liveSlots', id })
  return slot
}

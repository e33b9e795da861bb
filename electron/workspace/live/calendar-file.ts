/** A week of LIVE slots as a calendar file that phones and calendars read; every time in UTC, so that no reader needs our zones. */

import ical, { ICalEventStatus } from 'ical-generator'

import type { LiveSlotView } from '../../../shared/contract/live'
import { writeOut } from '../files/attaching'

const STATUS = {
  planned: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  done: ICalEventStatus.CONFIRMED,
  // Named as cancelled, so that a calendar that has it takes it out.
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** `stamp`: when the file is made, epoch ms. One slot keeps its identity from file to file. */
function calendarText(slots: readonly LiveSlotView[], stamp: number): string {
  const calendar = ical({ name: 'LIVE', prodId: { company: 'Starboard', product: 'LIVE board', language: 'EN' } })
  for (const { id, shopName, handle, room, startsAt, endsAt, state, products, campaignName, note } of slots) {
    const who = [handle === null ? null : `@${handle}`, room].filter((part) => part !== null).join(' · ')
    const details = [campaignName, products.join(', '), note].filter(Boolean).join('\n')
    calendar.createEvent({
      id: `${id}@starboard`,
      start: new Date(startsAt),
      end: new Date(endsAt),
      stamp: new Date(stamp),
      summary: `LIVE ${shopName}: ${who}`,
      status: STATUS[state],
      ...(room !== null && { location: room }),
      ...(details !== '' && { description: details }),
    })
  }
  return `${calendar.toString()}\r\n`
}

/** Whole or not there; refuses with `export.notWritable`. */
export function writeCalendar(file: string, slots: readonly LiveSlotView[], stamp: number): Promise<void> {
  return writeOut(file, once(Buffer.from(calendarText(slots, stamp))))
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

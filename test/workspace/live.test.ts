/** The LIVE board through the contract: slots of all shops in two zones, warnings, coverage, calendar file, paper, colleagues. */

import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { type Colleague, colleagues, give, meet } from '../support/colleagues'
import { pdfText, pdfTool } from '../support/pdf-reader'
import { type Client, newWorkspace } from '../support/workspace'

const HOUR = 3_600_000
const LA = 'America/Los_Angeles'
const utc = (text: string): number => Date.parse(`${text}:00Z`)

async function addShop(client: Client, name = 'US-3', market = 'US', timezone = LA): Promise<string> {
  const { id } = await client.shops.add({ name, market, currency: 'USD', timezone, reportLanguage: 'en' })
  return id
}

async function addCreator(client: Client, handle = 'mia.glow'): Promise<string> {
  const { id } = await client.records.put({ entity: 'creators', fields: { handle } })
  return String(id)
}

async function studio() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const us = await addShop(client)
  const gb = await addShop(client, 'GB-1', 'GB', 'Europe/London')
  const mia = await addCreator(client)
  const slot = (from: string, hours: number, more: object = {}) =>
    client.live.put({
      fields: { shopId: us, creatorId: mia, startsAt: utc(from), endsAt: utc(from) + hours * HOUR, ...more },
    })
  return { ...workspace, us, gb, mia, slot }
}

describe('the board of a week', () => {
  test('shows a shop’s creators and rooms by its clocks, with their slots in other shops', async () => {
    const { client, us, gb, slot } = await studio()
    // Monday 2 March, 19:00 in Los Angeles.
    await slot('2026-03-03T03:00', 2)
    await slot('2026-03-04T18:00', 1, { shopId: gb })
    await slot('2026-03-05T03:00', 1, { creatorId: null, room: 'Studio 1' })
    await slot('2026-03-05T20:00', 1, { shopId: gb, creatorId: null, room: 'London room' })
    const board = await client.live.board({ day: '2026-03-04', shopId: us })
    expect(board.zone).toBe(LA)
    expect(board.days.map(({ day }) => day)).toHaveLength(7)
    expect(board.days[0]).toEqual({ day: '2026-03-02', from: utc('2026-03-02T08:00'), to: utc('2026-03-03T08:00') })
    expect(board.rows.map(({ handle, room }) => [handle, room])).toEqual([
      ['mia.glow', null],
      [null, 'Studio 1'],
    ])
    expect(board.slots.map(({ shopName, handle, room }) => [shopName, handle, room])).toEqual([
      ['US-3', 'mia.glow', null],
      ['GB-1', 'mia.glow', null],
      ['US-3', null, 'Studio 1'],
    ])
    expect((await client.live.board({ day: '2026-03-04', zone: 'Asia/Shanghai' })).rows).toHaveLength(3)
    expect((await client.live.board({ day: '2026-03-11', shopId: us })).slots).toEqual([])
  })

  test('tells clashes across shops, little rest and odd lengths, and refuses none of them', async () => {
    const { client, us, gb, slot } = await studio()
    await client.live.setTarget({ shopId: us, fields: { restMinutes: 480 } })
    await slot('2026-03-03T18:00', 3)
    await slot('2026-03-03T20:30', 2, { shopId: gb })
    await slot('2026-03-04T03:30', 14)
    const { warnings } = await client.live.board({ day: '2026-03-03', shopId: us })
    // 22:30 to 03:30 are five hours; fourteen are one more than the platform takes.
    expect(
      warnings.map(({ kind, minutes, least, slots }) => [kind, minutes, least, slots.map(({ shopName }) => shopName)]),
    ).toEqual([
      ['clash', 30, null, ['US-3', 'GB-1']],
      ['shortRest', 300, 480, ['GB-1', 'US-3']],
      ['tooLong', 840, null, ['US-3']],
    ])
  })

  test('a clash with a slot of the week before is told', async () => {
    const { client, us, slot } = await studio()
    // Sunday 23:00 to Monday 02:00 in Los Angeles, and Monday 01:00 to 03:00.
    await slot('2026-03-02T07:00', 3)
    await slot('2026-03-02T09:00', 2)
    const { warnings } = await client.live.board({ day: '2026-03-02', shopId: us })
    expect(warnings).toMatchObject([{ kind: 'clash', of: 'creator', minutes: 60 }])
  })

  test('coverage counts each shop’s own days, rooms at once count once, empty prime time is named', async () => {
    const { client, us, slot } = await studio()
    await client.live.setTarget({ shopId: us, fields: { minutesPerDay: 720, primeFrom: 1140, primeTo: 1320 } })
    // 8 March, the day on which clocks skip an hour: 14:00–20:30 in summer time is 21:00–03:30 UTC.
    await slot('2026-03-08T21:00', 6.5)
    await slot('2026-03-08T23:00', 1, { creatorId: null, room: 'Studio 1' })
    const { coverage } = await client.live.board({ day: '2026-03-08', shopId: us })
    const sunday = coverage[0]?.days[6]
    expect(sunday).toMatchObject({ day: '2026-03-08', minutes: 390, parallel: 60, most: 2, missing: 330 })
    // 20:30 to 22:00 summer time.
    expect(sunday?.empty).toEqual([{ from: utc('2026-03-09T03:30'), to: utc('2026-03-09T05:00') }])
    expect(sunday && (sunday.to - sunday.from) / HOUR).toBe(23)
  })
})

describe('slots', () => {
  test('move, change and go, each one step that can be undone', async () => {
    const { client, us, slot } = await studio()
    const { id } = await slot('2026-03-03T18:00', 2)
    const room = {
      startsAt: utc('2026-03-03T18:30'),
      endsAt: utc('2026-03-03T20:30'),
      creatorId: null,
      room: 'Studio 1',
    }
    expect(await client.live.move({ id, ...room })).toMatchObject(room)
    expect((await client.history.undo({})).label).toBe('live.move')
    const find = async () => (await client.live.board({ day: '2026-03-03', shopId: us })).slots
    expect(await find()).toMatchObject([{ startsAt: utc('2026-03-03T18:00'), handle: 'mia.glow', room: null }])
    await client.live.remove({ id })
    expect(await find()).toEqual([])
    await client.history.undo({})
    expect(await find()).toHaveLength(1)
  })

  test.each([
    ['nobody and no room', { creatorId: null, room: ' ' }, 'creatorOrRoom'],
    ['an end before the beginning', { endsAt: utc('2026-03-03T17:00') }, 'endBeforeBeginning'],
    ['three days', { endsAt: utc('2026-03-06T18:00') }, 'tooLong'],
  ])('%s is refused', async (_name, more, reason) => {
    const { slot } = await studio()
    await expect(slot('2026-03-03T18:00', 1, more)).rejects.toMatchObject({ code: 'record.invalid', data: { reason } })
  })

  test('a week repeated begins at the same time of the clocks, and repeated again adds nothing', async () => {
    const { client, us, slot } = await studio()
    // Sunday 1 March and Saturday 7 March 19:00 in Los Angeles: the first belongs to the week before.
    await slot('2026-03-02T03:00', 2)
    await slot('2026-03-08T03:00', 2, { state: 'done', products: ['1729384756'] })
    await slot('2026-03-07T03:00', 2, { state: 'cancelled' })
    const week = { day: '2026-03-04', shopId: us }
    expect(await client.live.repeatWeek(week)).toEqual({ added: 1 })
    const { slots } = await client.live.board({ day: '2026-03-11', shopId: us })
    // Summer time by then: 19:00 is 02:00 UTC.
    expect(slots).toMatchObject([
      {
        startsAt: utc('2026-03-15T02:00'),
        endsAt: utc('2026-03-15T04:00'),
        state: 'planned',
        products: ['1729384756'],
      },
    ])
    expect(await client.live.repeatWeek(week)).toEqual({ added: 0 })
  })

  test('of a creator known by two names stand in one row, and clash', async () => {
    const { client, us, mia, slot } = await studio()
    const other = await addCreator(client, 'mia.official')
    await slot('2026-03-03T18:00', 2)
    await slot('2026-03-03T19:00', 2, { creatorId: other })
    await client.creators.merge({ winner: mia, loser: other })
    const { rows, warnings } = await client.live.board({ day: '2026-03-03', shopId: us })
    expect(rows.map(({ handle }) => handle)).toEqual(['mia.glow'])
    expect(warnings).toMatchObject([{ kind: 'clash' }])
  })
})

/** A calendar file as another program reads it: unfolded, event by event. */
function eventsOf(text: string): Record<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (at > 0) Object.assign(events.at(-1) ?? {}, { [line.slice(0, at)]: line.slice(at + 1) })
  }
  return events
}

describe('what leaves the house', () => {
  test('a calendar file has every slot in UTC, also over the change of clocks, and keeps its identity', async () => {
    const { client, folder, us, slot } = await studio()
    // Saturday 7 March 23:00 to Sunday 04:00 summer time: four hours that pass.
    const { id } = await slot('2026-03-08T07:00', 4, { room: 'Studio; 1', state: 'confirmed', note: 'bring,\nlights' })
    await slot('2026-03-05T03:00', 1, { state: 'cancelled' })
    const to = path.join(folder, 'week.ics')
    expect(await client.live.exportIcs({ day: '2026-03-08', shopId: us, to })).toEqual({ file: to, slots: 2 })
    const text = fs.readFileSync(to, 'utf8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(eventsOf(text)).toMatchObject([
      { DTSTART: '20260305T030000Z', STATUS: 'CANCELLED' },
      {
        UID: `${id}@starboard`,
        DTSTART: '20260308T070000Z',
        DTEND: '20260308T110000Z',
        STATUS: 'CONFIRMED',
        SUMMARY: 'LIVE US-3: @mia.glow · Studio\\; 1',
        LOCATION: 'Studio\\; 1',
        DESCRIPTION: 'bring\\,\\nlights',
      },
    ])
  })

  test.runIf(pdfTool('pdftotext'))(
    'the week on paper has both clocks, warnings and coverage, in Chinese too',
    async () => {
      const { client, folder, us, slot } = await studio()
      await client.live.setTarget({ shopId: us, fields: { minutesPerDay: 720, primeFrom: 1140, primeTo: 1320 } })
      await slot('2026-03-08T03:00', 2, { note: '新品首发' })
      await slot('2026-03-08T04:00', 2)
      const read = async (language: 'en' | 'zh-CN') => {
        const to = path.join(folder, `${language}.pdf`)
        await client.live.exportPdf({ day: '2026-03-08', shopId: us, to, language, ourZone: 'Asia/Shanghai' })
        return pdfText(to).replaceAll(/\s+/gu, ' ')
      }
      const english = await read('en')
      // 19:00 on the 7th in Los Angeles is 11:00 on the 8th in Shanghai.
      expect(english).toContain(
        '03-07 19:00–03-07 21:00 (03-08 11:00–03-08 13:00) · @mia.glow · US-3 · planned · 新品首发',
      )
      expect(english).toContain('@mia.glow (US-3): two at once for 60 min')
      // Three hours of twelve, and the last of the prime three is covered by the second slot.
      expect(english).toContain('US-3 · 2026-03-07: 3.0 h, 1.0 h of them in several rooms, 9.0 h short')
      expect(english).toContain('2026-03-02: 0.0 h, 12.0 h short, empty 03-02 19:00–03-02 22:00')
      const chinese = await read('zh-CN')
      expect(chinese).toContain('同时有两场，重叠 60 分钟')
      expect(chinese).toContain('直播排期 2026-03-02 至 2026-03-08')
    },
  )
})

test('two colleagues who give one creator to two shops at once both see the clash, and lose neither slot', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const us = await addShop(li.client)
  const gb = await addShop(li.client, 'GB-1', 'GB', 'Europe/London')
  const mia = await addCreator(li.client)
  await give(li, wang)
  const fields = { creatorId: mia, startsAt: utc('2026-03-03T18:00'), endsAt: utc('2026-03-03T20:00') }
  await li.client.live.put({ fields: { ...fields, shopId: us } })
  await wang.client.live.put({ fields: { ...fields, shopId: gb } })
  await meet([li, wang])
  for (const { client } of [li, wang]) {
    const { slots, warnings } = await client.live.board({ day: '2026-03-03', shopId: us })
    expect(slots).toHaveLength(2)
    expect(warnings).toMatchObject([{ kind: 'clash', minutes: 120 }])
  }
})

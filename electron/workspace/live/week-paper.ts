/** A week of LIVE on paper: by day, with the board's clock and ours, what is wrong with it, how much is covered. */

import type { LiveCoverage, LiveSlotView, LiveWarningView } from '../../../shared/contract/live'
import { dayInZone, minuteInZone } from '../../../shared/domain/days'
import { writePdf } from '../documents/pdf'
import type { BoardAnswer } from './board'

export type PaperLanguage = 'en' | 'zh-CN'

interface PaperOptions {
  readonly language: PaperLanguage
  readonly ourZone: string
  readonly at: number
}

const WORDS = {
  en: {
    title: (from: string, to: string) => `LIVE, ${from} to ${to}`,
    clocks: (zone: string, ours: string) => `Times of ${zone}; in brackets those of ${ours}`,
    nothing: 'nothing planned',
    states: { planned: 'planned', confirmed: 'confirmed', done: 'done', cancelled: 'cancelled' },
    warnings: 'To look at',
    coverage: 'Covered',
    clash: (who: string, minutes: number) => `${who}: two at once for ${minutes} min`,
    shortRest: (who: string, minutes: number, least: number) =>
      `${who}: ${minutes} min of rest, ${least} are asked for`,
    daysInARow: (who: string, days: number) => `${who}: ${days} days in a row`,
    tooShort: (who: string, minutes: number) => `${who}: ${minutes} min, the platform takes 30 or more`,
    tooLong: (who: string, minutes: number) => `${who}: ${minutes} min, the platform takes 13 hours at most`,
    day: (day: string, hours: string, parallel: string | null, missing: string | null, empty: string) =>
      [
        `${day}: ${hours} h`,
        parallel && `${parallel} h of them in several rooms`,
        missing && `${missing} h short`,
        empty && `empty ${empty}`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  'zh-CN': {
    title: (from: string, to: string) => `直播排期 ${from} 至 ${to}`,
    clocks: (zone: string, ours: string) => `时间按 ${zone}，括号内为 ${ours}`,
    nothing: '没有排期',
    states: { planned: '计划', confirmed: '已确认', done: '已完成', cancelled: '已取消' },
    warnings: '需要留意',
    coverage: '开播时长',
    clash: (who: string, minutes: number) => `${who}：同时有两场，重叠 ${minutes} 分钟`,
    shortRest: (who: string, minutes: number, least: number) => `${who}：只休息 ${minutes} 分钟，要求 ${least} 分钟`,
    daysInARow: (who: string, days: number) => `${who}：连续 ${days} 天`,
    tooShort: (who: string, minutes: number) => `${who}：只有 ${minutes} 分钟，平台至少 30 分钟`,
    tooLong: (who: string, minutes: number) => `${who}：${minutes} 分钟，平台最长 13 小时`,
    day: (day: string, hours: string, parallel: string | null, missing: string | null, empty: string) =>
      [
        `${day}：${hours} 小时`,
        parallel && `其中 ${parallel} 小时多间同播`,
        missing && `差 ${missing} 小时`,
        empty && `空档 ${empty}`,
      ]
        .filter(Boolean)
        .join('，'),
  },
} as const
type Words = (typeof WORDS)[PaperLanguage]

export function writeWeek(
  file: string,
  board: BoardAnswer,
  { language, ourZone, at }: PaperOptions,
): Promise<{ file: string }> {
  const words = WORDS[language]
  const title = words.title(board.days[0]?.day ?? '', board.days.at(-1)?.day ?? '')
  return writePdf(file, { title, language, at }, (page) => {
    page.font('bold').fontSize(16).text(title)
    page.font('regular').fontSize(9).text(words.clocks(board.zone, ourZone)).moveDown()
    for (const day of board.days) {
      page.font('bold').fontSize(11).text(day.day)
      page.font('regular').fontSize(10)
      const slots = board.slots.filter(({ startsAt }) => startsAt >= day.from && startsAt < day.to)
      if (slots.length === 0) page.text(words.nothing)
      for (const slot of slots) page.text(slotLine(slot, board.zone, ourZone, words))
      page.moveDown(0.5)
    }
    part(
      page,
      words.warnings,
      board.warnings.map((warning) => warningLine(warning, words)),
    )
    part(
      page,
      words.coverage,
      board.coverage.flatMap((shop) => coverageLines(shop, words)),
    )
  })
}

function part(page: PDFKit.PDFDocument, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  page.moveDown(0.5).font('bold').fontSize(11).text(title)
  page.font('regular').fontSize(10)
  for (const line of lines) page.text(line)
}

function slotLine(slot: LiveSlotView, zone: string, ours: string, words: Words): string {
  const { startsAt, endsAt, shopName, state, campaignName, note } = slot
  const clocks = `${clock(startsAt, zone)}–${clock(endsAt, zone)} (${clock(startsAt, ours)}–${clock(endsAt, ours)})`
  return [clocks, whoOf(slot), shopName, words.states[state], campaignName, note].filter(Boolean).join(' · ')
}

function whoOf({ handle, room }: Pick<LiveSlotView, 'handle' | 'room'>): string {
  return [handle === null ? null : `@${handle}`, room].filter(Boolean).join(' · ')
}

function warningLine({ kind, minutes, least, days, slots }: LiveWarningView, words: Words): string {
  const [slot] = slots
  const who = slot ? `${whoOf(slot)} (${[...new Set(slots.map(({ shopName }) => shopName))].join(', ')})` : ''
  if (kind === 'daysInARow') return words.daysInARow(who, days ?? 0)
  if (kind === 'shortRest') return words.shortRest(who, minutes ?? 0, least ?? 0)
  return words[kind](who, minutes ?? 0)
}

function coverageLines({ shopName, timezone, days }: LiveCoverage, words: Words): string[] {
  const hours = (minutes: number): string => (minutes / 60).toFixed(1)
  return days.map(({ day, minutes, parallel, missing, empty }) => {
    const open = empty.map(({ from, to }) => `${clock(from, timezone)}–${clock(to, timezone)}`).join(', ')
    const short = missing === null || missing === 0 ? null : hours(missing)
    return `${shopName} · ${words.day(day, hours(minutes), parallel === 0 ? null : hours(parallel), short, open)}`
  })
}

/** `03-07 19:30`: two zones seldom share a day. */
function clock(at: number, zone: string): string {
  const minute = minuteInZone(at, zone)
  const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `${dayInZone(at, zone).slice(5)} ${text}`
}

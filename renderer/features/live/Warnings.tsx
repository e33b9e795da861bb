/** What is wrong with a week, in sentences that lead to the slot. */

import { Button } from '@mantine/core'

import type { LiveSlotView, LiveWarningView } from '../../../shared/contract/live'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import { whoOf } from './live-model'
import classes from './live.module.css'

interface WarningsProps {
  readonly board: {
    readonly zone: string
    readonly slots: readonly LiveSlotView[]
    readonly warnings: readonly LiveWarningView[]
  }
  readonly onOpen: (slot: LiveSlotView) => void
}

export function Warnings({ board: { zone, slots, warnings }, onOpen }: WarningsProps) {
  const t = useText('live')
  const text = useWarningText(zone)
  if (warnings.length === 0) return <StateMark tone="good">{t('noWarnings')}</StateMark>
  return (
    <>
      <h2>{t('warnings')}</h2>
      <div className={classes.warnings}>
        {warnings.map((warning) => {
          // The last of them is the one that is in the way; of the week before there is nothing to open.
          const slot = warning.slots
            .toReversed()
            .flatMap(({ id }) => slots.find((one) => one.id === id) ?? [])
            .at(0)
          const mark = <StateMark tone={warning.kind === 'clash' ? 'bad' : 'watch'}>{text(warning)}</StateMark>
          const key = `${warning.kind} ${warning.slots.map(({ id }) => id).join(' ')}`
          return slot ? (
            <Button key={key} size="compact-xs" variant="subtle" onClick={() => onOpen(slot)}>
              {mark}
            </Button>
          ) : (
            <span key={key}>{mark}</span>
          )
        })}
      </div>
    </>
  )
}

function useWarningText(zone: string): (warning: LiveWarningView) => string {
  const t = useText('live')
  const format = useFormat()
  return ({ kind, of, minutes, least, days, slots }) => {
    const last = slots.at(-1)
    const who = last ? (of === 'room' ? (last.room ?? '') : whoOf(last)) : ''
    const at = last ? format.instant(last.startsAt, zone) : ''
    const values = { who, at, minutes: minutes ?? 0, least: least ?? 0, days: days ?? 0 }
    if (kind !== 'clash') return t(`warning.${kind}`, values)
    const shops = format.list([...new Set(slots.map(({ shopName }) => shopName))])
    return t(of === 'room' ? 'warning.clashRoom' : 'warning.clashCreator', { ...values, shops })
  }
}

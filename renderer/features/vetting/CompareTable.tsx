/** Creators side by side: the best figure of each row is marked, what is not known is a dash, the chosen column is what keys decide on. */

import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import type { Assessment } from '../../../shared/contract/vetting'
import { DecisionChips } from '../../creator/DecisionChips'
import { useVettingWords } from '../../creator/use-vetting-words'
import { WarningList } from '../../creator/WarningList'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { StateMark } from '../../ui/StateMark'
import { bestOf, comparedValue, FIGURE_ROWS, type FigureRow } from './compare-rows'
import { takeOut } from './compared'
import classes from './vetting.module.css'

export interface CompareTableProps {
  readonly creators: readonly Assessment[]
  readonly chosen: string | null
  readonly onChoose: (creatorId: string) => void
}

export function CompareTable({ creators, chosen, onChoose }: CompareTableProps) {
  const t = useText('vetting')
  const words = useVettingWords()
  const row = (name: string, title: string, cell: (one: Assessment) => ReactNode) => (
    <tr key={name}>
      <th scope="row">{title}</th>
      {creators.map((one) => (
        <td key={one.creatorId} data-chosen={one.creatorId === chosen || undefined}>
          {cell(one)}
        </td>
      ))}
    </tr>
  )
  return (
    // A table that scrolls must be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('compare.table')}>
      <table className={classes.compare} aria-label={t('compare.table')}>
        <thead>
          <tr>
            <td aria-hidden />
            {creators.map((one) => (
              <Head key={one.creatorId} one={one} chosen={one.creatorId === chosen} onChoose={onChoose} />
            ))}
          </tr>
        </thead>
        <tbody>
          {row('decision', t('compare.row.decision'), (one) =>
            one.decision === null && one.standing.length === 0 ? (
              DASH
            ) : (
              <DecisionChips decision={one.decision} standing={one.standing} />
            ),
          )}
          {row('warnings', t('compare.row.warnings'), (one) => (
            <WarningList warnings={one.warnings} match={one.match} none={t('warning.none')} />
          ))}
          {row('flags', t('compare.row.flags'), (one) =>
            one.flags.length === 0 ? DASH : one.flags.map((flag) => <div key={flag.flag}>{words.flag(flag)}</div>),
          )}
          {row('tier', t('compare.row.tier'), (one) => words.tier(one.tier) ?? DASH)}
          {row('category', t('compare.row.category'), (one) => one.category ?? DASH)}
          {FIGURE_ROWS.map((name) => {
            const best = bestOf(name, creators)
            return row(name, t(`compare.row.${name}`), (one) => (
              <FigureCell row={name} one={one} isBest={best.has(one.creatorId)} />
            ))
          })}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps {
  readonly one: Assessment
  readonly chosen: boolean
  readonly onChoose: (creatorId: string) => void
}

function Head({ one: { creatorId, handle, displayName }, chosen, onChoose }: HeadProps) {
  const t = useText('vetting')
  return (
    <th scope="col" data-chosen={chosen || undefined}>
      <div className={classes.head}>
        <button type="button" className={classes.name} aria-pressed={chosen} onClick={() => onChoose(creatorId)}>
          @{handle}
        </button>
        <ActionIcon aria-label={t('compare.remove', { handle })} onClick={() => takeOut(creatorId)}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {displayName !== null && <div className={classes.small}>{displayName}</div>}
    </th>
  )
}

interface FigureCellProps {
  readonly row: FigureRow
  readonly one: Assessment
  readonly isBest: boolean
}

function FigureCell({ row, one, isBest }: FigureCellProps) {
  const t = useText('vetting')
  const format = useFormat()
  const value = comparedValue(row, one)
  if (value === null) return DASH
  const texts = {
    points: () => String(value.value),
    count: () => format.count(value.value),
    money: () => format.money(value.value, value.currency ?? 'USD'),
    ratio: () => format.percent(value.value, 1),
  }
  const text = texts[value.kind]()
  return (
    <span title={isBest ? t('compare.best') : undefined} data-stale={value.stale || undefined}>
      {isBest ? <StateMark tone="good">{text}</StateMark> : text}
      {row === 'score' && <div className={classes.small}>{t('score.known', one.score)}</div>}
    </span>
  )
}

/** The verdict that holds and the lists somebody stands on: sign, word, who and when on hover. */

import { Tooltip } from '@mantine/core'

import type { Decision } from '../../shared/contract/vetting'
import { StateMark, type Tone } from '../ui/StateMark'
import { useVettingWords } from './use-vetting-words'
import classes from './vetting.module.css'

const TONES: Readonly<Record<string, Tone>> = {
  yes: 'good',
  allow: 'good',
  no: 'bad',
  block: 'bad',
  later: 'held',
}

export interface DecisionChipsProps {
  readonly decision: Decision | null
  readonly standing?: readonly Decision[]
}

export function DecisionChips({ decision, standing = [] }: DecisionChipsProps) {
  const words = useVettingWords()
  const shown = [...(decision ? [decision] : []), ...standing]
  return (
    <span className={classes.chips}>
      {shown.map((one) => (
        <Tooltip
          key={one.id}
          label={[one.reason === null ? null : words.reason(one.reason), words.by(one)].filter(Boolean).join(' · ')}
        >
          <span>
            <StateMark tone={TONES[one.verdict] ?? 'watch'}>{words.verdict(one)}</StateMark>
          </span>
        </Tooltip>
      ))}
    </span>
  )
}

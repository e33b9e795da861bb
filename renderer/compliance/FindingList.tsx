/** What was found, one line each, by arrow keys; under it the one that is chosen: reason, source, safer wording. */

import { Button } from '@mantine/core'
import { type KeyboardEvent, type Ref, useId } from 'react'

import type { Finding } from '../../shared/contract/compliance'
import { useText } from '../messages/i18n'
import { chordOf, isSecond } from '../session/keys'
import { Facts } from '../ui/Facts'
import { StateMark } from '../ui/StateMark'
import classes from './compliance.module.css'
import { LEVEL_TONES, useFindingWords } from './use-finding-words'

/** What Enter and the button under a finding do. */
export interface FindingAction {
  readonly label: string
  readonly run: (finding: Finding) => void
  readonly isFor?: (finding: Finding) => boolean
}

export interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly active: number | null
  readonly onActive: (index: number) => void
  /** Left out: findings are only to be read. */
  readonly action?: FindingAction | undefined
  readonly listRef?: Ref<HTMLDivElement>
}

export function FindingList({ findings, active, onActive, action, listRef }: FindingListProps) {
  const t = useText('compliance')
  const words = useFindingWords()
  const id = useId()
  const at = active ?? 0
  const shown = active === null ? undefined : findings[active]
  const go = (index: number) => onActive(Math.max(0, Math.min(findings.length - 1, index)))
  const doable = shown && doableOn(action, shown)
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(active === null ? 0 : at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(findings.length - 1),
    Enter: () => shown && doable?.run(shown),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[chordOf(event.nativeEvent)]
    if (run === undefined || isSecond(event.nativeEvent)) return
    event.preventDefault()
    run()
  }
  if (findings.length === 0) return null
  return (
    <>
      <div
        ref={listRef}
        role="listbox"
        aria-label={t('finding.list')}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        tabIndex={0}
        data-commands
        className={classes.list}
        onKeyDown={onKeyDown}
      >
        {findings.map((finding, index) => (
          // Keys are the list's.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={`${finding.start} ${finding.rule}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.item}
            onClick={() => onActive(index)}
          >
            <StateMark tone={LEVEL_TONES[finding.level]}>{words.level(finding)}</StateMark>
            <span className={classes.said}>{words.said(finding)}</span>
            <span className={classes.theme}>{words.theme(finding)}</span>
          </div>
        ))}
      </div>
      {shown && <FindingDetail finding={shown} action={doable} />}
    </>
  )
}

function doableOn(action: FindingAction | undefined, finding: Finding): FindingAction | undefined {
  return action?.isFor?.(finding) === false ? undefined : action
}

interface FindingDetailProps {
  readonly finding: Finding
  readonly action: FindingAction | undefined
}

/** One finding: advice with its source. */
function FindingDetail({ finding, action }: FindingDetailProps) {
  const t = useText('compliance')
  const words = useFindingWords()
  const { rule, also } = finding
  return (
    <section className={classes.detail} aria-label={t('finding.detail')}>
      <p className={classes.reason}>{words.reason(finding)}</p>
      <Facts
        facts={[
          [t('finding.safer'), words.safer(finding)],
          [t('finding.markets'), words.markets(finding)],
          [t('finding.source'), words.source(finding)],
          [t('finding.rule'), [rule, ...also].join(', ')],
        ]}
      />
      {action && (
        <Button size="xs" variant="default" onClick={() => action.run(finding)}>
          {action.label}
        </Button>
      )}
    </section>
  )
}

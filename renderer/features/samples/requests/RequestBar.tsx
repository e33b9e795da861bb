/** Under the inbox: what can be done with the chosen requests, one key each. What stays is said with its reason. */

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import type { LeftOut, SampleRequest } from '../../../../shared/contract/sample-requests'
import type { DeclineCode } from '../../../../shared/domain/sample-rules'
import { api } from '../../../api'
import type { RowSelection } from '../../../grid/selection'
import { type Text, useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { say } from '../../../session/status'
import { useCommand } from '../../../ui/use-save'
import { DeclineBar } from './DeclineBar'
import { MessageDrawer } from './MessageDrawer'
import { ReasonBar } from './ReasonBar'
import classes from './requests.module.css'

export interface RequestBarProps {
  readonly selection: RowSelection<SampleRequest>
  /** Told which request is under the cursor. */
  readonly onCurrent: (id: string | null) => void
  /** The chosen ones were answered. */
  readonly onDone: () => void
  readonly onPeek: () => void
}

type Asking =
  | { readonly what: 'reason'; readonly ids: readonly string[] }
  | { readonly what: 'decline'; readonly rows: readonly SampleRequest[] }
  | { readonly what: 'question'; readonly row: SampleRequest }

export function RequestBar({ selection, onCurrent, onDone, onPeek }: RequestBarProps) {
  const t = useText('sampleRequests')
  const [asking, setAsking] = useState<Asking | null>(null)
  const rows = selection.rows()
  const [first] = rows
  const current = first?.sample.id ?? null
  useEffect(() => onCurrent(current), [onCurrent, current])
  const done = () => {
    setAsking(null)
    onDone()
  }
  const answers = useAnswers(done)
  const ids = rows.map(({ sample }) => sample.id)
  const approve = () => {
    if (rows.length === 0) return
    if (rows.some(({ needsReason }) => needsReason)) setAsking({ what: 'reason', ids })
    else answers.approve.run({ ids, greenOnly: false, reason: '' })
  }
  const approveGreen = () => {
    if (selection.by === 'one') say(t('done.tickFirst'), 'bad')
    else answers.approve.run({ ids, greenOnly: true, reason: '' })
  }
  const decline = () => rows.length > 0 && setAsking({ what: 'decline', rows })
  const ask = () => first && setAsking({ what: 'question', row: first })
  useKeys(
    asking === null
      ? {
          [KEYS.requestApprove.keys[0]]: approve,
          [KEYS.requestGreen.keys[0]]: approveGreen,
          [KEYS.requestDecline.keys[0]]: decline,
          [KEYS.requestAsk.keys[0]]: ask,
        }
      : {},
  )
  const buttons = { approve, approveGreen, decline, ask, onPeek }
  return (
    <div className={classes.bar}>
      {asking !== null && asking.what !== 'question' && (
        <Why asking={asking} answers={answers} onCancel={() => setAsking(null)} />
      )}
      {(asking === null || asking.what === 'question') && (
        <Buttons count={selection.by === 'one' ? Math.min(1, rows.length) : selection.count} {...buttons} />
      )}
      {asking?.what === 'question' && <Question row={asking.row} onClose={() => setAsking(null)} />}
    </div>
  )
}

interface WhyProps {
  readonly asking: Exclude<Asking, { readonly what: 'question' }>
  readonly answers: ReturnType<typeof useAnswers>
  readonly onCancel: () => void
}

function Why({ asking, answers, onCancel }: WhyProps) {
  const t = useText('sampleRequests')
  if (asking.what === 'reason')
    return (
      <ReasonBar
        title={t('reason.title')}
        label={t('reason.label')}
        go={t('reason.go')}
        busy={answers.approve.busy}
        onReason={(reason) => answers.approve.run({ ids: [...asking.ids], greenOnly: false, reason })}
        onCancel={onCancel}
      />
    )
  return (
    <DeclineBar
      rows={asking.rows}
      busy={answers.decline.busy}
      onDecline={(code, note) => answers.decline.run({ ids: asking.rows.map(({ sample }) => sample.id), code, note })}
      onCancel={onCancel}
    />
  )
}

interface ButtonsProps {
  readonly count: number
  readonly approve: () => void
  readonly approveGreen: () => void
  readonly decline: () => void
  readonly ask: () => void
  readonly onPeek: () => void
}

function Buttons({ count, approve, approveGreen, decline, ask, onPeek }: ButtonsProps) {
  const t = useText('sampleRequests')
  return (
    <>
      <Button size="compact-xs" onClick={approve}>
        {t('action.approve')}
      </Button>
      {count > 1 && (
        <Button size="compact-xs" variant="default" onClick={approveGreen}>
          {t('action.approveGreen')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={decline}>
        {t('action.decline')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={ask}>
        {t('action.ask')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onPeek}>
        {t('action.why')}
      </Button>
      {count > 1 && <span>{t('chosen', { count })}</span>}
      <span className={classes.quiet}>{t('keys')}</span>
    </>
  )
}

function Question({ row: { sample }, onClose }: { readonly row: SampleRequest; readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const handle = sample.handle ?? ''
  return (
    <MessageDrawer
      key={sample.id}
      id={sample.id}
      about="question"
      title={t('message.questionTitle', { handle })}
      done={t('done.asked', { handle })}
      send={(message) => api.sampleRequests.ask(message)}
      onClose={onClose}
    />
  )
}

function useAnswers(done: () => void) {
  const t = useText('sampleRequests')
  const approve = useCommand(
    async (wish: { readonly ids: string[]; readonly greenOnly: boolean; readonly reason: string }) => {
      const answer = await api.sampleRequests.approve(wish)
      if (answer.approved.length > 0) done()
      return answer
    },
    ({ approved, left }) =>
      [
        approved.length === 0 ? t('done.noGreen') : t('done.approved', { count: approved.length }),
        ...leftText(left, t),
      ].join(' '),
  )
  const decline = useCommand(
    async (wish: { readonly ids: string[]; readonly code: DeclineCode; readonly note: string }) => {
      const answer = await api.sampleRequests.decline(wish)
      done()
      return answer
    },
    ({ declined, left }) => [t('done.declined', { count: declined.length }), ...leftText(left, t)].join(' '),
  )
  return { approve, decline }
}

const WHYS = ['notGreen', 'needsReason', 'onHold', 'answered'] as const

/** How many stay as they are, by why. */
function leftText(left: readonly LeftOut[], t: Text<'sampleRequests'>): string[] {
  return WHYS.flatMap((why) => {
    const count = left.filter((one) => one.why === why).length
    return count === 0 ? [] : [t(`done.left.${why}`, { count })]
  })
}

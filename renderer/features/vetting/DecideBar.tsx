/** The verdict on the chosen creator: one key says it, a number gives the reason; what a rule stops asks for a note. */

import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Assessment, Warned } from '../../../shared/contract/vetting'
import type { Verdict } from '../../../shared/domain/decisions'
import { api, orpc } from '../../api'
import { useVettingWords } from '../../creator/use-vetting-words'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { useCommand } from '../../ui/use-save'
import classes from './vetting.module.css'

interface Wish {
  readonly verdict: Verdict
  readonly reason: string | null
  readonly note: string | null
  readonly anyway: boolean
}

export interface DecideBarProps {
  readonly one: Assessment
  /** Chooses the creator so many places further. */
  readonly onMove: (by: number) => void
}

export function DecideBar({ one, onMove }: DecideBarProps) {
  const t = useText('vetting')
  const { shopId } = usePlace()
  const answers = useQueryClient()
  const [asking, setAsking] = useState<Verdict | null>(null)
  const [stopped, setStopped] = useState<(Warned & Wish) | null>(null)
  const decide = useCommand(
    async (wish: Wish) => {
      const { stopped: held } = await api.vetting.decide({ creators: [one.creatorId], shopId, ...wish })
      await answers.invalidateQueries({ queryKey: orpc.vetting.key() })
      setAsking(null)
      const [first] = held
      setStopped(first ? { ...first, ...wish } : null)
      return first !== undefined
    },
    (isStopped, { verdict }) =>
      isStopped ? t('decide.stopped') : t('decide.done', { handle: one.handle, verdict: t(`verdict.${verdict}`) }),
  )
  const say = (verdict: Verdict, reason: string | null) => decide.run({ verdict, reason, note: null, anyway: false })
  const ask = (verdict: Verdict) => () => setAsking(verdict)
  useKeys({
    [KEYS.yes.keys[0]]: ask('yes'),
    [KEYS.no.keys[0]]: ask('no'),
    [KEYS.later.keys[0]]: ask('later'),
    [KEYS.undecided.keys[0]]: () => say('undecided', null),
    [KEYS.beside.keys[0]]: () => onMove(-1),
    [KEYS.beside.keys[1]]: () => onMove(1),
  })
  return (
    <section className={classes.decide} aria-label={t('decide.label', { handle: one.handle })}>
      {asking !== null && (
        <Reasons
          verdict={asking}
          handle={one.handle}
          onReason={(reason) => say(asking, reason)}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === null && stopped !== null && (
        <Anyway
          onNote={(note) => decide.run({ verdict: stopped.verdict, reason: stopped.reason, note, anyway: true })}
          onCancel={() => setStopped(null)}
        />
      )}
      {asking === null && stopped === null && (
        <>
          <strong>@{one.handle}</strong>
          {(['yes', 'no', 'later'] as const).map((verdict) => (
            <Button key={verdict} variant="default" onClick={ask(verdict)} loading={decide.busy}>
              {t(`verdict.${verdict}`)}
            </Button>
          ))}
          <span className={classes.small}>{t('decide.keys')}</span>
        </>
      )}
      {decide.error !== null && <ErrorLine error={decide.error} />}
    </section>
  )
}

interface ReasonsProps {
  readonly verdict: Verdict
  readonly handle: string
  readonly onReason: (reason: string | null) => void
  readonly onCancel: () => void
}

const DIGITS = KEYS.reason.keys

function Reasons({ verdict, handle, onReason, onCancel }: ReasonsProps) {
  const t = useText('vetting')
  const words = useVettingWords()
  const rules = useQuery(orpc.vetting.rules.queryOptions({ input: {} })).data
  const codes = (rules?.reasons ?? []).filter(({ uses }) => uses.some((use) => use === verdict)).slice(0, DIGITS.length)
  useKeys({
    ...Object.fromEntries(codes.map(({ key }, at) => [DIGITS[at] ?? '', () => onReason(key)])),
    Enter: () => onReason(null),
    [KEYS.closeDetail.keys[0]]: onCancel,
  })
  return (
    <>
      <strong>{t('decide.why', { verdict: t(`verdict.${verdict}`), handle: `@${handle}` })}</strong>
      {codes.map(({ key }, at) => (
        <Button key={key} variant="default" onClick={() => onReason(key)}>
          {`${DIGITS[at] ?? ''} ${words.reason(key)}`}
        </Button>
      ))}
      <Button variant="default" onClick={() => onReason(null)}>
        {t('decide.without')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('decide.cancel')}
      </Button>
    </>
  )
}

interface AnywayProps {
  readonly onNote: (note: string) => void
  readonly onCancel: () => void
}

function Anyway({ onNote, onCancel }: AnywayProps) {
  const t = useText('vetting')
  const [note, setNote] = useState('')
  return (
    <form
      className={classes.decide}
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim() !== '') onNote(note.trim())
      }}
    >
      <strong role="alert">{t('decide.stopped')}</strong>
      <TextInput
        ref={focusNow}
        size="xs"
        aria-label={t('decide.note')}
        placeholder={t('decide.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
      <Button type="submit" disabled={note.trim() === ''}>
        {t('decide.anyway')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('decide.cancel')}
      </Button>
    </form>
  )
}

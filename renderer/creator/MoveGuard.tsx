/** What a stage asks for before creators enter it: filled in here, left out for some, or overridden with a reason. */

import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Guard } from '../../shared/contract/pipelines'
import { CONDITIONS, type Condition } from '../../shared/domain/pipelines'
import { useText } from '../messages/i18n'
import { useShops } from '../session/shops'
import { Drawer } from '../ui/Drawer'
import { SmallTable } from '../ui/SmallTable'
import classes from './creator.module.css'
import { useStageName } from './stage-words'
import type { Answering, AskedMove, Mover } from './use-move'

export function MoveGuard({ mover, me }: { readonly mover: Mover; readonly me: string }) {
  return mover.asked && <AskedGuard key={mover.asked.stage.key} asked={mover.asked} mover={mover} me={me} />
}

const SHOWN = 50

interface AskedGuardProps {
  readonly asked: AskedMove
  readonly mover: Mover
  readonly me: string
}

interface Filled {
  readonly owner: string
  /** Per cent, as typed. */
  readonly rate: string
  readonly reason: string
}

function AskedGuard({ asked: { items, stage, guard }, mover, me }: AskedGuardProps) {
  const t = useText('pipelines')
  const name = useStageName()(stage)
  const [filled, setFilled] = useState<Filled>({ owner: me, rate: '', reason: '' })
  const points = pointsOf(filled.rate)
  const answer = (how: Answering['how']) => {
    const owner = filled.owner.trim()
    mover.answer({
      how,
      reason: filled.reason.trim(),
      fill: {
        ...(lacks(guard, 'owner') && owner !== '' && { owner }),
        ...(typeof points === 'number' && { rate: points }),
      },
    })
  }
  return (
    <Drawer
      title={t('guard.title', { stage: name })}
      onClose={mover.giveUp}
      foot={<GuardFoot guard={guard} mover={mover} reasoned={filled.reason.trim() !== ''} onAnswer={answer} />}
    >
      <div className={classes.stack}>
        <GuardWords guard={guard} total={items.length} />
        <h3 className={classes.heading}>{t('guard.fill')}</h3>
        <GuardFields guard={guard} filled={filled} onFill={setFilled} />
        {guard.missing.length > 0 && <WhoLacksWhat missing={guard.missing} />}
      </div>
    </Drawer>
  )
}

function lacks(guard: Guard, condition: Condition): boolean {
  return guard.missing.some(({ conditions }) => conditions.includes(condition))
}

/** Basis points of a typed percentage; null for nothing, `wrong` for what is none. */
function pointsOf(typed: string): number | 'wrong' | null {
  if (typed.trim() === '') return null
  const points = Math.round(Number(typed.replace('%', '').replace(',', '.')) * 100)
  return points >= 0 && points <= 10_000 ? points : 'wrong'
}

interface GuardFootProps {
  readonly guard: Guard
  readonly mover: Mover
  readonly reasoned: boolean
  readonly onAnswer: (how: Answering['how']) => void
}

function GuardFoot({ guard, mover, reasoned, onAnswer }: GuardFootProps) {
  const t = useText('pipelines')
  const common = useText('common')
  return (
    <>
      <Button variant="default" onClick={mover.giveUp}>
        {common('cancel')}
      </Button>
      {guard.free > 0 && (
        <Button variant="default" loading={mover.busy} onClick={() => onAnswer('free')}>
          {t('guard.free', { count: guard.free })}
        </Button>
      )}
      <Button
        variant="default"
        disabled={!reasoned}
        title={reasoned ? undefined : t('guard.whyOverride')}
        loading={mover.busy}
        onClick={() => onAnswer('override')}
      >
        {t('guard.override')}
      </Button>
      <Button loading={mover.busy} onClick={() => onAnswer('ask')}>
        {t('guard.again')}
      </Button>
    </>
  )
}

interface GuardFieldsProps {
  readonly guard: Guard
  readonly filled: Filled
  readonly onFill: (filled: Filled) => void
}

function GuardFields({ guard, filled, onFill }: GuardFieldsProps) {
  const t = useText('pipelines')
  return (
    <>
      {lacks(guard, 'owner') && (
        <TextInput
          label={t('guard.owner')}
          value={filled.owner}
          maxLength={120}
          onChange={(event) => onFill({ ...filled, owner: event.currentTarget.value })}
        />
      )}
      {lacks(guard, 'rate') && (
        <TextInput
          label={t('guard.rate')}
          inputMode="decimal"
          value={filled.rate}
          error={pointsOf(filled.rate) === 'wrong' && t('guard.notARate')}
          onChange={(event) => onFill({ ...filled, rate: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t('guard.reason')}
        description={t('guard.reasonHelp')}
        value={filled.reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => onFill({ ...filled, reason: event.currentTarget.value })}
      />
    </>
  )
}

function GuardWords({ guard, total }: { readonly guard: Guard; readonly total: number }) {
  const t = useText('pipelines')
  const shops = useShops()
  return (
    <>
      {guard.missing.length > 0 && (
        <p className={classes.quiet}>{t('guard.lead', { count: guard.missing.length, total })}</p>
      )}
      {guard.over.map(({ shopId, count, limit }) => (
        <p key={shopId} className={classes.quiet}>
          {t('guard.over', { shop: shops.find(({ id }) => id === shopId)?.name ?? shopId, count, limit })}
        </p>
      ))}
    </>
  )
}

function WhoLacksWhat({ missing }: { readonly missing: Guard['missing'] }) {
  const t = useText('pipelines')
  return (
    <SmallTable
      label={t('guard.who')}
      columns={[{ title: t('fields.handle') }, { title: t('guard.missing') }]}
      rows={missing.slice(0, SHOWN).map(({ shopId, creatorId, handle, conditions }) => ({
        key: `${shopId} ${creatorId}`,
        cells: [
          handle,
          CONDITIONS.filter((one) => conditions.includes(one))
            .map((one) => t(`missing.${one}`))
            .join(' · '),
        ],
      }))}
    />
  )
}

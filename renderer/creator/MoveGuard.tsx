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

function AskedGuard({ asked: { items, stage, guard }, mover, me }: AskedGuardProps) {
  const t = useText('pipelines')
  const common = useText('common')
  const name = useStageName()(stage)
  const [owner, setOwner] = useState(me)
  const [rate, setRate] = useState('')
  const [reason, setReason] = useState('')
  const lacks = (condition: Condition) => guard.missing.some(({ conditions }) => conditions.includes(condition))
  const points = rate.trim() === '' ? null : Math.round(Number(rate.replace('%', '').replace(',', '.')) * 100)
  const badRate = points !== null && !(points >= 0 && points <= 10_000)
  const fill = {
    ...(lacks('owner') && owner.trim() !== '' && { owner: owner.trim() }),
    ...(points !== null && !badRate && { rate: points }),
  }
  const answer = (how: Answering['how']) => mover.answer({ how, reason: reason.trim(), fill })
  const foot = (
    <>
      <Button variant="default" onClick={mover.giveUp}>
        {common('cancel')}
      </Button>
      {guard.free > 0 && (
        <Button variant="default" loading={mover.busy} onClick={() => answer('free')}>
          {t('guard.free', { count: guard.free })}
        </Button>
      )}
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        title={reason.trim() === '' ? t('guard.whyOverride') : undefined}
        loading={mover.busy}
        onClick={() => answer('override')}
      >
        {t('guard.override')}
      </Button>
      <Button disabled={badRate} loading={mover.busy} onClick={() => answer('ask')}>
        {t('guard.again')}
      </Button>
    </>
  )
  return (
    <Drawer title={t('guard.title', { stage: name })} onClose={mover.giveUp} foot={foot}>
      <div className={classes.stack}>
        <GuardWords guard={guard} total={items.length} />
        <h3 className={classes.heading}>{t('guard.fill')}</h3>
        {lacks('owner') && (
          <TextInput
            label={t('guard.owner')}
            value={owner}
            maxLength={120}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
        )}
        {lacks('rate') && (
          <TextInput
            label={t('guard.rate')}
            inputMode="decimal"
            value={rate}
            error={badRate && t('guard.notARate')}
            onChange={(event) => setRate(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t('guard.reason')}
          description={t('guard.reasonHelp')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {guard.missing.length > 0 && <WhoLacksWhat missing={guard.missing} />}
      </div>
    </Drawer>
  )
}

function GuardWords({ guard, total }: { readonly guard: Guard; readonly total: number }) {
  const t = useText('pipelines')
  const shops = useShops()
  return (
    <>
      {guard.missing.length > 0 && <p className={classes.quiet}>{t('guard.lead', { count: guard.missing.length, total })}</p>}
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
      columns={[{ title: t('fields.handle') }, { title: t('guard.who') }]}
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

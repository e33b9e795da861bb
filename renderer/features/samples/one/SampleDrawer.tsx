/** One sample: where it stands and what may follow, dates and deadlines, parcels, who took which step, proof, changes. */

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import { nextState, SAMPLE, stateBefore } from '../../../../shared/domain/samples'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { goTo } from '../../../session/place'
import { Answer } from '../../../ui/Answer'
import { Drawer, type DrawerProps } from '../../../ui/Drawer'
import { RecordHistory } from '../../../ui/RecordHistory'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import { ProofPanel } from '../proof/ProofPanel'
import { useStateWord } from '../sample-words'
import classes from '../samples.module.css'
import { PaperDrawer } from '../PaperDrawer'
import { useSteps } from '../use-steps'
import { Parcels } from './Parcels'
import { DeadlineFacts, SampleFacts } from './SampleFacts'
import { SampleForm } from './SampleForm'
import { Trail } from './Trail'

export interface SampleDrawerProps extends Pick<DrawerProps, 'onClose' | 'onPrevious' | 'onNext'> {
  readonly id: string
}

export function SampleDrawer({ id, ...drawer }: SampleDrawerProps) {
  const t = useText('samples')
  const query = useQuery(orpc.samples.get.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  const sample = query.data
  if (editing && sample) {
    return <SampleForm sample={sample} shopId={sample.shopId} onClose={() => setEditing(false)} />
  }
  return (
    <Drawer
      {...drawer}
      title={t('drawer.title', { handle: sample?.handle ?? '…' })}
      foot={sample && <Foot sample={sample} onEdit={() => setEditing(true)} onRemoved={drawer.onClose} />}
    >
      <Answer query={query}>{(found) => <Whole sample={found} />}</Answer>
    </Drawer>
  )
}

function Foot({ sample, onEdit, onRemoved }: FootProps) {
  const t = useText('samples')
  const remove = useCommand(
    () => api.samples.remove({ ids: [sample.id] }).then(onRemoved),
    () => t('drawer.removed', { handle: sample.handle ?? '' }),
  )
  return (
    <>
      <Button variant="subtle" color="bad" loading={remove.busy} onClick={() => remove.run()}>
        {t('drawer.remove')}
      </Button>
      <Button variant="default" onClick={() => goTo('creators', { creator: sample.creatorId })}>
        {t('drawer.creator')}
      </Button>
      <Button variant="default" onClick={onEdit}>
        {t('drawer.edit')}
      </Button>
    </>
  )
}

interface FootProps {
  readonly sample: Sample
  readonly onEdit: () => void
  readonly onRemoved: () => void
}

function Whole({ sample }: { readonly sample: Sample }) {
  const t = useText('samples')
  const { id } = sample
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  return (
    <div className={classes.part}>
      <Standing sample={sample} />
      <DeadlineFacts sample={sample} />
      <h3>{t('drawer.facts')}</h3>
      <SampleFacts sample={sample} />
      <h3>{t('drawer.parcels')}</h3>
      <Parcels sample={sample} />
      <h3>{t('drawer.steps')}</h3>
      <Trail id={id} />
      <h3>{t('drawer.files')}</h3>
      <ProofPanel
        sampleId={id}
        creator={sample.handle ?? sample.creatorId}
        product={sample.productName ?? sample.productId}
      />
      <h3>{t('drawer.history')}</h3>
      <RecordHistory entity="samples" id={id} fields={fields} />
    </div>
  )
}

const TONES: Readonly<Record<Sample['state'], Tone>> = {
  requested: 'unknown',
  approved: 'watch',
  packed: 'watch',
  shipped: 'good',
  delivered: 'good',
  contentDue: 'watch',
  posted: 'good',
  verified: 'good',
  closed: 'good',
  declined: 'unknown',
  cancelled: 'unknown',
  lost: 'bad',
  refused: 'bad',
  returned: 'bad',
  noPost: 'bad',
  refundable: 'bad',
}

/** The state, and what may follow; on hold, nothing but the decision. */
function Standing({ sample }: { readonly sample: Sample }) {
  const t = useText('samples')
  const word = useStateWord()
  const [reason, setReason] = useState('')
  const steps = useSteps(() => setReason(''))
  const { state } = sample
  if (sample.hold) {
    return (
      <div className={classes.banner} role="alert">
        <StateMark tone="held">{t('fields.hold')}</StateMark>
        <p>{t('drawer.hold')}</p>
        <Button onClick={() => goTo('sync', { show: 'inbox', record: sample.id })}>{t('drawer.decide')}</Button>
      </div>
    )
  }
  const [next, before] = [nextState(state), stateBefore(state)]
  const others = SAMPLE.edges[state].filter((to) => to !== next && to !== before)
  const take = (to: Sample['state']) => steps.take({ items: [sample], to, reason })
  return (
    <div className={classes.part}>
      <PaperDrawer steps={steps} />
      <div>
        <StateMark tone={TONES[state]}>{word(state)}</StateMark>
      </div>
      <div className={classes.acts} role="group" aria-label={t('drawer.next')}>
        {next && (
          <Button size="compact-sm" loading={steps.busy} onClick={() => take(next)}>
            {word(next)}
          </Button>
        )}
        {others.map((to) => (
          <Button key={to} size="compact-sm" variant="default" onClick={() => take(to)}>
            {word(to)}
          </Button>
        ))}
        {before && (
          <Button
            size="compact-sm"
            variant="subtle"
            title={word(before)}
            onClick={() => steps.take({ items: [sample], to: 'back', reason })}
          >
            {t('drawer.back')}
          </Button>
        )}
      </div>
      <TextInput
        size="xs"
        label={t('drawer.reason')}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </div>
  )
}

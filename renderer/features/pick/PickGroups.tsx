/** What is to be taken from each place of the shelf, and for whom. */

import { Button, Checkbox } from '@mantine/core'
import { useEffect, useRef } from 'react'

import type { PackSample, PickGroup } from '../../../shared/contract/sample-files'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { StateMark } from '../../ui/StateMark'
import classes from './pick.module.css'
import type { PickState } from './use-pick'

export interface PickGroupsProps {
  readonly groups: readonly PickGroup[]
  readonly pick: PickState
  /** Several shops are shown: each group says whose it is. */
  readonly withShop: boolean
}

export function PickGroups({ groups, pick, withShop }: PickGroupsProps) {
  return (
    <div className={classes.groups}>
      {groups.map((group) => (
        <Group key={group.key} group={group} pick={pick} withShop={withShop} />
      ))}
    </div>
  )
}

interface GroupProps {
  readonly group: PickGroup
  readonly pick: PickState
  readonly withShop: boolean
}

function Group({ group, pick, withShop }: GroupProps) {
  const t = useText('sampleFiles')
  const { samples, toPack, packed } = group
  const ids = samples.map(({ id }) => id)
  const many = ids.filter((id) => pick.ticked.has(id)).length
  const title = [group.product, group.variation].filter((part) => part).join(' · ')
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <Checkbox
          aria-label={t('pick.tickGroup', { product: title })}
          checked={many === ids.length}
          indeterminate={many > 0 && many < ids.length}
          onChange={(event) => pick.tick(ids, event.currentTarget.checked)}
        />
        <div className={classes.what}>
          <h2 className={classes.title}>{title}</h2>
          <span className={classes.note}>
            {[group.sellerSku ?? group.skuId ?? group.productId, ...(withShop ? [group.shopName] : [])].join(' · ')}
          </span>
        </div>
        <Figures group={group} />
        <Button size="compact-xs" variant="default" disabled={toPack === 0} onClick={() => pick.send('packed', ids)}>
          {t('pick.packAll', { count: toPack })}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={packed === 0}
          onClick={() => pick.send('shipped', packedOf(samples))}
        >
          {t('pick.shipAll', { count: packed })}
        </Button>
      </div>
      <ul className={classes.rows}>
        {samples.map((sample) => (
          <Row key={sample.id} sample={sample} pick={pick} />
        ))}
      </ul>
    </section>
  )
}

function packedOf(samples: readonly PackSample[]): string[] {
  return samples.flatMap(({ id, state }) => (state === 'packed' ? [id] : []))
}

/** To pick against what lies there: red where it does not suffice, amber where it goes below the floor. */
function Figures({ group: { toPack, packed, onHand, floor } }: { readonly group: PickGroup }) {
  const t = useText('sampleFiles')
  const wanted = toPack + packed
  const tone =
    onHand === null ? null : onHand < wanted ? 'bad' : floor !== null && onHand - wanted < floor ? 'watch' : 'good'
  const figures = [
    ['toPack', toPack],
    ['packed', packed],
    ['onHand', onHand],
    ['floor', floor],
  ] as const
  return (
    <div className={classes.shelf}>
      <dl className={classes.figures}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{t(`pick.figures.${name}`)}</dt>
            <dd>{figure ?? DASH}</dd>
          </div>
        ))}
      </dl>
      {tone !== null && tone !== 'good' && <StateMark tone={tone}>{t(`pick.stock.${tone}`)}</StateMark>}
    </div>
  )
}

function Row({ sample, pick }: { readonly sample: PackSample; readonly pick: PickState }) {
  const t = useText('sampleFiles')
  const words = useText('words')
  const format = useFormat()
  const row = useRef<HTMLLIElement>(null)
  const { id, handle, state, hold } = sample
  const isCurrent = pick.current === id
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={row} className={classes.row} aria-current={isCurrent || undefined} onPointerDown={() => pick.choose(id)}>
      <Checkbox
        aria-label={t('pick.tick', { handle })}
        checked={pick.ticked.has(id)}
        onChange={(event) => pick.tick([id], event.currentTarget.checked)}
      />
      <span className={classes.who}>
        @{handle}
        <span className={classes.note}>{t('pick.pieces', { count: sample.quantity })}</span>
      </span>
      <StateMark tone={hold ? 'held' : state === 'packed' ? 'good' : 'watch'}>
        {hold ? t('pick.onHold') : words(`sampleState.${state}`)}
      </StateMark>
      <Where sample={sample} />
      <span className={classes.note}>
        {[sample.code, sample.orderId ?? sample.applicationId].filter((part) => part !== null).join(' · ')}
      </span>
      <span className={classes.note}>{sample.requestedAt === null ? DASH : format.instant(sample.requestedAt)}</span>
    </li>
  )
}

function Where({ sample: { address, hasAddress, recipient, phone, parcels } }: { readonly sample: PackSample }) {
  const t = useText('sampleFiles')
  const numbers = parcels.map(({ tracking, carrier }) => [tracking, carrier].filter((part) => part).join(' '))
  if (!hasAddress) return <StateMark tone="watch">{t('pick.noAddress')}</StateMark>
  const lines =
    address === null ? [t('pick.hiddenAddress')] : [[recipient, phone].filter((part) => part).join(' '), ...address]
  return <span className={classes.where}>{[...lines, ...numbers].filter((line) => line !== '').join(' · ')}</span>
}

/** The columns of the table of samples, by the names of the fields that the workspace filters and sorts by. */

import { useMemo } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import type { Shop } from '../../../../shared/contract/shops'
import { COLLABORATIONS, SAMPLE_KINDS } from '../../../../shared/domain/samples'
import { ShopBadge } from '../../../creator/ShopBadge'
import type { GridColumn } from '../../../grid/columns'
import type { CellEdit } from '../../../grid/edit'
import { useText } from '../../../messages/i18n'
import { withMarks } from '../../../questions/marked'
import { useMarks } from '../../../questions/use-questions'
import { useShops } from '../../../session/shops'
import { StateMark } from '../../../ui/StateMark'
import { dueOf, leftText, TONES } from '../sample-words'

type Column = GridColumn<Sample>
type Words = Readonly<Record<string, string>>

interface Parts {
  readonly title: (id: string) => string
  readonly t: ReturnType<typeof useText<'samples'>>
  readonly states: Words
  readonly shops: readonly Shop[]
}

const BASIS = 10_000

export function useSampleColumns(): readonly Column[] {
  const t = useText('samples')
  const words = useText('words')
  const shops = useShops()
  const marks = useMarks('samples')
  return useMemo(() => {
    const titles: Words = t('fields', { returnObjects: true })
    const parts: Parts = {
      t,
      title: (id) => titles[id] ?? id,
      states: words('sampleState', { returnObjects: true }),
      shops,
    }
    const makers = [whoColumns, whatColumns, termColumns, dueColumns, parcelColumns, restColumns, costColumns]
    return withMarks(
      makers.flatMap((make) => make(parts)),
      marks,
      {},
    )
  }, [t, words, shops, marks])
}

const own = (field: string, as: CellEdit<Sample>['as']): CellEdit<Sample> => ({
  entity: 'samples',
  field,
  id: ({ id }) => id,
  as,
})

function whoColumns({ title, shops }: Parts): Column[] {
  return [
    { id: 'handle', title: title('handle'), kind: 'text', value: ({ handle }) => handle, width: 150 },
    {
      id: 'shopId',
      title: title('shopId'),
      kind: 'choice',
      value: ({ shopId }) => shopId,
      words: Object.fromEntries(shops.map(({ id, name }) => [id, name])),
      render: ({ shopId }) => <ShopBadge shopId={shopId} />,
      width: 120,
    },
    {
      id: 'productName',
      title: title('productName'),
      kind: 'text',
      value: ({ productName, productId }) => productName ?? productId,
      width: 180,
    },
    { id: 'productId', title: title('productId'), kind: 'text', value: ({ productId }) => productId, hidden: true },
  ]
}

function whatColumns({ title, states }: Parts): Column[] {
  const text = (id: 'variation' | 'skuId', hidden: boolean): Column => ({
    id,
    title: title(id),
    kind: 'text',
    value: (sample) => sample[id],
    width: 120,
    hidden,
    edit: own(id, 'text'),
  })
  return [
    text('variation', false),
    text('skuId', true),
    {
      id: 'quantity',
      title: title('quantity'),
      kind: 'number',
      value: ({ quantity }) => quantity,
      width: 64,
      edit: own('quantity', 'number'),
    },
    {
      id: 'state',
      title: title('state'),
      kind: 'choice',
      value: ({ state }) => state,
      words: states,
      render: ({ state, hold }) =>
        hold ? <StateMark tone="held">{title('hold')}</StateMark> : <span>{states[state] ?? state}</span>,
    },
  ]
}

function termColumns({ t, title }: Parts): Column[] {
  return [
    {
      id: 'kind',
      title: title('kind'),
      kind: 'choice',
      value: ({ kind }) => kind,
      words: t('kinds', { returnObjects: true }),
      width: 88,
      hidden: true,
      edit: { ...own('kind', 'choice'), choices: SAMPLE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    },
    {
      id: 'collaboration',
      title: title('collaboration'),
      kind: 'choice',
      value: ({ collaboration }) => collaboration,
      words: t('collaborations', { returnObjects: true }),
      hidden: true,
      edit: {
        ...own('collaboration', 'choice'),
        choices: COLLABORATIONS.map((value) => ({ value, label: t(`collaborations.${value}`) })),
      },
    },
    {
      id: 'campaignName',
      title: title('campaignName'),
      kind: 'text',
      value: ({ campaignName }) => campaignName,
      width: 130,
      hidden: true,
    },
    {
      id: 'owner',
      title: title('owner'),
      kind: 'text',
      value: ({ owner }) => owner,
      field: { kind: 'person' },
      width: 96,
      edit: own('owner', 'person'),
    },
  ]
}

function dueColumns({ t, title }: Parts): Column[] {
  const dated = (id: string, value: (sample: Sample) => number | null | undefined, hidden = false): Column => ({
    id,
    title: title(id),
    kind: 'instant',
    value: (sample) => value(sample) ?? null,
    hidden,
  })
  return [
    {
      id: 'due',
      title: title('due'),
      kind: 'choice',
      value: (sample) => dueOf(sample)?.level ?? null,
      words: t('dues', { returnObjects: true }),
      render: (sample) => {
        const due = dueOf(sample)
        return due && <StateMark tone={TONES[due.level]}>{leftText(t, due.daysLeft)}</StateMark>
      },
      width: 130,
    },
    { id: 'dueOn', title: title('dueOn'), kind: 'day', value: (sample) => dueOf(sample)?.day ?? null },
    {
      id: 'daysLeft',
      title: title('daysLeft'),
      kind: 'number',
      value: (sample) => dueOf(sample)?.daysLeft ?? null,
      hidden: true,
    },
    {
      id: 'sinceDelivery',
      title: title('sinceDelivery'),
      kind: 'number',
      value: ({ deadlines }) => deadlines.sinceDelivery,
      width: 80,
    },
    dated('requestedAt', ({ requestedAt }) => requestedAt),
    dated('shippedAt', ({ dates }) => dates.shipped),
    dated('deliveredAt', ({ dates }) => dates.delivered),
    dated('postedAt', ({ dates }) => dates.posted),
    dated('since', ({ since }) => since, true),
    {
      id: 'extensionDays',
      title: title('extensionDays'),
      kind: 'number',
      value: ({ extensionDays }) => extensionDays,
      hidden: true,
      edit: own('extensionDays', 'number'),
    },
  ]
}

function parcelColumns({ title }: Parts): Column[] {
  return [
    {
      id: 'tracking',
      title: title('tracking'),
      kind: 'text',
      value: ({ parcels }) => parcels.map(({ tracking }) => tracking).join(' ') || null,
      width: 150,
    },
    {
      id: 'carrier',
      title: title('carrier'),
      kind: 'text',
      value: ({ parcels }) => parcels.at(-1)?.carrier ?? null,
      width: 96,
    },
    {
      id: 'lastScan',
      title: title('lastScan'),
      kind: 'text',
      value: ({ parcels }) => parcels.at(-1)?.lastScan ?? null,
    },
    { id: 'proofs', title: title('proofs'), kind: 'number', value: ({ proofs }) => proofs, width: 64 },
    { id: 'nudges', title: title('nudges'), kind: 'number', value: ({ nudges }) => nudges, width: 80 },
  ]
}

function restColumns({ t, title }: Parts): Column[] {
  const text = (id: 'recipient' | 'phone' | 'address' | 'orderId' | 'applicationId' | 'note'): Column => ({
    id,
    title: title(id),
    kind: 'text',
    value: (sample) => sample[id],
    hidden: id !== 'orderId' && id !== 'note',
    width: 150,
    edit: own(id, 'text'),
  })
  return [
    text('orderId'),
    text('applicationId'),
    {
      id: 'platformStatus',
      title: title('platformStatus'),
      kind: 'text',
      value: ({ platformStatus }) => platformStatus,
      hidden: true,
    },
    {
      id: 'rate',
      title: title('rate'),
      kind: 'percent',
      value: ({ rate }) => (rate === null ? null : rate / BASIS),
      hidden: true,
      edit: own('rate', 'percent'),
    },
    text('recipient'),
    text('phone'),
    text('address'),
    {
      id: 'source',
      title: title('source'),
      kind: 'choice',
      value: ({ source }) => source,
      words: t('sources', { returnObjects: true }),
      hidden: true,
    },
    text('note'),
  ]
}

function costColumns({ title, shops }: Parts): Column[] {
  const currency = (sample: Sample) =>
    sample.currency ?? shops.find(({ id }) => id === sample.shopId)?.currency ?? 'USD'
  return (['productCost', 'packingCost', 'freightCost', 'dutyCost'] as const).map((id) => ({
    id,
    title: title(id),
    kind: 'money',
    value: (sample: Sample) => sample[id],
    currency,
    hidden: true,
  }))
}

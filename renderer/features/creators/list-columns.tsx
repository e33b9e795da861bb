/** The columns of the creator list, by the names of the fields that the workspace filters and sorts by. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Creator } from '../../../shared/contract/creators-list'
import { MARKETS } from '../../../shared/domain/market-packs'
import { METRICS, type MetricName } from '../../../shared/domain/metric-names'
import { orpc } from '../../api'
import { type Format, useFormat } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import { useText } from '../../messages/i18n'
import { withMarks } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { Figure, Flags, LastContact, LocalTime, Renamed, Star } from './list-cells'
import { showFigures } from './show-figures'

const BASIS = 10_000

/** The figures that a row carries. */
export const LIST_FIGURES: MetricName[] = [
  'followers',
  'gmv',
  'gpm',
  'cvr',
  'engagement',
  'postRate',
  'avgViews',
  'ctr',
]

/** `shopId` null: all shops, where stage, owner and rate belong to no single one. */
export function useListColumns(shopId: string | null): readonly GridColumn<Creator>[] {
  const t = useText('creators')
  const vetting = useText('vetting')
  const metrics = useText('metrics')
  const format = useFormat()
  const marks = useMarks('creators')
  const stages = useQuery(orpc.pipelines.stages.queryOptions({ input: { shopId } })).data
  const tiers = useQuery(orpc.vetting.rules.queryOptions({ input: {} })).data?.tiers
  return useMemo(() => {
    const titles: Readonly<Record<string, string>> = {
      ...metrics('name', { returnObjects: true }),
      ...t('list.fields', { returnObjects: true }),
    }
    const stageWords: Record<string, string> = { ...t('list.stages', { returnObjects: true }) }
    for (const { key, name } of stages ?? []) stageWords[key] = name ?? stageWords[key] ?? key
    const tierWords: Record<string, string> = { ...vetting('tier', { returnObjects: true }) }
    for (const { key, name } of tiers?.[0]?.tiers ?? []) tierWords[key] = name ?? tierWords[key] ?? key
    const parts = { titles, stageWords, tierWords, format, shopId }
    const columns = [...profileColumns(parts), ...figureColumns(parts), ...workColumns(parts), ...resultColumns(parts)]
    return withMarks(columns, marks, {})
  }, [t, vetting, metrics, format, marks, stages, tiers, shopId])
}

interface Parts {
  readonly titles: Readonly<Record<string, string>>
  readonly stageWords: Readonly<Record<string, string>>
  readonly tierWords: Readonly<Record<string, string>>
  readonly format: Format
  readonly shopId: string | null
}

type Column = GridColumn<Creator>

const profile = (field: string, as: NonNullable<Column['edit']>['as']): NonNullable<Column['edit']> => ({
  entity: 'creators',
  field,
  id: ({ id }) => id,
  as,
})

function profileColumns({ titles, tierWords }: Parts): Column[] {
  const title = (id: string) => titles[id] ?? id
  const text = (id: 'displayName' | 'category' | 'language' | 'audienceMarket' | 'agent' | 'remark'): Column => ({
    id,
    title: title(id),
    kind: 'text',
    value: (creator) => creator[id],
    width: 140,
    edit: profile(id, 'text'),
  })
  return [
    {
      id: 'handle',
      title: title('handle'),
      kind: 'text',
      value: ({ handle }) => handle,
      mark: (creator) => <Renamed creator={creator} />,
      width: 180,
    },
    {
      id: 'starred',
      title: title('starred'),
      kind: 'number',
      value: ({ starred }) => Number(starred),
      render: (creator) => <Star creator={creator} />,
      width: 48,
      field: { kind: 'bool', value: ({ starred }) => starred },
      edit: profile('starred', 'bool'),
    },
    text('displayName'),
    {
      id: 'market',
      title: title('market'),
      kind: 'text',
      value: ({ market }) => market,
      width: 72,
      edit: { ...profile('market', 'choice'), choices: MARKETS.map((market) => ({ value: market, label: market })) },
    },
    { id: 'tier', title: title('tier'), kind: 'choice', value: ({ tier }) => tier, words: tierWords, width: 80 },
    { id: 'score', title: title('score'), kind: 'number', value: ({ score }) => score, width: 64 },
    {
      id: 'flags',
      title: title('flags'),
      kind: 'text',
      value: ({ flags }) => flags.join(' '),
      render: (creator) => <Flags creator={creator} />,
      width: 130,
      field: { kind: 'tags', value: ({ flags }) => flags },
    },
    text('category'),
    {
      id: 'tags',
      title: title('tags'),
      kind: 'text',
      value: ({ tags }) => tags.join(', '),
      field: { kind: 'tags', value: ({ tags }) => tags },
      edit: profile('tags', 'tags'),
      width: 140,
    },
    ...(['language', 'audienceMarket', 'agent'] as const).map((id) => ({ ...text(id), hidden: true })),
    { ...text('remark'), hidden: true },
    {
      id: 'timezone',
      title: title('timezone'),
      kind: 'text',
      value: ({ zone }) => zone,
      render: (creator) => <LocalTime creator={creator} />,
      width: 88,
      sortable: false,
    },
  ]
}

const METRIC_COLUMN = { count: 'number', money: 'money', ratio: 'percent' } as const

function figureColumns({ titles, format }: Parts): Column[] {
  return LIST_FIGURES.map((name): Column => {
    const kind = METRIC_COLUMN[METRICS[name]]
    const value = ({ figures }: Creator): number | null => {
      const figure = figures[name]
      return figure === undefined ? null : kind === 'percent' ? figure.value / BASIS : figure.value
    }
    const shown = (creator: Creator): string | null => {
      const figure = creator.figures[name]
      const size = value(creator)
      if (size === null || figure === undefined) return null
      if (kind === 'percent') return format.percent(size)
      return kind === 'money' && figure.currency !== null
        ? format.money(size, figure.currency)
        : format.shortCount(size)
    }
    return {
      id: name,
      title: titles[name] ?? name,
      kind,
      value,
      text: shown,
      render: (creator) => {
        const text = shown(creator)
        return text === null ? null : <Figure creator={creator} name={name} text={text} />
      },
      explanation: ({ figures }) => {
        const figure = figures[name]
        return figure === undefined ? null : `${figure.source} · ${format.instant(figure.observedAt)}`
      },
      ...(kind === 'money' && { currency: ({ figures }: Creator) => figures[name]?.currency ?? '' }),
      width: name === 'gpm' ? 180 : 108,
      hidden: name === 'gmv' || name === 'avgViews' || name === 'ctr',
    }
  })
}

function workColumns({ titles, stageWords, shopId }: Parts): Column[] {
  const title = (id: string) => titles[id] ?? id
  const ofShop = (field: string, as: NonNullable<Column['edit']>['as']): Pick<Column, 'edit'> =>
    shopId === null
      ? {}
      : {
          edit: {
            entity: 'shopCreators',
            field,
            id: ({ work }) => work?.id ?? null,
            key: ({ id }) => ({ shopId, creatorId: id }),
            as,
          },
        }
  const stage = ofShop('stage', 'choice')
  const choices = Object.entries(stageWords).map(([value, label]) => ({ value, label }))
  const everyStage = ({ stages }: Creator) => stages.map(({ stage }) => stageWords[stage] ?? stage).join(', ')
  const oneShop: Column[] = [
    {
      id: 'stage',
      title: title('stage'),
      kind: 'choice',
      value: ({ work }) => work?.stage ?? null,
      words: stageWords,
      ...(stage.edit && { edit: { ...stage.edit, choices } }),
    },
    {
      id: 'owner',
      title: title('owner'),
      kind: 'text',
      value: ({ work }) => work?.owner ?? null,
      width: 96,
      ...ofShop('owner', 'person'),
    },
    {
      id: 'rate',
      title: title('rate'),
      kind: 'percent',
      value: ({ work }) => (work?.rate == null ? null : work.rate / BASIS),
      ...ofShop('rate', 'percent'),
    },
    {
      id: 'shopTags',
      title: title('shopTags'),
      kind: 'text',
      value: ({ work }) => work?.tags.join(', ') ?? null,
      field: { kind: 'tags', value: ({ work }) => work?.tags ?? [] },
      width: 120,
      hidden: true,
      ...ofShop('tags', 'tags'),
    },
  ]
  const allShops: Column[] = [
    { id: 'stages', title: title('stages'), kind: 'text', value: everyStage, field: { kind: 'tags' }, width: 140 },
  ]
  return [
    {
      id: 'lastContact',
      title: title('lastContact'),
      kind: 'instant',
      value: ({ lastContact }) => lastContact?.at ?? null,
      render: (creator) => <LastContact creator={creator} />,
    },
    ...(shopId === null ? allShops : oneShop),
    {
      id: 'claimOwner',
      title: title('claimOwner'),
      kind: 'text',
      value: ({ claim }) => claim?.owner ?? null,
      width: 96,
    },
    {
      id: 'nextTask',
      title: title('nextTask'),
      kind: 'instant',
      value: ({ nextTask }) => nextTask?.due ?? null,
      explanation: ({ nextTask }) => nextTask?.title ?? null,
    },
  ]
}

function resultColumns({ titles }: Parts): Column[] {
  const title = (id: string) => titles[id] ?? id
  const currency = ({ results }: Creator) => results?.currency ?? ''
  return [
    {
      id: 'contribution',
      title: title('contribution'),
      kind: 'money',
      currency,
      value: ({ results }) => results?.contribution ?? null,
    },
    {
      id: 'ownGmv',
      title: title('ownGmv'),
      kind: 'money',
      currency,
      value: ({ results }) => results?.gmv ?? null,
      hidden: true,
    },
    {
      id: 'ownOrders',
      title: title('ownOrders'),
      kind: 'number',
      value: ({ results }) => results?.orders ?? null,
      hidden: true,
    },
    {
      id: 'ownRefundRate',
      title: title('ownRefundRate'),
      kind: 'percent',
      value: ({ results }) => (results?.refundRate == null ? null : results.refundRate / BASIS),
    },
    {
      id: 'shops',
      title: title('shops'),
      kind: 'number',
      value: ({ shops }) => shops,
      onOpen: ({ handle }) => showFigures(handle),
      width: 72,
    },
  ]
}

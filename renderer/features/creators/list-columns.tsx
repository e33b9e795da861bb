/** The columns of the creator list, by the names of the fields that the workspace filters and sorts by. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Creator } from '../../../shared/contract/creators-list'
import { MARKETS } from '../../../shared/domain/market-packs'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import { useText } from '../../messages/i18n'
import { withMarks } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { Flags, LastContact, LocalTime, Renamed, Star } from './list-cells'
import { type Column, figureColumns, type Parts, resultColumns, shareOf } from './list-figures'

/** `shopId` null: all shops, where stage, owner and rate belong to no single one. */
export function useListColumns(shopId: string | null): readonly GridColumn<Creator>[] {
  const t = useText('creators')
  const pipelines = useText('pipelines')
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
    const stageWords: Record<string, string> = { ...pipelines('stages', { returnObjects: true }) }
    for (const { key, name } of stages ?? []) stageWords[key] = name ?? stageWords[key] ?? key
    const tierWords: Record<string, string> = { ...vetting('tier', { returnObjects: true }) }
    for (const { key, name } of tiers?.[0]?.tiers ?? []) tierWords[key] = name ?? tierWords[key] ?? key
    const parts = { titles, stageWords, tierWords, format, shopId }
    const columns = [
      ...nameColumns(parts),
      ...judgedColumns(parts),
      ...profileColumns(parts),
      ...figureColumns(parts),
      ...workColumns(parts),
      ...resultColumns(parts),
    ]
    return withMarks(columns, marks, {})
  }, [t, pipelines, vetting, metrics, format, marks, stages, tiers, shopId])
}

const profile = (field: string, as: NonNullable<Column['edit']>['as']): NonNullable<Column['edit']> => ({
  entity: 'creators',
  field,
  id: ({ id }) => id,
  as,
})

type TextField = 'displayName' | 'category' | 'language' | 'audienceMarket' | 'agent' | 'remark'

function textColumn(id: TextField, { titles }: Parts): Column {
  return {
    id,
    title: titles[id] ?? id,
    kind: 'text',
    value: (creator) => creator[id],
    width: 140,
    edit: profile(id, 'text'),
  }
}

function nameColumns(parts: Parts): Column[] {
  const title = (id: string) => parts.titles[id] ?? id
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
    textColumn('displayName', parts),
    {
      id: 'market',
      title: title('market'),
      kind: 'text',
      value: ({ market }) => market,
      width: 72,
      edit: { ...profile('market', 'choice'), choices: MARKETS.map((market) => ({ value: market, label: market })) },
    },
  ]
}

function judgedColumns({ titles, tierWords }: Parts): Column[] {
  const title = (id: string) => titles[id] ?? id
  return [
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
  ]
}

function profileColumns(parts: Parts): Column[] {
  const title = (id: string) => parts.titles[id] ?? id
  return [
    textColumn('category', parts),
    {
      id: 'tags',
      title: title('tags'),
      kind: 'text',
      value: ({ tags }) => tags.join(', '),
      field: { kind: 'tags', value: ({ tags }) => tags },
      edit: profile('tags', 'tags'),
      width: 140,
    },
    ...(['language', 'audienceMarket', 'agent'] as const).map((id) => ({ ...textColumn(id, parts), hidden: true })),
    { ...textColumn('remark', parts), hidden: true },
    {
      id: 'timezone',
      title: title('timezone'),
      kind: 'text',
      value: ({ zone }) => zone,
      render: (creator) => <LocalTime creator={creator} />,
      width: 88,
      sortable: false,
      field: false,
    },
  ]
}

function workColumns(parts: Parts): Column[] {
  const { titles, stageWords, shopId } = parts
  const title = (id: string) => titles[id] ?? id
  const everyStage = ({ stages }: Creator) => stages.map(({ stage }) => stageWords[stage] ?? stage).join(', ')
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
    ...(shopId === null ? allShops : shopColumns(parts, shopId)),
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

/** Stage, owner, rate and tags of one shop; written where nothing stands yet, they make the record. */
function shopColumns({ titles, stageWords }: Parts, shopId: string): Column[] {
  const title = (id: string) => titles[id] ?? id
  const ofShop = (field: string, as: NonNullable<Column['edit']>['as']): NonNullable<Column['edit']> => ({
    entity: 'shopCreators',
    field,
    id: ({ work }) => work?.id ?? null,
    key: ({ id }) => ({ shopId, creatorId: id }),
    as,
  })
  const choices = Object.entries(stageWords).map(([value, label]) => ({ value, label }))
  return [
    {
      id: 'stage',
      title: title('stage'),
      kind: 'choice',
      value: ({ work }) => work?.stage ?? null,
      words: stageWords,
      edit: { ...ofShop('stage', 'choice'), choices },
    },
    {
      id: 'owner',
      title: title('owner'),
      kind: 'text',
      value: ({ work }) => work?.owner ?? null,
      width: 96,
      edit: ofShop('owner', 'person'),
    },
    {
      id: 'rate',
      title: title('rate'),
      kind: 'percent',
      value: ({ work }) => shareOf(work?.rate),
      edit: ofShop('rate', 'percent'),
    },
    {
      id: 'shopTags',
      title: title('shopTags'),
      kind: 'text',
      value: ({ work }) => work?.tags.join(', ') ?? null,
      field: { kind: 'tags', value: ({ work }) => work?.tags ?? [] },
      width: 120,
      hidden: true,
      edit: ofShop('tags', 'tags'),
    },
  ]
}

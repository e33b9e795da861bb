/** Campaigns: what runs, at which rates, with whom; each opens as a page of its own. */

import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Campaign } from '../../../shared/contract/campaigns'
import { CAMPAIGN_STATES } from '../../../shared/domain/campaigns'
import { api } from '../../api'
import type { GridColumn } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { CampaignDrawer } from './CampaignDrawer'
import { CampaignForm } from './CampaignForm'

const PAGE = 200
const ALL = 'all'

const TONES: Readonly<Record<Campaign['state'], Tone>> = {
  draft: 'unknown',
  running: 'good',
  paused: 'held',
  ended: 'unknown',
}

export function CampaignsScreen() {
  const t = useText('campaigns')
  const { shopId, target } = usePlace()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<string | null>(target?.['campaign'] ?? null)
  const [state, setState] = useState<string>(ALL)
  const search = useSearch()
  useKeys({ [KEYS.campaignAdd.keys[0]]: () => setAdding(true) })
  const columns = useCampaignColumns(shopId === null)
  const wanted = CAMPAIGN_STATES.find((one) => one === state)
  const filter = { ...(shopId !== null && { shopId }), ...(wanted && { state: wanted }), search: search.settled }
  const rows = useCursorRows<Campaign>({
    queryKey: [['campaigns', 'list'], filter],
    fetch: (cursor, signal) => api.campaigns.list({ ...filter, cursor, limit: PAGE }, { signal }),
  })
  const opened = useOpenRow(rows, idOf)
  const add = <Button onClick={() => setAdding(true)}>{t('add')}</Button>
  const filters = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('fields.state')}
        value={state}
        onChange={setState}
        data={[
          { value: ALL, label: t('all') },
          ...CAMPAIGN_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
      <SearchField search={search} label={t('search')} />
    </>
  )
  const isFiltered = wanted !== undefined || search.settled !== ''
  const empty = isFiltered ? (
    <Empty sentence={t('nothingFound')} />
  ) : (
    <Empty sentence={t('empty')} example={t('example')} action={add} />
  )
  return (
    <Page title={t('title')} actions={add} filters={filters}>
      <DataGrid
        name="campaigns"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={null}
        onSort={nothing}
        onOpen={opened.open}
        empty={empty}
      />
      {opened.row && <CampaignDrawer key={opened.row.id} id={opened.row.id} name={opened.row.name} {...opened.drawer} />}
      {made && !opened.row && <CampaignDrawer key={made} id={made} name="" onClose={() => setMade(null)} />}
      {adding && (
        <CampaignForm campaign={null} onClose={() => setAdding(false)} onSaved={(saved) => setMade(saved.id)} />
      )}
    </Page>
  )
}

function idOf({ id }: Campaign): string {
  return id
}

function nothing(): void {
  // What runs comes first, then by beginning: that is the order of the work.
}

function useCampaignColumns(withShop: boolean): readonly GridColumn<Campaign>[] {
  const t = useText('campaigns')
  return useMemo(() => {
    const percent = (points: number | null) => (points === null ? null : points / 10_000)
    const columns: readonly GridColumn<Campaign>[] = [
      { id: 'name', title: t('fields.name'), kind: 'text', value: ({ name }) => name, width: 240 },
      ...(withShop
        ? [{ id: 'shop', title: t('fields.shop'), kind: 'text' as const, value: (row: Campaign) => row.shopName, width: 150 }]
        : []),
      { id: 'kind', title: t('fields.kind'), kind: 'choice', value: ({ kind }) => kind, words: t('kinds', { returnObjects: true }) },
      {
        id: 'state',
        title: t('fields.state'),
        kind: 'choice',
        value: ({ state }) => state,
        words: t('states', { returnObjects: true }),
        render: ({ state }) => <StateMark tone={TONES[state]}>{t(`states.${state}`)}</StateMark>,
      },
      { id: 'fromDay', title: t('fields.fromDay'), kind: 'day', value: ({ fromDay }) => fromDay },
      { id: 'toDay', title: t('fields.toDay'), kind: 'day', value: ({ toDay }) => toDay },
      { id: 'rate', title: t('fields.rate'), kind: 'percent', value: ({ rate }) => percent(rate) },
      { id: 'adsRate', title: t('fields.adsRate'), kind: 'percent', value: ({ adsRate }) => percent(adsRate), width: 120 },
      { id: 'exceptions', title: t('fields.exceptions'), kind: 'number', value: ({ exceptions }) => exceptions, width: 100 },
      { id: 'products', title: t('fields.products'), kind: 'number', value: ({ products }) => products },
      { id: 'creators', title: t('fields.creators'), kind: 'number', value: ({ creators }) => creators },
      { id: 'briefs', title: t('fields.briefs'), kind: 'number', value: ({ briefs }) => briefs },
      {
        id: 'budget',
        title: t('fields.budget'),
        kind: 'money',
        value: ({ budget }) => budget,
        currency: ({ currency }) => currency,
      },
      { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 120 },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, withShop])
}

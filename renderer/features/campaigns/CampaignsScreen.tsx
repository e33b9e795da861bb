/** Campaigns: what runs, at which rates, with whom; each opens as a page of its own. */

import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'

import type { Campaign } from '../../../shared/contract/campaign-views'
import { CAMPAIGN_STATES } from '../../../shared/domain/campaigns'
import { api } from '../../api'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { type Search, SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { useCampaignColumns } from './campaign-columns'
import { CampaignDrawer } from './CampaignDrawer'
import { CampaignForm } from './CampaignForm'

const PAGE = 200
const ALL = 'all'

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
  const isFiltered = wanted !== undefined || search.settled !== ''
  const empty = isFiltered ? (
    <Empty sentence={t('nothingFound')} />
  ) : (
    <Empty sentence={t('empty')} example={t('example')} action={add} />
  )
  return (
    <Page title={t('title')} actions={add} filters={<Filters state={state} onState={setState} search={search} />}>
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
      {opened.row && (
        <CampaignDrawer key={opened.row.id} id={opened.row.id} name={opened.row.name} {...opened.drawer} />
      )}
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

interface FiltersProps {
  readonly state: string
  readonly onState: (state: string) => void
  readonly search: Search
}

function Filters({ state, onState, search }: FiltersProps) {
  const t = useText('campaigns')
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('fields.state')}
        value={state}
        onChange={onState}
        data={[
          { value: ALL, label: t('all') },
          ...CAMPAIGN_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
      <SearchField search={search} label={t('search')} />
    </>
  )
}

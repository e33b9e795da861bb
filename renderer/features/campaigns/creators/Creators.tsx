/** Creators of a campaign: their state, the rate they get now and later, their brief, pay and samples. */

import { Button, Kbd, Menu } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Campaign, CampaignCreator } from '../../../../shared/contract/campaign-views'
import { MEMBER_STATES, type MemberState } from '../../../../shared/domain/campaigns'
import { api } from '../../../api'
import { DataGrid } from '../../../grid/DataGrid'
import { useCursorRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { Empty } from '../../../ui/Empty'
import { SearchField, useSearch } from '../../../ui/SearchField'
import { useOpenRow } from '../../../ui/use-open-row'
import { useCommand } from '../../../ui/use-save'
import { GiveBriefs } from '../briefs/GiveBrief'
import classes from '../campaigns.module.css'
import { AddCreators } from './AddCreators'
import { useCreatorColumns } from './creator-columns'
import { MemberForm } from './MemberForm'

const PAGE = 200

export function Creators({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const [adding, setAdding] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(NOBODY)
  const search = useSearch()
  useKeys({ [KEYS.campaignCreators.keys[0]]: () => setAdding(true) })
  const columns = useCreatorColumns()
  const filter = { campaignId: campaign.id, search: search.settled }
  const rows = useCursorRows<CampaignCreator>({
    queryKey: [['campaigns', 'creators'], filter],
    fetch: (cursor, signal) => api.campaigns.creators({ ...filter, cursor, limit: PAGE }, { signal }),
  })
  const opened = useOpenRow(rows, creatorOf)
  const add = (
    <Button onClick={() => setAdding(true)} rightSection={<Kbd size="xs">{KEYS.campaignCreators.keys[0]}</Kbd>}>
      {t('creators.add')}
    </Button>
  )
  const empty =
    search.settled === '' ? (
      <Empty sentence={t('creators.none')} example={t('creators.noneExample')} action={add} />
    ) : (
      <Empty sentence={t('creators.found')} />
    )
  return (
    <div className={classes.stack}>
      <div className={classes.line}>
        {add}
        <SearchField search={search} label={t('creators.search')} />
        {ticked.size > 0 && <Ticked campaign={campaign} ticked={ticked} onDone={() => setTicked(NOBODY)} />}
      </div>
      <div className={classes.grid}>
        <DataGrid
          name="campaignCreators"
          label={t('tabs.creators')}
          columns={columns}
          rows={rows}
          rowId={creatorOf}
          sort={null}
          onSort={nothing}
          onOpen={opened.open}
          ticked={ticked}
          onTicked={setTicked}
          empty={empty}
        />
      </div>
      {adding && <AddCreators campaign={campaign} onClose={() => setAdding(false)} />}
      {opened.row && <MemberForm key={opened.row.id} campaign={campaign} member={opened.row} {...opened.drawer} />}
    </div>
  )
}

const NOBODY: ReadonlySet<string> = new Set()

function creatorOf({ creatorId }: CampaignCreator): string {
  return creatorId
}

function nothing(): void {
  // By handle: so a name is found.
}

interface TickedProps {
  readonly campaign: Campaign
  readonly ticked: ReadonlySet<string>
  readonly onDone: () => void
}

/** What can be done with everybody who is ticked, each as one step. */
function Ticked({ campaign, ticked, onDone }: TickedProps) {
  const t = useText('campaigns')
  const [giving, setGiving] = useState(false)
  const creators = useMemo(() => [...ticked], [ticked])
  const setState = useCommand(
    (state: MemberState) => api.campaigns.putCreators({ campaignId: campaign.id, creators, fields: { state } }),
    ({ changed }) => t('creators.changed', { count: changed }),
  )
  const remove = useCommand(
    async () => {
      await api.campaigns.removeCreators({ campaignId: campaign.id, creators })
      onDone()
    },
    () => t('creators.gone'),
  )
  return (
    <>
      <span>{t('creators.ticked', { count: creators.length })}</span>
      <Menu transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" loading={setState.busy}>
            {t('creators.setState')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MEMBER_STATES.map((state) => (
            <Menu.Item key={state} onClick={() => setState.run(state)}>
              {t(`members.${state}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => setGiving(true)}>
        {t('creators.give')}
      </Button>
      <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
        {t('creators.remove')}
      </Button>
      {giving && <GiveBriefs campaign={campaign} creators={creators} onClose={() => setGiving(false)} />}
    </>
  )
}

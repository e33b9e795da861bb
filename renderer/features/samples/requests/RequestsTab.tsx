/** Requests for samples that wait for an answer: sorted by deadline, with what the rules suggest and why beside them. */

import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { SampleRequest } from '../../../../shared/contract/sample-requests'
import { SUGGESTIONS } from '../../../../shared/domain/sample-rules'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useQueryRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { useNow } from '../../../session/now'
import { goTo, usePlace } from '../../../session/place'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SearchField, useSearch } from '../../../ui/SearchField'
import type { SampleTabProps } from '../tabs'
import { RequestBar } from './RequestBar'
import { RequestPeek } from './RequestPeek'
import classes from './requests.module.css'
import { useRequestColumns } from './request-columns'
import { RulesDrawer } from './RulesDrawer'

const MOST = 500
const ALL = 'all'

export function RequestsTab({ tabs }: SampleTabProps) {
  const t = useText('sampleRequests')
  const format = useFormat()
  const now = useNow()
  const { shopId } = usePlace()
  const search = useSearch()
  const [shown, setShown] = useState<string>(ALL)
  const [ruling, setRuling] = useState(false)
  const suggestion = SUGGESTIONS.find((one) => one === shown) ?? null
  const input = { shopId, search: search.settled, suggestion, limit: MOST }
  const query = useQuery({ ...orpc.sampleRequests.list.queryOptions({ input }), placeholderData: keepPreviousData })
  const { counts, oldest = null, total = 0 } = query.data ?? {}
  const all = counts && counts.approve + counts.ask + counts.decline
  const choice = (value: string, word: string, count: number | undefined) => ({
    value,
    label: count === undefined ? word : t('counted', { word, count }),
  })
  const filters = (
    <>
      {tabs}
      <SegmentedControl
        size="xs"
        aria-label={t('suggestion.label')}
        value={shown}
        onChange={setShown}
        data={[
          choice(ALL, t('suggestion.all'), all),
          ...SUGGESTIONS.map((value) => choice(value, t(`suggestion.${value}`), counts?.[value])),
        ]}
      />
      <SearchField search={search} label={t('search')} />
    </>
  )
  const note = [
    ...(oldest === null ? [] : [t('waits', { when: format.ago(oldest, now) })]),
    ...(total > MOST ? [t('first', { shown: MOST, total })] : []),
  ].join(' · ')
  return (
    <Page
      title={t('title')}
      note={note}
      filters={filters}
      actions={
        <Button variant="default" onClick={() => setRuling(true)}>
          {t('action.rules')}
        </Button>
      }
    >
      <Inbox answer={{ ...query, data: query.data?.rows }} filtered={search.settled !== '' || suggestion !== null} />
      {ruling && <RulesDrawer onClose={() => setRuling(false)} />}
    </Page>
  )
}

interface InboxProps {
  readonly answer: Parameters<typeof useQueryRows<SampleRequest>>[0]
  readonly filtered: boolean
}

function Inbox({ answer, filtered }: InboxProps) {
  const t = useText('sampleRequests')
  const { language } = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [peeking, setPeeking] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const columns = useRequestColumns()
  const rows = useQueryRows<SampleRequest>(answer, columns, sort, language)
  const peeked = peeking ? answer.data?.find(({ sample }) => sample.id === current) : undefined
  return (
    <div className={classes.layout}>
      <div className={classes.grid}>
        <DataGrid
          name="sampleRequests"
          label={t('title')}
          columns={columns}
          rows={rows}
          takesFocus
          rowId={idOf}
          sort={sort}
          onSort={setSort}
          onPeek={() => setPeeking(!peeking)}
          onOpen={({ sample }) => goTo('creators', { creator: sample.creatorId })}
          ticked={ticked}
          onTicked={setTicked}
          empty={
            filtered ? (
              <Empty sentence={t('emptyFiltered')} />
            ) : (
              <Empty sentence={t('empty')} example={t('emptyExample')} />
            )
          }
          renderBulk={(selection) => (
            <RequestBar
              selection={selection}
              onCurrent={setCurrent}
              onDone={() => setTicked(new Set())}
              onPeek={() => setPeeking(!peeking)}
            />
          )}
        />
      </div>
      {peeked && <RequestPeek request={peeked} onClose={() => setPeeking(false)} />}
    </div>
  )
}

function idOf({ sample }: SampleRequest): string {
  return sample.id
}

/** What it was worth: tiles, charts and the table over one scope; every figure opens the lines behind it. */

import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { RoiRow } from '../../../shared/contract/roi'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import type { Behind } from './behind'
import { BehindDrawer } from './BehindDrawer'
import { Pareto, Trend, Waterfall } from './Charts'
import { ExportMenu } from './ExportMenu'
import type { Figure } from './figures'
import { FilterBar } from './FilterBar'
import { FootBar } from './FootBar'
import classes from './roi.module.css'
import { type RoiSort, RoiTable } from './RoiTable'
import { scopeOfRow } from './scope'
import { type Summary, Tiles } from './Tiles'
import { type Filtering, useFilters } from './use-filters'
import { rowText } from './words'

export function RoiScreen() {
  const t = useText('roi')
  const extent = useQuery(orpc.roi.extent.queryOptions({ input: {} }))
  return (
    <Answer query={extent}>
      {({ from }) =>
        from === null ? (
          <Page title={t('title')}>
            <Empty
              sentence={t('empty.sentence')}
              example={t('empty.example')}
              action={<Button onClick={() => goTo('imports')}>{t('empty.action')}</Button>}
            />
          </Page>
        ) : (
          <Figures />
        )
      }
    </Answer>
  )
}

const FIRST_SORT: RoiSort = { column: 'gmv', descending: true }

function Figures() {
  const t = useText('roi')
  const filtering = useFilters()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 120)
  const [sort, setSort] = useState<RoiSort>(FIRST_SORT)
  const [columns, setColumns] = useState<readonly string[]>([])
  const query = useQuery(orpc.roi.summary.queryOptions({ input: filtering.scope, placeholderData: keepPreviousData }))
  return (
    <Page
      title={t('title')}
      actions={<ExportMenu {...filtering} search={search} sort={sort} columns={columns} />}
      filters={<FilterBar {...filtering} search={typed} onSearch={setTyped} />}
      foot={query.data && <FootBar footnotes={query.data.footnotes} />}
      padded
    >
      <Answer query={query}>
        {(summary) => (
          <Body
            summary={summary}
            filtering={filtering}
            search={search}
            sort={sort}
            onSort={setSort}
            onColumns={setColumns}
          />
        )}
      </Answer>
    </Page>
  )
}

interface BodyProps {
  readonly summary: Summary
  readonly filtering: Filtering
  readonly search: string
  readonly sort: RoiSort
  readonly onSort: (sort: RoiSort) => void
  readonly onColumns: (ids: readonly string[]) => void
}

function Body({ summary, filtering, ...table }: BodyProps) {
  const { behind, open, close } = useBehind(filtering)
  const { now, footnotes } = summary
  return (
    <div className={classes.screen}>
      <Tiles summary={summary} onOpen={(figure) => open(figure, now)} />
      <div className={classes.charts}>
        <Waterfall now={now} onOpen={open} />
        <Pareto scope={filtering.scope} onOpen={open} />
      </div>
      <Trend scope={filtering.scope} onOpen={open} />
      <RoiTable {...filtering} {...table} total={now} footnotes={footnotes} onOpen={open} />
      {behind && <BehindDrawer key={JSON.stringify(behind)} behind={behind} onClose={close} />}
    </div>
  )
}

/** The figure whose lines are looked at; another scope closes it, because it is another figure. */
function useBehind({ scope }: Filtering) {
  const t = useText('roi')
  const words = { t, words: useText('words'), format: useFormat() }
  const [kept, setKept] = useState<{ readonly scope: string; readonly behind: Behind } | null>(null)
  const question = JSON.stringify(scope)
  function open(figure: Figure, row: RoiRow, within: RoiRow | null = null): void {
    const outer = within ? scopeOfRow(scope, within) : scope
    const keys = { ...within?.keys, ...row.keys }
    const behind: Behind = {
      figure,
      value: row[figure],
      currency: row.currency,
      scope: outer && scopeOfRow(outer, row),
      costScope: scopeOfRow(scope, { keys: { ...keys, campaign: '', staff: '' }, ids: { ...within?.ids, ...row.ids } }),
      of: rowText({ keys }, words),
      ...(keys.campaign !== undefined && { campaign: keys.campaign }),
      ...(keys.staff !== undefined && { staff: keys.staff }),
    }
    setKept({ scope: question, behind })
  }
  return { behind: kept?.scope === question ? kept.behind : null, open, close: () => setKept(null) }
}

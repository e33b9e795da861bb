/** Requests for quotes: what was asked of whom, what is still missing, and whether it was sent. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { QuoteRequest } from '../../../shared/contract/quotes'
import { CONTENT_FORMS } from '../../../shared/domain/quotes'
import { api } from '../../api'
import type { GridColumn } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { StateMark } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { QuoteDrawer } from './QuoteDrawer'

const PAGE = 200

export function QuotesScreen() {
  const t = useText('quotes')
  const { shopId } = usePlace()
  const [adding, setAdding] = useState(false)
  const columns = useQuoteColumns()
  const scope = shopId === null ? {} : { shopId }
  const rows = useCursorRows<QuoteRequest>({
    queryKey: [['quotes', 'list'], scope],
    fetch: (cursor, signal) => api.quotes.list({ ...scope, cursor, limit: PAGE }, { signal }),
  })
  const opened = useOpenRow(rows, idOf)
  const add = <Button onClick={() => setAdding(true)}>{t('add')}</Button>
  return (
    <Page title={t('title')} actions={add}>
      <DataGrid
        name="quotes"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={null}
        onSort={nothing}
        onOpen={opened.open}
        empty={<Empty sentence={t('empty')} example={t('example')} action={add} />}
      />
      {adding && <QuoteDrawer request={null} shopId={shopId} onClose={() => setAdding(false)} />}
      {opened.row && <QuoteDrawer key={opened.row.id} request={opened.row} shopId={shopId} {...opened.drawer} />}
    </Page>
  )
}

function idOf({ id }: QuoteRequest): string {
  return id
}

function nothing(): void {
  // The newest first: that is the order of a list of letters.
}

function useQuoteColumns(): readonly GridColumn<QuoteRequest>[] {
  const t = useText('quotes')
  return useMemo(() => {
    const columns: readonly GridColumn<QuoteRequest>[] = [
      { id: 'handle', title: t('fields.creator'), kind: 'text', value: ({ handle }) => handle, width: 170 },
      { id: 'market', title: t('fields.market'), kind: 'text', value: ({ market }) => market, width: 80 },
      { id: 'category', title: t('fields.category'), kind: 'text', value: ({ category }) => category, width: 180 },
      {
        id: 'content',
        title: t('fields.contentForm'),
        kind: 'text',
        value: ({ contentForm, contentCount }) => {
          const form = CONTENT_FORMS.find((known) => known === contentForm)
          const word = form ? t(`forms.${form}`) : contentForm
          return contentCount === null ? word : `${contentCount} × ${word ?? ''}`
        },
        width: 180,
      },
      { id: 'fromDay', title: t('fields.fromDay'), kind: 'day', value: ({ fromDay }) => fromDay },
      { id: 'toDay', title: t('fields.toDay'), kind: 'day', value: ({ toDay }) => toDay },
      {
        id: 'budget',
        title: t('fields.budget'),
        kind: 'money',
        value: ({ budget }) => budget,
        currency: ({ currency }) => currency ?? 'USD',
      },
      {
        id: 'missing',
        title: t('fields.missing'),
        kind: 'text',
        value: ({ missing }) => missing.map((input) => t(`inputs.${input}`)).join(' · ') || null,
        render: ({ missing }) =>
          missing.length === 0 ? (
            <StateMark tone="good">{t('whole')}</StateMark>
          ) : (
            missing.map((input) => t(`inputs.${input}`)).join(' · ')
          ),
        width: 260,
      },
      { id: 'sentAt', title: t('fields.sentAt'), kind: 'instant', value: ({ sentAt }) => sentAt },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t])
}

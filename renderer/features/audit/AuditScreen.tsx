/** Who did what, when and where: everybody's steps with what each wrote, and the proof that nothing was altered. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { AuditEntry } from '../../../shared/contract/audit'
import { api, orpc } from '../../api'
import type { GridColumn } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { stepText } from '../../messages/step-text'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { StateMark } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { AuditExport } from './AuditExport'
import { Proof } from './Proof'
import { StepDrawer } from './StepDrawer'

const PAGE = 200

export function AuditScreen() {
  const t = useText('audit')
  const common = useText('common')
  const search = useSearch()
  const [person, setPerson] = useState<string | null>(null)
  const people = useQuery(orpc.audit.people.queryOptions({ input: {} }))
  const filter = { search: search.settled, ...(person !== null && { person }) }
  const rows = useCursorRows<AuditEntry>({
    queryKey: [['audit', 'list'], filter],
    fetch: (cursor, signal) => api.audit.list({ ...filter, cursor, limit: PAGE }, { signal }),
  })
  const columns = useAuditColumns()
  const opened = useOpenRow(rows, idOf)
  return (
    <Page
      title={t('title')}
      filters={
        <>
          <SearchField search={search} label={t('search')} />
          <Select
            size="xs"
            clearable
            aria-label={t('person')}
            placeholder={t('everybody')}
            data={people.data ?? []}
            value={person}
            onChange={setPerson}
          />
        </>
      }
      actions={
        <>
          <AuditExport filter={filter} />
          <Proof />
        </>
      }
    >
      <DataGrid
        name="audit"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={null}
        onSort={nothing}
        onOpen={opened.open}
        empty={
          <Empty
            sentence={search.settled || person ? common('nothingFound', { search: search.settled }) : t('empty')}
            example={t('example')}
          />
        }
      />
      {opened.row && <StepDrawer key={idOf(opened.row)} step={opened.row} {...opened.drawer} />}
    </Page>
  )
}

function idOf({ replicaId, seq }: AuditEntry): string {
  return `${replicaId}:${seq}`
}

function nothing(): void {
  // The order of the log is the order of the list.
}

function useAuditColumns(): readonly GridColumn<AuditEntry>[] {
  const t = useText('audit')
  const language = useLanguage()
  return useMemo(() => {
    const columns: readonly GridColumn<AuditEntry>[] = [
      {
        id: 'step',
        title: t('fields.step'),
        kind: 'text',
        value: stepText,
        // Its words follow the language, which `stepText` asks for by itself.
        width: language === 'en' ? 340 : 300,
        mark: ({ kind }) => (kind === 'done' ? null : <StateMark tone="held">{t(`kinds.${kind}`)}</StateMark>),
      },
      { id: 'at', title: t('fields.at'), kind: 'instant', value: ({ at }) => at },
      { id: 'person', title: t('fields.person'), kind: 'text', value: ({ person }) => person, width: 130 },
      {
        id: 'computer',
        title: t('fields.computer'),
        kind: 'text',
        value: ({ computer, self }) => (self ? t('here') : computer),
        width: 150,
      },
      { id: 'via', title: t('fields.via'), kind: 'text', value: ({ via }) => via, width: 180 },
      { id: 'changes', title: t('fields.changes'), kind: 'number', value: ({ changes }) => changes },
      {
        id: 'clock',
        title: t('fields.clock'),
        kind: 'text',
        value: ({ clockInDoubt }) => (clockInDoubt ? t('clockInDoubt') : null),
        width: 140,
      },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, language])
}

/** Packages and deliveries that brought something, the latest first; each can be taken back. */

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Arrival as ArrivalSchema } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { fileName } from '../../messages/error-words'
import { useLanguage, useText } from '../../messages/i18n'
import { Drawer } from '../../ui/Drawer'
import { Empty } from '../../ui/Empty'
import { Facts } from '../../ui/Facts'
import { useFormat } from '../../format/use-format'
import { useOpenRow } from '../../ui/use-open-row'
import classes from './sync.module.css'
import { UndoArrival } from './UndoArrival'

type Arrival = z.infer<typeof ArrivalSchema>
const RECENT = 200

export function Arrivals() {
  const t = useText('arrive')
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useColumns()
  const query = useQuery(orpc.sync.arrivals.queryOptions({ input: { limit: RECENT } }))
  const rows = useQueryRows<Arrival>(query, columns, sort, useLanguage())
  const opened = useOpenRow(rows, ({ id }) => String(id))
  return (
    <>
      <DataGrid
        name="arrivals"
        label={t('arrivals.title')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => String(id)}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={<Empty sentence={t('arrivals.empty')} example={t('arrivals.example')} />}
      />
      {opened.row && <ArrivalDrawer key={opened.row.id} arrival={opened.row} {...opened.drawer} />}
    </>
  )
}

function useColumns(): readonly GridColumn<Arrival>[] {
  const t = useText('arrive')
  return useMemo(
    () => [
      { id: 'name', title: t('arrivals.name'), kind: 'text', value: ({ name }) => fileName(name), width: 320 },
      {
        id: 'kind',
        title: t('arrivals.kind'),
        kind: 'choice',
        value: ({ kind }) => kind,
        words: t('arrivals.kinds', { returnObjects: true }),
      },
      { id: 'person', title: t('arrivals.person'), kind: 'text', value: ({ person }) => person || null, width: 160 },
      { id: 'at', title: t('arrivals.at'), kind: 'instant', value: ({ at }) => at },
      { id: 'changes', title: t('arrivals.changes'), kind: 'number', value: ({ changes }) => changes },
    ],
    [t],
  )
}

interface ArrivalDrawerProps {
  readonly arrival: Arrival
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

function ArrivalDrawer({ arrival, ...drawer }: ArrivalDrawerProps) {
  const t = useText('arrive')
  const format = useFormat()
  return (
    <Drawer {...drawer} title={fileName(arrival.name)}>
      <div className={classes.stack}>
        <Facts
          facts={[
            [t('arrivals.kind'), t(`arrivals.kinds.${arrival.kind}`)],
            [t('arrivals.person'), arrival.person],
            [t('arrivals.at'), format.instant(arrival.at)],
            [t('arrivals.changes'), format.count(arrival.changes)],
            [t('arrivals.name'), arrival.name],
          ]}
        />
        <UndoArrival arrival={arrival.id} />
      </div>
    </Drawer>
  )
}

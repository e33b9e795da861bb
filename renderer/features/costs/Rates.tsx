/** Exchange rates by day and source, and which pairs the shops still need. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Rate } from '../../../shared/contract/rates'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import type { Adding, CellEdit } from '../../grid/edit'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
import { useText } from '../../messages/i18n'
import { useWorkspace } from '../../session/workspace'
import { Empty } from '../../ui/Empty'
import { StateMark } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import classes from './costs.module.css'
import type { ListFrame } from './CostsScreen'
import { PasteRates } from './PasteRates'
import { RateDrawer } from './RateDrawer'

const NEWEST_FIRST = { sort: [{ field: 'day', descending: true }] }

export function Rates({ frame }: ListFrame) {
  const t = useText('costs')
  const [adding, setAdding] = useState<'one' | 'many' | null>(null)
  const view = useListView('rates', useColumns(), NEWEST_FIRST)
  const rows = useListRows(useQuery(orpc.rates.list.queryOptions({ input: {} })), view)
  const opened = useOpenRow(rows, (rate) => rate.id)
  const actions = (
    <>
      <Button onClick={() => setAdding('many')}>{t('paste')}</Button>
      <Button variant="default" onClick={() => setAdding('one')}>
        {t('addRate')}
      </Button>
    </>
  )
  return frame(
    actions,
    <div className={classes.rates}>
      <Needed />
      <div className={classes.grid}>
        <ListGrid
          listView={view}
          label={t('tabs.rates')}
          rows={rows}
          rowId={(rate) => rate.id}
          onOpen={opened.open}
          adding={ADDING}
          empty={
            <Empty
              sentence={t('emptyRates')}
              example={t('exampleRates')}
              action={<Button onClick={() => setAdding('many')}>{t('paste')}</Button>}
            />
          }
        />
      </div>
      {adding === 'many' && <PasteRates onClose={() => setAdding(null)} />}
      {adding === 'one' && <RateDrawer rate={null} onClose={() => setAdding(null)} />}
      {adding === null && opened.row && <RateDrawer key={opened.row.id} rate={opened.row} {...opened.drawer} />}
    </div>,
  )
}

/** The pairs that adding up the shops needs, and how far each reaches. */
function Needed() {
  const t = useText('costs')
  const format = useFormat()
  const currency = useWorkspace()?.currency
  const { data: pairs = [] } = useQuery(
    orpc.rates.needed.queryOptions({ input: { currency: currency ?? 'USD' }, enabled: currency !== undefined }),
  )
  if (pairs.length === 0) {
    return null
  }
  return (
    <div className={classes.needed}>
      {pairs.map(({ base, quote, firstDay, lastDay }) =>
        firstDay && lastDay ? (
          <span key={`${base}${quote}`} className={classes.reach}>
            {t('needed', { base, quote, from: format.day(firstDay), to: format.day(lastDay) })}
          </span>
        ) : (
          <StateMark key={`${base}${quote}`} tone="watch">
            {t('missing', { base, quote })}
          </StateMark>
        ),
      )}
    </div>
  )
}

function cell(field: string, as: CellEdit<Rate>['as']): CellEdit<Rate> {
  return { entity: 'rates', field, id: (rate) => rate.id, as }
}

/** Each pasted row says all of it. */
const ADDING: Adding = { entity: 'rates', fields: {} }

function useColumns(): readonly GridColumn<Rate>[] {
  const t = useText('costs')
  const grid = useText('grid')
  return useMemo(() => {
    // Day, pair and source say which rate it is; only a new one gets them.
    const key = (field: string, as: CellEdit<Rate>['as']): CellEdit<Rate> => ({
      ...cell(field, as),
      locked: () => grid('reasons.keyNeverChanges'),
    })
    return [
      { id: 'day', title: t('fields.day'), kind: 'day', value: (rate) => rate.day, edit: key('day', 'day') },
      {
        id: 'base',
        title: t('fields.base'),
        kind: 'text',
        value: (rate) => rate.base,
        width: 84,
        edit: key('base', 'text'),
      },
      {
        id: 'quote',
        title: t('fields.quote'),
        kind: 'text',
        value: (rate) => rate.quote,
        width: 84,
        edit: key('quote', 'text'),
      },
      // Shown as it was typed; sorted by its size.
      {
        id: 'rate',
        title: t('fields.rate'),
        kind: 'number',
        value: (rate) => Number(rate.rate),
        text: (rate) => rate.rate,
        width: 132,
        edit: { ...cell('rate', 'decimal'), text: (rate) => rate.rate },
      },
      {
        id: 'source',
        title: t('fields.source'),
        kind: 'text',
        value: (rate) => rate.source,
        width: 260,
        edit: key('source', 'text'),
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: (rate) => rate.note, edit: cell('note', 'text') },
    ]
  }, [t, grid])
}

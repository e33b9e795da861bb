/** The creators of the board as rows of a table. */

import { useMemo, useState } from 'react'

import { CARD_SORTS, type Card } from '../../../shared/contract/pipelines'
import type { Shop } from '../../../shared/contract/shops'
import { api } from '../../api'
import { HERE } from '../../creator/clocks'
import { MoveGuard } from '../../creator/MoveGuard'
import { ShopBadge } from '../../creator/ShopBadge'
import { useStageName } from '../../creator/stage-words'
import { useTaskText } from '../../creator/task-words'
import { useMove } from '../../creator/use-move'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import type { Format } from '../../format/use-format'
import { type Text, useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import { useOpenRow } from '../../ui/use-open-row'
import { cardKey } from './use-cards'
import { CardDrawer } from './CardDrawer'
import type { Narrowed } from './PipelineScreen'

const PAGE = 300

export function TableView({ narrowed, me }: { readonly narrowed: Narrowed; readonly me: string }) {
  const t = useText('pipelines')
  const [sort, setSort] = useState<GridSort | null>({ column: 'days', descending: true })
  const columns = useColumns()
  const input = {
    ...narrowed,
    sort: CARD_SORTS.find((name) => name === sort?.column) ?? 'days',
    descending: sort?.descending ?? true,
    limit: PAGE,
  }
  const rows = useCursorRows<Card>({
    queryKey: [['pipelines', 'table'], input],
    fetch: (cursor, signal) => api.pipelines.table({ ...input, cursor }, { signal }),
  })
  const opened = useOpenRow(rows, cardKey)
  const mover = useMove()
  const narrow = narrowed.owner !== null || narrowed.search !== ''
  return (
    <>
      <DataGrid
        name="pipeline"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={cardKey}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={
          narrow ? <Empty sentence={t('noneFound')} /> : <Empty sentence={t('empty')} example={t('emptyExample')} />
        }
      />
      <MoveGuard mover={mover} me={me} />
      {opened.row && !mover.asked && (
        <CardDrawer key={cardKey(opened.row)} card={opened.row} mover={mover} {...opened.drawer} />
      )}
    </>
  )
}

function useColumns(): readonly GridColumn<Card>[] {
  const t = useText('pipelines')
  const stageName = useStageName()
  const taskText = useTaskText()
  const shops = useShops()
  return useMemo(
    () => [...whoColumns(t, shops, stageName), ...whatColumns(t, taskText)],
    // Words change with the language, which makes a new `t`.
    // oxlint-disable-next-line react/exhaustive-deps
    [t, shops],
  )
}

function whoColumns(
  t: Text<'pipelines'>,
  shops: readonly Shop[],
  stageName: ReturnType<typeof useStageName>,
): readonly GridColumn<Card>[] {
  return [
    { id: 'handle', title: t('fields.handle'), kind: 'text', value: ({ handle }) => handle, width: 180 },
    {
      id: 'shop',
      title: t('fields.shop'),
      kind: 'text',
      value: ({ shopId }) => shops.find(({ id }) => id === shopId)?.name ?? null,
      render: ({ shopId }) => <ShopBadge shopId={shopId} />,
      width: 150,
    },
    {
      id: 'stage',
      title: t('fields.stage'),
      kind: 'text',
      value: ({ stage, stageName: own }) => stageName({ key: stage, name: own }),
      width: 110,
    },
    { id: 'days', title: t('fields.days'), kind: 'number', value: ({ days }) => days },
    { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 110 },
  ]
}

function whatColumns(t: Text<'pipelines'>, taskText: ReturnType<typeof useTaskText>): readonly GridColumn<Card>[] {
  return [
    {
      id: 'value',
      title: t('fields.value'),
      kind: 'money',
      value: ({ value }) => value,
      currency: ({ currency }) => currency ?? 'USD',
    },
    { id: 'next', title: t('fields.next'), kind: 'text', value: ({ next }) => next && taskText(next), width: 200 },
    {
      id: 'due',
      title: t('fields.due'),
      kind: 'instant',
      value: ({ next }) => next?.due ?? null,
      text: ({ next, zone }, format) => (next?.due ? bothClocks(format, next.due, zone) : null),
      sortable: false,
      width: 220,
    },
    {
      id: 'blockedBy',
      title: t('fields.blockedBy'),
      kind: 'text',
      value: ({ blockedBy }) => blockedBy,
      sortable: false,
    },
    { id: 'reason', title: t('fields.reason'), kind: 'text', value: ({ reason }) => reason, sortable: false },
  ]
}

/** Here, and the clock there where it is another. */
function bothClocks(format: Format, instant: number, zone: string): string {
  const here = format.instant(instant)
  return zone === HERE ? here : `${here} · ${format.clock(instant, zone)}`
}

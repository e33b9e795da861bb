/** Samples as a table: views, filters, groups, cells that are written in place, steps for all that are ticked. */

import { Button, Menu } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import { SAMPLE, SAMPLE_STATES } from '../../../../shared/domain/samples'
import { api, orpc } from '../../../api'
import { useGroups } from '../../../grid/list-rows'
import { type ListView, useListView } from '../../../grid/list-view'
import { ListGrid } from '../../../grid/ListGrid'
import { useWindowRows } from '../../../grid/rows'
import type { RowSelection } from '../../../grid/selection'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { usePlace } from '../../../session/place'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SearchField, useSearch } from '../../../ui/SearchField'
import { useOpenRow } from '../../../ui/use-open-row'
import { SampleDrawer } from '../one/SampleDrawer'
import { SampleForm } from '../one/SampleForm'
import { PaperDrawer } from '../PaperDrawer'
import { useStateWord } from '../sample-words'
import classes from '../samples.module.css'
import { Strip } from '../Strip'
import type { SampleTabProps } from '../tabs'
import { useSteps } from '../use-steps'
import { useSampleColumns } from './columns'

const PAGE = 100
const MANY = 1000

export function TableTab({ tabs }: SampleTabProps) {
  const t = useText('samples')
  const { shopId } = usePlace()
  const search = useSearch()
  const [adding, setAdding] = useState(false)
  const columns = useSampleColumns()
  const view = useListView('samples', columns)
  const list = useList(view, shopId, search.settled)
  const opened = useOpenRow(list.rows, idOf)
  useKeys({ [KEYS.sampleNew.keys[0]]: () => setAdding(true) })
  const { rowsOf } = list
  const stepMenu = (selection: RowSelection<Sample>, clear: () => void) => (
    <StepMenu selection={selection} rowsOf={rowsOf} onDone={clear} />
  )
  return (
    <Page
      title={t('title')}
      filters={tabs}
      actions={
        <>
          <Button onClick={() => setAdding(true)}>{t('add')}</Button>
          <SearchField search={search} label={t('search')} />
        </>
      }
    >
      <div className={classes.whole}>
        <Strip narrowed={{ shopId, owner: null, search: '' }} />
        <div className={classes.rest}>
          <ListGrid
            listView={view}
            label={t('title')}
            rows={list.rows}
            rowId={idOf}
            handleOf={({ handle }) => handle}
            rowsOf={list.rowsOf}
            allIds={list.allIds}
            onOpen={opened.open}
            actions={stepMenu}
            empty={<Empty sentence={search.settled === '' ? t('empty') : t('noneFound')} example={t('example')} />}
          />
        </div>
      </div>
      {opened.row && <SampleDrawer key={opened.row.id} id={opened.row.id} {...opened.drawer} />}
      {adding && <SampleForm sample={null} shopId={shopId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function idOf({ id }: Sample): string {
  return id
}

/** The workspace's own answer to the view, in windows and with its groups. */
function useList(view: ListView<Sample>, shopId: string | null, search: string) {
  const input = useMemo(() => ({ ...view.query, shopId, search }), [view.query, shopId, search])
  const fetch = (offset: number, limit: number, signal?: AbortSignal) =>
    api.samples.list({ ...input, offset, limit }, signal ? { signal } : {})
  const windows = useWindowRows<Sample>({ queryKey: [['samples', 'list'], input], pageSize: PAGE, fetch })
  const { data } = useQuery({
    ...orpc.samples.groups.queryOptions({ input }),
    enabled: input.group !== null,
    placeholderData: keepPreviousData,
  })
  const groups = useMemo(
    () =>
      input.group === null || !data
        ? null
        : data.groups.map(({ value, count }) => ({ key: JSON.stringify(value), value, currency: null, count })),
    [input.group, data],
  )
  /** The chosen ones, also those that nobody scrolled to. */
  const rowsOf = async (selection: RowSelection<Sample>): Promise<readonly Sample[]> => {
    const wanted = new Set(selection.ids())
    const here = selection.rows()
    if (here.length >= wanted.size) return here
    const found: Sample[] = []
    for (let offset = 0, total = 1; offset < total && found.length < wanted.size; offset += MANY) {
      const page = await fetch(offset, MANY)
      found.push(...page.rows.filter(({ id }) => wanted.has(id)))
      total = page.total
    }
    return found
  }
  const allIds = () => api.samples.ids(input).then(({ ids }) => ids)
  return { rows: useGroups(windows, groups, view), rowsOf, allIds }
}

interface StepMenuProps {
  readonly selection: RowSelection<Sample>
  readonly rowsOf: (selection: RowSelection<Sample>) => Promise<readonly Sample[]>
  readonly onDone: () => void
}

/** Steps for all that are chosen; who cannot take one stays, and is told. */
function StepMenu({ selection, rowsOf, onDone }: StepMenuProps) {
  const t = useText('samples')
  const word = useStateWord()
  const steps = useSteps(onDone)
  const here = selection.rows()
  const states = SAMPLE_STATES.filter((to) => here.some(({ state }) => SAMPLE.edges[state].includes(to)))
  return (
    <>
      <PaperDrawer steps={steps} />
      <Menu position="top-start" trapFocus>
        <Menu.Target>
          <Button size="compact-xs" variant="default" loading={steps.busy} disabled={states.length === 0}>
            {t('moveTo')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('moveTo')}>
          {states.map((to) => (
            <Menu.Item key={to} onClick={() => void rowsOf(selection).then((items) => steps.take({ items, to }))}>
              {word(to)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** The import centre: files on their way in above, files that came in below. */

import { Button, Switch, Tooltip } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'

import type { Found } from '../../../shared/contract/imports'
import { api, desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { isPackage } from '../../session/exchange'
import { useKeys } from '../../session/keys'
import { useCurrentShop } from '../../session/shops'
import { useWorkspace } from '../../session/workspace'
import { ErrorLine } from '../../ui/ErrorState'
import { Page } from '../../ui/Page'
import { useDrop } from '../../ui/use-drop'
import { FileDrawer } from './FileDrawer'
import { FileList } from './FileList'
import { History } from './History'
import { importAll } from './import-all'
import { ImportBar } from './ImportBar'
import { ListCards } from './lists/ListCards'
import { ListDrawer } from './lists/ListDrawer'
import { ListHistory } from './lists/ListHistory'
import { listsAmong } from './lists/list-intake'
import { forgetLists, tellLists, useLists } from './lists/list-work'
import { usePastedTable } from './lists/use-pasted-table'
import classes from './imports.module.css'
import { tablesAmong } from './tables/table-intake'
import { TableCards } from './tables/TableCards'
import { TableDrawer } from './tables/TableDrawer'
import { TableHistory } from './tables/TableHistory'
import { forgetTables, tellTables, useTables } from './tables/table-work'
import { Teach } from './Teach'
import { useWatch, type Watch } from './use-watch'
import { forgetFiles, tell, useIntake } from './work'

export function ImportsScreen() {
  const t = useText('imports')
  const files = useIntake()
  const items = useLists()
  const tables = useTables()
  const look = useLook()
  const [opened, setOpened] = useState<string | null>(null)
  const over = useDrop(look.at, isNoPackage)
  const watch = useWatch(look.offer)
  useFreshWorkspace()
  usePastedTable(look.failed)
  useKeys({ 'Mod+Enter': () => void importAll() })
  return (
    <Page title={t('title')} actions={<Actions look={look} watch={watch} />} padded>
      <div className={classes.screen} data-over={over || undefined}>
        {look.error !== null && <ErrorLine error={look.error} />}
        {watch.error !== null && <ErrorLine error={watch.error} />}
        {look.nothing && <p role="status">{t('noFiles')}</p>}
        {files.length + items.length + tables.length === 0 ? (
          <Teach over={over} busy={look.busy} onChoose={() => void look.choose()} />
        ) : (
          <>
            <ListCards opened={opened} onOpen={setOpened} />
            <TableCards opened={opened} onOpen={setOpened} />
            <FileList files={files} opened={opened} onOpen={setOpened} over={over} busy={look.busy} />
          </>
        )}
        <ImportBar files={files} lists={items} tables={tables} />
        <ListHistory />
        <TableHistory />
        <History />
      </div>
      {opened !== null && <Details opened={opened} onOpen={setOpened} />}
    </Page>
  )
}

/** The drawer of whatever was opened: an export of orders, a list of creators, a list of products or posts. */
function Details({ opened, onOpen }: { readonly opened: string; readonly onOpen: (key: string | null) => void }) {
  const files = useIntake()
  const items = useLists()
  const tables = useTables()
  const file = beside(files, ({ found }) => found.path, opened, onOpen)
  const list = beside(items, ({ key }) => key, opened, onOpen)
  const table = beside(tables, ({ key }) => key, opened, onOpen)
  return (
    <>
      {file && <FileDrawer file={file.item} {...file.moves} />}
      {list && <ListDrawer item={list.item} {...list.moves} />}
      {table && <TableDrawer item={table.item} {...table.moves} />}
    </>
  )
}

/** The opened one of a list, and how its neighbours are opened; null where it is none of them. */
function beside<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  opened: string,
  onOpen: (key: string | null) => void,
) {
  const at = all.findIndex((item) => keyOf(item) === opened)
  const item = all[at]
  if (item === undefined) return null
  const move = (to: T | undefined) => (to === undefined ? undefined : () => onOpen(keyOf(to)))
  return { item, moves: { onClose: () => onOpen(null), onPrevious: move(all[at - 1]), onNext: move(all[at + 1]) } }
}

function Actions({ look, watch }: { readonly look: ReturnType<typeof useLook>; readonly watch: Watch }) {
  const t = useText('imports')
  return (
    <>
      <Tooltip label={watch.on && watch.folder ? t('watching', { folder: watch.folder }) : t('watchHint')}>
        <div>
          <Switch label={t('watch')} checked={watch.on} onChange={(event) => watch.set(event.currentTarget.checked)} />
        </div>
      </Tooltip>
      <Button variant="default" onClick={() => void look.chooseFolder()}>
        {t('chooseFolder')}
      </Button>
      <Button variant="default" onClick={() => void look.choose()}>
        {t('chooseFiles')}
      </Button>
    </>
  )
}

/** Change packages of colleagues are taken by the window itself. */
const isNoPackage = (path: string): boolean => !isPackage(path)

/** Asks what dropped or chosen paths are, and puts them on the list. */
function useLook() {
  const t = useText('imports')
  const currentShop = useCurrentShop()
  const [busy, setBusy] = useState(false)
  const [nothing, setNothing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const offer = useCallback(
    (...found: Found[]) => {
      // A table of creators or posts is asked other things than an export of orders.
      tell({ type: 'found', files: found.filter(({ list, table }) => list === null && table === null), currentShop })
      tellTables({ type: 'added', items: tablesAmong(found, currentShop?.id ?? null) })
      tellLists({ type: 'added', items: listsAmong(found, currentShop?.id ?? null) })
    },
    [currentShop],
  )
  const at = useCallback(
    async (paths: readonly string[]) => {
      setBusy(true)
      setError(null)
      try {
        const found = await api.imports.inspect({ paths: [...paths] })
        setNothing(found.length === 0)
        offer(...found)
      } catch (refusal) {
        setError(refusal)
      } finally {
        setBusy(false)
      }
    },
    [offer],
  )
  const title = t('chooseTitle')
  async function choose(): Promise<void> {
    const filters = [{ name: t('exports'), extensions: ['csv', 'xlsx', 'txt', 'tsv'] }]
    const paths = await desktop.chooseFiles({ title, filters, many: true })
    if (paths.length > 0) {
      await at(paths)
    }
  }
  async function chooseFolder(): Promise<void> {
    const folder = await desktop.chooseFolder({ title })
    if (folder !== null) {
      await at([folder])
    }
  }
  const drop = useCallback((paths: readonly string[]) => void at(paths), [at])
  return { busy, nothing, error, failed: setError, at: drop, offer, choose, chooseFolder }
}

let workspaceOfFiles: string | null = null

/** The list belongs to the workspace it was dropped on. */
function useFreshWorkspace(): void {
  const id = useWorkspace()?.workspaceId ?? null
  useEffect(() => {
    if (id !== null && id !== workspaceOfFiles) {
      if (workspaceOfFiles !== null) {
        forgetFiles()
        forgetLists()
        forgetTables()
      }
      workspaceOfFiles = id
    }
  }, [id])
}

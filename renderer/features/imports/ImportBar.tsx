/** The one button that writes: how many files, and what they change. */

import { Button } from '@mantine/core'

import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { IS_MAC, keyText } from '../../session/key-table'
import classes from './imports.module.css'
import { importable, type Intake, sumOf } from './intake'
import { importAll } from './import-all'
import { importableLists, type Lists } from './lists/list-intake'
import { tellLists } from './lists/list-work'
import { importableTables, type Tables } from './tables/table-intake'
import { tellTables } from './tables/table-work'
import { stopWork, tell } from './work'

export interface ImportBarProps {
  readonly files: Intake
  readonly lists: Lists
  readonly tables: Tables
}

export function ImportBar({ files, lists, tables }: ImportBarProps) {
  const t = useText('imports')
  const readyLists = importableLists(lists).length + importableTables(tables).length
  const going = files.find(({ work }) => work.state === 'importing')
  const ready = importable(files)
  const hasDone = [...files, ...lists, ...tables].some(({ work }) => work.state === 'imported')
  const count = ready.length + readyLists
  if (files.length + lists.length + tables.length === 0) {
    return null
  }
  if (going) {
    return (
      <div className={classes.bar} role="status">
        <span>{t('running', { file: going.found.name })}</span>
        <Button variant="default" title={t('stopHint')} onClick={() => stopWork(going.found.path)}>
          {t('stop')}
        </Button>
      </div>
    )
  }
  const sum = sumOf(ready)
  return (
    <div className={classes.bar}>
      {ready.length > 0 && (
        <span>
          {t('runHint', { inserted: sum.inserted, updated: sum.updated })}
          {sum.rejected > 0 && ` · ${t('runRejected', { count: sum.rejected })}`}
        </span>
      )}
      {hasDone && (
        <>
          <Button variant="default" onClick={clearDone}>
            {t('clear')}
          </Button>
          <Button variant="default" onClick={() => goTo('roi')}>
            {t('toRoi')}
          </Button>
        </>
      )}
      <Button disabled={count === 0} onClick={() => void importAll()} title={keyText('Mod+Enter', IS_MAC)}>
        {count === 0 ? t('runNothing') : t('run', { count })}
      </Button>
    </div>
  )
}

function clearDone(): void {
  tell({ type: 'doneCleared' })
  tellLists({ type: 'doneCleared' })
  tellTables({ type: 'doneCleared' })
}

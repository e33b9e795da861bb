/** The one button that writes: how many files, and what they change. */

import { Button } from '@mantine/core'

import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { IS_MAC, keyText } from '../../session/key-table'
import classes from './imports.module.css'
import { importable, type Intake, sumOf } from './intake'
import { importFiles, stopWork, tell } from './work'

export function ImportBar({ files }: { readonly files: Intake }) {
  const t = useText('imports')
  const going = files.find(({ work }) => work.state === 'importing')
  const ready = importable(files)
  const hasDone = files.some(({ work }) => work.state === 'imported')
  if (files.length === 0) {
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
          <Button variant="default" onClick={() => tell({ type: 'doneCleared' })}>
            {t('clear')}
          </Button>
          <Button variant="default" onClick={() => goTo('roi')}>
            {t('toRoi')}
          </Button>
        </>
      )}
      <Button disabled={ready.length === 0} onClick={() => void importFiles()} title={keyText('Mod+Enter', IS_MAC)}>
        {ready.length === 0 ? t('runNothing') : t('run', { count: ready.length })}
      </Button>
    </div>
  )
}

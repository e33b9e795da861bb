/** What can be done with the chosen rows: shown while several are. */

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import { useText } from '../messages/i18n'
import { IS_MAC, KEYS, keyText } from '../session/key-table'
import { useKeys } from '../session/keys'
import { CopyMenu, type CopyMenuProps } from './CopyMenu'
import classes from './views.module.css'

export interface BulkBarProps<R> extends CopyMenuProps<R> {
  /** Of the screen: `Mark as sent`. */
  readonly actions?: ReactNode
  /** Unticks all; left out while rows are chosen by selecting cells. */
  readonly onClear?: (() => void) | undefined
  /** Opens the change of a field; left out where no column can be changed. */
  readonly onEdit?: (() => void) | undefined
}

export function BulkBar<R>({ selection, actions, onClear, onEdit, ...copying }: BulkBarProps<R>) {
  const t = useText('views')
  useKeys({ [KEYS.bulkEdit.keys[0]]: () => onEdit?.() })
  return (
    <div role="toolbar" aria-label={t('bulk.bar')} className={classes.bulk}>
      <strong>{t('bulk.rows', { count: selection.count })}</strong>
      {onEdit && (
        <Button variant="default" onClick={onEdit} title={keyText(KEYS.bulkEdit.keys[0], IS_MAC)}>
          {t('bulk.edit')}
        </Button>
      )}
      {actions}
      <CopyMenu selection={selection} {...copying} />
      {(onEdit !== undefined || actions !== undefined) && <span className={classes.quiet}>{t('bulk.undoable')}</span>}
      {onClear && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('bulk.clear')}
        </Button>
      )}
    </div>
  )
}

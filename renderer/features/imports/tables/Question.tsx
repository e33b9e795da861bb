/** A list that looks like another shop's: why, and the two ways on. */

import { Button } from '@mantine/core'

import { useText } from '../../../messages/i18n'
import classes from '../imports.module.css'
import type { TableItem } from './table-intake'
import { tellTables } from './table-work'

export function Question({ item: { key, work } }: { readonly item: TableItem }) {
  const t = useText('platformLists')
  const question = 'result' in work ? work.result.question : null
  if (question === null) return null
  const { reason, detail, shopId, shopName } = question
  return (
    <>
      <span className={classes.note}>{t(`question.${reason}`, { detail, shop: shopName })}</span>
      {shopId !== null && (
        <Button variant="default" onClick={() => tellTables({ type: 'answered', key, answers: { shopId } })}>
          {t('question.other', { shop: shopName })}
        </Button>
      )}
      <Button variant="subtle" onClick={() => tellTables({ type: 'answered', key, answers: { sure: true } })}>
        {t('question.sure')}
      </Button>
    </>
  )
}

/** No file yet: where the exports come from, and where to let them go. */

import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'

import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { useShops } from '../../session/shops'
import classes from './imports.module.css'

export interface TeachProps {
  readonly over: boolean
  readonly busy: boolean
  readonly onChoose: () => void
}

export function Teach({ over, busy, onChoose }: TeachProps) {
  const t = useText('imports')
  const shops = useShops()
  return (
    <section className={classes.teach} data-over={over || undefined} aria-label={t('drop')}>
      <IconFileImport size={28} aria-hidden />
      <div className={classes.teachWords}>
        <p className={classes.sentence}>{busy ? t('looking') : over ? t('drop') : t('empty.sentence')}</p>
        <p>{t('empty.why')}</p>
        <p className={classes.where}>{t('empty.where')}</p>
        <ul>
          <li>{t('empty.seller')}</li>
          <li>{t('empty.creator')}</li>
          <li>{t('empty.partner')}</li>
          <li>{t('empty.lists')}</li>
          <li>{t('empty.samples')}</li>
        </ul>
        <p>{t('empty.names')}</p>
        {shops.length === 0 ? (
          <div className={classes.line}>
            <Button onClick={() => goTo('shops')}>{t('toShops')}</Button>
            <span>{t('needShops')}</span>
          </div>
        ) : (
          <Button onClick={onChoose}>{t('chooseFiles')}</Button>
        )}
      </div>
    </section>
  )
}

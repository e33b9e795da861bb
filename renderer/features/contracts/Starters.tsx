/** Nothing is here yet: the starters to begin with, and who has to read them. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import classes from './contracts.module.css'

export function Starters({ onBegin }: { readonly onBegin: (template: string) => void }) {
  const t = useText('contracts')
  const templates = useQuery(orpc.contracts.templates.queryOptions({ input: {} })).data ?? []
  return (
    <div className={classes.starters}>
      <p className={classes.sentence}>{t('empty')}</p>
      <p className={classes.quiet}>{t('start')}</p>
      <ul className={classes.cards}>
        {templates.map(({ key, name, kind }) => (
          <li key={key} className={classes.card}>
            <strong>{name === '' ? t(`kinds.${kind}`) : name}</strong>
            <span className={classes.quiet}>{t(`kindHints.${kind}`)}</span>
            <Button
              variant="default"
              onClick={() => onBegin(key)}
              aria-label={`${t('add')}: ${name === '' ? t(`kinds.${kind}`) : name}`}
            >
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{t('lawyer')}</p>
    </div>
  )
}

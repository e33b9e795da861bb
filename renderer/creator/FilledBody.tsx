/** A template's text for one creator: what nobody filled stands out in colour and weight, and is named. */

import type { FilledText } from '../../shared/contract/outreach-templates'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import classes from './outreach.module.css'

export function FilledBody({ text }: { readonly text: Pick<FilledText, 'parts'> }) {
  return (
    <p className={classes.body}>
      {text.parts.map((part, i) =>
        part.kind === 'missing' ? (
          // Parts have no names of their own; their places never change while they are shown.
          <mark key={i} className={classes.missing}>{`{{${part.name}}}`}</mark>
        ) : (
          <span key={i}>{part.text}</span>
        ),
      )}
    </p>
  )
}

/** “12 of 40 answered (30 %)”: never without the number of messages it is of. */
export function useRateText(): (rate: FilledText['rate']) => string {
  const t = useText('outreach')
  const { percent } = useFormat()
  return ({ sent, replied, waiting }) => {
    if (sent === 0) return t('rate.none')
    const said = t('rate.of', { replied, sent, percent: percent(replied / sent) })
    return waiting === 0 ? said : `${said} · ${t('rate.waiting', { number: waiting })}`
  }
}

/** How long the text is, and whether its channel takes it. */
export function useLengthText(): (text: Pick<FilledText, 'length' | 'limit'>) => string {
  const t = useText('outreach')
  return ({ length, limit }) => {
    if (limit === null) return t('pick.length', { length })
    const said = t('pick.limited', { length, limit })
    return length > limit ? `${said} · ${t('pick.tooLong', { over: length - limit })}` : said
  }
}

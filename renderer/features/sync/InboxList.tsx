/** The questions by record, field and level. */

import type { InboxItem } from '../../../shared/contract/inbox'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { entityText, fieldText } from '../../messages/record-text'
import { useNow } from '../../session/now'
import { StateMark, type Tone } from '../../ui/StateMark'
import { candidatesOf } from '../../questions/choice'
import classes from './sync.module.css'

const TONES: Readonly<Record<InboxItem['level'], Tone>> = { decision: 'watch', hold: 'held', notice: 'unknown' }

export interface InboxListProps {
  readonly items: readonly InboxItem[]
  readonly chosen: string
  /** Questions beyond those that were fetched. */
  readonly more: number
  readonly onChoose: (item: InboxItem) => void
}

export function InboxList({ items, chosen, more, onChoose }: InboxListProps) {
  const t = useText('inbox')
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={classes.item}
          aria-current={item.id === chosen || undefined}
          onClick={() => onChoose(item)}
          ref={item.id === chosen ? intoView : undefined}
        >
          <Line item={item} />
        </button>
      ))}
      {more > 0 && <p className={classes.lead}>{t('more', { count: more })}</p>}
    </nav>
  )
}

function Line({ item }: { readonly item: InboxItem }) {
  const t = useText('inbox')
  const format = useFormat()
  const now = useNow()
  const people = [...new Set(candidatesOf(item).map(({ self, person }) => (self ? t('mine') : person || t('unnamed'))))]
  return (
    <>
      <span className={classes.itemTitle}>{item.title}</span>
      <StateMark tone={TONES[item.level]}>{t(`level.${item.level}`)}</StateMark>
      <span className={classes.itemNote}>
        {entityText(item.entity, true)} · {fieldText(item.field)} · {people.join(' · ')}
      </span>
      <span className={classes.itemNote} title={format.instant(item.at)}>
        {format.ago(item.at, now)}
      </span>
    </>
  )
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** The ● beside a value in question: in lists beside the cell, in forms in the field's place until somebody has chosen. */

import { Tooltip } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import type { InboxItem } from '../../shared/contract/inbox'
import type { GridColumn } from '../grid/columns'
import { useText } from '../messages/i18n'
import { fieldText } from '../messages/record-text'
import { goTo } from '../session/place'
import { Answer } from '../ui/Answer'
import { Drawer } from '../ui/Drawer'
import { DASH } from '../ui/dash'
import { resultOf, successorOf, type Value } from './choice'
import { Merge, questionTitle } from './Merge'
import classes from './merge.module.css'
import { type MarkLevel, type Marks, mustChoose, useQuestionsOf } from './use-questions'

const SIGN = '●'

export function Dot({ level, onOpen }: { readonly level: MarkLevel; readonly onOpen: () => void }) {
  const t = useText('inbox')
  return (
    <Tooltip label={t(`dot.${level}`)}>
      <button
        type="button"
        className={classes.dot}
        data-level={level}
        aria-label={t(`dot.${level}`)}
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation()
          onOpen()
        }}
      >
        {SIGN}
      </button>
    </Tooltip>
  )
}

/**
 * Columns with a ● before each value in question; it leads to the questions of the record. A column is named as its field,
 * unless `fields` says which it shows.
 */
export function withMarks<R extends { readonly id: string }>(
  columns: readonly GridColumn<R>[],
  marks: Marks,
  fields: Readonly<Record<string, string>>,
): readonly GridColumn<R>[] {
  return columns.map((column) => ({
    ...column,
    mark: ({ id }) => {
      const level = marks.get(id)?.get(fields[column.id] ?? column.id)
      return level && <Dot level={level} onOpen={() => goTo('sync', { show: 'inbox', record: id })} />
    },
  }))
}

export interface AskedFieldProps {
  readonly marks: Marks
  readonly entity: string
  readonly id: string
  readonly field: string
  readonly label: string
  /** What is shown now. */
  readonly shown: string | null
  /** Takes the value that was chosen into the form. */
  readonly onDecided: (value: Value) => void
  /** The ordinary field. */
  readonly children: ReactNode
}

/** The ordinary field, or, while its value is in question, what is shown and the way to choose: so no edit ends a question by accident. */
export function AskedField({ marks, entity, id, field, label, shown, onDecided, children }: AskedFieldProps) {
  const t = useText('inbox')
  const [asking, setAsking] = useState(false)
  const level = marks.get(id)?.get(field)
  if (!mustChoose(level)) {
    return (
      <>
        {children}
        {asking && (
          <Chooser entity={entity} id={id} field={field} onClose={() => setAsking(false)} onDecided={onDecided} />
        )}
      </>
    )
  }
  return (
    <div className={classes.question}>
      <span className={classes.label}>
        {label}
        <Dot level={level ?? 'decision'} onOpen={() => setAsking(true)} />
      </span>
      <button
        type="button"
        className={classes.asked}
        aria-label={t('chooser', { field: label })}
        onClick={() => setAsking(true)}
      >
        <span>{shown ?? DASH}</span>
        <span>{t('chooseFirst')}</span>
      </button>
      {asking && (
        <Chooser entity={entity} id={id} field={field} onClose={() => setAsking(false)} onDecided={onDecided} />
      )}
    </div>
  )
}

interface ChooserProps {
  readonly entity: string
  readonly id: string
  readonly field: string
  readonly onClose: () => void
  readonly onDecided: (value: Value) => void
}

/** The three columns over the form, which keeps what was typed in it. */
export function Chooser({ entity, id, field, onClose, onDecided }: ChooserProps) {
  const t = useText('inbox')
  const query = useQuestionsOf(entity, id, true)
  return (
    <Drawer title={t('chooser', { field: fieldText(field) })} onClose={onClose} wide>
      <Answer query={query}>
        {({ items }) => <OneQuestion items={items} field={field} onClose={onClose} onDecided={onDecided} />}
      </Answer>
    </Drawer>
  )
}

interface OneProps extends Pick<ChooserProps, 'field' | 'onClose' | 'onDecided'> {
  readonly items: readonly InboxItem[]
}

function OneQuestion({ items, field, onClose, onDecided }: OneProps) {
  const t = useText('inbox')
  const [stale, setStale] = useState(false)
  const item = items.find((one) => one.field === field && one.level !== 'notice')
  const [first] = useState(item)
  const changed =
    first !== undefined && item !== undefined && first.id !== item.id && successorOf(items, first) === item
  if (!item) {
    return <p>{t('empty')}</p>
  }
  return (
    <>
      <p className={classes.what}>{questionTitle(item)}</p>
      {(stale || changed) && <p role="alert">{t('stale')}</p>}
      <Merge
        key={item.id}
        item={item}
        items={[item]}
        onDecided={(choice) => {
          onDecided(resultOf(item, choice))
          onClose()
        }}
        onStale={() => setStale(true)}
        onLeave={onClose}
      />
    </>
  )
}

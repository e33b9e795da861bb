/** The text of a contract as it stands, both languages side by side; what nobody filled in is red. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconX } from '@tabler/icons-react'
import type { ComponentType } from 'react'

import type { Preview } from '../../../shared/contract/contract-views'
import { useText } from '../../messages/i18n'
import classes from './contracts.module.css'
import type { ClauseEdit } from './Editor'
import { useVariableName } from './variable-name'

type Clause = NonNullable<Preview['clauses']>[number]
type Part = Clause['text']['zh'][number]

interface TextPaneProps {
  readonly preview: Preview
  readonly edit: ClauseEdit | null
  readonly onReword: (key: string) => void
  readonly onFill: () => void
}

export function TextPane({ preview: { clauses }, edit, onReword, onFill }: TextPaneProps) {
  const t = useText('contracts')
  return (
    // Scrolls by keys once it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.text} aria-label={t('text')} tabIndex={0}>
      {clauses === null && <p className={classes.quiet}>{t('hiddenText')}</p>}
      <ol className={classes.paper}>
        {clauses?.map((clause, index) => (
          <li key={clause.key} className={classes.clause}>
            <div className={classes.clauseHead}>
              <span className={classes.number}>{index + 1}</span>
              {clause.reworded && <span className={classes.risk}>{t('rewordedMark')}</span>}
              {edit !== null && <Ways edit={edit} clause={clause} onReword={() => onReword(clause.key)} />}
            </div>
            <div className={classes.sides}>
              <Side lang="zh-CN" title={clause.title.zh} text={clause.text.zh} onFill={onFill} />
              <Side lang="en" title={clause.title.en} text={clause.text.en} onFill={onFill} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface SideProps {
  readonly lang: string
  readonly title: readonly Part[]
  readonly text: readonly Part[]
  readonly onFill: () => void
}

function Side({ lang, title, text, onFill }: SideProps) {
  return (
    <div lang={lang}>
      <h3 className={classes.part}>
        <Parts parts={title} onFill={onFill} />
      </h3>
      <p className={classes.words}>
        <Parts parts={text} onFill={onFill} />
      </p>
    </div>
  )
}

function Parts({ parts, onFill }: { readonly parts: readonly Part[]; readonly onFill: () => void }) {
  const t = useText('contracts')
  const nameOf = useVariableName()
  return parts.map((part, index) => {
    // Pieces of a text have no name of their own.
    const key = `${index} ${part.kind}`
    if (part.kind !== 'missing')
      return (
        <span key={key} className={part.kind === 'value' ? classes.chip : undefined}>
          {part.text}
        </span>
      )
    const name = nameOf(part.name)
    return (
      <button key={key} type="button" className={classes.missing} onClick={onFill} aria-label={t('fillIn', { name })}>
        {name}
      </button>
    )
  })
}

function Ways({
  edit,
  clause,
  onReword,
}: {
  readonly edit: ClauseEdit
  readonly clause: Clause
  readonly onReword: () => void
}) {
  const t = useText('contracts')
  const at = edit.list.findIndex(({ key }) => key === clause.key)
  const moved = (by: 1 | -1) => {
    const next = [...edit.list]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    edit.put(next)
  }
  const way = (label: string, Icon: ComponentType<{ size: number }>, run: () => void, off = false) => (
    <Tooltip label={label}>
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={`${label}: ${clause.key}`}
        disabled={edit.busy || off}
        onClick={run}
      >
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <span className={classes.ways}>
      {way(t('up'), IconArrowUp, () => moved(-1), at <= 0)}
      {way(t('down'), IconArrowDown, () => moved(1), at === edit.list.length - 1)}
      {way(t('reword'), IconPencil, onReword)}
      {way(t('takeOut'), IconX, () => edit.put(edit.list.filter(({ key }) => key !== clause.key)))}
    </span>
  )
}

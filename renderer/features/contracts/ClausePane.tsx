/** The library beside a contract: what it uses and what it leaves out, with what that risks. */

import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Contract, LibraryClause } from '../../../shared/contract/contract-views'
import { CLAUSE_TOPICS } from '../../../shared/domain/contract-body'
import { orpc } from '../../api'
import { useLanguage, useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import classes from './contracts.module.css'
import type { ClauseEdit } from './Editor'
import { TemplateDrawer } from './TemplateDrawer'

interface ClausePaneProps {
  readonly contract: Contract
  /** Null: the text stands. */
  readonly edit: ClauseEdit | null
  /** Null: a new clause. */
  readonly onOpen: (key: string | null) => void
}

export function ClausePane({ contract, edit, onOpen }: ClausePaneProps) {
  const t = useText('contracts')
  const query = useQuery(orpc.contracts.clauses.queryOptions({ input: {} }))
  const [keeping, setKeeping] = useState(false)
  const used = new Set(contract.clauses.map(({ key }) => key))
  return (
    // Scrolls by keys once it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <nav className={classes.library} aria-label={t('library')} tabIndex={0}>
      <h2 className={classes.part}>{t('library')}</h2>
      <Answer query={query}>
        {(library) =>
          CLAUSE_TOPICS.map((topic) => {
            const clauses = library.filter((clause) => clause.topic === topic)
            return (
              clauses.length > 0 && (
                <section key={topic} className={classes.topic}>
                  <h3 className={classes.quiet}>{t(`topics.${topic}`)}</h3>
                  <ul className={classes.clauses}>
                    {clauses.map((clause) => (
                      <Line
                        key={clause.key}
                        clause={clause}
                        used={used.has(clause.key)}
                        busy={edit === null || edit.busy}
                        onTick={() => edit?.put(ticked(edit.list, clause, library))}
                        onOpen={() => onOpen(clause.key)}
                      />
                    ))}
                  </ul>
                </section>
              )
            )
          })
        }
      </Answer>
      <Button size="compact-xs" variant="default" onClick={() => onOpen(null)}>
        {t('clause.add')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setKeeping(true)}>
        {t('template.keep')}
      </Button>
      {keeping && <TemplateDrawer contract={contract} onClose={() => setKeeping(false)} />}
    </nav>
  )
}

interface LineProps {
  readonly clause: LibraryClause
  readonly used: boolean
  readonly busy: boolean
  readonly onTick: () => void
  readonly onOpen: () => void
}

function Line({ clause: { key, title, risk }, used, busy, onTick, onOpen }: LineProps) {
  const t = useText('contracts')
  const language = useLanguage()
  const name = (language === 'zh-CN' ? title.zh : title.en) || title.zh || title.en || key
  return (
    <li className={classes.clauseLine}>
      <Checkbox
        size="xs"
        checked={used}
        disabled={busy}
        onChange={onTick}
        aria-label={`${name}: ${used ? t('used') : t('unused')}`}
      />
      <button type="button" className={classes.clauseName} onClick={onOpen}>
        {name}
      </button>
      <span className={classes.risk} data-risk={risk} title={t('riskHint')}>
        {t(`risk.${risk}`)}
      </span>
    </li>
  )
}

/** Taken out, or put in after the last clause of an earlier or the same topic. */
function ticked(
  list: ClauseEdit['list'],
  clause: LibraryClause,
  library: readonly LibraryClause[],
): ClauseEdit['list'] {
  if (list.some(({ key }) => key === clause.key)) return list.filter(({ key }) => key !== clause.key)
  const topicOf = new Map(library.map((one) => [one.key, CLAUSE_TOPICS.indexOf(one.topic)]))
  const own = CLAUSE_TOPICS.indexOf(clause.topic)
  const at = list.findLastIndex(({ key }) => (topicOf.get(key) ?? -1) <= own) + 1
  return [...list.slice(0, at), { key: clause.key }, ...list.slice(at)]
}

/** What changed between a version and the text as it stands, clause by clause, with the words marked. */

import { useQuery } from '@tanstack/react-query'

import type { ClauseDiff, Contract } from '../../../shared/contract/contract-views'
import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import classes from './contracts.module.css'

interface DiffDrawerProps {
  readonly contract: Contract
  readonly version: string
  readonly onClose: () => void
}

export function DiffDrawer({ contract, version, onClose }: DiffDrawerProps) {
  const t = useText('contracts')
  const number = contract.versions.find(({ id }) => id === version)?.version ?? 0
  const query = useQuery(orpc.contracts.diff.queryOptions({ input: { from: version } }))
  return (
    <Drawer title={t('diffTitle', { version: number })} full onClose={onClose}>
      <Answer query={query}>
        {({ same, clauses }) => {
          if (clauses === null) return <p className={classes.quiet}>{t('hiddenText')}</p>
          return same ? (
            <p className={classes.quiet}>{t('diffSame', { version: number })}</p>
          ) : (
            <ol className={classes.paper}>
              {clauses
                .filter(({ change }) => change !== 'same')
                .map((clause) => (
                  <Changed key={clause.key} clause={clause} />
                ))}
            </ol>
          )
        }}
      </Answer>
    </Drawer>
  )
}

function Changed({ clause: { change, moved, before, after, title, text } }: { readonly clause: ClauseDiff }) {
  const t = useText('contracts')
  const places = [before, after].map((place) => (place === null ? '–' : String(place))).join(' → ')
  return (
    <li className={classes.clause}>
      <div className={classes.clauseHead}>
        <span className={classes.number}>{places}</span>
        <span className={classes.risk} data-change={change}>
          {t(`changes.${change}`)}
        </span>
        {moved && change !== 'moved' && <span className={classes.risk}>{t('changes.moved')}</span>}
      </div>
      <div className={classes.sides}>
        <div lang="zh-CN">
          <h3 className={classes.part}>
            <Marked parts={title.zh} />
          </h3>
          <p className={classes.words}>
            <Marked parts={text.zh} />
          </p>
        </div>
        <div lang="en">
          <h3 className={classes.part}>
            <Marked parts={title.en} />
          </h3>
          <p className={classes.words}>
            <Marked parts={text.en} />
          </p>
        </div>
      </div>
    </li>
  )
}

function Marked({ parts }: { readonly parts: ClauseDiff['text']['zh'] }) {
  return parts.map(({ kind, text }, index) => {
    // Pieces of a text have no name of their own.
    const key = `${index} ${kind}`
    if (kind === 'same') return <span key={key}>{text}</span>
    return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
  })
}

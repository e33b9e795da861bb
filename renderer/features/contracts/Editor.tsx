/** One contract: the library on the left, its text in both languages in the middle, the facts on the right, its steps below. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Contract, Preview } from '../../../shared/contract/contract-views'
import type { ContractClause } from '../../../shared/domain/contract-library'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Answer } from '../../ui/Answer'
import { Page } from '../../ui/Page'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { ClauseDrawer } from './ClauseDrawer'
import { ClausePane } from './ClausePane'
import { ContractMark } from '../../creator/ContractMark'
import classes from './contracts.module.css'
import { DiffDrawer } from './DiffDrawer'
import { FactsPane } from './FactsPane'
import { SealStrip } from './files/SealStrip'
import { StepBar } from './StepBar'
import { TermsDrawer } from './TermsDrawer'
import { TextPane } from './TextPane'

interface EditorProps {
  readonly contract: Contract
  readonly onBack: () => void
}

/** What lies over the editor. */
type Open =
  | { readonly what: 'terms' }
  | { readonly what: 'clause'; readonly key: string | null }
  | { readonly what: 'diff'; readonly version: string }

export function Editor(props: EditorProps) {
  const query = useQuery(orpc.contracts.preview.queryOptions({ input: { id: props.contract.id } }))
  return <Answer query={query}>{(preview) => <Opened {...props} preview={preview} />}</Answer>
}

function Opened({ contract, preview, onBack }: EditorProps & { readonly preview: Preview }) {
  const [open, setOpen] = useState<Open | null>(null)
  const canWrite = !contract.hold && contract.state === 'draft'
  const clauses = useClauses(contract)
  const last = contract.versions.at(-1)
  const terms = () => canWrite && setOpen({ what: 'terms' })
  const compare = (version = last?.id) => version !== undefined && setOpen({ what: 'diff', version })
  const close = () => setOpen(null)
  useKeys({
    [KEYS.contractBack.keys[0]]: onBack,
    [KEYS.contractTerms.keys[0]]: terms,
    [KEYS.contractCompare.keys[0]]: () => compare(),
  })
  return (
    <Page
      title={contract.title}
      note={<Note contract={contract} preview={preview} />}
      actions={<Actions onBack={onBack} onTerms={canWrite ? terms : null} />}
    >
      <div className={classes.room}>
        <div className={classes.editor}>
          <ClausePane
            contract={contract}
            edit={canWrite ? clauses : null}
            onOpen={(key) => setOpen({ what: 'clause', key })}
          />
          <TextPane
            preview={preview}
            edit={canWrite ? clauses : null}
            onReword={(key) => setOpen({ what: 'clause', key })}
            onFill={terms}
          />
          <FactsPane contract={contract} onCompare={compare} />
          <SealStrip contractId={contract.id} name={[contract.number, contract.title].filter(Boolean).join(' ')} />
          <StepBar contract={contract} />
        </div>
      </div>
      {open?.what === 'terms' && (
        <TermsDrawer contract={contract} preview={preview} onClose={close} onRemoved={onBack} />
      )}
      {open?.what === 'clause' && (
        <ClauseDrawer
          key={open.key}
          contract={contract}
          clauseKey={open.key}
          edit={canWrite ? clauses : null}
          onClose={close}
        />
      )}
      {open?.what === 'diff' && <DiffDrawer contract={contract} version={open.version} onClose={close} />}
    </Page>
  )
}

function Note({ contract, preview }: { readonly contract: Contract; readonly preview: Preview }) {
  const t = useText('contracts')
  const missing = preview.variables.filter((one) => one.missing).length
  return (
    <span className={classes.marks}>
      <ContractMark contract={contract} />
      {missing > 0 && <StateMark tone="bad">{t('missing', { count: missing })}</StateMark>}
    </span>
  )
}

function Actions({ onBack, onTerms }: { readonly onBack: () => void; readonly onTerms: (() => void) | null }) {
  const t = useText('contracts')
  return (
    <>
      {onTerms !== null && <Button onClick={onTerms}>{t('editTerms')}</Button>}
      <Button variant="default" onClick={onBack}>
        {t('back')}
      </Button>
    </>
  )
}

/** What can be done with a contract's list of clauses. */
export interface ClauseEdit {
  readonly busy: boolean
  readonly put: (clauses: readonly ContractClause[]) => void
  readonly list: readonly ContractClause[]
}

function useClauses({ id, clauses }: Contract): ClauseEdit {
  const t = useText('contracts')
  const save = useCommand(
    (next: readonly ContractClause[]) => api.contracts.put({ id, fields: { clauses: [...next] } }),
    () => t('saved'),
  )
  return { busy: save.busy, put: save.run, list: clauses }
}

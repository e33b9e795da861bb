/** The words of one clause: for this contract alone, or in the library for all. */

import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Contract, LibraryClause } from '../../../shared/contract/contract-views'
import { CLAUSE_TOPICS } from '../../../shared/domain/contract-body'
import { RISKS } from '../../../shared/domain/contract-clauses'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import classes from './contracts.module.css'
import type { ClauseEdit } from './Editor'

interface ClauseDrawerProps {
  readonly contract: Contract
  /** Null: a new clause of the library. */
  readonly clauseKey: string | null
  /** Null: this contract's text stands; the library can still be changed. */
  readonly edit: ClauseEdit | null
  readonly onClose: () => void
}

interface Draft {
  readonly key: string
  readonly topic: LibraryClause['topic']
  readonly risk: LibraryClause['risk']
  readonly titleZh: string
  readonly titleEn: string
  readonly textZh: string
  readonly textEn: string
  readonly scope: 'here' | 'library'
}

export function ClauseDrawer(props: ClauseDrawerProps) {
  const query = useQuery(orpc.contracts.clauses.queryOptions({ input: { archived: true } }))
  return <Answer query={query}>{(library) => <ClauseForm {...props} library={library} />}</Answer>
}

function draftOf({ contract, clauseKey, edit }: ClauseDrawerProps, shipped: LibraryClause | undefined): Draft {
  const here = contract.clauses.find(({ key }) => key === clauseKey)
  const title = here?.title ?? shipped?.title
  const text = here?.text ?? shipped?.text
  return {
    key: clauseKey ?? '',
    topic: shipped?.topic ?? 'deliverables',
    risk: shipped?.risk ?? 'medium',
    titleZh: title?.zh ?? '',
    titleEn: title?.en ?? '',
    textZh: text?.zh ?? '',
    textEn: text?.en ?? '',
    scope: edit !== null && here !== undefined ? 'here' : 'library',
  }
}

function ClauseForm({ library, ...props }: ClauseDrawerProps & { readonly library: readonly LibraryClause[] }) {
  const t = useText('contracts')
  const { contract, clauseKey, edit, onClose } = props
  const shipped = library.find(({ key }) => key === clauseKey)
  const here = edit !== null && contract.clauses.some(({ key }) => key === clauseKey)
  const form = useForm<Draft>({
    initial: draftOf(props, shipped),
    check: ({ key, textZh, textEn }) => ({
      ...(clauseKey === null && !isFreeKey(key, library) && { key: t('clause.badKey') }),
      ...(textZh.trim() === '' && textEn.trim() === '' && { textZh: t('clause.needsText') }),
    }),
    async save(draft) {
      await saveClause(draft, contract)
      say(t('clause.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={form.values.titleZh || form.values.titleEn || t('clause.add')}
      wide
      form={form}
      onClose={onClose}
      more={shipped && shipped.origin !== 'shipped' && <Reset clauseKey={shipped.key} onDone={onClose} />}
    >
      {here && (
        <SegmentedControl
          size="xs"
          aria-label={t('clause.scope')}
          value={form.values.scope}
          onChange={(scope) => form.set('scope', scope === 'here' ? 'here' : 'library')}
          data={(['here', 'library'] as const).map((value) => ({ value, label: t(`clause.${value}`) }))}
        />
      )}
      {form.values.scope === 'library' && <About form={form} isNew={clauseKey === null} />}
      <FieldPair>
        <TextField form={form} name="titleZh" label={t('clause.titleZh')} maxLength={300} />
        <TextField form={form} name="titleEn" label={t('clause.titleEn')} maxLength={300} />
      </FieldPair>
      <TextField form={form} name="textZh" label={t('clause.textZh')} lines={6} maxLength={20_000} />
      <TextField form={form} name="textEn" label={t('clause.textEn')} lines={6} maxLength={20_000} />
      <p className={classes.quiet}>{t('clause.hint', { example: EXAMPLE })}</p>
    </FormDrawer>
  )
}

/** How a value stands in a text. */
const EXAMPLE = '{{fee}}'

function isFreeKey(key: string, library: readonly LibraryClause[]): boolean {
  return /^[\p{L}\p{N}_-]{1,80}$/u.test(key.trim()) && !library.some((one) => one.key === key.trim())
}

async function saveClause(draft: Draft, contract: Contract): Promise<void> {
  const title = { zh: draft.titleZh.trim(), en: draft.titleEn.trim() }
  const text = { zh: draft.textZh.trim(), en: draft.textEn.trim() }
  const key = draft.key.trim()
  if (draft.scope === 'library') {
    await api.contracts.putClause({ key, topic: draft.topic, risk: draft.risk, title, text })
    return
  }
  const clauses = contract.clauses.map((one) => (one.key === key ? { key, title, text } : one))
  await api.contracts.put({ id: contract.id, fields: { clauses } })
}

function About({ form, isNew }: { readonly form: Form<Draft>; readonly isNew: boolean }) {
  const t = useText('contracts')
  return (
    <FieldPair>
      {isNew && <TextField form={form} name="key" label={t('clause.key')} maxLength={80} required first />}
      <Select
        size="xs"
        label={t('clause.topic')}
        data={CLAUSE_TOPICS.map((value) => ({ value, label: t(`topics.${value}`) }))}
        allowDeselect={false}
        value={form.values.topic}
        onChange={(topic) => topic && form.set('topic', topic)}
      />
      <Select
        size="xs"
        label={t('clause.risk')}
        data={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
        allowDeselect={false}
        value={form.values.risk}
        onChange={(risk) => risk && form.set('risk', risk)}
      />
    </FieldPair>
  )
}

function Reset({ clauseKey, onDone }: { readonly clauseKey: string; readonly onDone: () => void }) {
  const t = useText('contracts')
  const reset = useCommand(
    async () => {
      await api.contracts.resetClause({ key: clauseKey })
      onDone()
    },
    () => t('clause.wasReset'),
  )
  return (
    <Button variant="default" loading={reset.busy} onClick={() => reset.run()}>
      {t('clause.reset')}
    </Button>
  )
}

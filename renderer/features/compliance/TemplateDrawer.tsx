/** One template: its words, what must, may and must never be said, and the native reader who signed it off. */

import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { ScriptTemplate } from '../../../shared/contract/compliance'
import { CONTENT_KINDS } from '../../../shared/contract/content'
import { RULE_CATEGORIES } from '../../../shared/domain/compliance/categories'
import { FREEDOMS, TEMPLATE_KINDS } from '../../../shared/domain/compliance/templates'
import { PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { MARKETS } from '../../../shared/domain/market-packs'
import { api } from '../../api'
import { FindingList } from '../../compliance/FindingList'
import { useCheck } from '../../compliance/use-check'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { StateMark } from '../../ui/StateMark'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { draftOf, fieldsOf, type TemplateDraft } from './template-form'
import { SignedOff } from './SignedOff'

export interface TemplateDrawerProps {
  /** Null: a new one. */
  readonly template: ScriptTemplate | null
  readonly onCheck: (text: string) => void
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

export function TemplateDrawer({ template, onCheck, onSaved, onClose }: TemplateDrawerProps) {
  const t = useText('compliance')
  const common = useText('common')
  const id = template?.id ?? null
  const isShipped = template !== null && id === null
  const form = useForm<TemplateDraft>({
    initial: draftOf(template),
    check: ({ name, body }) => ({
      ...(name.trim() === '' && { name: common('required') }),
      ...(body.trim() === '' && { body: common('required') }),
    }),
    async save(draft) {
      const saved = await api.compliance.putTemplate({ id, fields: fieldsOf(draft) })
      say(t('template.saved', { name: saved.name }))
      if (id === null && saved.id !== null) onSaved(saved.id)
      else onClose()
    },
  })
  return (
    <FormDrawer
      title={template?.name ?? t('template.add')}
      form={form}
      onClose={onClose}
      {...(isShipped && { saveWord: t('template.copy') })}
      more={
        <Button variant="subtle" onClick={() => onCheck(form.values.body)}>
          {t('template.check')}
        </Button>
      }
      below={
        <>
          <OwnFindings draft={form.values} />
          {template && id !== null && <SignOff template={template} id={id} onGone={onClose} />}
        </>
      }
    >
      <TemplateFields form={form} />
    </FormDrawer>
  )
}

function TemplateFields({ form }: { readonly form: Form<TemplateDraft> }) {
  const t = useText('compliance')
  const content = useText('content')
  const { values, set } = form
  return (
    <>
      <TextField form={form} name="name" label={t('template.name')} required maxLength={200} />
      <TemplateScope form={form} />
      <FieldPair>
        <Choice
          label={t('rule.category')}
          known={RULE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={values.category}
          onChange={(category) => set('category', category)}
        />
        <Choice
          label={t('template.contentForm')}
          known={CONTENT_KINDS.map((value) => ({ value, label: content(`kinds.${value}`) }))}
          value={values.contentForm}
          onChange={(form) => set('contentForm', form)}
        />
      </FieldPair>
      <TextField form={form} name="body" label={t('template.body')} lines={6} required />
      {(['mustSay', 'maySay', 'neverSay'] as const).map((name) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={t(`template.${name}`)}
          description={t('template.oneALine')}
          lines={2}
        />
      ))}
      <TextField form={form} name="note" label={t('rule.note')} lines={2} />
      <Checkbox
        size="xs"
        label={t('template.archived')}
        checked={values.archived}
        onChange={({ currentTarget }) => set('archived', currentTarget.checked)}
      />
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly known: readonly { readonly value: string; readonly label: string }[]
  /** '' where none is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of the known; a value that came from elsewhere stays as it is. */
function Choice({ label, known, value, onChange }: ChoiceProps) {
  const isKnown = value === '' || known.some((one) => one.value === value)
  return (
    <Select
      size="xs"
      label={label}
      data={isKnown ? known : [...known, { value, label: value }]}
      clearable
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

/** For what it is meant. */
function TemplateScope({ form: { values, set } }: { readonly form: Form<TemplateDraft> }) {
  const t = useText('compliance')
  return (
    <FieldPair>
      <Select
        size="xs"
        label={t('template.kind')}
        data={TEMPLATE_KINDS.map((value) => ({ value, label: t(`template.kinds.${value}`) }))}
        allowDeselect={false}
        value={values.kind}
        onChange={(kind) => set('kind', TEMPLATE_KINDS.find((known) => known === kind) ?? 'script')}
      />
      <Select
        size="xs"
        label={t('rule.language')}
        data={PACK_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        clearable
        value={values.language}
        onChange={(language) => set('language', language)}
      />
      <Select
        size="xs"
        label={t('rule.market')}
        placeholder={t('finding.everyMarket')}
        data={[...MARKETS]}
        clearable
        searchable
        value={values.market}
        onChange={(market) => set('market', market)}
      />
      <Select
        size="xs"
        label={t('template.freedom')}
        data={FREEDOMS.map((value) => ({ value, label: t(`template.freedoms.${value}`) }))}
        clearable
        value={values.freedom}
        onChange={(freedom) => set('freedom', FREEDOMS.find((known) => known === freedom) ?? null)}
      />
    </FieldPair>
  )
}

/** The template itself is checked as it is written. */
function OwnFindings({ draft }: { readonly draft: TemplateDraft }) {
  const t = useText('compliance')
  const [active, setActive] = useState<number | null>(null)
  const isScript = draft.kind === 'script'
  const { findings, checked } = useCheck(draft.body, {
    language: draft.language,
    market: draft.market,
    category: draft.category.trim() === '' ? null : draft.category,
    ties: isScript ? { commission: true, gifted: false, paid: false } : null,
  })
  if (!checked || draft.body.trim() === '') return null
  return findings.length === 0 ? (
    <StateMark tone="good">{t('check.nothing')}</StateMark>
  ) : (
    <FindingList findings={findings} active={active} onActive={setActive} />
  )
}

interface SignOffProps {
  readonly template: ScriptTemplate
  readonly id: string
  readonly onGone: () => void
}

/** Who reads the language from home says that its words are right; a change of them takes that away. */
function SignOff({ template, id, onGone }: SignOffProps) {
  const t = useText('compliance')
  const common = useText('common')
  const [name, setName] = useState('')
  const sign = useCommand(
    (by: string | null) => api.compliance.signOff({ id, by }),
    ({ signedOffBy }) => t(signedOffBy === null ? 'template.signTaken' : 'template.signed'),
  )
  const remove = useCommand(
    async () => {
      await api.compliance.removeTemplate({ id })
      onGone()
    },
    () => t('template.removed', { name: template.name }),
  )
  return (
    <section>
      <h3>{t('template.signOff')}</h3>
      <Group align="end">
        <SignedOff template={template} />
        {template.signedOffBy === null ? (
          <>
            <TextInput
              size="xs"
              label={t('template.reader')}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={name.trim() === ''}
              loading={sign.busy}
              onClick={() => sign.run(name.trim())}
            >
              {t('template.sign')}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={sign.busy} onClick={() => sign.run(null)}>
            {t('template.takeBack')}
          </Button>
        )}
        <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
          {common('remove')}
        </Button>
      </Group>
    </section>
  )
}

/** One rule: what was shipped, and what the agency wants instead. */

import { Button, Checkbox, Select } from '@mantine/core'

import type { RuleRow } from '../../../shared/contract/compliance'
import { RULE_CATEGORIES } from '../../../shared/domain/compliance/categories'
import { LEVELS, PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { MARKETS } from '../../../shared/domain/market-packs'
import { api } from '../../api'
import { useFindingWords } from '../../compliance/use-finding-words'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Facts } from '../../ui/Facts'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import classes from './check.module.css'

interface RuleDraft {
  readonly key: string
  readonly market: string | null
  readonly category: string | null
  readonly language: string | null
  readonly level: string | null
  readonly terms: string
  readonly reason: string
  readonly source: string
  readonly safer: string
  readonly off: boolean
  readonly note: string
}

export interface RuleDrawerProps {
  /** Null: a new one. */
  readonly rule: RuleRow | null
  readonly onClose: () => void
}

export function RuleDrawer({ rule, onClose }: RuleDrawerProps) {
  const t = useText('compliance')
  const common = useText('common')
  const form = useForm<RuleDraft>({
    initial: draftOf(rule),
    check: ({ key }) => (/^[\p{L}\p{N}._-]{1,80}$/u.test(key.trim()) ? {} : { key: t('rule.wrongKey') }),
    async save(draft) {
      await api.compliance.putRule(fieldsOf(draft))
      say(t('rule.saved', { rule: draft.key }))
      onClose()
    },
  })
  const remove = useCommand(
    async () => {
      await api.compliance.removeRule({ key: rule?.key ?? '' })
      onClose()
    },
    () => t('rule.removed', { rule: rule?.key ?? '' }),
  )
  return (
    <FormDrawer
      title={rule?.key ?? t('rule.add')}
      form={form}
      onClose={onClose}
      more={
        rule?.own && (
          <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
            {rule.shipped ? t('rule.backToShipped') : common('remove')}
          </Button>
        )
      }
      below={rule?.shipped && <Shipped rule={rule} />}
    >
      {rule === null && <TextField form={form} name="key" label={t('rule.key')} required first maxLength={80} />}
      {rule?.shipped && (
        <Checkbox
          size="xs"
          label={t('rule.switchOff')}
          checked={form.values.off}
          onChange={({ currentTarget }) => form.set('off', currentTarget.checked)}
        />
      )}
      <RuleFields form={form} isShipped={rule?.shipped === true} />
    </FormDrawer>
  )
}

function RuleFields({ form, isShipped }: { readonly form: Form<RuleDraft>; readonly isShipped: boolean }) {
  const t = useText('compliance')
  const every = t('rule.every')
  const pick = (name: 'market' | 'category' | 'language' | 'level', data: { value: string; label: string }[]) => (
    <Select
      size="xs"
      label={t(`rule.${name}`)}
      placeholder={name === 'level' && isShipped ? t('rule.asShipped') : every}
      data={data}
      clearable
      value={form.values[name]}
      onChange={(value) => form.set(name, value)}
    />
  )
  return (
    <>
      <TextField form={form} name="terms" label={t('rule.terms')} description={t('rule.termsHint')} lines={3} />
      <FieldPair>
        {pick(
          'level',
          LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
        )}
        {pick(
          'market',
          MARKETS.map((value) => ({ value, label: value })),
        )}
      </FieldPair>
      <FieldPair>
        {pick(
          'category',
          RULE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
        )}
        {pick(
          'language',
          PACK_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
        )}
      </FieldPair>
      <TextField form={form} name="safer" label={t('finding.safer')} />
      <TextField form={form} name="reason" label={t('rule.reason')} lines={2} maxLength={1000} />
      <TextField form={form} name="source" label={t('finding.source')} maxLength={500} />
      <TextField form={form} name="note" label={t('rule.note')} lines={2} />
    </>
  )
}

/** What comes with the app, to compare with and to copy from. */
function Shipped({ rule }: { readonly rule: RuleRow }) {
  const t = useText('compliance')
  const words = useFindingWords()
  return (
    <section>
      <h3>{t('rule.shipped')}</h3>
      <Facts
        facts={[
          [t('rule.level'), words.level(rule)],
          [t('rule.reason'), words.reason(rule)],
          [t('finding.source'), words.source(rule)],
          [t('finding.markets'), words.markets(rule)],
        ]}
      />
      {PACK_LANGUAGES.map((language) => (
        <div key={language}>
          <h4>{t(`language.${language}`)}</h4>
          <p className={classes.terms} lang={language}>
            {(rule.terms[language] ?? []).join(' / ')}
          </p>
        </div>
      ))}
    </section>
  )
}

function draftOf(rule: RuleRow | null): RuleDraft {
  const own = rule?.own
  return {
    key: rule?.key ?? '',
    market: own?.market ?? null,
    category: own?.category ?? null,
    language: own?.language ?? null,
    level: own?.level ?? null,
    terms: (own?.terms ?? []).join('\n'),
    reason: own?.reason ?? '',
    source: own?.source ?? '',
    safer: own?.safer ?? '',
    off: own?.off ?? false,
    note: own?.note ?? '',
  }
}

function fieldsOf(draft: RuleDraft) {
  const terms = draft.terms
    .split(/\n| \/ /)
    .map((term) => term.trim())
    .filter((term) => term !== '')
  const blank = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    key: draft.key.trim(),
    market: draft.market,
    category: draft.category,
    language: draft.language,
    level: LEVELS.find((known) => known === draft.level) ?? null,
    terms: terms.length === 0 ? null : terms,
    reason: blank(draft.reason),
    source: blank(draft.source),
    safer: blank(draft.safer),
    off: draft.off,
    note: blank(draft.note),
  }
}

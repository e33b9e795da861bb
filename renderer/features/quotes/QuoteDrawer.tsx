/** One quote request: its seven answers, what is missing, and the letter to copy, save as PDF and mark as sent. */

import { Divider, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { QuoteRequest } from '../../../shared/contract/quotes'
import { CONTENT_FORMS } from '../../../shared/domain/quotes'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { say } from '../../session/status'
import { CURRENCY_CHOICES } from '../../ui/currencies'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { Letter } from './Letter'
import { fieldsOf, type QuoteDraft, quoteDraft, wrongIn } from './quote-form'

export interface QuoteDrawerProps {
  /** Null: a new one. */
  readonly request: QuoteRequest | null
  readonly shopId: string | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function QuoteDrawer({ request, shopId, onPrevious, onNext, onClose }: QuoteDrawerProps) {
  const t = useText('quotes')
  const shop = useCurrentShop()
  const first = quoteDraft(request, shop?.market ?? '', shop?.currency ?? 'USD')
  const form = useForm<QuoteDraft>({
    initial: first,
    check: (draft) =>
      Object.fromEntries(Object.entries(wrongIn(draft)).map(([field, wrong]) => [field, t(`wrong.${wrong}`)])),
    async save(draft) {
      const creatorId = await creatorOf(draft.handle)
      const fields = { ...fieldsOf(draft, first), creatorId, ...(request === null && { shopId }) }
      const saved = await api.quotes.put({ id: request?.id ?? null, fields })
      say(saved.missing.length === 0 ? t('saved') : t('savedWithout', { count: saved.missing.length }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={request?.handle ?? request?.category ?? t('add')}
      wide
      form={form}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      below={
        request && (
          <>
            <Divider my="md" label={t('letter')} labelPosition="left" />
            <Letter request={request} onRemoved={onClose} />
          </>
        )
      }
    >
      <Fields form={form} />
    </FormDrawer>
  )
}

/** The creator of this handle, if the workspace knows one: an agency may also be asked. */
async function creatorOf(handle: string): Promise<string | null> {
  const wanted = handle.trim().replace(/^@/u, '').toLowerCase()
  if (wanted === '') return null
  const { rows } = await api.creators.list({ search: wanted, limit: 20 })
  return rows.find((row) => row.handle.toLowerCase() === wanted)?.id ?? null
}

function Fields({ form }: { readonly form: Form<QuoteDraft> }) {
  const t = useText('quotes')
  const field = (name: keyof QuoteDraft, lines = 1) => (
    <TextField key={name} form={form} name={name} label={t(`fields.${name}`)} lines={lines} />
  )
  const day = (name: 'fromDay' | 'toDay') => (
    <DayField
      key={name}
      label={t(`fields.${name}`)}
      value={form.values[name]}
      onChange={(value) => form.set(name, value)}
      error={form.errors[name]}
    />
  )
  return (
    <>
      <Whom form={form} />
      <FieldPair>
        <TextField form={form} name="market" label={t('fields.market')} capitals maxLength={2} />
        {field('category')}
      </FieldPair>
      {field('products', 2)}
      <FieldPair>{(['followersFrom', 'followersTo'] as const).map((name) => field(name))}</FieldPair>
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.contentForm')}
          data={CONTENT_FORMS.map((value) => ({ value, label: t(`forms.${value}`) }))}
          allowDeselect={false}
          value={form.values.contentForm}
          onChange={(value) => value && form.set('contentForm', value)}
        />
        {field('contentCount')}
      </FieldPair>
      <FieldPair>{(['fromDay', 'toDay'] as const).map(day)}</FieldPair>
      <FieldPair>
        {field('budget')}
        <Select
          size="xs"
          label={t('fields.currency')}
          data={[...CURRENCY_CHOICES]}
          searchable
          value={form.values.currency}
          onChange={(value) => value && form.set('currency', value)}
        />
      </FieldPair>
      {field('samples')}
      {field('pastCases', 2)}
      {field('note', 2)}
    </>
  )
}

/** Somebody the workspace knows is greeted by name; anybody may be asked. */
function Whom({ form }: { readonly form: Form<QuoteDraft> }) {
  const t = useText('quotes')
  const typed = form.values.handle.trim()
  const handles = useQuery({
    ...orpc.creators.list.queryOptions({ input: { search: typed, limit: 8 } }),
    enabled: typed !== '',
  })
  const isOther =
    typed !== '' && handles.data !== undefined && !handles.data.rows.some(({ handle }) => handle === typed)
  return (
    <TextField
      form={form}
      name="handle"
      label={t('fields.creator')}
      description={isOther ? t('unknownCreator') : t('creatorHint')}
    />
  )
}

/** A change of a rate: before it is written it is told who keeps the old rate until when, and who gets the new one at once. */

import { SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import type { Campaign } from '../../../../shared/contract/campaign-views'
import { rateProblem } from '../../../../shared/domain/campaigns'
import { dayInZone } from '../../../../shared/domain/days'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { useNow } from '../../../session/now'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { parseRate } from '../../../format/rates'
import { RateEffects } from './RateEffects'

const SCOPES = ['all', 'product', 'category'] as const
type Scope = (typeof SCOPES)[number]

interface Bounds {
  readonly min: string | null
  readonly max: string | null
}

interface RateDraft {
  readonly scope: Scope
  readonly productId: string
  readonly category: string
  readonly rate: string
  readonly adsRate: string
  readonly fromDay: string
  readonly note: string
}

const SETTLES_AFTER_MS = 150

export function RateForm({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const t = useText('campaigns')
  const bounds = useBounds(campaign.market)
  const today = dayInZone(useNow(), campaign.timezone)
  const form = useForm<RateDraft>({
    initial: { scope: 'all', productId: '', category: '', rate: '', adsRate: '', fromDay: today, note: '' },
    check: (draft) => {
      const problems = Object.entries(problemsOf(draft, bounds))
      return Object.fromEntries(
        problems.flatMap(([field, problem]) => (problem ? [[field, t(`wrong.${problem}`)]] : [])),
      )
    },
    async save(draft) {
      const change = changeOf(campaign.id, draft)
      if (!change) return
      await api.campaigns.putRate(change)
      say(t('rates.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('rates.changeTitle', { name: campaign.name })}
      form={form}
      saveWord={t('rates.save')}
      onClose={onClose}
      wide
      below={<Effects campaignId={campaign.id} draft={form.values} />}
    >
      <ScopeChoice form={form} campaign={campaign} />
      <FieldPair>
        <TextField form={form} name="rate" label={t('fields.firstRate')} inputMode="decimal" required first />
        <TextField
          form={form}
          name="adsRate"
          label={t('fields.firstAdsRate')}
          title={t('hints.adsRate')}
          inputMode="decimal"
        />
        <DayField
          label={t('rates.from')}
          value={form.values.fromDay}
          onChange={(day) => form.set('fromDay', day)}
          error={form.errors.fromDay}
          required
        />
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} />
    </FormDrawer>
  )
}

/** What is wrong, by field. */
function problemsOf(draft: RateDraft, bounds: Bounds) {
  const wrong = (text: string) => {
    const rate = parseRate(text)
    return rate === null ? 'notPercent' : rateProblem(rate, bounds)
  }
  return {
    rate: wrong(draft.rate),
    adsRate: draft.adsRate.trim() === '' ? null : wrong(draft.adsRate),
    fromDay: draft.fromDay === '' ? 'notADay' : null,
    productId: draft.scope === 'product' && draft.productId === '' ? 'required' : null,
    category: draft.scope === 'category' && draft.category.trim() === '' ? 'required' : null,
  } as const
}

function ScopeChoice({ form, campaign }: { readonly form: Form<RateDraft>; readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const { values, set, errors } = form
  const products = useQuery(orpc.campaigns.products.queryOptions({ input: { campaignId: campaign.id } })).data ?? []
  const categories = [...new Set(products.flatMap(({ category }) => category ?? []))]
  const words = { all: t('rates.everything'), product: t('rates.product'), category: t('rates.category') }
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('rates.scope')}
        value={values.scope}
        onChange={(value) => set('scope', SCOPES.find((scope) => scope === value) ?? 'all')}
        data={SCOPES.map((value) => ({ value, label: words[value] }))}
      />
      {values.scope === 'product' && (
        <Select
          size="xs"
          label={t('rates.product')}
          data={products.map(({ productId, name }) => ({ value: productId, label: name ?? productId }))}
          searchable
          value={values.productId === '' ? null : values.productId}
          onChange={(value) => set('productId', value ?? '')}
          error={errors.productId}
          withAsterisk
        />
      )}
      {values.scope === 'category' && (
        <Select
          size="xs"
          label={t('rates.category')}
          data={categories}
          searchable
          value={values.category === '' ? null : values.category}
          onChange={(value) => set('category', value ?? '')}
          error={errors.category}
          withAsterisk
        />
      )}
    </>
  )
}

/** What the change would mean, as soon as rate and day are there. */
function Effects({ campaignId, draft }: { readonly campaignId: string; readonly draft: RateDraft }) {
  const change = changeOf(campaignId, draft)
  const [settled] = useDebouncedValue(JSON.stringify(change), SETTLES_AFTER_MS)
  const isSettled = change !== null && settled === JSON.stringify(change)
  const preview = useQuery({
    ...orpc.campaigns.previewRate.queryOptions({ input: change ?? { campaignId, rate: 0, fromDay: '2000-01-01' } }),
    enabled: isSettled,
  })
  if (change === null) return null
  return (
    <Answer query={preview}>
      {(effect) => <RateEffects effect={effect} rate={change.rate} fromDay={change.fromDay} />}
    </Answer>
  )
}

function changeOf(campaignId: string, { scope, productId, category, rate, adsRate, fromDay, note }: RateDraft) {
  const points = parseRate(rate)
  const isNamed =
    scope === 'all' || (scope === 'product' && productId !== '') || (scope === 'category' && category !== '')
  if (points === null || points > 10_000 || fromDay === '' || !isNamed) return null
  return {
    campaignId,
    productId: scope === 'product' ? productId : null,
    category: scope === 'category' ? category : null,
    rate: points,
    adsRate: parseRate(adsRate),
    fromDay,
    note: note.trim() === '' ? null : note.trim(),
  }
}

/** What the market allows, percent points as text. */
function useBounds(market: string): Bounds {
  const packs = useQuery(orpc.markets.list.queryOptions({ input: {} })).data ?? []
  const rules = packs.find((pack) => pack.market === market)?.rules ?? []
  const value = (rule: string) => rules.find((row) => row.rule === rule && row.inForce)?.value ?? null
  return { min: value('commissionRateMin'), max: value('commissionRateMax') }
}

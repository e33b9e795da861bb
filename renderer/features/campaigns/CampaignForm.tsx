/** A new campaign, or the plan of one that is there. */

import { Checkbox, Select } from '@mantine/core'

import type { Campaign } from '../../../shared/contract/campaign-views'
import { CAMPAIGN_KINDS, CAMPAIGN_STATES, COLD_START } from '../../../shared/domain/campaigns'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useShops } from '../../session/shops'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import { type CampaignDraft, campaignDraft, fieldsOf, wrongIn } from './campaign-form'
import { parseRate, typedRate } from '../../format/rates'

export interface CampaignFormProps {
  /** Null: a new one. */
  readonly campaign: Campaign | null
  readonly onClose: () => void
  readonly onSaved?: (campaign: Campaign) => void
}

export function CampaignForm({ campaign, onClose, onSaved }: CampaignFormProps) {
  const t = useText('campaigns')
  const { shopId } = usePlace()
  const shops = useShops()
  const first = campaignDraft(campaign, shopId ?? (shops.length === 1 ? (shops[0]?.id ?? '') : ''))
  const currencyOf = (id: string) => campaign?.currency ?? shops.find((shop) => shop.id === id)?.currency ?? 'USD'
  const form = useForm<CampaignDraft>({
    initial: first,
    check: (draft) => {
      const wrong = wrongIn(draft, currencyOf(draft.shopId), campaign === null)
      return Object.fromEntries(Object.entries(wrong).map(([field, word]) => [field, t(`wrong.${word}`)]))
    },
    async save(draft) {
      const rate = parseRate(draft.rate)
      const adsRate = parseRate(draft.adsRate)
      const saved = await api.campaigns.put({
        ...(campaign && { id: campaign.id }),
        fields: fieldsOf(draft, campaign && first, currencyOf(draft.shopId)),
        ...(campaign === null && rate !== null && { rate }),
        ...(campaign === null && adsRate !== null && { adsRate }),
      })
      say(t('saved'))
      onClose()
      onSaved?.(saved)
    },
  })
  return (
    <FormDrawer title={campaign?.name ?? t('add')} form={form} onClose={onClose} wide>
      <TextField form={form} name="name" label={t('fields.name')} required maxLength={200} first />
      {campaign === null && (
        <ShopField
          label={t('fields.shop')}
          value={form.values.shopId}
          onChange={({ id }) => form.set('shopId', id)}
          error={form.errors.shopId}
        />
      )}
      <KindAndState form={form} />
      {campaign === null && <Beginning form={form} />}
      <Rest form={form} currency={currencyOf(form.values.shopId)} />
    </FormDrawer>
  )
}

function KindAndState({ form: { values, set } }: { readonly form: Form<CampaignDraft> }) {
  const t = useText('campaigns')
  return (
    <FieldPair>
      <Select
        size="xs"
        label={t('fields.kind')}
        data={CAMPAIGN_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        allowDeselect={false}
        value={values.kind}
        onChange={(kind) => kind && set('kind', kind)}
      />
      <Select
        size="xs"
        label={t('fields.state')}
        data={CAMPAIGN_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        allowDeselect={false}
        value={values.state}
        onChange={(state) => state && set('state', state)}
      />
    </FieldPair>
  )
}

/** The first rate, and what is usual for a product that nobody knows yet. */
function Beginning({ form }: { readonly form: Form<CampaignDraft> }) {
  const t = useText('campaigns')
  const { rate, adsRate, sampleQuota, days } = COLD_START
  return (
    <>
      <Checkbox
        size="xs"
        label={t('coldStart')}
        description={t('coldStartHint', {
          rate: typedRate(rate),
          adsRate: typedRate(adsRate),
          samples: sampleQuota,
          days,
        })}
        checked={form.values.coldStart}
        onChange={({ currentTarget: { checked } }) => {
          form.set('coldStart', checked)
          if (!checked) return
          form.set('rate', typedRate(rate))
          form.set('adsRate', typedRate(adsRate))
          form.set('sampleQuota', String(sampleQuota))
        }}
      />
      <FieldPair>
        <TextField form={form} name="rate" label={t('fields.firstRate')} inputMode="decimal" />
        <TextField
          form={form}
          name="adsRate"
          label={t('fields.firstAdsRate')}
          title={t('hints.adsRate')}
          inputMode="decimal"
        />
      </FieldPair>
    </>
  )
}

function Rest({ form, currency }: { readonly form: Form<CampaignDraft>; readonly currency: string }) {
  const t = useText('campaigns')
  return (
    <>
      <FieldPair>
        {(['fromDay', 'toDay'] as const).map((name) => (
          <DayField
            key={name}
            label={t(`fields.${name}`)}
            value={form.values[name]}
            onChange={(day) => form.set(name, day)}
            error={form.errors[name]}
          />
        ))}
      </FieldPair>
      <FieldPair>
        <TextField
          form={form}
          name="budget"
          label={t('fields.budget')}
          description={t('hints.budget', { currency })}
          inputMode="decimal"
        />
        <TextField
          form={form}
          name="sampleQuota"
          label={t('fields.sampleQuota')}
          description={t('hints.sampleQuota')}
          inputMode="numeric"
        />
      </FieldPair>
      <FieldPair>
        <TextField form={form} name="owner" label={t('fields.owner')} maxLength={120} />
        <TextField form={form} name="platformId" label={t('fields.platformId')} maxLength={64} />
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

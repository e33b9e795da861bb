/** A sample written down or changed by hand. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Sample } from '../../../../shared/contract/samples'
import { COLLABORATIONS, SAMPLE_KINDS } from '../../../../shared/domain/samples'
import { api, orpc } from '../../../api'
import { CreatorField } from '../../../creator/CreatorField'
import { parseAmount } from '../../../format/money'
import { useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type FieldErrors, useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { ShopField } from '../../../ui/ShopField'
import { TextField } from '../../../ui/TextField'
import classes from '../samples.module.css'
import { COSTS, draftOf, fieldsOf, type SampleDraft, wholeOf } from './sample-form'

export interface SampleFormProps {
  /** Null: a new one. */
  readonly sample: Sample | null
  readonly shopId: string | null
  readonly onClose: () => void
}

export function SampleForm({ sample, shopId, onClose }: SampleFormProps) {
  const t = useText('samples')
  const common = useText('common')
  const shops = useShops()
  const currencyOf = (id: string) => shops.find((shop) => shop.id === id)?.currency ?? 'USD'
  const only = shops.length === 1 ? (shops[0]?.id ?? null) : null
  const initial = draftOf(sample, shopId ?? only, currencyOf(shopId ?? ''))
  const form = useForm<SampleDraft>({
    initial,
    check: (draft) => problemsOf(draft, t, currencyOf(draft.shopId)),
    async save(draft) {
      // A new one is written whole.
      const before = sample === null ? { ...EMPTY, quantity: '1' } : initial
      const fields = fieldsOf(draft, before, currencyOf(draft.shopId))
      await api.samples.put({ ...(sample && { id: sample.id }), fields })
      say(t('form.saved'))
      onClose()
    },
  })
  const { values, errors, set } = form
  return (
    <FormDrawer
      form={form}
      title={t(sample ? 'form.edit' : 'form.add')}
      saveWord={sample ? common('save') : common('add')}
      onClose={onClose}
    >
      <CreatorField
        label={t('fields.handle')}
        none={t('form.creatorNone')}
        value={values.creatorId}
        handle={sample?.handle ?? null}
        onChange={(id) => set('creatorId', id)}
        error={errors.creatorId}
      />
      <ShopField
        label={t('fields.shopId')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={errors.shopId}
      />
      <ProductField form={form} />
      <div className={classes.pair}>
        <TextField form={form} name="variation" label={t('fields.variation')} maxLength={200} />
        <TextField form={form} name="quantity" label={t('fields.quantity')} inputMode="numeric" required />
      </div>
      <Terms form={form} />
      <Delivery form={form} />
    </FormDrawer>
  )
}

function Delivery({ form }: { readonly form: SampleFormState }) {
  const t = useText('samples')
  const { values, set } = form
  return (
    <>
      <TextField form={form} name="recipient" label={t('fields.recipient')} maxLength={200} />
      <TextField form={form} name="phone" label={t('fields.phone')} maxLength={60} />
      <TextField form={form} name="address" label={t('fields.address')} lines={3} maxLength={1000} />
      <TextField form={form} name="orderId" label={t('fields.orderId')} maxLength={64} />
      <div className={classes.pair}>
        <TextField form={form} name="extensionDays" label={t('fields.extensionDays')} inputMode="numeric" />
        <DayField label={t('fields.dueDay')} value={values.dueDay} onChange={(day) => set('dueDay', day)} />
      </div>
      <div className={classes.pair}>
        {COSTS.map((name) => (
          <TextField key={name} form={form} name={name} label={t(`fields.${name}`)} inputMode="decimal" />
        ))}
      </div>
      <TextField form={form} name="note" label={t('fields.note')} lines={3} maxLength={5000} />
    </>
  )
}

const EMPTY: SampleDraft = draftOf(null, null, 'USD')

type SampleFormState = ReturnType<typeof useForm<SampleDraft>>

const PRODUCTS = 500

/** A product of the shop by its name, or any number that is typed. */
function ProductField({ form: { values, errors, set } }: { readonly form: SampleFormState }) {
  const t = useText('samples')
  const { shopId, productId } = values
  const products =
    useQuery({
      ...orpc.products.list.queryOptions({ input: { shopId, limit: PRODUCTS } }),
      enabled: shopId !== '',
    }).data?.rows ?? []
  const known = products.map((product) => ({
    value: product.productId,
    label: product.name ? `${product.name} · ${product.productId}` : product.productId,
  }))
  const own = productId === '' || known.some(({ value }) => value === productId)
  return (
    <Select
      label={t('fields.productName')}
      withAsterisk
      searchable
      data={own ? known : [{ value: productId, label: productId }, ...known]}
      value={productId === '' ? null : productId}
      onSearchChange={(typed) => {
        const number = typed.trim()
        if (/^\d{6,}$/.test(number) && number !== productId) set('productId', number)
      }}
      onChange={(value) => set('productId', value ?? '')}
      error={errors.productId}
    />
  )
}

function Terms({ form }: { readonly form: SampleFormState }) {
  const t = useText('samples')
  const { values, set } = form
  const campaigns =
    useQuery({
      ...orpc.campaigns.names.queryOptions({ input: { shopId: values.shopId } }),
      enabled: values.shopId !== '',
    }).data ?? []
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('fields.kind')}
          data={SAMPLE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={values.kind === '' ? null : values.kind}
          onChange={(kind) => set('kind', kind ?? '')}
        />
        <Select
          label={t('fields.collaboration')}
          data={COLLABORATIONS.map((one) => ({ value: one, label: t(`collaborations.${one}`) }))}
          value={values.collaboration === '' ? null : values.collaboration}
          onChange={(one) => set('collaboration', one ?? '')}
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('fields.campaignId')}
          data={[
            { value: '', label: t('form.noCampaign') },
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={values.campaignId}
          onChange={(id) => set('campaignId', id ?? '')}
        />
        <TextField form={form} name="owner" label={t('fields.owner')} maxLength={120} />
      </div>
    </>
  )
}

function problemsOf(
  draft: SampleDraft,
  t: ReturnType<typeof useText<'samples'>>,
  currency: string,
): FieldErrors<SampleDraft> {
  const quantity = wholeOf(draft.quantity)
  const costs = COSTS.filter((name) => draft[name].trim() !== '' && parseAmount(draft[name], currency) === null)
  return {
    ...(draft.creatorId === '' && { creatorId: t('form.needsCreator') }),
    ...(draft.shopId === '' && { shopId: t('form.needsShop') }),
    ...(draft.productId.trim() === '' && { productId: t('form.needsProduct') }),
    ...((quantity === null || quantity < 1) && { quantity: t('form.quantity') }),
    ...(draft.extensionDays.trim() !== '' &&
      wholeOf(draft.extensionDays) === null && { extensionDays: t('form.quantity') }),
    ...Object.fromEntries(costs.map((name) => [name, t('form.notAnAmount')])),
  }
}

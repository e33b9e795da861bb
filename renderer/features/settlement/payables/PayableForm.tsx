/** A payable: typed, changed; what was agreed to changes its amount with a reason. */

import { Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Payable } from '../../../../shared/contract/payables'
import { isRealDay } from '../../../../shared/domain/days'
import { PAYABLE_KINDS } from '../../../../shared/domain/payables'
import { api, orpc } from '../../../api'
import { CreatorField } from '../../../creator/CreatorField'
import { parseAmount, typedAmount } from '../../../format/money'
import { useText } from '../../../messages/i18n'
import { useToday } from '../../../session/scope'
import { useCurrentShop, useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { CURRENCY_CHOICES } from '../../../ui/currencies'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { ShopField } from '../../../ui/ShopField'
import { TextField } from '../../../ui/TextField'
import { useAgain } from './Standing'

interface Draft {
  readonly shopId: string
  readonly creatorId: string
  readonly contractId: string
  readonly kind: Payable['kind']
  readonly title: string
  readonly amount: string
  readonly currency: string
  readonly dueDay: string
  readonly recoup: boolean
  readonly owner: string
  readonly note: string
  readonly reason: string
  readonly override: string
}

export function PayableForm({ payable, onClose }: { readonly payable: Payable | null; readonly onClose: () => void }) {
  const t = useText('payables')
  const common = useText('common')
  const again = useAgain()
  const shops = useShops()
  const current = useCurrentShop()
  const shop = current ?? (shops.length === 1 ? shops[0] : undefined)
  const today = useToday()
  const form = useForm<Draft>({
    initial: draftOf(payable, { shopId: shop?.id ?? '', currency: shop?.currency ?? 'USD', dueDay: today }),
    check: (draft) => {
      const amount = parseAmount(draft.amount, draft.currency)
      return {
        ...(draft.shopId === '' && { shopId: common('required') }),
        ...((amount === null || amount <= 0) && { amount: t('wrong.amount') }),
        ...(!isRealDay(draft.dueDay) && { dueDay: common('notADay') }),
        ...(isAgreed(payable) &&
          amount !== payable?.amount &&
          draft.reason.trim() === '' && { reason: t('wrong.reason') }),
      }
    },
    async save(draft) {
      await api.payables.put({
        ...(payable && { id: payable.id }),
        fields: fieldsOf(draft, payable),
        reason: draft.reason.trim(),
        override: draft.override.trim(),
      })
      await again()
      say(t('saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={payable ? t('editTitle') : t('new')} form={form} onClose={onClose}>
      <Fields form={form} payable={payable} />
    </FormDrawer>
  )
}

function isAgreed(payable: Payable | null): boolean {
  return payable !== null && payable.state !== 'open'
}

function draftOf(payable: Payable | null, usual: Pick<Draft, 'shopId' | 'currency' | 'dueDay'>): Draft {
  const amount = payable?.amount ?? null
  return {
    shopId: payable?.shopId ?? usual.shopId,
    creatorId: payable?.creatorId ?? '',
    contractId: payable?.contractId ?? '',
    kind: payable?.kind ?? 'flatFee',
    title: payable?.title ?? '',
    amount: payable === null || amount === null ? '' : typedAmount(amount, payable.currency),
    currency: payable?.currency ?? usual.currency,
    dueDay: payable?.dueDay ?? usual.dueDay,
    recoup: payable?.isAdvance ?? true,
    owner: payable?.owner ?? '',
    note: payable?.note ?? '',
    reason: '',
    override: '',
  }
}

/** In the words of the contract; the draft has nothing wrong in it. */
function fieldsOf(draft: Draft, payable: Payable | null) {
  const orNull = (text: string) => text.trim() || null
  return {
    shopId: draft.shopId,
    creatorId: orNull(draft.creatorId),
    contractId: orNull(draft.contractId),
    campaignId: payable?.campaignId ?? null,
    kind: draft.kind,
    title: orNull(draft.title),
    amount: parseAmount(draft.amount, draft.currency) ?? 0,
    currency: draft.currency,
    dueDay: draft.dueDay,
    month: payable?.month ?? null,
    recoup: draft.kind === 'advance' && draft.recoup,
    owner: orNull(draft.owner),
    note: orNull(draft.note),
  }
}

function Fields({ form, payable }: { readonly form: Form<Draft>; readonly payable: Payable | null }) {
  const t = useText('payables')
  const { values, set } = form
  return (
    <>
      {!isAgreed(payable) && <Whose form={form} handle={payable?.handle ?? null} />}
      {values.creatorId !== '' && values.shopId !== '' && <ContractField form={form} />}
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.kind')}
          disabled={isAgreed(payable)}
          data={PAYABLE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', PAYABLE_KINDS.find((kind) => kind === value) ?? 'other')}
          allowDeselect={false}
        />
        <TextField form={form} name="title" label={t('fields.title')} maxLength={200} />
      </FieldPair>
      <MoneyFields form={form} isAgreed={isAgreed(payable)} />
      {values.kind === 'advance' && !isAgreed(payable) && (
        <Checkbox
          size="xs"
          label={t('fields.recoup')}
          checked={values.recoup}
          onChange={({ currentTarget }) => set('recoup', currentTarget.checked)}
        />
      )}
      <FieldPair>
        <TextField form={form} name="owner" label={t('fields.owner')} maxLength={80} />
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} lines={2} maxLength={5000} />
      {isAgreed(payable) && <TextField form={form} name="reason" label={t('fields.reason')} maxLength={500} />}
      {isAgreed(payable) && values.kind === 'advance' && (
        <TextField form={form} name="override" label={t('fields.override')} lines={2} maxLength={500} />
      )}
    </>
  )
}

/** Shop and creator: once it was agreed to, it stays theirs. */
function Whose({ form, handle }: { readonly form: Form<Draft>; readonly handle: string | null }) {
  const t = useText('payables')
  const { values, errors, set } = form
  return (
    <>
      <ShopField
        label={t('fields.shop')}
        value={values.shopId}
        onChange={({ id, currency }) => {
          set('shopId', id)
          set('currency', currency)
        }}
        error={errors.shopId}
      />
      <CreatorField
        label={t('fields.creator')}
        none={t('fields.nobody')}
        value={values.creatorId}
        handle={handle}
        onChange={(id) => {
          set('creatorId', id)
          set('contractId', '')
        }}
        error={errors.creatorId}
      />
    </>
  )
}

function MoneyFields({ form, isAgreed: fixed }: { readonly form: Form<Draft>; readonly isAgreed: boolean }) {
  const t = useText('payables')
  const { values, errors, set } = form
  return (
    <FieldPair>
      <TextField form={form} name="amount" label={t('fields.amount')} inputMode="decimal" required />
      <Select
        size="xs"
        label={t('fields.currency')}
        disabled={fixed}
        data={CURRENCY_CHOICES}
        value={values.currency}
        onChange={(value) => value && set('currency', value)}
        allowDeselect={false}
        searchable
      />
      <DayField
        label={t('fields.dueDay')}
        value={values.dueDay}
        onChange={(day) => set('dueDay', day)}
        error={errors.dueDay}
        required
      />
    </FieldPair>
  )
}

/** The paper that it is paid on: one of the creator's with the shop. */
function ContractField({ form }: { readonly form: Form<Draft> }) {
  const t = useText('payables')
  const { shopId, creatorId, contractId } = form.values
  const { data } = useQuery(orpc.contracts.list.queryOptions({ input: { shopId, creatorId } }))
  const rows = data?.rows ?? []
  return (
    <Select
      size="xs"
      label={t('fields.contract')}
      data={[
        { value: '', label: t('fields.noContract') },
        ...rows.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      value={contractId}
      onChange={(id) => form.set('contractId', id ?? '')}
      allowDeselect={false}
    />
  )
}

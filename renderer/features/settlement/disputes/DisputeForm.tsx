/** A dispute as it begins: whose, over which month, and what the creator says is missing. */

import type { Dispute } from '../../../../shared/contract/statements'
import { api } from '../../../api'
import { CreatorField } from '../../../creator/CreatorField'
import { parseAmount, typedAmount } from '../../../format/money'
import { useText } from '../../../messages/i18n'
import { useCurrentShop, useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { ShopField } from '../../../ui/ShopField'
import { TextField } from '../../../ui/TextField'

/** What a dispute over a statement is about. */
export interface About {
  readonly shopId: string
  readonly creatorId: string
  readonly creator: string
  readonly month: string | null
  readonly statementId: string | null
  readonly currency: string
}

export interface DisputeFormProps {
  /** Null: the form asks. */
  readonly about: About | null
  /** The one that is edited; left out for a new one. */
  readonly dispute?: Dispute
  readonly onClose: () => void
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/u

interface Draft {
  readonly shopId: string
  readonly creatorId: string
  readonly month: string
  readonly title: string
  readonly claimed: string
  readonly note: string
}

export function DisputeForm({ about, dispute, onClose }: DisputeFormProps) {
  const t = useText('statements')
  const form = useDisputeForm({ about, onClose, ...(dispute && { dispute }) })
  return (
    <FormDrawer
      title={t(dispute ? 'form.editTitle' : 'form.title', { creator: about === null ? '' : `@${about.creator}` })}
      onClose={onClose}
      form={form.form}
    >
      {about === null && <Whose form={form.form} />}
      <TextField
        form={form.form}
        name="title"
        label={t('disputes.subject')}
        placeholder={t('form.example')}
        required
        first
      />
      <FieldPair>
        <TextField form={form.form} name="month" label={t('disputes.month')} placeholder="2026-01" />
        <TextField
          form={form.form}
          name="claimed"
          label={t('form.claimed', { currency: form.currency })}
          inputMode="decimal"
        />
      </FieldPair>
      <TextField form={form.form} name="note" label={t('form.note')} lines={3} />
    </FormDrawer>
  )
}

function Whose({ form: { values, errors, set } }: { readonly form: Form<Draft> }) {
  const t = useText('statements')
  return (
    <>
      <ShopField
        label={t('disputes.shop')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={errors.shopId}
      />
      <CreatorField
        label={t('columns.creator')}
        none={t('form.nobody')}
        value={values.creatorId}
        handle={null}
        onChange={(id) => set('creatorId', id)}
        error={errors.creatorId}
      />
    </>
  )
}

function useDisputeForm({ about, dispute, onClose }: DisputeFormProps) {
  const t = useText('statements')
  const shops = useShops()
  const shop = useCurrentShop()
  const currencyOf = (shopId: string): string =>
    shops.find(({ id }) => id === shopId)?.currency ?? about?.currency ?? 'USD'
  const form = useForm<Draft>({
    initial: {
      shopId: about?.shopId ?? shop?.id ?? '',
      creatorId: about?.creatorId ?? '',
      month: about?.month ?? '',
      title: dispute?.title ?? '',
      claimed: typeof dispute?.claimed === 'number' ? typedAmount(dispute.claimed, dispute.currency) : '',
      note: dispute?.note ?? '',
    },
    check: ({ shopId, creatorId, title, month, claimed }) => ({
      ...(shopId === '' && { shopId: t('form.required') }),
      ...(creatorId === '' && { creatorId: t('form.required') }),
      ...(title.trim() === '' && { title: t('form.required') }),
      ...(month !== '' && !MONTH.test(month) && { month: t('form.notAMonth') }),
      ...(claimed.trim() !== '' &&
        parseAmount(claimed, currencyOf(shopId)) === null && { claimed: t('form.notAnAmount') }),
    }),
    async save({ shopId, creatorId, month, title, claimed, note }) {
      await api.statements.putDispute({
        ...(dispute && { id: dispute.id }),
        fields: {
          shopId,
          creatorId,
          month: month === '' ? null : month,
          statementId: about?.statementId ?? null,
          title,
          claimed: claimed.trim() === '' ? null : parseAmount(claimed, currencyOf(shopId)),
          note: note.trim() === '' ? null : note,
        },
      })
      say(t(dispute ? 'form.changed' : 'form.saved'))
      onClose()
    },
  })
  return { form, currency: currencyOf(form.values.shopId) }
}

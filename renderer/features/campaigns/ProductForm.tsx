/** One product in a campaign: how many samples it may take, and what to know. */

import type { Campaign, CampaignProduct } from '../../../shared/contract/campaign-views'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

export interface ProductFormProps {
  readonly campaign: Campaign
  readonly product: CampaignProduct
  readonly onClose: () => void
}

export function ProductForm({ campaign, product, onClose }: ProductFormProps) {
  const t = useText('campaigns')
  const form = useForm({
    initial: { sampleQuota: String(product.sampleQuota ?? ''), note: product.note ?? '' },
    check: ({ sampleQuota }) =>
      sampleQuota.trim() === '' || /^\d{1,6}$/u.test(sampleQuota.trim()) ? {} : { sampleQuota: t('wrong.notCount') },
    async save({ sampleQuota, note }) {
      await api.campaigns.putProducts({
        campaignId: campaign.id,
        products: [product.productId],
        sampleQuota: sampleQuota.trim() === '' ? null : Number(sampleQuota),
        note: note.trim() === '' ? null : note.trim(),
      })
      say(t('products.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={product.name ?? product.productId} form={form} onClose={onClose}>
      <TextField form={form} name="sampleQuota" label={t('products.quota')} inputMode="numeric" first />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

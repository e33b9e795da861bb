/** A product typed by hand, before any list or order names it. */

import type { Product } from '../../../shared/contract/products'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { useLikelyShop } from '../../session/shops'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'

export function AddProduct({ onClose }: { readonly onClose: () => void }) {
  const t = useText('products')
  const common = useText('common')
  const shop = useLikelyShop()
  const form = useForm({
    initial: { shopId: shop?.id ?? '', productId: '', name: '', category: '', brand: '', note: '' },
    check: ({ shopId, productId, name }) => ({
      ...(shopId === '' && { shopId: common('required') }),
      ...(productId.trim() === '' && { productId: common('required') }),
      ...(name.trim() === '' && { name: common('required') }),
    }),
    async save({ shopId, productId, ...texts }) {
      const fields = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim() || null]))
      await api.records.put({
        entity: 'products',
        // One that was archived comes back.
        fields: { shopId, productId: productId.trim(), archived: false, ...fields },
      })
      say(t('added', { name: texts.name.trim() }))
      onClose()
    },
  })
  const field = (name: keyof Pick<Product, 'category' | 'brand'>) => (
    <TextField form={form} name={name} label={t(`fields.${name}`)} />
  )
  return (
    <FormDrawer title={t('addTitle')} form={form} onClose={onClose}>
      <ShopField
        label={t('fields.shop')}
        value={form.values.shopId}
        onChange={({ id }) => form.set('shopId', id)}
        error={form.errors.shopId}
      />
      <TextField form={form} name="productId" label={t('fields.productId')} inputMode="numeric" required first />
      <TextField form={form} name="name" label={t('fields.name')} required />
      <FieldPair>
        {field('category')}
        {field('brand')}
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

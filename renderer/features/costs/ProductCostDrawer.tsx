/** What a piece of one product costs from a day on; an earlier day keeps the cost it had. */

import { Button } from '@mantine/core'

import type { ProductCost } from '../../../shared/contract/costs'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useToday } from '../../session/scope'
import { useCurrentShop, useShops } from '../../session/shops'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { type ProductCostDraft, productCostDraft, productCostFields, wrongInProductCost } from './cost-form'
import { useWrongTexts } from './use-wrong'

export interface ProductCostDrawerProps {
  readonly cost: ProductCost | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function ProductCostDrawer({ cost, ...drawer }: ProductCostDrawerProps) {
  const t = useText('costs')
  const texts = useWrongTexts()
  const { target } = usePlace()
  const shops = useShops()
  const current = useCurrentShop()
  const shop = current ?? shops.find(({ id }) => id === target?.shop)
  const books = useWorkspace()?.currency ?? 'USD'
  const today = useToday()
  const form = useForm<ProductCostDraft>({
    initial: productCostDraft(cost, shop?.id ?? '', target?.product ?? '', shop?.currency ?? books, today),
    check: (draft) => texts(wrongInProductCost(draft), draft.currency),
    async save(draft) {
      await api.costs.putProductCost({ ...(cost && { id: cost.id }), fields: productCostFields(draft) })
      say(t('saved'))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer
      {...drawer}
      title={cost?.productName ?? cost?.productId ?? t('newProduct')}
      form={form}
      more={cost && <Remove cost={cost} onDone={drawer.onClose} />}
    >
      <Fields form={form} />
    </FormDrawer>
  )
}

function Fields({ form }: { readonly form: Form<ProductCostDraft> }) {
  const { values, errors, set } = form
  const t = useText('costs')
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
      <TextField form={form} name="productId" label={t('fields.product')} inputMode="numeric" required />
      <FieldPair>
        <TextField form={form} name="unitCost" label={t('fields.unitCost')} inputMode="decimal" required />
        <TextField form={form} name="currency" label={t('fields.currency')} maxLength={3} required capitals />
      </FieldPair>
      <DayField
        label={t('fields.fromDay')}
        value={values.fromDay}
        onChange={(day) => set('fromDay', day)}
        error={errors.fromDay}
        required
      />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ cost, onDone }: { readonly cost: ProductCost; readonly onDone: () => void }) {
  const t = useText('costs')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.costs.removeProductCost({ id: cost.id })
      onDone()
    },
    () => t('removed'),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

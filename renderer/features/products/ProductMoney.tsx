/** How a product's price and its cost went: dated rows with a small line, and the next one to set. */

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'

import type { Product, ProductPrice } from '../../../shared/contract/products'
import { isRealDay } from '../../../shared/domain/days'
import { api } from '../../api'
import { Sparkline } from '../../creator/Sparkline'
import { parseAmount } from '../../format/money'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { DASH } from '../../ui/dash'
import { DayField } from '../../ui/DayField'
import { ErrorLine } from '../../ui/ErrorState'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { SmallTable } from '../../ui/SmallTable'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { Quiet } from './ProductParts'

interface PriceHistoryProps {
  readonly product: Product
  /** Newest first. */
  readonly prices: readonly ProductPrice[]
}

export function PriceHistory({ product, prices }: PriceHistoryProps) {
  const t = useText('products')
  const format = useFormat()
  const columns = [
    { title: t('dated.from') },
    { title: t('dated.sku') },
    { title: t('dated.price'), figure: true },
    { title: '' },
  ]
  return (
    <>
      {prices.length === 0 ? (
        <Quiet>{t('noPrices')}</Quiet>
      ) : (
        <>
          <Line product={product} amounts={prices.map(({ price, fromDay }) => ({ amount: price, fromDay }))} />
          <SmallTable
            label={t('sections.prices')}
            columns={columns}
            rows={prices.map((price) => ({
              key: price.id,
              cells: [
                format.day(price.fromDay),
                price.skuId === '*' ? t('dated.whole') : price.skuId,
                format.money(price.price, price.currency),
                price.fromList ? t('dated.list') : <RemovePrice key="remove" price={price} />,
              ],
            }))}
          />
        </>
      )}
      <SetAmount
        product={product}
        word={t('addPrice')}
        label={t('dated.price')}
        save={async (price, fromDay) => {
          await api.products.setPrice({ shopId: product.shopId, productId: product.productId, price, fromDay })
          say(t('priceSaved', { day: format.day(fromDay) }))
        }}
      />
    </>
  )
}

function RemovePrice({ price }: { readonly price: ProductPrice }) {
  const t = useText('products')
  const format = useFormat()
  const remove = useCommand(
    () => api.products.removePrice({ id: price.id }),
    () => t('priceRemoved'),
  )
  const word = t('removePrice', { day: format.day(price.fromDay) })
  return (
    <Tooltip label={word}>
      <ActionIcon aria-label={word} loading={remove.busy} onClick={() => remove.run()}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

interface CostHistoryProps {
  readonly product: Product
  /** Newest first; an amount that the role does not see is null. */
  readonly costs: readonly {
    readonly id: string
    readonly fromDay: string
    readonly unitCost: number | null
    readonly currency: string
    readonly note: string | null
  }[]
}

export function CostHistory({ product, costs }: CostHistoryProps) {
  const t = useText('products')
  const format = useFormat()
  if (costs.some(({ unitCost }) => unitCost === null)) return <Quiet>{t('hidden')}</Quiet>
  const amounts = costs.flatMap(({ unitCost, fromDay }) => (unitCost === null ? [] : [{ amount: unitCost, fromDay }]))
  return (
    <>
      {costs.length === 0 ? (
        <Quiet>{t('noCosts')}</Quiet>
      ) : (
        <>
          <Line product={product} amounts={amounts} />
          <SmallTable
            label={t('sections.costs')}
            columns={[
              { title: t('dated.from') },
              { title: t('dated.cost'), figure: true },
              { title: t('fields.note') },
            ]}
            rows={costs.map(({ id, fromDay, unitCost, currency, note }) => ({
              key: id,
              cells: [format.day(fromDay), unitCost === null ? DASH : format.money(unitCost, currency), note ?? ''],
            }))}
          />
        </>
      )}
      <SetAmount
        product={product}
        word={t('addCost')}
        label={t('dated.cost')}
        save={async (unitCost, fromDay) => {
          const { shopId, productId, currency } = product
          await api.costs.putProductCost({ fields: { shopId, productId, currency, unitCost, fromDay } })
          say(t('costSaved', { day: format.day(fromDay) }))
        }}
      />
    </>
  )
}

interface LineProps {
  readonly product: Product
  /** Newest first. */
  readonly amounts: readonly { readonly amount: number; readonly fromDay: string }[]
}

/** Needs two amounts to be a line. */
function Line({ product, amounts }: LineProps) {
  const t = useText('products')
  const format = useFormat()
  const [newest] = amounts
  const oldest = amounts.at(-1)
  if (amounts.length < 2 || !newest || !oldest) return null
  const label = t('dated.chart', {
    first: format.day(oldest.fromDay),
    last: format.day(newest.fromDay),
    now: format.money(newest.amount, product.currency),
  })
  return (
    <Group gap="xs">
      <Sparkline values={amounts.map(({ amount }) => amount).toReversed()} label={label} />
      <Quiet>{label}</Quiet>
    </Group>
  )
}

interface SetAmountProps {
  readonly product: Product
  readonly word: string
  readonly label: string
  readonly save: (amount: number, fromDay: string) => Promise<void>
}

/** A small form of its own: opened by its button, closed by what it saves. */
function SetAmount({ product, word, label, save }: SetAmountProps) {
  const [open, setOpen] = useState(false)
  return open ? (
    <AmountForm product={product} word={word} label={label} save={save} onDone={() => setOpen(false)} />
  ) : (
    <Button variant="default" mt="xs" onClick={() => setOpen(true)}>
      {word}
    </Button>
  )
}

function AmountForm({ product, word, label, save, onDone }: SetAmountProps & { readonly onDone: () => void }) {
  const t = useText('products')
  const common = useText('common')
  const form = useForm({
    initial: { amount: '', fromDay: useToday() },
    check: ({ amount, fromDay }) => {
      const parsed = parseAmount(amount, product.currency)
      return {
        ...((parsed === null || parsed < 0) && { amount: common('notAnAmount', { digits: 2 }) }),
        ...(!isRealDay(fromDay) && { fromDay: common('notADay') }),
      }
    },
    async save({ amount, fromDay }) {
      await save(parseAmount(amount, product.currency) ?? 0, fromDay)
      onDone()
    },
  })
  return (
    <>
      <FieldPair>
        <TextField
          form={form}
          name="amount"
          label={`${label} (${product.currency})`}
          inputMode="decimal"
          required
          first
        />
        <DayField
          label={t('dated.from')}
          value={form.values.fromDay}
          onChange={(day) => form.set('fromDay', day)}
          error={form.errors.fromDay}
          required
        />
      </FieldPair>
      {form.failure !== null && <ErrorLine error={form.failure} />}
      <Group gap="xs" mt="xs">
        <Button onClick={form.submit} loading={form.busy}>
          {word}
        </Button>
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
      </Group>
    </>
  )
}

/** One product: its words, its SKUs, how price and cost went, what lists say, who changed what. */

import { Button, Divider, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Product } from '../../../shared/contract/products'
import { CLAIM_RISKS } from '../../../shared/domain/products'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { Facts } from '../../ui/Facts'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { ListFigures, Skus } from './ProductParts'
import { CostHistory, PriceHistory } from './ProductMoney'

export interface ProductDrawerProps {
  readonly product: Product
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

const TEXTS = ['name', 'category', 'brand', 'status', 'imageUrl', 'note'] as const
type Draft = Record<(typeof TEXTS)[number] | 'claimRisk', string>

export function ProductDrawer({ product, ...drawer }: ProductDrawerProps) {
  const t = useText('products')
  const history = useText('lists')
  const name = product.name ?? product.productId
  const form = useForm<Draft>({
    initial: {
      name: product.name ?? '',
      category: product.category ?? '',
      brand: product.brand ?? '',
      status: product.status ?? '',
      imageUrl: product.imageUrl ?? '',
      note: product.note ?? '',
      claimRisk: product.claimRisk ?? '',
    },
    check: () => ({}),
    async save(draft) {
      const fields = Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, text.trim() || null]))
      await api.records.put({ entity: 'products', id: product.id, fields })
      say(t('saved', { name }))
      drawer.onClose()
    },
  })
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  return (
    <FormDrawer
      {...drawer}
      wide
      title={name}
      form={form}
      more={<Actions product={product} onDone={drawer.onClose} />}
      below={
        <>
          <Behind product={product} />
          <Divider my="md" label={history('history.title')} labelPosition="left" />
          <RecordHistory entity="products" id={product.id} fields={fields} />
        </>
      }
    >
      <What product={product} form={form} />
    </FormDrawer>
  )
}

function What({ product, form }: { readonly product: Product; readonly form: Form<Draft> }) {
  const t = useText('products')
  const format = useFormat()
  const field = (name: (typeof TEXTS)[number], lines = 1) => (
    <TextField form={form} name={name} label={t(`fields.${name}`)} lines={lines} />
  )
  const { price, priceBand: band, currency, free, reserved } = product
  return (
    <>
      <Facts
        facts={[
          [t('fields.productId'), product.productId],
          [t('fields.shop'), product.shopName],
          [t('fields.price'), price === null ? null : format.money(price, currency)],
          [
            t('fields.priceBand'),
            band && t('bandOf', { from: format.money(band.from, currency), to: format.money(band.to, currency) }),
          ],
          [t('fields.free'), free === null ? null : format.count(free)],
          [t('fields.reserved'), format.count(reserved)],
        ]}
      />
      {field('name')}
      <FieldPair>
        {field('category')}
        {field('brand')}
      </FieldPair>
      <FieldPair>
        {field('status')}
        <Select
          size="xs"
          clearable
          label={t('fields.claimRisk')}
          data={CLAIM_RISKS.map((value) => ({ value, label: t(`risks.${value}`) }))}
          value={form.values.claimRisk || null}
          onChange={(value) => form.set('claimRisk', value ?? '')}
        />
      </FieldPair>
      {field('imageUrl')}
      {field('note', 2)}
    </>
  )
}

/** What is asked for only when somebody looks: SKUs, dated prices and costs, figures of lists. */
function Behind({ product }: { readonly product: Product }) {
  const t = useText('products')
  const { shopId, productId } = product
  const query = useQuery(orpc.products.detail.queryOptions({ input: { shopId, productId } }))
  const head = (name: 'prices' | 'costs' | 'skus' | 'figures') => (
    <Divider my="md" label={t(`sections.${name}`)} labelPosition="left" />
  )
  return (
    <Answer query={query}>
      {({ skus, prices, costs, figures }) => (
        <>
          {head('prices')}
          <PriceHistory product={product} prices={prices} />
          {head('costs')}
          <CostHistory product={product} costs={costs} />
          {head('skus')}
          <Skus skus={skus} />
          {head('figures')}
          <ListFigures figures={figures} />
        </>
      )}
    </Answer>
  )
}

function Actions({ product, onDone }: { readonly product: Product; readonly onDone: () => void }) {
  const t = useText('products')
  const { id, archived, productId } = product
  const name = product.name ?? productId
  const archive = useCommand(
    async () => {
      await api.records.put({ entity: 'products', id, fields: { archived: !archived } })
      onDone()
    },
    () => t(archived ? 'unarchivedDone' : 'archivedDone', { name }),
  )
  return (
    <>
      <Button variant="default" onClick={() => goTo('roi', { product: productId })}>
        {t('figures')}
      </Button>
      <Button variant="default" loading={archive.busy} onClick={() => archive.run()}>
        {t(archived ? 'unarchive' : 'archive')}
      </Button>
    </>
  )
}

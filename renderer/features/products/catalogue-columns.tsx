/** What the catalogue shows of a product, and which cells are written where. */

import { useMemo } from 'react'

import type { Product } from '../../../shared/contract/products'
import { CLAIM_RISKS } from '../../../shared/domain/products'
import { useFormat } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import type { CellEdit } from '../../grid/edit'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { DASH } from '../../ui/dash'
import { StateMark } from '../../ui/StateMark'

const BASIS_POINTS = 10_000

type Columns = readonly GridColumn<Product>[]

export function useCatalogueColumns(): Columns {
  const t = useText('products')
  const what = useWhatColumns()
  const money = useMoneyColumns()
  const samples = useSampleColumns()
  return useMemo(
    (): Columns => [
      // What is pasted for new products first, then what is decided by, then the rest.
      ...what.slice(0, 2),
      ...money,
      ...samples,
      ...what.slice(2),
      {
        id: 'imageUrl',
        title: t('fields.imageUrl'),
        kind: 'text',
        value: ({ imageUrl }) => imageUrl,
        edit: cell('imageUrl'),
        hidden: true,
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: ({ note }) => note, width: 240, edit: cell('note') },
    ],
    [t, what, money, samples],
  )
}

function cell(field: string): CellEdit<Product> {
  return { entity: 'products', field, id: (product) => product.id, as: 'text' }
}

/** A text that people write in the cell and sort things by. */
function sortedBy(field: 'category' | 'brand' | 'status', title: string, width: number): GridColumn<Product> {
  return {
    id: field,
    title,
    kind: 'text',
    value: (row) => row[field],
    width,
    edit: cell(field),
    field: { kind: 'choice' },
  }
}

function useWhatColumns(): Columns {
  const t = useText('products')
  return useMemo((): Columns => {
    const risks: Readonly<Record<string, string>> = t('risks', { returnObjects: true })
    const choices = CLAIM_RISKS.map((value) => ({ value, label: risks[value] ?? value }))
    return [
      {
        id: 'name',
        title: t('fields.name'),
        kind: 'text',
        value: ({ name, productId }) => name ?? productId,
        width: 240,
        edit: { ...cell('name'), text: ({ name }) => name ?? '' },
      },
      {
        id: 'productId',
        title: t('fields.productId'),
        kind: 'text',
        value: ({ productId }) => productId,
        width: 160,
        // Only a new row has an id to choose.
        edit: { ...cell('productId'), locked: () => t('fields.productId') },
      },
      {
        id: 'shop',
        title: t('fields.shop'),
        kind: 'text',
        value: ({ shopName }) => shopName,
        width: 140,
        field: { kind: 'choice' },
      },
      sortedBy('category', t('fields.category'), 140),
      sortedBy('brand', t('fields.brand'), 120),
      sortedBy('status', t('fields.status'), 110),
      {
        id: 'claimRisk',
        title: t('fields.claimRisk'),
        kind: 'choice',
        words: risks,
        value: ({ claimRisk }) => claimRisk,
        edit: { ...cell('claimRisk'), as: 'choice', choices },
      },
    ]
  }, [t])
}

function useMoneyColumns(): Columns {
  const t = useText('products')
  const format = useFormat()
  const today = useToday()
  return useMemo((): Columns => {
    const key = ({ shopId, productId, currency }: Product) => ({ shopId, productId, currency, fromDay: today })
    return [
      {
        id: 'price',
        title: t('fields.price'),
        hint: t('hints.price'),
        kind: 'money',
        value: ({ price }) => price,
        currency: ({ currency }) => currency,
        edit: {
          entity: 'productPrices',
          field: 'price',
          id: () => null,
          key: (product) => ({ ...key(product), skuId: '*', listId: null }),
          as: 'money',
          locked: ({ price, highestPrice }) => (price === highestPrice ? null : t('bySku')),
        },
      },
      {
        id: 'priceBand',
        title: t('fields.priceBand'),
        kind: 'text',
        value: ({ priceBand: band, currency }) =>
          band && t('bandOf', { from: format.money(band.from, currency), to: format.money(band.to, currency) }),
        width: 132,
        field: { kind: 'choice' },
        hidden: true,
      },
      {
        id: 'unitCost',
        title: t('fields.unitCost'),
        hint: t('hints.unitCost'),
        kind: 'money',
        value: ({ unitCost }) => unitCost,
        currency: ({ currency }) => currency,
        edit: { entity: 'productCosts', field: 'unitCost', id: ({ costToday }) => costToday, key, as: 'money' },
      },
      {
        id: 'margin',
        title: t('fields.margin'),
        hint: t('hints.margin'),
        kind: 'percent',
        value: ({ margin }) => (margin === null ? null : margin / BASIS_POINTS),
      },
    ]
  }, [t, format, today])
}

function useSampleColumns(): Columns {
  const t = useText('products')
  return useMemo((): Columns => {
    const pieces = (
      id: 'skus' | 'listedStock' | 'onHand' | 'reserved' | 'free' | 'claims',
      width: number,
      more: Partial<GridColumn<Product>> = {},
    ): GridColumn<Product> => ({
      id,
      title: t(`fields.${id}`),
      kind: 'number',
      value: (row) => row[id],
      width,
      ...more,
    })
    return [
      pieces('skus', 72),
      pieces('listedStock', 104, { hint: t('hints.listedStock') }),
      pieces('onHand', 128, { hidden: true }),
      pieces('reserved', 128, { hidden: true }),
      pieces('free', 148, { hint: t('hints.free'), render: (product) => <Free product={product} /> }),
      pieces('claims', 148, { hint: t('hints.claims'), render: (product) => <Claims product={product} /> }),
    ]
  }, [t])
}

function Free({ product: { free, isShort } }: { readonly product: Product }) {
  const t = useText('products')
  const format = useFormat()
  if (free === null) return DASH
  if (free < 0) return <StateMark tone="bad">{format.count(free)}</StateMark>
  return isShort ? <StateMark tone="watch">{`${format.count(free)} · ${t('short')}`}</StateMark> : format.count(free)
}

function Claims({ product: { claims, unproven } }: { readonly product: Product }) {
  const t = useText('products')
  const format = useFormat()
  if (unproven === 0) return format.count(claims)
  return <StateMark tone="watch">{`${format.count(claims)} · ${t('unproven', { count: unproven })}`}</StateMark>
}

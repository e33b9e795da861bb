/** What stands behind a product and is only read: its SKUs, and what imported lists say of it. */

import { Text } from '@mantine/core'

import type { ProductFigures, ProductSku } from '../../../shared/contract/products'
import type { FigureKind } from '../../../shared/domain/list-cells'
import { isPlatformListKind } from '../../../shared/domain/platform-lists/kinds'
import { PRODUCT_FIGURE_NAMES, PRODUCT_FIGURES } from '../../../shared/domain/product-figures'
import { type Format, useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { BASIS_POINTS } from '../../grid/fields'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'

export function Skus({ skus }: { readonly skus: readonly ProductSku[] }) {
  const t = useText('products')
  const format = useFormat()
  if (skus.length === 0) return <Quiet>{t('noSkus')}</Quiet>
  const count = (value: number | null): string => (value === null ? DASH : format.count(value))
  return (
    <SmallTable
      label={t('sections.skus')}
      columns={[
        { title: t('sku.seller') },
        { title: t('sku.variation') },
        { title: t('sku.id') },
        { title: t('sku.barcode') },
        { title: t('sku.weight'), figure: true },
        { title: t('sku.stock'), figure: true },
      ]}
      rows={skus.map(({ id, skuId, sellerSku, variation, barcode, weightGrams, listedStock }) => ({
        key: id,
        cells: [sellerSku ?? DASH, variation ?? DASH, skuId, barcode ?? DASH, count(weightGrams), count(listedStock)],
      }))}
    />
  )
}

/** The newest list first; figures in the order of the platform's lists. */
export function ListFigures({ figures }: { readonly figures: readonly ProductFigures[] }) {
  const t = useText('products')
  const lists = useText('platformLists')
  const format = useFormat()
  if (figures.length === 0) return <Quiet>{t('noFigures')}</Quiet>
  const rows = figures.flatMap(({ values, source, currency, periodFrom, periodTo }, list) =>
    PRODUCT_FIGURE_NAMES.flatMap((name) => {
      const value = values[name]
      if (value === undefined) return []
      const period = periodFrom === null || periodTo === null ? DASH : format.period(periodFrom, periodTo)
      return [
        {
          key: `${list} ${name}`,
          cells: [
            lists(`figure.${name}`),
            figureText(PRODUCT_FIGURES[name], value, currency, format),
            isPlatformListKind(source) ? lists(`kind.${source}`) : source,
            period,
          ],
        },
      ]
    }),
  )
  return (
    <SmallTable
      label={t('sections.figures')}
      columns={[
        { title: t('figure.name') },
        { title: t('figure.value'), figure: true },
        { title: t('figure.source') },
        { title: t('figure.period') },
      ]}
      rows={rows}
    />
  )
}

function figureText(kind: FigureKind, value: number, currency: string | null, format: Format): string {
  if (kind === 'money') return currency === null ? DASH : format.money(value, currency)
  return kind === 'ratio' ? format.percent(value / BASIS_POINTS, 2) : format.count(value)
}

export function Quiet({ children }: { readonly children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  )
}

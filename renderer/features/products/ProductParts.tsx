/** What stands behind a product and is only read: its SKUs, and what imported lists say of it. */

import { Text } from '@mantine/core'

import type { ProductFigures, ProductSku } from '../../../shared/contract/products'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
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

/** The newest list first; figures by their names as lists have them. */
export function ListFigures({ figures }: { readonly figures: readonly ProductFigures[] }) {
  const t = useText('products')
  const format = useFormat()
  if (figures.length === 0) return <Quiet>{t('noFigures')}</Quiet>
  const rows = figures.flatMap(({ values, source, periodFrom, periodTo }, list) =>
    Object.entries(values).map(([name, value]) => ({
      key: `${list} ${name}`,
      cells: [
        name,
        format.count(value),
        source,
        periodFrom === null || periodTo === null ? DASH : format.period(periodFrom, periodTo),
      ],
    })),
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

export function Quiet({ children }: { readonly children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  )
}

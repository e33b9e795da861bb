/** Shop and month of a page of settlement. */

import { Select } from '@mantine/core'

import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { MonthField } from '../../ui/MonthField'
import type { ShopMonth } from './use-shop-month'

export function ShopMonthField({ shop, month, setShop, setMonth }: ShopMonth) {
  const t = useText('settlement')
  const shops = useShops()
  return (
    <>
      <Select
        size="xs"
        aria-label={t('shop')}
        data={shops.map(({ id, name, market }) => ({ value: id, label: `${name} · ${market}` }))}
        value={shop?.id ?? null}
        onChange={(id) => id !== null && setShop(id)}
        allowDeselect={false}
        searchable
      />
      {month !== null && <MonthField month={month} onChange={setMonth} />}
    </>
  )
}

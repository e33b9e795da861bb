/** A page of settlement about one shop's month: what it shows waits until shop and month are known. */

import type { ReactNode } from 'react'

import type { Shop } from '../../../shared/contract/shops'
import { useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { ShopMonthField } from './ShopMonthField'
import { useShopMonth } from './use-shop-month'

export interface OfShopMonth {
  readonly shop: Shop
  /** `YYYY-MM`. */
  readonly month: string
  /** The row above the page: tabs, shop and month. */
  readonly filters: ReactNode
}

export interface ForShopMonthProps {
  readonly title: string
  readonly tabs: ReactNode
  /** Further filters of the page. */
  readonly more?: ReactNode
  readonly children: (of: OfShopMonth) => ReactNode
}

export function ForShopMonth({ title, tabs, more, children }: ForShopMonthProps) {
  const t = useText('settlement')
  const chosen = useShopMonth()
  const { shop, month } = chosen
  const filters = (
    <>
      {tabs}
      {shop && <ShopMonthField {...chosen} />}
      {more}
    </>
  )
  if (shop === null || month === null) {
    return (
      <Page title={title} filters={filters}>
        {shop === null ? <Empty sentence={t('noShop')} /> : <Loading />}
      </Page>
    )
  }
  return children({ shop, month, filters })
}

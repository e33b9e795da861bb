/** Income of a shop: months, orders against affiliate lines, late settlements and payouts. */

import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Shop } from '../../../../shared/contract/shops'
import type { Comparison } from '../../../../shared/domain/income/compare'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { goTo } from '../../../session/place'
import { useShops } from '../../../session/shops'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import type { SettlementTabProps } from '../tabs'
import { useShopMonth } from '../use-shop-month'
import { IncomeExport } from './IncomeExport'
import { Compared, DIFFERENCES, Late, Months, Orders, type OrdersChoice, Payouts } from './views'

const VIEWS = ['months', 'compared', 'orders', 'late', 'payouts'] as const
type IncomeView = (typeof VIEWS)[number]

export function IncomeTab({ tabs }: SettlementTabProps) {
  const t = useText('income')
  const settlement = useText('settlement')
  const { shop, setShop } = useShopMonth()
  const shops = useShops()
  const [view, setView] = useState<IncomeView>('months')
  const [choice, setChoice] = useState<OrdersChoice>({ month: null, states: DIFFERENCES })
  if (shop === null) {
    return (
      <Page title={t('title')} filters={tabs}>
        <Empty sentence={settlement('noShop')} />
      </Page>
    )
  }
  const filters = (
    <>
      {tabs}
      <Select
        size="xs"
        aria-label={settlement('shop')}
        data={shops.map(({ id, name, market }) => ({ value: id, label: `${name} · ${market}` }))}
        value={shop.id}
        onChange={(id) => id !== null && setShop(id)}
        allowDeselect={false}
        searchable
      />
      <SegmentedControl
        size="xs"
        aria-label={t('view')}
        value={view}
        onChange={(next) => setView(VIEWS.find((one) => one === next) ?? 'months')}
        data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
    </>
  )
  const openOrders = (month: string, state: Comparison) => {
    setChoice({ month, states: [state] })
    setView('orders')
  }
  return (
    <IncomeOf
      key={shop.id}
      shop={shop}
      view={view}
      choice={choice}
      onChoice={setChoice}
      onOpen={openOrders}
      filters={filters}
    />
  )
}

interface IncomeOfProps {
  readonly shop: Shop
  readonly view: IncomeView
  readonly choice: OrdersChoice
  readonly onChoice: (choice: OrdersChoice) => void
  readonly onOpen: (month: string, state: Comparison) => void
  readonly filters: React.ReactNode
}

function IncomeOf({ shop, view, choice, onChoice, onOpen, filters }: IncomeOfProps) {
  const t = useText('income')
  const format = useFormat()
  const query = useQuery(orpc.income.overview.queryOptions({ input: { shopId: shop.id } }))
  const { data } = query
  const covered = data?.covered
  const note = covered
    ? t('covered', { count: data.files, from: format.day(covered.from), to: format.day(covered.to) })
    : null
  return (
    <Page
      title={t('title')}
      note={note}
      filters={filters}
      actions={
        data && data.files > 0 && view !== 'compared' && view !== 'payouts' ? (
          <IncomeExport shop={shop} view={view} choice={choice} />
        ) : null
      }
    >
      <Answer query={query}>
        {(overview) =>
          overview.files === 0 ? (
            <Empty
              sentence={t('empty')}
              example={t('emptyExample')}
              action={<Button onClick={() => goTo('imports')}>{t('import')}</Button>}
            />
          ) : view === 'months' ? (
            <Months overview={overview} />
          ) : view === 'compared' ? (
            <Compared overview={overview} onOpen={onOpen} />
          ) : view === 'orders' ? (
            <Orders shopId={shop.id} choice={choice} onChoice={onChoice} />
          ) : view === 'late' ? (
            <Late shopId={shop.id} />
          ) : (
            <Payouts shopId={shop.id} />
          )
        }
      </Answer>
    </Page>
  )
}

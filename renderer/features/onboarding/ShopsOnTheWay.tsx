/** Every shop with how far it is, what is late, and what can be done next. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ShopOnboarding } from '../../../shared/contract/onboarding'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { StateMark } from '../../ui/StateMark'
import { useStepName } from './step-name'

export function ShopsOnTheWay({ onOpen }: { readonly onOpen: (shopId: string) => void }) {
  const t = useText('onboarding')
  const language = useLanguage()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useShopColumns()
  const query = useQuery(orpc.onboarding.shops.queryOptions({ input: {} }))
  const rows = useQueryRows(query, columns, sort, language)
  return (
    <DataGrid
      name="onboarding.shops"
      label={t('title')}
      columns={columns}
      rows={rows}
      rowId={({ shopId }) => shopId}
      sort={sort}
      onSort={setSort}
      onOpen={({ shopId }) => onOpen(shopId)}
      empty={
        <Empty
          sentence={t('noShops')}
          example={t('noShopsExample')}
          action={<Button onClick={() => goTo('shops')}>{t('addShop')}</Button>}
        />
      }
    />
  )
}

function useShopColumns(): readonly GridColumn<ShopOnboarding>[] {
  const t = useText('onboarding')
  const nameOf = useStepName()
  return useMemo(() => {
    const count = (id: 'late' | 'rejected' | 'expiring', tone: 'bad' | 'watch'): GridColumn<ShopOnboarding> => ({
      id,
      title: t(`fields.${id}`),
      kind: 'number',
      value: (shop) => shop[id],
      render: (shop) => (shop[id] === 0 ? '0' : <StateMark tone={tone}>{String(shop[id])}</StateMark>),
    })
    return [
      { id: 'shop', title: t('fields.shop'), kind: 'text', value: ({ shopName }) => shopName },
      {
        id: 'done',
        title: t('fields.done'),
        kind: 'percent',
        value: ({ done, of }) => (of === 0 ? null : done / of),
        text: ({ done, of }) => t('doneOf', { done, of }),
        width: 110,
      },
      count('late', 'bad'),
      count('rejected', 'bad'),
      count('expiring', 'watch'),
      {
        id: 'next',
        title: t('fields.next'),
        kind: 'text',
        value: ({ next }) => next.map((key) => nameOf({ key, title: null })).join(' · ') || null,
        width: 420,
      },
    ]
  }, [t, nameOf])
}

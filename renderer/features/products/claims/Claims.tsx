/** Claim sheets at a glance: by product what may and must not be said, and where a proof is missing. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ClaimSheetRow } from '../../../../shared/contract/claim-sheets'
import { EVERY } from '../../../../shared/domain/claim-sheet'
import { orpc } from '../../../api'
import type { GridColumn } from '../../../grid/columns'
import { ListGrid } from '../../../grid/ListGrid'
import { useListRows } from '../../../grid/list-rows'
import { useListView } from '../../../grid/list-view'
import { useText } from '../../../messages/i18n'
import { usePlace } from '../../../session/place'
import { useCurrentShop } from '../../../session/shops'
import { Empty } from '../../../ui/Empty'
import { StateMark } from '../../../ui/StateMark'
import { useOpenRow } from '../../../ui/use-open-row'
import type { TabFrame } from '../ProductsScreen'
import { ClaimSheetDrawer } from './ClaimSheetDrawer'
import { useMarketText } from './market-text'

const rowId = ({ shopId, productId }: ClaimSheetRow): string => `${shopId} ${productId}`

export function Claims({ frame }: TabFrame) {
  const t = useText('claimSheets')
  const { shopId } = usePlace()
  const shop = useCurrentShop()
  const [ofShop, setOfShop] = useState(false)
  const view = useListView('claim-sheets', useColumns())
  const query = useQuery(orpc.claimSheets.list.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const rows = useListRows(query, view)
  const opened = useOpenRow(rows, rowId)
  return frame(
    shop && (
      <Button variant="default" onClick={() => setOfShop(true)}>
        {t('addShop')}
      </Button>
    ),
    <>
      <ListGrid
        listView={view}
        label={t('columns.product')}
        rows={rows}
        rowId={rowId}
        onOpen={opened.open}
        empty={<Empty sentence={t('empty')} example={t('example')} />}
      />
      {ofShop && shop && (
        <ClaimSheetDrawer
          sheet={{ shopId: shop.id, shopName: shop.name, productId: EVERY, productName: null }}
          onClose={() => setOfShop(false)}
        />
      )}
      {!ofShop && opened.row && <ClaimSheetDrawer key={rowId(opened.row)} sheet={opened.row} {...opened.drawer} />}
    </>,
  )
}

function useColumns(): readonly GridColumn<ClaimSheetRow>[] {
  const t = useText('claimSheets')
  const products = useText('products')
  const market = useMarketText()
  return useMemo((): readonly GridColumn<ClaimSheetRow>[] => {
    const risks: Readonly<Record<string, string>> = products('risks', { returnObjects: true })
    const count = (id: 'allowed' | 'forbidden' | 'mustSay' | 'disclosure'): GridColumn<ClaimSheetRow> => ({
      id,
      title: t(`columns.${id}`),
      kind: 'number',
      value: (row) => row[id],
      width: 120,
    })
    return [
      {
        id: 'product',
        title: t('columns.product'),
        kind: 'text',
        value: ({ productName, productId }) => productName ?? (productId === EVERY ? t('everyProduct') : productId),
        width: 280,
      },
      {
        id: 'shop',
        title: t('columns.shop'),
        kind: 'text',
        value: ({ shopName }) => shopName,
        width: 120,
        field: { kind: 'choice' },
      },
      { id: 'risk', title: t('columns.risk'), kind: 'choice', words: risks, value: ({ claimRisk }) => claimRisk },
      {
        id: 'markets',
        title: t('columns.markets'),
        kind: 'text',
        value: ({ markets }) => markets.map(market).join(', ') || null,
        width: 160,
      },
      count('allowed'),
      {
        id: 'proof',
        title: t('columns.proof'),
        kind: 'number',
        value: ({ missing, expired, expiring }) => missing + expired + expiring,
        width: 200,
        render: ({ allowed, missing, expired, expiring }) => {
          if (allowed === 0) return null
          if (missing > 0) return <StateMark tone="bad">{t('proofCount.missing', { count: missing })}</StateMark>
          if (expired > 0) return <StateMark tone="bad">{t('proofCount.expired', { count: expired })}</StateMark>
          if (expiring > 0) return <StateMark tone="watch">{t('proofCount.expiring', { count: expiring })}</StateMark>
          return <StateMark tone="good">{t('proofCount.good')}</StateMark>
        },
      },
      count('forbidden'),
      count('mustSay'),
      count('disclosure'),
    ]
  }, [t, products, market])
}

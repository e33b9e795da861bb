/** Where more comes back than should: creators, products and weeks that stand out, with their baseline and orders. */

import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

import type { RefundCluster } from '../../../../shared/contract/refunds'
import { addDays } from '../../../../shared/domain/days'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SmallTable } from '../../../ui/SmallTable'
import { ForShopMonth } from '../ForShopMonth'
import type { SettlementTabProps } from '../tabs'
import { chanceText } from './chance-text'
import { ClusterDrawer } from './ClusterDrawer'
import classes from './refunds.module.css'

export function RefundsTab({ tabs }: SettlementTabProps) {
  const t = useText('refunds')
  return (
    <ForShopMonth title={t('title')} tabs={tabs}>
      {({ shop, month, filters }) => (
        <Clusters key={`${shop.id} ${month}`} shopId={shop.id} month={month} filters={filters} />
      )}
    </ForShopMonth>
  )
}

interface ClustersProps {
  readonly shopId: string
  readonly month: string
  readonly filters: ReactNode
}

function Clusters({ shopId, month, filters }: ClustersProps) {
  const t = useText('refunds')
  const format = useFormat()
  const [opened, setOpened] = useState<RefundCluster | null>(null)
  const first = `${month}-01`
  const to = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  const input = { shopId, from: first, to }
  const query = useQuery(orpc.refunds.clusters.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <Page title={t('title')} filters={filters} padded>
      <Answer query={query}>
        {({ clusters, lines, refunded, tested, threshold, currency }) =>
          lines === 0 ? (
            <Empty sentence={t('noLines')} example={t('example')} />
          ) : (
            <>
              <p className={classes.lead}>
                {t('lead', { lines, refunded, tested, rate: format.percent(refunded / lines) })}
              </p>
              {clusters.length === 0 ? (
                <Empty sentence={t('none')} example={t('example')} />
              ) : (
                <Table clusters={clusters} currency={currency} onOpen={setOpened} />
              )}
              <p className={classes.lead}>{t('rule', { chance: chanceText(threshold, format.language) })}</p>
            </>
          )
        }
      </Answer>
      {opened && query.data && (
        <ClusterDrawer
          key={opened.key}
          cluster={opened}
          shopId={shopId}
          currency={query.data.currency}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

interface TableProps {
  readonly clusters: readonly RefundCluster[]
  readonly currency: string
  readonly onOpen: (cluster: RefundCluster) => void
}

function Table({ clusters, currency, onOpen }: TableProps) {
  const t = useText('refunds')
  const format = useFormat()
  return (
    <SmallTable
      label={t('list')}
      columns={[
        { title: t('columns.creator'), words: true },
        { title: t('columns.product') },
        { title: t('columns.week'), words: true },
        { title: t('columns.lines'), figure: true },
        { title: t('columns.refunded'), figure: true },
        { title: t('columns.expected'), figure: true },
        { title: t('columns.rate'), figure: true },
        { title: t('columns.baseline'), figure: true },
        { title: t('columns.amount', { currency }), figure: true },
        { title: t('columns.chance'), figure: true },
        { title: '' },
      ]}
      rows={clusters.map((cluster) => {
        const { creator, product, productId, from, to, lines, refunded, expected, baseline, amount, chance } = cluster
        const name = creator === '' ? '–' : `@${creator}`
        return {
          key: cluster.key,
          cells: [
            name,
            product ?? productId,
            <span key="week" className={classes.short}>
              {`${format.shortDay(from)} – ${format.shortDay(to)}`}
            </span>,
            format.count(lines),
            format.count(refunded),
            format.ratio(expected),
            format.percent(refunded / lines),
            t(`of.${baseline.of}`, { rate: format.percent(baseline.rate) }),
            format.amount(amount, currency),
            chanceText(chance, format.language),
            <Button
              key="open"
              size="compact-xs"
              variant="default"
              aria-label={t('ordersOf', { creator: `${name} ${product ?? productId}` })}
              onClick={() => onOpen(cluster)}
            >
              {t('open')}
            </Button>,
          ],
        }
      })}
    />
  )
}

/** The orders of a cluster, and a task with their list for whoever finds out why. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { RefundCluster } from '../../../../shared/contract/refunds'
import type { OrderLine } from '../../../../shared/contract/roi'
import { orpc } from '../../../api'
import { TaskForm } from '../../../creator/TaskForm'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import classes from './refunds.module.css'

interface ClusterDrawerProps {
  readonly cluster: RefundCluster
  readonly shopId: string
  readonly currency: string
  readonly onClose: () => void
}

/** Orders shown, and named in a task. */
const SHOWN = 500

export function ClusterDrawer({ cluster, shopId, currency, onClose }: ClusterDrawerProps) {
  const t = useText('refunds')
  /** When the task was begun; null: none was. */
  const [tasking, setTasking] = useState<number | null>(null)
  const { creator, product, productId, from, to, lines, refunded } = cluster
  const query = useQuery(
    orpc.roi.lines.queryOptions({
      input: { shops: [shopId], creators: [creator], products: [productId], from, to, nonZero: 'refund', limit: SHOWN },
    }),
  )
  if (tasking !== null) {
    const orders = [...new Set(query.data?.rows.map(({ orderId }) => orderId))]
    return (
      <TaskForm
        task={null}
        about={{
          title: t('taskTitle', { creator, refunded, lines, product: product ?? productId }),
          creatorId: cluster.creatorId ?? '',
          shopId,
          note: t('taskNote', { orders: orders.join(', ') }),
        }}
        now={tasking}
        onClose={() => setTasking(null)}
      />
    )
  }
  return (
    <Drawer
      title={t('ordersOf', { creator: `@${creator}` })}
      onClose={onClose}
      wide
      foot={
        <Button disabled={query.data === undefined} onClick={() => setTasking(Date.now())}>
          {t('task')}
        </Button>
      }
    >
      <Answer query={query}>{({ rows, total }) => <Orders rows={rows} total={total} currency={currency} />}</Answer>
    </Drawer>
  )
}

interface OrdersProps {
  readonly rows: readonly OrderLine[]
  readonly total: number
  readonly currency: string
}

function Orders({ rows, total, currency }: OrdersProps) {
  const t = useText('refunds')
  const words = useText('words')
  const format = useFormat()
  return (
    <>
      {total > rows.length && <p className={classes.lead}>{t('first', { count: rows.length })}</p>}
      <SmallTable
        label={t('orders')}
        columns={[
          { title: t('order.id'), words: true },
          { title: t('order.day'), words: true },
          { title: t('order.status'), words: true },
          { title: t('order.quantity'), figure: true },
          { title: t('order.payment'), figure: true },
          { title: t('order.refund'), figure: true },
          { title: t('order.file') },
        ]}
        rows={rows.map((line) => ({
          key: line.key,
          cells: [
            line.orderId,
            format.shortDay(line.day),
            words(`status.${line.status}`),
            format.count(line.quantity),
            format.amount(line.payment, currency),
            format.amount(line.refund, currency),
            `${line.fileName}, ${line.row}`,
          ],
        }))}
      />
    </>
  )
}

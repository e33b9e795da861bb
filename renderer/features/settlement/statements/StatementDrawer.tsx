/** One creator's statement: the sums, every line with its proof, and what can be done with it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { StatementLineRow, StatementRow } from '../../../../shared/contract/statements'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import { SmallTable } from '../../../ui/SmallTable'
import type { OpenRow } from '../../../ui/use-open-row'
import { DisputeForm } from '../disputes/DisputeForm'
import { StatementState } from './columns'
import { FeeTable } from './FeeTable'
import { MakeStatements } from './MakeStatements'
import { MarkSent } from './MarkSent'

type RowDrawer = OpenRow<StatementRow>['drawer']

export interface StatementDrawerProps extends RowDrawer {
  readonly shopId: string
  readonly month: string
  readonly currency: string
  readonly row: StatementRow
}

export function StatementDrawer({ shopId, month, currency, row, ...drawer }: StatementDrawerProps) {
  const t = useText('statements')
  const format = useFormat()
  const [disputing, setDisputing] = useState(false)
  const { creatorId, creator, figures, statement } = row
  if (disputing) {
    const about = { shopId, creatorId, creator, month, statementId: statement?.id ?? null, currency }
    return <DisputeForm about={about} onClose={() => setDisputing(false)} />
  }
  const money = (amount: number | null) => (amount === null ? '' : format.money(amount, currency))
  return (
    <Drawer
      {...drawer}
      title={t('drawer.title', { creator, month: format.month(month) })}
      wide
      foot={
        <>
          <Button variant="default" onClick={() => setDisputing(true)}>
            {t('drawer.dispute')}
          </Button>
          <MarkSent rows={[row]} />
          <MakeStatements shopId={shopId} month={month} creators={[creatorId]} />
        </>
      }
    >
      <Facts
        facts={[
          [t('columns.state'), <StatementState key="state" row={row} words={{ t, format }} />],
          [t('columns.number'), statement?.number ?? null],
          [t('columns.gmv'), money(figures.gmv)],
          [t('columns.refunds'), money(figures.refunds)],
          [t('columns.estimated'), money(figures.estimated)],
          [t('columns.actual'), money(figures.actual)],
          [t('columns.settled'), money(figures.settled)],
          [t('columns.pending'), money(figures.pending)],
        ]}
      />
      <FeeTable row={row} />
      <Lines shopId={shopId} month={month} currency={currency} creatorId={creatorId} />
    </Drawer>
  )
}

const MOST = 200

function Lines({ currency, ...input }: { shopId: string; month: string; creatorId: string; currency: string }) {
  const t = useText('statements')
  const query = useQuery(orpc.statements.lines.queryOptions({ input: { ...input, limit: MOST } }))
  return (
    <Answer query={query}>
      {({ rows, total }) => (
        <>
          <LineTable rows={rows} currency={currency} />
          {total > rows.length && <p>{t('drawer.more', { count: total - rows.length })}</p>}
        </>
      )}
    </Answer>
  )
}

function LineTable({ rows, currency }: { readonly rows: readonly StatementLineRow[]; readonly currency: string }) {
  const t = useText('statements')
  const settlement = useText('settlement')
  const words = useText('words')
  const format = useFormat()
  const money = (amount: number | null) => (amount === null ? '' : format.amount(amount, currency))
  return (
    <SmallTable
      label={t('drawer.lines')}
      columns={[
        { title: t('line.order'), words: true },
        { title: t('line.day'), words: true },
        { title: t('line.status'), words: true },
        { title: `${t('columns.gmv')} ${currency}`, figure: true },
        { title: t('columns.refunds'), figure: true },
        { title: t('columns.estimated'), figure: true },
        { title: t('columns.actual'), figure: true },
        { title: t('line.proof') },
      ]}
      rows={rows.map((line) => ({
        key: `${line.orderId} ${line.productId} ${line.skuId}`,
        cells: [
          line.orderId,
          line.day === '' ? '' : format.day(line.day),
          line.cause === null ? words(`status.${line.status}`) : settlement(`causes.${line.cause}`),
          money(line.gmv),
          line.refund === 0 ? '' : money(line.refund),
          money(line.estimated),
          money(line.actual),
          line.changedSince
            ? t('line.changed')
            : line.proof === null
              ? ''
              : t('line.from', { file: line.proof.file, row: line.proof.row }),
        ],
      }))}
    />
  )
}

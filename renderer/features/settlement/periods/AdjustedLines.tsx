/** The lines of one creator that came, changed or went since the month was closed. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { PeriodAdjustedLine } from '../../../../shared/contract/periods'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { SmallTable } from '../../../ui/SmallTable'

export interface AdjustedLinesProps {
  readonly shopId: string
  readonly month: string
  readonly currency: string
  readonly creatorId: string
  readonly onBack: () => void
}

export function AdjustedLines({ onBack, currency, ...input }: AdjustedLinesProps) {
  const t = useText('periods')
  const query = useQuery(orpc.periods.adjustedLines.queryOptions({ input }))
  return (
    <>
      <p>
        <Button size="compact-xs" variant="default" onClick={onBack}>
          {t('adjustments.back')}
        </Button>
      </p>
      <Answer query={query}>
        {({ rows, total }) => (
          <>
            <Lines rows={rows} currency={currency} />
            {total > rows.length && <p>{t('adjustments.more', { count: total - rows.length })}</p>}
          </>
        )}
      </Answer>
    </>
  )
}

function Lines({ rows, currency }: { readonly rows: readonly PeriodAdjustedLine[]; readonly currency: string }) {
  const t = useText('periods')
  const words = useText('words')
  const format = useFormat()
  const money = (amount: number | null) => (amount === null ? '' : format.amount(amount, currency))
  return (
    <SmallTable
      label={t('adjustments.lines')}
      columns={[
        { title: t('columns.order'), words: true },
        { title: t('columns.change'), words: true },
        { title: t('columns.status'), words: true },
        { title: `${t('columns.gmv')} ${currency}`, figure: true },
        { title: t('columns.refund'), figure: true },
        { title: t('columns.commission'), figure: true },
      ]}
      rows={rows.map(({ kind, before, after, delta }) => {
        const line = after ?? before
        const status = (one: typeof before) => (one === null ? null : words(`status.${one.status}`))
        const changed = before?.status !== after?.status && before !== null && after !== null
        return {
          key: `${line?.orderId ?? ''} ${line?.productId ?? ''} ${line?.skuId ?? ''}`,
          cells: [
            line?.orderId,
            t(`kinds.${kind}`),
            changed ? `${status(before) ?? ''} → ${status(after) ?? ''}` : status(line),
            money(delta.gmv),
            money(delta.refund),
            money(delta.commission),
          ],
        }
      })}
    />
  )
}

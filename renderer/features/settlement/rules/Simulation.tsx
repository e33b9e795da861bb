/** What a month's lines would have paid under a change, by creator: worked out, never written. */

import { useQuery } from '@tanstack/react-query'

import type { CommissionTerms, SimulatedSums } from '../../../../shared/contract/commission'
import type { Shop } from '../../../../shared/contract/shops'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../settlement.module.css'

export interface SimulationProps {
  readonly shop: Shop
  readonly month: string
  /** null: the rule that holds. */
  readonly terms: CommissionTerms | null
  /** Basis points; null: each line's own. */
  readonly rate: number | null
  readonly keepHigher: boolean
}

const SHOWN = 50

export function Simulation({ shop, month, terms, rate, keepHigher }: SimulationProps) {
  const t = useText('commission')
  const format = useFormat()
  const input = { shopId: shop.id, month, terms, rate, keepHigher }
  const query = useQuery(orpc.commission.simulate.queryOptions({ input }))
  const figures = (sums: SimulatedSums): string[] =>
    [sums.gmv, sums.file, sums.current, sums.proposed, sums.difference].map((amount) =>
      format.money(amount, shop.currency),
    )
  const columns = (['gmv', 'file', 'current', 'proposed', 'difference'] as const).map((name) => ({
    title: t(name),
    figure: true,
  }))
  const title = t('simulation', { shop: shop.name, month: format.month(month) })
  return (
    <section aria-label={title} className={classes.simulation}>
      <h3>{title}</h3>
      <p>{t('simulationHint')}</p>
      <Answer query={query}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty sentence={t('empty')} />
          ) : (
            <>
              <SmallTable
                label={title}
                columns={[{ title: t('creator'), words: true }, ...columns]}
                rows={[
                  { key: ' ', cells: [t('total'), ...figures(total)] },
                  ...rows.slice(0, SHOWN).map((row) => ({
                    key: row.creator,
                    cells: [row.creator === '' ? t('nobody') : `@${row.creator}`, ...figures(row)],
                  })),
                ]}
              />
              {rows.length > SHOWN && <p>{t('more', { count: rows.length - SHOWN })}</p>}
              {total.unknown > 0 && <p role="status">{t('unknown', { count: total.unknown })}</p>}
              {total.refused > 0 && <p role="status">{t('refused', { count: total.refused })}</p>}
            </>
          )
        }
      </Answer>
    </section>
  )
}

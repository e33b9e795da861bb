/** The rows that a part of the budget is made of. */

import { useQuery } from '@tanstack/react-query'

import type { BudgetRow, Campaign } from '../../../shared/contract/campaign-views'
import type { BudgetPart } from '../../../shared/domain/budget-guard'
import { PAY_MODELS } from '../../../shared/domain/pay-models'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { type Text, useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { SmallTable } from '../../ui/SmallTable'

export interface BudgetBehindProps {
  readonly campaign: Campaign
  readonly part: BudgetPart
  readonly onClose: () => void
}

export function BudgetBehind({ campaign, part, onClose }: BudgetBehindProps) {
  const t = useText('campaigns')
  const format = useFormat()
  const query = useQuery(orpc.campaigns.budgetRows.queryOptions({ input: { campaignId: campaign.id, part } }))
  const title = t('budget.behind', { part: t(`budget.parts.${part}`) })
  return (
    <Drawer title={title} wide onClose={onClose}>
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('budget.noRows')}</p>
          ) : (
            <SmallTable
              label={title}
              columns={[
                { title: t('budget.day') },
                { title: t('budget.source') },
                { title: t('budget.what') },
                { title: `${t('budget.amount')} (${campaign.currency})`, figure: true },
                { title: '' },
              ]}
              rows={rows.map((row) => ({
                key: `${row.source} ${row.id} ${row.part} ${row.amount ?? ''}`,
                cells: [
                  row.day === null ? DASH : format.day(row.day),
                  t(`budget.sources.${row.source}`),
                  titleOf(row, t),
                  row.amount === null ? DASH : format.amount(row.amount, campaign.currency),
                  row.isCommitted && t('budget.promised'),
                ],
              }))}
            />
          )
        }
      </Answer>
    </Drawer>
  )
}

/** Orders are counted, terms are named by their model. */
function titleOf({ source, title }: BudgetRow, t: Text<'campaigns'>): string {
  if (source === 'order') return t('budget.ordersOf', { count: Number(title) })
  const model = source === 'terms' ? PAY_MODELS.find((known) => known === title) : undefined
  return model ? t(`terms.models.${model}`) : title
}

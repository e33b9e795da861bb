/** Lines whose file pays another commission than the rule: what each says, what explains it, and the rule itself. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { CommissionDeviation, CommissionRule } from '../../../../shared/contract/commission'
import type { Shop } from '../../../../shared/contract/shops'
import { orpc } from '../../../api'
import { rateText } from '../../../format/rates'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Empty } from '../../../ui/Empty'
import { SmallTable } from '../../../ui/SmallTable'

export interface DeviationsProps {
  readonly shop: Shop
  readonly month: string
  readonly whoOf: (rule: CommissionRule) => string
  readonly onRule: (rule: CommissionRule) => void
  readonly onClose: () => void
}

const MOST = 200

export function Deviations({ shop, month, whoOf, onRule, onClose }: DeviationsProps) {
  const t = useText('commission')
  const format = useFormat()
  const query = useQuery(orpc.commission.deviations.queryOptions({ input: { shopId: shop.id, month, limit: MOST } }))
  return (
    <Drawer title={t('deviations.title', { shop: shop.name, month: format.month(month) })} wide onClose={onClose}>
      <p>{t('deviations.about')}</p>
      <Answer query={query}>
        {({ rows, total, difference, compared, unknown }) => (
          <>
            {total === 0 ? (
              <Empty sentence={compared === 0 ? t('empty') : t('deviations.none', { count: compared })} />
            ) : (
              <>
                <p role="status">
                  {t('deviations.found', {
                    count: total,
                    all: compared,
                    amount: format.money(difference, shop.currency),
                  })}
                </p>
                <Lines rows={rows} currency={shop.currency} whoOf={whoOf} onRule={onRule} />
                {total > rows.length && <p>{t('deviations.more', { count: total - rows.length })}</p>}
              </>
            )}
            {unknown > 0 && <p role="status">{t('unknown', { count: unknown })}</p>}
          </>
        )}
      </Answer>
    </Drawer>
  )
}

interface LinesProps extends Pick<DeviationsProps, 'whoOf' | 'onRule'> {
  readonly rows: readonly CommissionDeviation[]
  readonly currency: string
}

function Lines({ rows, currency, whoOf, onRule }: LinesProps) {
  const t = useText('commission')
  const format = useFormat()
  return (
    <SmallTable
      label={t('deviations.list')}
      columns={[
        { title: t('deviations.order'), words: true },
        { title: t('creator'), words: true },
        { title: t('deviations.rate'), figure: true },
        { title: t('deviations.reason') },
        { title: t('deviations.says') },
        { title: t('deviations.difference'), figure: true },
        { title: t('deviations.rule') },
      ]}
      rows={rows.map(({ orderId, productId, skuId, creator, rate, reason, parts, difference, rule }) => ({
        key: `${orderId} ${productId} ${skuId}`,
        cells: [
          orderId,
          creator === '' ? t('nobody') : `@${creator}`,
          rateText(rate, format),
          t(`deviations.reasons.${reason}`),
          parts
            .map(({ part, expected, file }) =>
              t('deviations.part', {
                part: t(`deviations.parts.${part}`),
                file: format.amount(file, currency),
                expected: format.amount(expected, currency),
              }),
            )
            .join(' · '),
          format.money(difference, currency),
          <Button key="rule" size="compact-xs" variant="subtle" onClick={() => onRule(rule)}>
            {whoOf(rule)}
          </Button>,
        ],
      }))}
    />
  )
}

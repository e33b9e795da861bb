/** What creators still have of ours: advances and overpayments, each currency by itself. */

import { useQuery } from '@tanstack/react-query'

import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import { SmallTable } from '../../../ui/SmallTable'
import { useName } from './words'

export function AdvancesDrawer({ shopId, onClose }: { readonly shopId: string | null; readonly onClose: () => void }) {
  const t = useText('payables')
  const format = useFormat()
  const name = useName()
  const query = useQuery(orpc.payables.advances.queryOptions({ input: { shopId } }))
  const money = (amount: number | null, currency: string) => (amount === null ? DASH : format.money(amount, currency))
  return (
    <Drawer title={t('advancesTitle')} onClose={onClose} wide>
      <Answer query={query}>
        {({ rows, sums }) =>
          rows.length === 0 ? (
            <p>{t('advancesEmpty')}</p>
          ) : (
            <>
              <Facts facts={sums.map(({ currency, left }) => [currency, money(left, currency)])} />
              <SmallTable
                label={t('advancesTitle')}
                columns={[
                  { title: t('fields.title') },
                  { title: t('fields.dueDay'), words: true },
                  { title: t('fields.paid'), figure: true },
                  { title: t('fields.left'), figure: true },
                ]}
                rows={rows.map((row) => ({
                  key: row.id,
                  cells: [
                    name(row),
                    format.day(row.dueDay),
                    money(row.paid, row.currency),
                    money(row.left, row.currency),
                  ],
                }))}
              />
            </>
          )
        }
      </Answer>
    </Drawer>
  )
}

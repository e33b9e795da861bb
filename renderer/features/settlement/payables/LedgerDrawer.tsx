/** The ledger of a creator or of a shop: what each account holds, and every posting with its reversal. */

import { useQuery } from '@tanstack/react-query'

import { ACCOUNTS } from '../../../../shared/domain/ledger'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import { Entries } from './Entries'

export interface LedgerDrawerProps {
  readonly shopId: string | null
  readonly creatorId: string | null
  /** Of the creator. */
  readonly name: string | null
  readonly onClose: () => void
}

const SHOWN = 200

export function LedgerDrawer({ shopId, creatorId, name, onClose }: LedgerDrawerProps) {
  const t = useText('payables')
  const format = useFormat()
  const query = useQuery(orpc.payables.ledger.queryOptions({ input: { shopId, creatorId, limit: SHOWN } }))
  const title = name === null ? t('ledgerAll') : t('ledgerOf', { name })
  return (
    <Drawer title={title} onClose={onClose} wide>
      <Answer query={query}>
        {({ rows, total, balances }) =>
          rows.length === 0 ? (
            <p>{t('ledgerEmpty')}</p>
          ) : (
            <>
              <SmallTable
                label={t('balance')}
                columns={[
                  { title: t('balance') },
                  ...balances.map(({ currency }) => ({ title: currency, figure: true })),
                ]}
                rows={ACCOUNTS.map((account) => ({
                  key: account,
                  cells: [
                    t(`accounts.${account}`),
                    ...balances.map(({ currency, accounts }) => {
                      const held = accounts[account] ?? null
                      return held === null ? DASH : format.money(held, currency)
                    }),
                  ],
                }))}
              />
              <p>{t('ledgerZero')}</p>
              <Entries label={title} entries={rows} />
              {rows.length < total && <p>{t('ledgerPart', { shown: rows.length, total })}</p>}
            </>
          )
        }
      </Answer>
    </Drawer>
  )
}

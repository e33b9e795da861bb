/** What is signed with a creator, and what is open of it: contracts with their states, obligations with their days. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { orpc } from '../../../api'
import { ContractMark } from '../../../creator/ContractMark'
import { useContractWords } from '../../../creator/contract-words'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { goTo } from '../../../session/place'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { Empty } from '../../../ui/Empty'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'

const MOST = 200

export function ContractsList({ creatorId }: { readonly creatorId: string }) {
  const t = useText('profile')
  const contracts = useText('contracts')
  const words = useContractWords()
  const query = useQuery(orpc.contracts.list.queryOptions({ input: { creatorId, limit: MOST } }))
  return (
    <Answer query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty sentence={t('contracts.empty')} example={t('contracts.emptyNext')} />
        ) : (
          <>
            <SmallTable
              label={t('tabs.contracts')}
              columns={[
                { title: contracts('columns.title'), words: true },
                { title: contracts('columns.shop') },
                { title: contracts('columns.state') },
                { title: contracts('columns.period') },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  <Button
                    key="open"
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => goTo('contracts', { contract: row.id })}
                  >
                    {row.title}
                  </Button>,
                  row.shop,
                  <ContractMark key="state" contract={row} />,
                  words.period(row.fromDay, row.toDay) ?? DASH,
                ],
              }))}
            />
            <Open creatorId={creatorId} />
          </>
        )
      }
    </Answer>
  )
}

function Open({ creatorId }: { readonly creatorId: string }) {
  const t = useText('profile')
  const contracts = useText('contracts')
  const words = useContractWords()
  const format = useFormat()
  const query = useQuery(orpc.contracts.obligations.queryOptions({ input: { creatorId, limit: MOST } }))
  return (
    <>
      <h3>{t('contracts.open')}</h3>
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('contracts.nothingOpen')}</p>
          ) : (
            <SmallTable
              label={t('contracts.open')}
              columns={[
                { title: t('contracts.due') },
                { title: t('contracts.what'), words: true },
                { title: t('contracts.contract'), words: true },
              ]}
              rows={rows.map((one) => ({
                key: one.id,
                cells: [
                  one.overdue && one.dueDay !== null ? (
                    <StateMark key="due" tone="bad">
                      {`${format.day(one.dueDay)} · ${contracts('overdue')}`}
                    </StateMark>
                  ) : one.dueDay === null ? (
                    DASH
                  ) : (
                    format.day(one.dueDay)
                  ),
                  words.obligation(one),
                  one.contract,
                ],
              }))}
            />
          )
        }
      </Answer>
    </>
  )
}

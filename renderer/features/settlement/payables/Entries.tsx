/** Postings as a table, the reversed ones beside their reversals. */

import { Button } from '@mantine/core'

import type { LedgerEntry } from '../../../../shared/contract/payables'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { DASH } from '../../../ui/dash'
import { SmallTable } from '../../../ui/SmallTable'

export interface EntriesProps {
  readonly label: string
  readonly entries: readonly LedgerEntry[]
  /** Left out: nothing is taken back here. */
  readonly onReverse?: (entry: LedgerEntry) => void
}

export function Entries({ label, entries, onReverse }: EntriesProps) {
  const t = useText('payables')
  const format = useFormat()
  const money = ({ amount, currency }: LedgerEntry) => (amount === null ? DASH : format.money(amount, currency))
  return (
    <SmallTable
      label={label}
      columns={[
        { title: t('fields.day'), words: true },
        { title: t('columns.entry') },
        { title: t('columns.way') },
        { title: t('fields.amount'), figure: true },
        { title: t('columns.person') },
        ...(onReverse ? [{ title: '' }] : []),
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          format.day(entry.day),
          [t(`entryKinds.${entry.kind}`), entry.isReversed ? t('reversed') : null, entry.method, entry.reference]
            .concat(entry.reason)
            .filter((part) => part !== null && part !== '')
            .join(' · '),
          `${t(`accounts.${entry.credit}`)} → ${t(`accounts.${entry.debit}`)}`,
          money(entry),
          entry.person,
          entry.canReverse && onReverse && (
            <Button
              key="reverse"
              size="compact-xs"
              variant="subtle"
              aria-label={t('reverseOf', { what: t(`entryKinds.${entry.kind}`), amount: money(entry) })}
              onClick={() => onReverse(entry)}
            >
              {t('reverse')}
            </Button>
          ),
        ],
      }))}
    />
  )
}

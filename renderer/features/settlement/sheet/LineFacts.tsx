/** One order line from estimate to actual, part by part, with everything its file says. */

import { Button } from '@mantine/core'

import type { SettlementLineRow } from '../../../../shared/contract/settlement'
import { ORDER_COLUMN_NAMES, orderCellText } from '../../../format/order-cells'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { goTo } from '../../../session/place'
import { DASH } from '../../../ui/dash'
import { Facts } from '../../../ui/Facts'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import classes from '../settlement.module.css'

export function LineFacts({ line, onBack }: { readonly line: SettlementLineRow; readonly onBack: () => void }) {
  const t = useText('settlement')
  const titles = useText('columns')
  const common = useText('common')
  const words = { words: useText('words'), common, format: useFormat() }
  const { format } = words
  const amount = (value: unknown): string => (typeof value === 'number' ? format.money(value, line.currency) : DASH)
  const { columns, said, batchId } = line
  const parts = [
    { name: t('lines.base'), estimated: columns['estimatedBase'], actual: columns['actualBase'] },
    { name: t('columns.standard'), estimated: columns['estimatedStandard'], actual: columns['actualStandard'] },
    { name: t('columns.shopAds'), estimated: columns['estimatedAds'], actual: columns['actualAds'] },
    { name: t('columns.bonus'), estimated: columns['estimatedBonus'], actual: columns['actualBonus'] },
    { name: t('columns.tax'), estimated: columns['estimatedTax'], actual: columns['actualTax'] },
  ]
  return (
    <div>
      <div className={classes.bar}>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          {common('back')}
        </Button>
        {batchId !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => goTo('imports', { batch: batchId })}>
            {t('lines.from', { file: line.fileName, row: line.row })}
          </Button>
        )}
        {line.changedSince && <StateMark tone="held">{t('since.kept')}</StateMark>}
      </div>
      <SmallTable
        label={t('lines.parts')}
        columns={[
          { title: t('lines.part') },
          { title: t('columns.estimated'), figure: true },
          { title: t('columns.actual'), figure: true },
        ]}
        rows={parts.map(({ name, estimated, actual }) => ({
          key: name,
          cells: [name, amount(estimated), amount(actual)],
        }))}
      />
      {said && (
        <Facts
          facts={[
            [t('lines.cause'), t(`causes.${said.cause}`)],
            [t('lines.note'), said.note],
            ['', said.person === null ? t('lines.saidNobody') : t('lines.said', { person: said.person })],
          ]}
        />
      )}
      <Facts
        facts={ORDER_COLUMN_NAMES.map((name) => [
          titles(name),
          orderCellText(name, columns[name], line.currency, words) ?? DASH,
        ])}
      />
    </div>
  )
}

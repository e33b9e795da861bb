/** One order line with everything its file said, and where it stands in that file. */

import { Button } from '@mantine/core'

import type { OrderLine } from '../../../shared/contract/roi'
import { ORDER_COLUMN_NAMES, orderCellText } from '../../format/order-cells'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { DASH } from '../../ui/dash'
import classes from './roi.module.css'

export function LineDetail({ line, onBack }: { readonly line: OrderLine; readonly onBack: () => void }) {
  const t = useText('roi')
  const titles = useText('columns')
  const words = { words: useText('words'), common: useText('common'), format: useFormat() }
  const { format } = words
  const counted = [
    [t('behind.role'), t(`behind.roles.${line.role}`)],
    [t('behind.payment'), format.money(line.payment, line.currency)],
    [t('behind.refund'), format.money(line.refund, line.currency)],
    [t('behind.commission'), format.money(line.commission, line.currency)],
    [t('behind.shop'), `${line.shopName} · ${t('behind.zone', { zone: line.timezone })}`],
  ] as const
  return (
    <div className={classes.behind}>
      <div className={classes.sum}>
        <Button variant="default" onClick={onBack}>
          {t('behind.back')}
        </Button>
        <Button variant="subtle" onClick={() => goTo('imports', { batch: line.batchId })}>
          {t('behind.from', { file: line.fileName, row: line.row })}
        </Button>
      </div>
      <Facts facts={counted} />
      <h3 className={classes.heading}>{t('behind.all')}</h3>
      <Facts
        facts={ORDER_COLUMN_NAMES.map((name) => [
          titles(name),
          orderCellText(name, line.columns[name], line.currency, words) ?? DASH,
        ])}
      />
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-unknown={value === DASH || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

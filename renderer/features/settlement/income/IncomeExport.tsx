/** The list that is looked at, written to a file with every row it has. */

import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'

import type { Shop } from '../../../../shared/contract/shops'
import { FEE_GROUPS } from '../../../../shared/domain/income/columns'
import { api, desktop } from '../../../api'
import { type Text, useText } from '../../../messages/i18n'
import { useCommand } from '../../../ui/use-save'
import type { OrdersChoice } from './views'

export interface IncomeExportProps {
  readonly shop: Shop
  readonly view: 'months' | 'orders' | 'late'
  readonly choice: OrdersChoice
}

export function IncomeExport({ shop, view, choice: { month, states } }: IncomeExportProps) {
  const t = useText('income')
  const save = useCommand(
    async () => {
      const to = await desktop.chooseSave({
        title: t('export.title'),
        suggestedName: `${t('export.name', { view: t(`views.${view}`), shop: shop.name })}.csv`,
        filters: [
          { name: 'CSV', extensions: ['csv'] },
          { name: 'XLSX', extensions: ['xlsx'] },
        ],
      })
      if (to === null) return null
      return api.income.export({
        shopId: shop.id,
        what: view,
        to,
        states: [...states],
        headers: headersOf(view, t),
        ...(view === 'orders' && month !== null && { month }),
      })
    },
    (done) => (done === null ? '' : t('export.done', { count: done.rows, file: done.file })),
  )
  return (
    <Button
      variant="default"
      disabled={save.busy}
      leftSection={<IconTableExport size={14} />}
      onClick={() => save.run(undefined)}
    >
      {t('export.button')}
    </Button>
  )
}

function headersOf(view: IncomeExportProps['view'], t: Text<'income'>): { key: string; title: string }[] {
  const titled = (keys: readonly (readonly [key: string, title: string])[]) =>
    keys.map(([key, title]) => ({ key, title }))
  switch (view) {
    case 'months':
      return titled([
        ['month', t('month')],
        ['lines', t('lines')],
        ['revenue', t('revenue')],
        ...FEE_GROUPS.map((group) => [`groups.${group}`, t(`groups.${group}`)] as const),
        ['fees', t('fees')],
        ['adjustment', t('adjustment')],
        ['settlement', t('settlement')],
      ])
    case 'orders':
      return titled([
        ['orderId', t('order')],
        ['state', t('state')],
        ['creator', t('creator')],
        ['month', t('month')],
        ['charged', t('charged')],
        ['commission', t('commission')],
        ['difference', t('difference')],
        ['created', t('created')],
        ['settled', t('settled')],
      ])
    case 'late':
      return titled([
        ['orderId', t('order')],
        ['creator', t('creator')],
        ['delivered', t('delivered')],
        ['due', t('due')],
        ['days', t('days')],
        ['amount', t('amount')],
      ])
  }
}

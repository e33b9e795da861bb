/** The sheet as it is seen, written to a file: chosen columns in their order, titles in the language that is on. */

import { Button, Menu } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'

import type { SettlementRow } from '../../../../shared/contract/settlement'
import type { Shop } from '../../../../shared/contract/shops'
import { CAUSES } from '../../../../shared/domain/settlement'
import { api, desktop } from '../../../api'
import { type Text, useText } from '../../../messages/i18n'
import { useCommand } from '../../../ui/use-save'
import { SINCE } from './columns'

export interface ExportMenuProps {
  readonly shop: Shop
  readonly month: string
  readonly differing: boolean
  /** Ids of the columns that are shown, in their order. */
  readonly columns: readonly string[]
}

export function ExportMenu({ shop, month, differing, columns }: ExportMenuProps) {
  const t = useText('settlement')
  const save = useCommand(
    async (format: 'csv' | 'xlsx') => {
      const to = await desktop.chooseSave({
        title: t('export.title'),
        suggestedName: `${t('export.name', { shop: shop.name, month })}.${format}`,
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      })
      if (to === null) return null
      return api.settlement.export({
        shopId: shop.id,
        month,
        differing,
        format,
        to,
        columns: titled(columns, t),
        words: { total: t('export.total'), nobody: t('nobody') },
      })
    },
    (done) => (done === null ? '' : t('export.done', { count: done.rows, file: done.file })),
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={columns.length === 0 || save.busy}
          leftSection={<IconTableExport size={14} />}
        >
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.run('csv')}>{t('export.csv')}</Menu.Item>
        <Menu.Item onClick={() => save.run('xlsx')}>{t('export.xlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Which file it is of stands in every row: sheets of many shops are put together in one. */
const ALWAYS = ['shop', 'month', 'currency'] as const

function titled(columns: readonly string[], t: Text<'settlement'>): { key: string; title: string }[] {
  const title = (key: string): string => {
    const since = SINCE.find((one) => key === `since.${one}`)
    if (since !== undefined) return t(`since.${since}`)
    const cause = CAUSES.find((one) => key.endsWith(`.${one}`))
    if (cause !== undefined) {
      const word = t(`causes.${cause}`)
      return key.startsWith('waiting.') ? t('columns.waiting', { cause: word }) : word
    }
    return t(
      `columns.${key as Exclude<keyof SettlementRow, 'adjustments' | 'waiting' | 'creatorId' | 'otherCurrency' | 'since'>}`,
    )
  }
  return [
    ...ALWAYS.map((key) => ({ key, title: t(`columns.${key}`) })),
    ...columns.map((key) => ({ key, title: title(key) })),
  ]
}

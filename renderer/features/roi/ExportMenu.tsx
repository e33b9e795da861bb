/** The table as it is seen, written to a file: chosen columns in their order, titles in the language that is on. */

import { Button, Menu } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'

import { api, desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { ErrorLine } from '../../ui/ErrorState'
import { TABLE_FIGURES } from './figures'
import type { RoiSort } from './RoiTable'
import type { Filtering } from './use-filters'
import { figureName } from './words'

export interface ExportMenuProps extends Filtering {
  readonly search: string
  readonly sort: RoiSort
  /** Ids of the columns that are shown, in their order. */
  readonly columns: readonly string[]
}

export function ExportMenu({ filters, scope, search, sort, columns }: ExportMenuProps) {
  const t = useText('roi')
  const [error, setError] = useState<unknown>(null)
  async function save(format: 'csv' | 'xlsx'): Promise<void> {
    setError(null)
    const by = [...filters.by]
    const name = t('table.exportName', { key: by.map((key) => t(`keys.${key}`)).join(' ') })
    try {
      const to = await desktop.chooseSave({
        title: t('table.exportTitle'),
        suggestedName: `${name}.${format}`,
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      })
      if (to === null) {
        return
      }
      const figures = columns.flatMap((id) => TABLE_FIGURES.filter(({ figure }) => figure === id))
      const titled = [
        ...by.map((key) => ({ key, title: t(`keys.${key}`) })),
        ...figures.map(({ figure }) => ({ key: figure, title: figureName(figure, t) })),
        { key: 'currency', title: t('table.currency') },
      ]
      const { file, rows } = await api.roi.export({ ...scope, by, search, sort, format, to, columns: titled })
      say(t('table.exported', { count: rows, file }))
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      {error !== null && <ErrorLine error={error} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" disabled={columns.length === 0} leftSection={<IconTableExport size={14} />}>
            {t('table.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('csv')}>{t('table.csv')}</Menu.Item>
          <Menu.Item onClick={() => void save('xlsx')}>{t('table.xlsx')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Chosen rows on the clipboard in another form. */

import { Button, Menu } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'

import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { say } from '../session/status'
import { COPY_FORMS, type CopyForm, copyText } from './copy-as'
import type { RowSelection } from './selection'

export interface CopyMenuProps<R> {
  readonly selection: RowSelection<R>
  /** Rows that are chosen but not here, fetched first. */
  readonly rowsOf?: ((selection: RowSelection<R>) => Promise<readonly R[]>) | undefined
  readonly handleOf?: ((row: R) => string | null) | undefined
}

const OF_HANDLES: readonly CopyForm[] = ['handles', 'lines']

export function CopyMenu<R>({ selection, rowsOf, handleOf }: CopyMenuProps<R>) {
  const t = useText('views')
  const common = useText('common')
  const format = useFormat()
  const copy = async (form: CopyForm): Promise<void> => {
    const rows = rowsOf ? await rowsOf(selection) : selection.rows()
    await navigator.clipboard.writeText(copyText(form, { rows, columns: selection.columns, format, handleOf }))
    const done = t('copy.copied', { count: rows.length, form: t(`copy.${form}`) })
    say(rows.length < selection.count ? `${done}. ${common('grid.notLoaded')}` : done)
  }
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconCopy size={14} />}>
          {t('copy.as')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COPY_FORMS.filter((form) => handleOf || !OF_HANDLES.includes(form)).map((form) => (
          <Menu.Item key={form} onClick={() => void copy(form)}>
            {t(`copy.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

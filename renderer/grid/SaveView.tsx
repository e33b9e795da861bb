/** The name of a view and who sees it: of what the list shows now, or of a saved view. */

import { Checkbox, Radio, Stack } from '@mantine/core'
import { useState } from 'react'

import type { View } from '../../shared/contract/views'
import { api } from '../api'
import { useText } from '../messages/i18n'
import { say } from '../session/status'
import { useForm } from '../ui/form'
import { FormDrawer } from '../ui/FormDrawer'
import { TextField } from '../ui/TextField'
import type { ListView } from './list-view'

export interface SaveViewProps<R> {
  readonly view: ListView<R>
  /** The saved view whose name and sharing are changed; null: what is shown is saved. */
  readonly edited: View | null
  readonly onClose: () => void
}

export function SaveView<R>({ view, edited, onClose }: SaveViewProps<R>) {
  const t = useText('views')
  const common = useText('common')
  const { opened, changed } = view
  // What was changed in an open view most often belongs into it.
  const [isNew, setIsNew] = useState(!(opened?.body && changed))
  const saved = edited ?? (isNew ? null : opened)
  const form = useForm({
    initial: { name: edited?.name ?? (isNew ? '' : (opened?.name ?? '')), shared: (edited ?? opened)?.shared ?? false },
    check: ({ name }) => (name.trim() === '' ? { name: common('required') } : {}),
    async save(draft) {
      const name = draft.name.trim()
      const body = edited ? undefined : view.toSave()
      const shared = draft.shared === saved?.shared ? undefined : draft.shared
      const done = saved
        ? await api.views.update({ id: saved.id, name, ...(shared !== undefined && { shared }), ...(body && { body }) })
        : await api.views.add({ list: view.list, name, shared: draft.shared, body: view.toSave() })
      if (!edited) view.open(done.id)
      say(t('saved', { name }))
      onClose()
    },
  })
  const notYours = saved !== null && saved.shared && !saved.mine
  return (
    <FormDrawer title={edited ? t('form.edit') : t('form.title')} form={form} onClose={onClose}>
      {!edited && opened?.body && (
        <Radio.Group
          aria-label={t('form.title')}
          value={isNew ? 'new' : 'same'}
          onChange={(value) => {
            setIsNew(value === 'new')
            form.set('name', value === 'new' ? '' : opened.name)
          }}
        >
          <Stack gap="xs">
            <Radio size="xs" value="same" label={t('form.isSame', { name: opened.name })} />
            <Radio size="xs" value="new" label={t('form.isNew')} />
          </Stack>
        </Radio.Group>
      )}
      <TextField form={form} name="name" label={t('form.name')} placeholder={t('form.example')} required />
      <Checkbox
        label={t('form.shared')}
        description={notYours ? t('form.notYours', { owner: saved.owner ?? '' }) : t('form.sharedHint')}
        checked={form.values.shared}
        disabled={notYours}
        onChange={(event) => form.set('shared', event.currentTarget.checked)}
      />
    </FormDrawer>
  )
}

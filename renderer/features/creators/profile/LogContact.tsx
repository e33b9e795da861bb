/** What was said to or by the creator, logged in one step; whoever else holds them is named before it is. */

import { Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import type { CreatorRecord } from '../../../../shared/contract/creator-record'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { fieldText } from '../../../messages/record-text'
import { usePlace } from '../../../session/place'
import { useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'

interface LogContactProps {
  readonly creator: CreatorRecord
  readonly kind: 'sent' | 'replied'
  readonly onClose: () => void
}

export function LogContact({ creator, kind, onClose }: LogContactProps) {
  const t = useText('profile')
  const shops = useShops()
  const { shopId } = usePlace()
  const answers = useQueryClient()
  const form = useForm({
    initial: { shopId: shopId ?? '', channel: creator.preferredChannel ?? '', text: '', reason: '' },
    check: () => ({}),
    async save({ shopId: shop, channel, text, reason }) {
      await api.outreach.log({
        creatorId: creator.id,
        kind,
        shopId: shop || null,
        channel: channel.trim() || null,
        text: text.trim() || null,
        override: reason.trim() === '' ? null : { reason: reason.trim() },
      })
      await answers.invalidateQueries()
      say(t('saved', { handle: creator.handle }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t(kind === 'sent' ? 'acts.log' : 'acts.replied')} onClose={onClose} form={form}>
      <Select
        size="xs"
        label={fieldText('shopId')}
        data={[
          { value: '', label: t('timeline.allShops') },
          ...shops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.values.shopId}
        onChange={(id) => form.set('shopId', id ?? '')}
        allowDeselect={false}
      />
      <TextField form={form} name="channel" label={fieldText('channel')} />
      <TextField form={form} name="text" label={fieldText('text')} lines={3} first />
      {form.failure !== null && <TextField form={form} name="reason" label={fieldText('reason')} />}
    </FormDrawer>
  )
}

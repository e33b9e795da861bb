/** One client: how we are paid, whom to ask, who changed what. */

import { Divider } from '@mantine/core'

import type { Client } from '../../../shared/contract/shops'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'

export interface ClientDrawerProps {
  readonly client: Client | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function ClientDrawer({ client, ...drawer }: ClientDrawerProps) {
  const t = useText('shops')
  const common = useText('common')
  const form = useForm({
    initial: {
      name: client?.name ?? '',
      feeModel: client?.feeModel ?? '',
      contact: client?.contact ?? '',
      note: client?.note ?? '',
    },
    check: ({ name }) => (name.trim() === '' ? { name: common('required') } : {}),
    async save({ name, feeModel, contact, note }) {
      const fields = {
        name: name.trim(),
        feeModel: feeModel.trim() || null,
        contact: contact.trim() || null,
        note: note.trim() || null,
      }
      const saved = client ? await api.clients.update({ id: client.id, fields }) : await api.clients.add(fields)
      say(t('changed', { name: saved.name }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer
      {...drawer}
      title={client?.name ?? t('newClient')}
      form={form}
      saveWord={client ? common('save') : t('addClient')}
      below={
        client && (
          <>
            <Divider my="md" label={t('history')} labelPosition="left" />
            <RecordHistory entity="clients" id={client.id} fields={t('fields', { returnObjects: true })} />
          </>
        )
      }
    >
      <TextField form={form} name="name" label={t('fields.name')} required />
      <TextField form={form} name="feeModel" label={t('fields.feeModel')} placeholder={t('hints.feeModel')} />
      <TextField form={form} name="contact" label={t('fields.contact')} />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

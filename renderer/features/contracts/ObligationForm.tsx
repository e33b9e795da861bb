/** What was agreed besides the figures: a video or a LIVE more, or anything else with a day. */

import { Select } from '@mantine/core'

import { OBLIGED } from '../../../shared/domain/contract-obligations'
import { isRealDay } from '../../../shared/domain/days'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

const KINDS = ['other', 'video', 'live'] as const

interface Draft {
  readonly kind: (typeof KINDS)[number]
  readonly party: (typeof OBLIGED)[number]
  readonly title: string
  readonly dueDay: string
}

export function ObligationForm({ contractId, onClose }: { readonly contractId: string; readonly onClose: () => void }) {
  const t = useText('contracts')
  const form = useForm<Draft>({
    initial: { kind: 'other', party: 'creator', title: '', dueDay: '' },
    check: ({ kind, title, dueDay }) => ({
      ...(kind === 'other' && title.trim() === '' && { title: t('wrong.required') }),
      ...(dueDay !== '' && !isRealDay(dueDay) && { dueDay: t('wrong.notADay') }),
    }),
    async save({ kind, party, title, dueDay }) {
      await api.contracts.addObligation({
        contractId,
        kind,
        // Posts are the creator's.
        party: kind === 'other' ? party : 'creator',
        title: title.trim(),
        dueDay: dueDay === '' ? null : dueDay,
      })
      say(t('own.saved'))
      onClose()
    },
  })
  const { values } = form
  useKeys({ [KEYS.decide.keys[0]]: form.submit })
  return (
    <FormDrawer title={t('own.title')} form={form} onClose={onClose}>
      <TextField
        form={form}
        name="title"
        label={t('own.what')}
        placeholder={t('own.example')}
        maxLength={200}
        required={values.kind === 'other'}
        first
      />
      <What form={form} />
    </FormDrawer>
  )
}

/** A video or a LIVE is the creator's; of anything else the form asks who does it. */
function What({ form: { values, errors, set } }: { readonly form: Form<Draft> }) {
  const t = useText('contracts')
  return (
    <>
      <FieldPair>
        <Select
          size="xs"
          label={t('own.kind')}
          data={KINDS.map((value) => ({ value, label: t(`ownKinds.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', KINDS.find((one) => one === value) ?? 'other')}
          allowDeselect={false}
        />
        <DayField
          label={t('own.day')}
          value={values.dueDay}
          onChange={(day) => set('dueDay', day)}
          error={errors.dueDay}
        />
      </FieldPair>
      {values.kind === 'other' && (
        <Select
          size="xs"
          label={t('own.party')}
          data={OBLIGED.map((value) => ({ value, label: t(`parties.${value}`) }))}
          value={values.party}
          onChange={(value) => set('party', OBLIGED.find((one) => one === value) ?? 'creator')}
          allowDeselect={false}
        />
      )}
    </>
  )
}

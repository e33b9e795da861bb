/** Terms of payment of everybody in a campaign, or of one creator: the fields follow from the model. */

import { Select, Text } from '@mantine/core'

import type { Campaign, PayTerm } from '../../../../shared/contract/campaign-views'
import { PAY_MODELS } from '../../../../shared/domain/pay-models'
import { api } from '../../../api'
import { CreatorField } from '../../../creator/CreatorField'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { ModelFields } from './ModelFields'
import { type TermsDraft, termsDraft, termsOf } from './terms-form'

export interface TermsFormProps {
  readonly campaign: Campaign
  /** Null: new ones. */
  readonly term: PayTerm | null
  /** Of a new one: whom it is for, where that is known. */
  readonly creatorId?: string
  readonly onClose: () => void
}

export function TermsForm({ campaign, term, creatorId, onClose }: TermsFormProps) {
  const t = useText('campaigns')
  const form = useForm<TermsDraft>({
    initial: { ...termsDraft(term, campaign.currency), ...(creatorId !== undefined && { creatorId }) },
    check: (draft) => ({
      ...(termsOf(draft, campaign.currency).wrong.length > 0 && { typed: 'wrong' }),
      ...(draft.fromDay !== '' &&
        draft.toDay !== '' &&
        draft.toDay < draft.fromDay && { toDay: t('wrong.endBeforeBeginning') }),
    }),
    async save(draft) {
      const { model, note, fromDay, toDay } = draft
      await api.campaigns.putTerms({
        ...(term && { id: term.id }),
        campaignId: campaign.id,
        creatorId: draft.creatorId === '' ? null : draft.creatorId,
        model,
        terms: termsOf(draft, campaign.currency).terms,
        fromDay: fromDay === '' ? null : fromDay,
        toDay: toDay === '' ? null : toDay,
        note: note.trim() === '' ? null : note.trim(),
      })
      say(t('terms.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('terms.addTitle', { name: campaign.name })} form={form} onClose={onClose} wide>
      <CreatorField
        label={t('terms.whom')}
        none={t('terms.everybody')}
        value={form.values.creatorId}
        handle={term?.handle ?? null}
        onChange={(id) => form.set('creatorId', id)}
      />
      <Model form={form} />
      <ModelFields form={form} currency={campaign.currency} />
      <FieldPair>
        {(['fromDay', 'toDay'] as const).map((name) => (
          <DayField
            key={name}
            label={t(`fields.${name}`)}
            value={form.values[name]}
            onChange={(day) => form.set(name, day)}
            error={form.errors[name]}
          />
        ))}
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

function Model({ form }: { readonly form: Form<TermsDraft> }) {
  const t = useText('campaigns')
  const { model } = form.values
  return (
    <>
      <Select
        size="xs"
        label={t('terms.model')}
        data={PAY_MODELS.map((value) => ({ value, label: t(`terms.models.${value}`) }))}
        allowDeselect={false}
        value={model}
        onChange={(value) => {
          if (value) form.set('model', value)
        }}
      />
      <Text size="xs" c="dimmed">
        {t(`terms.modelHints.${model}`)}
      </Text>
    </>
  )
}

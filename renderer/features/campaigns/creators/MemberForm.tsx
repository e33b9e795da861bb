/** One creator in a campaign: where they stand, since when they promote, a rate of their own. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Campaign, CampaignCreator } from '../../../../shared/contract/campaign-views'
import { MEMBER_STATES, type MemberState } from '../../../../shared/domain/campaigns'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { Facts } from '../../../ui/Facts'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { parseRate, rateText, typedRate } from '../../../format/rates'
import { aheadText } from '../rate-text'

interface MemberDraft {
  readonly state: MemberState
  readonly joinedOn: string
  readonly rate: string
  readonly owner: string
  readonly note: string
}

export interface MemberFormProps {
  readonly campaign: Campaign
  readonly member: CampaignCreator
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function MemberForm({ campaign, member, onClose, ...neighbours }: MemberFormProps) {
  const t = useText('campaigns')
  const first: MemberDraft = {
    state: member.state,
    joinedOn: member.joinedOn ?? '',
    rate: typedRate(member.ownRate),
    owner: member.owner ?? '',
    note: member.note ?? '',
  }
  const form = useForm<MemberDraft>({
    initial: first,
    check: ({ rate }) => (rate.trim() !== '' && parseRate(rate) === null ? { rate: t('wrong.notPercent') } : {}),
    async save(draft) {
      const text = (value: string) => (value.trim() === '' ? null : value.trim())
      const { changed } = await api.campaigns.putCreators({
        campaignId: campaign.id,
        creators: [member.creatorId],
        fields: {
          ...(draft.state !== first.state && { state: draft.state }),
          ...(draft.joinedOn !== first.joinedOn && { joinedOn: draft.joinedOn === '' ? null : draft.joinedOn }),
          ...(draft.rate !== first.rate && { rate: parseRate(draft.rate) }),
          ...(draft.owner !== first.owner && { owner: text(draft.owner) }),
          ...(draft.note !== first.note && { note: text(draft.note) }),
        },
      })
      say(t('creators.changed', { count: changed }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={member.handle}
      form={form}
      onClose={onClose}
      {...neighbours}
      below={<Gets campaign={campaign} member={member} />}
    >
      <Standing form={form} />
      <TextField
        form={form}
        name="rate"
        label={t('creators.ownRate')}
        description={t('creators.ownRateHint')}
        inputMode="decimal"
      />
      <TextField form={form} name="owner" label={t('fields.owner')} maxLength={120} />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

function Standing({ form: { values, set } }: { readonly form: Form<MemberDraft> }) {
  const t = useText('campaigns')
  return (
    <FieldPair>
      <Select
        size="xs"
        label={t('creators.state')}
        data={MEMBER_STATES.map((value) => ({ value, label: t(`members.${value}`) }))}
        allowDeselect={false}
        value={values.state}
        onChange={(state) => state && set('state', state)}
      />
      <DayField
        label={t('creators.joinedOn')}
        value={values.joinedOn}
        onChange={(joinedOn) => set('joinedOn', joinedOn)}
      />
    </FieldPair>
  )
}

/** The rates they get, exceptions too, and how they are paid. */
function Gets({ campaign, member }: { readonly campaign: Campaign; readonly member: CampaignCreator }) {
  const t = useText('campaigns')
  const format = useFormat()
  const input = { campaignId: campaign.id, creatorId: member.creatorId }
  const terms = useQuery(orpc.campaigns.terms.queryOptions({ input })).data ?? []
  return (
    <Facts
      facts={[
        [t('creators.rate'), aheadText(member.ahead, format, t)],
        ...member.kept.map(
          ({ name, rate, lastDay }) =>
            [
              t('creators.kept'),
              t('keptOf', { name, rate: rateText(rate, format), day: format.day(lastDay) }),
            ] as const,
        ),
        [t('creators.pay'), terms.map(({ model }) => t(`terms.models.${model}`)).join(' · ')],
        [t('creators.samples'), format.count(member.samples)],
      ]}
    />
  )
}

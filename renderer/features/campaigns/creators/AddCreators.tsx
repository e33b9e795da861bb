/** Creators added by a pasted list, in whatever shape it comes. */

import { Select, Textarea } from '@mantine/core'

import type { Campaign } from '../../../../shared/contract/campaign-views'
import { MEMBER_STATES, type MemberState } from '../../../../shared/domain/campaigns'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { focusNow } from '../../../ui/focus'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import classes from '../campaigns.module.css'

interface AddDraft {
  readonly text: string
  readonly state: MemberState
  readonly joinedOn: string
}

/** As many unreadable lines as are told. */
const TOLD = 5

export function AddCreators({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const t = useText('campaigns')
  const form = useForm<AddDraft>({
    // Whoever promotes an open plan's products is in it; to all others somebody has to say yes.
    initial: { text: '', state: campaign.kind === 'open' ? 'active' : 'invited', joinedOn: '' },
    check: ({ text }) => (text.trim() === '' ? { text: t('wrong.required') } : {}),
    async save({ text, state, joinedOn }) {
      const done = await api.campaigns.addCreators({
        campaignId: campaign.id,
        text,
        state,
        joinedOn: joinedOn === '' ? null : joinedOn,
      })
      const { added, already, newCreators, unreadable, bound } = done
      const counted = t('creators.added', { added, already, fresh: newCreators })
      const names = bound.slice(0, TOLD).map(({ handle, title }) => `${handle} (${title})`)
      const said =
        bound.length === 0
          ? counted
          : `${counted}. ${t('creators.bound', { count: bound.length, names: names.join(' · ') })}`
      if (unreadable.length === 0) {
        say(said, bound.length === 0 ? undefined : 'bad')
        onClose()
        return
      }
      // What could not be read stays in the field, to be put right.
      const lines = unreadable.slice(0, TOLD).join(' · ')
      say(`${said}. ${t('creators.unreadable', { count: unreadable.length, lines })}`, 'bad')
      form.set('text', unreadable.join('\n'))
    },
  })
  const { values, set, errors } = form
  return (
    <FormDrawer
      title={t('creators.addTitle', { name: campaign.name })}
      form={form}
      saveWord={t('creators.add')}
      onClose={onClose}
      wide
    >
      <Textarea
        ref={focusNow}
        size="xs"
        label={t('creators.paste')}
        description={t('creators.pasteHint')}
        value={values.text}
        onChange={({ currentTarget }) => set('text', currentTarget.value)}
        error={errors.text}
        autosize
        minRows={8}
        maxRows={24}
      />
      <As form={form} />
      <p className={classes.quiet}>{t('creators.joinedHint')}</p>
    </FormDrawer>
  )
}

/** In which state they join, and since when they promote. */
function As({ form: { values, set } }: { readonly form: Form<AddDraft> }) {
  const t = useText('campaigns')
  return (
    <FieldPair>
      <Select
        size="xs"
        label={t('creators.joins')}
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

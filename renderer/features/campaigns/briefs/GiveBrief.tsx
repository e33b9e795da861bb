/** Writing down that creators got a brief: whoever has not got its newest version is offered. */

import { Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Brief } from '../../../../shared/contract/briefs'
import type { Campaign } from '../../../../shared/contract/campaign-views'
import { BRIEF_LANGUAGES, type BriefLanguage } from '../../../../shared/domain/briefs'
import { api, orpc } from '../../../api'
import { useLanguage, useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { type Form, useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from '../campaigns.module.css'

interface GiveDraft {
  readonly briefId: string
  readonly chosen: readonly string[]
  readonly language: BriefLanguage
  readonly channel: string
}

const MOST = 500

export interface GiveBriefProps {
  readonly campaign: Campaign
  readonly brief: Brief
  readonly onClose: () => void
}

/** To those of the campaign who have not got the newest version. */
export function GiveBrief({ campaign, brief, onClose }: GiveBriefProps) {
  const t = useText('briefs')
  const members = useQuery(orpc.campaigns.creators.queryOptions({ input: { campaignId: campaign.id, limit: MOST } }))
  const receipts = useQuery(orpc.briefs.receipts.queryOptions({ input: { id: brief.id } }))
  const has = new Set((receipts.data ?? []).filter(({ older }) => !older).map(({ creatorId }) => creatorId))
  const title = t('giveTitle', { title: brief.title, version: brief.newest?.name ?? '' })
  if (members.data === undefined || receipts.data === undefined) {
    return (
      <Drawer title={title} onClose={onClose}>
        <Answer query={members}>{() => null}</Answer>
      </Drawer>
    )
  }
  const open = members.data.rows
    .filter(({ creatorId, state }) => !has.has(creatorId) && state !== 'declined' && state !== 'left')
    .map(({ creatorId, handle }) => ({ value: creatorId, label: handle }))
  return <GiveForm briefs={[brief]} title={title} offered={open} chosen={[]} onClose={onClose} />
}

export interface GiveBriefsProps {
  readonly campaign: Campaign
  /** Who was ticked. */
  readonly creators: readonly string[]
  readonly onClose: () => void
}

/** One of the campaign's briefs to creators who were chosen already. */
export function GiveBriefs({ campaign, creators, onClose }: GiveBriefsProps) {
  const t = useText('briefs')
  const query = useQuery(orpc.briefs.list.queryOptions({ input: { campaignId: campaign.id } }))
  const members = useQuery(orpc.campaigns.creators.queryOptions({ input: { campaignId: campaign.id, limit: MOST } }))
  const [first] = query.data ?? []
  if (!first || members.data === undefined) {
    return (
      <Drawer title={t('give')} onClose={onClose}>
        <Answer query={query}>{(briefs) => (briefs.length === 0 ? <p>{t('none')}</p> : null)}</Answer>
      </Drawer>
    )
  }
  const offered = members.data.rows
    .filter(({ creatorId }) => creators.includes(creatorId))
    .map(({ creatorId, handle }) => ({ value: creatorId, label: handle }))
  return <GiveForm briefs={query.data ?? []} title={t('give')} offered={offered} chosen={creators} onClose={onClose} />
}

interface GiveFormProps {
  readonly briefs: readonly Brief[]
  readonly title: string
  readonly offered: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onClose: () => void
}

function GiveForm({ briefs, title, offered, chosen, onClose }: GiveFormProps) {
  const t = useText('briefs')
  const words = useText('campaigns')
  const own = useLanguage()
  const form = useForm<GiveDraft>({
    initial: {
      briefId: briefs[0]?.id ?? '',
      chosen: chosen.length > 0 ? chosen : offered.map(({ value }) => value),
      language: own,
      channel: '',
    },
    check: (draft) => (draft.chosen.length === 0 ? { chosen: words('wrong.required') } : {}),
    async save({ briefId, chosen: to, language, channel }) {
      const { sent } = await api.briefs.send({
        id: briefId,
        creators: [...to],
        language,
        channel: channel.trim() === '' ? null : channel.trim(),
      })
      const version = briefs.find(({ id }) => id === briefId)?.newest?.name ?? ''
      say(t('given', { count: sent, version }))
      onClose()
    },
  })
  return (
    <FormDrawer title={title} form={form} saveWord={t('give')} onClose={onClose} wide>
      {offered.length === 0 ? <p className={classes.quiet}>{t('nobodyLeft')}</p> : null}
      {briefs.length > 1 && (
        <Select
          size="xs"
          label={t('which')}
          data={briefs.map(({ id, title: name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          value={form.values.briefId}
          onChange={(id) => id && form.set('briefId', id)}
        />
      )}
      <Whom form={form} offered={offered} />
      <Select
        size="xs"
        label={t('language')}
        data={BRIEF_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        allowDeselect={false}
        value={form.values.language}
        onChange={(value) => form.set('language', BRIEF_LANGUAGES.find((one) => one === value) ?? own)}
      />
      <TextField form={form} name="channel" label={t('channel')} placeholder={t('channelHint')} maxLength={40} />
    </FormDrawer>
  )
}

function Whom({ form, offered }: { readonly form: Form<GiveDraft>; readonly offered: GiveFormProps['offered'] }) {
  const t = useText('briefs')
  if (offered.length === 0) return null
  const { chosen } = form.values
  return (
    <Checkbox.Group
      label={t('giveTo')}
      value={[...chosen]}
      onChange={(next) => form.set('chosen', next)}
      error={form.errors.chosen}
    >
      <Checkbox
        size="xs"
        mt="xs"
        label={t('giveAll')}
        checked={chosen.length === offered.length}
        indeterminate={chosen.length > 0 && chosen.length < offered.length}
        onChange={({ currentTarget }) =>
          form.set('chosen', currentTarget.checked ? offered.map(({ value }) => value) : [])
        }
      />
      {offered.map(({ value, label }) => (
        <Checkbox key={value} size="xs" mt="xs" ml="md" value={value} label={label} />
      ))}
    </Checkbox.Group>
  )
}

/** A new entry of the allow or block list. */

import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import { isRealDay } from '../../../shared/domain/days'
import { DECISION_LEVELS } from '../../../shared/domain/decisions'
import { api, orpc } from '../../api'
import { useVettingWords } from '../../creator/use-vetting-words'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useShops } from '../../session/shops'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

const WHAT = ['block', 'allow'] as const
const FOUND = 20
const EMPTY = {
  handle: '',
  creator: '',
  what: 'block',
  level: 'agency',
  client: '',
  shop: '',
  reason: '',
  note: '',
  expires: '',
}

type Draft = typeof EMPTY

export function ListEntryForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText('vetting')
  const common = useText('common')
  const answers = useQueryClient()
  const form = useForm({
    initial: EMPTY,
    check: (draft) => ({
      ...(draft.creator === '' && { creator: common('required') }),
      ...(draft.level === 'client' && draft.client === '' && { client: common('required') }),
      ...(draft.level === 'shop' && draft.shop === '' && { shop: common('required') }),
      ...(draft.what === 'block' && draft.reason === '' && { reason: common('required') }),
      ...(draft.expires !== '' && !isRealDay(draft.expires) && { expires: common('notADay') }),
    }),
    async save(draft) {
      await api.vetting.setList(entryOf(draft))
      await answers.invalidateQueries({ queryKey: orpc.vetting.key() })
      say(t('lists.saved', { handle: draft.handle, what: t(`list.${whatOf(draft)}`) }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('lists.addTitle')} form={form} onClose={onClose}>
      <CreatorChoice form={form} />
      <Choices form={form} />
      <TextField form={form} name="note" label={t('lists.note')} lines={2} maxLength={2000} />
      <DayField
        label={t('lists.expires')}
        value={form.values.expires}
        onChange={(day) => form.set('expires', day)}
        error={form.errors.expires}
      />
    </FormDrawer>
  )
}

function whatOf({ what }: Draft): (typeof WHAT)[number] {
  return WHAT.find((one) => one === what) ?? 'block'
}

function entryOf(draft: Draft) {
  return {
    creators: [draft.creator],
    level: DECISION_LEVELS.find((one) => one === draft.level) ?? 'agency',
    clientId: draft.level === 'client' ? draft.client : null,
    shopId: draft.level === 'shop' ? draft.shop : null,
    verdict: whatOf(draft),
    reason: draft.reason || null,
    note: draft.note.trim() || null,
    expires: draft.expires || null,
  }
}

function CreatorChoice({ form }: { readonly form: Form<Draft> }) {
  const t = useText('vetting')
  const { handle, creator } = form.values
  const query = useQuery(orpc.creators.list.queryOptions({ input: { search: handle, limit: FOUND } }))
  const found = query.data?.rows ?? []
  return (
    <Select
      size="xs"
      label={t('lists.creator')}
      data={found.map((one) => ({ value: one.id, label: one.handle }))}
      value={creator === '' ? null : creator}
      onChange={(id) => form.set('creator', id ?? '')}
      error={form.errors.creator}
      searchable
      searchValue={handle}
      onSearchChange={(text) => form.set('handle', text)}
      filter={({ options }) => options}
    />
  )
}

function Choices({ form }: { readonly form: Form<Draft> }) {
  const t = useText('vetting')
  const words = useVettingWords()
  const shops = useShops()
  const clients = useQuery(orpc.clients.list.queryOptions({ input: {} })).data ?? []
  const codes = useQuery(orpc.vetting.rules.queryOptions({ input: {} })).data?.reasons ?? []
  const { what, level } = form.values
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const choice = (name: 'what' | 'level' | 'client' | 'shop' | 'reason', data: { value: string; label: string }[]) => (
    <Select
      size="xs"
      label={t(`lists.${name}`)}
      data={data}
      value={form.values[name] === '' ? null : form.values[name]}
      onChange={(value) => form.set(name, value ?? '')}
      error={form.errors[name]}
    />
  )
  const fitting = codes.filter(({ uses }) => uses.some((use) => use === what))
  return (
    <>
      {choice(
        'what',
        WHAT.map((value) => ({ value, label: t(`lists.${value}`) })),
      )}
      {choice(
        'level',
        DECISION_LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
      )}
      {level === 'client' && choice('client', named(clients))}
      {level === 'shop' && choice('shop', named(shops))}
      {choice(
        'reason',
        fitting.map(({ key }) => ({ value: key, label: words.reason(key) })),
      )}
    </>
  )
}

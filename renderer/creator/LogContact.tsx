/** One contact or reply written down: whoever is about to be the second to write is warned before. */

import { SegmentedControl, Select } from '@mantine/core'

import { useState } from 'react'

import { TOUCH_KINDS, type TouchKind } from '../../shared/contract/outreach'
import { CHANNELS } from '../../shared/domain/templates'
import { api } from '../api'
import { useText } from '../messages/i18n'
import { useCurrentShop, useShops } from '../session/shops'
import { say } from '../session/status'
import { type Form, useForm } from '../ui/form'
import { FieldPair } from '../ui/FormBody'
import { FormDrawer } from '../ui/FormDrawer'
import { TextField } from '../ui/TextField'
import { ClaimBanner, useHolder } from './ClaimBanner'
import { CreatorField } from './CreatorField'
import type { UsedText, Who } from './quick-log'

export interface LogContactProps {
  /** Null: still to be chosen. */
  readonly who: Who | null
  readonly kind: TouchKind
  readonly used: UsedText | null
  readonly onClose: () => void
}

interface Draft {
  readonly who: Who | null
  readonly kind: TouchKind
  readonly shopId: string | null
  readonly channel: string | null
  readonly text: string
  readonly reason: string
}

const OURS: readonly TouchKind[] = ['sent', 'call', 'meeting']

export function LogContact({ who, kind, used, onClose }: LogContactProps) {
  const t = useText('outreach')
  const common = useText('common')
  const shop = useCurrentShop()
  const [chosen, setChosen] = useState({ who, kind })
  const collides = useCollision(chosen.who, chosen.kind)
  const form = useForm<Draft>({
    initial: { who, kind, shopId: shop?.id ?? null, channel: used?.channel ?? null, text: '', reason: '' },
    check: (draft) => ({
      ...(draft.who === null && { who: common('required') }),
      ...(collides && draft.reason.trim() === '' && { reason: common('required') }),
    }),
    async save(draft) {
      if (draft.who === null) return
      await api.outreach.log({
        creatorId: draft.who.id,
        kind: draft.kind,
        shopId: draft.shopId,
        channel: draft.channel,
        text: draft.text.trim() === '' ? null : draft.text,
        templateId: used?.templateId ?? null,
        templateVersionId: used?.templateVersionId ?? null,
        override: collides ? { reason: draft.reason } : null,
      })
      say(t('log.done', { handle: draft.who.handle }))
      onClose()
    },
  })
  const { values, set } = form
  return (
    <FormDrawer title={t('log.title')} form={form} saveWord={t('log.save')} onClose={onClose}>
      <CreatorField
        label={t('field.creator')}
        none={t('pick.who')}
        value={values.who?.id ?? ''}
        handle={values.who?.handle ?? null}
        onChange={(id, handle) => {
          const next = id === '' ? null : { id, handle }
          set('who', next)
          setChosen({ ...chosen, who: next })
        }}
        error={form.errors.who}
      />
      {values.who && <ClaimBanner creatorId={values.who.id} plain />}
      <SegmentedControl
        size="xs"
        aria-label={t('field.kind')}
        value={values.kind}
        onChange={(next) => {
          const wanted = TOUCH_KINDS.find((one) => one === next) ?? 'sent'
          set('kind', wanted)
          setChosen({ ...chosen, kind: wanted })
        }}
        data={TOUCH_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Where form={form} />
      {collides && <TextField form={form} name="reason" label={t('field.reason')} required />}
    </FormDrawer>
  )
}

/** Whether it would be the second message of two people. */
function useCollision(who: Who | null, kind: TouchKind): boolean {
  const holder = useHolder(who?.id ?? null)
  return holder !== undefined && holder !== null && !holder.mine && OURS.includes(kind)
}

function Where({ form }: { readonly form: Form<Draft> }) {
  const t = useText('outreach')
  const { values, set } = form
  return (
    <>
      <FieldPair>
        <ShopChoice value={values.shopId} onChange={(next) => set('shopId', next)} />
        <ChannelChoice value={values.channel} onChange={(next) => set('channel', next)} />
      </FieldPair>
      <TextField form={form} name="text" label={t('field.text')} lines={3} />
    </>
  )
}

interface ChoiceProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

function ShopChoice({ value, onChange }: ChoiceProps) {
  const t = useText('outreach')
  const shops = useShops()
  return (
    <Select
      size="xs"
      label={t('field.shop')}
      data={shops.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
    />
  )
}

/** Where it was said. */
export function ChannelChoice({ value, onChange }: ChoiceProps) {
  const t = useText('outreach')
  const words: Readonly<Record<string, string>> = t('channel', { returnObjects: true })
  return (
    <Select
      size="xs"
      label={t('field.channel')}
      data={CHANNELS.map(({ key }) => ({ value: key, label: words[key] ?? key }))}
      value={value}
      onChange={onChange}
      clearable
    />
  )
}

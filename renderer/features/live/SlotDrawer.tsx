/** One LIVE: who, for which shop, when by the shop's clock, with what. */

import { Button, Select, TagsInput, Text } from '@mantine/core'

import type { LiveRow, LiveSlotView } from '../../../shared/contract/live'
import type { Shop } from '../../../shared/contract/shops'
import { addDays, dayInZone, instantInZone, isRealDay, minuteInZone } from '../../../shared/domain/days'
import { SLOT_STATES, type SlotState } from '../../../shared/domain/live-board'
import { api } from '../../api'
import { HERE, zoneName } from '../../creator/clocks'
import { CreatorField } from '../../creator/CreatorField'
import { useText } from '../../messages/i18n'
import { useLikelyShop, useShops } from '../../session/shops'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { clockMinutes, minutesClock } from './clock-text'
import { whoOf } from './live-model'

/** Where on the board a new one is wanted. */
export interface NewSlot {
  readonly row?: LiveRow
  /** A day of the board, or an hour. */
  readonly day?: string | null
  readonly startsAt?: number | null
}

interface SlotDrawerProps {
  readonly slot: LiveSlotView | null
  readonly at: NewSlot | null
  readonly onClose: () => void
}

interface Draft {
  readonly shopId: string
  readonly creatorId: string
  readonly handle: string
  readonly room: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly state: SlotState
  readonly products: readonly string[]
  readonly owner: string
  readonly note: string
}

/** A new LIVE where nobody said when: the evening. */
const FIRST_FROM = 19 * 60
const FIRST_MINUTES = 120

export function SlotDrawer({ slot, at, onClose }: SlotDrawerProps) {
  const t = useText('live')
  const common = useText('common')
  const shops = useShops()
  const likely = useLikelyShop()
  const zoneOf = (shopId: string): string => shops.find(({ id }) => id === shopId)?.timezone ?? HERE
  const form = useForm<Draft>({
    initial: slot ? draftOf(slot, zoneOf(slot.shopId)) : firstDraft(at ?? {}, likely),
    check: ({ shopId, creatorId, room, day, from, to }) => ({
      ...(shopId === '' && { shopId: common('required') }),
      ...(creatorId === '' && room.trim() === '' && { room: t('nobody') }),
      ...(!isRealDay(day) && { day: common('notADay') }),
      ...(clockMinutes(from) === null && { from: t('notATime') }),
      ...(clockMinutes(to) === null && { to: t('notATime') }),
    }),
    async save(draft) {
      const saved = await api.live.put({
        ...(slot && { id: slot.id }),
        fields: fieldsOf(draft, zoneOf(draft.shopId), slot),
      })
      say(t('saved', { who: whoOf(saved) }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={slot ? whoOf(slot) : t('newSlot')}
      form={form}
      onClose={onClose}
      more={slot && <Remove slot={slot} onDone={onClose} />}
    >
      <Who form={form} />
      <When form={form} zone={zoneOf(form.values.shopId)} />
      <What form={form} />
    </FormDrawer>
  )
}

function draftOf(slot: LiveSlotView, zone: string): Draft {
  return {
    shopId: slot.shopId,
    creatorId: slot.creatorId ?? '',
    handle: slot.handle ?? '',
    room: slot.room ?? '',
    day: dayInZone(slot.startsAt, zone),
    from: minutesClock(minuteInZone(slot.startsAt, zone)),
    to: minutesClock(minuteInZone(slot.endsAt, zone)),
    state: slot.state,
    products: slot.products,
    owner: slot.owner ?? '',
    note: slot.note ?? '',
  }
}

function firstDraft({ row, day, startsAt }: NewSlot, shop: Shop | null): Draft {
  const zone = shop?.timezone ?? HERE
  const at = startsAt ?? null
  const from = at === null ? FIRST_FROM : minuteInZone(at, zone)
  return {
    shopId: shop?.id ?? '',
    creatorId: row?.creatorId ?? '',
    handle: row?.handle ?? '',
    room: row?.room ?? '',
    day: at === null ? (day ?? dayInZone(Date.now(), zone)) : dayInZone(at, zone),
    from: minutesClock(from),
    to: minutesClock(from + FIRST_MINUTES),
    state: 'planned',
    products: [],
    owner: '',
    note: '',
  }
}

/** Times of the shop's clock as instants. Those of a slot whose times nobody touched stay as they are, also in an hour that comes twice. */
function fieldsOf(draft: Draft, zone: string, slot: LiveSlotView | null) {
  const { shopId, creatorId, room, day, from, to, state, products, owner, note } = draft
  const before = slot && draftOf(slot, zone)
  const untouched = before && before.day === day && before.from === from && before.to === to
  const [begin, end] = [clockMinutes(from) ?? 0, clockMinutes(to) ?? 0]
  const times =
    slot && untouched
      ? { startsAt: slot.startsAt, endsAt: slot.endsAt }
      : {
          startsAt: instantInZone(day, begin, zone),
          endsAt: instantInZone(end > begin ? day : addDays(day, 1), end, zone),
        }
  return {
    shopId,
    creatorId: creatorId === '' ? null : creatorId,
    room: room.trim() || null,
    ...times,
    state,
    products: [...products],
    campaignId: slot?.campaignId ?? null,
    owner: owner.trim() || null,
    note: note.trim() || null,
  }
}

function Who({ form: { values, errors, set }, form }: { readonly form: Form<Draft> }) {
  const t = useText('live')
  return (
    <>
      <ShopField
        label={t('fields.shop')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={errors.shopId}
      />
      <CreatorField
        label={t('fields.creator')}
        none={t('fields.nobody')}
        value={values.creatorId}
        handle={values.handle || null}
        onChange={(id, handle) => {
          set('creatorId', id)
          set('handle', handle)
        }}
        error={errors.creatorId}
      />
      <TextField form={form} name="room" label={t('fields.room')} maxLength={120} />
    </>
  )
}

function When({ form, zone }: { readonly form: Form<Draft>; readonly zone: string }) {
  const t = useText('live')
  const { values, errors, set } = form
  return (
    <>
      <DayField
        label={t('fields.day')}
        value={values.day}
        onChange={(day) => set('day', day)}
        error={errors.day}
        required
      />
      <FieldPair>
        <TextField form={form} name="from" label={t('fields.from')} required />
        <TextField form={form} name="to" label={t('fields.to')} required />
      </FieldPair>
      <Text size="xs" c="dimmed">
        {t('clockOf', { zone: zoneName(zone) })}
      </Text>
    </>
  )
}

function What({ form }: { readonly form: Form<Draft> }) {
  const t = useText('live')
  const { values, set } = form
  return (
    <>
      <Select
        size="xs"
        label={t('fields.state')}
        allowDeselect={false}
        data={SLOT_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={values.state}
        onChange={(value) => set('state', SLOT_STATES.find((one) => one === value) ?? 'planned')}
      />
      <TagsInput
        size="xs"
        label={t('fields.products')}
        value={[...values.products]}
        onChange={(products) => set('products', products)}
      />
      <TextField form={form} name="owner" label={t('fields.owner')} maxLength={80} />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ slot, onDone }: { readonly slot: LiveSlotView; readonly onDone: () => void }) {
  const t = useText('live')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.live.remove({ id: slot.id })
      onDone()
    },
    () => t('removed', { who: whoOf(slot) }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

/** Money that somebody knows of: entered, changed, removed. */

import { Button, Select } from '@mantine/core'

import type { OwnCashItem } from '../../../shared/contract/cash'
import { OWN_CASH_KINDS, REPEATS } from '../../../shared/domain/cash-items'
import { isRealDay } from '../../../shared/domain/days'
import { api } from '../../api'
import { parseAmount, typedAmount } from '../../format/money'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { useCurrentShop, useShops } from '../../session/shops'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'

interface ItemDrawerProps {
  /** Null for new money. */
  readonly item: OwnCashItem | null
  readonly onClose: () => void
}

interface Draft {
  readonly title: string
  readonly direction: 'out' | 'in'
  readonly kind: OwnCashItem['kind']
  readonly amount: string
  readonly currency: string
  readonly day: string
  readonly repeat: 'none' | (typeof REPEATS)[number]
  readonly untilDay: string
  readonly shopId: string
  readonly note: string
}

export function ItemDrawer({ item, onClose }: ItemDrawerProps) {
  const t = useText('cash')
  const common = useText('common')
  const form = useForm<Draft>({
    initial: useDraft(item),
    check: (draft) => ({
      ...(draft.title.trim() === '' && { title: common('required') }),
      ...(!/^[A-Z]{3}$/.test(draft.currency) && { currency: common('required') }),
      ...((parseAmount(draft.amount, draft.currency) ?? 0) <= 0 && { amount: t('form.notAnAmount') }),
      ...(!isRealDay(draft.day) && { day: common('notADay') }),
      ...(draft.untilDay !== '' &&
        (draft.repeat === 'none' || draft.untilDay < draft.day) && { untilDay: t('form.endsBefore') }),
    }),
    async save(draft) {
      const saved = await api.cash.putItem({ ...(item && { id: item.id }), fields: fieldsOf(draft) })
      say(t('form.saved', { title: saved.title }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={item ? item.title : t('form.newItem')}
      form={form}
      onClose={onClose}
      more={item && <Remove item={item} onDone={onClose} />}
    >
      <Fields form={form} />
    </FormDrawer>
  )
}

function useDraft(item: OwnCashItem | null): Draft {
  const today = useToday()
  const shop = useCurrentShop()
  const books = useWorkspace()?.currency ?? 'USD'
  const amount = item?.amount ?? null
  return {
    title: item?.title ?? '',
    direction: amount !== null && amount > 0 ? 'in' : 'out',
    kind: item?.kind ?? 'other',
    amount: amount === null ? '' : typedAmount(Math.abs(amount), item?.currency ?? books),
    currency: item?.currency ?? shop?.currency ?? books,
    day: item?.day ?? today,
    repeat: item?.repeat ?? 'none',
    untilDay: item?.untilDay ?? '',
    shopId: item ? (item.shopId ?? '') : (shop?.id ?? ''),
    note: item?.note ?? '',
  }
}

function fieldsOf({ direction, repeat, untilDay, shopId, note, ...draft }: Draft) {
  const amount = parseAmount(draft.amount, draft.currency) ?? 0
  return {
    ...draft,
    title: draft.title.trim(),
    amount: direction === 'out' ? -amount : amount,
    repeat: repeat === 'none' ? null : repeat,
    untilDay: untilDay === '' ? null : untilDay,
    shopId: shopId === '' ? null : shopId,
    note: note.trim() || null,
  }
}

function Fields({ form }: { readonly form: Form<Draft> }) {
  const t = useText('cash')
  const shops = useShops()
  const { values, set } = form
  return (
    <>
      <TextField form={form} name="title" label={t('form.title')} placeholder={t('form.titleHint')} required first />
      <FieldPair>
        <Select
          label={t('form.direction')}
          data={(['out', 'in'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          value={values.direction}
          onChange={(value) => set('direction', value === 'in' ? 'in' : 'out')}
        />
        <Select
          label={t('form.kind')}
          data={OWN_CASH_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', OWN_CASH_KINDS.find((kind) => kind === value) ?? 'other')}
        />
      </FieldPair>
      <FieldPair>
        <TextField form={form} name="amount" label={t('form.amount')} inputMode="decimal" required />
        <TextField form={form} name="currency" label={t('form.currency')} maxLength={3} required capitals />
      </FieldPair>
      <When form={form} />
      <Select
        label={t('form.shop')}
        data={[
          { value: '', label: t('form.noShop') },
          ...shops.map(({ id, name, market }) => ({ value: id, label: `${name} · ${market}` })),
        ]}
        value={values.shopId}
        onChange={(id) => set('shopId', id ?? '')}
        searchable
      />
      <TextField form={form} name="note" label={t('form.note')} lines={2} />
    </>
  )
}

function When({ form }: { readonly form: Form<Draft> }) {
  const t = useText('cash')
  const { values, errors, set } = form
  return (
    <>
      <FieldPair>
        <DayField
          label={t('form.day')}
          value={values.day}
          onChange={(day) => set('day', day)}
          error={errors.day}
          required
        />
        <Select
          label={t('form.repeat')}
          data={(['none', ...REPEATS] as const).map((value) => ({ value, label: t(`form.repeats.${value}`) }))}
          value={values.repeat}
          onChange={(value) => set('repeat', REPEATS.find((repeat) => repeat === value) ?? 'none')}
        />
      </FieldPair>
      {values.repeat !== 'none' && (
        <DayField
          label={t('form.untilDay')}
          value={values.untilDay}
          onChange={(day) => set('untilDay', day)}
          error={errors.untilDay}
        />
      )}
    </>
  )
}

function Remove({ item, onDone }: { readonly item: OwnCashItem; readonly onDone: () => void }) {
  const t = useText('cash')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.cash.removeItem({ id: item.id })
      onDone()
    },
    () => t('form.removed', { title: item.title }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

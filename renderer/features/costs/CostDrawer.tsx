/** One cost: entered, changed, removed. */

import { Button, Divider, Select } from '@mantine/core'

import { COST_KINDS, type CostLine } from '../../../shared/contract/costs'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { useCurrentShop } from '../../session/shops'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { type CostDraft, costDraft, costFields, wrongInCost } from './cost-form'
import { useWrongTexts } from './use-wrong'

export interface CostDrawerProps {
  /** Null for a new one. */
  readonly line: CostLine | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function CostDrawer({ line, ...drawer }: CostDrawerProps) {
  const t = useText('costs')
  const lists = useText('lists')
  const texts = useWrongTexts()
  const shop = useCurrentShop()
  const books = useWorkspace()?.currency ?? 'USD'
  const today = useToday()
  const form = useForm<CostDraft>({
    initial: costDraft(line, shop?.id ?? '', shop?.currency ?? books, today),
    check: (draft) => texts(wrongInCost(draft), draft.currency),
    async save(draft) {
      await api.costs.put({ ...(line && { id: line.id }), fields: costFields(draft) })
      say(t('saved'))
      drawer.onClose()
    },
  })
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  return (
    <FormDrawer
      {...drawer}
      title={line ? t('fields.amount') : t('newLine')}
      form={form}
      more={line && <Remove line={line} onDone={drawer.onClose} />}
      below={
        line && (
          <>
            <Divider my="md" label={lists('history.title')} labelPosition="left" />
            <RecordHistory entity="costLines" id={line.id} fields={fields} />
          </>
        )
      }
    >
      <CostFields form={form} />
    </FormDrawer>
  )
}

const TEXTS = [
  ['creatorHandle', 'creator'],
  ['productId', 'product'],
  ['campaign', 'campaign'],
  ['staff', 'staff'],
] as const

function CostFields({ form }: { readonly form: Form<CostDraft> }) {
  const { values, errors, set } = form
  const t = useText('costs')
  const words = useText('words')
  return (
    <>
      <ShopField
        label={t('fields.shop')}
        value={values.shopId}
        onChange={({ id, currency }) => {
          set('shopId', id)
          set('currency', currency)
        }}
        error={errors.shopId}
      />
      <FieldPair>
        <Select
          label={t('fields.kind')}
          data={COST_KINDS.map((value) => ({ value, label: words(`costKind.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', COST_KINDS.find((kind) => kind === value) ?? 'other')}
        />
        <DayField
          label={t('fields.day')}
          value={values.day}
          onChange={(day) => set('day', day)}
          error={errors.day}
          required
        />
      </FieldPair>
      <FieldPair>
        <TextField form={form} name="amount" label={t('fields.amount')} inputMode="decimal" required />
        <TextField form={form} name="currency" label={t('fields.currency')} maxLength={3} required capitals />
      </FieldPair>
      <FieldPair>
        {TEXTS.map(([name, word]) => (
          <TextField key={name} form={form} name={name} label={t(`fields.${word}`)} />
        ))}
      </FieldPair>
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ line, onDone }: { readonly line: CostLine; readonly onDone: () => void }) {
  const t = useText('costs')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.costs.remove({ id: line.id })
      onDone()
    },
    () => t('removed'),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

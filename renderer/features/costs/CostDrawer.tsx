/** One cost: entered, changed, removed. */

import { Button, Divider, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { COST_KINDS, type CostLine } from '../../../shared/contract/costs'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { AskedField } from '../../questions/marked'
import { type Marks, useMarks } from '../../questions/use-questions'
import { useToday } from '../../session/scope'
import { useCurrentShop } from '../../session/shops'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { Attachments } from '../../ui/Attachments'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { type CostDraft, costDraft, costFields, draftValue, wrongInCost } from './cost-form'
import { Payment } from './Payment'
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
  const attachments = useText('attachments')
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
            <Divider my="md" label={t('fields.payment')} labelPosition="left" />
            <Payment line={line} />
            <Divider my="md" label={attachments('title')} labelPosition="left" />
            <Attachments entity="costLines" id={line.id} />
            <Divider my="md" label={lists('history.title')} labelPosition="left" />
            <RecordHistory
              entity="costLines"
              id={line.id}
              fields={fields}
              restorable={RESTORABLE}
              currency={line.currency}
            />
          </>
        )
      }
    >
      <CostFields form={form} line={line} />
    </FormDrawer>
  )
}

const RESTORABLE = ['amount', 'day', 'note', 'campaign', 'staff', 'creatorHandle', 'productId', 'kind']

const TEXTS = [
  ['creatorHandle', 'creator'],
  ['productId', 'product'],
  ['campaign', 'campaign'],
  ['staff', 'staff'],
] as const

interface FieldsProps {
  readonly form: Form<CostDraft>
  readonly line: CostLine | null
}

function CostFields({ form, line }: FieldsProps) {
  const { values, errors, set } = form
  const t = useText('costs')
  const words = useText('words')
  const marks = useMarks('costLines')
  const asked = { form, line, marks }
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
        <Asked {...asked} name="kind" label={t('fields.kind')}>
          <Select
            label={t('fields.kind')}
            data={COST_KINDS.map((value) => ({ value, label: words(`costKind.${value}`) }))}
            value={values.kind}
            onChange={(value) => set('kind', COST_KINDS.find((kind) => kind === value) ?? 'other')}
          />
        </Asked>
        <Asked {...asked} name="day" label={t('fields.day')}>
          <DayField
            label={t('fields.day')}
            value={values.day}
            onChange={(day) => set('day', day)}
            error={errors.day}
            required
          />
        </Asked>
      </FieldPair>
      <FieldPair>
        <Asked {...asked} name="amount" label={t('fields.amount')}>
          <TextField form={form} name="amount" label={t('fields.amount')} inputMode="decimal" required />
        </Asked>
        <TextField form={form} name="currency" label={t('fields.currency')} maxLength={3} required capitals />
      </FieldPair>
      <FieldPair>
        {TEXTS.map(([name, word]) => (
          <Asked {...asked} key={name} name={name} label={t(`fields.${word}`)}>
            <TextField form={form} name={name} label={t(`fields.${word}`)} />
          </Asked>
        ))}
      </FieldPair>
      <Asked {...asked} name="note" label={t('fields.note')}>
        <TextField form={form} name="note" label={t('fields.note')} lines={2} />
      </Asked>
    </>
  )
}

interface AskedProps extends FieldsProps {
  readonly marks: Marks
  readonly name: Exclude<keyof CostDraft, 'shopId' | 'currency'>
  readonly label: string
  readonly children: ReactNode
}

/** A new cost has no questions; of one in question, what is shown now stands until somebody has chosen. */
function Asked({ form, line, marks, name, label, children }: AskedProps) {
  const words = useText('words')
  const format = useFormat()
  const answers = useQueryClient()
  if (!line) {
    return children
  }
  const shown =
    name === 'amount'
      ? line.amount === null
        ? null
        : format.money(line.amount, line.currency)
      : name === 'kind'
        ? words(`costKind.${line.kind}`)
        : line[name]
  return (
    <AskedField
      marks={marks}
      entity="costLines"
      id={line.id}
      field={name}
      label={label}
      shown={shown}
      onDecided={(value) => {
        form.set(name, draftValue(name, value, line.currency))
        void answers.invalidateQueries({ queryKey: [['costs']] })
      }}
    >
      {children}
    </AskedField>
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

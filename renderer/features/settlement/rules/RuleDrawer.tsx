/** One rule of commission: what counts in the base, tiers and shares; and what it would have paid before it holds. */

import { Button, Checkbox, Select, Stack } from '@mantine/core'
import { useState } from 'react'

import type { CommissionRule, CommissionTerms } from '../../../../shared/contract/commission'
import type { Shop } from '../../../../shared/contract/shops'
import { BASE_PARTS, type BasePart } from '../../../../shared/domain/commission'
import { isRealDay } from '../../../../shared/domain/days'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { useCommand } from '../../../ui/use-save'
import { draftOf, type RuleDraft, shareOf, SHARES, termsOf, tiersOf } from './rule-form'
import { Simulation } from './Simulation'

export interface RuleDrawerProps {
  /** What the form begins with; an own one is changed, one of the app is followed by an own one. */
  readonly rule: CommissionRule
  readonly shop: Shop
  readonly month: string
  readonly whoOf: (rule: Pick<CommissionRule, 'key' | 'shopName'>) => string
  readonly onClose: () => void
}

export function RuleDrawer({ rule, shop, month, whoOf, onClose }: RuleDrawerProps) {
  const t = useText('commission')
  const format = useFormat()
  const { currency } = shop
  const [tried, setTried] = useState<CommissionTerms | null>(null)
  const form = useForm<RuleDraft>({
    initial: {
      key: rule.id === null ? shop.id : rule.key,
      fromDay: rule.fromDay ?? `${month}-01`,
      ...draftOf(rule, currency),
    },
    check: useCheck(currency),
    async save(draft) {
      const terms = termsOf(draft, currency)
      if (terms === null) return
      const { key, fromDay } = draft
      const saved = await api.commission.put({
        ...terms,
        key,
        fromDay,
        source: draft.source.trim(),
        note: draft.note.trim() || null,
      })
      say(t('saved', { who: whoOf(saved), day: format.day(fromDay) }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={rule.id === null ? t('add') : t('edit', { who: whoOf(rule) })}
      form={form}
      wide
      onClose={onClose}
      more={
        <>
          {rule.id !== null && <Remove id={rule.id} who={whoOf(rule)} onDone={onClose} />}
          <Button variant="default" onClick={() => setTried(termsOf(form.values, currency))}>
            {t('simulate')}
          </Button>
        </>
      }
      below={tried && <Simulation shop={shop} month={month} terms={tried} rate={null} keepHigher={false} />}
    >
      <RuleFields form={form} isNew={rule.id === null} />
    </FormDrawer>
  )
}

function useCheck(currency: string) {
  const t = useText('commission')
  const common = useText('common')
  return (draft: RuleDraft) => ({
    ...(!isRealDay(draft.fromDay) && { fromDay: common('notADay') }),
    ...(draft.source.trim() === '' && { source: common('required') }),
    ...(tiersOf(draft.tiers, currency) === null && { tiers: t('notTiers') }),
    ...Object.fromEntries(SHARES.flatMap((field) => (shareOf(draft[field]) === null ? [[field, t('notAShare')]] : []))),
  })
}

type RuleForm = ReturnType<typeof useForm<RuleDraft>>

function RuleFields({ form, isNew }: { readonly form: RuleForm; readonly isNew: boolean }) {
  const t = useText('commission')
  const shops = useShops()
  const markets = [...new Set(shops.map(({ market }) => market))]
  const { values, errors, set } = form
  return (
    <>
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.who')}
          // A rule is one for its key and day: another key is another rule.
          disabled={!isNew}
          data={[
            ...shops.map(({ id, name }) => ({ value: id, label: name })),
            ...markets.map((market) => ({ value: market, label: market })),
            { value: '*', label: t('everybody') },
          ]}
          value={values.key}
          onChange={(key) => key !== null && set('key', key)}
          allowDeselect={false}
        />
        <DayField
          label={t('fields.fromDay')}
          value={values.fromDay}
          onChange={(day) => set('fromDay', day)}
          error={errors.fromDay}
          required
        />
      </FieldPair>
      <Checkbox.Group
        size="xs"
        label={t('fields.base')}
        description={t('price')}
        value={[...values.base]}
        onChange={(base) =>
          set(
            'base',
            BASE_PARTS.filter((part): part is BasePart => base.includes(part)),
          )
        }
      >
        <Stack gap="xs" mt="xs">
          {BASE_PARTS.map((part) => (
            <Checkbox key={part} size="xs" value={part} label={t('counted', { part: t(`parts.${part}`) })} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Shares form={form} />
    </>
  )
}

function Shares({ form }: { readonly form: RuleForm }) {
  const t = useText('commission')
  return (
    <>
      <TextField form={form} name="tiers" label={t('fields.tiers')} description={t('fields.tiersHint')} lines={2} />
      <FieldPair>
        <TextField form={form} name="tapShare" label={t('fields.tapShare')} inputMode="decimal" />
        <TextField form={form} name="capShare" label={t('fields.capShare')} inputMode="decimal" />
      </FieldPair>
      <FieldPair>
        <TextField form={form} name="bonusRate" label={t('fields.bonusRate')} inputMode="decimal" />
        <TextField form={form} name="coFundedShare" label={t('fields.coFundedShare')} inputMode="decimal" />
        <TextField form={form} name="taxRate" label={t('fields.taxRate')} inputMode="decimal" />
      </FieldPair>
      <TextField form={form} name="source" label={t('fields.source')} required />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ id, who, onDone }: { readonly id: string; readonly who: string; readonly onDone: () => void }) {
  const t = useText('commission')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.commission.remove({ id })
      onDone()
    },
    () => t('removed', { who }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

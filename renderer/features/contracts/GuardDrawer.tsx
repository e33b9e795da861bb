/** When paper is asked for: for all shops, or for the one that is chosen. */

import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DEFAULT_GUARD, GUARD_RULES } from '../../../shared/domain/contract-guards'
import { api, orpc } from '../../api'
import { parseAmount, typedAmount } from '../../format/money'
import { useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { CURRENCY_CHOICES } from '../../ui/currencies'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'

interface GuardDrawerProps {
  readonly shopId: string | null
  readonly onClose: () => void
}

export function GuardDrawer({ shopId, onClose }: GuardDrawerProps) {
  const [key, setKey] = useState(shopId ?? DEFAULT_GUARD)
  return <GuardsOf key={key} owner={key} shopId={shopId} onOwner={setKey} onClose={onClose} />
}

interface GuardsOfProps extends GuardDrawerProps {
  readonly owner: string
  readonly onOwner: (key: string) => void
}

function GuardsOf(props: GuardsOfProps) {
  const query = useQuery(orpc.contracts.guards.queryOptions({ input: {} }))
  return (
    <Answer query={query}>
      {(guards) => {
        const own = guards.find((one) => one.key === props.owner)
        const rules = own ?? guards.find((one) => one.key === DEFAULT_GUARD) ?? GUARD_RULES
        return <GuardForm {...props} rules={rules} own={own?.own === true} />
      }}
    </Answer>
  )
}

interface GuardFormProps extends GuardsOfProps {
  readonly rules: typeof GUARD_RULES
  readonly own: boolean
}

function GuardForm({ owner, shopId, onOwner, onClose, rules, own }: GuardFormProps) {
  const t = useText('contracts')
  const shop = useCurrentShop()
  const books = useWorkspace()?.currency ?? 'USD'
  const currency = rules.currency ?? shop?.currency ?? books
  const form = useForm<Draft>({
    initial: {
      sampleLimit: rules.sampleLimit === null ? '' : typedAmount(rules.sampleLimit, currency),
      currency,
      advances: rules.advances,
      exclusivity: rules.exclusivity,
    },
    check: (draft) => ({
      ...(draft.sampleLimit.trim() !== '' &&
        parseAmount(draft.sampleLimit, draft.currency) === null && { sampleLimit: t('wrong.notAnAmount') }),
    }),
    async save({ sampleLimit, ...draft }) {
      const limit = sampleLimit.trim() === '' ? null : parseAmount(sampleLimit, draft.currency)
      await api.contracts.putGuard({ key: owner, rules: { ...draft, sampleLimit: limit } })
      say(t('guardForm.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('guardForm.title')}
      form={form}
      onClose={onClose}
      more={own && <Reset owner={owner} onDone={onClose} />}
    >
      {shopId !== null && (
        <SegmentedControl
          size="xs"
          aria-label={t('guardForm.scope')}
          value={owner}
          onChange={onOwner}
          data={[
            { value: DEFAULT_GUARD, label: t('guardForm.all') },
            { value: shopId, label: shop?.name ?? t('columns.shop') },
          ]}
        />
      )}
      <Rules form={form} />
    </FormDrawer>
  )
}

interface Draft {
  readonly sampleLimit: string
  readonly currency: string
  readonly advances: boolean
  readonly exclusivity: boolean
}

function Rules({ form }: { readonly form: Form<Draft> }) {
  const t = useText('contracts')
  const { values, set } = form
  const tick = (name: 'advances' | 'exclusivity') => (
    <Checkbox
      size="xs"
      label={t(`guardForm.${name}`)}
      checked={values[name]}
      onChange={({ currentTarget }) => set(name, currentTarget.checked)}
    />
  )
  return (
    <>
      <FieldPair>
        <TextField
          form={form}
          name="sampleLimit"
          label={t('guardForm.sampleLimit')}
          description={t('guardForm.sampleHint')}
          inputMode="decimal"
        />
        <Select
          size="xs"
          label={t('fields.currency')}
          data={[...CURRENCY_CHOICES]}
          searchable
          value={values.currency}
          onChange={(value) => value && set('currency', value)}
        />
      </FieldPair>
      {tick('advances')}
      {tick('exclusivity')}
    </>
  )
}

function Reset({ owner, onDone }: { readonly owner: string; readonly onDone: () => void }) {
  const t = useText('contracts')
  const reset = useCommand(
    async () => {
      await api.contracts.resetGuard({ key: owner })
      onDone()
    },
    () => t('guardForm.wasReset'),
  )
  return (
    <Button variant="default" loading={reset.busy} onClick={() => reset.run()}>
      {t('guardForm.reset')}
    </Button>
  )
}

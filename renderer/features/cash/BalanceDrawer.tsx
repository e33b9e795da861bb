/** What is in an account at the end of a day, with the floor below which a week is red. */

import { Button, Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { isRealDay } from '../../../shared/domain/days'
import { api, orpc } from '../../api'
import { parseAmount } from '../../format/money'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { SmallTable } from '../../ui/SmallTable'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import classes from './cash.module.css'

interface Draft {
  readonly account: string
  readonly currency: string
  readonly day: string
  readonly amount: string
  readonly floor: string
}

export function BalanceDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText('cash')
  const common = useText('common')
  const today = useToday()
  const books = useWorkspace()?.currency ?? 'USD'
  const form = useForm<Draft>({
    initial: { account: '', currency: books, day: today, amount: '', floor: '' },
    check: ({ account, currency, day, amount, floor }) => ({
      ...(account.trim() === '' && { account: common('required') }),
      ...(!/^[A-Z]{3}$/.test(currency) && { currency: common('required') }),
      ...(!isRealDay(day) && { day: common('notADay') }),
      ...(parseAmount(amount, currency) === null && { amount: t('accounts.notAnAmount') }),
      ...(floor.trim() !== '' && parseAmount(floor, currency) === null && { floor: t('accounts.notAnAmount') }),
    }),
    async save({ account, currency, day, amount, floor }) {
      const saved = await api.cash.putBalance({
        account: account.trim(),
        currency,
        day,
        amount: parseAmount(amount, currency) ?? 0,
        floor: floor.trim() === '' ? null : parseAmount(floor, currency),
      })
      say(t('accounts.saved', { account: saved.account }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('accounts.title')} form={form} onClose={onClose} below={<Known />} wide>
      <p className={classes.lead}>{t('accounts.lead')}</p>
      <TextField
        form={form}
        name="account"
        label={t('accounts.account')}
        placeholder={t('accounts.accountHint')}
        required
        first
      />
      <FieldPair>
        <TextField form={form} name="amount" label={t('accounts.amount')} inputMode="decimal" required />
        <TextField form={form} name="currency" label={t('form.currency')} maxLength={3} required capitals />
      </FieldPair>
      <DayAndFloor form={form} />
    </FormDrawer>
  )
}

function DayAndFloor({ form }: { readonly form: Form<Draft> }) {
  const t = useText('cash')
  const { values, errors, set } = form
  return (
    <FieldPair>
      <DayField
        label={t('accounts.day')}
        value={values.day}
        onChange={(day) => set('day', day)}
        error={errors.day}
        required
      />
      <TextField
        form={form}
        name="floor"
        label={t('accounts.floor')}
        description={t('accounts.floorHint')}
        inputMode="decimal"
      />
    </FieldPair>
  )
}

function Known() {
  const t = useText('cash')
  const common = useText('common')
  const format = useFormat()
  const balances = useQuery(orpc.cash.balances.queryOptions({ input: {} }))
  const remove = useCommand(
    ({ id }: { readonly id: string; readonly account: string }) => api.cash.removeBalance({ id }),
    (_, { account }) => t('accounts.removed', { account }),
  )
  const money = (amount: number | null, currency: string): string =>
    amount === null ? DASH : format.money(amount, currency)
  return (
    <>
      <Divider my="md" label={t('accounts.known')} labelPosition="left" />
      <Answer query={balances}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.lead}>{t('accounts.none')}</p>
          ) : (
            <SmallTable
              label={t('accounts.known')}
              columns={[
                { title: t('accounts.account') },
                { title: t('accounts.day'), words: true },
                { title: t('accounts.amount'), figure: true },
                { title: t('accounts.floor'), figure: true },
                { title: '' },
              ]}
              rows={rows.map(({ id, account, currency, day, amount, floor }) => ({
                key: id,
                cells: [
                  account,
                  format.shortDay(day),
                  money(amount, currency),
                  money(floor, currency),
                  <Button
                    key="remove"
                    size="compact-xs"
                    variant="subtle"
                    loading={remove.busy}
                    onClick={() => remove.run({ id, account })}
                  >
                    {common('remove')}
                  </Button>,
                ],
              }))}
            />
          )
        }
      </Answer>
    </>
  )
}

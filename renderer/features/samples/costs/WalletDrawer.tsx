/** The budget of one person's month. */

import { Button, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import type { SampleWallet } from '../../../../shared/contract/sample-costs'
import { api, orpc } from '../../../api'
import { parseAmount, typedAmount } from '../../../format/money'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useCurrentShop } from '../../../session/shops'
import { say } from '../../../session/status'
import { CURRENCY_CHOICES } from '../../../ui/currencies'
import type { DrawerProps } from '../../../ui/Drawer'
import { useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'

export interface WalletDrawerProps extends Pick<DrawerProps, 'onClose' | 'onPrevious' | 'onNext'> {
  readonly month: string
  /** Null: of somebody who has none yet. */
  readonly wallet: SampleWallet | null
}

export function WalletDrawer({ month, wallet, ...drawer }: WalletDrawerProps) {
  const t = useText('sampleCosts')
  const format = useFormat()
  const answers = useQueryClient()
  const shop = useCurrentShop()
  const save = async (person: string, amount: number | null, currency: string, note: string) => {
    await api.sampleCosts.setWallet({ person, month, amount, currency, note: note === '' ? null : note })
    await answers.invalidateQueries({ queryKey: orpc.sampleCosts.key() })
    say(t('saved'))
    drawer.onClose()
  }
  const form = useForm({
    initial: {
      person: wallet?.person ?? '',
      amount: wallet === null || wallet.budget === null ? '' : typedAmount(wallet.budget, wallet.currency),
      currency: wallet?.currency ?? shop?.currency ?? 'USD',
      note: wallet?.note ?? '',
    },
    check: ({ person, amount, currency }) => ({
      ...(person.trim() === '' && { person: t('wrongPerson') }),
      ...(parseAmount(amount, currency) === null && { amount: t('wrongAmount') }),
    }),
    save: ({ person, amount, currency, note }) => save(person.trim(), parseAmount(amount, currency), currency, note),
  })
  const remove = wallet?.walletId && (
    <Button variant="subtle" onClick={() => void save(wallet.person, null, wallet.currency, '')}>
      {t('remove')}
    </Button>
  )
  return (
    <FormDrawer
      {...drawer}
      title={`${wallet === null ? t('set') : t('setOf', { person: wallet.person })} · ${format.month(month)}`}
      form={form}
      more={remove}
    >
      {wallet === null && <TextField form={form} name="person" label={t('person')} first required />}
      <FieldPair>
        <TextField form={form} name="amount" label={t('amount')} first={wallet !== null} inputMode="decimal" required />
        <Select
          size="xs"
          label={t('currency')}
          data={CURRENCY_CHOICES}
          allowDeselect={false}
          value={form.values.currency}
          onChange={(value) => value && form.set('currency', value)}
        />
      </FieldPair>
      <TextField form={form} name="note" label={t('note')} lines={2} maxLength={500} />
    </FormDrawer>
  )
}

/** The claims of one product given to others, with their proof. */

import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { EVERY } from '../../../../shared/domain/claim-sheet'
import { MARKETS } from '../../../../shared/domain/market-packs'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { Quiet } from '../ProductParts'
import type { SheetOf } from './ClaimSheetDrawer'
import { useMarketText } from './market-text'

/** More are found by typing. */
const MOST_OFFERED = 100

interface CopyClaimsProps {
  readonly sheet: SheetOf
  readonly product: string
  readonly onClose: () => void
}

export function CopyClaims({ sheet, product, onClose }: CopyClaimsProps) {
  const t = useText('claimSheets')
  const marketText = useMarketText()
  const all = useQuery(orpc.claimSheets.list.queryOptions({ input: {} }))
  const targets = (all.data ?? []).filter(
    ({ shopId, productId }) => productId !== EVERY && (shopId !== sheet.shopId || productId !== sheet.productId),
  )
  const keyOf = ({ shopId, productId }: (typeof targets)[number]): string => `${shopId} ${productId}`
  const form = useForm<{ market: string; to: readonly string[] }>({
    initial: { market: '', to: [] },
    check: ({ to }) => (to.length === 0 ? { to: t('copying.nothing') } : {}),
    async save({ market, to }) {
      const { added } = await api.claimSheets.copy({
        shopId: sheet.shopId,
        productId: sheet.productId,
        ...(market !== '' && { market }),
        to: targets.filter((one) => to.includes(keyOf(one))).map(({ shopId, productId }) => ({ shopId, productId })),
      })
      say(t('copying.done', { count: added }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('copying.title', { product })} form={form} onClose={onClose} saveWord={t('copying.now')}>
      <Quiet>{t('copying.lead')}</Quiet>
      <Select
        size="xs"
        clearable
        label={t('copying.market')}
        placeholder={t('all')}
        data={[EVERY, ...MARKETS].map((value) => ({ value, label: marketText(value) }))}
        value={form.values.market || null}
        onChange={(value) => form.set('market', value ?? '')}
      />
      <MultiSelect
        size="xs"
        searchable
        withAsterisk
        limit={MOST_OFFERED}
        label={t('copying.to')}
        data={targets.map((one) => ({
          value: keyOf(one),
          label: `${one.productName ?? one.productId} · ${one.shopName}`,
        }))}
        value={[...form.values.to]}
        onChange={(to) => form.set('to', to)}
        error={form.errors.to}
      />
    </FormDrawer>
  )
}

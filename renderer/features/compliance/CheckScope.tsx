/** The pickers above a script. */

import { Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Checked } from '../../../shared/contract/compliance'
import { RULE_CATEGORIES } from '../../../shared/domain/compliance/categories'
import { PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { MARKETS } from '../../../shared/domain/market-packs'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import classes from './check.module.css'
import type { Scope } from './use-scope'

const PRODUCTS = 500

export interface CheckScopeProps {
  readonly scope: Scope
  readonly checked: Checked | undefined
}

export function CheckScope({ scope: { fields, shopId, set }, checked }: CheckScopeProps) {
  const t = useText('compliance')
  const format = useFormat()
  const toldMarket = checked?.market ?? null
  const toldLanguages = checked?.languages ?? []
  return (
    <div className={classes.scope}>
      <Select
        size="xs"
        label={t('scope.market')}
        placeholder={toldMarket ?? t('scope.everyMarket')}
        data={[...MARKETS]}
        searchable
        clearable
        value={fields.market}
        onChange={(market) => set({ market })}
      />
      <Select
        size="xs"
        label={t('scope.category')}
        placeholder={t('scope.fromProduct')}
        data={RULE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        clearable
        value={fields.category}
        onChange={(category) => set({ category })}
      />
      <ProductField shopId={shopId} value={fields.productId} onChange={(productId) => set({ productId })} />
      <Select
        size="xs"
        label={t('scope.language')}
        placeholder={toldLanguages.length === 0 ? t('scope.told') : toldLanguages.map(format.languageName).join(' + ')}
        data={PACK_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        clearable
        value={fields.language}
        onChange={(language) => set({ language })}
      />
      <div className={classes.ties}>
        <Checkbox
          size="xs"
          label={t('scope.gifted')}
          checked={fields.gifted}
          onChange={({ currentTarget }) => set({ gifted: currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('scope.paid')}
          checked={fields.paid}
          onChange={({ currentTarget }) => set({ paid: currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('scope.part')}
          checked={fields.part}
          onChange={({ currentTarget }) => set({ part: currentTarget.checked })}
        />
      </div>
    </div>
  )
}

interface ProductFieldProps {
  readonly shopId: string | null
  readonly value: string | null
  readonly onChange: (productId: string | null) => void
}

/** A product of the shop that the window looks at, for its claim sheet and its price. */
function ProductField({ shopId, value, onChange }: ProductFieldProps) {
  const t = useText('compliance')
  const products =
    useQuery({
      ...orpc.products.list.queryOptions({ input: { shopId: shopId ?? '', limit: PRODUCTS } }),
      enabled: shopId !== null,
    }).data?.rows ?? []
  return (
    <Select
      size="xs"
      label={t('scope.product')}
      placeholder={t(shopId === null ? 'scope.chooseShop' : 'scope.noProduct')}
      disabled={shopId === null}
      data={products.map(({ productId, name }) => ({ value: productId, label: name ?? productId }))}
      searchable
      clearable
      value={products.some(({ productId }) => productId === value) ? value : null}
      onChange={onChange}
    />
  )
}

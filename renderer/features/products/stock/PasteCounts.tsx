/** A count or a delivery of many products: pasted, shown line by line against what the records say, then written as one step. */

import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import type { CountLine } from '../../../../shared/contract/stock'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useLikelyShop } from '../../../session/shops'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { ShopField } from '../../../ui/ShopField'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import { TextField } from '../../../ui/TextField'

const KINDS = ['count', 'received'] as const
/** Lines shown of what was understood. */
const SHOWN = 500

export function PasteCounts({ onClose }: { readonly onClose: () => void }) {
  const t = useText('stock')
  const common = useText('common')
  const shop = useLikelyShop()
  const form = useForm<{ shopId: string; text: string; kind: (typeof KINDS)[number] }>({
    initial: { shopId: shop?.id ?? '', text: '', kind: 'count' },
    check: ({ shopId, text }) => ({
      ...(shopId === '' && { shopId: t('counting.chooseShop') }),
      ...(text.trim() === '' && { text: common('required') }),
    }),
    async save({ shopId, text, kind }) {
      const rows = goodOf(await api.stock.readCounts({ shopId, text }))
      const { written } = rows.length === 0 ? { written: 0 } : await api.stock.putMany({ shopId, kind, rows })
      say(t('counting.taken', { count: written }))
      onClose()
    },
  })
  const { shopId, kind } = form.values
  const [settled] = useDebouncedValue(form.values.text, 200)
  const preview = useQuery(
    orpc.stock.readCounts.queryOptions({
      input: { shopId, text: settled },
      enabled: shopId !== '' && settled.trim() !== '',
    }),
  )
  return (
    <FormDrawer
      title={t('counting.title')}
      onClose={onClose}
      wide
      form={form}
      saveWord={t('counting.take', { count: goodOf(preview.data ?? []).length })}
      below={
        shopId !== '' &&
        settled.trim() !== '' && (
          <Answer query={preview}>{(lines) => <Understood lines={lines} isCount={kind === 'count'} />}</Answer>
        )
      }
    >
      <ShopField
        label={t('fields.shop')}
        value={shopId}
        onChange={({ id }) => form.set('shopId', id)}
        error={form.errors.shopId}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('counting.what')}
        value={kind}
        onChange={(value) => form.set('kind', KINDS.find((one) => one === value) ?? 'count')}
        data={KINDS.map((value) => ({ value, label: t(`counting.whats.${value}`) }))}
      />
      <TextField form={form} name="text" label={t('counting.text')} description={t('counting.lead')} lines={6} first />
    </FormDrawer>
  )
}

function goodOf(lines: readonly CountLine[]) {
  return lines.flatMap(({ productId, skuId, quantity, problem }) =>
    problem === null && productId !== null && quantity !== null ? [{ productId, skuId, quantity }] : [],
  )
}

function Understood({ lines, isCount }: { readonly lines: readonly CountLine[]; readonly isCount: boolean }) {
  const t = useText('stock')
  const format = useFormat()
  const problems: Readonly<Record<string, string>> = t('counting.problems', { returnObjects: true })
  const count = (value: number | null): string => (value === null ? DASH : format.count(value))
  const change = ({ before, quantity }: CountLine): number | null =>
    !isCount || before === null || quantity === null ? null : quantity - before
  return (
    <SmallTable
      label={t('counting.title')}
      columns={[
        { title: t('counting.line'), figure: true },
        { title: t('fields.product') },
        { title: t('fields.sku') },
        { title: t('counting.before'), figure: true },
        { title: t('counting.now'), figure: true },
        { title: t('counting.difference'), figure: true },
        { title: t('counting.problem') },
      ]}
      rows={lines.slice(0, SHOWN).map((line) => ({
        key: String(line.line),
        cells: [
          line.line,
          line.productName ?? line.text.slice(0, 60),
          line.skuId === '*' ? DASH : line.skuId,
          count(line.before),
          count(line.quantity),
          count(change(line)),
          line.problem === null ? (
            ''
          ) : (
            <StateMark key="problem" tone="bad">
              {problems[line.problem] ?? line.problem}
            </StateMark>
          ),
        ],
      }))}
    />
  )
}

/** One movement of sample stock: what came in, what was counted, what went without a sample. */

import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Movement } from '../../../../shared/contract/stock'
import { dayInZone, instantInZone } from '../../../../shared/domain/days'
import { MOVEMENT_KINDS, type MovementKind, WRITE_OFF_REASONS } from '../../../../shared/domain/stock'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { useLikelyShop, useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { ShopField } from '../../../ui/ShopField'
import { TextField } from '../../../ui/TextField'
import { useCommand } from '../../../ui/use-save'
import { Quiet } from '../ProductParts'

export interface MovementDrawerProps {
  /** Null: a new one. */
  readonly movement: Movement | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

interface Draft {
  readonly shopId: string
  readonly productId: string
  readonly skuId: string
  readonly kind: MovementKind
  readonly quantity: string
  /** Blank: now. */
  readonly day: string
  readonly reason: string
  readonly note: string
}

/** A movement that is written for another day happened at its noon. */
const NOON = 12 * 60
/** More are found by typing. */
const MOST_OFFERED = 100

export function MovementDrawer({ movement, ...drawer }: MovementDrawerProps) {
  const t = useText('stock')
  const common = useText('common')
  const shops = useShops()
  const current = useLikelyShop()
  const zoneOf = (shopId: string): string => shops.find(({ id }) => id === shopId)?.timezone ?? 'UTC'
  const first = draftOf(movement, current?.id ?? '', movement ? dayInZone(movement.at, zoneOf(movement.shopId)) : '')
  const form = useForm<Draft>({
    initial: first,
    check: ({ shopId, productId, kind, quantity }) => ({
      ...(shopId === '' && { shopId: common('required') }),
      ...(productId === '' && { productId: common('required') }),
      ...(!(kind === 'adjusted' ? /^-?\d{1,6}$/u : /^\d{1,6}$/u).test(quantity.trim()) && {
        quantity: t(kind === 'adjusted' ? 'movement.notWholeSigned' : 'movement.notWhole'),
      }),
    }),
    async save({ day, quantity, reason, note, ...rest }) {
      const at = day === '' || day === first.day ? null : instantInZone(day, NOON, zoneOf(rest.shopId))
      const saved = await api.stock.put({
        ...(movement && { id: movement.id }),
        fields: {
          ...rest,
          quantity: Number(quantity),
          ...(at !== null && { at }),
          reason: reason.trim() || null,
          note: note.trim() || null,
        },
      })
      say(t('movement.saved', { product: saved.productName ?? saved.productId }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer
      {...drawer}
      title={movement?.productName ?? movement?.productId ?? t('movement.new')}
      form={form}
      more={movement && <Remove movement={movement} onDone={drawer.onClose} />}
    >
      <ShopField
        label={t('fields.shop')}
        value={form.values.shopId}
        onChange={({ id }) => form.set('shopId', id)}
        error={form.errors.shopId}
      />
      <What form={form} />
      <HowMany form={form} />
    </FormDrawer>
  )
}

function draftOf(movement: Movement | null, shopId: string, day: string): Draft {
  return {
    shopId: movement?.shopId ?? shopId,
    productId: movement?.productId ?? '',
    skuId: movement?.skuId ?? '*',
    kind: movement?.kind ?? 'received',
    quantity: movement ? String(movement.kind === 'writtenOff' ? Math.abs(movement.quantity) : movement.quantity) : '',
    day,
    reason: movement?.reason ?? '',
    note: movement?.note ?? '',
  }
}

function What({ form: { values, errors, set } }: { readonly form: Form<Draft> }) {
  const t = useText('stock')
  const { shopId, productId } = values
  const products = useQuery(orpc.stock.list.queryOptions({ input: { shopId }, enabled: shopId !== '' }))
  const detail = useQuery(
    orpc.products.detail.queryOptions({ input: { shopId, productId }, enabled: shopId !== '' && productId !== '' }),
  )
  const skus = detail.data?.skus ?? []
  return (
    <>
      <Select
        size="xs"
        label={t('movement.product')}
        searchable
        withAsterisk
        limit={MOST_OFFERED}
        data={(products.data ?? []).map((row) => ({
          value: row.productId,
          label: row.productName === null ? row.productId : `${row.productName} · ${row.productId}`,
        }))}
        value={productId === '' ? null : productId}
        onChange={(value) => {
          set('productId', value ?? '')
          set('skuId', '*')
        }}
        error={errors.productId}
      />
      {skus.length > 0 && (
        <Select
          size="xs"
          label={t('fields.sku')}
          allowDeselect={false}
          data={[
            { value: '*', label: t('whole') },
            ...skus.map(({ skuId, sellerSku, variation }) => ({
              value: skuId,
              label: [sellerSku ?? skuId, variation].filter(Boolean).join(' · '),
            })),
          ]}
          value={values.skuId}
          onChange={(value) => set('skuId', value ?? '*')}
        />
      )}
    </>
  )
}

function HowMany({ form }: { readonly form: Form<Draft> }) {
  const t = useText('stock')
  const { values, set } = form
  const label = { count: 'movement.counted', adjusted: 'movement.correction' } as const
  const reasons = WRITE_OFF_REASONS.map((value) => ({ value, label: t(`writeOff.${value}`) }))
  return (
    <>
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.kind')}
          allowDeselect={false}
          data={MOVEMENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', MOVEMENT_KINDS.find((kind) => kind === value) ?? 'received')}
        />
        <TextField
          form={form}
          name="quantity"
          label={t(values.kind === 'count' || values.kind === 'adjusted' ? label[values.kind] : 'movement.pieces')}
          inputMode="numeric"
          required
        />
      </FieldPair>
      <DayField label={t('movement.day')} value={values.day} onChange={(day) => set('day', day)} />
      <Quiet>{t('movement.now')}</Quiet>
      {values.kind === 'writtenOff' ? (
        <Select
          size="xs"
          label={t('fields.reason')}
          data={reasons}
          value={values.reason === '' ? null : values.reason}
          onChange={(value) => set('reason', value ?? '')}
        />
      ) : (
        <TextField form={form} name="reason" label={t('fields.reason')} maxLength={200} />
      )}
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ movement, onDone }: { readonly movement: Movement; readonly onDone: () => void }) {
  const t = useText('stock')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.stock.remove({ id: movement.id })
      onDone()
    },
    () => t('movement.removed', { product: movement.productName ?? movement.productId }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}

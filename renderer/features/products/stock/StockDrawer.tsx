/** One product's samples: floors and what a sample costs, its SKUs, and what became of the pieces. */

import { Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Shop } from '../../../../shared/contract/shops'
import type { StockDefaults, StockRow } from '../../../../shared/contract/stock'
import { api, orpc } from '../../../api'
import { parseAmount, typedAmount } from '../../../format/money'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { Facts } from '../../../ui/Facts'
import { useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer, type FormDrawerProps } from '../../../ui/FormDrawer'
import { SmallTable } from '../../../ui/SmallTable'
import { TextField } from '../../../ui/TextField'
import { Quiet } from '../ProductParts'
import { useWhy } from './stock-columns'

const FLOORS = ['floorNew', 'floorProven'] as const
const COSTS = ['packingCost', 'freightCost', 'dutyCost'] as const
type Draft = Record<(typeof FLOORS)[number] | (typeof COSTS)[number] | 'note', string>

interface DefaultsProps extends Omit<FormDrawerProps<Draft>, 'form' | 'children'> {
  readonly of: { readonly shopId: string; readonly productId: string; readonly name: string; readonly currency: string }
  readonly row: StockDefaults
  readonly facts?: Parameters<typeof Facts>[0]['facts']
}

/** Only what was changed is written: who does not see costs leaves them as they are. */
function Defaults({ of, row, facts, ...drawer }: DefaultsProps) {
  const t = useText('stock')
  const common = useText('common')
  const { currency } = of
  const initial = draftOf(row, currency)
  const form = useForm<Draft>({
    initial,
    check: (draft) =>
      wrongIn(draft, currency, { pieces: t('movement.notWhole'), money: common('notAnAmount', { digits: 2 }) }),
    async save(draft) {
      const changed = Object.fromEntries(
        Object.entries(fieldsOf(draft, currency)).filter(
          ([name]) => draft[name as keyof Draft] !== initial[name as keyof Draft],
        ),
      )
      await api.stock.setDefaults({ shopId: of.shopId, productId: of.productId, fields: changed })
      say(t('defaultsSaved', { product: of.name }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer {...drawer} form={form}>
      {facts && <Facts facts={facts} />}
      <FieldPair>
        {FLOORS.map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t(`fields.${name}`)}
            title={t(`hints.${name}`)}
            inputMode="numeric"
          />
        ))}
      </FieldPair>
      <Quiet>{t('costsLead')}</Quiet>
      <FieldPair>
        {COSTS.slice(0, 2).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={`${t(`fields.${name}`)} (${currency})`}
            inputMode="decimal"
          />
        ))}
      </FieldPair>
      <TextField form={form} name="dutyCost" label={`${t('fields.dutyCost')} (${currency})`} inputMode="decimal" />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

function wrongIn(draft: Draft, currency: string, words: { readonly pieces: string; readonly money: string }) {
  const isPieces = (text: string): boolean => /^\d{0,6}$/u.test(text.trim())
  const isMoney = (text: string): boolean => text.trim() === '' || (parseAmount(text, currency) ?? -1) >= 0
  return Object.fromEntries([
    ...FLOORS.flatMap((name) => (isPieces(draft[name]) ? [] : [[name, words.pieces]])),
    ...COSTS.flatMap((name) => (isMoney(draft[name]) ? [] : [[name, words.money]])),
  ])
}

function draftOf(row: StockDefaults, currency: string): Draft {
  const pieces = (value: number | null): string => (value === null ? '' : String(value))
  const money = (value: number | null): string => (value === null ? '' : typedAmount(value, currency))
  return {
    floorNew: pieces(row.floorNew),
    floorProven: pieces(row.floorProven),
    packingCost: money(row.packingCost),
    freightCost: money(row.freightCost),
    dutyCost: money(row.dutyCost),
    note: row.note ?? '',
  }
}

function fieldsOf(draft: Draft, currency: string) {
  const pieces = (text: string): number | null => (text.trim() === '' ? null : Number(text))
  const money = (text: string): number | null => (text.trim() === '' ? null : parseAmount(text, currency))
  return {
    floorNew: pieces(draft.floorNew),
    floorProven: pieces(draft.floorProven),
    packingCost: money(draft.packingCost),
    freightCost: money(draft.freightCost),
    dutyCost: money(draft.dutyCost),
    note: draft.note.trim() || null,
  }
}

export interface StockDrawerProps {
  readonly row: StockRow
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function StockDrawer({ row, ...drawer }: StockDrawerProps) {
  const t = useText('stock')
  const format = useFormat()
  const name = row.productName ?? row.productId
  const why = useWhy()(row)
  const count = (value: number): string => (row.known ? format.count(value) : t('unknown'))
  return (
    <Defaults
      {...drawer}
      wide
      title={name}
      of={{ ...row, name }}
      row={row}
      facts={[
        [t('fields.shop'), row.shopName],
        [t('fields.onHand'), count(row.onHand)],
        [t('fields.reserved'), format.count(row.reserved)],
        [t('fields.free'), count(row.free)],
        ...(why === null ? [] : [[t('fields.why'), why] as const]),
        [t('fields.countedAt'), row.countedAt === null ? null : format.instant(row.countedAt)],
      ]}
      below={
        <>
          {row.lines.length > 0 && <Lines row={row} />}
          <Divider my="md" label={t('ledger')} labelPosition="left" />
          <Ledger row={row} />
        </>
      }
    />
  )
}

export function ShopDefaults({ shop, onClose }: { readonly shop: Shop; readonly onClose: () => void }) {
  const t = useText('stock')
  const query = useQuery(orpc.stock.shopDefaults.queryOptions({ input: { shopId: shop.id } }))
  const title = t('shopFloorsTitle', { shop: shop.name })
  return (
    <Answer query={query}>
      {(row) => (
        <Defaults
          title={title}
          onClose={onClose}
          of={{ shopId: shop.id, productId: '*', name: shop.name, currency: shop.currency }}
          row={row}
        />
      )}
    </Answer>
  )
}

function Lines({ row }: { readonly row: StockRow }) {
  const t = useText('stock')
  const format = useFormat()
  return (
    <>
      <Divider my="md" label={t('lines')} labelPosition="left" />
      <SmallTable
        label={t('lines')}
        columns={[
          { title: t('fields.sku') },
          { title: t('fields.onHand'), figure: true },
          { title: t('fields.reserved'), figure: true },
          { title: t('fields.free'), figure: true },
        ]}
        rows={row.lines.map(({ skuId, sellerSku, variation, onHand, reserved, free }) => ({
          key: skuId,
          cells: [
            [sellerSku ?? (skuId === '*' ? t('whole') : skuId), variation].filter(Boolean).join(' · '),
            format.count(onHand),
            format.count(reserved),
            format.count(free),
          ],
        }))}
      />
    </>
  )
}

function Ledger({ row: { shopId, productId } }: { readonly row: StockRow }) {
  const t = useText('stock')
  const format = useFormat()
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true })
  const off: Readonly<Record<string, string>> = t('writeOff', { returnObjects: true })
  const query = useQuery(orpc.stock.ledger.queryOptions({ input: { shopId, productId } }))
  return (
    <Answer query={query}>
      {(lines) =>
        lines.length === 0 ? (
          <Quiet>{t('noLedger')}</Quiet>
        ) : (
          <SmallTable
            label={t('ledger')}
            columns={[
              { title: t('fields.at') },
              { title: t('fields.kind') },
              { title: t('fields.sku') },
              { title: t('fields.quantity'), figure: true },
              { title: t('fields.balance'), figure: true },
              { title: t('fields.reason') },
            ]}
            rows={lines.map(({ at, kind, skuId, quantity, onHand, handle, reason }, index) => ({
              key: `${at} ${kind} ${index}`,
              cells: [
                format.instant(at),
                kinds[kind] ?? kind,
                skuId === '*' ? DASH : skuId,
                format.count(quantity),
                format.count(onHand),
                handle === null ? (off[reason ?? ''] ?? reason ?? '') : `@${handle}`,
              ],
            }))}
          />
        )
      }
    </Answer>
  )
}

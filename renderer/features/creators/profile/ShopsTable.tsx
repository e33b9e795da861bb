/** How each shop works with the creator, and what came of it; edited shop by shop. */

import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord, ShopRelation } from '../../../../shared/contract/creator-record'
import type { RoiRow } from '../../../../shared/contract/roi'
import type { Shop } from '../../../../shared/contract/shops'
import { api, orpc } from '../../../api'
import { MoveGuard } from '../../../creator/MoveGuard'
import { StageField, type StageFieldProps } from '../../../creator/StageField'
import { useMove } from '../../../creator/use-move'
import { type Format, useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { DASH } from '../../../ui/dash'
import { Empty } from '../../../ui/Empty'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { useForm } from '../../../ui/form'
import { SmallTable } from '../../../ui/SmallTable'
import { TextField } from '../../../ui/TextField'

export function ShopsTable({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const format = useFormat()
  const shops = useShops()
  const [edited, setEdited] = useState<Shop | null>(null)
  const mover = useMove()
  const me = useQuery(orpc.pipelines.owners.queryOptions({ input: { shopId: null } })).data?.me ?? ''
  const results = useQuery(orpc.roi.table.queryOptions({ input: { creators: [creator.id], by: ['shop'] } })).data
  const result = new Map(results?.rows.map((row) => [row.ids.shop, row]))
  const relation = new Map(creator.relations.map((one) => [one.shopId, one]))
  const rows = shops.filter(({ id }) => relation.has(id) || result.has(id))
  return (
    <>
      {shops.length === 0 && <Empty sentence={t('shops.empty')} example={t('shops.emptyNext')} />}
      <SmallTable
        label={t('shops.label')}
        columns={[
          { title: t('shops.shop') },
          { title: t('shops.stage') },
          { title: t('shops.owner') },
          { title: t('shops.rate'), figure: true },
          { title: t('shops.result'), figure: true },
          { title: t('shops.note') },
          { title: '' },
        ]}
        rows={(rows.length > 0 ? rows : shops).map((shop) => {
          const known = relation.get(shop.id)
          const row = result.get(shop.id)
          return {
            key: shop.id,
            cells: [
              shop.name,
              <StageCell key="stage" shop={shop} creatorId={creator.id} stage={known?.stage ?? null} mover={mover} />,
              known?.owner ?? DASH,
              rateText(known?.rate ?? null, format),
              resultText(row, format),
              known?.note ?? DASH,
              <ActionIcon key="edit" aria-label={t('shops.edit', { shop: shop.name })} onClick={() => setEdited(shop)}>
                <IconPencil size={16} />
              </ActionIcon>,
            ],
          }
        })}
      />
      <MoveGuard mover={mover} me={me} />
      {edited && (
        <RelationDrawer
          key={edited.id}
          creator={creator}
          shop={edited}
          relation={relation.get(edited.id) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface StageCellProps extends Pick<StageFieldProps, 'creatorId' | 'stage' | 'mover'> {
  readonly shop: Shop
}

function StageCell({ shop, ...stage }: StageCellProps) {
  const t = useText('profile')
  return <StageField {...stage} shopId={shop.id} label={`${t('shops.stage')} · ${shop.name}`} bare />
}

interface RelationDrawerProps {
  readonly creator: CreatorRecord
  readonly shop: Shop
  readonly relation: ShopRelation | null
  readonly onClose: () => void
}

function RelationDrawer({ creator, shop, relation, onClose }: RelationDrawerProps) {
  const t = useText('profile')
  const answers = useQueryClient()
  const first = {
    owner: relation?.owner ?? '',
    rate: rateTyped(relation?.rate ?? null),
    permission: relation?.permission ?? '',
    note: relation?.note ?? '',
  }
  const form = useForm({
    initial: first,
    check: ({ rate }) => (readRate(rate) === undefined ? { rate: t('shops.notARate') } : {}),
    async save(values) {
      const changed = {
        ...(values.owner !== first.owner && { owner: values.owner.trim() || null }),
        ...(values.rate !== first.rate && { rate: readRate(values.rate) ?? null }),
        ...(values.permission !== first.permission && { permission: values.permission.trim() || null }),
        ...(values.note !== first.note && { note: values.note.trim() || null }),
      }
      if (Object.keys(changed).length > 0) {
        await api.records.put({
          entity: 'shopCreators',
          fields: { shopId: shop.id, creatorId: creator.id, ...changed },
        })
        await answers.invalidateQueries({ queryKey: orpc.creators.key() })
      }
      say(t('shops.saved', { shop: shop.name }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('shops.title', { handle: creator.handle, shop: shop.name })} onClose={onClose} form={form}>
      <FieldPair>
        <TextField form={form} name="owner" label={t('shops.owner')} />
        <TextField form={form} name="rate" label={t('shops.rate')} inputMode="decimal" />
      </FieldPair>
      <TextField form={form} name="permission" label={t('shops.permission')} />
      <TextField form={form} name="note" label={t('shops.note')} lines={3} />
    </FormDrawer>
  )
}

function rateText(rate: number | null, format: Format): string {
  return rate === null ? DASH : format.percent(rate / 10_000)
}

function rateTyped(rate: number | null): string {
  return rate === null ? '' : String(rate / 100)
}

/** Money that the role may not see is left out. */
function resultText(row: RoiRow | undefined, format: Format): string {
  return row === undefined || row.gmv === null
    ? DASH
    : `${format.shortMoney(row.gmv, row.currency)} · ${format.count(row.orders)}`
}

/** Percent as basis points; null for none, undefined for what is no rate. */
function readRate(text: string): number | null | undefined {
  if (text.trim() === '') {
    return null
  }
  const rate = Math.round(Number(text.trim().replace(',', '.').replace(/%$/, '')) * 100)
  return Number.isFinite(rate) && rate >= 0 && rate <= 10_000 ? rate : undefined
}

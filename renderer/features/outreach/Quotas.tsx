/** How many new creators each shop may write to this week; what no source gives is asked for. */

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ShopQuota } from '../../../shared/contract/outreach'
import type { Shop } from '../../../shared/contract/shops'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Empty } from '../../ui/Empty'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { TextField } from '../../ui/TextField'
import type { TabFrame } from './OutreachScreen'

export function Quotas({ frame }: TabFrame) {
  const t = useText('outreach')
  const shops = useShops()
  const { count, money, instant } = useFormat()
  const quotas = useQuery(orpc.outreach.quotas.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<{ readonly shop: Shop; readonly quota: ShopQuota } | null>(null)
  const rowOf = (quota: ShopQuota) => {
    const shop = shops.find(({ id }) => id === quota.shopId)
    if (!shop) return []
    const week = instant(quota.weekUntil, shop.timezone)
    const cells = [
      shop.name,
      <Limit key="limit" quota={quota} />,
      count(quota.used),
      quota.left === null ? DASH : count(quota.left),
      quota.weekAssumed ? `${week} · ${t('quota.assumed')}` : week,
      quota.gmv === null ? DASH : money(quota.gmv, quota.currency),
      count(quota.connected),
      quota.messagesBeforeReply === null ? DASH : count(quota.messagesBeforeReply),
      quota.source ?? DASH,
      <Button key="edit" size="compact-xs" variant="default" onClick={() => setEditing({ shop, quota })}>
        {t('quota.edit')}
      </Button>,
    ]
    return [{ key: quota.shopId, cells }]
  }
  return frame(
    null,
    <>
      <Answer query={quotas}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty sentence={t('quota.empty')} />
          ) : (
            <SmallTable
              label={t('tabs.quota')}
              columns={[
                { title: t('field.shop') },
                { title: t('quota.limit'), figure: true },
                { title: t('quota.used'), figure: true },
                { title: t('quota.left'), figure: true },
                { title: t('quota.begins') },
                { title: t('quota.gmv'), figure: true },
                { title: t('quota.connected'), figure: true },
                { title: t('quota.messages'), figure: true },
                { title: t('quota.source') },
                { title: '' },
              ]}
              rows={rows.flatMap(rowOf)}
            />
          )
        }
      </Answer>
      {editing && <QuotaDrawer key={editing.shop.id} {...editing} onClose={() => setEditing(null)} />}
    </>,
  )
}

function Limit({ quota }: { readonly quota: ShopQuota }) {
  const t = useText('outreach')
  const { count } = useFormat()
  if (quota.from === 'ask') return <StateMark tone="unknown">{t('quota.ask')}</StateMark>
  if (quota.limit === null) return t('quota.unlimited')
  return quota.from === 'once' ? `${count(quota.limit)} · ${t('quota.once')}` : count(quota.limit)
}

interface QuotaDrawerProps {
  readonly shop: Shop
  readonly quota: ShopQuota
  readonly onClose: () => void
}

const BASES = ['tier', 'own', 'once'] as const

function QuotaDrawer({ shop, quota, onClose }: QuotaDrawerProps) {
  const t = useText('outreach')
  const common = useText('common')
  const form = useForm<{ basis: ShopQuota['basis']; weekly: string }>({
    initial: {
      basis: quota.from === 'ask' ? 'own' : quota.basis,
      weekly: quota.limit === null ? '' : String(quota.limit),
    },
    check: ({ basis, weekly }) => ({
      ...(basis === 'own' && !/^\d{1,7}$/u.test(weekly.trim()) && { weekly: common('required') }),
    }),
    async save({ basis, weekly }) {
      const said = basis === 'own' ? ({ basis, weekly: Number(weekly) } as const) : { basis }
      await api.outreach.setQuota({ shopId: shop.id, basis: said })
      say(t('quota.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('quota.title', { shop: shop.name })} form={form} onClose={onClose}>
      <SegmentedControl
        size="xs"
        orientation="vertical"
        aria-label={t('quota.source')}
        value={form.values.basis}
        onChange={(value) => form.set('basis', BASES.find((one) => one === value) ?? 'own')}
        data={BASES.map((value) => ({ value, label: t(`quota.${value}`) }))}
      />
      {form.values.basis === 'own' && (
        <TextField form={form} name="weekly" label={t('quota.number')} inputMode="numeric" required />
      )}
    </FormDrawer>
  )
}

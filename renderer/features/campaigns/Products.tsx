/** Products of a campaign with their rates and sample quotas. */

import { ActionIcon, Button, MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Campaign, CampaignProduct } from '../../../shared/contract/campaign-views'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './campaigns.module.css'
import { ProductForm } from './ProductForm'
import { rateText } from '../../format/rates'

export function Products({ campaign }: { readonly campaign: Campaign }) {
  const query = useQuery(orpc.campaigns.products.queryOptions({ input: { campaignId: campaign.id } }))
  return (
    <div className={classes.stack}>
      <AddProducts campaign={campaign} />
      <Quota campaign={campaign} />
      <Answer query={query}>{(rows) => <Table campaign={campaign} rows={rows} />}</Answer>
    </div>
  )
}

/** How much of the campaign's sample quota is asked for. */
function Quota({ campaign: { samples, sampleQuota } }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const format = useFormat()
  if (sampleQuota === null) return null
  const said = t('products.quotaUsed', { samples: format.count(samples), quota: format.count(sampleQuota) })
  return <StateMark tone={samples >= sampleQuota ? 'watch' : 'good'}>{said}</StateMark>
}

const FOUND = 30
const SETTLES_AFTER_MS = 120

function AddProducts({ campaign: { id, shopId } }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const [chosen, setChosen] = useState<readonly { readonly value: string; readonly label: string }[]>([])
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, SETTLES_AFTER_MS)
  const found = useQuery(orpc.products.list.queryOptions({ input: { shopId, search, limit: FOUND } })).data?.rows ?? []
  const offered = found.map(({ productId, name }) => ({ value: productId, label: name ?? productId }))
  const others = chosen.filter(({ value }) => !offered.some((one) => one.value === value))
  const add = useCommand(
    async () => {
      const done = await api.campaigns.putProducts({ campaignId: id, products: chosen.map(({ value }) => value) })
      setChosen([])
      return done
    },
    ({ added }) => t('products.added', { count: added }),
  )
  return (
    <div className={classes.line}>
      <MultiSelect
        size="xs"
        aria-label={t('products.find')}
        placeholder={t('products.find')}
        data={[...others, ...offered]}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        value={chosen.map(({ value }) => value)}
        onChange={(values) => setChosen([...others, ...offered].filter(({ value }) => values.includes(value)))}
      />
      <Button disabled={chosen.length === 0} loading={add.busy} onClick={() => add.run()}>
        {t('products.add')}
      </Button>
    </div>
  )
}

function Table({ campaign, rows }: { readonly campaign: Campaign; readonly rows: readonly CampaignProduct[] }) {
  const t = useText('campaigns')
  const format = useFormat()
  const [edited, setEdited] = useState<CampaignProduct | null>(null)
  const remove = useCommand(
    (productId: string) => api.campaigns.removeProducts({ campaignId: campaign.id, products: [productId] }),
    () => t('products.removed'),
  )
  if (rows.length === 0) return <p className={classes.quiet}>{t('products.none')}</p>
  return (
    <>
      <SmallTable
        label={t('tabs.products')}
        columns={[
          { title: t('products.product') },
          { title: t('products.category') },
          { title: t('products.rate'), figure: true },
          { title: t('fields.adsRate'), figure: true },
          { title: t('products.samples'), figure: true },
          { title: t('fields.note') },
          { title: '' },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <Button key="open" variant="subtle" size="compact-xs" onClick={() => setEdited(row)}>
              {row.name ?? row.productId}
            </Button>,
            row.category,
            row.from === null
              ? rateText(null, format)
              : `${rateText(row.rate, format)} · ${t(`products.because.${row.from}`)}`,
            rateText(row.adsRate, format),
            row.sampleQuota === null
              ? format.count(row.samples)
              : `${format.count(row.samples)} / ${format.count(row.sampleQuota)}`,
            row.note,
            <ActionIcon
              key="remove"
              variant="subtle"
              aria-label={t('products.remove', { name: row.name ?? row.productId })}
              onClick={() => remove.run(row.productId)}
            >
              <IconX size={14} />
            </ActionIcon>,
          ],
        }))}
      />
      {edited && <ProductForm campaign={campaign} product={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

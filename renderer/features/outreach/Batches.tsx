/** Open batch sheets, each with its blocks. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useCurrentShop, useShops } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import { BatchDrawer } from './BatchDrawer'
import { NewBatch } from './NewBatch'
import type { TabFrame } from './OutreachScreen'

export function Batches({ frame }: TabFrame) {
  const t = useText('outreach')
  const { instant } = useFormat()
  const { target } = usePlace()
  const shops = useShops()
  const shop = useCurrentShop()
  const [opened, setOpened] = useState<string | null>(target?.show === 'new' ? 'new' : null)
  const batches = useQuery(orpc.outreach.batches.list.queryOptions({ input: { shopId: shop?.id ?? null } }))
  const add = <Button onClick={() => setOpened('new')}>{t('batch.new')}</Button>
  return frame(
    add,
    <>
      <Answer query={batches}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty sentence={t('batch.empty')} example={t('batch.example')} action={add} />
          ) : (
            <SmallTable
              label={t('tabs.batches')}
              columns={[
                { title: t('field.name') },
                { title: t('field.shop') },
                { title: t('field.when') },
                { title: t('kind.sent') },
              ]}
              rows={rows.map((batch) => ({
                key: batch.id,
                cells: [
                  <Button key="open" size="compact-xs" variant="subtle" onClick={() => setOpened(batch.id)}>
                    {batch.name}
                  </Button>,
                  shops.find(({ id }) => id === batch.shopId)?.name ?? '',
                  instant(batch.at),
                  t('batch.progress', {
                    sent: batch.blocks.filter(({ sentAt }) => sentAt !== null).length,
                    blocks: batch.blocks.length,
                  }),
                ],
              }))}
            />
          )
        }
      </Answer>
      {opened === 'new' && <NewBatch onClose={() => setOpened(null)} onMade={setOpened} />}
      {opened !== null && opened !== 'new' && <BatchDrawer key={opened} id={opened} onClose={() => setOpened(null)} />}
    </>,
  )
}

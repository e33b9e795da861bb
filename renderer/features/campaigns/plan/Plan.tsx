/** The plan: rates with their days and exceptions, and what is paid beside them. */

import { ActionIcon, Button, Kbd } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Campaign, CampaignRate } from '../../../../shared/contract/campaign-views'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { Answer } from '../../../ui/Answer'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from '../campaigns.module.css'
import { rateText } from '../../../format/rates'
import { RateForm } from './RateForm'
import { Terms } from './Terms'

export function Plan({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const [changing, setChanging] = useState(false)
  const rates = useQuery(orpc.campaigns.rates.queryOptions({ input: { campaignId: campaign.id } }))
  useKeys({ [KEYS.campaignRate.keys[0]]: () => setChanging(true) })
  return (
    <div className={classes.stack}>
      {campaign.note && <p className={classes.text}>{campaign.note}</p>}
      <div className={classes.titled}>
        <h3 className={classes.title}>{t('rates.title')}</h3>
        <Button onClick={() => setChanging(true)} rightSection={<Kbd size="xs">{KEYS.campaignRate.keys[0]}</Kbd>}>
          {t('rates.change')}
        </Button>
      </div>
      <Answer query={rates}>{(rows) => <Rates rows={rows} />}</Answer>
      <Terms campaign={campaign} />
      {changing && <RateForm campaign={campaign} onClose={() => setChanging(false)} />}
    </div>
  )
}

const TONES: Readonly<Record<CampaignRate['standing'], Tone>> = { planned: 'watch', inForce: 'good', past: 'unknown' }

function Rates({ rows }: { readonly rows: readonly CampaignRate[] }) {
  const t = useText('campaigns')
  const format = useFormat()
  const remove = useCommand(
    (id: string) => api.campaigns.removeRate({ id }),
    () => t('rates.removed'),
  )
  if (rows.length === 0) return <p className={classes.quiet}>{t('rates.none')}</p>
  return (
    <SmallTable
      label={t('rates.title')}
      columns={[
        { title: t('rates.scope') },
        { title: t('fields.rate'), figure: true },
        { title: t('fields.adsRate'), figure: true },
        { title: t('rates.from') },
        { title: t('rates.standing') },
        { title: t('fields.note') },
        { title: '' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.productName ?? row.productId ?? row.category ?? t('rates.everything'),
          rateText(row.rate, format),
          rateText(row.adsRate, format),
          format.day(row.fromDay),
          <StateMark key="standing" tone={TONES[row.standing]}>
            {t(`rates.standings.${row.standing}`)}
          </StateMark>,
          row.note,
          row.standing === 'planned' && (
            <ActionIcon
              key="remove"
              variant="subtle"
              aria-label={t('rates.removePlanned')}
              onClick={() => remove.run(row.id)}
            >
              <IconX size={14} />
            </ActionIcon>
          ),
        ],
      }))}
    />
  )
}

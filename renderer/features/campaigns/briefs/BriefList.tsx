/** Briefs of a campaign: which version is the newest, who has it, who has an older one. */

import { Button, Kbd } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Brief } from '../../../../shared/contract/briefs'
import type { Campaign } from '../../../../shared/contract/campaign-views'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../campaigns.module.css'
import { BriefDrawer } from './BriefDrawer'
import { BriefStanding } from './BriefStanding'

export function BriefList({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('briefs')
  const [open, setOpen] = useState<string | null>(null)
  const query = useQuery(orpc.briefs.list.queryOptions({ input: { campaignId: campaign.id, archived: true } }))
  useKeys({ [KEYS.campaignBrief.keys[0]]: () => setOpen(NEW) })
  const add = (
    <Button onClick={() => setOpen(NEW)} rightSection={<Kbd size="xs">{KEYS.campaignBrief.keys[0]}</Kbd>}>
      {t('add')}
    </Button>
  )
  return (
    <Answer query={query}>
      {(briefs) => (
        <div className={classes.stack}>
          {briefs.length === 0 ? (
            <Empty sentence={t('none')} example={t('noneExample')} action={add} />
          ) : (
            <>
              <div className={classes.line}>{add}</div>
              <Table briefs={briefs} onOpen={setOpen} />
            </>
          )}
          {open !== null && (
            <BriefDrawer
              key={open}
              campaign={campaign}
              brief={briefs.find(({ id }) => id === open) ?? null}
              onClose={() => setOpen(null)}
            />
          )}
        </div>
      )}
    </Answer>
  )
}

/** In place of an id. */
const NEW = 'new'

interface TableProps {
  readonly briefs: readonly Brief[]
  readonly onOpen: (id: string) => void
}

function Table({ briefs, onOpen }: TableProps) {
  const t = useText('briefs')
  const format = useFormat()
  return (
    <SmallTable
      label={t('which')}
      columns={[
        { title: t('title') },
        { title: t('contentForm') },
        { title: t('slots'), figure: true },
        { title: t('deadline') },
        { title: t('version'), figure: true },
        { title: t('sentTo'), figure: true },
        { title: t('standing') },
      ]}
      rows={briefs.map((brief) => ({
        key: brief.id,
        cells: [
          <Button key="open" variant="subtle" size="compact-xs" onClick={() => onOpen(brief.id)}>
            {brief.title}
          </Button>,
          brief.contentForm && t(`forms.${brief.contentForm}`),
          brief.slots === null ? null : format.count(brief.slots),
          brief.deadline === null ? null : format.day(brief.deadline),
          brief.newest?.name,
          format.count(brief.sentTo),
          <BriefStanding key="standing" brief={brief} />,
        ],
      }))}
    />
  )
}

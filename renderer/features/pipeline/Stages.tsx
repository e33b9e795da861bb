/** How the stages of a shop, or of all shops, are set. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Stage } from '../../../shared/domain/pipelines'
import { orpc } from '../../api'
import { useStageName } from '../../creator/stage-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import classes from '../../board/board.module.css'
import { StageDrawer } from './StageDrawer'

export function Stages({ shopId }: { readonly shopId: string | null }) {
  const t = useText('pipelines')
  const query = useQuery(orpc.pipelines.stages.queryOptions({ input: { shopId, archived: true } }))
  const [edited, setEdited] = useState<Stage | 'new' | null>(null)
  const shop = useShops().find(({ id }) => id === shopId)
  return (
    <div className={classes.stack}>
      <p className={classes.lead}>
        {shop ? t('settings.of', { shop: shop.name }) : t('settings.ofAll')}. {t('settings.lead')}
      </p>
      <Answer query={query}>{(stages) => <StageTable stages={stages} onEdit={setEdited} />}</Answer>
      <div>
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('settings.add')}
        </Button>
      </div>
      {edited && (
        <StageDrawer
          key={edited === 'new' ? 'new' : `${shopId} ${edited.key}`}
          shopId={shopId}
          stage={edited === 'new' ? null : edited}
          stages={query.data ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

interface StageTableProps {
  readonly stages: readonly Stage[]
  readonly onEdit: (stage: Stage) => void
}

function StageTable({ stages, onEdit }: StageTableProps) {
  const t = useText('pipelines')
  const common = useText('common')
  const format = useFormat()
  const nameOf = useStageName()
  return (
    <SmallTable
      label={t('views.stages')}
      columns={[
        { title: t('settings.fields.stage') },
        { title: t('settings.fields.sla'), figure: true },
        { title: t('settings.fields.limit'), figure: true },
        { title: t('settings.fields.entry') },
        { title: t('settings.fields.event') },
        { title: t('settings.fields.own') },
        { title: '' },
      ]}
      rows={stages.map((stage) => ({
        key: stage.key,
        cells: [
          <span key="name" className={stage.archived ? classes.quiet : undefined}>
            {nameOf(stage)}
            {stage.archived && ` · ${t('settings.archived')}`}
          </span>,
          stage.slaDays === null ? DASH : format.count(stage.slaDays),
          stage.wipLimit === null ? DASH : format.count(stage.wipLimit),
          stage.entry.length === 0 ? DASH : format.list(stage.entry.map((one) => t(`conditions.${one}`))),
          stage.onEvent === null ? DASH : t(`events.${stage.onEvent}`),
          stage.own ? t('settings.own') : t('settings.shipped'),
          <Button key="edit" size="compact-xs" variant="default" onClick={() => onEdit(stage)}>
            {common('edit')}
          </Button>,
        ],
      }))}
    />
  )
}

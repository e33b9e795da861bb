/** Follow-up ladders: which tasks follow one another, and what ends them. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Ladder } from '../../../shared/domain/ladders'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import classes from '../../board/board.module.css'
import { LadderDrawer } from './LadderDrawer'
import { useLadderName } from './ladder-form'

export function Ladders() {
  const t = useText('tasks')
  const query = useQuery(orpc.tasks.ladders.queryOptions({ input: { archived: true } }))
  const [edited, setEdited] = useState<Ladder | 'new' | null>(null)
  return (
    <div className={classes.stack}>
      <p className={classes.lead}>{t('ladder.lead')}</p>
      <Answer query={query}>{(ladders) => <LadderTable ladders={ladders} onEdit={setEdited} />}</Answer>
      <div>
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('ladder.add')}
        </Button>
      </div>
      {edited && (
        <LadderDrawer
          key={edited === 'new' ? 'new' : edited.key}
          ladder={edited === 'new' ? null : edited}
          ladders={query.data ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

interface LadderTableProps {
  readonly ladders: readonly Ladder[]
  readonly onEdit: (ladder: Ladder) => void
}

function LadderTable({ ladders, onEdit }: LadderTableProps) {
  const t = useText('tasks')
  const pipelines = useText('pipelines')
  const common = useText('common')
  const format = useFormat()
  const nameOf = useLadderName()
  return (
    <SmallTable
      label={pipelines('views.ladders')}
      columns={[
        { title: t('ladder.fields.name') },
        { title: t('ladder.fields.steps') },
        { title: t('ladder.fields.stopOn') },
        { title: t('ladder.fields.own') },
        { title: '' },
      ]}
      rows={ladders.map((ladder) => ({
        key: ladder.key,
        cells: [
          `${nameOf(ladder)}${ladder.archived ? ` · ${t('ladder.archived')}` : ''}`,
          ladder.steps
            .map(({ day, event }) =>
              event === null ? t('ladder.day', { day: day ?? 0 }) : pipelines(`events.${event}`),
            )
            .join(' → '),
          format.list(ladder.stopOn.map((event) => pipelines(`events.${event}`))),
          ladder.own ? t('ladder.own') : t('ladder.shipped'),
          <Button key="edit" size="compact-xs" variant="default" onClick={() => onEdit(ladder)}>
            {common('edit')}
          </Button>,
        ],
      }))}
    />
  )
}

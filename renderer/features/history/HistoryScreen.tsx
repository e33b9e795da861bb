/** What was done, by whom, the latest first; the last step can be taken back from here as from anywhere. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Step } from '../../../shared/contract/history'
import { api, orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { stepText } from '../../messages/step-text'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'

const RECENT = 500

export function HistoryScreen() {
  const t = useText('lists')
  const language = useLanguage()
  const [sort, setSort] = useState<GridSort | null>(null)
  const query = useQuery(orpc.history.recent.queryOptions({ input: { limit: RECENT } }))
  const columns = useStepColumns()
  const rows = useQueryRows({ ...query, data: query.data?.steps }, columns, sort, language)
  return (
    <Page
      title={t('history.title')}
      actions={<Turns undo={query.data?.undo ?? null} redo={query.data?.redo ?? null} />}
    >
      <DataGrid
        name="history"
        label={t('history.title')}
        columns={columns}
        rows={rows}
        rowId={(step) => step.id}
        sort={sort}
        onSort={setSort}
        empty={<Empty sentence={t('history.empty')} example={t('history.example')} />}
      />
    </Page>
  )
}

function Turns({ undo, redo }: { readonly undo: Step | null; readonly redo: Step | null }) {
  const t = useText('lists')
  const shell = useText('shell')
  const takeBack = useCommand(
    () => api.history.undo({}),
    (step) => shell('undo.undone', { step: stepText(step) }),
  )
  const doAgain = useCommand(
    () => api.history.redo({}),
    (step) => shell('undo.redone', { step: stepText(step) }),
  )
  return (
    <>
      {redo && (
        <Button variant="default" onClick={() => doAgain.run()} loading={doAgain.busy}>
          {t('history.redo', { step: stepText(redo) })}
        </Button>
      )}
      <Button variant="default" onClick={() => takeBack.run()} loading={takeBack.busy} disabled={!undo}>
        {undo ? t('history.undo', { step: stepText(undo) }) : t('history.nothingToUndo')}
      </Button>
    </>
  )
}

function useStepColumns(): readonly GridColumn<Step>[] {
  const t = useText('lists')
  const language = useLanguage()
  return useMemo(
    () => [
      // Its words follow the language, which `stepText` asks for by itself.
      {
        id: `step`,
        title: t('history.fields.step'),
        kind: 'text',
        value: stepText,
        width: language === 'en' ? 380 : 340,
      },
      { id: 'at', title: t('history.fields.at'), kind: 'instant', value: (step) => step.at },
      { id: 'author', title: t('history.fields.author'), kind: 'text', value: (step) => step.author, width: 140 },
      { id: 'changes', title: t('history.fields.changes'), kind: 'number', value: (step) => step.changes },
      {
        id: 'state',
        title: t('history.fields.state'),
        kind: 'choice',
        value: (step) => step.state,
        words: t('history.states', { returnObjects: true }),
        render: (step) => {
          const word = t(`history.states.${step.state}`)
          return step.state === 'undone' ? <StateMark tone="held">{word}</StateMark> : word
        },
      },
    ],
    [t, language],
  )
}

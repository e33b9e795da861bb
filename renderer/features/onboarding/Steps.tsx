/** A shop's steps in their order: where each stands, who has it, until when an answer is due. */

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { OnboardingStep } from '../../../shared/contract/onboarding'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { useStepName } from './step-name'
import { StepDrawer } from './StepDrawer'

const TONES: Readonly<Record<OnboardingStep['standing'], Tone>> = {
  done: 'good',
  ready: 'unknown',
  waiting: 'watch',
  blocked: 'held',
  late: 'bad',
  rejected: 'bad',
}

export function Steps({ shopId }: { readonly shopId: string }) {
  const t = useText('onboarding')
  const language = useLanguage()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useStepColumns()
  const query = useQuery(orpc.onboarding.steps.queryOptions({ input: { shopId } }))
  const rows = useQueryRows(query, columns, sort, language)
  const opened = useOpenRow(rows, keyOf)
  return (
    <>
      <DataGrid
        name="onboarding.steps"
        label={t('steps')}
        columns={columns}
        rows={rows}
        rowId={keyOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={<Empty sentence={t('noSteps')} />}
      />
      {opened.row && <StepDrawer key={opened.row.key} shopId={shopId} step={opened.row} {...opened.drawer} />}
    </>
  )
}

function keyOf({ key }: OnboardingStep): string {
  return key
}

function useStepColumns(): readonly GridColumn<OnboardingStep>[] {
  const t = useText('onboarding')
  const nameOf = useStepName()
  return useMemo(
    () => [
      { id: 'step', title: t('fields.step'), kind: 'text', value: nameOf, width: 260 },
      {
        id: 'standing',
        title: t('fields.standing'),
        kind: 'choice',
        value: ({ standing }) => standing,
        words: t('standing', { returnObjects: true }),
        render: ({ standing }) => <StateMark tone={TONES[standing]}>{t(`standing.${standing}`)}</StateMark>,
        width: 140,
      },
      { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 120 },
      { id: 'submittedOn', title: t('fields.submittedOn'), kind: 'day', value: ({ submittedOn }) => submittedOn },
      { id: 'answerBy', title: t('fields.answerBy'), kind: 'day', value: ({ answerBy }) => answerBy },
      {
        id: 'left',
        title: t('fields.left'),
        kind: 'number',
        value: ({ workingDaysLeft }) => workingDaysLeft,
        width: 140,
      },
      {
        id: 'blockedBy',
        title: t('fields.blockedBy'),
        kind: 'text',
        value: ({ missing, blockedBy, standing, reason }) =>
          standing === 'rejected'
            ? reason
            : standing === 'blocked'
              ? [...missing.map((key) => nameOf({ key, title: null })), ...(blockedBy ? [blockedBy] : [])].join(' · ')
              : null,
        width: 260,
      },
      { id: 'decidedOn', title: t('fields.decidedOn'), kind: 'day', value: ({ decidedOn }) => decidedOn },
    ],
    [t, nameOf],
  )
}

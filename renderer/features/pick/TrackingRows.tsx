/** Row by row: the number, whose it is, and what a person is asked. */

import { Checkbox, MultiSelect } from '@mantine/core'

import type { SampleLabel, TrackedRowView, TrackedView } from '../../../shared/contract/sample-files'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark, type Tone } from '../../ui/StateMark'
import classes from './pick.module.css'
import { asksFor, type Choice, type Choices } from './tracking-choice'

const TONES: Readonly<Record<TrackedRowView['match'], Tone>> = {
  matched: 'good',
  known: 'held',
  repeated: 'held',
  ambiguous: 'watch',
  second: 'watch',
  shared: 'watch',
  wrongColumn: 'bad',
  shortened: 'bad',
  conflict: 'bad',
  unknown: 'bad',
  notOpen: 'bad',
  noKey: 'bad',
  noTracking: 'bad',
}

export interface TrackingRowsProps {
  readonly view: TrackedView
  readonly choices: Choices
  readonly onChoose: (line: number, choice: Choice) => void
}

export function TrackingRows({ view, choices, onChoose }: TrackingRowsProps) {
  const t = useText('sampleFiles')
  const samples = new Map(view.samples.map((sample) => [sample.id, sample]))
  const certain = view.rows.filter(({ match }) => match === 'matched').length
  const asked = view.rows.filter((row) => asksFor(row) !== null).length
  return (
    <section aria-label={t('tracking.matches')}>
      <p className={classes.note}>
        {t('tracking.counts', { rows: view.rows.length, certain, asked, other: view.rows.length - certain - asked })}
      </p>
      <SmallTable
        label={t('tracking.matches')}
        columns={(['line', 'number', 'whose', 'match'] as const).map((name) => ({
          title: t(`tracking.columns.${name}`),
          figure: name === 'line',
        }))}
        rows={view.rows.map((row) => ({
          key: String(row.line),
          cells: [
            row.line,
            <TrackingNumber key="number" row={row} />,
            <Whose key="whose" row={row} samples={samples} />,
            <Answered
              key="match"
              row={row}
              samples={samples}
              choice={choices.get(row.line) ?? {}}
              onChoose={onChoose}
            />,
          ],
        }))}
      />
    </section>
  )
}

function TrackingNumber({ row: { tracking, carrier, isSuggested } }: { readonly row: TrackedRowView }) {
  const t = useText('sampleFiles')
  return (
    <>
      <div>{tracking === '' ? DASH : tracking}</div>
      {carrier !== null && (
        <div className={classes.note}>{isSuggested ? t('tracking.suggested', { carrier }) : carrier}</div>
      )}
    </>
  )
}

type Samples = ReadonlyMap<string, SampleLabel>

function Whose({ row: { key, sampleIds }, samples }: { readonly row: TrackedRowView; readonly samples: Samples }) {
  const found = sampleIds.flatMap((id) => samples.get(id) ?? [])
  if (found.length === 0) return <>{key === '' ? DASH : key}</>
  return (
    <>
      {found.map((sample) => (
        <div key={sample.id}>
          @{sample.handle} <span className={classes.note}>{sample.product}</span>
        </div>
      ))}
    </>
  )
}

interface AnsweredProps {
  readonly row: TrackedRowView
  readonly samples: Samples
  readonly choice: Choice
  readonly onChoose: (line: number, choice: Choice) => void
}

function Answered({ row, samples, choice, onChoose }: AnsweredProps) {
  const t = useText('sampleFiles')
  const words = useText('words')
  const asks = asksFor(row)
  const known = row.sampleIds.flatMap((id) => samples.get(id)?.parcels ?? []).map(({ tracking }) => tracking)
  const text = t(`tracking.match.${row.match}`, {
    looks: row.looksLike === null ? '' : t(`tracking.roles.${row.looksLike}`),
    state: row.state === null ? '' : words(`sampleState.${row.state}`),
    known: known.length === 0 ? '' : `${known.join(' · ')} `,
  })
  const choices = row.candidates.map((id) => {
    const sample = samples.get(id)
    return { value: id, label: [sample?.product, sample?.orderId ?? sample?.code].filter((part) => part).join(' · ') }
  })
  return (
    <>
      <StateMark tone={TONES[row.match]}>{text}</StateMark>
      {asks === 'samples' && (
        <MultiSelect
          aria-label={t('tracking.choose', { key: row.key })}
          placeholder={t('tracking.choosePlaceholder')}
          data={choices}
          value={[...(choice.sampleIds ?? [])]}
          onChange={(sampleIds) => onChoose(row.line, { ...choice, sampleIds, anyway: sampleIds.length > 0 })}
        />
      )}
      {row.instead !== null && row.sampleIds.length > 0 && (
        <Checkbox
          label={t('tracking.instead', { number: row.instead })}
          checked={choice.instead === true}
          onChange={(event) => onChoose(row.line, { ...choice, instead: event.currentTarget.checked })}
        />
      )}
      {asks === 'anyway' && choice.instead !== true && (
        <Checkbox
          label={t(row.match === 'second' ? 'tracking.keepBoth' : 'tracking.anyway')}
          checked={choice.anyway === true}
          onChange={(event) => onChoose(row.line, { ...choice, anyway: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

/** What a file of samples would do, row by row: counts, warnings, contradictions, what was left out and why. */

import type { SampleFileLine, SampleFileResult } from '../../../shared/contract/sample-files'
import { KNOWN_STATUSES, ORDER_STATES } from '../../../shared/domain/sample-statuses'
import { isSampleState } from '../../../shared/domain/samples'
import { type Text, useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import classes from './pick.module.css'

const SHOWN = 200

const COUNTS = ['created', 'changed', 'unchanged', 'contradicted', 'rejected', 'repeated', 'erased', 'other'] as const

export function SampleFileView({ result }: { readonly result: SampleFileResult }) {
  const t = useText('sampleFiles')
  const counts = COUNTS.filter((name) => result[name] > 0).map((name) =>
    t(`file.counts.${name}`, { count: result[name] }),
  )
  return (
    <>
      <section aria-label={t('file.what')}>
        <p>
          {t(`file.kind.${result.kind}`)} · {t('file.rows', { count: result.rows })}
        </p>
        <p className={classes.note}>{counts.join(' · ')}</p>
        {result.warnings.length > 0 && (
          <ul className={classes.list}>
            {result.warnings.map(({ code, detail }) => (
              <li key={code}>{t(`file.warning.${code}`, { detail })}</li>
            ))}
          </ul>
        )}
      </section>
      {result.contradictions.length > 0 && <Contradictions result={result} />}
      {result.rejects.length > 0 && <Rejects result={result} />}
      {result.lines.length > 0 && <Lines lines={result.lines} />}
    </>
  )
}

function Contradictions({ result: { contradictions } }: { readonly result: SampleFileResult }) {
  const t = useText('sampleFiles')
  const words = useText('words')
  const said = (word: string) => (isSampleState(word) ? words(`sampleState.${word}`) : `@${word}`)
  return (
    <section>
      <h3 className={classes.heading}>{t('file.contradictions')}</h3>
      <p className={classes.note}>{t('file.contradictionsHint')}</p>
      <SmallTable
        label={t('file.contradictions')}
        columns={(['row', 'creator', 'product', 'why', 'known', 'said'] as const).map((name) => ({
          title: t(`file.columns.${name}`),
          figure: name === 'row',
        }))}
        rows={contradictions.slice(0, SHOWN).map((one) => ({
          key: `${one.row} ${one.sampleId}`,
          cells: [
            one.row,
            `@${one.handle}`,
            one.product,
            t(`file.contradiction.${one.code}`),
            said(one.known),
            said(one.said),
          ],
        }))}
      />
    </section>
  )
}

function Rejects({ result: { kind, rejects, rejected } }: { readonly result: SampleFileResult }) {
  const t = useText('sampleFiles')
  const knowsStatuses = rejects.some(({ code }) => code === 'statusUnknown')
  return (
    <section>
      <h3 className={classes.heading}>{t('file.rejects', { count: rejected })}</h3>
      <SmallTable
        label={t('file.rejects', { count: rejected })}
        columns={(['row', 'column', 'value', 'why'] as const).map((name) => ({
          title: t(`file.columns.${name}`),
          figure: name === 'row',
        }))}
        rows={rejects.slice(0, SHOWN).map((one) => ({
          key: `${one.row} ${one.column}`,
          cells: [one.row, one.column, one.value === '' ? DASH : one.value, t(`file.reject.${one.code}`)],
        }))}
      />
      {knowsStatuses && (
        <p className={classes.note}>
          {t('file.statuses', { statuses: (kind === 'template' ? KNOWN_STATUSES : ORDER_STATES).join(' · ') })}
        </p>
      )}
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly SampleFileLine[] }) {
  const t = useText('sampleFiles')
  const words = useText('words')
  return (
    <section>
      <h3 className={classes.heading}>{t('file.lines')}</h3>
      <SmallTable
        label={t('file.lines')}
        columns={(['row', 'action', 'creator', 'product', 'pieces', 'where', 'number'] as const).map((name) => ({
          title: t(`file.columns.${name}`),
          figure: name === 'row' || name === 'pieces',
        }))}
        rows={lines.slice(0, SHOWN).map((line) => ({
          key: String(line.row),
          cells: [
            line.row,
            <StateMark key="action" tone={line.action === 'unchanged' ? 'held' : 'good'}>
              {t(`file.action.${line.adopted ? 'adopted' : line.action}`)}
            </StateMark>,
            `@${line.handle}`,
            line.product,
            line.quantity,
            whereOf(line, words),
            line.tracking ?? line.orderId ?? DASH,
          ],
        }))}
      />
    </section>
  )
}

function whereOf({ from, to }: SampleFileLine, words: Text<'words'>): string {
  const end = words(`sampleState.${to}`)
  return from === null || from === to ? end : `${words(`sampleState.${from}`)} → ${end}`
}

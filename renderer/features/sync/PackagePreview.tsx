/** What a package would do, before anything is applied. */

import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'

import type { PackageSummary } from '../../../shared/contract/sync'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { entityText, fieldText, kindOfField, valueText } from '../../messages/record-text'
import { useNames } from '../../questions/names'
import { Facts } from '../../ui/Facts'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { RequestCode } from './AskDrawer'
import { Hint } from './Hints'
import classes from './sync.module.css'

export function PackagePreview({ summary }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  return (
    <div className={classes.stack}>
      <p className={classes.lead}>{t('nothingApplied')}</p>
      <About summary={summary} />
      {summary.missing.length > 0 && <MissingFirst summary={summary} />}
      {summary.parked > 0 && <Hint tone="watch">{t('parked', { count: summary.parked })}</Hint>}
      {summary.entities.length > 0 && <Kinds summary={summary} />}
      {summary.sample.length > 0 && <Sample summary={summary} />}
    </div>
  )
}

function About({ summary }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  const format = useFormat()
  const { person, computer, madeAt, sizeBytes, encrypted, attachments, attachmentsBytes, freeBytes } = summary
  const name = person || t('unknownSender')
  return (
    <Facts
      facts={[
        [t('fields.sender'), computer === '' ? name : t('senderOf', { person: name, computer })],
        [t('fields.made'), madeAt === null ? t('unknownSender') : format.instant(madeAt)],
        [t('fields.size'), `${format.size(sizeBytes)} · ${encrypted ? t('encrypted') : t('plain')}`],
        [t('fields.changes'), <Changes key="changes" summary={summary} />],
        [t('fields.facts'), <FactFiles key="facts" summary={summary} />],
        [
          t('fields.attachments'),
          attachments === 0 ? t('none') : t('attachments', { count: attachments, size: format.size(attachmentsBytes) }),
        ],
        [t('fields.decisions'), <Decisions key="decisions" summary={summary} />],
        [t('fields.disk'), format.size(freeBytes)],
      ]}
    />
  )
}

function Changes({ summary: { changes, alreadyHad, waiting } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  return [
    t('changes', { count: changes }),
    ...(alreadyHad > 0 ? [t('had', { count: alreadyHad })] : []),
    ...(waiting > 0 ? [t('waits', { count: waiting })] : []),
  ].join(' · ')
}

function FactFiles({ summary: { facts } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  return facts.length === 0 ? (
    t('none')
  ) : (
    <ul className={classes.lines}>
      {facts.map(({ importId, fileName: file, rows, had }) => (
        <li key={importId}>{had ? t('factHad', { file }) : t('factRows', { file, rows })}</li>
      ))}
    </ul>
  )
}

function Decisions({ summary: { decisions, notices } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  return (
    <>
      {decisions === 0 ? t('noDecisions') : <StateMark tone="watch">{t('decisions', { count: decisions })}</StateMark>}
      {notices > 0 && <span className={classes.muted}> {t('notices', { count: notices })}</span>}
    </>
  )
}

function MissingFirst({ summary: { missing, requestCode } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  const format = useFormat()
  const list = format.list(
    missing.map(({ person, from, to }) =>
      t('missingOf', { count: to - from + 1, person: person || t('resultUnknown') }),
    ),
  )
  return (
    <section className={classes.missing} aria-label={t('missingTitle')}>
      <h3 className={classes.heading}>{t('missingTitle')}</h3>
      <p className={classes.text}>
        {t('missing', { list })} {t('missingNext')}
      </p>
      {requestCode !== null && <RequestCode code={requestCode} />}
    </section>
  )
}

function Kinds({ summary: { entities } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  const format = useFormat()
  return (
    <SmallTable
      label={t('byKind')}
      columns={[
        { title: t('kind') },
        { title: t('created'), figure: true },
        { title: t('changed'), figure: true },
        { title: t('removed'), figure: true },
      ]}
      rows={entities.map(({ entity, created, changed, removed }) => ({
        key: entity,
        cells: [entityText(entity), format.count(created), format.count(changed), format.count(removed)],
      }))}
    />
  )
}

/** A preview tells at most so many. */
const SAMPLED = 500

const FILTERS = ['all', 'conflict', 'changed', 'created'] as const
type Filter = (typeof FILTERS)[number]

function Sample({ summary: { sample, decisions } }: { readonly summary: PackageSummary }) {
  const t = useText('arrive')
  const format = useFormat()
  const names = useNames()
  const [filter, setFilter] = useState<Filter>(decisions > 0 ? 'conflict' : 'all')
  const shown = sample.filter(({ kind }) => filter === 'all' || kind === filter)
  return (
    <section className={classes.sample} aria-label={t('sample')}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('sample')}
          value={filter}
          onChange={(value) => setFilter(FILTERS.find((name) => name === value) ?? 'all')}
          data={FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
        {sample.length >= SAMPLED && (
          <span className={classes.muted}>{t('sampleFirst', { count: sample.length })}</span>
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.lead}>{t('noneOfKind')}</p>
      ) : (
        <SmallTable
          label={t('sample')}
          columns={(['what', 'field', 'before', 'after', 'author'] as const).map((name) => ({
            title: t(`columns.${name}`),
          }))}
          rows={shown.map(({ entity, title, field, before, after, currency, author, at, kind }, index) => {
            const about = { entity, field, kind: kindOfField(entity, field), currency }
            return {
              key: String(index),
              cells: [
                <span key="title" className={classes.titled}>
                  {title || entityText(entity, true)}
                </span>,
                <span key="field" className={classes.whole}>
                  {fieldText(field)}
                </span>,
                kind === 'created' ? t('newValue') : valueText(before, about, format, names),
                kind === 'removed' ? t('gone') : valueText(after, about, format, names),
                <span key="author" className={classes.whole}>
                  {author}
                  <br />
                  <span className={classes.muted}>{format.instant(at)}</span>
                </span>,
              ],
            }
          })}
        />
      )}
    </section>
  )
}

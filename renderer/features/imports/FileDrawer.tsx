/** What one file is and would do: counts, warnings, rejected rows to correct, the first lines as they are read. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { ImportResult } from '../../../shared/contract/imports'
import { useFormat } from '../../format/use-format'
import { errorText } from '../../messages/error-text'
import { useLanguage, useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { Drawer } from '../../ui/Drawer'
import { CountMarks } from './CountMarks'
import classes from './imports.module.css'
import { creatorHandle, type IntakeFile } from './intake'
import { Rejects } from './Rejects'
import { SampleGrid } from './SampleGrid'

export interface FileDrawerProps {
  readonly file: IntakeFile
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function FileDrawer({ file, ...moves }: FileDrawerProps) {
  const { found, work } = file
  const problem = found.problem ?? (work.state === 'failed' ? work.problem : null)
  const result = useLastResult(file)
  return (
    <Drawer title={found.name} wide {...moves}>
      <div className={classes.detail}>
        <What file={file} result={result} />
        {problem && <Why problem={problem} />}
        {result && <Warnings result={result} />}
        {result && (result.rejects.length > 0 || file.corrections.length > 0) && (
          <Rejects file={file} result={result} />
        )}
        {result && result.sample.length > 0 && <SampleGrid result={result} shopId={file.shopId} />}
      </div>
    </Drawer>
  )
}

/** The newest preview; while a corrected file is read again, the one before, so that nobody loses their place. */
function useLastResult(file: IntakeFile): ImportResult | null {
  const now = 'result' in file.work ? file.work.result : null
  const [kept, setKept] = useState<{ readonly path: string; readonly result: ImportResult } | null>(null)
  const { path } = file.found
  if (now !== null && kept?.result !== now) {
    setKept({ path, result: now })
  }
  return now ?? (kept?.path === path ? kept.result : null)
}

function What({
  file: { found, shopId, creator },
  result,
}: {
  readonly file: IntakeFile
  readonly result: ImportResult | null
}) {
  const t = useText('imports')
  const words = useText('words')
  const format = useFormat()
  const shop = useShops().find(({ id }) => id === shopId)
  const { recognised } = found
  const facts: readonly (readonly [string, string])[] = recognised
    ? [
        [t('detail.kind'), words(`orderKind.${recognised.kind}`)],
        [t('detail.language'), words(`language.${recognised.language}`)],
        [t('detail.container'), `${recognised.container.toUpperCase()} · ${format.size(found.sizeBytes)}`],
        ...(result?.period ? [[t('detail.period'), format.period(result.period.from, result.period.to)] as const] : []),
        ...(shop ? [[t('detail.shop'), `${shop.name} · ${shop.currency} · ${shop.timezone}`] as const] : []),
        ...(creator ? [[t('detail.creator'), `@${creatorHandle(creator)}`] as const] : []),
      ]
    : [[t('detail.size'), format.size(found.sizeBytes)]]
  return (
    <section aria-label={t('detail.what')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {result && <CountMarks counts={result} />}
    </section>
  )
}

function Why({ problem }: { readonly problem: { readonly code: string; readonly params: Record<string, unknown> } }) {
  const t = useText('imports')
  const { what, next } = errorText({ code: problem.code, data: problem.params }, useLanguage())
  const { headers } = problem.params
  return (
    <section>
      <h3 className={classes.heading}>{t('detail.problem')}</h3>
      <p>{what}</p>
      <p className={classes.note}>{next}</p>
      {Array.isArray(headers) && headers.length > 0 && (
        <p className={classes.note}>
          {t('detail.headers')}: {headers.join(' · ')}
        </p>
      )}
    </section>
  )
}

const SHOWN_WARNINGS = 8

function Warnings({ result }: { readonly result: ImportResult }) {
  const t = useText('imports')
  const common = useText('common')
  const words = useText('words')
  const [all, setAll] = useState(false)
  if (result.warnings.length === 0) {
    return null
  }
  const shown = all ? result.warnings : result.warnings.slice(0, SHOWN_WARNINGS)
  return (
    <section>
      <h3 className={classes.heading}>{t('detail.warnings')}</h3>
      <ul className={classes.warnings}>
        {shown.map(({ code, detail }) => (
          <li key={`${code} ${detail}`}>
            {words(`warning.${code}`)}
            {detail !== '' && <span className={classes.note}> · {detail}</span>}
          </li>
        ))}
      </ul>
      {shown.length < result.warnings.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {common('all')} ({result.warnings.length})
        </Button>
      )}
    </section>
  )
}

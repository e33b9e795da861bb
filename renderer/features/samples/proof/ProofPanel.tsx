/** The proof of one sample: its files under a seal that is checked when it is shown, what happened, the pack for a dispute. */

import { Button, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CheckedSeal, ProofEvent, ProofFile } from '../../../../shared/contract/sample-proof'
import { PROOF_KINDS } from '../../../../shared/domain/proof'
import { api, desktop, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useLanguage, useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { Answer } from '../../../ui/Answer'
import { ErrorLine } from '../../../ui/ErrorState'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import { PackForm } from './PackForm'
import classes from './proof.module.css'
import { useSeal } from './use-seal'

export interface ProofPanelProps {
  readonly sampleId: string
  /** For the name of the file that the pack is saved as. */
  readonly creator: string
  readonly product: string
}

export function ProofPanel({ sampleId, creator, product }: ProofPanelProps) {
  const t = useText('sampleProof')
  const answers = useQueryClient()
  const [packing, setPacking] = useState(false)
  const query = useQuery(orpc.sampleProof.get.queryOptions({ input: { sampleId } }))
  const add = useCommand(
    async () => {
      const paths = await desktop.chooseFiles({ title: t('addTitle'), filters: [], many: true })
      for (const path of paths) await finish(await api.attachments.add({ entity: 'samples', recordId: sampleId, path }))
      await Promise.all([
        answers.invalidateQueries({ queryKey: orpc.sampleProof.key() }),
        answers.invalidateQueries({ queryKey: orpc.attachments.key() }),
      ])
      return paths
    },
    (paths) =>
      paths.length === 0 ? '' : t('added', { files: paths.map((path) => path.split(/[\\/]/).at(-1)).join(' ') }),
  )
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <Answer query={query}>
        {({ files, events, zone }) => (
          <>
            <Files sampleId={sampleId} files={files} />
            <div className={classes.ways}>
              <Button variant="default" size="xs" loading={add.busy} onClick={() => add.run()}>
                {t('add')}
              </Button>
              <Button variant="default" size="xs" aria-expanded={packing} onClick={() => setPacking(!packing)}>
                {t('pack')}
              </Button>
            </div>
            {add.error !== null && <ErrorLine error={add.error} />}
            {packing && (
              <PackForm sampleId={sampleId} creator={creator} product={product} onDone={() => setPacking(false)} />
            )}
            <Timeline events={events} zone={zone} />
          </>
        )}
      </Answer>
    </section>
  )
}

const TONES: Readonly<Record<CheckedSeal['seal'], Tone>> = { whole: 'good', broken: 'bad', incomplete: 'watch' }

function Files({ sampleId, files }: { readonly sampleId: string; readonly files: readonly ProofFile[] }) {
  const t = useText('sampleProof')
  const format = useFormat()
  const seal = useSeal(sampleId, files)
  if (files.length === 0) return <p className={classes.quiet}>{t('none')}</p>
  const standings = new Map(seal.checked?.files.map(({ id, standing }) => [id, standing]))
  const broken = files.filter(({ id }) => ['changed', 'missing'].includes(standings.get(id) ?? ''))
  return (
    <>
      <div className={classes.seal} role="status">
        {seal.checked === null ? (
          <span className={classes.quiet}>{t('seal.checking', { percent: format.percent(seal.done) })}</span>
        ) : (
          <>
            <StateMark tone={TONES[seal.checked.seal]}>{t(`seal.${seal.checked.seal}`)}</StateMark>
            <span className={classes.hash} title={seal.checked.hash}>
              {t('seal.hash', { hash: seal.checked.hash.slice(0, 12) })}
            </span>
            <Button variant="subtle" size="compact-xs" onClick={seal.again}>
              {t('again')}
            </Button>
          </>
        )}
        {seal.error !== null && <ErrorLine error={seal.error} />}
      </div>
      {broken.length > 0 && (
        <p className={classes.broken}>{t('seal.brokenHint', { files: format.list(broken.map(({ name }) => name)) })}</p>
      )}
      <ul className={classes.files}>
        {files.map((file) => (
          <OneFile key={file.id} file={file} standing={standings.get(file.id) ?? null} />
        ))}
      </ul>
    </>
  )
}

const FILE_TONES = { whole: 'good', changed: 'bad', missing: 'bad', elsewhere: 'watch' } as const

interface OneFileProps {
  readonly file: ProofFile
  readonly standing: keyof typeof FILE_TONES | null
}

function OneFile({ file, standing }: OneFileProps) {
  const t = useText('sampleProof')
  const format = useFormat()
  const answers = useQueryClient()
  const name = useCommand(
    async (kind: ProofFile['kind']) => {
      await api.sampleProof.name({ fileId: file.id, kind })
      await answers.invalidateQueries({ queryKey: orpc.sampleProof.key() })
    },
    () => '',
  )
  return (
    <li className={classes.file}>
      <span className={classes.name} title={file.name}>
        {file.name}
      </span>
      <Select
        size="xs"
        aria-label={t('kind', { file: file.name })}
        data={PROOF_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        allowDeselect={false}
        value={file.kind}
        onChange={(value) => {
          const kind = PROOF_KINDS.find((one) => one === value)
          if (kind) name.run(kind)
        }}
      />
      <span className={classes.quiet}>
        {format.size(file.size)} · {file.addedBy} · {format.instant(file.addedAt)}
      </span>
      {standing !== null && <StateMark tone={FILE_TONES[standing]}>{t(`standings.${standing}`)}</StateMark>}
    </li>
  )
}

function Timeline({ events, zone }: { readonly events: readonly ProofEvent[]; readonly zone: string }) {
  const t = useText('sampleProof')
  const format = useFormat()
  const language = useLanguage()
  return (
    <>
      <h3 className={classes.heading}>{t('timeline', { zone })}</h3>
      <ol className={classes.timeline}>
        {events.map(({ at, person, zh, en }, index) => (
          // Lines have no name of their own; their order is fixed.
          <li key={index}>
            <time>{at === null ? t('noTime') : format.instant(at, zone)}</time>
            <span>{language === 'zh-CN' ? zh : en}</span>
            {person !== null && <span className={classes.quiet}>{person}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The files on their way in: what each is, whose it is, and what it would do. */

import { ActionIcon, Button, Progress, Select, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'

import { useFormat } from '../../format/use-format'
import { errorText } from '../../messages/error-text'
import { useLanguage, useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { StateMark, type Tone } from '../../ui/StateMark'
import { CountMarks } from './CountMarks'
import classes from './imports.module.css'
import { type Intake, type IntakeFile, shareDone, type Stage, stageOf } from './intake'
import { SamplesOffer, tellsOfSamples } from './SamplesOffer'
import { stopWork, tell } from './work'

export interface FileListProps {
  readonly files: Intake
  readonly opened: string | null
  readonly onOpen: (path: string) => void
  readonly over: boolean
  readonly busy: boolean
}

export function FileList({ files, opened, onOpen, over, busy }: FileListProps) {
  const t = useText('imports')
  return (
    <section aria-label={t('file.list')}>
      <ul className={classes.files}>
        {files.map((file) => (
          <FileCard
            key={file.found.path}
            file={file}
            isOpen={file.found.path === opened}
            onOpen={() => onOpen(file.found.path)}
          />
        ))}
      </ul>
      <p className={classes.more} data-over={over || undefined}>
        {busy ? t('looking') : t('drop')}
      </p>
    </section>
  )
}

interface CardProps {
  readonly file: IntakeFile
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function FileCard({ file, isOpen, onOpen }: CardProps) {
  const t = useText('imports')
  const { found } = file
  return (
    <li className={classes.file} data-open={isOpen || undefined}>
      <div className={classes.name}>
        <Button
          variant="transparent"
          classNames={{ root: classes.open ?? '', inner: classes.openInner ?? '', label: classes.openLabel ?? '' }}
          onClick={onOpen}
          aria-label={t('file.details', { file: found.name })}
          title={found.path}
        >
          {found.name}
        </Button>
        <FileNote file={file} />
      </div>
      <Whose file={file} />
      <div className={classes.what}>
        <What file={file} />
      </div>
      <CardButtons file={file} />
    </li>
  )
}

function FileNote({ file: { found, work } }: { readonly file: IntakeFile }) {
  const words = useText('words')
  const format = useFormat()
  const { recognised } = found
  const period = 'result' in work ? work.result.period : null
  const parts = recognised
    ? [
        words(`orderKind.${recognised.kind}`),
        words(`language.${recognised.language}`),
        recognised.container.toUpperCase(),
        format.size(found.sizeBytes),
        ...(period ? [format.period(period.from, period.to)] : []),
      ]
    : [format.size(found.sizeBytes)]
  return <span className={classes.note}>{parts.join(' · ')}</span>
}

/** The shop the file belongs to, and the creator where the file does not say. */
function Whose({ file }: { readonly file: IntakeFile }) {
  const t = useText('imports')
  const shops = useShops()
  const { found, shopId, work } = file
  const currency = found.recognised?.currency ?? null
  const shop = shops.find(({ id }) => id === shopId)
  if (!found.recognised) {
    return <div className={classes.whose} />
  }
  const isFixed = work.state === 'importing' || work.state === 'imported'
  const differs = shop && currency !== null && shop.currency !== currency
  return (
    <div className={classes.whose}>
      <Select
        aria-label={t('file.shop', { file: found.name })}
        placeholder={t('file.shopPlaceholder')}
        data={shops.map(({ id, name, currency: code }) => ({ value: id, label: `${name} · ${code}` }))}
        value={shopId}
        onChange={(id) => id !== null && tell({ type: 'shopChosen', path: found.path, shopId: id })}
        searchable
        allowDeselect={false}
        disabled={isFixed}
        error={differs ? t('file.otherCurrency', { file: currency, shop: shop.currency }) : null}
      />
      {!found.recognised.creatorInFile && <CreatorField file={file} isFixed={isFixed} />}
    </div>
  )
}

/** Taken when the person leaves the field or presses Enter: each new name reads the file again. */
function CreatorField({ file, isFixed }: { readonly file: IntakeFile; readonly isFixed: boolean }) {
  const t = useText('imports')
  const [typed, setTyped] = useState(file.creator)
  const take = () => typed !== file.creator && tell({ type: 'creatorTyped', path: file.found.path, creator: typed })
  return (
    <TextInput
      aria-label={t('file.creator', { file: file.found.name })}
      placeholder={t('file.creatorPlaceholder')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && take()}
      disabled={isFixed}
    />
  )
}

const TONES: Readonly<Record<Stage, Tone>> = {
  problem: 'bad',
  needsShop: 'watch',
  needsCreator: 'watch',
  waiting: 'held',
  previewing: 'held',
  previewed: 'good',
  stopped: 'held',
  importing: 'held',
  imported: 'good',
  failed: 'bad',
}

/** What it would do, or why it cannot. */
function What({ file }: { readonly file: IntakeFile }) {
  const t = useText('imports')
  const language = useLanguage()
  const { found, work } = file
  const stage = stageOf(file)
  if (stage === 'previewing' || stage === 'importing') {
    return <Doing file={file} />
  }
  if (stage === 'problem' && tellsOfSamples(found)) return <SamplesOffer found={found} />
  const problem = stage === 'problem' ? found.problem : work.state === 'failed' ? work.problem : null
  if (problem) {
    const { what, next } = errorText({ code: problem.code, data: problem.params }, language)
    return (
      <span role="alert">
        <StateMark tone="bad">{t(`stage.${stage}`)}</StateMark> {what} <span className={classes.note}>{next}</span>
      </span>
    )
  }
  const isNothingNew = work.state === 'previewed' && work.result.inserted + work.result.updated === 0
  return (
    <>
      <StateMark tone={isNothingNew ? 'held' : TONES[stage]}>
        {isNothingNew ? t('stage.nothingNew') : t(`stage.${stage}`)}
      </StateMark>
      {found.alreadyImported && work.state !== 'imported' && <StateMark tone="watch">{t('file.already')}</StateMark>}
      {(work.state === 'previewed' || work.state === 'imported') && <CountMarks counts={work.result} />}
    </>
  )
}

function Doing({ file: { found, work } }: { readonly file: IntakeFile }) {
  const t = useText('imports')
  const share = work.state === 'previewing' || work.state === 'importing' ? shareDone(work.progress) : null
  const label =
    work.state === 'importing' ? t('running', { file: found.name }) : t('file.progress', { file: found.name })
  return (
    <div className={classes.doing}>
      <span className={classes.note}>{work.state === 'importing' ? t('stage.importing') : t('stage.previewing')}</span>
      <Progress aria-label={label} value={(share ?? 1) * 100} animated={share === null} />
    </div>
  )
}

function CardButtons({ file: { found, work } }: { readonly file: IntakeFile }) {
  const t = useText('imports')
  const { path, name } = found
  const isBusy = work.state === 'previewing' || work.state === 'importing'
  const label = isBusy ? t('file.stop', { file: name }) : t('file.remove', { file: name })
  return (
    <div className={classes.buttons}>
      {(work.state === 'stopped' || work.state === 'failed') && (
        <Button variant="default" onClick={() => tell({ type: 'askedAgain', path })}>
          {t('file.again')}
        </Button>
      )}
      <Tooltip label={work.state === 'importing' ? t('stopHint') : label}>
        <ActionIcon aria-label={label} onClick={() => (isBusy ? stopWork(path) : tell({ type: 'removed', path }))}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

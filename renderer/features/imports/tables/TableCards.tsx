/** Lists of products, videos and LIVEs on their way in: what each is, whose, of which days, and what it would bring. */

import { ActionIcon, Button, Progress, Select, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import { LIST_KINDS } from '../../../../shared/domain/platform-lists/kinds'
import { useFormat } from '../../../format/use-format'
import { errorText } from '../../../messages/error-text'
import { useLanguage, useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { DayField } from '../../../ui/DayField'
import { StateMark, type Tone } from '../../../ui/StateMark'
import classes from '../imports.module.css'
import { shareDone } from '../intake'
import { MatchLine } from './MatchLine'
import { Question } from './Question'
import { type TableAnswers, type TableItem, tableStage, type TableStage } from './table-intake'
import { TableCounts } from './TableCounts'
import { stopTable, tellTables, useTables } from './table-work'

export interface TableCardsProps {
  readonly opened: string | null
  readonly onOpen: (key: string) => void
}

export function TableCards({ opened, onOpen }: TableCardsProps) {
  const t = useText('platformLists')
  const items = useTables()
  if (items.length === 0) return null
  return (
    <section aria-label={t('files')}>
      <ul className={classes.files}>
        {items.map((item) => (
          <Card key={item.key} item={item} isOpen={item.key === opened} onOpen={() => onOpen(item.key)} />
        ))}
      </ul>
    </section>
  )
}

interface CardProps {
  readonly item: TableItem
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function Card({ item, isOpen, onOpen }: CardProps) {
  const t = useText('platformLists')
  const words = useText('words')
  const { table, name } = item
  const parts = [
    t(`kind.${table.kind}`),
    ...(table.language === null ? [] : [words(`language.${table.language}`)]),
    table.container.toUpperCase(),
  ]
  return (
    <li className={classes.file} data-open={isOpen || undefined}>
      <div className={classes.name}>
        <Button
          variant="transparent"
          classNames={{ root: classes.open ?? '', inner: classes.openInner ?? '', label: classes.openLabel ?? '' }}
          onClick={onOpen}
          aria-label={t('details', { file: name })}
        >
          {name}
        </Button>
        <span className={classes.note}>{parts.join(' · ')}</span>
      </div>
      <Whose item={item} />
      <div className={classes.what}>
        <What item={item} />
      </div>
      <CardButtons item={item} />
    </li>
  )
}

/** The shop and the days: what the file does not say. */
function Whose({ item }: { readonly item: TableItem }) {
  const t = useText('platformLists')
  const shops = useShops()
  const { key, name, shopId, from, to, creator, table, work } = item
  const isFixed = work.state === 'importing' || work.state === 'imported'
  const answer = (answers: Partial<TableAnswers>) => tellTables({ type: 'answered', key, answers })
  return (
    <div className={classes.whose}>
      <Select
        aria-label={t('shop', { file: name })}
        placeholder={t('shopPlaceholder')}
        data={shops.map(({ id, name: shop, currency }) => ({ value: id, label: `${shop} · ${currency}` }))}
        value={shopId}
        onChange={(id) => answer({ shopId: id })}
        searchable
        allowDeselect={false}
        disabled={isFixed}
      />
      {!isFixed && LIST_KINDS[table.kind].needsPeriod && (
        <div className={classes.days}>
          <DayField label={t('from')} value={from} onChange={(day) => answer({ from: day })} />
          <DayField label={t('to')} value={to} onChange={(day) => answer({ to: day })} />
        </div>
      )}
      {!isFixed && table.asksCreator && (
        <TextInput
          aria-label={t('creator')}
          placeholder={t('creator')}
          defaultValue={creator}
          maxLength={64}
          onBlur={(event) =>
            event.currentTarget.value !== creator && answer({ creator: event.currentTarget.value.trim() })
          }
        />
      )}
    </div>
  )
}

const TONES: Readonly<Record<TableStage, Tone>> = {
  needsShop: 'watch',
  needsPeriod: 'watch',
  asks: 'watch',
  waiting: 'held',
  previewing: 'held',
  previewed: 'good',
  nothingNew: 'held',
  stopped: 'held',
  importing: 'held',
  imported: 'good',
  failed: 'bad',
}

function What({ item }: { readonly item: TableItem }) {
  const t = useText('platformLists')
  const language = useLanguage()
  const format = useFormat()
  const { work, name, from, to } = item
  const stage = tableStage(item)
  if (work.state === 'previewing' || work.state === 'importing') {
    const share = shareDone(work.progress)
    return (
      <div className={classes.doing}>
        <span className={classes.note}>{t(`stage.${work.state}`)}</span>
        <Progress
          aria-label={`${t(`stage.${work.state}`)} ${name}`}
          value={(share ?? 1) * 100}
          animated={share === null}
        />
      </div>
    )
  }
  if (work.state === 'failed') {
    const { what, next } = errorText({ code: work.problem.code, data: work.problem.params }, language)
    return (
      <span role="alert">
        <StateMark tone="bad">{t('stage.failed')}</StateMark> {what} <span className={classes.note}>{next}</span>
      </span>
    )
  }
  return (
    <>
      <StateMark tone={TONES[stage]}>{t(`stage.${stage}`)}</StateMark>
      {from !== '' && to !== '' && from <= to && <span className={classes.note}>{format.period(from, to)}</span>}
      {'result' in work && <TableCounts result={work.result} />}
      {stage === 'asks' && <Question item={item} />}
      {work.state === 'imported' && <MatchLine result={work.result} />}
    </>
  )
}

function CardButtons({ item: { key, name, work } }: { readonly item: TableItem }) {
  const t = useText('imports')
  const isBusy = work.state === 'previewing' || work.state === 'importing'
  const label = isBusy ? t('file.stop', { file: name }) : t('file.remove', { file: name })
  return (
    <div className={classes.buttons}>
      {(work.state === 'stopped' || work.state === 'failed') && (
        <Button variant="default" onClick={() => tellTables({ type: 'answered', key, answers: {} })}>
          {t('file.again')}
        </Button>
      )}
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={() => (isBusy ? stopTable(key) : tellTables({ type: 'removed', key }))}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

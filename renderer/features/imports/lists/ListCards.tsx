/** Lists of creators on their way in: what each is, whose figures, of which days, and what it would bring. */

import { ActionIcon, Button, Progress, Select, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import type { ListResult } from '../../../../shared/contract/metrics'
import { METRIC_SOURCES } from '../../../../shared/domain/metric-names'
import { useFormat } from '../../../format/use-format'
import { errorText } from '../../../messages/error-text'
import { useLanguage, useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { DayField } from '../../../ui/DayField'
import { StateMark, type Tone } from '../../../ui/StateMark'
import classes from '../imports.module.css'
import { shareDone } from '../intake'
import { type ListAnswers, type ListItem, listStage, type ListStage } from './list-intake'
import { stopList, tellLists, useLists } from './list-work'

export interface ListCardsProps {
  readonly opened: string | null
  readonly onOpen: (key: string) => void
}

export function ListCards({ opened, onOpen }: ListCardsProps) {
  const t = useText('metrics')
  const items = useLists()
  if (items.length === 0) return null
  return (
    <section aria-label={t('list.files')}>
      <ul className={classes.files}>
        {items.map((item) => (
          <Card key={item.key} item={item} isOpen={item.key === opened} onOpen={() => onOpen(item.key)} />
        ))}
      </ul>
    </section>
  )
}

interface CardProps {
  readonly item: ListItem
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function Card({ item, isOpen, onOpen }: CardProps) {
  const t = useText('metrics')
  const words = useText('words')
  const { list, name } = item
  const parts = [
    t(list.mapped && list.source === 'creatorList' ? 'list.kind' : 'list.unknown'),
    ...(list.language === null ? [] : [words(`language.${list.language}`)]),
    ...(list.preset === null ? [] : [list.preset]),
    list.container.toUpperCase(),
  ]
  return (
    <li className={classes.file} data-open={isOpen || undefined}>
      <div className={classes.name}>
        <Button
          variant="transparent"
          classNames={{ root: classes.open ?? '', inner: classes.openInner ?? '', label: classes.openLabel ?? '' }}
          onClick={onOpen}
          aria-label={t('list.details', { file: name })}
        >
          {name}
        </Button>
        <span className={classes.note}>{parts.join(' · ')}</span>
      </div>
      <Whose item={item} />
      <div className={classes.what}>
        <What item={item} onOpen={onOpen} />
      </div>
      <CardButtons item={item} />
    </li>
  )
}

const EVERYWHERE = '*'

/** The shop and the days: what the file does not say. */
function Whose({ item }: { readonly item: ListItem }) {
  const t = useText('metrics')
  const shops = useShops()
  const { key, name, shopId, everywhere, source, from, to, work } = item
  const isFixed = work.state === 'importing' || work.state === 'imported'
  const answer = (answers: Partial<ListAnswers>) => tellLists({ type: 'answered', key, answers })
  const data = shops.map(({ id, name: shop, currency }) => ({ value: id, label: `${shop} · ${currency}` }))
  const isTool = source !== 'creatorList'
  return (
    <div className={classes.whose}>
      {item.list.source !== 'creatorList' && (
        <Select
          aria-label={t('list.source', { file: name })}
          data={METRIC_SOURCES.filter((each) => each !== 'typed').map((value) => ({
            value,
            label: t(`source.${value}`),
          }))}
          value={source}
          onChange={(value) => answer({ source: METRIC_SOURCES.find((each) => each === value) ?? source })}
          allowDeselect={false}
          disabled={isFixed}
        />
      )}
      <Select
        aria-label={t('list.shop', { file: name })}
        placeholder={t('list.shopPlaceholder')}
        data={isTool ? [{ value: EVERYWHERE, label: t('list.everywhere') }, ...data] : data}
        value={shopId ?? (everywhere && isTool ? EVERYWHERE : null)}
        onChange={(id) =>
          answer(id === EVERYWHERE ? { shopId: null, everywhere: true } : { shopId: id, everywhere: false })
        }
        searchable
        allowDeselect={false}
        disabled={isFixed}
      />
      {!isFixed && (
        <div className={classes.days}>
          <DayField label={t('list.from')} value={from} onChange={(day) => answer({ from: day })} />
          <DayField label={t('list.to')} value={to} onChange={(day) => answer({ to: day })} />
        </div>
      )}
    </div>
  )
}

const TONES: Readonly<Record<ListStage, Tone>> = {
  unmapped: 'watch',
  needsShop: 'watch',
  needsPeriod: 'watch',
  waiting: 'held',
  previewing: 'held',
  previewed: 'good',
  nothingNew: 'held',
  stopped: 'held',
  importing: 'held',
  imported: 'good',
  failed: 'bad',
}

function What({ item, onOpen }: { readonly item: ListItem; readonly onOpen: () => void }) {
  const t = useText('metrics')
  const language = useLanguage()
  const { work, name, from, to } = item
  const format = useFormat()
  const stage = listStage(item)
  if (work.state === 'previewing' || work.state === 'importing') {
    const share = shareDone(work.progress)
    const label = `${t(`list.stage.${work.state}`)} ${name}`
    return (
      <div className={classes.doing}>
        <span className={classes.note}>{t(`list.stage.${work.state}`)}</span>
        <Progress aria-label={label} value={(share ?? 1) * 100} animated={share === null} />
      </div>
    )
  }
  if (work.state === 'failed') {
    const { what, next } = errorText({ code: work.problem.code, data: work.problem.params }, language)
    return (
      <span role="alert">
        <StateMark tone="bad">{t('list.stage.failed')}</StateMark> {what} <span className={classes.note}>{next}</span>
      </span>
    )
  }
  return (
    <>
      <StateMark tone={TONES[stage]}>{t(`list.stage.${stage}`)}</StateMark>
      {stage === 'unmapped' && (
        <Button variant="default" onClick={onOpen}>
          {t('list.map')}
        </Button>
      )}
      {from !== '' && to !== '' && from <= to && <span className={classes.note}>{format.period(from, to)}</span>}
      {'result' in work && <ListCounts result={work.result} />}
    </>
  )
}

const COUNTS = ['newCreators', 'otherNames', 'filled', 'rejected', 'repeated'] as const

export function ListCounts({ result }: { readonly result: Pick<ListResult, 'creators' | (typeof COUNTS)[number]> }) {
  const t = useText('metrics')
  return (
    <span className={classes.counts}>
      <span className={classes.note}>{t('list.counts.creators', { count: result.creators })}</span>
      {COUNTS.filter((name) => result[name] > 0).map((name) => (
        <span key={name} data-count={name}>
          {t(`list.counts.${name}`, { count: result[name] })}
        </span>
      ))}
    </span>
  )
}

function CardButtons({ item: { key, name, work } }: { readonly item: ListItem }) {
  const t = useText('imports')
  const isBusy = work.state === 'previewing' || work.state === 'importing'
  const label = isBusy ? t('file.stop', { file: name }) : t('file.remove', { file: name })
  return (
    <div className={classes.buttons}>
      {(work.state === 'stopped' || work.state === 'failed') && (
        <Button variant="default" onClick={() => tellLists({ type: 'answered', key, answers: {} })}>
          {t('file.again')}
        </Button>
      )}
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={() => (isBusy ? stopList(key) : tellLists({ type: 'removed', key }))}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

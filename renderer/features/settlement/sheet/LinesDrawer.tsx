/** The lines behind a creator's row: the way from estimate to actual step by step, each step opening its lines. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { SettlementLineRow, SettlementRow, SettlementSheet } from '../../../../shared/contract/settlement'
import { type Cause, CAUSES } from '../../../../shared/domain/settlement'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import type { OpenRow } from '../../../ui/use-open-row'
import { AdjustedLines } from '../periods/AdjustedLines'
import classes from '../settlement.module.css'
import { productWord, type SheetLine } from './columns'
import { LineFacts } from './LineFacts'
import { LineList } from './LineList'

export interface LinesDrawerProps extends OpenRowDrawer {
  readonly sheet: SettlementSheet
  readonly row: SheetLine
}

type OpenRowDrawer = OpenRow<SheetLine>['drawer']

export function LinesDrawer({ sheet, row, onClose, onPrevious, onNext }: LinesDrawerProps) {
  const { shopId, month, currency, basis } = sheet
  const t = useText('settlement')
  const format = useFormat()
  const [cause, setCause] = useState<Cause | null>(null)
  const [line, setLine] = useState<SettlementLineRow | null>(null)
  const [isSince, setSince] = useState(false)
  const figures = {
    creator: row.creator,
    estimated: format.money(row.estimated, currency),
    actual: format.money(row.actual, currency),
  }
  const ofCreator = row.creator === '' ? t('lines.ofNobody', figures) : t('lines.of', figures)
  const title = row.product === null ? ofCreator : `${productWord(row.product)} · ${ofCreator}`
  return (
    <Drawer
      title={title}
      wide
      onClose={line === null ? onClose : () => setLine(null)}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      <div className={classes.lines}>
        <Way row={row} currency={currency} cause={cause} onCause={setCause} />
        {isSince ? (
          <AdjustedLines
            shopId={shopId}
            month={month}
            currency={currency}
            creatorId={row.creatorId ?? ''}
            onBack={() => setSince(false)}
          />
        ) : (
          <Since row={row} currency={currency} onOpen={() => setSince(true)} />
        )}
        {line && <LineFacts line={line} onBack={() => setLine(null)} />}
        <div className={classes.grid} hidden={line !== null || isSince}>
          <LineList
            shopId={shopId}
            month={month}
            currency={currency}
            creator={row.creator}
            product={row.product?.id ?? null}
            cause={cause}
            isClosed={basis === 'closed'}
            onOpen={setLine}
          />
        </div>
      </div>
    </Drawer>
  )
}

interface SinceProps {
  readonly row: SheetLine
  readonly currency: string
  readonly onOpen: () => void
}

/** Of a closed month: that the figures are frozen, and what came since, which opens its lines. */
function Since({ row: { since, product }, currency, onOpen }: SinceProps) {
  const t = useText('settlement')
  const format = useFormat()
  if (since === null) return null
  if (since.lines === 0) return <p className={classes.lead}>{t('since.none')}</p>
  return (
    <p className={classes.lead}>
      {t('since.some', { count: since.lines, amount: format.money(since.actual, currency) })}{' '}
      {product === null && (
        <Button size="compact-xs" variant="default" onClick={onOpen}>
          {t('since.open')}
        </Button>
      )}
    </p>
  )
}

interface WayProps {
  readonly row: SettlementRow
  readonly currency: string
  readonly cause: Cause | null
  readonly onCause: (cause: Cause | null) => void
}

/** Estimated, what each cause took or gave, actual. */
function Way({ row, currency, cause, onCause }: WayProps) {
  const t = useText('settlement')
  const format = useFormat()
  const step = (name: string, amount: number) => (
    <span className={classes.step}>
      <span>{name}</span>
      {format.money(amount, currency)}
    </span>
  )
  const causes = CAUSES.filter((one) => row.adjustments[one] !== 0 || row.waiting[one] !== 0)
  return (
    <div className={classes.way} role="group" aria-label={t('lines.way')}>
      {step(t('columns.estimated'), row.estimated)}
      {causes.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.step}
          aria-pressed={cause === one}
          onClick={() => onCause(cause === one ? null : one)}
        >
          <span>
            {row.adjustments[one] === 0 ? t('columns.waiting', { cause: t(`causes.${one}`) }) : t(`causes.${one}`)}
          </span>
          {format.money(row.adjustments[one] === 0 ? row.waiting[one] : row.adjustments[one], currency)}
        </button>
      ))}
      {step(t('columns.actual'), row.actual)}
    </div>
  )
}

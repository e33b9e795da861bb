/** What one list is and would bring: what to know, days that it shares, rows to correct, its first rows as they are read. */

import type { PlatformListResult } from '../../../../shared/contract/platform-lists'
import { LIST_KINDS } from '../../../../shared/domain/platform-lists/kinds'
import { useFormat } from '../../../format/use-format'
import { errorText } from '../../../messages/error-text'
import { useLanguage, useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import classes from '../imports.module.css'
import { RejectTable } from '../lists/RejectTable'
import { type TableItem, tableStage } from './table-intake'
import { Question } from './Question'
import { TableCounts } from './TableCounts'
import { TableSample } from './TableSample'
import { tellTables } from './table-work'

export interface TableDrawerProps {
  readonly item: TableItem
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function TableDrawer({ item, ...moves }: TableDrawerProps) {
  const { work } = item
  const result = 'result' in work ? work.result : null
  const isFixed = work.state === 'importing' || work.state === 'imported'
  return (
    <Drawer title={item.name} wide {...moves}>
      <div className={classes.detail}>
        <What item={item} result={result} />
        {work.state === 'failed' && <Why problem={work.problem} />}
        {tableStage(item) === 'asks' && <Question item={item} />}
        {result && <Known result={result} />}
        {result && (
          <RejectTable
            rejects={result.rejects}
            onCorrect={isFixed ? null : (correction) => tellTables({ type: 'corrected', key: item.key, correction })}
          />
        )}
        {result && <TableSample result={result} />}
      </div>
    </Drawer>
  )
}

function What({ item, result }: { readonly item: TableItem; readonly result: PlatformListResult | null }) {
  const t = useText('platformLists')
  const format = useFormat()
  const shop = useShops().find(({ id }) => id === item.shopId)
  const { kind } = item.table
  const period = result?.period ?? item.table.period
  const days = LIST_KINDS[kind].needsPeriod
    ? period === null
      ? t('detail.daysHint')
      : format.period(period.from, period.to)
    : t('detail.today')
  return (
    <section aria-label={t('detail.what')}>
      <Facts
        facts={[
          [t('detail.kind'), t(`kind.${kind}`)],
          [t('detail.shop'), shop?.name ?? null],
          [t('detail.currency'), result?.currency ?? item.table.currency],
          [t('detail.days'), days],
        ]}
      />
      {result && <TableCounts result={result} />}
    </section>
  )
}

function Why({ problem }: { readonly problem: { readonly code: string; readonly params: Record<string, unknown> } }) {
  const { what, next } = errorText({ code: problem.code, data: problem.params }, useLanguage())
  return (
    <section>
      <p>{what}</p>
      <p className={classes.note}>{next}</p>
    </section>
  )
}

/** Warnings, and lists that share days. */
function Known({ result }: { readonly result: PlatformListResult }) {
  const t = useText('platformLists')
  const format = useFormat()
  return (
    <>
      {result.warnings.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('detail.warnings')}</h3>
          <ul className={classes.warnings}>
            {result.warnings.map(({ code, detail }) => (
              <li key={`${code} ${detail}`}>
                {t(`warning.${code}`)}
                {detail !== '' && <span className={classes.note}> · {detail}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.overlaps.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('detail.overlaps')}</h3>
          <p className={classes.note}>{t('detail.overlapsHint')}</p>
          <ul className={classes.warnings}>
            {result.overlaps.map(({ listId, file, from, to }) => (
              <li key={listId}>
                {file} · {format.period(from, to)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

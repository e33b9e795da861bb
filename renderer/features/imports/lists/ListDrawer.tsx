/** What one list is and would bring: its columns, what to know, who goes by another name, what it says otherwise, rows to correct. */

import { Checkbox } from '@mantine/core'

import type { ListResult } from '../../../../shared/contract/metrics'
import { useFormat } from '../../../format/use-format'
import { errorText } from '../../../messages/error-text'
import { useLanguage, useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../imports.module.css'
import { ListCounts } from './ListCards'
import type { ListItem } from './list-intake'
import { tellLists } from './list-work'
import { Mapping } from './Mapping'
import { ListSample } from './ListSample'
import { RejectTable } from './RejectTable'

export interface ListDrawerProps {
  readonly item: ListItem
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function ListDrawer({ item, ...moves }: ListDrawerProps) {
  const { work } = item
  const result = 'result' in work ? work.result : null
  const isFixed = work.state === 'importing' || work.state === 'imported'
  const asksColumns = !isFixed && (item.list.source !== 'creatorList' || !item.list.mapped)
  return (
    <Drawer title={item.name} wide {...moves}>
      <div className={classes.detail}>
        <What item={item} result={result} />
        {work.state === 'failed' && <Why problem={work.problem} />}
        {asksColumns && <Mapping key={item.key} item={item} />}
        {result && <Known result={result} />}
        {result && result.differing.length > 0 && <Differing item={item} result={result} isFixed={isFixed} />}
        {result && (
          <RejectTable
            rejects={result.rejects}
            onCorrect={isFixed ? null : (correction) => tellLists({ type: 'corrected', key: item.key, correction })}
          />
        )}
        {result && <ListSample result={result} />}
      </div>
    </Drawer>
  )
}

function What({ item, result }: { readonly item: ListItem; readonly result: ListResult | null }) {
  const t = useText('metrics')
  const format = useFormat()
  const shop = useShops().find(({ id }) => id === item.shopId)
  const period = result?.period ?? null
  return (
    <section aria-label={t('detail.what')}>
      <Facts
        facts={[
          [t('detail.source'), t(`source.${item.source}`)],
          [t('history.shop'), shop?.name ?? t('list.everywhere')],
          [t('detail.currency'), result?.currency ?? item.currency],
          [t('detail.period'), period === null ? t('detail.periodHint') : format.period(period.from, period.to)],
        ]}
      />
      {result && <ListCounts result={result} />}
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

/** Warnings, lists that share days, creators under another name. */
function Known({ result }: { readonly result: ListResult }) {
  const t = useText('metrics')
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
      {result.names.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('detail.names')}</h3>
          <ul className={classes.warnings}>
            {result.names.map(({ handle, of }) => (
              <li key={handle}>{t('detail.nameOf', { handle: `@${handle}`, of: `@${of}` })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface PartProps {
  readonly item: ListItem
  readonly result: ListResult
  readonly isFixed: boolean
}

function Differing({ item, result, isFixed }: PartProps) {
  const t = useText('metrics')
  const isTaken = (handle: string, field: string) =>
    item.take.some((each) => each.handle === handle && each.field === field)
  return (
    <section>
      <h3 className={classes.heading}>{t('detail.differing')}</h3>
      <p className={classes.note}>{t('detail.differingHint')}</p>
      <SmallTable
        label={t('detail.differing')}
        columns={(['creator', 'field', 'known', 'said', 'take'] as const).map((name) => ({
          title: t(`detail.${name}`),
        }))}
        rows={result.differing.map(({ handle, field, known, said }) => ({
          key: `${handle} ${field}`,
          cells: [
            `@${handle}`,
            t(`target.${field}`),
            known,
            said,
            <Checkbox
              key="take"
              aria-label={t('detail.takeOf', { handle: `@${handle}`, field: t(`target.${field}`) })}
              checked={isTaken(handle, field)}
              disabled={isFixed}
              onChange={(event) =>
                tellLists({ type: 'taken', key: item.key, handle, field, on: event.currentTarget.checked })
              }
            />,
          ],
        }))}
      />
    </section>
  )
}

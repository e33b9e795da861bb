/** One imported file: what it was, what it did, and the way back. */

import { Button } from '@mantine/core'

import type { ImportBatch } from '../../../shared/contract/imports'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { CountMarks } from './CountMarks'
import classes from './imports.module.css'
import { linesOf, type Moving } from './use-move-batch'

export interface BatchDrawerProps {
  readonly batch: ImportBatch
  readonly moving: Moving
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function BatchDrawer({ batch, moving, ...moves }: BatchDrawerProps) {
  const t = useText('imports')
  const words = useText('words')
  const format = useFormat()
  const facts = [
    [t('detail.shop'), batch.shopName],
    [t('detail.kind'), words(`orderKind.${batch.kind}`)],
    [t('detail.language'), `${words(`language.${batch.language}`)} · ${batch.container.toUpperCase()}`],
    [t('detail.period'), batch.period ? format.period(batch.period.from, batch.period.to) : '–'],
    [t('history.at'), format.instant(batch.importedAt)],
    [t('history.author'), batch.author],
    [t('history.asOf'), format.instant(batch.asOf)],
    [t('history.state'), t(batch.live ? 'history.live' : 'history.undone')],
  ] as const
  return (
    <Drawer
      title={batch.fileName}
      {...moves}
      foot={
        <Button variant="default" loading={moving.busy === batch.id} onClick={() => moving.move(batch)}>
          {batch.live ? t('history.undo', { count: linesOf(batch) }) : t('history.redo')}
        </Button>
      }
    >
      <div className={classes.detail}>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <CountMarks counts={batch.counts} />
        {moving.error !== null && <ErrorLine error={moving.error} />}
      </div>
    </Drawer>
  )
}

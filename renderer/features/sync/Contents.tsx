/** What a package would hold: changes always, imported files and attachments by choice; in how many parts. */

import { Checkbox, Select } from '@mantine/core'

import type { Recipient } from '../../../shared/contract/sync'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { type Draft, PART_SIZES, useOutgoing } from './send'
import classes from './sync.module.css'

export interface ContentsProps {
  readonly to: Recipient
  readonly draft: Draft
  /** '' for several or unknown people. */
  readonly person: string
  readonly onChange: (change: Partial<Draft>) => void
}

export function Contents({ to, draft, person, onChange }: ContentsProps) {
  const t = useText('sync')
  const format = useFormat()
  const query = useOutgoing(to)
  return (
    <Answer query={query}>
      {({ changes, changesBytes, facts, factsBytes, attachments, attachmentsBytes, since }) =>
        changes + facts + attachments === 0 ? (
          <p className={classes.text}>{t('send.nothing')}</p>
        ) : (
          <>
            <div>
              <p className={classes.figure}>
                {person !== '' && since !== null
                  ? t('send.sinceOf', { count: changes, person, size: format.size(changesBytes) })
                  : t('send.all', { count: changes, size: format.size(changesBytes) })}
              </p>
              <p className={classes.lead}>
                {since !== null
                  ? t('send.lastHeard', { at: format.instant(since) })
                  : to.to === 'device' && t('send.neverHeard')}
              </p>
            </div>
            {facts > 0 && (
              <Checkbox
                label={t('send.facts', { count: facts, size: format.size(factsBytes) })}
                checked={draft.facts}
                onChange={(event) => onChange({ facts: event.currentTarget.checked })}
              />
            )}
            {attachments > 0 && (
              <Checkbox
                label={t('send.attachments', { count: attachments, size: format.size(attachmentsBytes) })}
                checked={draft.attachments}
                onChange={(event) => onChange({ attachments: event.currentTarget.checked })}
              />
            )}
            <Parts draft={draft} onChange={onChange} />
          </>
        )
      }
    </Answer>
  )
}

function Parts({ draft, onChange }: Pick<ContentsProps, 'draft' | 'onChange'>) {
  const t = useText('sync')
  const format = useFormat()
  return (
    <Select
      label={t('send.parts')}
      description={t('send.partsHint')}
      data={[
        { value: '0', label: t('send.partsNone') },
        ...PART_SIZES.map((size) => ({ value: String(size), label: t('send.partsOf', { size: format.size(size) }) })),
      ]}
      value={String(draft.partBytes ?? 0)}
      onChange={(value) => onChange({ partBytes: PART_SIZES.find((size) => String(size) === value) ?? null })}
    />
  )
}

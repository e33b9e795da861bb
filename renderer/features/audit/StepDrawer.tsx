/** One step: who, where, through what, and every field it wrote, before and after. */

import { useQuery } from '@tanstack/react-query'

import type { AuditChange, AuditEntry } from '../../../shared/contract/audit'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { entityText, fieldText, valueText } from '../../messages/record-text'
import { stepText } from '../../messages/step-text'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import { Facts } from '../../ui/Facts'
import { SmallTable } from '../../ui/SmallTable'

export interface StepDrawerProps {
  readonly step: AuditEntry
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function StepDrawer({ step, ...drawer }: StepDrawerProps) {
  const t = useText('audit')
  const format = useFormat()
  const query = useQuery(orpc.audit.changes.queryOptions({ input: { replicaId: step.replicaId, seq: step.seq } }))
  return (
    <Drawer title={stepText(step)} {...drawer}>
      <Facts
        facts={[
          [t('fields.at'), format.instant(step.at)],
          [t('fields.person'), step.person],
          [t('fields.computer'), step.self ? t('here') : step.computer],
          [t('fields.via'), step.via],
          [t('fields.number'), `${step.replicaId} · ${format.count(step.seq)}`],
        ]}
      />
      <Answer query={query}>
        {({ changes, total }) => (
          <>
            <Changes changes={changes} />
            {total > changes.length && <p>{t('more', { count: total - changes.length })}</p>}
          </>
        )}
      </Answer>
    </Drawer>
  )
}

function Changes({ changes }: { readonly changes: readonly AuditChange[] }) {
  const t = useText('audit')
  const format = useFormat()
  return (
    <SmallTable
      label={t('changes')}
      columns={[
        { title: t('fields.record') },
        { title: t('fields.field') },
        { title: t('fields.before') },
        { title: t('fields.after') },
      ]}
      rows={changes.map(({ entity, id, title, field, fieldKind, before, after, currency, kind }, index) => {
        const about = { entity, field, kind: fieldKind, currency }
        return {
          key: `${index}`,
          cells: [
            `${entityText(entity, true)} ${title === id ? '' : title}`.trim(),
            field === '' ? t(`whole.${kind}`) : fieldText(field),
            field === '' ? '' : valueText(before, about, format),
            field === '' ? '' : valueText(after, about, format),
          ],
        }
      })}
    />
  )
}

/** Script templates and localisation notes: own ones, and those that come with the app to copy. */

import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ScriptTemplate } from '../../../shared/contract/compliance'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import type { TabProps } from './ComplianceScreen'
import classes from './check.module.css'
import { SignedOff } from './SignedOff'
import { TemplateDrawer } from './TemplateDrawer'

export function TemplatesTab({ frame, onCheck }: TabProps) {
  const t = useText('compliance')
  const [archived, setArchived] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const templates = useQuery(orpc.compliance.templates.queryOptions({ input: { archived } }))
  return frame(
    <Button onClick={() => setOpened(NEW)}>{t('template.add')}</Button>,
    <>
      <div className={classes.bar}>
        <Checkbox
          size="xs"
          label={t('template.showArchived')}
          checked={archived}
          onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
        />
      </div>
      <Answer query={templates}>
        {(rows) => {
          const shown = rows.find((row) => keyOf(row) === opened) ?? null
          return (
            <>
              <TemplateTable rows={rows} onOpen={setOpened} />
              {opened !== null && (shown !== null || opened === NEW) && (
                <TemplateDrawer
                  key={opened}
                  template={shown}
                  onCheck={onCheck}
                  onSaved={setOpened}
                  onClose={() => setOpened(null)}
                />
              )}
            </>
          )
        }}
      </Answer>
    </>,
  )
}

const NEW = 'new'

/** Shipped ones have no id; their names differ. */
function keyOf({ id, name }: ScriptTemplate): string {
  return id ?? `shipped ${name}`
}

interface TemplateTableProps {
  readonly rows: readonly ScriptTemplate[]
  readonly onOpen: (key: string) => void
}

function TemplateTable({ rows, onOpen }: TemplateTableProps) {
  const t = useText('compliance')
  const format = useFormat()
  return (
    <SmallTable
      label={t('tabs.templates')}
      columns={[
        { title: t('template.name') },
        { title: t('template.kind'), words: true },
        { title: t('rule.language'), words: true },
        { title: t('rule.market'), words: true },
        { title: t('template.freedom'), words: true },
        { title: t('template.signOff'), words: true },
      ]}
      rows={rows.map((row) => ({
        key: keyOf(row),
        cells: [
          <Button key="open" size="compact-xs" variant="subtle" onClick={() => onOpen(keyOf(row))}>
            {row.name}
          </Button>,
          t(`template.kinds.${row.kind}`),
          row.language === null ? DASH : format.languageName(row.language),
          row.market ?? t('finding.everyMarket'),
          row.freedom === null ? DASH : t(`template.freedoms.${row.freedom}`),
          <SignedOff key="signed" template={row} />,
        ],
      }))}
    />
  )
}

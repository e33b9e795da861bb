/** What can be done with a brief as it is saved; who got which version, and what each version changed. */

import { Button, Divider, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Brief, BriefReceipt } from '../../../../shared/contract/briefs'
import type { Campaign } from '../../../../shared/contract/campaign-views'
import { BRIEF_LANGUAGES, type BriefLanguage } from '../../../../shared/domain/briefs'
import { api, desktop, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from '../campaigns.module.css'
import { BriefStanding } from './BriefStanding'
import { BriefVersions } from './BriefVersions'
import { GiveBrief } from './GiveBrief'

export interface BriefActsProps {
  readonly campaign: Campaign
  readonly brief: Brief
  readonly onClose: () => void
}

export function BriefBelow({ brief }: { readonly brief: Brief }) {
  const t = useText('briefs')
  const receipts = useQuery(orpc.briefs.receipts.queryOptions({ input: { id: brief.id } }))
  return (
    <div className={classes.stack}>
      <Divider mt="md" />
      <h3 className={classes.title}>{t('receipts')}</h3>
      <BriefStanding brief={brief} />
      <Answer query={receipts}>{(rows) => (rows.length === 0 ? null : <Receipts rows={rows} />)}</Answer>
      <h3 className={classes.title}>{t('versions')}</h3>
      <BriefVersions brief={brief} />
    </div>
  )
}

const CHOICES = [...BRIEF_LANGUAGES.map((language) => [language]), [...BRIEF_LANGUAGES]] as const

/** Beside the form's own buttons. */
export function BriefActs({ campaign, brief, onClose }: BriefActsProps) {
  const t = useText('briefs')
  const [giving, setGiving] = useState(false)
  const save = useCommand(
    async (languages: BriefLanguage[]) => {
      const to = await desktop.chooseSave({
        title: t('pdf'),
        suggestedName: `${brief.title}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return to === null ? null : api.briefs.pdf({ id: brief.id, languages, to })
    },
    (done) => (done === null ? '' : t('pdfSaved', { file: done.file })),
  )
  const remove = useCommand(
    async () => {
      await api.briefs.remove({ id: brief.id })
      onClose()
    },
    () => t('removed'),
  )
  return (
    <div className={classes.line}>
      <Button variant="default" onClick={() => setGiving(true)}>
        {t('give')}
      </Button>
      <Menu transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" loading={save.busy}>
            {t('pdf')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('pdfIn')}</Menu.Label>
          {CHOICES.map((languages) => (
            <Menu.Item key={languages.join(' ')} onClick={() => save.run([...languages])}>
              {languages.length > 1 ? t('both') : t(`languages.${languages[0] ?? 'en'}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
        {t('remove')}
      </Button>
      {giving && <GiveBrief campaign={campaign} brief={brief} onClose={() => setGiving(false)} />}
    </div>
  )
}

function Receipts({ rows }: { readonly rows: readonly BriefReceipt[] }) {
  const t = useText('briefs')
  const format = useFormat()
  return (
    <SmallTable
      label={t('receipts')}
      columns={[
        { title: t('creator') },
        { title: t('version') },
        { title: t('at') },
        { title: t('channel') },
        { title: t('by') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.handle,
          row.older ? (
            <StateMark key="version" tone="watch">
              {`${row.version} · ${t('isOlder')}`}
            </StateMark>
          ) : (
            row.version
          ),
          format.instant(row.at),
          row.channel,
          row.person,
        ],
      }))}
    />
  )
}

/** Who is allowed or blocked, for whom, why and until when; each entry with its evidence. */

import { Button, Checkbox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ListEntry } from '../../../shared/contract/vetting'
import { api, orpc } from '../../api'
import { DecisionChips } from '../../creator/DecisionChips'
import { useVettingWords } from '../../creator/use-vetting-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { Attachments } from '../../ui/Attachments'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { Empty } from '../../ui/Empty'
import { Facts } from '../../ui/Facts'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import { ListEntryForm } from './ListEntryForm'
import classes from './vetting.module.css'

export function Lists() {
  const t = useText('vetting')
  const [expired, setExpired] = useState(false)
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<ListEntry | null>(null)
  const query = useQuery(orpc.vetting.lists.queryOptions({ input: { expired } }))
  const add = <Button onClick={() => setAdding(true)}>{t('lists.add')}</Button>
  return (
    <div className={classes.part}>
      <div className={classes.bar}>
        {add}
        <Checkbox
          size="xs"
          label={t('lists.showExpired')}
          checked={expired}
          onChange={(event) => setExpired(event.currentTarget.checked)}
        />
      </div>
      <Answer query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty sentence={t('lists.empty')} example={t('lists.example')} />
          ) : (
            <Entries entries={entries} onOpen={setOpened} />
          )
        }
      </Answer>
      {adding && <ListEntryForm onClose={() => setAdding(false)} />}
      {opened && <EntryDrawer key={opened.decision.id} entry={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

interface EntriesProps {
  readonly entries: readonly ListEntry[]
  readonly onOpen: (entry: ListEntry) => void
}

function Entries({ entries, onOpen }: EntriesProps) {
  const t = useText('vetting')
  const words = useVettingWords()
  const format = useFormat()
  const forWhom = useForWhom()
  return (
    <SmallTable
      label={t('parts.lists')}
      columns={[
        { title: t('lists.creator') },
        { title: t('lists.what') },
        { title: t('lists.level') },
        { title: t('lists.reason') },
        { title: t('lists.expires') },
        { title: t('lists.by') },
      ]}
      rows={entries.map((entry) => ({
        key: entry.decision.id,
        cells: [
          <Button key="open" variant="subtle" onClick={() => onOpen(entry)}>
            @{entry.handle}
          </Button>,
          <DecisionChips key="what" decision={entry.decision} />,
          forWhom(entry),
          entry.decision.reason === null ? DASH : words.reason(entry.decision.reason),
          entry.expired
            ? t('lists.expired')
            : entry.decision.expires === null
              ? t('lists.forEver')
              : format.day(entry.decision.expires),
          words.by(entry.decision),
        ],
      }))}
    />
  )
}

/** The client or shop that an entry is for, in words. */
function useForWhom(): (entry: ListEntry) => string {
  const t = useText('vetting')
  const shops = useShops()
  return ({ decision: { level, shopId, clientId, elsewhere } }) => {
    if (elsewhere) return t('decide.elsewhere')
    if (shopId !== null) return shops.find(({ id }) => id === shopId)?.name ?? t('level.shop')
    if (clientId !== null) return shops.find((shop) => shop.clientId === clientId)?.clientName ?? t('level.client')
    return t(`level.${level ?? 'agency'}`)
  }
}

function EntryDrawer({ entry, onClose }: { readonly entry: ListEntry; readonly onClose: () => void }) {
  const t = useText('vetting')
  const words = useVettingWords()
  const forWhom = useForWhom()
  const answers = useQueryClient()
  const { creatorId, handle, decision } = entry
  const off = useCommand(
    async () => {
      const { clientId, shopId } = decision
      const level = decision.level ?? 'agency'
      await api.vetting.setList({ creators: [creatorId], level, clientId, shopId, verdict: 'off' })
      await answers.invalidateQueries({ queryKey: orpc.vetting.key() })
      onClose()
    },
    () => t('lists.takenOff', { handle }),
  )
  return (
    <Drawer
      title={`@${handle}`}
      onClose={onClose}
      foot={
        !decision.elsewhere && (
          <Button variant="default" loading={off.busy} onClick={() => off.run()}>
            {t('lists.off')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('lists.what'), words.verdict(decision)],
          [t('lists.level'), forWhom(entry)],
          [t('lists.reason'), decision.reason === null ? null : words.reason(decision.reason)],
          [t('lists.note'), decision.note],
          [t('lists.by'), words.by(decision)],
        ]}
      />
      <h3>{t('lists.evidence')}</h3>
      <Attachments entity="creatorDecisions" id={decision.id} />
    </Drawer>
  )
}

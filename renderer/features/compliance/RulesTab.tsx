/** Every rule as it stands: shipped, changed or own; a change can be taken back to what was shipped. */

import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { RuleRow } from '../../../shared/contract/compliance'
import { THEMES } from '../../../shared/domain/compliance/types'
import { orpc } from '../../api'
import { LEVEL_TONES, useFindingWords } from '../../compliance/use-finding-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import type { TabProps } from './ComplianceScreen'
import classes from './check.module.css'
import { RuleDrawer } from './RuleDrawer'

/** No key has a blank in it. */
const NEW = 'a new one'

export function RulesTab({ frame }: TabProps) {
  const t = useText('compliance')
  const rules = useQuery(orpc.compliance.rules.queryOptions({ input: {} }))
  const [opened, setOpened] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [theme, setTheme] = useState<string | null>(null)
  const wanted = search.trim().toLowerCase()
  const add = <Button onClick={() => setOpened(NEW)}>{t('rule.add')}</Button>
  return frame(
    add,
    <>
      <div className={classes.bar}>
        <TextInput
          size="xs"
          aria-label={t('rule.search')}
          placeholder={t('rule.search')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Select
          size="xs"
          aria-label={t('rule.theme')}
          placeholder={t('rule.everyTheme')}
          data={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          clearable
          value={theme}
          onChange={setTheme}
        />
      </div>
      <Answer query={rules}>
        {(rows) => {
          const shown = rows.filter((row) => (theme === null || row.theme === theme) && contains(row, wanted))
          const row = rows.find(({ key }) => key === opened)
          return (
            <>
              <RuleTable rows={shown} onOpen={setOpened} />
              {opened === NEW && <RuleDrawer rule={null} onClose={() => setOpened(null)} />}
              {row && <RuleDrawer key={row.key} rule={row} onClose={() => setOpened(null)} />}
            </>
          )
        }}
      </Answer>
    </>,
  )
}

/** A rule is found by its key, its reason and any of its terms. */
function contains({ key, reason, terms, own }: RuleRow, wanted: string): boolean {
  const texts = [key, reason.en, reason['zh-CN'], ...Object.values(terms).flat(), ...(own?.terms ?? [])]
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted))
}

interface RuleTableProps {
  readonly rows: readonly RuleRow[]
  readonly onOpen: (key: string) => void
}

function RuleTable({ rows, onOpen }: RuleTableProps) {
  const t = useText('compliance')
  const words = useFindingWords()
  const format = useFormat()
  if (rows.length === 0) return <p>{t('rule.none')}</p>
  return (
    <SmallTable
      label={t('tabs.rules')}
      columns={[
        { title: t('finding.rule') },
        { title: t('rule.theme'), words: true },
        { title: t('rule.level'), words: true },
        { title: t('rule.reason') },
        { title: t('finding.markets'), words: true },
        { title: t('rule.state'), words: true },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <Button key="open" size="compact-xs" variant="subtle" onClick={() => onOpen(row.key)}>
            {row.key}
          </Button>,
          words.theme(row),
          <StateMark key="level" tone={LEVEL_TONES[row.own?.level ?? row.level]}>
            {words.level({ level: row.own?.level ?? row.level })}
          </StateMark>,
          row.own?.reason ?? words.reason(row),
          row.markets.length === 0 ? t('finding.everyMarket') : format.list(row.markets),
          <RuleState key="state" row={row} />,
        ],
      }))}
    />
  )
}

function RuleState({ row: { own, shipped } }: { readonly row: RuleRow }) {
  const t = useText('compliance')
  if (own === null) return <>{t('rule.shipped')}</>
  if (own.off) return <StateMark tone="held">{t('rule.off')}</StateMark>
  return <StateMark tone="good">{t(shipped ? 'rule.changed' : 'rule.own')}</StateMark>
}

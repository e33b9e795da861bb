/** The rules of sample requests, for all shops or a shop's own, with what they would suggest for what waits now. */

import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { SampleRules } from '../../../../shared/domain/sample-rules'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { usePlace } from '../../../session/place'
import { useShops } from '../../../session/shops'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import classes from './requests.module.css'
import { draftOf, rulesOf } from './rules-draft'
import { RulesFields } from './RulesFields'

const DEFAULT = 'default'
const SETTLES_AFTER_MS = 250

export function RulesDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const shops = useShops()
  const { shopId } = usePlace()
  const [key, setKey] = useState(shopId ?? DEFAULT)
  const query = useQuery(orpc.sampleRequests.rules.queryOptions({ input: {} }))
  return (
    <Drawer title={t('rules.title')} onClose={onClose}>
      <Answer query={query}>
        {({ rules }) => {
          const own = rules.find((one) => one.key === key)
          const shown = own ?? rules[0]
          return (
            <div className={classes.form}>
              <p className={classes.quiet}>{t('rules.lead')}</p>
              <Select
                size="xs"
                label={t('rules.for')}
                data={[
                  { value: DEFAULT, label: t('rules.default') },
                  ...shops.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={key}
                onChange={(value) => setKey(value ?? DEFAULT)}
                allowDeselect={false}
              />
              {shown && (
                <RulesForm
                  // Another shop, or what was saved, begins anew.
                  key={JSON.stringify([key, shown])}
                  rulesKey={key}
                  rules={shown.rules}
                  canReset={own?.own ?? false}
                />
              )}
            </div>
          )
        }}
      </Answer>
    </Drawer>
  )
}

interface RulesFormProps {
  readonly rulesKey: string
  readonly rules: SampleRules
  readonly canReset: boolean
}

function RulesForm({ rulesKey, rules, canReset }: RulesFormProps) {
  const t = useText('sampleRequests')
  const [draft, setDraft] = useState(() => draftOf(rules))
  const read = rulesOf(draft)
  const save = useCommand(
    async () => {
      if (read !== null) await api.sampleRequests.putRules({ key: rulesKey, rules: read })
    },
    () => t('rules.saved'),
  )
  const reset = useCommand(
    () => api.sampleRequests.resetRules({ key: rulesKey }),
    () => t('rules.saved'),
  )
  useKeys({ [KEYS.decide.keys[0]]: () => save.run() })
  return (
    <>
      <RulesFields draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
      <div className={classes.verdict}>
        {read === null ? <p role="alert">{t('rules.wrong')}</p> : <DryRun rulesKey={rulesKey} rules={read} />}
        <div className={classes.pair}>
          <Button loading={save.busy} disabled={read === null} onClick={() => save.run()}>
            {t('rules.save')}
          </Button>
          {canReset && (
            <Button variant="default" loading={reset.busy} onClick={() => reset.run()}>
              {t(rulesKey === DEFAULT ? 'rules.resetDefault' : 'rules.reset')}
            </Button>
          )}
        </div>
        {save.error !== null && <ErrorLine error={save.error} />}
      </div>
    </>
  )
}

function DryRun({ rulesKey, rules }: { readonly rulesKey: string; readonly rules: SampleRules }) {
  const t = useText('sampleRequests')
  const [settled] = useDebouncedValue(JSON.stringify(rules), SETTLES_AFTER_MS)
  // It was made of rules a moment ago.
  const input = { key: rulesKey, rules: JSON.parse(settled) as SampleRules }
  const query = useQuery({
    ...orpc.sampleRequests.dryRun.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  return (
    <Answer query={query}>
      {({ counts, now, total, changed }) =>
        total === 0 ? (
          <p className={classes.quiet}>{t('rules.dryRunNone')}</p>
        ) : (
          <div role="status">
            <strong>{t('rules.dryRun', { ...counts, total })}</strong>
            <p className={classes.quiet}>{t('rules.before', { ...now, changed })}</p>
          </div>
        )
      }
    </Answer>
  )
}

/** The versions of a contract with their hashes; a new one is laid down here. */

import { Button, Select } from '@mantine/core'
import { useState } from 'react'

import type { Contract } from '../../../shared/contract/contract-views'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCommand } from '../../ui/use-save'
import classes from './contracts.module.css'

const CHOICES = { 'zh en': ['zh', 'en'], zh: ['zh'], en: ['en'] } as const
type Choice = keyof typeof CHOICES
const NAMES: readonly Choice[] = ['zh en', 'zh', 'en']

interface VersionsProps {
  readonly contract: Contract
  readonly onCompare: (version: string) => void
}

export function Versions({ contract: { id, versions, hold }, onCompare }: VersionsProps) {
  const t = useText('contracts')
  const format = useFormat()
  const [choice, setChoice] = useState<Choice>('zh en')
  const make = useCommand(
    () => {
      const languages = [...CHOICES[choice]]
      return api.contracts.makeVersion({ id, languages, governs: languages[0] ?? 'zh' })
    },
    ({ version }) => t('versionMade', { version }),
  )
  useKeys({ [KEYS.contractVersion.keys[0]]: () => !hold && !make.busy && make.run() })
  return (
    <section className={classes.panel}>
      <h2 className={classes.part}>{t('versions')}</h2>
      {versions.length === 0 && <p className={classes.quiet}>{t('noVersions')}</p>}
      <ul className={classes.lines}>
        {versions.toReversed().map(({ id: version, version: number, at, person, sha256, note }) => (
          <li key={version} className={classes.version}>
            <span>{t('version', { version: number })}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => onCompare(version)}>
              {t('compare')}
            </Button>
            <p className={classes.quiet}>
              {[at === null ? '' : format.instant(at), person ?? '', note ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            <code className={classes.hash} title={sha256}>
              {sha256.slice(0, 16)}
            </code>
          </li>
        ))}
      </ul>
      <div className={classes.making}>
        <Select
          size="xs"
          aria-label={t('languagesLabel')}
          data={NAMES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          allowDeselect={false}
          value={choice}
          onChange={(value) => setChoice(NAMES.find((name) => name === value) ?? 'zh en')}
        />
        <Button variant="default" size="xs" disabled={hold} loading={make.busy} onClick={() => make.run()}>
          {t('makeVersion')}
        </Button>
      </div>
    </section>
  )
}

/** The strip below a contract: its seal, who has signed which words, what such a signature is worth, and the ways onto paper. */

import { Button, Menu, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ContractPapers, ContractSeal, SealedVersion } from '../../../../shared/contract/contract-files'
import { orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { ErrorLine } from '../../../ui/ErrorState'
import { StateMark, type Tone } from '../../../ui/StateMark'
import classes from './files.module.css'
import { ImportDrawer } from './ImportDrawer'
import { SealDrawer } from './SealDrawer'
import { SignDrawer } from './SignDrawer'
import { EXPORTS, useContractSeal, useExport } from './use-papers'

export interface SealStripProps {
  readonly contractId: string
  /** For the names of files. */
  readonly name: string
}

export function SealStrip(props: SealStripProps) {
  const t = useText('contractFiles')
  const query = useQuery(orpc.contractFiles.get.queryOptions({ input: { contractId: props.contractId } }))
  return (
    <section className={classes.strip} aria-label={t('title')}>
      <Answer query={query}>
        {(papers) => {
          const newest = papers.versions.at(-1)
          return newest === undefined ? (
            <p className={classes.quiet}>{t('none')}</p>
          ) : (
            <Sealed {...props} papers={papers} newest={newest} />
          )
        }}
      </Answer>
    </section>
  )
}

export interface SealedProps extends SealStripProps {
  readonly papers: ContractPapers
  readonly newest: SealedVersion
}

const TONES: Readonly<Record<ContractSeal['seal'], Tone>> = { whole: 'good', broken: 'bad', incomplete: 'watch' }

function Sealed(props: SealedProps) {
  const { contractId, name, papers, newest } = props
  const t = useText('contractFiles')
  const [open, setOpen] = useState<'sign' | 'import' | 'seals' | null>(null)
  const seal = useContractSeal(contractId, papers)
  const save = useExport(contractId, name)
  const canSign = canBeSigned(papers) && unsigned(papers, newest).length > 0
  const close = () => setOpen(null)
  return (
    <>
      <div className={classes.line} role="status">
        {seal.checked === null ? (
          <span className={classes.quiet}>{t('seal.checking')}</span>
        ) : (
          <StateMark tone={TONES[seal.checked.seal]}>{t(`seal.${seal.checked.seal}`)}</StateMark>
        )}
        <span>{t('version', { version: newest.version })}</span>
        <span className={classes.hash} title={newest.sha256}>
          {t('hash', { hash: newest.sha256.slice(0, 16) })}
        </span>
        <Parties papers={papers} newest={newest} />
        <Tooltip label={t('labelMeaning')} multiline maw={420}>
          <span className={classes.quiet} tabIndex={0}>
            {t('label')}
          </span>
        </Tooltip>
      </div>
      <div className={classes.line}>
        {canSign && (
          <>
            <Button size="xs" onClick={() => setOpen('sign')}>
              {t('sign')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen('import')}>
              {t('import')}
            </Button>
          </>
        )}
        <Menu position="top-start">
          <Menu.Target>
            <Button size="xs" variant="default" loading={save.busy}>
              {t('exportMenu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {EXPORTS.map((what) => (
              <Menu.Item key={what} onClick={() => save.run(what)}>
                {what === 'toSign' || what === 'withAudit' ? `PDF · ${t(what)}` : t(what)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="xs" variant="default" onClick={() => setOpen('seals')}>
          {t('details')}
        </Button>
        <Button size="xs" variant="subtle" disabled={seal.checked === null} onClick={seal.again}>
          {t('again')}
        </Button>
      </div>
      {seal.error !== null && <ErrorLine error={seal.error} />}
      {save.error !== null && <ErrorLine error={save.error} />}
      {open === 'sign' && <SignDrawer {...props} onClose={close} />}
      {open === 'import' && <ImportDrawer {...props} onClose={close} />}
      {open === 'seals' && <SealDrawer papers={papers} checked={seal.checked} onClose={close} />}
    </>
  )
}

function Parties({ papers, newest }: Pick<SealedProps, 'papers' | 'newest'>) {
  const t = useText('contractFiles')
  const open = new Set(unsigned(papers, newest))
  return newest.parties.map(({ party }) => {
    const words = { party: t(`parties.${party}`) }
    return open.has(party) ? (
      <StateMark key={party} tone="unknown">
        {t('notSigned', words)}
      </StateMark>
    ) : (
      <StateMark key={party} tone="good">
        {t('signedBy', words)}
      </StateMark>
    )
  })
}

/** Who has not signed the newest version yet. */
export function unsigned({ signatures }: ContractPapers, { id, parties }: SealedVersion) {
  const signed = new Set(signatures.filter(({ versionId }) => versionId === id).map(({ party }) => party))
  return parties.map(({ party }) => party).filter((party) => !signed.has(party))
}

function canBeSigned({ state, hold, versions }: ContractPapers): boolean {
  return !hold && ['draft', 'sent', 'signed'].includes(state) && versions.at(-1)?.standing === 'whole'
}

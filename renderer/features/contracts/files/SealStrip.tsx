/** The strip below a contract: its seal, who has signed which words, what such a signature is worth, and the ways onto paper. */

import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ContractSeal } from '../../../../shared/contract/contract-files'
import { orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { ErrorLine } from '../../../ui/ErrorState'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { ChangedTerms } from './ChangedTerms'
import classes from './files.module.css'
import { ImportDrawer } from './ImportDrawer'
import { SealDrawer } from './SealDrawer'
import { SignDrawer } from './SignDrawer'
import { canBeSigned, type SealedProps, unsigned } from './sealed'
import { EXPORTS, type SealCheck, useContractSeal, useExport } from './use-papers'

export function SealStrip(props: Pick<SealedProps, 'contractId' | 'name'>) {
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

const TONES: Readonly<Record<ContractSeal['seal'], Tone>> = { whole: 'good', broken: 'bad', incomplete: 'watch' }

function Sealed(props: SealedProps) {
  const { contractId, papers, newest } = props
  const [open, setOpen] = useState<Opened | null>(null)
  const seal = useContractSeal(contractId, papers)
  const close = () => setOpen(null)
  return (
    <>
      <Standing papers={papers} newest={newest} seal={seal} />
      <ChangedTerms contractId={contractId} papers={papers} />
      <Ways {...props} seal={seal} onOpen={setOpen} />
      {seal.error !== null && <ErrorLine error={seal.error} />}
      {open === 'sign' && <SignDrawer {...props} onClose={close} />}
      {open === 'import' && <ImportDrawer {...props} onClose={close} />}
      {open === 'seals' && <SealDrawer papers={papers} checked={seal.checked} onClose={close} />}
    </>
  )
}

type Opened = 'sign' | 'import' | 'seals'

interface StandingProps extends Pick<SealedProps, 'papers' | 'newest'> {
  readonly seal: SealCheck
}

function Standing({ papers, newest, seal }: StandingProps) {
  const t = useText('contractFiles')
  return (
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
      <span className={classes.quiet} title={t('labelMeaning')}>
        {t('label')}
      </span>
    </div>
  )
}

interface WaysProps extends SealedProps {
  readonly seal: SealCheck
  readonly onOpen: (what: Opened) => void
}

function Ways({ contractId, name, papers, newest, seal, onOpen }: WaysProps) {
  const t = useText('contractFiles')
  const save = useExport(contractId, name)
  return (
    <div className={classes.line}>
      {canBeSigned(papers, newest) && (
        <>
          <Button size="xs" onClick={() => onOpen('sign')}>
            {t('sign')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onOpen('import')}>
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
              {t(what)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="default" onClick={() => onOpen('seals')}>
        {t('details')}
      </Button>
      <Button size="xs" variant="subtle" disabled={seal.checked === null} onClick={seal.again}>
        {t('again')}
      </Button>
      {save.error !== null && <ErrorLine error={save.error} />}
    </div>
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

/** Every hash of a contract: its versions, who signed which of them, when, how and on what device, and how their files stand. */

import type { ContractPapers, ContractSeal, ContractSignature } from '../../../../shared/contract/contract-files'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import { StateMark } from '../../../ui/StateMark'
import classes from './files.module.css'

export interface SealDrawerProps {
  readonly papers: ContractPapers
  readonly checked: ContractSeal | null
  readonly onClose: () => void
}

const TEXT_TONES = { whole: 'good', changed: 'bad', gone: 'unknown' } as const
const FILE_TONES = { whole: 'good', changed: 'bad', missing: 'bad', elsewhere: 'watch' } as const

export function SealDrawer({ papers, checked, onClose }: SealDrawerProps) {
  const t = useText('contractFiles')
  const format = useFormat()
  const { versions, signatures, zone } = papers
  return (
    <Drawer title={t('seals.title')} onClose={onClose}>
      <h3 className={classes.heading}>{t('seals.versions')}</h3>
      <ul className={classes.list}>
        {versions.toReversed().map(({ id, version, sha256, at, person, standing, newest }) => (
          <li key={id} className={classes.entry}>
            <span className={classes.line}>
              <strong>{t('version', { version })}</strong>
              {newest && <span className={classes.quiet}>{t('seals.newest')}</span>}
              <StateMark tone={TEXT_TONES[standing]}>{t(`seals.standing.${standing}`)}</StateMark>
            </span>
            <span className={classes.quiet}>
              {t('seals.by', { at: format.instant(at, zone), person: person ?? '' })}
            </span>
            <span className={classes.hash}>{t('hash', { hash: sha256 })}</span>
          </li>
        ))}
      </ul>
      <h3 className={classes.heading}>{t('seals.signatures')}</h3>
      {signatures.length === 0 && <p className={classes.quiet}>{t('seals.none')}</p>}
      <ul className={classes.list}>
        {signatures.map((signature) => (
          <OneSignature key={signature.id} signature={signature} papers={papers} checked={checked} />
        ))}
      </ul>
      <p className={classes.quiet}>{t('seals.how')}</p>
      <p className={classes.quiet}>
        {t('label')}. {t('labelMeaning')}
      </p>
    </Drawer>
  )
}

interface OneSignatureProps extends Omit<SealDrawerProps, 'onClose'> {
  readonly signature: ContractSignature
}

function OneSignature({ signature, papers, checked }: OneSignatureProps) {
  const t = useText('contractFiles')
  const format = useFormat()
  const { party, signer, method, at, device, witness, versionId, versionSha256, file, fileSha256 } = signature
  const seal = checked?.signatures.find(({ id }) => id === signature.id)
  const version = papers.versions.find(({ id }) => id === versionId)
  return (
    <li className={classes.entry}>
      <span className={classes.line}>
        <strong>{`${t(`parties.${party}`)} · ${signer ?? t('seals.erased')}`}</strong>
        {version !== undefined && <span className={classes.quiet}>{t('version', { version: version.version })}</span>}
        {seal !== undefined && (seal.version === 'changed' || !seal.sameHash) && (
          <StateMark tone="bad">{t('seals.otherText')}</StateMark>
        )}
      </span>
      <span className={classes.quiet}>
        {t('seals.by', { at: format.instant(at, papers.zone), person: t(`seals.method.${method}`) })}
      </span>
      <span className={classes.quiet}>{t('seals.device', { device: device ?? '', witness: witness ?? '' })}</span>
      <span className={classes.hash}>{t('hash', { hash: versionSha256 })}</span>
      {fileSha256 !== null && (
        <span className={classes.line}>
          <span className={classes.hash}>{t('seals.file', { file: file?.name ?? '', hash: fileSha256 })}</span>
          {seal?.file && <StateMark tone={FILE_TONES[seal.file]}>{t(`seals.files.${seal.file}`)}</StateMark>}
        </span>
      )}
    </li>
  )
}

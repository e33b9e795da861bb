/** Every version of a brief with what it changed in the one before. */

import { useQuery } from '@tanstack/react-query'

import type { Brief, BriefVersion } from '../../../../shared/contract/briefs'
import { diffBodies, type SectionDiff } from '../../../../shared/domain/briefs'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import classes from '../campaigns.module.css'

export function BriefVersions({ brief }: { readonly brief: Brief }) {
  const query = useQuery(orpc.briefs.versions.queryOptions({ input: { id: brief.id } }))
  return (
    <Answer query={query}>
      {(versions) =>
        versions.map((version, index) => (
          <Version key={version.id} version={version} before={versions[index + 1] ?? null} />
        ))
      }
    </Answer>
  )
}

function Version({ version, before }: { readonly version: BriefVersion; readonly before: BriefVersion | null }) {
  const t = useText('briefs')
  const format = useFormat()
  const changed = before === null ? [] : diffBodies(before.body, version.body)
  return (
    <section className={classes.version}>
      <p className={classes.text}>
        {t('versionLine', { version: version.name, at: format.instant(version.at), person: version.person ?? '' })}
      </p>
      {before === null && <p className={classes.quiet}>{t('firstVersion')}</p>}
      {before !== null && changed.length === 0 && <p className={classes.quiet}>{t('nothingChanged')}</p>}
      {changed.map((one) => (
        <Changed key={`${one.section} ${one.language ?? ''}`} change={one} />
      ))}
    </section>
  )
}

function Changed({ change: { section, language, parts } }: { readonly change: SectionDiff }) {
  const t = useText('briefs')
  const name = t(`sections.${section}`)
  return (
    <div>
      <span className={classes.quiet}>
        {language === null ? name : t('inLanguage', { section: name, language: t(`languages.${language}`) })}
      </span>
      <p className={classes.text} lang={language ?? undefined}>
        {parts.map(({ kind, text }, index) => {
          const key = `${index} ${kind}`
          if (kind === 'added') return <ins key={key}>{text}</ins>
          return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
        })}
      </p>
    </div>
  )
}

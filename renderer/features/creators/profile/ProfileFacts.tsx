/** What is known, each with who said it and when; address and payment only for who asks. */

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord, FieldSource, SecretField } from '../../../../shared/contract/creator-record'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { fieldText } from '../../../messages/record-text'
import { useNow } from '../../../session/now'
import { DASH } from '../../../ui/dash'
import { openTab } from './tabs'
import classes from './profile.module.css'

const SHOWN = [
  'category',
  'language',
  'audienceMarket',
  'audienceLanguage',
  'agent',
  'platformId',
  'sizes',
  'colors',
  'consent',
  'retainUntil',
] as const

const SECRETS = ['address', 'bank', 'payee'] as const satisfies readonly SecretField[]

export function ProfileFacts({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const sources = useQuery(orpc.creators.sources.queryOptions({ input: { id: creator.id } })).data ?? []
  const known = SHOWN.filter((field) => creator[field] !== null)
  const secrets = SECRETS.filter((field) => creator.secrets[field])
  return (
    <section className={classes.facts} aria-label={t('facts')}>
      <h3 className={classes.title}>{t('facts')}</h3>
      {known.length + secrets.length + creator.tags.length === 0 && <p className={classes.quiet}>{t('noFacts')}</p>}
      {known.map((field) => (
        <Fact key={field} field={field} sources={sources}>
          {creator[field] ?? DASH}
        </Fact>
      ))}
      {creator.tags.length > 0 && (
        <Fact field="tags" sources={sources}>
          {creator.tags.join(' · ')}
        </Fact>
      )}
      {secrets.map((field) => (
        <Fact key={field} field={field} sources={sources}>
          <Secret id={creator.id} field={field} />
        </Fact>
      ))}
      {creator.remark && (
        <Fact field="remark" sources={sources}>
          {creator.remark}
        </Fact>
      )}
      {!creator.erased && (
        <Button variant="default" onClick={() => openTab.set('card')}>
          {t('edit')}
        </Button>
      )}
    </section>
  )
}

interface FactProps {
  readonly field: string
  readonly sources: readonly FieldSource[]
  readonly children: React.ReactNode
}

function Fact({ field, sources, children }: FactProps) {
  const t = useText('profile')
  const format = useFormat()
  const now = useNow()
  const source = sources.find((one) => one.field === field)
  return (
    <div className={classes.fact}>
      <span className={classes.label}>{fieldText(field)}</span>
      <span>{children}</span>
      {source && (
        <span className={classes.quiet}>
          {source.via
            ? t('fromVia', { author: source.author, via: source.via, ago: format.ago(source.at, now) })
            : t('from', { author: source.author, ago: format.ago(source.at, now) })}
        </span>
      )}
    </div>
  )
}

/** Dots until somebody asks for this one value; it is forgotten when the page is left. */
export function Secret({ id, field }: { readonly id: string; readonly field: SecretField }) {
  const t = useText('profile')
  const [shown, setShown] = useState<{ readonly value: string | null } | null>(null)
  const reveal = useMutation({ mutationFn: () => api.creators.reveal({ id, field }), onSuccess: setShown })
  return (
    <span className={classes.line}>
      <span>{shown === null ? t('masked') : (shown.value ?? t('notForYou'))}</span>
      <button
        type="button"
        className={classes.chip}
        onClick={() => (shown === null ? reveal.mutate() : setShown(null))}
      >
        {shown === null ? t('reveal', { field: fieldText(field) }) : t('hide', { field: fieldText(field) })}
      </button>
    </span>
  )
}

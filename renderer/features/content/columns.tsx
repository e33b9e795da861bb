/** The columns of the list of posts. */

import { useMemo } from 'react'

import type { Content, PostOfSample } from '../../../shared/contract/content'
import type { GridColumn } from '../../grid/columns'
import { type Text, useText } from '../../messages/i18n'
import { StateMark, type Tone } from '../../ui/StateMark'

type Words = Text<'content'>

export function useContentColumns(): readonly GridColumn<Content>[] {
  const t = useText('content')
  return useMemo(() => contentColumns(t), [t])
}

const FIXED = { sortable: false } as const

function contentColumns(t: Words): GridColumn<Content>[] {
  // The verdict first: posts are looked through for it, figures come with lists.
  return [...whose(t), ...standing(t), ...whatItIs(t), ...figures(t), ...relations(t)]
}

function whose(t: Words): GridColumn<Content>[] {
  return [
    {
      id: 'title',
      title: t('columns.title'),
      kind: 'text',
      value: ({ title, contentId }) => title ?? contentId,
      width: 260,
    },
    {
      id: 'creator',
      title: t('columns.creator'),
      kind: 'text',
      value: ({ handle }) => handle && `@${handle}`,
      width: 140,
    },
  ]
}

function whatItIs(t: Words): GridColumn<Content>[] {
  return [
    {
      id: 'kind',
      title: t('columns.kind'),
      kind: 'text',
      value: ({ kind }) => t(`kinds.${kind}`),
      width: 80,
      ...FIXED,
    },
    {
      id: 'posted',
      title: t('columns.posted'),
      kind: 'instant',
      value: ({ postedAt, postedDay }) =>
        postedAt ?? (postedDay === null ? null : Date.parse(`${postedDay}T12:00:00Z`)),
      text: ({ postedAt, postedDay }, format) =>
        postedAt !== null ? format.instant(postedAt) : postedDay === null ? null : format.day(postedDay),
    },
  ]
}

function figures(t: Words): GridColumn<Content>[] {
  const count = (id: 'views' | 'orders') =>
    ({ id, title: t(`columns.${id}`), kind: 'number', value: (row: Content) => row[id] }) as const
  const percent = (id: 'ctr' | 'completion') =>
    ({ id, title: t(`columns.${id}`), kind: 'percent', value: (row: Content) => row[id], ...FIXED }) as const
  return [
    count('views'),
    {
      id: 'gmv',
      title: t('columns.gmv'),
      kind: 'money',
      currency: ({ currency }) => currency ?? '',
      value: ({ gmv }) => gmv,
    },
    count('orders'),
    percent('ctr'),
    percent('completion'),
  ]
}

function standing(t: Words): GridColumn<Content>[] {
  return [
    {
      id: 'verdict',
      title: t('columns.verdict'),
      kind: 'text',
      value: ({ posts }) => posts.map(({ verdict }) => t(`verdicts.${verdict}`)).join(' · ') || null,
      render: ({ posts }) => <Verdicts posts={posts} t={t} />,
      width: 150,
      ...FIXED,
    },
    {
      id: 'online',
      title: t('columns.online'),
      kind: 'text',
      value: ({ online }) => t(`online.${answerOf(online)}`),
      render: ({ online }) => <StateMark tone={ONLINE[answerOf(online)]}>{t(`online.${answerOf(online)}`)}</StateMark>,
      width: 120,
      ...FIXED,
    },
  ]
}

function relations(t: Words): GridColumn<Content>[] {
  return [
    {
      id: 'products',
      title: t('columns.products'),
      kind: 'text',
      value: ({ products }) => products.join(' '),
      ...FIXED,
    },
    {
      id: 'campaign',
      title: t('columns.campaign'),
      kind: 'text',
      value: ({ campaign }) => campaign,
      width: 130,
      ...FIXED,
    },
    {
      id: 'violations',
      title: t('columns.violations'),
      kind: 'number',
      value: ({ violations }) => violations || null,
      ...FIXED,
    },
  ]
}

function answerOf(online: boolean | null): 'yes' | 'no' | 'unknown' {
  return online === null ? 'unknown' : online ? 'yes' : 'no'
}

const ONLINE = { yes: 'good', no: 'bad', unknown: 'unknown' } as const satisfies Record<string, Tone>

export function verdictTone(verdict: PostOfSample['verdict']): Tone {
  return verdict === 'open' ? 'unknown' : verdict === 'valid' ? 'good' : 'bad'
}

function Verdicts({ posts, t }: { readonly posts: readonly PostOfSample[]; readonly t: Words }) {
  const [first] = posts
  return first === undefined ? null : (
    <StateMark tone={verdictTone(first.verdict)}>
      {posts.length === 1 ? t(`verdicts.${first.verdict}`) : `${t(`verdicts.${first.verdict}`)} +${posts.length - 1}`}
    </StateMark>
  )
}

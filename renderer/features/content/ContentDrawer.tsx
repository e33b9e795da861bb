/** One post: the samples it answers with a verdict by key, its figures, looks after it was published, violations, proof. */

import { Divider } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import type { Content } from '../../../shared/contract/content'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Attachments } from '../../ui/Attachments'
import { Drawer, type DrawerProps } from '../../ui/Drawer'
import { Facts } from '../../ui/Facts'
import { RecordHistory } from '../../ui/RecordHistory'
import { Looks } from './Looks'
import { PostsOfContent } from './PostsOfContent'
import { Violations } from './Violations'

export interface ContentDrawerProps extends Pick<DrawerProps, 'onClose' | 'onPrevious' | 'onNext'> {
  readonly content: Content
}

export function ContentDrawer({ content, ...drawer }: ContentDrawerProps) {
  const t = useText('content')
  const { id, handle, title, contentId } = content
  const answers = useQueryClient()
  // The list's row is enough to begin with; what was judged here shows at once.
  const { data = content } = useQuery(orpc.content.get.queryOptions({ input: { id } }))
  const changed = () => answers.invalidateQueries({ queryKey: orpc.content.key() })
  return (
    <Drawer
      {...drawer}
      wide
      title={[handle === null ? null : `@${handle}`, title ?? contentId].filter(Boolean).join(' · ')}
    >
      <PostsOfContent content={data} onChanged={changed} onNext={drawer.onNext} />
      <Divider my="sm" label={t('one.figures')} labelPosition="left" />
      <Figures content={data} />
      <Divider my="sm" label={t('one.looks')} labelPosition="left" />
      <Looks contentId={id} onChanged={changed} />
      <Divider my="sm" label={t('violations.title')} labelPosition="left" />
      <Violations content={data} onChanged={changed} />
      <Divider my="sm" label={t('one.proof')} labelPosition="left" />
      <Attachments entity="contents" id={id} />
      <Divider my="sm" label={t('one.history')} labelPosition="left" />
      <RecordHistory
        entity="contents"
        id={id}
        fields={{ title: t('columns.title'), url: t('links.columns.link'), note: t('one.note') }}
      />
    </Drawer>
  )
}

function Figures({ content }: { readonly content: Content }) {
  const t = useText('content')
  const format = useFormat()
  const { url, postedAt, postedDay, views, gmv, currency, orders, ctr, completion, products } = content
  const number = (value: number | null) => (value === null ? null : format.count(value))
  const percent = (value: number | null) => (value === null ? null : format.percent(value))
  return (
    <Facts
      facts={[
        [t('links.columns.link'), url],
        [
          t('columns.posted'),
          postedAt !== null ? format.instant(postedAt) : postedDay === null ? null : format.day(postedDay),
        ],
        [t('columns.views'), number(views)],
        [t('columns.gmv'), gmv === null || currency === null ? null : format.money(gmv, currency)],
        [t('columns.orders'), number(orders)],
        [t('columns.ctr'), percent(ctr)],
        [t('columns.completion'), percent(completion)],
        [t('columns.products'), products.join(' ')],
      ]}
    />
  )
}

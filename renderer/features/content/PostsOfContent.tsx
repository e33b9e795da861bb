/** Which samples a post answers, what the facts speak for, and a person's verdict: V valid, X wrong link, 0 deleted. */

import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import type { Content, PostOfSample } from '../../../shared/contract/content'
import { POST_VERDICTS, type PostVerdict } from '../../../shared/domain/valid-post'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { IS_MAC, KEYS, keyText } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Facts } from '../../ui/Facts'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { verdictTone } from './columns'
import classes from './content.module.css'

export interface PostsOfContentProps {
  readonly content: Content
  readonly onChanged: () => Promise<unknown>
  /** The next post of the list, once this one is judged. */
  readonly onNext: (() => void) | undefined
}

const KEY_OF: Readonly<Partial<Record<PostVerdict, string>>> = {
  valid: KEYS.postValid.keys[0],
  wrongLink: KEYS.postWrongLink.keys[0],
  deleted: KEYS.postDeleted.keys[0],
}

export function PostsOfContent({ content, onChanged, onNext }: PostsOfContentProps) {
  const t = useText('content')
  const { posts } = content
  const place = useRef<HTMLElement>(null)
  // From the list the keys would tick rows: the verdict's keys are this panel's.
  useEffect(() => place.current?.focus(), [])
  const judge = useCommand(
    async (verdict: PostVerdict) => {
      const { verified } = await api.content.judge({ posts: posts.map(({ id }) => id), verdict })
      await onChanged()
      onNext?.()
      return verified
    },
    (verified, verdict) => (verified > 0 ? t('one.verified') : t('one.judged', { verdict: t(`verdicts.${verdict}`) })),
  )
  const can = posts.length > 0
  useKeys(
    can
      ? {
          [KEYS.postValid.keys[0]]: () => judge.run('valid'),
          [KEYS.postWrongLink.keys[0]]: () => judge.run('wrongLink'),
          [KEYS.postDeleted.keys[0]]: () => judge.run('deleted'),
        }
      : {},
  )
  return (
    <section ref={place} tabIndex={-1} className={classes.posts} aria-label={t('one.samples')}>
      {!can && <p className={classes.quiet}>{t('one.noSample')}</p>}
      {posts.map((post) => (
        <OnePost key={post.id} post={post} contentId={content.id} onChanged={onChanged} />
      ))}
      {can && (
        <div className={classes.verdicts} role="group" aria-label={t('columns.verdict')}>
          {POST_VERDICTS.filter((verdict) => verdict !== 'open').map((verdict) => {
            const key = KEY_OF[verdict]
            return (
              <Button
                key={verdict}
                size="compact-sm"
                variant={verdict === 'valid' ? 'filled' : 'default'}
                loading={judge.busy}
                onClick={() => judge.run(verdict)}
              >
                {t(`verdicts.${verdict}`)}
                {key !== undefined && <kbd className={classes.key}>{keyText(key, IS_MAC)}</kbd>}
              </Button>
            )
          })}
        </div>
      )}
    </section>
  )
}

interface OnePostProps {
  readonly post: PostOfSample
  readonly contentId: string
  readonly onChanged: () => Promise<unknown>
}

function OnePost({ post, contentId, onChanged }: OnePostProps) {
  const t = useText('content')
  const take = useCommand(
    async () => {
      await api.content.give({ contentId, sampleId: post.sampleId, give: false })
      await onChanged()
    },
    () => t('one.taken'),
  )
  const answer = (counts: boolean | null) => t(`counts.${counts === null ? 'open' : counts ? 'yes' : 'no'}`)
  const why = ({ counts, reasons }: PostOfSample['us']) =>
    [answer(counts), ...reasons.map((reason) => t(`reasons.${reason}`))].join(' · ')
  return (
    <div className={classes.post}>
      <div className={classes.head}>
        <StateMark tone={verdictTone(post.verdict)}>{t(`verdicts.${post.verdict}`)}</StateMark>
        <span>{post.productName ?? post.productId}</span>
        <Button variant="subtle" size="compact-xs" loading={take.busy} onClick={() => take.run()}>
          {t('one.take')}
        </Button>
      </div>
      {post.others.length > 0 && <p role="status">{t('one.also', { count: post.others.length })}</p>}
      <Facts
        facts={[
          [t('columns.platform'), post.verdict === 'open' ? why(post.platform) : answer(post.countsPlatform)],
          [t('columns.us'), post.verdict === 'open' ? why(post.us) : answer(post.countsUs)],
        ]}
      />
      {post.verdict === 'open' && post.suggested !== 'open' && (
        <p className={classes.quiet}>{t('one.suggests', { verdict: t(`verdicts.${post.suggested}`) })}</p>
      )}
    </div>
  )
}

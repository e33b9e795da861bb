/** Handing in: a new script or video, or the next version of one. A video is copied with its progress and can be stopped. */

import { Button, Progress, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import type { Progress as JobProgress } from '../../../shared/contract/define'
import type { Review } from '../../../shared/contract/reviews'
import { api, desktop, orpc } from '../../api'
import { HERE, whenText, zoneName } from '../../creator/clocks'
import { CreatorField } from '../../creator/CreatorField'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useNow } from '../../session/now'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import classes from './reviews.module.css'
import { draftFor, isRounds, nameOf, type SubmitDraft, submissionOf } from './submit-form'

interface SubmitDrawerProps {
  /** Null: a new one. */
  readonly of: Review | null
  readonly shopId: string | null
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

export function SubmitDrawer({ of, shopId, onClose, onDone }: SubmitDrawerProps) {
  const t = useText('reviews')
  const job = useSubmission()
  const form = useForm<SubmitDraft>({
    initial: draftFor(of, shopId),
    check: (draft) => ({
      ...(draft.shopId === '' && { shopId: t('submit.needsShop') }),
      ...(draft.kind === 'script' && draft.text.trim() === '' && { text: t('submit.needsText') }),
      ...(draft.kind === 'video' && draft.path === '' && { path: t('submit.needsFile') }),
      ...(!isRounds(draft.rounds) && { rounds: t('submit.notACount') }),
    }),
    async save(draft) {
      const done = await job.run(of, draft)
      if (done === null) return say(t('submit.cancelled'))
      say(t('submit.done', { title: done.title ?? t('untitled') }))
      onDone(done.id)
      onClose()
    },
  })
  const { kind } = form.values
  return (
    <FormDrawer
      form={form}
      title={of ? t('submit.again', { title: of.title ?? t('untitled') }) : t('submit.new')}
      saveWord={t('submit.save')}
      onClose={onClose}
      below={<Copying progress={job.progress} onCancel={job.cancel} />}
    >
      {of === null && <About form={form} />}
      {kind === 'video' ? (
        <VideoField form={form} />
      ) : (
        <TextField form={form} name="text" label={t('submit.text')} lines={8} maxLength={200_000} required />
      )}
      <TextField form={form} name="note" label={t('submit.note')} lines={2} maxLength={5000} />
      {of === null && <Agreed form={form} />}
    </FormDrawer>
  )
}

type SubmitForm = ReturnType<typeof useForm<SubmitDraft>>

function useSubmission() {
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const stop = useRef<AbortController | null>(null)
  return {
    progress,
    cancel: () => stop.current?.abort(),
    /** Null: it was stopped. */
    async run(of: Review | null, draft: SubmitDraft): Promise<Review | null> {
      const abort = new AbortController()
      stop.current = abort
      const { text, path, note } = draft
      const input = {
        ...(of ? { id: of.id } : { fields: submissionOf(draft) }),
        text: draft.kind === 'script' ? text : null,
        path: draft.kind === 'video' ? path : null,
        note: note.trim() || null,
      }
      try {
        return await finish(await api.reviews.submit(input, { signal: abort.signal }), setProgress)
      } catch (error) {
        if (abort.signal.aborted) return null
        throw error
      } finally {
        setProgress(null)
      }
    },
  }
}

function About({ form }: { readonly form: SubmitForm }) {
  const t = useText('reviews')
  const { values, errors, set } = form
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('submit.kind')}
        value={values.kind}
        onChange={(kind) => set('kind', kind === 'script' ? 'script' : 'video')}
        data={[
          { value: 'video', label: t('kinds.video') },
          { value: 'script', label: t('kinds.script') },
        ]}
      />
      <TextField form={form} name="title" label={t('submit.title')} maxLength={200} first />
      <ShopField
        label={t('submit.shop')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={errors.shopId}
      />
      <CreatorField
        label={t('submit.creator')}
        none={t('submit.noCreator')}
        value={values.creatorId}
        handle={null}
        onChange={(id) => set('creatorId', id)}
      />
      <FieldPair>
        <TextField form={form} name="productId" label={t('submit.product')} maxLength={40} inputMode="numeric" />
        <TextField form={form} name="market" label={t('submit.market')} maxLength={8} capitals />
        <TextField form={form} name="language" label={t('submit.language')} maxLength={20} />
      </FieldPair>
      {values.shopId !== '' && <Suggested shopId={values.shopId} market={values.market.trim()} />}
    </>
  )
}

function Suggested({ shopId, market }: { readonly shopId: string; readonly market: string }) {
  const t = useText('reviews')
  const format = useFormat()
  const now = useNow()
  const input = { shopId, market: market === '' ? null : market }
  const { data } = useQuery(orpc.reviews.suggest.queryOptions({ input }))
  if (!data || data.due === null || data.publishFrom === null || data.publishTo === null) return null
  return (
    <Text size="xs" c="dimmed">
      {t('submit.suggested', {
        due: whenText(format, data.due, HERE, now),
        from: whenText(format, data.publishFrom, data.zone, now),
        to: format.clock(data.publishTo, data.zone),
        zone: zoneName(data.zone),
      })}
    </Text>
  )
}

function VideoField({ form }: { readonly form: SubmitForm }) {
  const t = useText('reviews')
  const { path } = form.values
  const choose = async () => {
    const extensions = ['mp4', 'mov', 'm4v', 'webm', 'mkv', 'avi', 'mpg', 'mpeg', 'ts', 'wmv', 'flv']
    const filters = [
      { name: t('submit.videos'), extensions },
      { name: t('submit.any'), extensions: ['*'] },
    ]
    const [chosen] = await desktop.chooseFiles({ title: t('submit.chooseTitle'), filters, many: false })
    if (chosen !== undefined) form.set('path', chosen)
  }
  return (
    <div className={classes.file}>
      <span className={classes.fileLabel}>{t('submit.file')}</span>
      <Button variant="default" onClick={() => void choose()}>
        {t('submit.choose')}
      </Button>
      {path !== '' && (
        <span className={classes.fileName} title={path}>
          {nameOf(path)}
        </span>
      )}
      <span className={classes.quiet}>{t('submit.fileHelp')}</span>
      {form.errors.path && <span className={classes.wrong}>{form.errors.path}</span>}
    </div>
  )
}

function Agreed({ form }: { readonly form: SubmitForm }) {
  const t = useText('reviews')
  return (
    <FieldPair>
      <TextField form={form} name="reviewer" label={t('submit.reviewer')} maxLength={120} />
      <TextField form={form} name="deputy" label={t('submit.deputy')} maxLength={120} />
      <TextField form={form} name="rounds" label={t('submit.rounds')} maxLength={2} inputMode="numeric" />
    </FieldPair>
  )
}

interface CopyingProps {
  readonly progress: JobProgress | null
  readonly onCancel: () => void
}

function Copying({ progress, onCancel }: CopyingProps) {
  const t = useText('reviews')
  const format = useFormat()
  if (progress === null) return null
  const { done, total } = progress
  return (
    <div className={classes.copying} role="status">
      <Progress value={total ? (done / total) * 100 : 0} aria-label={t('submit.file')} />
      <span className={classes.quiet}>
        {t('submit.copying', { done: format.size(done), total: format.size(total ?? done) })}
      </span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        {t('submit.cancel')}
      </Button>
    </div>
  )
}

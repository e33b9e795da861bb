/** A file of samples (an export of all orders, or our template): whose it is, what it would change, what is asked. */

import { Button, Checkbox, Progress } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { SampleFileResult } from '../../../shared/contract/sample-files'
import { desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { useLikelyShop } from '../../session/shops'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { ShopField } from '../../ui/ShopField'
import { StateMark } from '../../ui/StateMark'
import { useDrop } from '../../ui/use-drop'
import { useStable } from '../../ui/use-stable'
import classes from './pick.module.css'
import { SampleFileView } from './SampleFileView'
import { type FileWork, useSampleFile } from './use-sample-file'

const isTable = (path: string): boolean => /\.(?:csv|tsv|txt|xlsx)$/i.test(path)

/** `path`: a file that was dropped elsewhere. */
export function SampleFileDrawer({ path, onClose }: { readonly path: string | null; readonly onClose: () => void }) {
  const t = useText('sampleFiles')
  const likely = useLikelyShop()
  const [file, setFile] = useState(path)
  const [shop, setShop] = useState<string | null>(null)
  const [byAmount, setByAmount] = useState(true)
  const shopId = shop ?? likely?.id ?? null
  const order = useMemo(
    () => (file === null || shopId === null ? null : { path: file, shopId, byAmount }),
    [file, shopId, byAmount],
  )
  const { work, agreed, agree, take } = useSampleFile(order)
  useDrop(
    useStable((paths: readonly string[]) => setFile(paths[0] ?? null)),
    isTable,
  )
  const result = 'result' in work ? work.result : null
  const isAsked = result !== null && result.questions.length > 0 && !agreed
  const news = result === null ? 0 : result.created + result.changed
  const isReady = work.state === 'previewed' && news > 0 && !isAsked
  return (
    <Drawer
      title={t('file.title')}
      wide
      onClose={onClose}
      foot={
        <Button disabled={!isReady} loading={work.state === 'writing'} onClick={take}>
          {t('file.take', { count: news })}
        </Button>
      }
    >
      <div className={classes.detail}>
        <ShopField label={t('file.shop')} value={shopId ?? ''} onChange={({ id }) => setShop(id)} />
        <Which name={result?.name ?? null} onFile={setFile} />
        <How work={work} />
        {result !== null && (!byAmount || result.warnings.some(({ code }) => code === 'byAmount')) && (
          <Checkbox
            label={t('file.byAmount')}
            checked={byAmount}
            disabled={work.state !== 'previewed'}
            onChange={(event) => setByAmount(event.currentTarget.checked)}
          />
        )}
        {result !== null && work.state !== 'done' && <Questions result={result} agreed={agreed} onAgree={agree} />}
        {result !== null && <SampleFileView result={result} />}
      </div>
    </Drawer>
  )
}

function Which({ name, onFile }: { readonly name: string | null; readonly onFile: (path: string) => void }) {
  const t = useText('sampleFiles')
  const choose = async () => {
    const filters = [{ name: t('file.kinds'), extensions: ['csv', 'xlsx', 'txt', 'tsv'] }]
    const [chosen] = await desktop.chooseFiles({ title: t('file.title'), filters, many: false })
    if (chosen !== undefined) onFile(chosen)
  }
  return (
    <div>
      <Button variant="default" onClick={() => void choose()}>
        {t('file.choose')}
      </Button>{' '}
      <span className={classes.note}>{name ?? t('file.hint')}</span>
    </div>
  )
}

function How({ work }: { readonly work: FileWork }) {
  const t = useText('sampleFiles')
  if (work.state === 'failed') return <ErrorLine error={work.error} />
  if (work.state === 'done') {
    const { created, changed } = work.result
    return (
      <span role="status">
        <StateMark tone="good">{t('file.done', { created, changed })}</StateMark>
      </span>
    )
  }
  if (work.state !== 'reading' && work.state !== 'writing') return null
  const { progress } = work
  const total = progress?.total ?? null
  return (
    <Progress
      aria-label={t(work.state === 'reading' ? 'file.reading' : 'file.writing')}
      value={total === null || total === 0 ? 100 : ((progress?.done ?? 0) / total) * 100}
      animated={total === null}
    />
  )
}

interface QuestionsProps {
  readonly result: SampleFileResult
  readonly agreed: boolean
  readonly onAgree: (yes: boolean) => void
}

/** An export of another shop: said in words, and taken in only after a yes. */
function Questions({ result, agreed, onAgree }: QuestionsProps) {
  const t = useText('sampleFiles')
  if (result.questions.length === 0) return null
  return (
    <section aria-label={t('file.questions')}>
      <h3 className={classes.heading}>{t('file.questions')}</h3>
      <ul className={classes.list}>
        {result.questions.map(({ code, count, detail }) => (
          <li key={`${code} ${detail}`}>{t(`file.question.${code}`, { count, detail })}</li>
        ))}
      </ul>
      <Checkbox label={t('file.agree')} checked={agreed} onChange={(event) => onAgree(event.currentTarget.checked)} />
    </section>
  )
}

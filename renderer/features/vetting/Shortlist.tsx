/** Who was decided on for the shop in view, newest first, and the file that its client gets to see. */

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Shortlisted } from '../../../shared/contract/vetting'
import { VERDICTS } from '../../../shared/domain/decisions'
import { api, desktop, orpc } from '../../api'
import { DecisionChips } from '../../creator/DecisionChips'
import { useVettingWords } from '../../creator/use-vetting-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Empty } from '../../ui/Empty'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import { compared, MOST } from './compared'
import classes from './vetting.module.css'

const SHOWN = ['yes', 'later', 'no'] as const
const ALL = 'all'

export function Shortlist({ onCompare }: { readonly onCompare: () => void }) {
  const t = useText('vetting')
  const shop = useCurrentShop()
  const [shown, setShown] = useState<string>(ALL)
  const shopId = shop?.id ?? null
  const query = useQuery(orpc.vetting.shortlist.queryOptions({ input: { shopId } }))
  if (shop === null) return <Empty sentence={t('shortlist.noShop')} />
  return (
    <div className={classes.part}>
      <Answer query={query}>
        {(all) => {
          const rows = all.filter(({ decision }) => shown === ALL || decision.verdict === shown)
          return (
            <>
              <div className={classes.bar}>
                <SegmentedControl
                  size="xs"
                  value={shown}
                  onChange={setShown}
                  data={[
                    { value: ALL, label: t('shortlist.all') },
                    ...SHOWN.map((value) => ({ value, label: t(`verdict.${value}`) })),
                  ]}
                />
                <Button
                  variant="default"
                  disabled={rows.length < 2}
                  onClick={() => {
                    compared.set(rows.slice(0, MOST).map(({ creatorId }) => creatorId))
                    onCompare()
                  }}
                >
                  {t('shortlist.compare')}
                </Button>
                <Export shopId={shop.id} verdict={VERDICTS.find((one) => one === shown) ?? 'yes'} />
              </div>
              {rows.length === 0 ? <Empty sentence={t('shortlist.empty')} /> : <Rows rows={rows} />}
            </>
          )
        }}
      </Answer>
    </div>
  )
}

function Rows({ rows }: { readonly rows: readonly Shortlisted[] }) {
  const t = useText('vetting')
  const words = useVettingWords()
  return (
    <SmallTable
      label={t('parts.shortlist')}
      columns={[
        { title: t('shortlist.handle') },
        { title: t('shortlist.verdict') },
        { title: t('shortlist.reason') },
        { title: t('shortlist.person') },
        { title: t('shortlist.note') },
      ]}
      rows={rows.map(({ creatorId, handle, displayName, decision, others }) => ({
        key: creatorId,
        cells: [
          displayName === null ? `@${handle}` : `@${handle} · ${displayName}`,
          <DecisionChips key="verdict" decision={decision} />,
          decision.reason === null ? DASH : words.reason(decision.reason),
          <span key="by">
            {words.by(decision)}
            {others > 0 && <div className={classes.small}>{t('decide.others', { count: others })}</div>}
          </span>,
          decision.note ?? DASH,
        ],
      }))}
    />
  )
}

const FILTERS = [
  { name: 'HTML', extensions: ['html'] },
  { name: 'Excel', extensions: ['xlsx'] },
  { name: 'CSV', extensions: ['csv'] },
]

function Export({ shopId, verdict }: { readonly shopId: string; readonly verdict: (typeof VERDICTS)[number] }) {
  const t = useText('vetting')
  const { language } = useFormat()
  const save = useCommand(
    async () => {
      const suggestedName = `${t('file.title')}.html`
      const to = await desktop.chooseSave({ title: t('shortlist.export'), suggestedName, filters: FILTERS })
      if (to === null) return null
      const extension = to.split('.').at(-1)
      const format = extension === 'csv' || extension === 'xlsx' ? extension : 'html'
      const file: Readonly<Record<string, string>> = t('file', { returnObjects: true })
      const tiers: Readonly<Record<string, string>> = t('tier', { returnObjects: true })
      const verdicts: Readonly<Record<string, string>> = t('verdict', { returnObjects: true })
      const titles = { ...file, ...prefixed('tier', tiers), ...prefixed('answer', verdicts) }
      return api.vetting.exportShortlist({ shopId, verdict, format, to, language, titles })
    },
    (done) => (done === null ? '' : t('shortlist.saved', { count: done.rows, file: done.file })),
  )
  return (
    <>
      <Button loading={save.busy} onClick={() => save.run()}>
        {t('shortlist.export')}
      </Button>
      {save.error !== null && <ErrorLine error={save.error} />}
    </>
  )
}

function prefixed(prefix: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [`${prefix}.${key}`, word]))
}

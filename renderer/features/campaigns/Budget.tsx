/** The budget guard: what was spent, what is promised, what is not known, and when it will be used up. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { BudgetView, Campaign } from '../../../shared/contract/campaign-views'
import type { BudgetPart } from '../../../shared/domain/budget-guard'
import { orpc } from '../../api'
import { TrendChart } from '../../charts/TrendChart'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { BudgetBehind } from './BudgetBehind'
import classes from './campaigns.module.css'

export function Budget({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const query = useQuery(orpc.campaigns.budget.queryOptions({ input: { campaignId: campaign.id } }))
  const [part, setPart] = useState<BudgetPart | null>(null)
  return (
    <Answer query={query}>
      {(budget) =>
        budget.spent === null ? (
          <p className={classes.quiet}>{t('budget.hidden')}</p>
        ) : (
          <div className={classes.stack}>
            <Standing budget={budget} />
            <Tiles budget={budget} />
            <Unknown budget={budget} />
            <Lines budget={budget} onOpen={setPart} />
            <Orders campaign={campaign} budget={budget} />
            <Burn budget={budget} />
            {part !== null && <BudgetBehind campaign={campaign} part={part} onClose={() => setPart(null)} />}
          </div>
        )
      }
    </Answer>
  )
}

/** The prompt, in colour and words. */
function Standing({ budget: { cap, prompt } }: { readonly budget: BudgetView }) {
  const t = useText('campaigns')
  if (cap === null) return <StateMark tone="unknown">{t('budget.noCap')}</StateMark>
  if (prompt === 10_000) return <StateMark tone="bad">{t('budget.at100')}</StateMark>
  return prompt === 8000 ? (
    <StateMark tone="watch">{t('budget.at80')}</StateMark>
  ) : (
    <StateMark tone="good">{t('budget.below')}</StateMark>
  )
}

function Tiles({ budget }: { readonly budget: BudgetView }) {
  const t = useText('campaigns')
  const format = useFormat()
  const money = (amount: number | null) => (amount === null ? DASH : format.money(amount, budget.currency))
  const share = (points: number | null) => (points === null ? DASH : format.percent(points / 10_000, 0))
  const tiles: readonly (readonly [string, string])[] = [
    [t('budget.cap'), money(budget.cap)],
    [t('budget.spent'), money(budget.spent)],
    [t('budget.committed'), money(budget.committed)],
    [t('budget.used'), share(budget.used)],
    [t('budget.expected'), money(budget.expected)],
    [t('budget.atEnd'), share(budget.usedAtEnd)],
    [t('budget.pace'), money(budget.pace)],
    [t('budget.exhausted'), budget.exhaustedOn === null ? DASH : format.day(budget.exhaustedOn)],
  ]
  return (
    <dl className={classes.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Unknown({ budget: { unknown } }: { readonly budget: BudgetView }) {
  const t = useText('campaigns')
  const format = useFormat()
  if (unknown.length === 0) return null
  return (
    <section aria-label={t('budget.unknownTitle')}>
      <StateMark tone="unknown">{t('budget.unknownTitle')}</StateMark>
      <ul className={classes.points}>
        {unknown.map(({ part, reason, count, day }) => (
          <li key={`${part} ${reason}`}>
            {t(`budget.unknown.${reason}`, { count, day: day === null ? '' : format.day(day) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whose orders of what commission was counted of. */
function Orders({ campaign, budget: { orders } }: { readonly campaign: Campaign; readonly budget: BudgetView }) {
  const t = useText('campaigns')
  const format = useFormat()
  const { creators, products, from, to } = orders
  const day = (one: string | null) => (one === null ? t('openEnd') : format.day(one))
  return (
    <p className={classes.quiet}>
      {t('budget.orders', {
        creators: campaign.kind === 'open' ? t('budget.everyone') : t('budget.nCreators', { count: creators.length }),
        products: products.length === 0 ? t('budget.everyProduct') : t('budget.nProducts', { count: products.length }),
        period: `${day(from)} – ${day(to)}`,
      })}
    </p>
  )
}

interface LinesProps {
  readonly budget: BudgetView
  readonly onOpen: (part: BudgetPart) => void
}

function Lines({ budget, onOpen }: LinesProps) {
  const t = useText('campaigns')
  const format = useFormat()
  // Of what is not known a dash: nothing was found, which is not the same as nothing spent.
  const amount = (value: number | null, known: boolean) =>
    value === null || (value === 0 && !known) ? DASH : format.amount(value, budget.currency)
  const titled = (word: string) => ({ title: `${word} (${budget.currency})`, figure: true })
  return (
    <SmallTable
      label={t('budget.title')}
      columns={[
        { title: t('budget.part') },
        titled(t('budget.spent')),
        titled(t('budget.committed')),
        titled(t('budget.expected')),
        { title: t('budget.rows'), figure: true },
      ]}
      rows={budget.lines.map((line) => ({
        key: line.part,
        cells: [
          line.known ? (
            t(`budget.parts.${line.part}`)
          ) : (
            <StateMark key="part" tone="unknown">
              {t(`budget.parts.${line.part}`)}
            </StateMark>
          ),
          amount(line.spent, line.known),
          amount(line.committed, line.known),
          amount(line.expected, line.known),
          <Button
            key="rows"
            variant="subtle"
            size="compact-xs"
            aria-label={t('budget.show', { rows: format.count(line.rows), part: t(`budget.parts.${line.part}`) })}
            onClick={() => onOpen(line.part)}
          >
            {format.count(line.rows)}
          </Button>,
        ],
      }))}
    />
  )
}

/** Spent up to each day, with the cap beside it. */
function Burn({ budget: { burn, cap, currency } }: { readonly budget: BudgetView }) {
  const t = useText('campaigns')
  const format = useFormat()
  const points = useMemo(() => burn ?? [], [burn])
  const labels = useMemo(() => points.map(({ day }) => format.shortDay(day)), [points, format])
  const series = useMemo(
    () => [
      { name: t('budget.spent'), values: points.map(({ spent }) => spent), colour: 0 },
      ...(cap === null ? [] : [{ name: t('budget.cap'), values: points.map(() => cap), colour: 1 }]),
    ],
    [points, cap, t],
  )
  const text = useMemo(
    () => ({
      exact: (value: number) => format.money(value, currency),
      short: (value: number) => format.shortMoney(value, currency),
    }),
    [format, currency],
  )
  const last = points.at(-1)
  if (last === undefined || points.length < 2) return null
  const said = { spent: format.money(last.spent, currency), day: format.day(points[0]?.day ?? last.day) }
  return (
    <TrendChart
      title={t('budget.burn')}
      sentence={
        cap === null ? t('budget.burnSaid', said) : t('budget.burnCap', { ...said, cap: format.money(cap, currency) })
      }
      labels={labels}
      series={series}
      text={text}
    />
  )
}

/** What a month would be at other rates, beside what it is. Nothing is changed. */

import { Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { RateText } from '../../../shared/contract/rates'
import { type api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { FieldPair } from '../../ui/FormBody'
import { MonthField } from '../../ui/MonthField'
import { SmallTable } from '../../ui/SmallTable'
import classes from './costs.module.css'
import { useLastMonth } from './use-last-month'

export function Restate({ onClose }: { readonly onClose: () => void }) {
  const t = useText('costs')
  const books = useWorkspace()?.currency ?? 'USD'
  const shops = useShops()
  const bases = [...new Set(shops.map(({ currency }) => currency))].filter((base) => base !== books).toSorted()
  const last = useLastMonth()
  const [month, setMonth] = useState(last)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [settled] = useDebouncedValue(typed, 200)
  const rates = Object.entries(settled)
    .map(([base, rate]) => ({ base, rate: rate.trim() }))
    .filter(({ rate }) => RateText.safeParse(rate).success)
  const answer = useQuery(
    orpc.rates.restate.queryOptions({ input: { month, currency: books, rates }, placeholderData: keepPreviousData }),
  )
  return (
    <Drawer title={t('locks.restate')} onClose={onClose} wide>
      <Stack gap="sm">
        <p className={classes.lead}>{t('locks.restateLead', { currency: books })}</p>
        <MonthField month={month} onChange={setMonth} />
        {bases.length === 0 && <p className={classes.lead}>{t('locks.oneCurrency', { currency: books })}</p>}
        <FieldPair>
          {bases.map((base) => {
            const text = typed[base] ?? ''
            const isWrong = text.trim() !== '' && !RateText.safeParse(text.trim()).success
            return (
              <TextInput
                key={base}
                size="xs"
                label={t('locks.oneIn', { base, quote: books })}
                placeholder={answer.data?.usedRates.find((rate) => rate.base === base)?.rate ?? DASH}
                inputMode="decimal"
                value={text}
                error={isWrong && t('notARate')}
                onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [base]: value }))}
              />
            )
          })}
        </FieldPair>
        <Answer query={answer}>{(data) => <Restated answer={data} />}</Answer>
      </Stack>
    </Drawer>
  )
}

type Answered = Awaited<ReturnType<typeof api.rates.restate>>

function Restated({ answer: { rows, total, currency, usedRates, missingRates } }: { readonly answer: Answered }) {
  const t = useText('costs')
  const format = useFormat()
  const figures = (name: string, { asIs, restated }: Answered['total']) => ({
    key: name,
    cells: [
      name,
      format.amount(asIs.netGmv, currency),
      format.amount(restated.netGmv, currency),
      format.amount(restated.netGmv - asIs.netGmv, currency),
      format.amount(restated.commission - asIs.commission, currency),
      asIs.contribution === null || restated.contribution === null
        ? DASH
        : format.amount(restated.contribution - asIs.contribution, currency),
    ],
  })
  return (
    <>
      <SmallTable
        label={t('locks.restate')}
        columns={[
          { title: t('fields.shop') },
          { title: t('locks.asIs', { currency }), figure: true },
          { title: t('locks.restated'), figure: true },
          { title: t('locks.difference'), figure: true },
          { title: t('locks.commissionDifference'), figure: true },
          { title: t('locks.contributionDifference'), figure: true },
        ]}
        rows={[...rows.map((row) => figures(row.shop, row)), figures(t('locks.total'), total)]}
      />
      <ul className={classes.used}>
        {usedRates.map((rate) => (
          <li key={`${rate.base} ${rate.day} ${rate.rate} ${rate.source}`}>
            {t(rate.locked ? 'locks.usedLocked' : 'locks.used', { ...rate, day: format.day(rate.day) })}
          </li>
        ))}
        {missingRates.map((rate) => (
          <li key={rate.base}>{t('locks.missing', { base: rate.base, quote: rate.quote, count: rate.lines })}</li>
        ))}
      </ul>
    </>
  )
}

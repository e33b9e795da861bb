/** Each person's month: what samples may cost, what the approved ones take of it, and what they earned back. */

import { listWallets } from '../../../db/repositories/sample-costs'
import type { SampleReport, SampleWallet } from '../../../shared/contract/sample-costs'
import { addDays, dayNumber } from '../../../shared/domain/days'
import { convertAmount } from '../../../shared/domain/roi'
import { sampleRatios, walletOf } from '../../../shared/domain/sample-costs'
import type { WorkspaceContext } from '../context'
import type { CostedSample } from '../lookups/sample-costs'
import { baseCurrency } from '../lookups/workspace'
import { rateBook } from '../reporting/scope'
import { roiTable } from '../reporting/table'

export interface Wallets {
  readonly rows: SampleWallet[]
  readonly missingRates: SampleReport['missingRates']
}

/** Everybody with a budget or an approved sample in the month, by name. */
export async function walletsOf(context: WorkspaceContext, month: string): Promise<Wallets> {
  const opened = context.host.current()
  const budgets = new Map(listWallets(opened.workspace.db, month).map((row) => [row.person, row]))
  const approved = new Map<string, CostedSample[]>()
  for (const sample of opened.lists.sampleCosts()) {
    const { owner, approvedDay } = sample
    if (owner === null || approvedDay?.slice(0, 7) !== month || !spends(sample)) continue
    approved.set(owner, [...(approved.get(owner) ?? []), sample])
  }
  const people = [...new Set([...budgets.keys(), ...approved.keys()])].toSorted()
  const base = baseCurrency(opened)
  const currencies = new Set(people.map((person) => budgets.get(person)?.currency ?? base))
  const earned = new Map<string, Awaited<ReturnType<typeof earnedIn>>>()
  for (const currency of currencies) earned.set(currency, await earnedIn(context, month, currency))
  const missing = new Missing()
  const rows = people.map((person) => {
    const budget = budgets.get(person)
    const currency = budget?.currency ?? base
    const samples = approved.get(person) ?? []
    const book = rateBook(opened.lists, currency)
    const spent = samples.reduce((sum, { expected, currency: from, approvedDay }) => {
      const day = dayNumber(approvedDay ?? `${month}-01`)
      const factor = book.factor(from, day)
      if (factor === null) missing.add(from, currency, approvedDay ?? `${month}-01`)
      return factor === null ? sum : sum + convertAmount(expected.known, factor)
    }, 0)
    const result = earned.get(currency)?.byPerson.get(person)
    return {
      person,
      month,
      walletId: budget?.id ?? null,
      currency,
      ...walletOf(budget?.amount ?? null, spent),
      approved: samples.length,
      validPosts: samples.reduce((sum, { validPosts }) => sum + validPosts, 0),
      contribution: result?.contribution ?? 0,
      sampleRoi: sampleRatios({
        cost: result?.sampleCost ?? 0,
        validPosts: 0,
        orders: 0,
        contribution: result?.contribution ?? 0,
      }).sampleRoi,
      costUnknown: samples.filter(({ expected }) => expected.unknown.length > 0).length,
      note: budget?.note ?? null,
    }
  })
  return {
    rows,
    missingRates: [...missing.list(), ...[...earned.values()].flatMap(({ missingRates }) => missingRates)],
  }
}

/** Approved and not taken back: what is promised is spent before it is shipped. */
function spends({ state }: CostedSample): boolean {
  return state !== 'requested' && state !== 'declined' && state !== 'cancelled'
}

async function earnedIn(context: WorkspaceContext, month: string, currency: string) {
  const from = `${month}-01`
  const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
  const table = await roiTable(context, {
    by: ['staff'],
    from,
    to,
    currency,
    search: '',
    offset: 0,
    limit: 10_000,
    settledOnly: false,
    sort: { column: 'key', descending: false },
  })
  return { byPerson: new Map(table.rows.map((row) => [row.keys.staff ?? '', row])), missingRates: table.missingRates }
}

class Missing {
  private readonly found = new Map<string, { base: string; quote: string; from: string; to: string; lines: number }>()

  add(base: string, quote: string, day: string): void {
    const key = `${base} ${quote}`
    const known = this.found.get(key) ?? { base, quote, from: day, to: day, lines: 0 }
    known.from = day < known.from ? day : known.from
    known.to = day > known.to ? day : known.to
    known.lines += 1
    this.found.set(key, known)
  }

  list() {
    return [...this.found.values()]
  }
}

/** Money, ratios, days and instants as the terminal shows them, and money as people type it. */

import { decimalsOf } from '../../shared/domain/currencies'
import { UsageError } from './usage'

/** `1,234.56`: minor units in major ones, with groups. The currency stands beside it. What a role hides is `***`. */
export function money(amount: number | null, currency: string): string {
  if (amount === null) return '***'
  const [whole = '0', fraction] = decimal(amount, currency).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** `1234.56`: minor units in major ones, for machines. */
export function decimal(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** `12.50` in minor units of its currency; more decimals than it has are refused. */
export function readMoney(text: string, currency: string, option: string): number {
  const decimals = decimalsOf(currency)
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim())
  if (!match || (match[3] ?? '').length > decimals) {
    throw new UsageError(
      `--${option} takes an amount in ${currency} as ${decimals === 0 ? '12500' : `12.${'5'.padEnd(decimals, '0')}`}, without groups or symbols; "${text}" is none`,
    )
  }
  const [, sign, whole = '0', fraction = ''] = match
  const amount = Number(whole + fraction.padEnd(decimals, '0'))
  return sign === '-' && amount !== 0 ? -amount : amount
}

export function percent(ratio: number | null): string {
  return ratio === null ? '-' : `${(ratio * 100).toFixed(2)}%`
}

export function factor(ratio: number | null): string {
  return ratio === null ? '-' : ratio.toFixed(2)
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** ISO 8601 in UTC. */
export function instant(at: number): string {
  return new Date(at).toISOString()
}

/** `2026-11-01 08:30 UTC` */
export function shortInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return unit === 0 ? `${bytes} bytes` : `${value.toFixed(1)} ${units[unit] ?? ''}`
}

export function period(of: { readonly from: string; readonly to: string } | null): string {
  return of === null ? '-' : `${of.from}..${of.to}`
}

/**
 * The currencies of the markets and of the agencies' books: how many decimals money is kept in, and how files write it.
 *
 * Money is an integer in minor units at the ISO 4217 exponent, whatever a file prints.
 */

export interface Currency {
  readonly code: string
  /** ISO 4217 exponent: the decimals that money is kept in (IDR 2, VND 0, JPY 0). */
  readonly decimals: number
  /** Decimals the platform's files print; 0 makes a separator before three digits a group (IDR: `Rp435.212.212`). */
  readonly fileDecimals: number
  /** Spellings in cells and headers. `$` and `¥` belong to several currencies and never tell which. */
  readonly symbols: readonly string[]
  /** The decimal separator that is likelier where a file gives no evidence at all. */
  readonly decimalSeparator: '.' | ','
}

function currency(code: string, decimals: number, symbols: readonly string[], more: Partial<Currency> = {}): Currency {
  return { code, decimals, fileDecimals: decimals, symbols, decimalSeparator: '.', ...more }
}

const LIST: readonly Currency[] = [
  currency('USD', 2, ['$', 'US$']),
  currency('SGD', 2, ['$', 'S$']),
  currency('MYR', 2, ['RM']),
  currency('PHP', 2, ['₱']),
  currency('THB', 2, ['฿']),
  currency('VND', 0, ['₫', 'đ'], { decimalSeparator: ',' }),
  currency('IDR', 2, ['Rp'], { fileDecimals: 0, decimalSeparator: ',' }),
  currency('GBP', 2, ['£']),
  currency('EUR', 2, ['€'], { decimalSeparator: ',' }),
  currency('MXN', 2, ['$', 'MX$']),
  currency('BRL', 2, ['R$'], { decimalSeparator: ',' }),
  currency('JPY', 0, ['円', '¥', '￥']),
  currency('CNY', 2, ['¥', '￥', '元', 'RMB', 'CN¥']),
  currency('HKD', 2, ['$', 'HK$']),
  currency('TWD', 2, ['$', 'NT$'], { fileDecimals: 0 }),
  currency('KRW', 0, ['₩', '원']),
  currency('SAR', 2, ['﷼', 'SR']),
  currency('AED', 2, ['AED', 'د.إ']),
  currency('INR', 2, ['₹', 'Rs']),
  currency('AUD', 2, ['$', 'A$']),
  currency('CAD', 2, ['$', 'C$', 'CA$']),
  currency('NZD', 2, ['$', 'NZ$']),
  currency('CHF', 2, ['CHF', 'Fr']),
  currency('PLN', 2, ['zł'], { decimalSeparator: ',' }),
  currency('CZK', 2, ['Kč'], { decimalSeparator: ',' }),
  currency('HUF', 2, ['Ft'], { decimalSeparator: ',' }),
  currency('SEK', 2, ['kr'], { decimalSeparator: ',' }),
  currency('NOK', 2, ['kr'], { decimalSeparator: ',' }),
  currency('DKK', 2, ['kr'], { decimalSeparator: ',' }),
  currency('TRY', 2, ['₺'], { decimalSeparator: ',' }),
  currency('COP', 2, ['$'], { decimalSeparator: ',' }),
  currency('CLP', 0, ['$'], { decimalSeparator: ',' }),
  currency('PEN', 2, ['S/']),
  currency('ARS', 2, ['$'], { decimalSeparator: ',' }),
  currency('ZAR', 2, ['R']),
  currency('EGP', 2, ['E£']),
  currency('ILS', 2, ['₪']),
  currency('KHR', 2, ['៛']),
  currency('LAK', 2, ['₭']),
  currency('MMK', 2, ['K']),
  currency('KWD', 3, ['KD']),
  currency('BHD', 3, ['BD']),
  currency('QAR', 2, ['QR']),
]

/** Every currency by its ISO 4217 code. */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(LIST.map((each) => [each.code, each]))

/** The currency, or null when the code is not one we know. */
export function findCurrency(code: string): Currency | null {
  return CURRENCIES.get(code.trim().toUpperCase()) ?? null
}

/** Decimals that amounts of this code are kept in; two for a code we do not know. */
export function decimalsOf(code: string): number {
  return findCurrency(code)?.decimals ?? 2
}

/** Minor units in one major unit: 100 for USD, 1 for VND. */
export function minorUnits(currencyOfMoney: Currency): number {
  return 10 ** currencyOfMoney.decimals
}

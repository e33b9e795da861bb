/**
 * Addresses as carriers of a market want them on a parcel: at most three lines, from the street to the whole.
 */

/** What a file gives, each in its own cell; blank where it has none. */
export interface AddressParts {
  readonly house?: string
  readonly street?: string
  readonly more?: string
  /** Village, barangay, commune. */
  readonly quarter?: string
  /** District, municipality, kecamatan. */
  readonly district?: string
  /** City, regency, post town. */
  readonly city?: string
  /** Province, state, prefecture. */
  readonly province?: string
  /** Region of the Philippines. */
  readonly region?: string
  readonly zip?: string
}

type Line = (parts: Required<AddressParts>) => string

const street: Line = (a) => joined(', ', joined(' ', a.house, a.street), a.more)

/** Each market's second and third line. Whole names stay whole; what is blank leaves no comma behind. */
const LINES: Readonly<Record<string, readonly [Line, Line]>> = {
  US: [(a) => joined(', ', a.quarter, a.district), (a) => joined(', ', a.city, joined(' ', a.province, a.zip))],
  GB: [(a) => joined(', ', a.quarter, a.district), (a) => joined(', ', a.city, a.province, a.zip)],
  VN: [(a) => joined(', ', a.quarter, a.district), (a) => joined(', ', a.city, joined(' ', a.province, a.zip))],
  TH: [(a) => joined(', ', a.quarter, a.district), (a) => joined(' ', joined(', ', a.city, a.province), a.zip)],
  ID: [(a) => joined(', ', a.quarter, a.district), (a) => joined(' ', joined(', ', a.city, a.province), a.zip)],
  PH: [
    (a) => joined(', ', a.quarter, a.district, a.city),
    (a) => joined(' ', joined(', ', a.province, a.region), a.zip),
  ],
  MY: [(a) => joined(', ', a.quarter, a.district), (a) => joined(', ', joined(' ', a.zip, a.city), a.province)],
  SG: [(a) => joined(', ', a.quarter, a.district), (a) => joined(' ', a.city || 'Singapore', a.zip)],
  MX: [(a) => joined(', ', a.quarter, a.district), (a) => joined(', ', joined(' ', a.zip, a.city), a.province)],
  BR: [(a) => joined(', ', a.quarter, a.district), (a) => joined(' - ', joined(', ', a.city, a.province), a.zip)],
  DE: [(a) => joined(', ', a.quarter, a.district), (a) => joined(' ', a.zip, a.city)],
}
const CONTINENT = ['ES', 'FR', 'IT']

const BLANK: Required<AddressParts> = {
  house: '',
  street: '',
  more: '',
  quarter: '',
  district: '',
  city: '',
  province: '',
  region: '',
  zip: '',
}

/** At most three lines, none of them blank. */
export function addressLines(parts: AddressParts, market: string): readonly string[] {
  const all = { ...BLANK, ...parts }
  if (market === 'JP') {
    const place = joined('', all.province, all.city, all.district, all.quarter)
    return [all.zip === '' ? '' : `〒${all.zip}`, place, street(all)].filter((line) => line !== '')
  }
  const [second, third] = LINES[CONTINENT.includes(market) ? 'DE' : market] ?? LINES['GB'] ?? [() => '', () => '']
  return [street(all), second(all), third(all)].filter((line) => line !== '')
}

/**
 * An address that somebody typed, as at most three lines: its own line breaks where it has any, else its commas shared out
 * so that no line is much longer than the others.
 */
export function threeLines(address: string): readonly string[] {
  const own = partsOf(address, /\r\n|\r|\n/)
  if (own.length > 1) return own.length <= 3 ? own : [...own.slice(0, 2), own.slice(2).join(', ')]
  const parts = partsOf(address, /[,，;；]/)
  const separator = /[，；]/.test(address) ? '，' : ', '
  const third = Math.ceil(parts.join(separator).length / 3)
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last === undefined || (last.length >= third && lines.length < 3)) lines.push(part)
    else lines[lines.length - 1] = `${last}${separator}${part}`
  }
  return lines
}

function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator)
}

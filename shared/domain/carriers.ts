/**
 * Carriers: what they are called in sheets, and which of them a tracking number looks like.
 *
 * A number's form only ever suggests a carrier. Forms change, overlap and are mostly unpublished: no number is refused for
 * its form.
 */

import { wordKey } from './import-values/text'

interface Form {
  readonly carrier: string
  readonly market: string
  readonly pattern: RegExp
}

/** Forms as working importers know them; markets without one have no confirmed form. */
const FORMS: readonly Form[] = [
  { carrier: 'J&T Express', market: 'ID', pattern: /^J[TX]\d{10,14}$/ },
  { carrier: 'JNE', market: 'ID', pattern: /^(?:TG|JNE|CGK)[A-Z0-9]{6,16}$/ },
  { carrier: 'SiCepat', market: 'ID', pattern: /^\d{12}$/ },
  { carrier: 'AnterAja', market: 'ID', pattern: /^(?:TSA[A-Z0-9]{6,16}|\d{14})$/ },
  { carrier: 'TIKI', market: 'ID', pattern: /^TKP\d{10,13}$/ },
  { carrier: 'Ninja Van', market: 'ID', pattern: /^(?:NLIDAP|NV)[A-Z0-9]{6,16}$/ },
  { carrier: 'POS Indonesia', market: 'ID', pattern: /^(?:RR\d{9}ID|\d{13})$/ },
  { carrier: 'J&T Express', market: 'PH', pattern: /^\d{12}$/ },
  { carrier: 'Ninja Van', market: 'PH', pattern: /^NVP(?:H)?\d{9,10}$/ },
  { carrier: 'Flash Express', market: 'PH', pattern: /^P[A-Z0-9]{12}$/ },
  { carrier: 'SPX', market: 'PH', pattern: /^SPEPH[A-Z0-9]{6,16}$/ },
  { carrier: 'Flash Express', market: 'TH', pattern: /^TH[A-Z0-9]{8,16}$/ },
  { carrier: 'USPS', market: 'US', pattern: /^9[2-5]\d{18,24}$/ },
  { carrier: 'UPS', market: 'US', pattern: /^1Z[A-Z0-9]{16}$/ },
  { carrier: 'FedEx', market: 'US', pattern: /^(?:\d{12}|\d{15}|\d{20})$/ },
  { carrier: 'Amazon Logistics', market: 'US', pattern: /^TB[ACM]\d{12}$/ },
  { carrier: 'OnTrac', market: 'US', pattern: /^[CD]\d{14}$/ },
  { carrier: 'DHL eCommerce', market: 'US', pattern: /^GM[A-Z0-9]{10,20}$/ },
]
const J_AND_T = /^J(?:[A-Z]\d{10}|[A-Z]{2}\d{12})$/

/** The one carrier of a market whose numbers look like this, or null. */
export function suggestCarrier(tracking: string, market: string): string | null {
  const key = trackingKey(tracking)
  const fitting = new Set(
    FORMS.flatMap((form) => (form.market === market && form.pattern.test(key) ? [form.carrier] : [])),
  )
  if (fitting.size === 0 && J_AND_T.test(key)) return 'J&T Express'
  return fitting.size === 1 ? ([...fitting][0] ?? null) : null
}

/** A tracking number as numbers are compared: capitals and figures alone. */
export function trackingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-._/]/g, '')
}

/** As carriers are called in sheets, by `|`. */
const NAMES =
  'J&T Express|J&T|JT Express|JNT|J&T速递|极兔|极兔速递|JNE|SiCepat|AnterAja|TIKI|Ninja Van|NinjaVan|POS Indonesia|Flash Express|Flash|SPX|SPX Express|Shopee Express|' +
  'LEX|Lazada Logistics|GoGo Express|GoGo Xpress|Entrego|LBC|LBC Express|2GO|USPS|UPS|FedEx|LaserShip|OnTrac|Better Trucks|TForce|DHL|DHL eCommerce|DHL Express|' +
  'Amazon Logistics|AxleHire|Lone Star Overnight|Deliver-it|GLS|GLS US|Spee-Dee Delivery|Wizmo|Veho|Royal Mail|Evri|Hermes|Yodel|DPD|ParcelForce|InPost|' +
  'GHN|Giao Hàng Nhanh|GHTK|Giao Hàng Tiết Kiệm|Viettel Post|VNPost|BEST Express|BEST|Kerry|Kerry Express|KEX|Thailand Post|Pos Laju|Pos Malaysia|CityLink|City-Link|' +
  'Correios|Jadlog|Estafeta|Sagawa|Yamato|ヤマト運輸|佐川急便|日本郵便|顺丰|顺丰速运|SF|SF Express|中通|中通快递|ZTO|圆通|圆通速递|YTO|韵达|韵达快递|申通|申通快递|STO|京东|京东物流|EMS|邮政|云途|YunExpress|燕文|Yanwen|4PX|递四方|菜鸟|Cainiao'

const KNOWN: ReadonlySet<string> = new Set(NAMES.split('|').map(wordKey))

export function isCarrierName(text: string): boolean {
  return KNOWN.has(wordKey(text))
}

/**
 * Whether a script says that it is advertising, in words that the market takes for clear, and where it has to stand.
 *
 * A creator who earns a commission or got the sample for nothing is tied to the seller: that has to be said wherever rules are
 * known. TikTok's own switch is asked for everywhere beside it.
 */

import type { Reading } from './fold'
import { EUROPE } from './rule-words'
import { sourceOf } from './sources'
import { type Finder, finder, hitsOf, termsOf } from './terms'
import type { Finding, Level, PackLanguage, Ties, Words } from './types'

interface Labels {
  /** Put in where none is. */
  readonly label: string
  /** Taken for clear. */
  readonly clear: string
  /** Said to disclose, and not clear enough. */
  readonly vague: string
}

const LABELS: Readonly<Record<PackLanguage, Labels>> = {
  zh: {
    label: '#广告',
    clear:
      '#广告 / 广告合作 / 商业推广 / 商务合作 / 付费合作 / 付费推广 / 品牌合作 / 有偿推广 / 【广告】 / 含佣金 / 内含佣金 / 赚取佣金',
    vague: '#恰饭 / 恰饭 / #好物分享 / #种草 / 品牌送的 / 感谢品牌 / 品牌寄的 / #推广',
  },
  en: {
    label: '#ad',
    clear:
      '#ad / #ads / #advert / #advertisement / #sponsored / paid partnership / paid partnership with / sponsored by / this is an ad / this video is an ad / advertisement / #paidpartnership / i earn a commission / i earn commission / i may earn a commission / commission paid',
    vague:
      '#sp / #spon / #collab / #partner / #ambassador / #gifted / #affiliate / #pr / #thanks / gifted by / thanks to / in collaboration with / #tiktokshopaffiliate / #commissionsearned',
  },
  id: {
    label: '#iklan',
    clear:
      '#iklan / #ad / #sponsored / konten berbayar / kerja sama berbayar / kemitraan berbayar / iklan berbayar / video ini iklan / disponsori oleh / dapat komisi / mendapat komisi / #kerjasamaberbayar',
    vague:
      '#endorse / #endorsement / #collab / #racun / #racuntiktok / #affiliate / #spon / dikirimin sama / terima kasih kepada',
  },
  th: {
    label: '#โฆษณา',
    clear:
      '#โฆษณา / #ad / #sponsored / โฆษณา / ได้รับค่าตอบแทน / ได้รับการสนับสนุนจาก / สนับสนุนโดย / พาร์ทเนอร์แบบชำระเงิน / ได้ค่าคอมมิชชั่น / มีค่าคอมมิชชั่น',
    vague: '#รีวิว / #collab / #affiliate / #ของฟรี / ขอบคุณแบรนด์ / #ป้ายยา / #นายหน้า',
  },
  vi: {
    label: '#quangcao',
    clear:
      '#quangcao / #quảngcáo / #ad / #sponsored / quảng cáo / hợp tác trả phí / được tài trợ / nội dung tài trợ / hợp tác có trả phí / nhận hoa hồng / có hoa hồng',
    vague: '#review / #collab / #affiliate / #tiepthilienket / #pr / cảm ơn nhãn hàng / được tặng / #gifted',
  },
}

/** What a market asks for; every other: a warning by the platform's own rule. */
interface Asked {
  readonly level: Level
  readonly first: boolean
  readonly source: string
  readonly reason: Words
}

const PLATFORM: Asked = {
  level: 'warn',
  first: false,
  source: 'switch',
  reason: {
    en: 'Nothing says that this is advertising. The platform asks for its disclosure switch; say it in the text as well.',
    'zh-CN': '内容没有说明是广告。平台要求打开内容披露开关，文案里也应写明。',
  },
}
const IN_EUROPE: Asked = {
  level: 'stop',
  first: true,
  source: 'partner',
  reason: {
    en: 'The partner terms for UK and EU ask for the label before everything else.',
    'zh-CN': '英国和欧盟的合作条款要求广告标识放在最前面。',
  },
}
const ASKED: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries(EUROPE.map((market) => [market, IN_EUROPE])),
  US: {
    level: 'stop',
    first: false,
    source: 'ftc',
    reason: {
      en: 'A commission or a free sample has to be disclosed clearly, in the text itself; the switch alone may not do.',
      'zh-CN': '佣金或免费样品必须在内容里清楚披露；只打开平台开关可能不够。',
    },
  },
  JP: { ...PLATFORM, level: 'stop', source: 'japan' },
  VN: { ...PLATFORM, source: 'vietnam' },
}

interface Ready {
  readonly clear: Finder | null
  readonly vague: Finder | null
}
const ready = new Map<PackLanguage, Ready>()

function readyLabels(language: PackLanguage): Ready {
  const known = ready.get(language)
  if (known) return known
  const { clear, vague } = LABELS[language]
  const made = { clear: finder([termsOf(clear)]), vague: finder([termsOf(vague)]) }
  ready.set(language, made)
  return made
}

export interface DisclosureInput {
  readonly text: string
  readonly reading: Reading
  readonly packs: readonly PackLanguage[]
  readonly market: string | null
  readonly ties: Ties
}

/** At most one finding: the label is missing, is vague, or does not stand first. */
export function disclosureFindings({ text, reading, packs, market, ties }: DisclosureInput): Finding[] {
  const [language] = packs
  if (language === undefined || !(ties.commission || ties.gifted || ties.paid)) return []
  const asked = (market === null ? undefined : ASKED[market]) ?? PLATFORM
  const { label } = LABELS[language]
  const insertion = { start: 0, end: 0, text: '', safer: `${label} ` }
  const clear = first(reading, packs, 'clear')
  if (clear) {
    const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, clear.start))
    if (!asked.first || isFirst) return []
    return [made(insertion, 'disclosure.first', 'warn', asked, market, language, asked.reason)]
  }
  const vague = first(reading, packs, 'vague')
  if (vague) {
    const written = text.slice(vague.start, vague.end)
    const place = { ...vague, text: written, safer: asked.first ? null : label }
    return [made(place, 'disclosure.vague', asked.level, asked, market, language, vagueReason(written, label))]
  }
  return [made(insertion, 'disclosure.missing', asked.level, asked, market, language, withTies(asked.reason, ties))]
}

function first(
  reading: Reading,
  packs: readonly PackLanguage[],
  kind: keyof Ready,
): { start: number; end: number } | null {
  const hits = packs.flatMap((language) => {
    const terms = readyLabels(language)[kind]
    const hit = terms === null ? null : hitsOf(terms, reading.text).next().value
    return hit ? [{ start: reading.from[hit.start] ?? 0, end: reading.to[hit.end - 1] ?? 0 }] : []
  })
  return hits.toSorted((a, b) => a.start - b.start)[0] ?? null
}

function made(
  place: Pick<Finding, 'start' | 'end' | 'text' | 'safer'>,
  rule: string,
  level: Level,
  asked: Asked,
  market: string | null,
  language: string,
  reason: Words,
): Finding {
  const markets = market === null || asked === PLATFORM ? [] : [market]
  return {
    ...place,
    rule,
    theme: 'disclosure',
    level,
    markets,
    reason,
    source: sourceOf(asked.source),
    language,
    also: [],
  }
}

function vagueReason(written: string, label: string): Words {
  return {
    en: `"${written}" does not say clearly that this is advertising; "${label}" does.`,
    'zh-CN': `“${written}”没有清楚说明是广告，请用“${label}”。`,
  }
}

function withTies(reason: Words, { gifted, paid }: Ties): Words {
  if (!gifted && !paid) return reason
  const [en, zh] = paid ? ['It is paid for.', '本条为付费合作。'] : ['The sample was free.', '样品是免费寄送的。']
  return { en: `${reason.en} ${en}`, 'zh-CN': `${reason['zh-CN']}${zh}` }
}

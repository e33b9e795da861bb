/** Where the rules were read: policy pages of TikTok Shop, laws, an industry article. State of November 2026. */

import type { Source } from './types'

const page = (title: string, date: string | null = null): Source => ({ title, date, verify: false })
const check = (title: string, date: string | null = null): Source => ({ title, date, verify: true })

export const SOURCES: Readonly<Record<string, Source>> = {
  absolutes: page('TikTok Shop seller university ID, essay 4843034870187792 (absolute claims)'),
  misleading: page('TikTok Shop seller university ID, essay 7753797661492993 (misleading content)', '2025-12-12'),
  misleadingTh: page('TikTok Shop seller university TH, essay 4881274146408193 (misleading content)'),
  price: page('TikTok Shop seller university TH, essay 1637871032354577 (price in content)'),
  beauty: page('TikTok Shop seller university, essay 6837792713967361 (beauty products)'),
  weight: page('TikTok Shop seller university, essay 1249161236530960 (weight management)'),
  misleadingUs: page('TikTok Shop seller university US, essay 4581457528194817 (misleading content)'),
  healthUs: page('TikTok Shop seller university US, essay 4545471832983342 (health claims)'),
  listings: page('TikTok Shop seller university, essay 4924400659187458 (medicinal and acne claims)'),
  partner: page('TikTok Shop Partner Center terms for campaigns, schedule 1 (UK, EU)'),
  switch: page('TikTok Help Center, content disclosure setting (support.tiktok.com, ads.tiktok.com)'),
  ftc: page('US FTC, 16 CFR Part 255, endorsements and testimonials', '2023-07-26'),
  article: check('Industry article on TikTok Shop agencies: 最便宜, 绝对有效'),
  trade: check('Usual practice of the trade, derived from the policy pages'),
  japan: check('Japan CAA, notice on stealth marketing', '2023-10-01'),
  vietnam: check('Vietnam, Law on Advertising as amended (75/2025/QH15), in force', '2026-01-01'),
  sheet: page('Claim sheet of the product'),
  own: page('Own rule of the agency'),
  app: page('Starboard'),
}

export function sourceOf(key: string): Source {
  return SOURCES[key] ?? { title: key, date: null, verify: true }
}

/** A brief as it is read by a creator: headings and texts in one language, or in both beneath each other. */

import { type BriefBody, type BriefLanguage, type BriefSection, BRIEF_SECTIONS, sectionText } from './briefs'

export interface BriefFacts {
  readonly title: string
  readonly shop: string
  readonly campaign: string | null
  readonly contentForm: string | null
  readonly slots: number | null
  readonly deadline: string | null
  /** How the version is called, and the day it was written. */
  readonly version: string
  readonly day: string
  /** Names of the products, or their numbers where nobody named them. */
  readonly products: readonly string[]
}

export interface BriefSheet {
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly sections: readonly { readonly heading: string; readonly texts: readonly string[] }[]
  readonly foot: string
}

const EN = {
  brief: 'Brief',
  shop: 'Shop',
  campaign: 'Campaign',
  contentForm: 'Content',
  video: 'Video',
  live: 'LIVE',
  videoAndLive: 'Video and LIVE',
  slots: 'Slots',
  deadline: 'Post by',
  products: 'Products',
  audience: 'For whom',
  deliverables: 'What to deliver',
  claims: 'What you may say',
  hooks: 'Hooks for the first seconds',
  shots: 'Shots to have',
  dos: 'Do',
  donts: 'Do not',
  disclosure: 'Disclosure',
  links: 'Links and hashtags',
  foot: 'Version {version} of {day}. Only the newest version holds.',
} as const

const ZH: Readonly<Record<keyof typeof EN, string>> = {
  brief: '创作需求单',
  shop: '店铺',
  campaign: '推广计划',
  contentForm: '内容形式',
  video: '短视频',
  live: '直播',
  videoAndLive: '短视频和直播',
  slots: '名额',
  deadline: '最晚发布',
  products: '商品',
  audience: '目标人群',
  deliverables: '交付内容',
  claims: '可以说的卖点',
  hooks: '开头钩子',
  shots: '必拍镜头',
  dos: '请这样做',
  donts: '请不要',
  disclosure: '合作声明',
  links: '链接与话题',
  foot: '第 {version} 版，{day}。以最新版为准。',
}

const WORDS = { en: EN, 'zh-CN': ZH } as const

/** The sheet in these languages, the first one leading. A text that only one language has is there once. */
export function briefSheet(facts: BriefFacts, body: BriefBody, languages: readonly BriefLanguage[]): BriefSheet {
  const word = (key: keyof typeof EN) => [...new Set(languages.map((language) => WORDS[language][key]))].join(' / ')
  const form = FORMS.find((known) => known === facts.contentForm)
  const lines: readonly (readonly [keyof typeof EN, string | null])[] = [
    ['shop', facts.shop],
    ['campaign', facts.campaign],
    ['contentForm', form ? word(form) : facts.contentForm],
    ['slots', facts.slots === null ? null : String(facts.slots)],
    ['deadline', facts.deadline],
    ['products', facts.products.join('\n')],
  ]
  return {
    title: `${word('brief')}: ${facts.title}`,
    facts: lines.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name: word(name), value }])),
    sections: BRIEF_SECTIONS.flatMap((section) => {
      const texts = textsOf(body, section, languages)
      return texts.length === 0 ? [] : [{ heading: word(section), texts }]
    }),
    foot: languages
      .map((language) => WORDS[language].foot.replace('{version}', facts.version).replace('{day}', facts.day))
      .join(' '),
  }
}

const FORMS = ['video', 'live', 'videoAndLive'] as const

function textsOf(body: BriefBody, section: BriefSection, languages: readonly BriefLanguage[]): readonly string[] {
  const texts = languages.map((language) => sectionText(body, section, language))
  return [...new Set(texts)].filter((text) => text !== '')
}

/** The language that is on: chosen by the person, else the computer's; changes at once everywhere. */

import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

import { type Language, languageOf } from '../format/language'
import { EN, ZH } from './catalogues'

export type CatalogueName = keyof typeof EN
/** The texts of a catalogue, for a function that is given them. */
export type Text<N extends CatalogueName> = ReturnType<typeof useText<N>>

const REMEMBERED = 'starboard.language'

/** Call once, before the first render. */
export function startLanguage(): void {
  void i18next.use(initReactI18next).init({
    resources: { en: EN, 'zh-CN': ZH },
    lng: languageOf(localStorage.getItem(REMEMBERED) ?? navigator.language),
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = i18next.language
}

export function setLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language)
}

/** The texts of one catalogue in the language that is on. */
export function useText<N extends CatalogueName>(namespace: N) {
  return useTranslation(namespace).t
}

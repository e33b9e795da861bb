/** The two languages of the window; every formatter and every catalogue takes one of them. */

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Chinese for any Chinese locale, else English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** `Intl` formatters are dear to make: one is kept per language and options. */
export function keptFormat<F>(make: (language: Language, key: string) => F): (language: Language, key: string) => F {
  const kept = new Map<string, F>()
  return (language, key) => {
    const name = `${language} ${key}`
    const found = kept.get(name)
    if (found !== undefined) {
      return found
    }
    const made = make(language, key)
    kept.set(name, made)
    return made
  }
}

/** A language by its code, in the language of the window: `Spanish`; what is no code stays as it is. */
export function languageText(code: string, language: Language): string {
  try {
    return names(language, '').of(code) ?? code
  } catch {
    return code
  }
}

const names = keptFormat((language) => new Intl.DisplayNames(language, { type: 'language' }))

/**
 * How well a typed text fits a name: letters in order, the closer together and the nearer to the beginning of words the
 * better. Case, accents and blanks do not matter; Chinese is matched sign by sign.
 */

/** 0 is no match; otherwise more is better. */
export function fit(typed: string, name: string): number {
  const wanted = Array.from(fold(typed).replaceAll(' ', ''))
  const signs = Array.from(fold(name))
  if (wanted.length === 0) {
    return 1
  }
  const whole = signs.join('').indexOf(fold(typed).trim())
  if (whole >= 0) {
    return (
      1000 - Math.min(whole, 400) - Math.min(signs.length, 100) + (whole === 0 || signs[whole - 1] === ' ' ? 200 : 0)
    )
  }
  return scattered(wanted, signs)
}

/** The best fit among several names of one thing, as its Chinese and its English title. */
export function bestFit(typed: string, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => fit(typed, name)))
}

function scattered(wanted: readonly string[], signs: readonly string[]): number {
  let score = 300
  let at = -1
  for (const sign of wanted) {
    const next = signs.indexOf(sign, at + 1)
    if (next < 0) {
      return 0
    }
    const startsWord = next === 0 || /[\s·/,.()-]/.test(signs[next - 1] ?? '')
    score += startsWord ? 12 : 0
    score -= at < 0 ? next : (next - at - 1) * 3
    at = next
  }
  return Math.max(1, score)
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

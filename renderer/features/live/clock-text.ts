/** Times of day as people type them: `19:30`, `7:05`, `１９：３０`. */

/** Minutes after midnight; null where the text is no time. */
export function clockMinutes(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text.normalize('NFKC').trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour < 24 && minute < 60 ? hour * 60 + minute : null
}

export function minutesClock(minutes: number): string {
  const of = minutes % 1440
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
}

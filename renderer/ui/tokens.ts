/**
 * Every colour, size and font of the window, for light and dark: the only file where such values are written.
 *
 * Dark is designed, not inverted. Contrast of text is at least AA (4.5) on every ground it is used on; a test holds that.
 */

export interface Tokens {
  /** Grounds, from the frame to what floats above the page. */
  readonly frame: string
  readonly page: string
  readonly raised: string
  readonly hover: string
  readonly selected: string
  readonly hairline: string
  readonly edge: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly onAccent: string
  readonly accentFill: string
  readonly good: string
  readonly goodGround: string
  readonly watch: string
  readonly watchGround: string
  readonly bad: string
  readonly badGround: string
  readonly held: string
  readonly heldGround: string
  readonly shadow: string
}

export const LIGHT: Tokens = {
  frame: '#f3f4f6',
  page: '#ffffff',
  raised: '#ffffff',
  hover: '#f5f6f8',
  selected: '#e3ebfb',
  hairline: '#e4e7eb',
  edge: '#c2c8d0',
  text: '#1b1f24',
  muted: '#57606a',
  accent: '#2a55c5',
  onAccent: '#ffffff',
  accentFill: '#2a55c5',
  good: '#14693f',
  goodGround: '#e2f3e9',
  watch: '#7d4e00',
  watchGround: '#fbefd5',
  bad: '#b3232a',
  badGround: '#fce6e6',
  held: '#5f43a8',
  heldGround: '#eeeafa',
  shadow: '0 8px 28px rgb(15 20 30 / 14%), 0 1px 3px rgb(15 20 30 / 10%)',
}

export const DARK: Tokens = {
  frame: '#111316',
  page: '#181a1e',
  raised: '#202328',
  hover: '#1f2227',
  selected: '#25314d',
  hairline: '#2b2f36',
  edge: '#474d57',
  text: '#e3e6ea',
  muted: '#a3abb6',
  accent: '#8fadf6',
  onAccent: '#ffffff',
  accentFill: '#3a64d0',
  good: '#63c796',
  goodGround: '#16301f',
  watch: '#e3ad56',
  watchGround: '#352812',
  bad: '#f28b88',
  badGround: '#3d1d1e',
  held: '#b9a5f3',
  heldGround: '#292140',
  shadow: '0 10px 32px rgb(0 0 0 / 55%), 0 1px 3px rgb(0 0 0 / 40%)',
}

/** Eight chart colours, light and dark by turns so that neighbours differ without hue; the same thing keeps its place on every screen. */
export const CHART_LIGHT = [
  '#2a55c5',
  '#e0912f',
  '#0f6e5c',
  '#6aa5dd',
  '#a83472',
  '#b39ae6',
  '#6e5227',
  '#939ca8',
] as const
export const CHART_DARK = [
  '#7f9ff3',
  '#f0b05c',
  '#2fa085',
  '#b4d6f5',
  '#d0609c',
  '#cbbbf7',
  '#a3854f',
  '#a3abb6',
] as const

/** Sizes in CSS pixels. Two sizes in data and one for titles. */
export const SIZES = {
  row: 32,
  rowCompact: 28,
  card: 84,
  column: 208,
  small: 12,
  data: 13,
  title: 16,
  rail: 176,
  railClosed: 52,
  topBar: 44,
  drawer: 420,
} as const

export const FONT =
  '"Inter", "Segoe UI Variable", "Segoe UI", -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif'
export const FONT_MONO = 'ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "DejaVu Sans Mono", monospace'

/** `--sb-…` variables of one scheme. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [
      `--sb-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  )
}

/** The hue of a shop as a line or dot: strong enough on both grounds. */
export function shopColour(hue: number, dark: boolean): string {
  return `hsl(${hue} ${dark ? '62% 58%' : '68% 44%'})`
}

/** The tokens as charts use them. The same thing keeps its place in the palette on every screen. */

import { CHART_DARK, CHART_LIGHT, DARK, FONT, LIGHT, SIZES } from '../ui/tokens'

export interface ChartLook {
  readonly palette: readonly string[]
  readonly text: string
  readonly muted: string
  readonly hairline: string
  readonly ground: string
  readonly raised: string
  readonly bad: string
}

export function chartLook(dark: boolean): ChartLook {
  const tokens = dark ? DARK : LIGHT
  return {
    palette: dark ? CHART_DARK : CHART_LIGHT,
    text: tokens.text,
    muted: tokens.muted,
    hairline: tokens.hairline,
    ground: tokens.page,
    raised: tokens.raised,
    bad: tokens.bad,
  }
}

/** What every chart begins with: fonts, quiet axes, a tooltip drawn on the canvas (the page allows no HTML from data). */
export function baseOption(look: ChartLook) {
  return {
    color: [...look.palette],
    backgroundColor: 'transparent',
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: SIZES.small, color: look.text },
    grid: {
      left: 8,
      right: 12,
      top: 20,
      bottom: 4,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    tooltip: {
      renderMode: 'richText' as const,
      confine: true,
      transitionDuration: 0,
      backgroundColor: look.raised,
      borderColor: look.hairline,
      textStyle: { color: look.text, fontSize: SIZES.small, fontFamily: FONT },
    },
  }
}

export function categoryAxis(look: ChartLook, labels: readonly string[], everyLabel: boolean) {
  return {
    type: 'category' as const,
    data: [...labels],
    axisLine: { lineStyle: { color: look.hairline } },
    axisTick: { show: false },
    axisLabel: everyLabel
      ? { color: look.muted, fontSize: SIZES.small, interval: 0, overflow: 'break' as const, width: 76 }
      : { color: look.muted, fontSize: SIZES.small, hideOverlap: true },
  }
}

export function valueAxis(look: ChartLook, format: (value: number) => string) {
  return {
    type: 'value' as const,
    splitLine: { lineStyle: { color: look.hairline } },
    axisLabel: { color: look.muted, fontSize: SIZES.small, formatter: format },
  }
}

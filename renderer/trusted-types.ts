/**
 * Refuses to turn strings into HTML anywhere in the window. Import it before anything else.
 *
 * A string without `<` makes no element, so it is let through: ECharts clears its container with '', Mantine fills its
 * style elements with CSS. Chart tooltips must use `renderMode: 'richText'`, which draws on the canvas.
 */

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): void }
  }
}

window.trustedTypes?.createPolicy('default', {
  createHTML(html) {
    if (html.includes('<')) throw new TypeError('This window builds no HTML from strings')
    return html
  },
})

export {}

/** The mark that styles made by scripts must carry; the page's policy refuses all others. New with every load. */

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

/** For `<MantineProvider getStyleNonce={styleNonce}>`. */
export function styleNonce(): string {
  return nonce
}

// Where the packages under Mantine's dialogs look for it.
Object.assign(globalThis, { __webpack_nonce__: nonce })

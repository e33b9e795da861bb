/** The few globals that every place this code runs in has. Nothing else of the browser or of Node may be used in `shared`. */
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
}

declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean; readonly ignoreBOM: boolean })
  decode(bytes: Uint8Array): string
}

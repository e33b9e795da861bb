import 'i18next'
import type { EN } from './catalogues'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof EN
  }
}

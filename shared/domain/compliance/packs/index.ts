/** The packs, by language. */

import type { Pack, PackLanguage } from '../types'
import { EN } from './en'
import { ID } from './id'
import { TH } from './th'
import { VI } from './vi'
import { ZH } from './zh'

export const PACKS: Readonly<Record<PackLanguage, Pack>> = { zh: ZH, en: EN, id: ID, th: TH, vi: VI }

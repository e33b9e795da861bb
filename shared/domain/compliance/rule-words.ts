/** What several rules share. */

import type { Words } from './types'

export const why = (en: string, zh: string): Words => ({ en, 'zh-CN': zh })

/** Markets of the partner terms' schedule 1. */
export const EUROPE = ['GB', 'IE', 'DE', 'FR', 'IT', 'ES'] as const
export const IN_EUROPE = { GB: 'stop', IE: 'stop', DE: 'stop', FR: 'stop', IT: 'stop', ES: 'stop' } as const

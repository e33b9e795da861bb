/**
 * The rules that every pack has words for: what each is about, how grave, where, for what, and why.
 *
 * Data, not code: what a phrase is taken for stands in the packs, where a rule was read in `sources.ts`. People switch rules
 * off, change them and add their own.
 */

import { EFFECT_RULES } from './rules-effects'
import { SELLING_RULES } from './rules-selling'
import type { Rule } from './types'

export const RULES: Readonly<Record<string, Rule>> = { ...EFFECT_RULES, ...SELLING_RULES }

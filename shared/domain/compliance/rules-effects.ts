/** Rules about what a product is and does: superlatives, guarantees, results, health, weight, beauty. */

import { EUROPE, why } from './rule-words'
import type { Rule } from './types'

const BODY = ['beauty', 'health', 'food', 'children'] as const

export const EFFECT_RULES = {
  'absolute.cheapest': {
    theme: 'absolute',
    level: 'stop',
    source: 'absolutes',
    reason: why(
      '"Cheapest" and the like are absolute claims: not allowed unless proven against every other seller.',
      '“最便宜”一类属于绝对化用语：除非能证明比所有卖家都低，否则平台不允许。',
    ),
  },
  'absolute.best': {
    theme: 'absolute',
    level: 'stop',
    source: 'absolutes',
    reason: why(
      'A superlative about the product ("the best", "No. 1") is an absolute claim and needs proof.',
      '对产品用最高级（“最好”“第一”）属于绝对化用语，需要有证明。',
    ),
  },
  'absolute.selling': {
    theme: 'absolute',
    level: 'stop',
    source: 'absolutes',
    reason: why(
      '"Top selling" is named by the platform as an absolute claim; say the sales figure with its date instead.',
      '“销量第一”被平台列为绝对化用语；请改说有日期的真实销量。',
    ),
  },
  'absolute.rank': {
    theme: 'absolute',
    level: 'stop',
    source: 'absolutes',
    reason: why(
      'World-class, national-level, one of a kind: a rank that no authority gave.',
      '国家级、世界级、顶级、独一无二：没有权威机构授予的等级说法。',
    ),
  },
  'absolute.hundred': {
    theme: 'absolute',
    level: 'stop',
    source: 'absolutes',
    reason: why(
      '"100 %" promises that no exception exists ("100% organic" is the platform\'s own example); it needs a certificate.',
      '“100%”等于承诺毫无例外（“100%有机”是平台自己的例子），需要证书。',
    ),
  },
  'absolute.effective': {
    theme: 'absolute',
    level: 'stop',
    source: 'article',
    reason: why(
      'Nothing works for everybody without exception: an exaggerated, unprovable result.',
      '没有对人人都必然有效的产品：属于夸大、无法证明的效果。',
    ),
  },
  'guarantee.result': {
    theme: 'guarantee',
    level: 'stop',
    source: 'misleading',
    reason: why(
      'A guaranteed result cannot be kept for everybody; the partner terms for UK and EU forbid the word outright.',
      '无法对所有人兑现的效果保证；英国和欧盟的合作条款直接禁止“保证”一词。',
    ),
  },
  'guarantee.word': {
    theme: 'guarantee',
    level: 'warn',
    markets: EUROPE,
    source: 'partner',
    reason: why(
      'The partner terms for UK and EU ask to leave out "guarantee".',
      '英国和欧盟的合作条款要求不使用“保证”字样。',
    ),
  },
  'guarantee.safe': {
    theme: 'guarantee',
    level: 'stop',
    source: 'misleading',
    reason: why(
      '"No side effects" or "zero risk" is an absolute promise of safety that nobody can prove.',
      '“无副作用”“零风险”是无法证明的绝对安全承诺。',
    ),
  },
  'result.instant': {
    theme: 'result',
    level: 'stop',
    source: 'misleadingTh',
    reason: why(
      'Instant results are named as misleading unless proven.',
      '“立即见效”一类的即时效果被列为误导内容，除非有证明。',
    ),
  },
  'result.permanent': {
    theme: 'result',
    level: 'stop',
    source: 'misleadingTh',
    reason: why('A result that is said to last for ever is exaggerated.', '“永久”有效属于夸大效果。'),
  },
  'result.days': {
    theme: 'result',
    level: 'warn',
    categories: BODY,
    source: 'misleadingUs',
    disclaimed: ['US'],
    reason: why(
      'A result with a time needs a proof; in the US also a disclaimer ("results may vary").',
      '写明几天见效需要证明；美国还需要免责说明（“效果因人而异”）。',
    ),
  },
  'result.miracle': {
    theme: 'result',
    level: 'stop',
    source: 'misleading',
    reason: why('Miracles are exaggerated results.', '“奇迹”“神效”属于夸大效果。'),
  },
  'result.beforeAfter': {
    theme: 'result',
    level: 'stop',
    levels: { US: 'warn' },
    source: 'weight',
    disclaimed: ['US'],
    reason: why(
      'Before-and-after is not shown for bodies and weight; in the US only with a disclaimer (essay 4581457528194817).',
      '身体和体重类不得做前后对比；美国须附免责说明（essay 4581457528194817）。',
    ),
  },
  'medical.cure': {
    theme: 'medical',
    level: 'stop',
    source: 'healthUs',
    reason: why(
      'Only medicine may be said to cure, treat or prevent; such claims are not allowed for goods in the shop.',
      '只有药品才能说治疗、治愈、预防；商品不得有此类宣传。',
    ),
  },
  'medical.disease': {
    theme: 'medical',
    level: 'stop',
    source: 'listings',
    reason: why(
      'A disease or acne named as what the product acts on makes a medicinal claim of it.',
      '把疾病或痘痘说成产品的作用对象，属于医疗宣传。',
    ),
  },
  'medical.function': {
    theme: 'medical',
    level: 'warn',
    source: 'healthUs',
    reason: why(
      'An effect on the body (immunity, detox, sleep, pain, hormones) is a health claim: only where the market allows it, and with proof.',
      '对身体机能（免疫、排毒、睡眠、疼痛、激素）的作用属于保健宣传：须所在市场允许并有证明。',
    ),
  },
  'weight.lose': {
    theme: 'weight',
    level: 'stop',
    source: 'weight',
    reason: why(
      'Slimming products and promises of weight lost or gained are not allowed.',
      '平台不允许减肥产品以及增重、减重的承诺。',
    ),
  },
  'beauty.effect': {
    theme: 'beauty',
    level: 'warn',
    categories: ['beauty', 'health'],
    source: 'beauty',
    reason: why(
      'Make-up and care may be said to conceal, cover, blur: temporary effects. A change of the skin itself needs proof.',
      '彩妆和护肤只宜说遮盖、修饰、柔焦等暂时效果；说改变皮肤本身需要证明。',
    ),
  },
} as const satisfies Readonly<Record<string, Rule>>

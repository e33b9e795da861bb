/** Rules about how it is sold: prices, platforms, pressure, gifts, proof, environment, goods, children, rivals. */

import { EUROPE, IN_EUROPE, why } from './rule-words'
import type { Rule } from './types'

export const SELLING_RULES = {
  'price.compare': {
    theme: 'price',
    level: 'stop',
    source: 'price',
    reason: why('Prices are not compared with other sellers or platforms.', '不得与其他卖家或平台比价。'),
  },
  'price.lowest': {
    theme: 'price',
    level: 'stop',
    source: 'price',
    reason: why(
      '"Lowest price" cannot be proven and is a comparison with every other seller.',
      '“最低价”无法证明，等于与所有卖家比价。',
    ),
  },
  'price.reference': {
    theme: 'price',
    level: 'warn',
    markets: EUROPE,
    source: 'partner',
    reason: why(
      'A crossed-out price in UK and EU has to be the lowest of the 30 days before.',
      '英国和欧盟的划线价必须是此前30天内的最低价。',
    ),
  },
  'platform.other': {
    theme: 'platform',
    level: 'warn',
    negated: 'same',
    source: 'price',
    reason: why(
      'Other platforms are not named: it is read as a comparison or as leading buyers away.',
      '不宜提及其他平台：会被视为比较或引流。',
    ),
  },
  'platform.offsite': {
    theme: 'platform',
    level: 'stop',
    source: 'trade',
    reason: why('Leading buyers to a chat or shop outside of the platform.', '把买家引到平台之外的聊天或店铺。'),
  },
  'scarcity.false': {
    theme: 'scarcity',
    level: 'warn',
    levels: IN_EUROPE,
    source: 'partner',
    reason: why(
      'Pressure by time or stock only where it is true on the day of publishing; false scarcity is forbidden.',
      '只有发布当天属实才能用限时限量催单；虚假稀缺被禁止。',
    ),
  },
  'free.giveaway': {
    theme: 'free',
    level: 'warn',
    source: 'misleading',
    reason: why(
      'A giveaway or free item has to be real, with its conditions said; false giveaways are forbidden.',
      '赠送、免费必须真实并说明条件；虚假赠送被禁止。',
    ),
  },
  'proof.official': {
    theme: 'proof',
    level: 'stop',
    source: 'misleading',
    reason: why(
      'An approval by an authority that the product may not have: false certificates are forbidden.',
      '产品未必具备的官方认证：虚假证书被禁止。',
    ),
  },
  'proof.clinical': {
    theme: 'proof',
    level: 'warn',
    source: 'misleading',
    reason: why(
      'Doctors, studies and tests are proof only with the document at hand.',
      '医生、研究、检测的说法必须手里有文件。',
    ),
  },
  'proof.award': {
    theme: 'proof',
    level: 'warn',
    source: 'misleading',
    reason: why(
      'Awards and patents only with the document; false awards are forbidden.',
      '奖项和专利须有文件；虚假奖项被禁止。',
    ),
  },
  'green.claim': {
    theme: 'green',
    level: 'hint',
    levels: IN_EUROPE,
    source: 'partner',
    reason: why(
      'General environmental claims need proof; the partner terms for UK and EU forbid them without.',
      '笼统的环保说法需要证明；英国和欧盟条款禁止无证明的环保宣传。',
    ),
  },
  'goods.prohibited': {
    theme: 'goods',
    level: 'stop',
    source: 'partner',
    reason: why(
      'Prescription medicine, alcohol, tobacco, drugs, weapons and gambling are not promoted.',
      '处方药、酒精、烟草、毒品、武器、赌博不得推广。',
    ),
  },
  'children.aim': {
    theme: 'children',
    level: 'warn',
    levels: IN_EUROPE,
    source: 'partner',
    reason: why(
      'Advertising does not call on people under 18 to buy or to ask their parents.',
      '广告不得怂恿未成年人购买或让父母购买。',
    ),
  },
  'children.growth': {
    theme: 'children',
    level: 'stop',
    source: 'healthUs',
    reason: why(
      'Growth or intelligence of children as an effect is a health claim without proof.',
      '让孩子长高、变聪明属于没有证明的保健宣传。',
    ),
  },
  'rivals.disparage': {
    theme: 'rivals',
    level: 'stop',
    source: 'misleading',
    reason: why('Comparisons that make other brands look bad are forbidden.', '贬低其他品牌的比较被禁止。'),
  },
  'rivals.copy': {
    theme: 'rivals',
    level: 'warn',
    source: 'misleading',
    reason: why(
      "Being like a known brand: comparison, and brand and origin have to be the product's own.",
      '借用知名品牌比较；品牌和产地必须真实。',
    ),
  },
} as const satisfies Readonly<Record<string, Rule>>

/** Clauses about what is posted: disclosure, claims, rights, how long it stays, exclusivity, and when nothing is posted. */

import { type Clause, clause } from './clause'

export const CONTENT: readonly Clause[] = [
  clause(
    'disclosure',
    'disclosure',
    'high',
    [
      '广告标识',
      '乙方发布的每条内容均须开启平台的商业内容披露开关，并在文案显著位置标注 {{disclosureTag}} 或当地法规要求的标识。',
      '乙方未按要求标识导致内容下架、账号处罚或罚款的，由乙方承担；甲方要求不标识的，由甲方承担。',
    ],
    [
      'Disclosure as advertising',
      'For each post Party B switches on the platform’s disclosure of commercial content and puts {{disclosureTag}}, or what the law of the place asks for, where viewers see it at once.',
      'If content is taken down, the account is sanctioned or a fine is due because Party B did not disclose, Party B bears it; if Party A asked for it not to be disclosed, Party A does.',
    ],
  ),
  clause(
    'claims',
    'disclosure',
    'high',
    [
      '宣传用语',
      '乙方只使用甲方书面确认的功效、成分、价格与认证表述，不作医疗、绝对化或与竞品贬低比较的宣传，不展示虚假的使用效果。',
      '甲方保证其提供的商品资料真实，并在乙方要求时提供证明文件；因资料不实造成的责任由甲方承担。',
    ],
    [
      'What may be said',
      'About effects, ingredients, prices and certificates Party B says only what Party A has confirmed in writing. Party B makes no medical or absolute claims, does not run down competitors and shows no faked results.',
      'Party A warrants that what it says of the product is true and provides proof when asked; Party A answers for what is not.',
    ],
  ),
  clause(
    'keepOnline',
    'rights',
    'medium',
    [
      '内容保留',
      '内容发布后，乙方应保持公开可见至少 {{keepDays}}，期间不得删除、隐藏、设为私密或移除商品链接。',
      '平台处罚或权利人投诉导致下架的，乙方应在 24 小时内通知甲方，并在 {{cureDays}} 内修改后重新发布。',
    ],
    [
      'Keeping posts online',
      'Party B keeps each post public for at least {{keepDays}} and in this time neither deletes, hides nor restricts it, nor takes the product link away.',
      'If the platform or somebody’s complaint takes a post down, Party B tells Party A within 24 hours and posts a corrected one within {{cureDays}}.',
    ],
  ),
  clause(
    'rights',
    'rights',
    'high',
    [
      '内容权利与使用授权',
      '内容的著作权归乙方所有。乙方授权甲方及店铺“{{shop}}”自内容发布之日起 {{usageDays}} 内，在商品详情页、店铺账号、社交媒体和广告中免费使用、剪辑和翻译内容，包括乙方的肖像、声音和账号名称。',
      '授权期满后，甲方停止新的使用；已经投放的社交媒体发文无须撤回。未经乙方书面同意，不得将乙方肖像用于其他商品，也不得用于训练或生成虚拟人像。',
      '乙方保证内容为其原创，所用音乐、图片、字体均可用于商业用途。',
    ],
    [
      'Rights and use of the content',
      'The copyright stays with Party B. For {{usageDays}} from posting Party B allows Party A and the shop “{{shop}}” to use, cut and translate the content, with Party B’s likeness, voice and account name, on product pages, shop accounts, social media and in advertisements, without further pay.',
      'Afterwards Party A does not use it anew; posts that are already on social media need not be taken back. Party B’s likeness is not used for other products, nor to train or make a digital double, without Party B’s written consent.',
      'Party B warrants that the content is their own and that music, pictures and fonts in it may be used commercially.',
    ],
  ),
  clause(
    'adCodes',
    'rights',
    'medium',
    [
      '广告授权码',
      '应甲方要求，乙方在 48 小时内提供视频的广告授权码，有效期不少于 {{usageDays}}。授权码仅用于推广本合同的商品，广告费用由甲方承担。',
    ],
    [
      'Advertising codes',
      'When Party A asks for it, Party B gives the advertising code of a video within 48 hours, valid for at least {{usageDays}}. It is used for the products of this contract only; Party A pays for the advertising.',
    ],
  ),
  clause(
    'exclusivity',
    'exclusivity',
    'high',
    [
      '排他',
      '自 {{fromDay}} 至 {{exclusiveUntil}}，乙方不得为下列类目或品牌发布推广内容或直播带货：{{exclusive}}。',
      '签约前已经约定并书面告知甲方的合作不受影响。违反本条的，甲方可以要求删除冲突内容，并要求返还相应期间的合作费用。',
    ],
    [
      'Exclusivity',
      'From {{fromDay}} to {{exclusiveUntil}} Party B neither posts nor sells LIVE for the following categories or brands: {{exclusive}}.',
      'Work that was agreed before and that Party A was told of in writing is not affected. If Party B breaks this clause, Party A may ask for the conflicting content to be deleted and for the fee of that time back.',
    ],
  ),
  clause(
    'noPostSample',
    'noPost',
    'high',
    [
      '逾期未发布（样品合作）',
      '乙方未在约定期限内发布的，甲方可书面催告；催告后 {{cureDays}} 内仍未发布的，乙方应在 {{cureDays}} 内自费退回完好样品，不能退回的，按样品价值 {{sampleValue}} 支付。',
      '生病、灾害或账号被平台错误限制等不能归责于乙方的原因，经及时告知并提供证明的，期限相应顺延。',
    ],
    [
      'When nothing is posted (samples)',
      'If Party B has not posted in time, Party A may remind them in writing. If nothing is posted within {{cureDays}} of that, Party B sends the sample back unharmed at their own cost within another {{cureDays}}, or pays its value, {{sampleValue}}.',
      'Illness, disaster, or a mistaken restriction of the account by the platform that Party B tells of at once and shows proof of move the date by as long as they last.',
    ],
  ),
  clause(
    'noPostFee',
    'noPost',
    'high',
    [
      '逾期未发布（付费合作）',
      '乙方未在约定期限内发布的，经甲方书面催告后 {{cureDays}} 内仍未发布，甲方可以取消该部分内容，不支付对应费用；已预付的，乙方应在 {{cureDays}} 内退还。',
      '不能归责于乙方的原因，经及时告知并提供证明的，期限相应顺延。',
    ],
    [
      'When nothing is posted (paid work)',
      'If Party B has not posted in time and does not within {{cureDays}} of a written reminder, Party A may cancel that part of the work and owes nothing for it; what was paid ahead for it Party B pays back within {{cureDays}}.',
      'Causes that Party B does not answer for, told at once and with proof, move the date by as long as they last.',
    ],
  ),
  clause(
    'platform',
    'platform',
    'medium',
    [
      '平台规则',
      '双方遵守 TikTok 及 TikTok Shop 当时有效的规则。平台规则与本合同不一致且不能另行约定的，以平台规则为准。',
      '平台佣金的比例、结算时间和追回由平台执行；平台延迟或调整结算不构成甲方违约。',
    ],
    [
      'Rules of the platform',
      'Both parties follow the rules of TikTok and TikTok Shop as they are at the time. Where they differ from this contract and cannot be agreed otherwise, they hold.',
      'The platform carries out the rate, the settlement and the taking back of commission on it; its delays and adjustments are no breach by Party A.',
    ],
  ),
  clause(
    'eligibility',
    'eligibility',
    'high',
    [
      '年龄与资格',
      '乙方确认已年满 {{minAge}} 周岁，具有签署本合同的能力；未满的，须由监护人共同签署。内容中出现未成年人的，应事先取得其监护人书面同意。',
      '乙方确认其账号符合平台带货资格，并取得发布该类商品所需的许可。',
    ],
    [
      'Age and eligibility',
      'Party B confirms that they are at least {{minAge}} years old and able to sign; otherwise a guardian signs too. Where minors appear in the content, their guardians have agreed in writing before.',
      'Party B confirms that the account may sell on the platform and that they have whatever licence this kind of product needs.',
    ],
  ),
]

/** Clauses about money: commission and returns, fees, guarantees, retainers, advances, caps and taxes. */

import { type Clause, clause } from './clause'

export const MONEY: readonly Clause[] = [
  clause(
    'commission',
    'money',
    'high',
    [
      '佣金',
      '乙方带来的有效订单按 {{rate}} 的比例计算佣金，以平台联盟后台显示的计佣基数为准，由平台结算给乙方。',
      '合作期内需要调整比例的，甲方应通过平台发出新的邀约；已由乙方接受的比例在平台锁定期内不变。',
    ],
    [
      'Commission',
      'For eligible orders that Party B brings, commission is {{rate}} of the base that the platform’s affiliate pages show; the platform settles it with Party B.',
      'If the rate is to change, Party A sends a new invitation on the platform; a rate that Party B has accepted stays as long as the platform locks it.',
    ],
  ),
  clause(
    'commissionRefunds',
    'money',
    'high',
    [
      '退货与佣金',
      '取消、退货退款或被平台判定无效的订单不计佣金；部分退款的，按退款后的实付金额计算。已结算后发生退款的，由平台在后续结算中扣回。',
      '双方对订单归属有争议的，以平台导出的订单明细和退款记录为准，任何一方可在收到对账单后 30 日内提出。',
    ],
    [
      'Returns and commission',
      'Orders that are cancelled, returned or found ineligible by the platform earn no commission; partly refunded ones earn it on what is left. What is refunded after settlement the platform takes back in a later one.',
      'Where the parties do not agree on an order, the order lines and refunds that the platform exports decide; either party may object within 30 days of receiving a statement.',
    ],
  ),
  clause(
    'flatFee',
    'money',
    'high',
    [
      '固定费用',
      '甲方就全部交付内容向乙方支付固定费用 {{fee}}，在最后一条内容通过验收后 {{payDays}} 内付至乙方书面指定的本人账户。',
      '上述费用已包含拍摄、剪辑、出镜及本合同约定的使用授权，除本合同另有约定外甲方不再支付其他费用。',
    ],
    [
      'Flat fee',
      'For everything that is delivered Party A pays Party B a flat fee of {{fee}}, within {{payDays}} of accepting the last piece, to the account in Party B’s own name that Party B gives in writing.',
      'The fee covers shooting, editing, appearing and the use agreed in this contract; nothing else is owed unless this contract says so.',
    ],
  ),
  clause(
    'guaranteed',
    'money',
    'high',
    [
      '保底加分成',
      '甲方保证乙方在合作期内完成全部交付内容后，所得佣金合计不低于 {{guaranteed}}。合作期满后已结算佣金不足的，甲方在 {{payDays}} 内补足差额；超过的部分全部归乙方。',
      '乙方未完成全部交付内容的，保底金额按实际完成的比例计算。补足后因退款被平台追回的佣金不再重复补足。',
    ],
    [
      'Guarantee and share',
      'Party A guarantees that Party B, having delivered everything in time, earns {{guaranteed}} in commission in all. If the commission settled at the end of the collaboration is less, Party A pays the difference within {{payDays}}; whatever is above it is Party B’s.',
      'If not everything is delivered, the guarantee is the part of it that was. Commission that the platform takes back for returns after the difference was paid is not made up for again.',
    ],
  ),
  clause(
    'retainer',
    'money',
    'high',
    [
      '月度服务费',
      '甲方按合同月向乙方支付服务费 {{fee}}，在当月交付内容全部验收后 {{payDays}} 内支付。合同期内服务费合计 {{total}}。',
      '当月仅完成一部分的，按完成比例支付；补足后支付其余部分。',
    ],
    [
      'Monthly fee',
      'For each month of the contract Party A pays Party B {{fee}}, within {{payDays}} of accepting all of that month’s work; over the whole contract that is {{total}}.',
      'If only part of a month’s work is done, that part is paid, and the rest once it has been made up for.',
    ],
  ),
  clause(
    'advance',
    'money',
    'high',
    [
      '预付款与抵扣',
      '本合同签署后，甲方向乙方预付 {{advance}}。预付款从其后应付乙方的费用或补足款中抵扣，抵扣完毕前不另行支付同类款项。',
      '合同提前终止的，未抵扣的预付款由乙方在 {{cureDays}} 内退还。',
    ],
    [
      'Advance',
      'Once this contract is signed Party A pays Party B {{advance}} ahead. It is recouped from the fees or differences that fall due afterwards; until that is done nothing of the kind is paid on top.',
      'If the contract ends early, Party B pays back what was not recouped within {{cureDays}}.',
    ],
  ),
  clause(
    'cap',
    'money',
    'medium',
    ['费用上限', '除平台佣金外，甲方在本合同项下的全部付款合计不超过 {{cap}}；超出的部分须双方事先书面确认。'],
    [
      'Cap',
      'Apart from commission on the platform, Party A pays no more than {{cap}} in all under this contract; anything above it both parties agree in writing beforehand.',
    ],
  ),
  clause(
    'tax',
    'tax',
    'medium',
    [
      '税费与票据',
      '各方承担各自依法应缴的税费。法律要求甲方代扣代缴的，甲方依法扣除并向乙方提供凭证。',
      '甲方要求发票或收据的，乙方应在付款前提供。跨境付款的手续费由付款方承担，收款行费用由收款方承担。',
    ],
    [
      'Taxes and invoices',
      'Each party bears the taxes that the law puts on it. Where Party A has to withhold, it does so and gives Party B proof.',
      'Where Party A asks for an invoice or receipt, Party B provides it before payment. For payments abroad the payer bears the fees of its bank, the payee those of theirs.',
    ],
  ),
]

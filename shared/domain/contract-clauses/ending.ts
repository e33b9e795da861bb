/** Clauses about everything else that two parties need: secrets, data, notice, ending it, law and disputes, signing. */

import { type Clause, clause } from './clause'

export const ENDING: readonly Clause[] = [
  clause(
    'confidentiality',
    'confidentiality',
    'medium',
    [
      '保密',
      '合作价格、佣金、未上市商品和销售数据为保密信息，任何一方不得向第三方披露，法律要求或为履行本合同而告知顾问、支付机构的除外。',
      '保密义务在合同终止后继续 {{secrecyMonths}}。',
    ],
    [
      'Confidentiality',
      'Prices, commission, products not yet on sale and sales figures are confidential. Neither party tells third parties, save where the law demands it or advisers and payment services need it to carry out this contract.',
      'This holds for {{secrecyMonths}} after the contract ends.',
    ],
  ),
  clause(
    'data',
    'data',
    'high',
    [
      '个人信息',
      '甲方仅为寄样、付款、履行合同和依法留存凭证而使用乙方的姓名、联系方式、地址、证件和账户信息，不出售，也不用于其他目的。',
      '合作结束且法定保存期届满后，甲方应乙方要求删除上述信息。乙方有权查阅、更正其个人信息。',
    ],
    [
      'Personal data',
      'Party A uses Party B’s name, contact details, address, papers and account details only to ship, to pay, to carry out this contract and to keep the records the law demands. It does not sell them or use them otherwise.',
      'Once the collaboration and the time for which records must be kept are over, Party A deletes them when asked. Party B may see and correct them.',
    ],
  ),
  clause(
    'conduct',
    'termination',
    'medium',
    [
      '商誉与行为',
      '合作期内，乙方不得发布贬损店铺“{{shop}}”的不实内容，也不得刷单、刷量或引导站外交易。',
      '乙方因违法或严重违反公序良俗受到处罚，足以损害店铺声誉的，甲方可以立即终止合同。',
    ],
    [
      'Reputation and conduct',
      'During the collaboration Party B posts nothing untrue that runs down the shop “{{shop}}”, does not fake orders or views, and does not lead buyers off the platform.',
      'If Party B is sanctioned for breaking the law or public decency in a way that harms the shop, Party A may end the contract at once.',
    ],
  ),
  clause(
    'notices',
    'termination',
    'low',
    [
      '通知',
      '与本合同有关的通知以书面形式作出，包括电子邮件及双方平时使用的即时通讯工具；发送至对方最近告知的联系方式之日视为送达。',
    ],
    [
      'Notices',
      'Notices about this contract are given in writing, e-mail and the messengers that the parties use included; they count as received on the day they are sent to the address last given.',
    ],
  ),
  clause(
    'renewal',
    'renewal',
    'medium',
    ['续约', '合同期满前 {{noticeDays}}，任何一方未书面表示不续约的，本合同自动延续 {{renewMonths}}，条款不变。'],
    [
      'Renewal',
      'Unless one party says otherwise in writing {{noticeDays}} before the end, this contract goes on for another {{renewMonths}} on the same terms.',
    ],
  ),
  clause(
    'termination',
    'termination',
    'high',
    [
      '终止',
      '一方严重违约，经书面催告后 {{cureDays}} 内未纠正的，另一方可以终止合同。任何一方也可以提前 {{endDays}} 书面通知终止尚未开始的部分。',
      '终止后，已完成部分的费用照常结算，保密、内容权利和个人信息的约定继续有效。',
    ],
    [
      'Ending the contract',
      'If one party seriously breaks this contract and does not put it right within {{cureDays}} of a written reminder, the other may end it. Either party may end what has not begun with {{endDays}} of written notice.',
      'What was done by then is paid for as agreed; the clauses on confidentiality, rights and personal data go on.',
    ],
  ),
  clause(
    'force',
    'termination',
    'low',
    [
      '不可抗力',
      '因自然灾害、疫情、战争、政府行为、平台停止服务等无法预见、无法避免的原因不能履行的，受影响一方应及时通知并提供证明，在影响范围内免除责任；持续超过 60 日的，任何一方可以终止合同。',
    ],
    [
      'Events beyond control',
      'Where disaster, epidemic, war, acts of government or the end of the platform’s service, unforeseen and unavoidable, keep a party from performing, it tells the other at once with proof and does not answer for it as far as that reaches; after 60 days either party may end the contract.',
    ],
  ),
  clause(
    'law',
    'law',
    'high',
    [
      '适用法律与争议',
      '本合同适用 {{law}} 的法律。争议先由双方协商，协商不成的，提交 {{court}} 解决。',
      '本合同的中文与英文文本如有不一致，以双方在签署页标明的文本为准；未标明的，以中文文本为准。',
    ],
    [
      'Law and disputes',
      'The law of {{law}} applies. The parties first try to settle a dispute between themselves; failing that, {{court}} decides it.',
      'Where the Chinese and English texts differ, the one named on the signature page counts; where none is named, the Chinese one does.',
    ],
  ),
  clause(
    'signing',
    'law',
    'low',
    [
      '签署与文本',
      '本合同经双方签署后生效，可以电子方式签署，也可以分别签署后交换扫描件。对本合同的修改须以书面形式作出，新版本签署后取代旧版本。',
    ],
    [
      'Signing',
      'This contract takes effect once both parties have signed. It may be signed electronically, or each on their own with scans exchanged. Changes are made in writing; a newer version that is signed takes the place of the older.',
    ],
  ),
]

/** Clauses about who agrees what: parties, what is made by when, samples and rounds of changes. */

import { type Clause, clause } from './clause'

export const WORK: readonly Clause[] = [
  clause(
    'parties',
    'parties',
    'high',
    [
      '合同双方',
      '甲方：{{agency}}，受 TikTok Shop 店铺“{{shop}}”委托开展达人合作。',
      '乙方：{{creator}}（TikTok 账号 @{{handle}}）。',
      '乙方确认其为上述账号的实际运营人，有权以该账号发布内容并签署本合同。账号更名或转让，乙方应在三日内书面通知甲方。',
    ],
    [
      'Parties',
      'Party A: {{agency}}, which arranges work with creators for the TikTok Shop “{{shop}}”.',
      'Party B: {{creator}} (TikTok account @{{handle}}).',
      'Party B confirms that they run this account themselves and may post with it and sign this contract. Party B tells Party A in writing within three days if the account is renamed or passed on.',
    ],
  ),
  clause(
    'deliverables',
    'deliverables',
    'high',
    [
      '交付内容',
      '乙方为商品“{{product}}”制作并以账号 @{{handle}} 发布带货短视频 {{videos}} 条，直播 {{lives}} 场。',
      '每条视频须为本次合作专门拍摄，清楚展示商品及其使用，挂载甲方指定的商品链接，并符合双方确认的拍摄要求。重复发布、混剪旧素材或未挂链接的内容不计入交付数量。',
    ],
    [
      'What is delivered',
      'Party B makes and posts {{videos}} short videos and holds {{lives}} LIVE sessions for the product “{{product}}” with the account @{{handle}}.',
      'Each video is shot for this collaboration, clearly shows the product and its use, carries the product link that Party A names, and follows the brief that both parties agreed. Reposts, cuts of earlier footage and posts without the link do not count.',
    ],
  ),
  clause(
    'monthlyWork',
    'deliverables',
    'high',
    [
      '每月交付内容',
      '自 {{fromDay}} 至 {{toDay}}，乙方每个合同月以账号 @{{handle}} 为店铺“{{shop}}”发布带货短视频 {{videos}} 条，直播 {{lives}} 场。',
      '当月未完成的部分须在下一合同月补足；连续两个合同月未完成的，甲方可以解除合同并只支付已完成部分的费用。',
    ],
    [
      'What is delivered each month',
      'From {{fromDay}} to {{toDay}}, in each month of the contract Party B posts {{videos}} short videos and holds {{lives}} LIVE sessions for the shop “{{shop}}” with the account @{{handle}}.',
      'What is missing in a month is made up for in the next. If work is missing in two months running, Party A may end the contract and pays only for what was done.',
    ],
  ),
  clause(
    'schedule',
    'dates',
    'medium',
    [
      '时间安排',
      '合作期自 {{fromDay}} 起至 {{toDay}} 止，全部内容应在合作期内发布。',
      '预计延误的，乙方应提前通知甲方并说明新的发布日期；因甲方寄样或审核延误的，发布日期相应顺延。',
    ],
    [
      'Dates',
      'The collaboration runs from {{fromDay}} to {{toDay}}; everything is posted within this time.',
      'If a delay is to be expected, Party B says so beforehand and names a new date. Where the sample or the review by Party A is late, the date moves by as many days.',
    ],
  ),
  clause(
    'sampleSupply',
    'samples',
    'medium',
    [
      '样品',
      '甲方免费提供样品“{{product}}”，价值 {{sampleValue}}，并承担寄送费用。乙方应在收到样品后 {{postDays}} 内发布内容。',
      '乙方按本合同完成发布后，样品归乙方所有。',
    ],
    [
      'Sample',
      'Party A provides the sample “{{product}}”, worth {{sampleValue}}, free of charge and pays for shipping. Party B posts within {{postDays}} of receiving it.',
      'The sample is Party B’s own once the content has been posted as agreed.',
    ],
  ),
  clause(
    'sampleLiability',
    'samples',
    'high',
    [
      '样品责任',
      '样品签收后毁损、灭失的风险由乙方承担。乙方应在签收后 48 小时内检查，发现破损、错发或少件的，应留存开箱视频并通知甲方，由甲方补寄。',
      '完成发布前，乙方不得转卖、转赠样品；违反的，按样品价值 {{sampleValue}} 赔偿。',
    ],
    [
      'Responsibility for the sample',
      'From receipt on Party B bears the risk of loss and damage. Party B looks at the sample within 48 hours of receipt; if it is damaged, wrong or incomplete, Party B keeps an unboxing video and tells Party A, who sends another one.',
      'Before the content is posted Party B neither sells the sample nor gives it away; otherwise Party B pays its value, {{sampleValue}}.',
    ],
  ),
  clause(
    'review',
    'revisions',
    'medium',
    [
      '审核与修改',
      '乙方应在发布前提交脚本或样片。甲方在收到后 {{reviewDays}} 内答复，逾期未答复视为通过。',
      '乙方免费修改 {{rounds}} 轮。因内容不符合拍摄要求、违反平台规则或法律而需要的修改不计入轮次；甲方改变已确认的要求的，超出部分的费用另行约定。',
    ],
    [
      'Review and changes',
      'Party B hands in the script or a cut before posting. Party A answers within {{reviewDays}} of receiving it; without an answer by then it is approved.',
      'Party B makes changes in {{rounds}} rounds without further pay. Changes that are needed because the content does not follow the brief, the rules of the platform or the law do not count as a round; where Party A changes what was agreed, the additional work is paid for as the parties agree.',
    ],
  ),
  clause(
    'liveSessions',
    'deliverables',
    'medium',
    [
      '直播场次',
      '每场直播的时段、商品讲解顺序和最低讲解时长由双方在开播前三日书面确认。乙方临时不能开播的，应至少提前 24 小时通知并补播一场。',
      '非因乙方原因（平台中断、断网、停电）造成的中断，双方协商补播，不视为违约。',
    ],
    [
      'LIVE sessions',
      'The parties agree in writing three days before each session on its time, the order of the products and how long each is presented at least. If Party B cannot go LIVE, Party B says so at least 24 hours before and holds another session instead.',
      'Where a session is cut off through no fault of Party B (the platform, the network, electricity), the parties agree on another time; it is no breach.',
    ],
  ),
]

/** A contract with versions in Chinese, English, Thai and Vietnamese, for tests of its papers. */

import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

import { write } from '../../electron/workspace/support'
import { putRecord } from '../../db/repositories/records'
import { canonicalBody, type ContractBody } from '../../shared/domain/contract-body'
import { aContract, dbOf } from './contracts'
import { newWorkspace, type TestWorkspace } from './workspace'

export const THAI = 'น้ำหอมต้องจัดส่งภายในเจ็ดวัน'
export const VIET = 'Nguyễn Thị Hồng đồng ý đăng hai video'

/** `clauses`: how many there are; each is long enough for five lines. */
export function aBody(clauses = 4, more: Partial<ContractBody> = {}): ContractBody {
  return {
    title: '短视频合作合同 Video contract',
    number: 'GL-2026-007',
    languages: ['zh', 'en'],
    governs: 'zh',
    parties: { agency: '星桥传媒有限公司', creator: 'ดาวใจ ศรีสุข', shop: '' },
    clauses: Array.from({ length: clauses }, (_, at) => ({
      key: `clause${at + 1}`,
      topic: 'deliverables',
      title: { zh: `第${at + 1}项交付内容`, en: `Deliverables ${at + 1}` },
      text: {
        zh: `达人应在收到样品后十四日内发布两条短视频，并在视频中如实披露合作关系。${THAI}\n费用为 USD 900.00，分两次支付。`,
        en: `The creator posts two short videos within fourteen days of receiving the sample and discloses the paid partnership. ${VIET}.\nThe fee is USD 900.00, paid in two parts.`,
      },
    })),
    ...more,
  }
}

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Lays a text before people, as the next version; `sha256` other than its own for one that was tampered with. */
export async function addVersion(
  { context }: Pick<TestWorkspace, 'context'>,
  contractId: string,
  version: number,
  body: ContractBody,
  sha256 = hashOf(canonicalBody(body)),
): Promise<string> {
  return write(context, 'test.version', String(version), (tx) => {
    const fields = {
      contractId,
      version,
      body: canonicalBody(body),
      sha256,
      at: context.now(),
      person: context.author(),
    }
    return putRecord(tx, 'contractVersions', null, fields, context.now()).id
  })
}

/** A workspace with a contract of one version. */
export async function aPaper(body = aBody()) {
  const workspace = await newWorkspace()
  const contract = await aContract(workspace.client)
  const versionId = await addVersion(workspace, contract.id, 1, body)
  return { ...workspace, contractId: contract.id, versionId, db: dbOf(workspace.context), body }
}

/** A whole PNG of a black line, as a canvas gives one. */
export function aDrawing(width = 60, height = 20): Buffer {
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, at) =>
      Buffer.concat([Buffer.from([0]), Buffer.alloc(width, at === 9 ? 0 : 255)]),
    ),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const part = (name: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([magic, part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))])
}

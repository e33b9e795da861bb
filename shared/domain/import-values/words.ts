/**
 * The closed lists of words that files hold: commission status, content type, yes and no, in the platform's languages.
 *
 * Words seen in real files and, around them, the obvious ones of the same languages. A word outside the list is told,
 * never guessed.
 */

import { CONTENT_TYPES, ORDER_STATUSES, type ContentType, type OrderStatus } from '../orders'
import { wordKey } from './text'

type Words<T extends string> = Readonly<Record<T, string>>

/** Words by `|`; comparison ignores case and spaces. */
const STATUS_WORDS: Words<OrderStatus> = {
  unpaid:
    'Customer Unpaid|Unpaid|Unpaid by customer|Buyer unpaid|Not paid|Awaiting payment|Waiting for payment|未付款|客户未付款|买家未付款|顾客未付款|客户未支付|待付款|待支付|未支付|等待付款|' +
    'Chưa thanh toán|Khách hàng chưa thanh toán|Người mua chưa thanh toán|Chờ thanh toán|Đang chờ thanh toán|' +
    'Belum dibayar|Belum dibayar pelanggan|Belum dibayar oleh pelanggan|Pelanggan belum membayar|Pelanggan belum bayar|Menunggu pembayaran|' +
    'ยังไม่ชำระเงิน|ยังไม่ชำระ|ยังไม่ได้ชำระเงิน|ลูกค้ายังไม่ชำระเงิน|ลูกค้ายังไม่ได้ชำระเงิน|รอการชำระเงิน|รอชำระเงิน|' +
    '未払い|顧客未払い|購入者未払い|支払い前|Sin pagar|No pagado|Pendiente de pago|Não pago|Aguardando pagamento',
  pending:
    'Pending|Pending payment|Pending settlement|Payment failed|Processing|In progress|To settle|Unsettled|Shipped|In transit|Delivered|To ship|Awaiting shipment|' +
    '待确认|待结算|未结算|结算中|处理中|进行中|待处理|已发货|已送达|待打款|打款失败|' +
    'Đang chờ|Chờ xử lý|Đang chờ xử lý|Đang xử lý|Chờ quyết toán|Chưa quyết toán|Đã vận chuyển|Đã giao|' +
    'Tertunda|Menunggu|Pending pembayaran|Diproses|Sedang diproses|Dalam proses|Belum diselesaikan|Belum selesai|Dikirim|Terkirim|' +
    'รอดำเนินการ|กำลังดำเนินการ|รอการยืนยัน|รอยืนยัน|รอการชำระ|ยังไม่สรุปยอด|จัดส่งแล้ว|' +
    '保留中|保留|処理中|未確定|確定待ち|支払い待ち|未決済|支払い失敗|発送済み|配達済み|Pendiente|Pendente|En proceso|Em processamento',
  settled:
    'Settled|Completed|Paid|已结算|已完成|已支付|已打款|已付款|结算完成|Đã quyết toán|Đã thanh toán|Hoàn thành|Đã hoàn thành|Đã hoàn tất|' +
    'Sudah dibayar|Telah dibayar|Dibayar|Selesai|Diselesaikan|Sudah diselesaikan|Telah diselesaikan|Lunas|' +
    'ชำระแล้ว|ชำระเงินแล้ว|จ่ายแล้ว|สรุปยอดแล้ว|เสร็จสมบูรณ์|เสร็จสิ้น|สำเร็จ|決済済み|支払い済み|支払済み|精算済み|確定済み|完了|' +
    'Liquidado|Liquidada|Pagado|Pago|Completado|Concluído|Concluido',
  ineligible:
    'Ineligible|Not eligible|Canceled|Cancelled|Invalid|不符合条件|不符合资格|无资格|不合格|无效|已失效|已取消|取消|不可结算|' +
    'Không đủ điều kiện|Không hợp lệ|Đã hủy|Đã huỷ|Bị hủy|Tidak memenuhi syarat|Tidak valid|Dibatalkan|' +
    'ไม่มีสิทธิ์|ไม่มีสิทธิ|ไม่มีคุณสมบัติ|ไม่เข้าเกณฑ์|ยกเลิก|ยกเลิกแล้ว|ถูกยกเลิก|対象外|不適格|無効|キャンセル|キャンセル済み|' +
    'No apto|No elegible|Cancelado|Cancelada|Não elegível|Inelegível',
  frozen:
    'Frozen|冻结|已冻结|冻结中|Đóng băng|Đã đóng băng|Bị đóng băng|Dibekukan|Beku|ระงับ|ถูกระงับ|อายัด|ถูกอายัด|凍結|凍結中|凍結済み|Congelado|Congelada',
}

const CONTENT_WORDS: Words<ContentType> = {
  unknown: 'Unknown|Other|Others|未知|其他|Khác|Lainnya|อื่นๆ|その他',
  video:
    'Video|Videos|Short video|Shoppable video|视频|短视频|带货视频|Video ngắn|Video singkat|Video pendek|วิดีโอ|วิดีโอสั้น|動画|ショート動画|ショッピング動画|Vídeo|Video corto',
  live: 'Livestream|LIVE|Lives|Live stream|Live streaming|LIVE room|直播|直播间|Phát trực tiếp|Buổi LIVE|Phiên LIVE|Siaran LIVE|Siaran langsung|ไลฟ์|ไลฟ์สด|ไลฟ์สตรีม|การไลฟ์|ライブ|ライブ配信|LIVE配信|En vivo|Ao vivo',
  showcase:
    'Showcase|Product showcase|商品橱窗|橱窗|达人橱窗|Gian hàng trưng bày|Trưng bày|Tủ trưng bày|Mục trưng bày|Etalase|Etalase produk|ตู้โชว์|โชว์เคส|ตู้โชว์สินค้า|ショーケース|商品ショーケース|Escaparate|Vitrine',
  shop: 'Shop|Shop tab|Product card|Product cards|Mall|商品卡|店铺|商城|商城页|Cửa hàng|Thẻ sản phẩm|Toko|Kartu produk|ร้านค้า|การ์ดสินค้า|ショップ|商品カード|Tienda|Loja|Cartão de produto|Tarjeta de producto',
  external:
    'ShareLink|Share link|Share links|External|External Traffic|External Traffic Program|External link|分享链接|站外|站外流量|站外流量计划|外部流量计划|外部流量|' +
    'Chương trình Lưu lượng truy cập bên ngoài|Lưu lượng truy cập bên ngoài|Liên kết chia sẻ|Program Trafik Eksternal|Program lalu lintas eksternal|Tautan berbagi|' +
    'โปรแกรมการเข้าชมจากภายนอก|โปรแกรมทราฟฟิกภายนอก|ลิงก์แชร์|外部トラフィックプログラム|外部トラフィック|共有リンク|シェアリンク',
}

const FLAG_WORDS: Words<'yes' | 'no'> = {
  yes: 'Yes|Y|True|是|已退|Có|Ya|Iya|ใช่|はい|Sí|Si|Sim',
  no: 'No|N|False|否|未退|Không|Tidak|ไม่|ไม่ใช่|いいえ|Não',
}

const STATUSES = indexWords(STATUS_WORDS, ORDER_STATUSES)
const CONTENTS = indexWords(CONTENT_WORDS, CONTENT_TYPES)
const FLAGS = indexWords(FLAG_WORDS, ['no', 'yes'])

function indexWords<T extends string>(words: Words<T>, order: readonly T[]): ReadonlyMap<string, number> {
  return new Map(
    order.flatMap((name, at) => words[name].split('|').map((word): [string, number] => [wordKey(word), at])),
  )
}

/** The stored code of a commission status (index into `ORDER_STATUSES`), or null for a word we do not know. */
export function parseStatus(text: string): number | null {
  return STATUSES.get(wordKey(text)) ?? null
}

/** The stored code of a content type (index into `CONTENT_TYPES`), or null for a word we do not know. */
export function parseContentType(text: string): number | null {
  return CONTENTS.get(wordKey(text)) ?? null
}

/** 1 yes, 0 no, or null for anything else. `1` and `0` count only where `digits` allows them. */
export function parseFlag(text: string, digits = false): 0 | 1 | null {
  const key = wordKey(text)
  if (digits && (key === '0' || key === '1')) {
    return key === '1' ? 1 : 0
  }
  const found = FLAGS.get(key)
  return found === undefined ? null : found === 1 ? 1 : 0
}

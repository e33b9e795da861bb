/** The platform's headers, written down from its files and not taken from the product's dictionaries. */

export const HEADERS = {
  sellerEn:
    'Order ID|Product ID|Product Name|SKU ID|Price|Payment Amount|Currency|Quantity|Fully returned or refunded|Payment method|Order Status|Creator Username|Content Type|Content ID|commission model|Standard commission rate|Est. Commission Base|Est. standard commission payment|Actual Commission Base|Actual Commission Payment|Shop Ads commission rate|Est. Shop Ads commission payment|Actual Shop Ads commission payment|Est. co-funded creator bonus|Actual co-funded creator bonus|Time Created|Payment time|Order Delivery Time|Time Commission Paid|Platform'.split(
      '|',
    ),
  /** The United Kingdom's has one column more. */
  sellerUk:
    'Order ID|Product ID|Product Name|SKU ID|Price|Payment Amount|Currency|Quantity|Fully returned or refunded|Payment method|Order Status|Creator Username|Creator Region|Content Type|Content ID|commission model|Standard commission rate|Est. Commission Base|Est. standard commission payment|Actual Commission Base|Actual Commission Payment|Shop Ads commission rate|Est. Shop Ads commission payment|Actual Shop Ads commission payment|Est. co-funded creator bonus|Actual co-funded creator bonus|Time Created|Payment time|Order Delivery Time|Time Commission Paid|Platform'.split(
      '|',
    ),
  sellerZh:
    '订单 ID|商品 ID|商品名称|SKU ID|商品价格|支付金额|货币单位|下单件数|已全部退货或全额退款|付款方式|订单状态|达人用户名|内容形式|内容ID|commission model|标准佣金率|预估计佣金额|预计标准佣金付款|实际计佣金额|实际佣金|店铺广告佣金率|预计店铺广告佣金付款|实际店铺广告佣金付款|预估合资达人奖金|实际合资达人奖金|创建时间|支付时间|订单送达时间|佣金结算时间|平台'.split(
      '|',
    ),
  sellerVi:
    'ID đơn hàng|ID sản phẩm|Tên sản phẩm|Sku|Id Sku|Sku người bán|Giá|Payment Amount|Đơn vị tiền tệ|Số lượng|Phương thức thanh toán|Trạng thái đơn hàng|Tên người dùng nhà sáng tạo|Loại nội dung|Id nội dung|commission model|Tỷ lệ khấu trừ Thuế TNCN|Thuế TNCN ước tính|Thuế TNCN thực tế|Tỷ lệ hoa hồng tiêu chuẩn|Cơ sở hoa hồng ước tính|Thanh toán hoa hồng tiêu chuẩn ước tính|Cơ sở hoa hồng thực tế|Thanh toán hoa hồng thực tế|Tỷ lệ hoa hồng Quảng cáo cửa hàng|Thanh toán hoa hồng Quảng cáo cửa hàng ước tính|Thanh toán hoa hồng Quảng cáo cửa hàng thực tế|Thưởng đồng chi trả cho nhà sáng tạo ước tính|Thưởng đồng chi trả cho nhà sáng tạo thực tế|Trả hàng & hoàn tiền|Hoàn tiền|Thời gian đã tạo|Thời gian thanh toán|Thời gian sẵn sàng vận chuyển|Order Delivery Time|Thời gian hoàn thành đơn hàng|Thời gian hoa hồng đã thanh toán|Platform'.split(
      '|',
    ),
  sellerId:
    'ID Pesanan|ID Produk|Produk|SKU|ID Sku|Penjual Sku|Harga|Payment Amount|Mata Uang|Kuantitas|Pengembalian Barang Atau Dana|Metode Pembayaran|Status Pesanan|Nama pengguna kreator|Jenis Konten|ID Konten|commission model|Persentase komisi standar|Est. Acuan Komisi|Perkiraan pembayaran komisi standar|Acuan Komisi Aktual|Pembayaran Komisi Aktual|Persentase komisi Iklan Toko|Perkiraan pembayaran komisi Iklan Toko|Pembayaran komisi Iklan Toko aktual|Perkiraan bonus yang ditanggung bersama untuk kreator|Bonus sebenarnya yang ditanggung bersama untuk kreator|Pengembalian barang|Pengembalian dana|Waktu Dibuat|Waktu Pembayaran|Waktu Pesanan Siap Dikirim|Order Delivery Time|Waktu Pesanan Selesai|Waktu Komisi Dibayar|Platform'.split(
      '|',
    ),
  creatorEn:
    'Order ID|SKU ID|Product name|Product ID|Price|Items sold|Items refunded|Shop name|Shop code|Affiliate partner|Agency|Currency|Order type|Order settlement status|Indirect|Commission type|Content Type|Content ID|Standard|Shop ads|TikTok bonus|Partner bonus|Revenue sharing portion|GMV|Est. commission base|Est. standard commission|Est. Shop Ads commission|Est. Bonus|Est. Affiliate partner bonus|Est. IVA|Est. ISR|Est. PIT|Est. revenue sharing portion|Actual commission base|Standard commission|Shop Ads commission|Bonus|Affiliate partner bonus|Tax - ISR|Tax - IVA|Tax - PIT|Shared with partner|Total final earned amount|Order date|Commission settlement date'.split(
      '|',
    ),
  creatorTh:
    'หมายเลขคำสั่งซื้อ|ID ของ SKU|ชื่อสินค้า|รหัสสินค้า|ราคา|สินค้าที่ขายได้|สินค้าที่มีการคืนเงิน|ชื่อร้านค้า|รหัสร้านค้า|พาร์ทเนอร์แอฟฟิลิเอต|เอเจนซี่|สกุลเงิน|ประเภทคำสั่งซื้อ|สถานะการชำระคำสั่งซื้อ|โดยอ้อม|ประเภทค่าคอมมิชชั่น|ประเภทเนื้อหา|รหัสเนื้อหา|มาตรฐาน|โฆษณาร้านค้า|โบนัส TikTok|โบนัสจากพาร์ทเนอร์|สัดส่วนการแบ่งรายได้|GMV|ฐานค่าคอมมิชชั่นโดยประมาณ|ค่าคอมมิชชั่นมาตรฐานโดยประมาณ|ค่าคอมมิชชั่นโฆษณาร้านค้าโดยประมาณ|โบนัสโดยประมาณ|โบนัสจากพาร์ทเนอร์แอฟฟิลิเอตโดยประมาณ|IVA โดยประมาณ|ISR โดยประมาณ|PIT โดยประมาณ|สัดส่วนการแบ่งรายได้โดยประมาณ|ฐานค่าคอมมิชชั่นตามจริง|ค่าคอมมิชชั่นมาตรฐาน|ค่าคอมมิชชั่นโฆษณาร้านค้า|โบนัส|โบนัสจากพาร์ทเนอร์แอฟฟิลิเอต|ภาษี - ISR|ภาษี - IVA|ภาษี - PIT|แบ่งกับพาร์ทเนอร์|ยอดรายได้รวมสุดท้าย|วันที่สั่งซื้อ|วันที่ชำระเงินค่าคอมมิชชั่น'.split(
      '|',
    ),
  tapEn:
    'Order ID|SKU ID|Product ID|Product name|Creator username|Shop name|Shop code|Content type|Content ID|Invitation ID|Commission type|Price|Quantity|Commission GMV|Commission base|Affiliate partner estimated commission|Affiliate partner shop ads estimated commission|Affiliate partner estimated bonus commission|Payment status|Order payment status|Fully returned or refunded|Created time|Order delivered time|Paid time'.split(
      '|',
    ),
  tapJa:
    '注文ID|SKU ID|商品ID|商品名|クリエイターのユーザー名|ショップ名|ショップコード|コンテンツタイプ|コンテンツID|Invitation ID|成果報酬のタイプ|価格|数量|成果報酬GMV|成果報酬ベース|アフィリエイトパートナーの推定成果報酬|アフィリエイトパートナーのショップ広告の推定成果報酬|アフィリエイトパートナーの推定ボーナス成果報酬|支払い状況|注文の決済状況|すべて返品または返金済み|作成日時|注文配達日時|支払い日時'.split(
      '|',
    ),
} as const

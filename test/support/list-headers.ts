/** Headers of the platform's product, video and LIVE lists, written down from its files and not taken from the product's dictionaries. */

export const LIST_HEADERS = {
  aff_product_en_2026:
    'Product name|Product ID|Product category|Creator-attributed GMV|Refunds|Creator-attributed items sold|Items refunded|Attributed orders|Videos|LIVE streams|Est. commission|Samples shipped|Est. flat fee|Videos with sales|LIVE streams with sales|Creators posted content|Creators with sales|Customers|Total sample content|Product impressions|Product clicks|CTOR|CTR'.split(
      '|',
    ),
  aff_product_en_17:
    'Product name|Product ID|Product category|Creator-attributed GMV|Refunds|Creator-attributed items sold|Items refunded|Attributed orders|Avg. daily customers|Avg. daily creators with sales|Avg. daily creators posted content|Avg. daily videos with sales|Avg. daily LIVE streams with sales|Videos|LIVE streams|Est. commission|Samples shipped'.split(
      '|',
    ),
  aff_product_zh_17:
    '商品名称|商品 ID|商品类目|达人归因 GMV|退款金额|达人归因成交件数|已退款的商品件数|归因订单数|日均客户数|日均活跃达人数|已发布内容的日均达人数|日均有销售的视频数|日均直播数|视频数|直播数|预计佣金|已发样品数'.split(
      '|',
    ),
  aff_product_id_partial: 'Product ID|Product category|GMV dari kreator|CTOR|Video|Siaran LIVE|Sampel terkirim'.split(
    '|',
  ),
  aff_video_en:
    'Video title|Video ID|Post date|Video link|Creator name|Product ID|Creator video-attributed GMV|Video-attributed orders|AOV|Avg. GMV per customer|Video-attributed items sold|Refunds|Items refunded|Est. commission|Est. flat fee|Video views|Likes|Comments|Shares|Video product impressions|Video product clicks|Completion rate|CTR|Engagement|Video GPM'.split(
      '|',
    ),
  aff_video_zh:
    '视频标题|视频 ID|发布日期|视频链接|达人名称|商品 ID|联盟视频归因 GMV|归因于视频的订单数|平均订单金额|视频归因成交件数|退款金额|已退款的商品件数|点赞数|评论数|分享次数|视频商品曝光次数|视频商品点击量|完播率|视频播放量|商品点击率|视频千次曝光成交金额|互动率|每位客户平均 GMV|预计佣金'.split(
      '|',
    ),
  aff_video_list_en:
    'Video name|Video link|Video post date|Creator username|GMV|Affiliate shoppable video GMV|Affiliate items sold |Affiliate orders|Shoppable video impressions|Shoppable video likes|Shoppable video comments|Est. commission'.split(
      '|',
    ),
  aff_video_list_zh:
    '视频名称|视频链接|视频发布日期|达人用户名|GMV|联盟带货视频 GMV|联盟订单量|联盟成交件数|带货视频曝光次数|带货视频点赞数|带货视频评论数|联盟点击率|带货视频平均订单金额|带货视频千次曝光成交金额|预计佣金'.split(
      '|',
    ),
  sc_video_en_old:
    'Video Info|Video ID|Time|Creator name|Creator ID|Products|VV|Likes|Comments|Shares|New followers|V-to-L clicks|Product Impressions|Product Clicks|Buyers|Orders|Unit Sales|Video Revenue ($)|GPM ($)|Shoppable video attributed GMV ($)|CTR|V-to-L rate|Video Finish Rate|CTOR|Mark'.split(
      '|',
    ),
  sc_video_zh_31:
    '达人昵称|达人ID|视频信息|视频ID|发布时间|达人所在国家/地区|商品|VV|点赞数|评论数|分享数|新增粉丝数|引流次数|商品曝光次数|商品点击次数|去重客户数|归因 SKU 订单数|视频 SKU 订单数|视频间接 SKU 订单数|视频归因成交件数|视频商品成交件数|视频间接成交件数|视频归因 GMV (₫)|视频 GMV (₫)|视频间接 GMV (₫)|GPM (₫)|点击率（视频）|引流率|视频完播率|CTOR（SKU 订单）|诊断'.split(
      '|',
    ),
  sc_video_id_partial:
    'Informasi Video|ID Video|ID Kreator|Nama Kreator|Waktu|Produk|VV|Likes|Dibagikan|Klik Produk|GPM (Rp)|GMV dari video (Rp)'.split(
      '|',
    ),
  live_en_creator_perf:
    'Livestream|Start time|Duration|Gross revenue|Direct GMV|Items sold|Customers|Avg. price|Orders paid for|GMV/1K shows|GMV/1K views|Views|Viewers|Peak viewers|New followers|Avg. view duration|Likes|Comments|Shares|Product impressions|Product clicks|CTR|CTOR (SKU orders)'.split(
      '|',
    ),
  live_zh_28:
    '达人ID|达人信息|昵称|开播时间|直播时长|直播归因 GMV (₫)|直播 GMV (₫)|直播间接 GMV (₫)|添加商品数|动销商品数|已创建的订单数|支付订单数|直播归因成交件数|直播商品成交件数|直播间接成交件数|去重客户数|件单价 (₫)|点击成交转化率|累计观看人数|观看人次|人均观看时长（直播）|评论次数|分享次数|直播点赞数|新粉丝数（达人视频）|商品曝光次数|商品点击次数|曝光点击率'.split(
      '|',
    ),
  live_zh_room:
    '直播间信息|直播开始时间|直播时长|成交金额|直接 GMV|成交件数|支付订单次数|直播间观看次数|累计在线人数|最高在线观看人数|商品曝光次数|商品点击次数|看播-点击转化率|点击成交转化率（SKU 订单）'.split(
      '|',
    ),
  live_id_partial: 'ID Kreator|Kreator|Waktu Live|Durasi|GMV dari LIVE (Rp)|Produk Terjual|Penonton|CTOR'.split('|'),
  product_batch_edit_keys:
    'product_id|category|product_name|product_status|sku_id|variation_value|product_description|brand|price|quantity|seller_sku|parcel_weight|parcel_length|parcel_width|parcel_height|cod|main_image|image_2|image_3|image_4|image_5|image_6|image_7|image_8|image_9|size_chart|special_product_listing_type|auction_starting_price|product_property/100107'.split(
      '|',
    ),
  product_list_en_44:
    'Product Name|Product ID|GMV range|Listing status|VoC diagnosis|GMV|Seller LIVE-attributed GMV|Seller video-attributed GMV|Creator-attributed GMV|Creator LIVE-attributed GMV|Affiliate video-attributed GMV|Seller product card GMV|Orders|SKU orders|Items sold|Est. customers|AOV (SKU orders)|Product impressions|Product clicks|CTR|Add-to-cart count|Add-to-cart rate|CTOR (SKU order)|Unique product impressions|Unique clicks|Unique CTR|Add-to-cart users|Unique ATC rate|Unique CTOR (SKU order)|GMV with tax|Tax|Gross merchandise value (with TikTok co-funding)|Shipping fees|Refunds|Items refunded|Refund customers|Shop tab product impressions|Shop tab product clicks|Unique Shop tab product clicks|Est. Shop tab customers|Shop tab CTR|Shop tab CTOR (SKU)|Shop tab GMV|Shop tab items sold'.split(
      '|',
    ),
  product_list_zh_38_old:
    '商品ID|商品|状态|GMV|成交件数|订单数|商城页 GMV|商城商品成交件数|商城页发品曝光次数|商城页面浏览次数|商城页去重页面浏览次数|商城页去重商品客户数|商城点击率|商城转化率|直播归因 GMV|直播归因成交件数|直播曝光次数|直播的页面浏览次数|直播的去重页面浏览次数|直播去重商品客户数|直播点击率|直播转化率|视频归因 GMV|视频归因成交件数|视频曝光次数|来自视频的页面浏览次数|来自视频的去重页面浏览次数|视频去重商品客户数|视频点击率|视频转化率|商品卡归因 GMV|商品卡归因成交件数|商品卡曝光次数|商品卡的页面浏览次数|商品卡的去重页面浏览次数|商品卡去重客户数|商品卡点击率|商品卡转化率'.split(
      '|',
    ),
  product_list_id_partial:
    'ID Produk|Nama|Status daftar produk|GMV|GMV dari kreator|GMV dari video penjual|GMV dari LIVE penjual|Pesanan SKU|AOV (pesanan SKU)|CTR|CTOR (pesanan SKU)|Impresi produk|Klik produk'.split(
      '|',
    ),
} as const

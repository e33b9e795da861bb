/** Vietnamese words of the rules; composed and decomposed letters are the same. */

import type { Pack } from '../types'
import { readRules } from './read'

export const VI: Pack = {
  language: 'vi',
  date: '2026-11-23',
  number: '\\d+(?:[.,]\\d+)?|một|hai|ba|bốn|năm|sáu|bảy|mười|vài',
  negation: {
    words: 'không / chẳng / chưa / đừng / không phải / chả / không hề / không thể / chứ không / thay vì / ko / hông',
    except:
      'không chỉ / không những / không thể bỏ qua / không thể thiếu / không ngờ / không tin / đừng bỏ lỡ / đừng lướt / không đâu / không ai / không nơi nào / không gì / không sợ / chưa từng / chưa đến / không lo / không cần / không (thích|hài lòng|ưng|ưng ý|hiệu quả|khỏi|hết|vừa ý)',
    reach: 22,
  },
  disclaimers:
    'hiệu quả tùy cơ địa / tùy cơ địa / tuỳ cơ địa / kết quả có thể khác nhau / tùy thuộc vào cơ địa / tùy từng người',
  rules: readRules(`
absolute.cheapest
  giá dễ chịu: rẻ nhất [thị trường|việt nam|tiktok|thế giới|vịnh bắc bộ|hệ mặt trời|từ trước đến nay] / rẻ vô địch / rẻ số một / tiết kiệm nhất thị trường / hời nhất / rẻ hơn nữa là không có / không đâu rẻ (bằng|hơn) / không nơi nào rẻ hơn

price.lowest
  giá ưu đãi: giá (rẻ nhất|thấp nhất|tốt nhất|hời nhất|sốc nhất|sàn|hủy diệt|huỷ diệt|chạm đáy|tận đáy|đáy|vô địch) [thị trường|việt nam|từ trước đến nay] / thấp nhất (thị trường|năm|từ trước|lịch sử|mọi thời đại) / cam kết giá (rẻ|tốt|thấp) nhất / giá kịch sàn / giá tận gốc / giá gốc tại xưởng / giá xưởng
  (except): giá (đáy|sàn) nhà

absolute.best
  mình rất thích: (tốt|đỉnh|xịn|hiệu quả|chất lượng|đẹp|ngon|hoàn hảo|đáng mua|uy tín|an toàn) nhất (thị trường|thế giới|việt nam|châu á|hiện nay|hành tinh|vũ trụ|tiktok|trên đời|từ trước đến nay|mọi thời đại|phân khúc) / (sản phẩm|kem|serum|son|kem chống nắng|thương hiệu|mỹ phẩm|chất lượng|kem dưỡng|sữa rửa mặt|công thức|máy|nồi|áo|quần|túi|giày|tai nghe|dầu gội|nước hoa|lựa chọn|chất liệu|thành phần) [này|là|nào]{tốt|số|đỉnh|xịn}(tốt nhất|số một|số 1|đỉnh nhất|xịn nhất|hoàn hảo nhất|hiệu quả nhất|hàng đầu|xịn sò nhất) / tốt nhất / hiệu quả nhất / đỉnh nhất / xịn nhất / chất lượng nhất
  được nhiều bạn thích: (đứng|thương hiệu|vị trí|xếp hạng) [thứ|hạng] (số 1|số một|nhất) / số (1|một) (việt nam|thế giới|thị trường|châu á|tiktok|hàn quốc|nhật bản|hiện nay|về) / số 1 / số một / top 1 / no.1 / no 1 / hàng đầu (thế giới|việt nam|thị trường|châu á|ngành) / vô địch / độc nhất vô nhị / có một không hai / không đối thủ / không có đối thủ / vô đối / đỉnh cao nhất / bậc nhất
  (except): (ngày|lúc|điều|cách|thời điểm|bạn|kỷ niệm|giờ|cố gắng|phần|đoạn|góc|khoảnh khắc|thời gian|tin|tư thế) tốt nhất / (làm|cố gắng|cố) [hết sức|tốt|thật] tốt nhất / tốt nhất (là|nên|bạn nên|các bạn nên|mình nên|vẫn là|trước ngày|khi|trước) / số 1 (lẻ|là|trong|bước|đến|mình|nhé|tới) / (bước|phần|cách|mẹo|lý do|câu|tầng|kim|cỡ|size|màu|tone|ngăn|nấc|mức|chế độ) số (1|một) / (số một|số 1) (là|phải) (rửa|chọn|nhớ) / vô địch (bóng đá|giải|sea)

absolute.selling
  bán khá chạy: bán chạy (nhất|số 1|số một|top 1) / best seller* / bestseller* / best-seller* / bán chạy nhất / doanh số (số 1|cao nhất|đứng đầu) / được (yêu thích|mua|săn đón|ưa chuộng) nhiều nhất / hot nhất / hot nhất tiktok / được yêu thích nhất / nổi tiếng nhất

absolute.rank
  làm chỉn chu: đẳng cấp thế giới / tầm cỡ thế giới / đẳng cấp quốc tế / chuẩn quốc tế / cấp quốc gia / siêu phẩm / cực phẩm / duy nhất (trên thị trường|tại việt nam|trên thế giới|việt nam|thế giới|hiện nay) / đầu tiên (trên thế giới|tại việt nam|ở việt nam|thế giới) / thượng hạng bậc nhất / hoàn hảo tuyệt đối / tuyệt đỉnh / đỉnh của chóp

absolute.hundred
  (leave out): 100% (tự nhiên|thiên nhiên|hữu cơ|an toàn|hiệu quả|organic|nguyên chất|thành công|hài lòng|chính hãng|lành tính|khỏi|thuần chay|thảo dược) / (hiệu quả|an toàn|tự nhiên|thiên nhiên|hữu cơ|chính hãng|auth|authentic|lành tính|khỏi) 100% / trăm phần trăm (hiệu quả|an toàn|tự nhiên) / không hóa chất / không hoá chất / tuyệt đối (an toàn|hiệu quả|lành tính)

absolute.effective
  mình dùng thấy hợp: (chắc chắn|đảm bảo|bảo đảm|tuyệt đối|luôn|cực kỳ chắc chắn) [sẽ] (hiệu quả|khỏi|hết|trắng|giảm|thành công|đẹp lên|mịn) / ai dùng cũng (hiệu quả|trắng|khỏi|hết|thích mê|đẹp) / hiệu quả tuyệt đối / hiệu quả với (mọi người|tất cả|mọi loại da) / bách phát bách trúng / không bao giờ thất bại / dùng là (khỏi|trắng|hết|hiệu quả|mê|đẹp|giảm)
  hợp với nhiều bạn: (phù hợp|hợp|dùng được) [với|cho] (mọi loại da|tất cả mọi người|mọi lứa tuổi|mọi người|tất cả các loại da) / (mọi loại da|ai cũng) [đều|đều có thể] (dùng được|hợp|dùng)

guarantee.result
  (leave out): cam kết [100%] (hiệu quả|khỏi|trắng|giảm|hết|hoàn tiền|kết quả|chất lượng|chính hãng|hàng|da|sạch|an toàn|giá|không|thành công|mịn|lên) / cam kết / (hoàn|trả lại|hoàn lại) tiền (nếu|100%|khi) [không|hiệu quả] [*] / hoàn tiền 100% / hoàn tiền gấp # / không hiệu quả hoàn tiền / đảm bảo (khỏi|trắng|giảm|hiệu quả|hết|kết quả|có kết quả) / bao (khỏi|trắng|hết|hiệu quả|đậu|mê|đẹp|ship hoàn) / mình đảm bảo / shop đảm bảo / em đảm bảo
  (except): cam kết (bảo hành|đổi trả|giao hàng|với bản thân|của mình)

guarantee.safe
  dịu nhẹ với da mình: (không|ko|chẳng|không hề) [có|gây|lo]{bất kỳ|ra|một} (tác dụng phụ|rủi ro|nguy hiểm|biến chứng) / không gây (tác dụng phụ|hại|kích ứng cho mọi) / (tuyệt đối|hoàn toàn) (an toàn|lành tính|vô hại|không hại) / vô hại / (bà bầu|mẹ bầu|trẻ sơ sinh|bầu bí) [cũng|vẫn|đều]{cũng|vẫn|đều} dùng được / không lo kích ứng

result.instant
  sau một thời gian dùng: (hiệu quả|trắng|khỏi|hết|giảm|thấy rõ|mịn|đẹp|tác dụng|có kết quả|kết quả|hết mụn|sáng da) (tức thì|ngay lập tức|tức khắc|ngay tức thì|sau 1 đêm|sau một đêm|qua một đêm|chỉ sau một đêm|trong tích tắc|ngay lần đầu|ngay từ lần đầu|trong nháy mắt|cấp tốc|siêu tốc|thần tốc|trong 1 đêm) / (tức thì|cấp tốc|siêu tốc|thần tốc) (trắng|giảm|hết|khỏi) / trắng (bật tông|bật tone) [ngay|sau] / bật (tông|tone) (ngay|sau|tức thì|thần tốc) / (chỉ|sau) (1|một) (đêm|lần dùng|lần) [là|đã] (trắng|hết|khỏi|mịn|sạch mụn|giảm|hiệu quả|thấy) / thấy kết quả ngay / hiệu quả ngay / cấp tốc / kết quả tức thì
  (except): (giao hàng|ship|giao|làm|nấu|sấy|sạc) (cấp tốc|siêu tốc|thần tốc) / ấm siêu tốc / bếp cấp tốc

result.permanent
  khá lâu: vĩnh viễn / trọn đời không (tái|mọc) [*] / (không|ko) (tái phát|quay lại|trở lại|tái lại|bao giờ quay lại) / (khỏi|hết|trắng|giảm|sạch) (hẳn|dứt điểm|tận gốc|hoàn toàn) / dứt điểm / tận gốc / trẻ mãi không già / mãi mãi (trắng|đẹp|trẻ)
  (except): (đóng|xóa|mất|khóa|bút|keo|lưu) [*] vĩnh viễn / (giải quyết|xử lý|làm|dọn|hoàn thành) [*] dứt điểm / giá tận gốc

result.days
  sau một thời gian dùng: (chỉ|sau|trong|chỉ sau|chỉ trong|trong vòng) # (ngày|tuần|giờ|phút|đêm|tháng|lần) [là|đã|da|mụn|tóc|sử dụng|dùng]{là|đã|da|mụn|tóc|sẽ|dùng|nám|thấy} (trắng|hết|khỏi|mịn|sạch|giảm|sáng|dài|mờ|căng|xẹp|trẻ|hiệu quả|thấy rõ|bật tông|bật tone) [*] / # (ngày|tuần|đêm) (trắng|hết mụn|khỏi|giảm|sạch mụn|trắng da|sáng da|mờ thâm|trị) / trẻ (ra|hơn|lại) # (tuổi|năm) / (trắng|hết mụn|mờ nám|mờ thâm|hết thâm|hết nám|khỏi) (sau|trong) # (ngày|tuần|đêm|tháng)
  (except): (sau|trong) # (phút|giờ) [là]{đã|sẽ} (sạch|hết) (bụi|nước|chén|bát|pin) [*]

result.miracle
  có ích: thần kỳ / kỳ diệu / phép màu / phép mầu / thần dược / thần thánh / tiên dược / diệu kỳ / thuốc tiên / siêu nhiên / bảo bối thần
  (except): (khoảnh khắc|cuộc sống|chuyến đi|thế giới|ngày|đêm|hành trình|trải nghiệm) (kỳ diệu|diệu kỳ|thần kỳ)

result.beforeAfter
  (rewrite): (ảnh|hình|kết quả|so sánh|hình ảnh|da) trước [và|-|vs|với|&] sau / trước (và|-|vs|&) sau khi (dùng|sử dụng|thoa|bôi|uống|giảm) / trước và sau / trước sau khi (dùng|sử dụng|thoa|bôi|uống|giảm) / before after / before & after / before and after
  (except): trước và sau (khi ăn|bữa|khi tập|khi ngủ|khi vệ sinh|khi đi|giờ|tết|khi nấu|khi chạm|khi giặt|sinh|mỗi|khi vào|khi cho bé|khi lau|khi bơi)

medical.cure
  chăm sóc: (chữa|trị|điều trị|đặc trị|chữa trị) [dứt điểm|khỏi|tận gốc|hết|bệnh|lành|các]{bệnh|hết|dứt điểm|chứng|các} (mụn|nám|bệnh|tiểu đường|ung thư|mất ngủ|viêm|đau|trĩ|sẹo|thâm|hôi nách|rụng tóc|hói|nấm|dạ dày|xoang|gout|gút|tàn nhang|vảy nến|chàm|đau lưng|ho|khớp|táo bạo|táo bón) [*] / chữa khỏi / chữa bệnh / chữa lành (bệnh|vết thương|da) / khỏi bệnh / khỏi hẳn / trị dứt / điều trị / đặc trị / trị liệu / thuốc (đặc trị|chữa|trị|gia truyền|nam gia truyền) / thay thế thuốc / thay thuốc chữa bệnh / phòng [ngừa] (ung thư|bệnh|đột quỵ|tiểu đường|cúm|covid) / ngừa ung thư / đẩy lùi (bệnh|ung thư|tiểu đường|mụn)
  (except): (không phải là thuốc|không có tác dụng thay thế) [*] / chữa cháy / chữa lành (tâm hồn|cảm xúc|trái tim|mình)

medical.disease
  cho da có khuyết điểm: (hết|sạch|giảm|xẹp|diệt|đánh bay|tạm biệt|xử đẹp|đẩy|bay|ngừa|xóa|loại bỏ|thổi bay) [sạch|hết|các]{nhanh|sạch|hết|tận gốc} (mụn|mụn ẩn|mụn viêm|mụn đầu đen|nám|tàn nhang|chàm|vảy nến|gàu|nấm|viêm da|viêm lỗ chân lông) / (hạ|giảm|ổn định|kiểm soát) (đường huyết|huyết áp|mỡ máu|cholesterol|tiểu đường|men gan) / (tiểu đường|ung thư|cao huyết áp|mỡ máu|gan nhiễm mỡ|trào ngược|vảy nến|đột quỵ|viêm xoang|viêm khớp|bệnh trĩ) / (ngăn|ngừa|chống|giảm|hết) (rụng tóc|hói) / mọc tóc / kích mọc tóc

medical.function
  (leave out): (tăng cường|tăng|nâng cao|cải thiện|hỗ trợ|bổ|kích thích) [hệ] (miễn dịch|đề kháng|sức đề kháng|sinh lý|trí nhớ|trao đổi chất|tiêu hóa|giấc ngủ|nội tiết|thận|gan|não|hệ tiêu hóa|lưu thông máu|tuần hoàn máu) / thải độc / giải độc [gan|cơ thể] / detox / thanh lọc (cơ thể|gan|da) / (giảm|xua tan|hết|dịu) (đau lưng|đau nhức|đau khớp|đau đầu|stress|căng thẳng|lo âu|đau bụng kinh|mỏi vai gáy|viêm) / kháng viêm / chống viêm / ngủ ngon / dễ ngủ / ngủ sâu giấc / mát gan / bổ thận / tráng dương / cân bằng nội tiết / đào thải độc tố / nhuận tràng
  (except): (chúc|bé|mèo|con|nằm)…ngủ ngon / ngủ ngon nhé

weight.lose
  (rewrite): (giảm|tăng|sụt|xuống|bay) [ngay|được|tới|đến|hơn|liền|mất|tận]{tới|đến|được} # (kg|kí|ký|cân|cm eo|cm vòng eo) / giảm cân / giảm béo / giảm mỡ / đốt mỡ / đốt cháy mỡ / tan mỡ / đánh tan mỡ / tăng cân / giảm eo / eo thon [trong|sau|chỉ] / thon gọn (trong|sau|chỉ|cấp tốc) / gầy (đi|nhanh|cấp tốc) / (trà|thuốc|viên|cà phê|kẹo|siro) giảm cân / ức chế thèm ăn / giảm thèm ăn / cắt cơn thèm / detox giảm / đánh bay mỡ [thừa|bụng] / mỡ bụng / vóc dáng trong # / bụng phẳng / siết eo
  (except): gầy đi trông / (trông|nhìn|mặc vào|nhìn như|cảm giác) [*] gầy đi / (khóa|khoá|nút|dây|quai|chun) [*] giảm eo

beauty.effect
  trông sáng hơn: (trắng da|làm trắng|tắm trắng|dưỡng trắng|kích trắng|trắng bật tông|trắng bật tone|bật tông|bật tone|nâng tông trắng|trắng hồng|da trắng|trắng mịn|trắng sáng|tẩy trắng da|trắng lên|trắng như) [*]
  trông mịn hơn: (xóa|xoá|giảm|mờ|hết|loại bỏ|đánh bay|làm mờ|chống|ngừa|căng) (nếp nhăn|vết nhăn|nhăn|thâm nám|nám|thâm|tàn nhang|sẹo|rạn|vết rạn|quầng thâm|bọng mắt|sẹo rỗ|thâm mụn|lão hóa|đốm nâu) / chống lão hóa / chống lão hoá / trẻ hóa / trẻ hoá / trẻ hóa làn da / anti aging / anti-aging / căng bóng như tiêm / như tiêm (filler|botox) / thu nhỏ lỗ chân lông / se khít lỗ chân lông / nâng cơ / săn chắc (da|ngực) / tăng collagen / kích thích collagen / tái tạo (da|tế bào) / nở ngực / to vòng # / filler / botox
  (except): (thuốc|nước|bột) tẩy trắng (quần áo|áo|vải) / (bạn|người|nàng|ai|bạn nào) [nào|có]{có|nào|làn} da trắng / da trắng hay da [*]

price.compare
  giá dễ chịu: (rẻ|tiết kiệm|hời|giá tốt) hơn [ở|so với|mua ở|giá ở|bên|trên|giá|ngoài|tại|cả]{ở|so với|mua|giá|bên|trên|ngoài|tại|các|cả} (shopee|lazada|tiki|siêu thị|cửa hàng|chỗ khác|nơi khác|ngoài tiệm|store|shop khác|bên khác|chợ|ngoài|thị trường|hãng khác|các hãng|nhà khác|spa|thế giới di động|đối thủ|mall|tiệm|chính hãng|sàn khác|bên cam|sàn cam) [*] / (ngoài tiệm|ngoài store|ngoài cửa hàng|ở siêu thị|shop khác|chỗ khác|bên khác|trong store|ngoài hàng|spa) [bán|giá|phải|lấy|họ|là]{bán|giá|phải|lấy|họ|cũng|tận} # (k|nghìn|ngàn|trăm|triệu|củ|đồng) / so [sánh] giá với / bằng nửa giá / chỉ bằng một nửa giá
  (except): rẻ hơn (mình nghĩ|mọi khi|trước|bình thường|hôm qua|năm ngoái|mình tưởng|dự kiến)

platform.other
  nơi khác: shopee / lazada / tiki / sendo / amazon / taobao / temu / shein / 1688 / alibaba / hasaki / sàn cam / bên cam / app cam / thế giới di động / điện máy xanh / guardian / watsons
  (except): (rừng|sông) amazon / (pha|màu|cốc|ly) [*] tiki

platform.offsite
  bấm vào giỏ hàng: (inbox|ib|nhắn|kết bạn|add|liên hệ|chat|đặt|đặt hàng|mua|order) [qua|tin|mình|shop|em|ngay|trên|với]{qua|mình|shop|em|tin|trên|cho} (zalo|facebook|fb|messenger|whatsapp|telegram|instagram|ig|số điện thoại|hotline) / zalo (mình|shop|em|:|số) / link (ở|trong|dưới|tại) (bio|tiểu sử|trang cá nhân) / chuyển khoản (trước|trực tiếp|cho mình|qua|cho shop) / mua (trên|tại|ở) (website|web|trang web) / inbox (để|mình|shop|em) [*] (đặt|mua|giá|báo giá|tư vấn)

scarcity.false
  hiện vẫn còn hàng: (chỉ còn|còn|còn đúng|còn lại) [đúng|lại|vỏn vẹn|khoảng]{đúng|có|khoảng} # (sản phẩm|cái|chiếc|hộp|suất|bộ|chai|set|đơn|slot|thỏi|đôi|áo|em cuối) / (duy nhất|chỉ) (hôm nay|tối nay|trong hôm nay|ngày hôm nay) / (ngày|cơ hội|giờ|suất|đợt) cuối [cùng] / (hôm nay|tối nay) [là] (hết|kết thúc|ngày cuối) [*] / (sắp|gần) (hết hàng|cháy hàng|hết sale|tăng giá|hết mã|hết suất) / cháy hàng / hết là (thôi|không về) / số lượng (có hạn|có giới hạn|giới hạn|cực ít) / mai (tăng giá|lên giá|hết sale|hết) [*] / (nhanh tay|nhanh tay kẻo|kẻo) (hết|lỡ|kẻo hết|tiếc|số lượng) / kẻo (hết|lỡ) / không (về|nhập) (hàng|lại) nữa / bỏ lỡ là / lỡ là tiếc / mua ngay kẻo
  (except): (ngày|giờ) cuối [cùng] (của (kỳ nghỉ|chuyến|năm|tuần|khóa|tháng|hè)|đi làm|tuần|tháng|ở) / kẻo (lỡ tay|hết pin|lỡ chuyến) / cơ hội cuối kỳ

free.giveaway
  xem điều kiện ở trang sản phẩm: (tặng|phát|nhận|cho|lấy) [ngay|luôn|hết|quà]{ngay|luôn|hết|quà|đồ} miễn phí / miễn phí (100%|hoàn toàn|toàn bộ|cho tất cả|không điều kiện|cho # bạn) / hoàn toàn miễn phí / tặng free / free (hết|toàn bộ|100%|cho|quà) / giveaway / give away / mua # tặng # / mua 1 tặng 1 / (tặng|trúng|nhận) (iphone|vàng|xe|tiền mặt|tiền|điện thoại|voucher tiền) / bốc thăm trúng / minigame (tặng|nhận|trúng) / 0 đồng / 0đ / không mất (đồng|xu|tiền) nào / trúng thưởng / cho không
  (except): (phí ship|ship|giao hàng|vận chuyển) 0 đồng / (phí ship|ship|vận chuyển) 0đ / freeship (0đ|0 đồng)

proof.official
  (leave out): (bộ y tế|bộ công thương|nhà nước|chính phủ|cục quản lý dược|fda|who) [việt nam|mỹ|đã]{đã|việt nam} (chứng nhận|cấp phép|kiểm định|công nhận|khuyên dùng|khuyến cáo|cấp|chứng thực|kiểm nghiệm) / (được|đã được) (bộ y tế|fda|nhà nước|chính phủ) [*] / fda / chứng nhận (quốc tế|của bộ y tế|fda|bộ y tế|châu âu) / bộ y tế / giấy phép bộ y tế

proof.clinical
  bạn bè mình cũng dùng: (bác sĩ|bác sỹ|chuyên gia|dược sĩ|chuyên gia da liễu|bs|giáo sư|nha sĩ) [da liễu|cũng|hàng đầu|đều|nào cũng]{da liễu|cũng|đều|hàng đầu|nào} (khuyên dùng|khuyên|tin dùng|chứng nhận|công nhận|giới thiệu|nghiên cứu|bào chế|kê|tin tưởng|khuyến cáo) / (được|do) (bác sĩ|chuyên gia|bác sĩ da liễu|các chuyên gia) [*] / (chứng minh|kiểm chứng|chứng nhận|kiểm nghiệm) (lâm sàng|khoa học|bởi) [*] / khoa học [đã] (chứng minh|kiểm chứng) / nghiên cứu (chứng minh|cho thấy|chỉ ra|lâm sàng) / thử nghiệm lâm sàng / # trên # (người|bác sĩ|phụ nữ|khách) / #% (người dùng|khách hàng|phụ nữ|người) (hài lòng|khỏi|thấy|hiệu quả)

proof.award
  được nhiều bạn thích: (đạt|nhận|giành|ẵm|đoạt) [được|nhiều|các|hàng loạt]{nhiều|các} (giải thưởng|giải|huy chương|cúp) [*] / giải thưởng (quốc tế|lớn|danh giá) / bằng sáng chế / độc quyền sáng chế / (sao|người nổi tiếng|nghệ sĩ|hoa hậu|ca sĩ|diễn viên|idol) [nào|việt|hàn|cũng|đều|quốc tế]{cũng|đều|hàn|việt|nào} (tin dùng|dùng|khuyên dùng|mê|chọn)
  (except): đạt giải (nhất|nhì|ba) (thi|cuộc|môn) [*]

green.claim
  (leave out): thân thiện [với] môi trường / bảo vệ môi trường / phân hủy sinh học / phân huỷ sinh học / tự phân hủy / trung hòa carbon / không rác thải / bền vững / eco friendly / eco-friendly / sống xanh / sản phẩm xanh / cứu trái đất / không độc hại

goods.prohibited
  (rewrite): thuốc lá / vape / thuốc lá điện tử / pod / xì gà / bia / rượu / vodka / whisky / whiskey / cần sa / cờ bạc / cá cược / cá độ / lô đề / xổ số / casino / nổ hũ / thuốc kê đơn / kháng sinh / thuốc ngủ / thuốc phá thai / thuốc tránh thai / súng / đạn thật / viagra / thuốc kích dục / tiêm trắng / tiêm filler
  (except): (súng|đạn) (bắn keo|nước|keo|massage|đồ chơi|bơm|xịt|xốp|nerf) / (mùi|khói|gạt tàn|tàn|ám mùi) thuốc lá / (bìa|màu) [*] bia / (ly|màu đỏ|đỏ|màu|ủ) rượu [vang] / (màu|đỏ) rượu / airpod* / pod (cà phê|giặt|xả) / bia (đá|mộ) / rượu (nấu ăn|mirin) / (không|chẳng) [*] (cồn|rượu)

children.aim
  (rewrite): (các bé|bé|các em|các con|con|các bạn nhỏ|bạn nhỏ) [*] (bảo|xin|nhờ|rủ|đòi|nói|năn nỉ) [*] (mẹ|ba mẹ|bố mẹ|bố|ba) [*] (mua|đặt|chốt) / (xin|đòi|năn nỉ|bảo) (mẹ|ba mẹ|bố mẹ|bố|ba) (mua|tiền mua|đặt)

children.growth
  (rewrite): (tăng|phát triển|cải thiện) chiều cao / cao (thêm|lên|vượt trội) # cm / (giúp|cho) (bé|trẻ|con) [*] (thông minh|cao lớn|cao vượt trội|hết biếng ăn|không ốm vặt|cao lên|tăng cân|tăng chiều cao|phát triển trí não) / phát triển (trí não|não bộ|trí tuệ) / tăng iq / (bé|trẻ|con) (ăn ngon|hết ốm vặt|cao nhanh|thông minh hơn)

rivals.disparage
  mình thích em này hơn: (tốt|xịn|hiệu quả|chất lượng|đỉnh|ngon) hơn [hẳn|nhiều] [so với]{so với|các|mọi|tất cả|mấy} (hãng|hãng khác|thương hiệu|loại khác|hàng khác|sản phẩm khác|các hãng|nhãn|loại đắt|bên khác|serum|kem khác|dòng) [*] [khác|đắt tiền|nổi tiếng|lớn|cao cấp|nào] / (hãng|thương hiệu|loại|bên|shop|hàng|nhãn) (khác|kia|nổi tiếng|nọ) [*] (rác|dởm|lừa|lừa đảo|vứt đi|giả|kém|tệ|dỏm|độc hại|chán|không ra gì|phí tiền) / ăn đứt (hãng|hàng|các|mọi|thương hiệu|loại|mấy) [*] / đánh bại (hãng|hàng|các|mọi|thương hiệu) [*] / vượt mặt (hãng|hàng|các|mọi|thương hiệu) [*] / đừng (mua|dùng) (hãng|loại|bên|hàng|shop) (khác|kia) / bỏ xa (hãng|hàng|các|mọi|thương hiệu) [*]

rivals.copy
  kiểu mình thích: dupe / rep 1:1 / rep 11 / replica / super fake / hàng fake / hàng rep / hàng nhái / hàng f1 / like auth / (giống|y chang|y hệt|như) [hệt|y|như]{hàng|hãng|hệt} (gucci|dior|chanel|lv|hermes|dyson|airpods|nike|adidas|charles & keith|mac|ysl) [*] / cùng nhà máy với / cùng xưởng với / bản dupe / (thay thế|ngang) [*] (hàng hiệu|high-end|high end)
`),
}

/** Properties of products that are claims: said of a product, its claim sheet has to allow them. Words in all languages with a pack. */

/** `label` for people; terms as in packs, all languages together. */
export interface Topic {
  readonly key: string
  readonly label: { readonly en: string; readonly 'zh-CN': string }
  readonly terms: string
}

const topic = (key: string, en: string, zh: string, terms: string): Topic => ({
  key,
  label: { en, 'zh-CN': zh },
  terms,
})

export const TOPICS: readonly Topic[] = [
  topic(
    'waterproof',
    'waterproof',
    '防水',
    'waterproof / water proof / water resistant / ipx# / ip6# / 防水 / 防泼水 / tahan air / anti air / anti-air / waterproof* / กันน้ำ / chống nước / chống thấm / kháng nước',
  ),
  topic(
    'lasting',
    'lasting',
    '持久',
    'long lasting / longlasting / lasts [for] [up to] # (hours|hrs|hour|h) / # (hour|hr|h) wear / all day wear / 持久 / 持妆 / 不脱妆 / 留香 / tahan lama / tahan [hingga|sampai] # jam / ติดทน / ติดทนนาน / ติดทน # ชั่วโมง / lâu trôi / bền màu / giữ lớp nền / lưu hương',
  ),
  topic(
    'spf',
    'sun protection',
    '防晒',
    'spf # / spf / pa+++ / uv protection / sun protection / uva / uvb / upf # / 防晒 / 防紫外线 / melindungi dari sinar uv / perlindungan uv / กันแดด / ป้องกันแสงแดด / กันยูวี / chống nắng / chống tia uv',
  ),
  topic(
    'organic',
    'organic or natural',
    '有机、天然',
    'organic / all natural / certified organic / 有机 / 纯天然 / organik / alami / bahan alami / ออร์แกนิค / ออร์แกนิก / ธรรมชาติแท้ / hữu cơ / organic / thiên nhiên',
  ),
  topic(
    'sensitive',
    'for sensitive skin',
    '敏感肌适用',
    'hypoallergenic / for sensitive skin / safe for sensitive skin / non comedogenic / 敏感肌可用 / 敏感肌也能用 / 低敏 / hipoalergenik / aman untuk kulit sensitif / cocok untuk kulit sensitif / ผิวแพ้ง่ายใช้ได้ / ผิวแพ้ง่าย / không gây kích ứng / da nhạy cảm dùng được / an toàn cho da nhạy cảm',
  ),
  topic(
    'antibacterial',
    'antibacterial',
    '抗菌',
    'antibacterial / anti bacterial / kills # % of (germs|bacteria) / kills bacteria / antimicrobial / 抗菌 / 抑菌 / 杀菌 / 除菌 / antibakteri / anti bakteri / membunuh kuman / ต้านแบคทีเรีย / ฆ่าเชื้อ / ฆ่าเชื้อโรค / kháng khuẩn / diệt khuẩn',
  ),
  topic(
    'vegan',
    'vegan or cruelty-free',
    '纯素、零残忍',
    'vegan / cruelty free / 纯素 / 零残忍 / bebas uji hewan / วีแกน / thuần chay',
  ),
  topic('halal', 'halal', '清真', 'halal / 清真 / ฮาลาล'),
  topic(
    'bpaFree',
    'free of a substance',
    '不含某物质',
    '(bpa|paraben|sulfate|alcohol|fragrance|gluten|sugar|silicone|lead) free / free of (bpa|parabens|sulfates|alcohol|fragrance|gluten|sugar|silicones|lead) / no parabens / 不含(双酚a|酒精|香精|防腐剂|硅油|荧光剂|重金属|甲醛) / 无(酒精|香精|防腐剂|硅油|荧光剂|甲醛) / bebas (paraben|alkohol|bpa|pewangi|gula) / tanpa (paraben|alkohol|bpa|pewangi|pengawet) / ปราศจาก(พาราเบน|แอลกอฮอล์|น้ำหอม|สารกันเสีย) / ไม่มี(พาราเบน|แอลกอฮอล์|น้ำหอม|สารกันเสีย) / không (chứa|có) (paraben|cồn|hương liệu|bpa|chất bảo quản|đường)',
  ),
  topic(
    'foodSafe',
    'food grade',
    '食品级',
    'food grade / food safe / 食品级 / 食品接触级 / food grade / aman untuk makanan / ฟู้ดเกรด / an toàn thực phẩm',
  ),
  topic(
    'fireproof',
    'heat or fire resistant',
    '耐热、防火',
    'fireproof / flame retardant / heat resistant / 防火 / 阻燃 / 耐高温 / tahan panas / tahan api / ทนความร้อน / กันไฟ / chịu nhiệt / chống cháy',
  ),
  topic(
    'unbreakable',
    'unbreakable',
    '防摔',
    'unbreakable / shatterproof / drop proof / scratch proof / 防摔 / 摔不坏 / 防刮 / anti pecah / tahan banting / anti gores / กันกระแทก / ตกไม่แตก / กันรอย / chống vỡ / chống va đập / chống trầy',
  ),
  topic(
    'material',
    'a material',
    '材质',
    '# % (cotton|silk|wool|linen|leather|cashmere) / pure (cotton|silk|wool|linen) / real leather / genuine leather / solid gold / 纯棉 / 真丝 / 真皮 / 羊绒 / 头层牛皮 / 纯银 / kulit asli / katun asli / sutra asli / หนังแท้ / ผ้าไหมแท้ / ผ้าฝ้ายแท้ / da thật / lụa thật / cotton # %',
  ),
  topic(
    'battery',
    'battery or charging',
    '续航、充电',
    '# mah / battery life / fast charging / fast charge / # (hours|hour|h) [of] (battery|playtime|playback) / 续航 / 快充 / 毫安 / daya tahan baterai / pengisian cepat / แบตอึด / ชาร์จเร็ว / pin trâu / sạc nhanh / thời lượng pin',
  ),
  topic(
    'noise',
    'noise cancelling',
    '降噪',
    'noise cancelling / noise cancellation / noise canceling / 降噪 / 静音 / peredam bising / ตัดเสียงรบกวน / chống ồn',
  ),
  topic(
    'cold',
    'keeps warm or cold',
    '保温',
    'keeps [drinks|it|water] (cold|hot|warm) / stays cold / stays hot / 保温 / 保冷 / menjaga suhu / tahan dingin / tahan panas / เก็บความเย็น / เก็บความร้อน / เก็บอุณหภูมิ / giữ nhiệt / giữ lạnh',
  ),
  topic(
    'origin',
    'where it is made',
    '产地',
    'made in (the usa|usa|korea|japan|italy|france|germany|germany|england|the uk) / 韩国制造 / 日本制造 / 原装进口 / 进口 / buatan (korea|jepang|jerman|italia) / impor / ผลิตใน(เกาหลี|ญี่ปุ่น|เยอรมัน) / นำเข้าจาก / sản xuất tại (hàn|nhật|đức|mỹ|pháp) / nhập khẩu',
  ),
  topic(
    'tested',
    'tested',
    '检测',
    'dermatologist tested / dermatologically tested / clinically tested / lab tested / 皮肤科测试 / 检测报告 / 质检报告 / teruji klinis / teruji dermatologis / sudah bpom / ทดสอบโดยแพทย์ผิวหนัง / ผ่านการทดสอบ / đã kiểm nghiệm / kiểm nghiệm da liễu',
  ),
]

/**
 * What to write to a creator about a sample when the agency has no text of its own: reminders in four tones, and a question
 * before a request is answered, in the languages of the markets. Short, polite, no threat; people edit before they send.
 */

import { TONES } from './ghosting'
import { languagesFor, type TemplateText, textFor } from './templates'

export const SAMPLE_TEXTS = [...TONES, 'question'] as const
export type SampleTextKey = (typeof SAMPLE_TEXTS)[number]

const TEXTS: Readonly<Record<string, Readonly<Record<SampleTextKey, string>>>> = {
  en: {
    gentle:
      'Hi {{name}}, your sample of {{product}} arrived a few days ago. How do you like it? We look forward to your video!',
    help: 'Hi {{name}}, is there anything we can help with for your {{product}} video: ideas, selling points, the link? Just tell us.',
    firm: 'Hi {{name}}, your content for {{product}} is due by {{day|soon}}. When do you plan to post? If something came up, tell us and we find a day together.',
    last: 'Hi {{name}}, we have not seen a post for {{product}} yet ({{days}} days since delivery). Please post or answer this week; otherwise we cannot send further samples.',
    question:
      'Hi {{name}}, thank you for asking for {{product}}. Before we send it: which video or LIVE do you have in mind, and when would you post it?',
  },
  zh: {
    gentle: '{{name}}，你好！{{product}} 的样品已经到了几天，用着怎么样？期待你的视频～',
    help: '{{name}}，你好！拍 {{product}} 需要帮忙吗？卖点、脚本思路、商品链接都可以找我要。',
    firm: '{{name}}，你好！{{product}} 的内容要在 {{day|近期}} 前发布，你打算哪天发？有事耽搁也请告诉我，我们一起定个时间。',
    last: '{{name}}，你好！{{product}} 签收 {{days}} 天了还没看到内容。请这周发布或回复一下，否则后面就没法继续寄样了。',
    question: '{{name}}，你好！谢谢申请 {{product}}。寄样前想了解一下：你打算拍短视频还是直播，大概什么时候发？',
  },
  id: {
    gentle:
      'Hai {{name}}, sampel {{product}} sudah sampai beberapa hari lalu. Bagaimana, suka? Kami tunggu videonya ya!',
    help: 'Hai {{name}}, ada yang bisa kami bantu untuk video {{product}}? Ide, keunggulan produk, atau link, bilang saja ya.',
    firm: 'Hai {{name}}, konten {{product}} paling lambat {{day|segera}}. Rencananya posting kapan? Kalau ada kendala, kabari kami supaya kita atur harinya bersama.',
    last: 'Hai {{name}}, sudah {{days}} hari sejak {{product}} diterima dan kami belum melihat kontennya. Mohon posting atau balas minggu ini; kalau tidak, kami belum bisa mengirim sampel lagi.',
    question:
      'Hai {{name}}, terima kasih sudah mengajukan sampel {{product}}. Sebelum kami kirim: rencananya video atau LIVE, dan kira-kira kapan tayang?',
  },
  ms: {
    gentle:
      'Hai {{name}}, sampel {{product}} sudah sampai beberapa hari lepas. Macam mana, suka? Kami tunggu video anda!',
    help: 'Hai {{name}}, ada apa-apa yang boleh kami bantu untuk video {{product}}? Idea, kelebihan produk atau pautan, beritahu sahaja.',
    firm: 'Hai {{name}}, kandungan {{product}} perlu disiarkan sebelum {{day|tidak lama lagi}}. Bila anda bercadang menyiarkannya? Jika ada halangan, beritahu kami untuk tetapkan hari bersama.',
    last: 'Hai {{name}}, sudah {{days}} hari sejak {{product}} diterima dan belum ada kandungan. Sila siarkan atau balas minggu ini; jika tidak, kami tidak dapat menghantar sampel lagi.',
    question:
      'Hai {{name}}, terima kasih kerana memohon {{product}}. Sebelum kami hantar: anda bercadang buat video atau LIVE, dan bila?',
  },
  th: {
    gentle: 'สวัสดีค่ะคุณ {{name}} ตัวอย่างสินค้า {{product}} ถึงมาหลายวันแล้ว ชอบไหมคะ รอชมวิดีโออยู่นะคะ',
    help: 'สวัสดีค่ะคุณ {{name}} ต้องการให้เราช่วยอะไรสำหรับคลิป {{product}} ไหมคะ ไอเดีย จุดขาย หรือลิงก์สินค้า บอกได้เลยค่ะ',
    firm: 'สวัสดีค่ะคุณ {{name}} คอนเทนต์ {{product}} ต้องลงภายในวันที่ {{day|เร็ว ๆ นี้}} วางแผนจะลงวันไหนคะ ถ้าติดขัดอะไรแจ้งเราได้ จะได้นัดวันกันค่ะ',
    last: 'สวัสดีค่ะคุณ {{name}} ได้รับ {{product}} มา {{days}} วันแล้ว แต่เรายังไม่เห็นคอนเทนต์ รบกวนลงหรือตอบกลับภายในสัปดาห์นี้ ไม่เช่นนั้นเราจะส่งตัวอย่างครั้งต่อไปไม่ได้ค่ะ',
    question: 'สวัสดีค่ะคุณ {{name}} ขอบคุณที่ขอตัวอย่าง {{product}} ก่อนส่งขอถามว่าจะทำเป็นวิดีโอหรือไลฟ์ และวางแผนลงเมื่อไหร่คะ',
  },
  vi: {
    gentle: 'Chào {{name}}, mẫu {{product}} đã tới được vài ngày. Bạn thấy sao? Bên mình rất mong video của bạn!',
    help: 'Chào {{name}}, bạn có cần bên mình hỗ trợ gì cho video {{product}} không: ý tưởng, điểm bán hàng, link sản phẩm? Cứ nhắn nhé.',
    firm: 'Chào {{name}}, nội dung {{product}} cần đăng trước {{day|sớm}}. Bạn dự định đăng ngày nào? Nếu có việc bận, báo bên mình để cùng hẹn ngày nhé.',
    last: 'Chào {{name}}, bạn đã nhận {{product}} {{days}} ngày mà bên mình chưa thấy bài đăng. Nhờ bạn đăng hoặc trả lời trong tuần này; nếu không bên mình khó gửi mẫu tiếp.',
    question:
      'Chào {{name}}, cảm ơn bạn đã đăng ký mẫu {{product}}. Trước khi gửi, cho mình hỏi bạn dự định làm video hay LIVE và khoảng khi nào đăng?',
  },
  es: {
    gentle: 'Hola {{name}}, tu muestra de {{product}} llegó hace unos días. ¿Qué te parece? ¡Esperamos tu video!',
    help: 'Hola {{name}}, ¿te ayudamos con algo para el video de {{product}}: ideas, ventajas, el enlace? Solo dinos.',
    firm: 'Hola {{name}}, el contenido de {{product}} vence el {{day|pronto}}. ¿Cuándo piensas publicarlo? Si surgió algo, avísanos y buscamos un día juntos.',
    last: 'Hola {{name}}, pasaron {{days}} días desde que recibiste {{product}} y aún no vemos la publicación. Publica o respóndenos esta semana; si no, no podremos enviarte más muestras.',
    question:
      'Hola {{name}}, gracias por pedir {{product}}. Antes de enviarlo: ¿piensas hacer un video o un LIVE, y cuándo lo publicarías?',
  },
  pt: {
    gentle:
      'Oi {{name}}, sua amostra de {{product}} chegou há alguns dias. O que achou? Estamos ansiosos pelo seu vídeo!',
    help: 'Oi {{name}}, podemos ajudar com o vídeo de {{product}}: ideias, diferenciais, o link? É só falar.',
    firm: 'Oi {{name}}, o conteúdo de {{product}} vence em {{day|breve}}. Quando pretende postar? Se houve algum imprevisto, avise e combinamos um dia.',
    last: 'Oi {{name}}, já são {{days}} dias desde a entrega de {{product}} e ainda não vimos o post. Poste ou responda esta semana; sem isso não conseguimos enviar novas amostras.',
    question:
      'Oi {{name}}, obrigado por pedir {{product}}. Antes de enviar: você pensa em vídeo ou LIVE, e quando postaria?',
  },
  ja: {
    gentle:
      '{{name}}さん、こんにちは。{{product}}のサンプルが届いて数日たちました。使い心地はいかがですか？動画を楽しみにしています。',
    help: '{{name}}さん、こんにちは。{{product}}の動画でお手伝いできることはありますか？アイデア、商品の特長、リンクなど、お気軽にどうぞ。',
    firm: '{{name}}さん、こんにちは。{{product}}のコンテンツの期限は{{day|まもなく}}です。投稿はいつ頃のご予定ですか？ご事情があれば日程をご相談ください。',
    last: '{{name}}さん、こんにちは。{{product}}のお受け取りから{{days}}日たちましたが、投稿がまだ確認できていません。今週中に投稿またはご返信をお願いします。ない場合、次のサンプルをお送りできません。',
    question:
      '{{name}}さん、{{product}}のお申し込みありがとうございます。お送りする前に、動画かLIVEか、いつ頃の投稿をお考えか教えてください。',
  },
  de: {
    gentle:
      'Hallo {{name}}, dein Muster von {{product}} ist vor ein paar Tagen angekommen. Wie gefällt es dir? Wir freuen uns auf dein Video!',
    help: 'Hallo {{name}}, können wir dir beim Video zu {{product}} helfen: Ideen, Vorteile, der Link? Sag einfach Bescheid.',
    firm: 'Hallo {{name}}, der Beitrag zu {{product}} ist bis {{day|bald}} fällig. Wann möchtest du posten? Wenn etwas dazwischenkam, melde dich, dann finden wir einen Tag.',
    last: 'Hallo {{name}}, seit {{days}} Tagen hast du {{product}}, und wir haben noch keinen Beitrag gesehen. Bitte poste oder antworte diese Woche; sonst können wir keine weiteren Muster schicken.',
    question:
      'Hallo {{name}}, danke für deine Anfrage zu {{product}}. Bevor wir es schicken: Planst du ein Video oder ein LIVE, und wann?',
  },
  fr: {
    gentle:
      'Bonjour {{name}}, ton échantillon de {{product}} est arrivé il y a quelques jours. Qu’en penses-tu ? Nous attendons ta vidéo avec impatience !',
    help: 'Bonjour {{name}}, pouvons-nous t’aider pour la vidéo de {{product}} : idées, points forts, lien ? Dis-nous.',
    firm: 'Bonjour {{name}}, le contenu pour {{product}} est à publier avant {{day|bientôt}}. Quand penses-tu le faire ? En cas d’imprévu, préviens-nous et trouvons un jour ensemble.',
    last: 'Bonjour {{name}}, tu as reçu {{product}} il y a {{days}} jours et nous n’avons pas encore vu de publication. Merci de publier ou de répondre cette semaine ; sinon nous ne pourrons plus envoyer d’échantillons.',
    question:
      'Bonjour {{name}}, merci pour ta demande de {{product}}. Avant l’envoi : prévois-tu une vidéo ou un LIVE, et pour quand ?',
  },
  it: {
    gentle:
      'Ciao {{name}}, il tuo campione di {{product}} è arrivato da qualche giorno. Come ti sembra? Aspettiamo il tuo video!',
    help: 'Ciao {{name}}, possiamo aiutarti con il video di {{product}}: idee, punti di forza, il link? Dicci pure.',
    firm: 'Ciao {{name}}, il contenuto per {{product}} va pubblicato entro {{day|presto}}. Quando pensi di farlo? Se è successo qualcosa, avvisaci e troviamo un giorno insieme.',
    last: 'Ciao {{name}}, hai ricevuto {{product}} da {{days}} giorni e non abbiamo ancora visto il post. Pubblica o rispondi questa settimana; altrimenti non potremo inviare altri campioni.',
    question:
      'Ciao {{name}}, grazie per aver richiesto {{product}}. Prima di spedirlo: pensi a un video o a una LIVE, e quando?',
  },
}

/** The app's own text in the creator's language, else in that of their market, else English. */
export function sampleText(
  key: SampleTextKey,
  language: string | null,
  market: string | null,
): { readonly language: string; readonly body: string } {
  const texts: TemplateText[] = Object.entries(TEXTS).map(([code, bodies]) => ({
    id: code,
    language: code,
    version: 1,
    body: bodies[key],
  }))
  const chosen = textFor(texts, languagesFor(language, market))
  return { language: chosen?.language ?? 'en', body: chosen?.body ?? '' }
}

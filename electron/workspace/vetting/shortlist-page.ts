/**
 * The shortlist as one page that opens anywhere without a network: the client answers each creator and saves a small file.
 *
 * Everything from records is text, never markup; the page loads nothing.
 */

export interface ShortlistPage {
  readonly shop: string
  readonly language: 'en' | 'zh-CN'
  /** The word for a key, in the page's language. */
  readonly word: (key: string) => string
  readonly rows: readonly { readonly creatorId: string; readonly cells: readonly string[] }[]
}

const HEADS = [
  'handle',
  'displayName',
  'market',
  'tier',
  'followers',
  'category',
  'audienceMarket',
  'gpm',
  'gpmCurrency',
  'cvr',
  'engagement',
  'postRate',
  'score',
  'answer',
  'comment',
]

const STYLE = `:root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}body{margin:2rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8884;padding:.4rem .6rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}button,select,input{font:inherit;padding:.2rem .4rem}`

// The answers go into a file that the agency imports: nothing is sent anywhere.
const SCRIPT = `document.getElementById('save').addEventListener('click',function(){
var lines=['creator,answer,comment'];document.querySelectorAll('tr[data-id]').forEach(function(row){
var answer=row.querySelector('select').value,comment=row.querySelector('input').value;
if(answer)lines.push([row.dataset.handle,answer,'"'+comment.replace(/"/g,'""')+'"'].join(','))});
var link=document.createElement('a');link.href=URL.createObjectURL(new Blob(['\\ufeff'+lines.join('\\r\\n')+'\\r\\n'],{type:'text/csv'}));
link.download='reply.csv';link.click()})`

export function shortlistPage({ shop, language, word, rows }: ShortlistPage): string {
  const title = escaped(`${word('title')} · ${shop}`)
  const heads = HEADS.map((key) => `<th scope="col">${escaped(word(key))}</th>`).join('')
  const choices = ['', 'yes', 'no', 'later']
    .map((value) => `<option value="${value}">${escaped(value === '' ? '–' : word(`answer.${value}`))}</option>`)
    .join('')
  const body = rows
    .map(({ creatorId, cells }) => {
      const handle = escaped(cells[0] ?? '')
      const values = cells.map((cell) => `<td${/^-?[\d.]+$/u.test(cell) ? ' class="n"' : ''}>${escaped(cell)}</td>`)
      return `<tr data-id="${escaped(creatorId)}" data-handle="${handle}">${values.join('')}<td><select aria-label="${escaped(word('answer'))} ${handle}">${choices}</select></td><td><input aria-label="${escaped(word('comment'))} ${handle}"></td></tr>`
    })
    .join('\n')
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>${STYLE}</style></head><body><h1>${title}</h1><p>${escaped(word('lead'))}</p>
<table><thead><tr>${heads}</tr></thead><tbody>
${body}
</tbody></table><p><button id="save">${escaped(word('save'))}</button></p><script>${SCRIPT}</script></body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}

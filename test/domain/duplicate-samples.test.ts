/** Samples that go twice to one person: addresses, numbers and accounts as the field writes them. */

import { describe, expect, test } from 'vitest'

import { addressParts, areAlike } from '../../shared/domain/address-key'
import { createGuardIndex, type GuardedSample, keepsBack, phoneEnd } from '../../shared/domain/duplicate-samples'

const alike = (a: string, b: string): boolean => {
  const [one, other] = [addressParts(a), addressParts(b)]
  return one !== null && other !== null && areAlike(one, other)
}

describe('addresses', () => {
  test.each([
    ['123 Main Street, Apt 4B, Los Angeles, CA 90012', '123 MAIN ST. APT 4-B LOS ANGELES CA 90012 USA'],
    ['Apt 4B, 123 Main Street, Los Angeles 90012', '123 Main Street Apt 4B Los Angeles, California'],
    ['Flat 2, 10 Downing Street, London SW1A 2AA', '10 Downing St, Flat 2, London, SW1A 2AA, UK'],
    ['浙江省杭州市余杭区文一西路969号3号楼1201室', '杭州市余杭区文一西路 969 号 3 栋 1201'],
    ['上海市徐汇区漕溪北路三十五号十二楼', '上海徐汇漕溪北路35號12樓'],
    ['广东省深圳市南山区科技园南区１２栋５０１室', '深圳南山科技园南区12栋501'],
    ['99/1 ซอยสุขุมวิท 33 แขวงคลองตันเหนือ เขตวัฒนา กรุงเทพมหานคร 10110', '๙๙/๑ ซ.สุขุมวิท ๓๓ คลองตันเหนือ วัฒนา กรุงเทพฯ 10110'],
    [
      '99/1 Soi Sukhumvit 33, Khlong Tan Nuea, Watthana, Bangkok 10110',
      '99/1 Sukhumvit Soi 33, Klong-Tan-Nuea Watthana Bangkok',
    ],
    ['12 Đường Nguyễn Huệ, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh', '12 nguyen hue, P. ben nghe, Q.1, ho chi minh'],
    [
      'Jl. Jend. Sudirman No. 5 RT 03/RW 02, Jakarta Selatan 12190',
      'jalan jend sudirman 5, rt 3 rw 2 jakarta selatan, Indonesia',
    ],
    [
      'Calle Álvaro Obregón 151, Roma Norte, 06700 Ciudad de México',
      'C. Alvaro Obregon #151 Col. Roma Norte CP 06700 Ciudad de Mexico',
    ],
    ['東京都渋谷区神南１丁目１９番１１号', '渋谷区神南1-19-11'],
  ])('%s is %s', (a, b) => {
    expect(alike(a, b)).toBe(true)
    expect(alike(b, a)).toBe(true)
  })

  test.each([
    ['123 Main Street, Los Angeles, CA 90012', '125 Main Street, Los Angeles, CA 90012'],
    ['123 Main Street, Los Angeles, CA 90012', '123 Main Street, Springfield, IL 62701'],
    ['123 Main Street, Apt 4, Los Angeles', '123 Main Street, Apt 5, Los Angeles'],
    ['杭州市余杭区文一西路969号3号楼1201室', '杭州市余杭区文一西路969号3号楼1202室'],
    ['上海市徐汇区漕溪北路35号', '北京市朝阳区建国路35号'],
    ['99/1 ซอยสุขุมวิท 33 กรุงเทพ 10110', '99/1 ซอยรัชดาภิเษก 33 กรุงเทพ 10310'],
    ['12 Nguyễn Huệ, Quận 1', '12 Lê Lợi, Quận 1'],
  ])('%s is not %s', (a, b) => {
    expect(alike(a, b)).toBe(false)
  })

  test('what hides part of itself, or says next to nothing, is compared with nothing', () => {
    expect(addressParts('1** Main Street, Los Angeles')).toBeNull()
    expect(addressParts('12')).toBeNull()
    expect(addressParts('Los Angeles')).toBeNull()
    expect(addressParts('')).toBeNull()
    expect(addressParts(null)).toBeNull()
  })
})

describe('phone numbers', () => {
  test('with and without the country, in any spelling, end alike', () => {
    expect(phoneEnd('+84 912 345 678', null)).toBe('12345678')
    expect(phoneEnd('0912.345.678', 'VN')).toBe('12345678')
    expect(phoneEnd('(+66) 081-234-5678', 'TH')).toBe('12345678')
    expect(phoneEnd('138 1234 5678', 'CN')).toBe('12345678')
    expect(phoneEnd('+65 9123 4567', null)).toBe(phoneEnd('91234567', 'SG'))
  })

  test('hidden and short ones are none', () => {
    expect(phoneEnd('(+66)81*****23', 'TH')).toBeNull()
    expect(phoneEnd('12345', 'US')).toBeNull()
    expect(phoneEnd(null, 'US')).toBeNull()
  })
})

const sample = (id: string, fields: Partial<GuardedSample> = {}): GuardedSample => ({
  id,
  person: id,
  shopId: 'us',
  clientId: 'brand',
  productId: '1',
  market: 'US',
  phone: null,
  address: null,
  contact: null,
  ...fields,
})

function guard(...samples: readonly GuardedSample[]) {
  const index = createGuardIndex()
  for (const one of samples) index.put(one)
  return index
}

describe('the guard', () => {
  test('finds the same person with the same product, and with another product of the same client', () => {
    const index = guard(
      sample('old', { person: 'mia' }),
      sample('sister', { person: 'mia', shopId: 'uk', productId: '2' }),
      sample('stranger', { person: 'mia', clientId: 'other', productId: '3' }),
    )
    expect(index.repeatsOf(sample('new', { person: 'mia' }))).toEqual([
      { id: 'old', by: ['person'], product: 'same', isOwn: true },
      { id: 'sister', by: ['person'], product: 'sameClient', isOwn: true },
    ])
  })

  test('finds two names behind one phone, address, account or payee, with every clue', () => {
    const index = guard(
      sample('phone', { phone: '+1 (213) 555-0100' }),
      sample('address', { address: '123 Main Street Apt 4, Los Angeles 90012' }),
      sample('bank', { contact: { phone: null, address: null, bank: 'VCB 0071-0001-2345', payee: null } }),
      sample('both', {
        phone: '213 555 0100',
        contact: { phone: null, address: null, bank: null, payee: 'Nguyễn Thị Hoa' },
      }),
    )
    const found = index.repeatsOf(
      sample('new', {
        phone: '213-555-0100',
        address: 'Apt 4, 123 Main St., Los Angeles',
        contact: { phone: null, address: null, bank: 'vcb 007100012345', payee: 'NGUYỄN THỊ HOA' },
      }),
    )
    expect(Object.fromEntries(found.map(({ id, by }) => [id, by]))).toEqual({
      phone: ['phone'],
      address: ['address'],
      bank: ['bank'],
      both: ['phone', 'payee'],
    })
  })

  test('never finds the sample itself, one that was dropped, or what one said before it was changed', () => {
    const index = guard(sample('a', { phone: '213 555 0100' }), sample('b', { phone: '213 555 0100' }))
    const asked = sample('a', { phone: '213 555 0100' })
    expect(index.repeatsOf(asked).map(({ id }) => id)).toEqual(['b'])
    index.put(sample('b', { phone: '213 555 0199' }))
    expect(index.repeatsOf(asked)).toEqual([])
    index.put(sample('b', { phone: '213 555 0100' }))
    index.drop('b')
    expect(index.repeatsOf(asked)).toEqual([])
    expect(index.size).toBe(1)
  })

  test('an address that very many samples go to is a warehouse and says nothing; the person still does', () => {
    const address = 'Unit 7, 500 Harbor Way, Long Beach 90802'
    const index = guard(...Array.from({ length: 41 }, (_, at) => sample(`s${at}`, { address })))
    expect(index.repeatsOf(sample('new', { address }))).toEqual([])
    expect(index.repeatsOf(sample('new', { address, person: 's3' }))).toEqual([
      { id: 's3', by: ['person'], product: 'same', isOwn: true },
    ])
  })

  test('one under way keeps another back, one that was sent for so many days', () => {
    const day = 86_400_000
    const at = { now: 100 * day, days: 90, sameClient: false }
    const same = { product: 'same', isOwn: true } as const
    expect(keepsBack({ ...same, open: true, sentAt: null }, at)).toBe(true)
    expect(keepsBack({ ...same, open: false, sentAt: 10 * day }, at)).toBe(true)
    expect(keepsBack({ ...same, open: false, sentAt: 10 * day - 1 }, at)).toBe(false)
    expect(keepsBack({ ...same, open: false, sentAt: null }, at)).toBe(false)
  })

  test('another product of the client counts under another name, under the own one only where the rules say so', () => {
    const at = { now: 0, days: 90, sameClient: false }
    const open = { product: 'sameClient', open: true, sentAt: null } as const
    expect(keepsBack({ ...open, isOwn: false }, at)).toBe(true)
    expect(keepsBack({ ...open, isOwn: true }, at)).toBe(false)
    expect(keepsBack({ ...open, isOwn: true }, { ...at, sameClient: true })).toBe(true)
  })
})

// Draws the mark, a star over the horizon, into electron/resources: icon.svg, icon.png, icon.ico, icon.icns.
// Run by hand when the mark changes (node scripts/draw-icon.mjs); what it writes is kept in the repository.
import fs from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { root } from './lib/env.mjs'

// The mark in a square of 1024: a rounded tile with margins as macOS wants them, a sea, a star.
const SIZE = 1024
const TILE = { from: 100, to: 924, radius: 185 }
const SKY = { top: [16, 32, 74], bottom: [46, 84, 158] }
const SEA = { top: [13, 26, 60], bottom: [9, 18, 42] }
const LINE = [255, 214, 128]
const STAR = [255, 214, 128]
const HORIZON = { middleX: 512, top: 668, radius: 1500, thickness: 14 }
const STAR_AT = { x: 512, y: 428, outer: 212, inner: 84 }

const starPoints = Array.from({ length: 10 }, (_, i) => {
  const angle = (i * Math.PI) / 5 - Math.PI / 2
  const radius = i % 2 === 0 ? STAR_AT.outer : STAR_AT.inner
  return [STAR_AT.x + radius * Math.cos(angle), STAR_AT.y + radius * Math.sin(angle)]
})

function inTile(x, y) {
  const dx = Math.max(TILE.from + TILE.radius - x, x - (TILE.to - TILE.radius), 0)
  const dy = Math.max(TILE.from + TILE.radius - y, y - (TILE.to - TILE.radius), 0)
  return Math.hypot(dx, dy) <= TILE.radius
}

function inStar(x, y) {
  let inside = false
  for (const [i, [ax, ay]] of starPoints.entries()) {
    const [bx, by] = starPoints[(i + 9) % 10]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** How far below the horizon's arc a point is. */
function depth(x, y) {
  return HORIZON.radius - Math.hypot(x - HORIZON.middleX, y - (HORIZON.top + HORIZON.radius))
}

function colourAt(x, y) {
  if (!inTile(x, y)) return undefined
  if (inStar(x, y)) return STAR
  const below = depth(x, y)
  if (below >= 0 && below < HORIZON.thickness) return LINE
  const { top, bottom } = below >= 0 ? SEA : SKY
  const from = below >= 0 ? HORIZON.top : TILE.from
  const part = Math.min(1, Math.max(0, (y - from) / (below >= 0 ? TILE.to - from : HORIZON.top - from)))
  return top.map((value, i) => value + (bottom[i] - value) * part)
}

/** RGBA rows of `n` by `n` pixels, each the mean of 4 by 4 samples. */
function pixels(n) {
  const data = Buffer.alloc(n * n * 4)
  const step = SIZE / n / 4
  for (let pixel = 0; pixel < n * n; pixel++) {
    const [left, top] = [(pixel % n) * step * 4, Math.floor(pixel / n) * step * 4]
    const sum = [0, 0, 0, 0]
    for (let sample = 0; sample < 16; sample++) {
      const colour = colourAt(left + ((sample % 4) + 0.5) * step, top + (Math.floor(sample / 4) + 0.5) * step)
      if (colour) for (const [i, value] of [...colour, 1].entries()) sum[i] += value
    }
    const covered = sum[3]
    if (covered > 0)
      data.set([sum[0] / covered, sum[1] / covered, sum[2] / covered, (covered / 16) * 255].map(Math.round), pixel * 4)
  }
  return data
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  let crc = ~0
  for (const byte of body) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8)
  return Buffer.concat([uint32(data.length), body, uint32(~crc >>> 0)])
}

function uint32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function png(n) {
  const data = pixels(n)
  const rows = Array.from({ length: n }, (_, y) => [Buffer.from([0]), data.subarray(y * n * 4, (y + 1) * n * 4)]).flat()
  const header = Buffer.concat([uint32(n), uint32(n), Buffer.from([8, 6, 0, 0, 0])])
  const image = deflateSync(Buffer.concat(rows), { level: 9 })
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))])
}

/** Windows: a directory of pictures, each a PNG. */
function ico(sizes) {
  const images = sizes.map((size) => png(size))
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [i, size] of sizes.entries()) {
    const at = 6 + 16 * i
    head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
    head.writeUInt32LE(images[i].length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += images[i].length
  }
  return Buffer.concat([head, ...images])
}

/** macOS: tagged PNGs, each also for half its size on dense screens. */
function icns() {
  const kinds = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }
  const parts = Object.entries(kinds).map(([type, size]) => {
    const image = png(size)
    return Buffer.concat([Buffer.from(type), uint32(image.length + 8), image])
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from('icns'), uint32(body.length + 8), body])
}

function svg() {
  const rgb = (colour) => `rgb(${colour.join(',')})`
  const gradient = (id, { top, bottom }) =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${rgb(top)}"/><stop offset="1" stop-color="${rgb(bottom)}"/></linearGradient>`
  const side = TILE.to - TILE.from
  const arc = (lowered) =>
    `<circle cx="${HORIZON.middleX}" cy="${HORIZON.top + HORIZON.radius}" r="${HORIZON.radius - lowered}"`
  const tile = `<rect x="${TILE.from}" y="${TILE.from}" width="${side}" height="${side}" rx="${TILE.radius}"`
  const star = starPoints.map((point) => point.map((value) => value.toFixed(1)).join(',')).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">
<defs>${gradient('sky', SKY)}<clipPath id="tile">${tile}/></clipPath></defs>
<g clip-path="url(#tile)">${tile} fill="url(#sky)"/>${arc(0)} fill="${rgb(LINE)}"/>${arc(HORIZON.thickness)} fill="${rgb(SEA.top)}"/></g>
<polygon points="${star}" fill="${rgb(STAR)}"/>
</svg>
`
}

const target = path.join(root, 'electron/resources')
fs.mkdirSync(target, { recursive: true })
fs.writeFileSync(path.join(target, 'icon.svg'), svg())
fs.writeFileSync(path.join(target, 'icon.png'), png(512))
fs.writeFileSync(path.join(target, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
fs.writeFileSync(path.join(target, 'icon.icns'), icns())

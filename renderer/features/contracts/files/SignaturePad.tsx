/** A place to draw a signature with mouse, pen or finger; what is drawn is black on white, as on paper. */

import { Button } from '@mantine/core'
import { type PointerEvent, type RefObject, useId, useRef, useState } from 'react'

import { useText } from '../../../messages/i18n'
import classes from './files.module.css'

const WIDTH = 640
const HEIGHT = 180

export interface SignaturePadProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** Whether anything is drawn. */
  readonly onDrawn: (drawn: boolean) => void
}

export function SignaturePad({ canvas, onDrawn }: SignaturePadProps) {
  const t = useText('contractFiles')
  const hint = useId()
  const last = useRef<readonly [number, number] | null>(null)
  const [drawn, setDrawn] = useState(false)
  const change = (now: boolean) => {
    setDrawn(now)
    onDrawn(now)
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!drawn) whiten(event.currentTarget)
    last.current = pointOf(event)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const from = last.current
    if (from === null) return
    const to = pointOf(event)
    draw(event.currentTarget, from, to)
    last.current = to
    if (!drawn) change(true)
  }
  const end = () => {
    last.current = null
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)
    change(false)
  }
  return (
    <div className={classes.pad}>
      <span>{t('signing.draw')}</span>
      <canvas
        ref={canvas}
        className={classes.canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('signing.draw')}
        aria-describedby={hint}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={classes.line}>
        <span id={hint} className={classes.quiet}>
          {t('signing.drawHint')}
        </span>
        <Button size="compact-xs" variant="subtle" disabled={!drawn} onClick={clear}>
          {t('signing.clear')}
        </Button>
      </div>
    </div>
  )
}

function draw(canvas: HTMLCanvasElement, from: readonly [number, number], to: readonly [number, number]): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.lineWidth = 3
  pen.lineCap = 'round'
  pen.strokeStyle = 'black'
  pen.stroke()
}

/** The PNG in base64 of what is drawn. */
export function drawingIn(canvas: HTMLCanvasElement | null): string | null {
  return canvas?.toDataURL('image/png').split(',')[1] ?? null
}

function whiten(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
}

/** In the canvas's own units, however large it is shown. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): readonly [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return [((clientX - left) / width) * WIDTH, ((clientY - top) / height) * HEIGHT]
}

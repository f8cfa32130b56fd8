/** The QR code of a payment as a picture. EPC069-12: error level M, at most version 13. No border: the template keeps it free. */
import { encode } from 'uqr'

const LARGEST_VERSION = 13

/** Any of the eight masks is read; weighing them all against each other costs ten times the rest. */
const MASK = 2

export function qrPicture(payload: string): Uint8Array {
  const { size, data } = encode(payload, { ecc: 'M', boostEcc: false, maxVersion: LARGEST_VERSION, border: 0, maskPattern: MASK })
  const path = data.flatMap((row, y) => darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join('')
  return new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`)
}

/** Neighbouring dark modules as one bar: half the picture, and no hair between them. */
function darkRuns(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [x: number, width: number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1] += 1
    else if (dark) runs.push([x, 1])
  })
  return runs
}

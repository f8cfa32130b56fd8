/** Typst itself: a template and plain data in, the bytes of a tagged PDF/A-3a out. No network, no system fonts. Runs in the drawing thread. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Coverage, printable } from '#platform/printable'
import { PdfDrawingFailed, PdfEngineMissing } from './errors.ts'
import { documentCoverage, readFonts } from './fonts.ts'
import type { PdfOptions } from './options.ts'

type Engine = { readonly compiler: NodeCompiler; readonly coverage: Coverage }

const require = createRequire(import.meta.url)
const engines = new Map<string, Engine>()

/** Typst remembers layouts. What two rounds of this many drawings did not use again is forgotten: memory stays flat. */
const DRAWINGS_PER_ROUND = 4
const ROUNDS_KEPT = 2
let drawings = 0

/** Draws one document. Throws `PdfEngineMissing` or `PdfDrawingFailed`. */
export function drawWithTypst(options: PdfOptions): Uint8Array {
  const folder = path.dirname(options.template)
  const engine = engineOf(folder)
  const files = inputFiles(options, engine.coverage)
  for (const [name, bytes] of files) engine.compiler.mapShadow(path.join(folder, 'drawing', name), bytes)
  try {
    return compile(engine.compiler, options)
  } finally {
    for (const [name] of files) engine.compiler.unmapShadow(path.join(folder, 'drawing', name))
    if (++drawings % DRAWINGS_PER_ROUND === 0) engine.compiler.evictCache(ROUNDS_KEPT)
  }
}

function engineOf(folder: string): Engine {
  const known = engines.get(folder)
  if (known) return known
  const compiler = compilerClass().create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] })
  const engine = { compiler, coverage: documentCoverage() }
  engines.set(folder, engine)
  return engine
}

function compilerClass(): typeof NodeCompiler {
  try {
    return (require('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler }).NodeCompiler
  } catch (cause) {
    throw new PdfEngineMissing(cause instanceof Error ? cause.message : String(cause))
  }
}

function inputFiles(options: PdfOptions, coverage: Coverage): [name: string, bytes: Buffer][] {
  const { attachment } = options
  const input = {
    locale: options.locale,
    data: options.data,
    attachment: attachment && {
      name: attachment.name,
      mimeType: attachment.mimeType,
      relationship: attachment.relationship,
      // PDF/A-3a wants one.
      description: attachment.description ?? attachment.name,
    },
  }
  const json = JSON.stringify(input, (_key, value: unknown) => (typeof value === 'string' ? printable(value, coverage) : value))
  const files: [string, Buffer][] = [['input.json', Buffer.from(json)]]
  if (attachment) files.push(['attachment', Buffer.from(attachment.bytes)])
  for (const [name, bytes] of Object.entries(options.assets ?? {})) files.push([name, Buffer.from(bytes)])
  return files
}

/**
 * The frame around every template. Its text never depends on data, so Typst keeps it compiled. Without `calt`: Inter would print `->` as an
 * arrow.
 */
const frameOf = (template: string): string => `
#import "/${path.basename(template)}": draw
#let input = json("/drawing/input.json")
#let attachment = input.at("attachment", default: none)
#set text(font: "Inter", fallback: false, features: (calt: 0), lang: input.locale)
#if attachment != none {
  pdf.attach(
    attachment.name,
    read("/drawing/attachment", encoding: none),
    relationship: attachment.relationship,
    mime-type: attachment.mimeType,
    description: attachment.description,
  )
}
#draw(input.data)
`

/** Compiled and written in one call: a compiled document handed to JavaScript would wait there, unseen by its garbage collector. */
function compile(compiler: NodeCompiler, options: PdfOptions): Uint8Array {
  const written = { pdfStandard: 'a-3a', pdfTags: true, creationTimestamp: Math.floor(options.at.getTime() / 1000) }
  try {
    return compiler.pdf({ mainFileContent: frameOf(options.template), resetRead: true }, written)
  } catch (cause) {
    throw new PdfDrawingFailed(`${path.basename(options.template)} could not be drawn: ${diagnosticsOf(cause)}`)
  }
}

/** Template faults come in `code`, export faults in `message`. */
function diagnosticsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.message || ('code' in cause ? String(cause.code) : 'no diagnostics')
}

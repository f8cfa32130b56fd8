/** The native part of Typst is not installed or not made for this machine. */
export class PdfEngineMissing extends Error {
  constructor(cause: string) {
    super(`the PDF engine does not load on ${process.platform}-${process.arch}: ${cause}`)
    this.name = 'PdfEngineMissing'
  }
}

/** Typst refused the template, its data or a picture; `message` holds its diagnostics. */
export class PdfDrawingFailed extends Error {
  constructor(diagnostics: string) {
    super(diagnostics)
    this.name = 'PdfDrawingFailed'
  }
}

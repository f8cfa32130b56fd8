/** What we use of it; it brings no types. */
declare module 'saxon-js' {
  const saxon: {
    transform(options: { readonly stylesheetInternal: unknown; readonly sourceText: string; readonly destination: 'serialized' }): {
      readonly principalResult: string
    }
  }
  export default saxon
}

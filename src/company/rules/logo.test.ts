import { expect, test } from 'vitest'
import { judgeLogo } from './logo.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string) => bytes(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`)

test('the bytes say what a picture is, whatever its name', () => {
  expect(judgeLogo(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toEqual({ mediaType: 'image/png' })
  expect(judgeLogo(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toEqual({ mediaType: 'image/jpeg' })
  expect(judgeLogo(svg('<path d="M0 0h10"/>'))).toEqual({ mediaType: 'image/svg+xml' })
  expect(judgeLogo(bytes('<?xml version="1.0"?>\n<!-- by hand -->\n<svg viewBox="0 0 1 1"></svg>'))).toEqual({ mediaType: 'image/svg+xml' })
})

test.each(['GIF89a', '%PDF-1.7', 'hello', '<html><svg></svg></html>', ''])('%j is no logo', (text) => {
  expect(judgeLogo(bytes(text))).toEqual({ fault: 'logo_unreadable' })
})

test('bytes that are no text are no SVG', () => {
  expect(judgeLogo(Uint8Array.of(0x3c, 0x73, 0x76, 0x67, 0x20, 0xff, 0xfe))).toEqual({ fault: 'logo_unreadable' })
})

test.each([
  '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/>',
  '<use xlink:href="#a"/>',
  '<image href="data:image/png;base64,AAAA"/>',
  '<style>.a{fill:url(#a);color:#123456}</style>',
])('%s is only a drawing', (inside) => {
  expect(judgeLogo(svg(inside))).toEqual({ mediaType: 'image/svg+xml' })
})

test.each([
  '<script>alert(1)</script>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">1</svg:script>',
  '<rect onclick="a()"/>',
  '<rect fill="red"onload="a()"/>',
  '<image href="https://example.com/a.png"/>',
  "<use xlink:href='//example.com/a.svg#b'/>",
  '<image href="data:image/svg+xml;base64,AAAA"/>',
  '<a href="javascript:alert(1)"><path/></a>',
  '<foreignObject><body/></foreignObject>',
  '<style>@import "https://example.com/a.css"</style>',
  '<rect style="fill:url(https://example.com/#a)"/>',
  '<rect style="fill:u\\72l(https://example.com)"/>',
  '<animate attributeName="href" values="a"/>',
])('%s is more than a drawing', (inside) => {
  expect(judgeLogo(svg(inside))).toEqual({ fault: 'logo_unsafe' })
})

test('an entity bomb is refused at sight', () => {
  expect(judgeLogo(bytes('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'))).toEqual({ fault: 'logo_unsafe' })
})

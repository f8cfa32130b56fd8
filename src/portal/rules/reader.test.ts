import { expect, it } from 'vitest'
import { isPersonReading } from './reader.ts'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

it.each([
  ['a phone', 'GET', { 'user-agent': PHONE }, true],
  [
    'a browser on Windows',
    'GET',
    { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    true,
  ],
  ['a HEAD request', 'HEAD', { 'user-agent': PHONE }, false],
  ['a page fetched in advance', 'GET', { 'user-agent': PHONE, 'sec-purpose': 'prefetch;prerender' }, false],
  ['a search engine', 'GET', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, false],
  ['a messenger making a preview', 'GET', { 'user-agent': 'WhatsApp/2.23.20.0' }, false],
  ['a link checker of a mail server', 'GET', { 'user-agent': 'Mozilla/5.0 (compatible; Proofpoint URL Defense)' }, false],
  ['a command line', 'GET', { 'user-agent': 'curl/8.5.0' }, false],
  ['nobody who says who they are', 'GET', {}, false],
] as const)('%s: counted as read or not', (_who, method, headers, read) => {
  expect(isPersonReading(method, new Headers(headers))).toBe(read)
})

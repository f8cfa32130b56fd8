/** What the reading thread does. Whatever comes from a file of anyone is read there. */
import { extractFacturX } from '#einvoice'
import { convertFile } from './tasks/convert.ts'
import { judge } from './tasks/judge.ts'
import { packFiles } from './tasks/pack.ts'
import { readPage, readSheet } from './tasks/read.ts'

export const TASKS = { judge, readPage, readSheet, convertFile, packFiles, extract: extractFacturX }

/** The rules of the container in force: Factur-X 1.09, chapter 6 and the table BR-HYBRID, unchanged since 1.07.2; and ours. */
import { archiveRules } from './archive.ts'
import { attachmentRules } from './attachments.ts'
import { contentRules } from './content.ts'
import { metadataRules } from './metadata.ts'
import type { ContainerRule } from './rule.ts'

export const CONTAINER_PACKS = { 'FACTUR-X': '1.09', ENCOURS: '1' } as const

export const CONTAINER_RULES: readonly ContainerRule[] = [...attachmentRules, ...metadataRules, ...archiveRules, ...contentRules]

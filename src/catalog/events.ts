import { eventKind } from '#platform/events'

type ItemFacts = { readonly itemId: string; readonly code: string; readonly name: string }

export const itemCreated = eventKind<ItemFacts>('item.created')
export const itemChanged = eventKind<ItemFacts & { readonly fields: readonly string[] }>('item.changed')
export const itemArchived = eventKind<ItemFacts>('item.archived')
export const itemRestored = eventKind<ItemFacts>('item.restored')

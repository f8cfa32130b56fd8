import { type Notes, bind } from '../binding/read.ts'
import type { Place, Remark } from '../reading.ts'
import { Unreadable } from '../unreadable.ts'
import { placesIn } from '../xml/places.ts'
import { type XmlBounds, type XmlElement, readXml } from '../xml/read.ts'
import type { ReadLifecycleMessage } from './model.ts'
import { CDAR, CDAR_NAMESPACES } from './table.ts'

export type CdarReading = {
  readonly message: ReadLifecycleMessage
  readonly tree: XmlElement
  /** The text of the file, decoded. */
  readonly source: string
  /** Text between elements, where none belongs. */
  readonly strays: ReadonlyMap<XmlElement, string>
  /** Where a field of the message stands, or the nearest group around it. */
  readonly placeOf: (path: string) => Place
  /** What the model has no field for. */
  readonly remarks: readonly Remark[]
}

export const CDAR_ROOT = 'CrossDomainAcknowledgementAndResponse'

/** A message of thousands of invoices stays far below. */
const CDAR_BOUNDS: XmlBounds = { maxBytes: 20_000_000, maxElements: 500_000, maxDepth: 50 }

/** Refuses what is no XML by name, and `xml_not_cdar`. */
export function readCdar(bytes: Uint8Array): CdarReading {
  const { root, source, strays } = readXml(bytes, CDAR_BOUNDS)
  if (root.name !== CDAR_ROOT || root.namespace !== CDAR_NAMESPACES.rsm) {
    throw new Unreadable('xml_not_cdar', { element: root.written, namespace: root.namespace })
  }
  const placeIn = placesIn(source)
  const notes: Notes = { places: new Map(), remarks: [] }
  const message = bind(CDAR, { root, currency: undefined, vatCurrency: undefined }, notes) as ReadLifecycleMessage
  const elementOf = (path: string): XmlElement => {
    const found = notes.places.get(path)
    return found ?? (path.includes('.') ? elementOf(path.slice(0, path.lastIndexOf('.'))) : root)
  }
  return {
    message,
    tree: root,
    source,
    strays,
    placeOf: (path) => placeIn(elementOf(path)),
    remarks: notes.remarks.map((remark) => remarkAt(remark, placeIn)),
  }
}

function remarkAt(remark: Notes['remarks'][number], placeIn: (element: XmlElement) => Place): Remark {
  const { at, ...told } = remark
  return { ...told, place: placeIn(at) }
}

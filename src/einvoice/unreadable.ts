import { Refusal, type RefusalFacts } from '#core/refusal'

/** Why a file cannot be read as an electronic invoice at all. The sentences stand in `texts.ts`. */
export type UnreadableCode =
  | 'xml_malformed'
  | 'xml_empty'
  | 'xml_truncated'
  | 'xml_doctype'
  | 'xml_entity'
  | 'xml_too_large'
  | 'xml_too_deep'
  | 'xml_too_many_elements'
  | 'xml_encoding_unknown'
  | 'xml_encoding_broken'
  | 'xml_not_einvoice'
  | 'xml_zugferd_1'
  | 'xml_too_many_attributes'
  | 'xml_not_cdar'

/** The refusal of a file by name. `line` and `column` are among the facts where the fault has a place. */
export class Unreadable extends Refusal {
  constructor(code: UnreadableCode, facts: RefusalFacts = {}) {
    super(code, { facts })
    this.name = 'Unreadable'
  }
}

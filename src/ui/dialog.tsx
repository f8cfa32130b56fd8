/** A dialog over the page, with a name on its close button. */
import { Modal, type ModalProps } from '@mantine/core'
import { useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'

export type DialogProps = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'>

export function Dialog(props: DialogProps) {
  const texts = useTexts(uiTexts)
  return <Modal {...props} closeButtonProps={{ 'aria-label': texts.close }} />
}

/** The whole page takes the files that are dragged over it. */
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import classes from './drop-area.module.css'

/** `words` stand over the page while files are held above it. */
export function DropArea({ words, onFiles, children }: { words: string; onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  // Entering a child comes before leaving its parent: only the outermost leave counts.
  const depth = useRef(0)
  const move = (event: DragEvent, step: number) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = Math.max(0, depth.current + step)
    setOver(depth.current > 0)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return (
    <div
      className={classes.area}
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className={classes.over}>
          <IconFileImport size={32} stroke={1.25} aria-hidden />
          {words}
        </div>
      )}
    </div>
  )
}

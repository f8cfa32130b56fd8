/** A statement on its way in: sent, answered with a result, or with a question about the columns of a CSV. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { notifyRefused } from '#ui/notify'
import type { AccountChoice } from './account-field.tsx'
import { type AccountAsked, banking, type CsvMapping, type Guess, type Imported, touchedByMatching } from './api.tsx'

export function useImport(onImported: () => void) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<Imported>()
  const [guess, setGuess] = useState<Guess>()
  const [asked, setAsked] = useState<AccountAsked>()
  const [underWay, setUnderWay] = useState<string>()
  const refresh = () => Promise.all(touchedByMatching.map((queryKey) => queries.invalidateQueries({ queryKey })))
  const run = useMutation({
    ...banking.import.mutationOptions(),
    onSuccess: async (answer) => {
      if (answer.outcome === 'needs_mapping') {
        setGuess(answer.guess)
        return
      }
      if (answer.outcome === 'needs_account') {
        setAsked(answer.asked)
        return
      }
      setGuess(undefined)
      setAsked(undefined)
      if (answer.outcome === 'under_way') {
        setUnderWay(answer.importId)
        return
      }
      setResult(answer)
      onImported()
      await refresh()
    },
    onError: notifyRefused,
  })
  return {
    busy: run.isPending,
    result,
    guess,
    asked,
    fileName: file?.name ?? '',
    send: (chosen: File | null) => {
      if (!chosen) return
      setFile(chosen)
      setResult(undefined)
      run.mutate({ file: chosen })
    },
    /** The columns as corrected: shows the lines again, and keeps nothing. */
    preview: (mapping: CsvMapping) => file && run.mutate({ file, csvMapping: JSON.stringify(mapping), previewOnly: 'true' }),
    confirm: (mapping: CsvMapping, account: AccountChoice | undefined) =>
      file && run.mutate({ file, csvMapping: JSON.stringify(mapping), ...account }),
    /** Whose account the file is of, said by a person. */
    place: (account: AccountChoice) => file && run.mutate({ file, ...account }),
    giveUp: () => {
      setGuess(undefined)
      setAsked(undefined)
    },
    closeResult: () => setResult(undefined),
    underWay,
    /** A long file is kept, or done, or was refused: what the page shows is another. */
    onLongImport: (answer: Imported | undefined) => {
      if (answer) setResult(answer)
      void refresh()
    },
    closeUnderWay: () => setUnderWay(undefined),
  }
}

export type Import = ReturnType<typeof useImport>

/** What commonly stops a command, as one sentence for the person at the terminal. Anything else is a surprise and shows where it happened. */

type Sentences = { readonly fr: string; readonly en: string }
type SystemError = Error & { readonly code: string; readonly path?: string; readonly port?: number; readonly syscall?: string }

const SENTENCES: Readonly<Record<string, (error: SystemError) => Sentences>> = {
  EADDRINUSE: ({ port }) => ({
    fr: `Le port ${port} est déjà pris par un autre programme : choisissez-en un autre, par exemple PORT=3001.`,
    en: `Port ${port} is already taken by another program: choose another, for example PORT=3001.`,
  }),
  EACCES: ({ path, port }) => ({
    fr: path === undefined ? `Le port ${port} n’est pas permis à ce compte.` : `${path} : accès refusé à ce compte.`,
    en: path === undefined ? `This account may not use port ${port}.` : `${path}: this account has no access.`,
  }),
  ENOENT: ({ path }) => ({ fr: `${path} : introuvable.`, en: `${path}: not found.` }),
  EEXIST: ({ path }) => ({ fr: `${path} existe déjà.`, en: `${path} already exists.` }),
  EISDIR: () => ({ fr: 'C’est un dossier ; un fichier est attendu.', en: 'This is a folder; a file is expected.' }),
  ERR_FS_FILE_TOO_LARGE: () => ({ fr: 'Ce fichier est trop gros pour être lu.', en: 'This file is too large to be read.' }),
  ENOSPC: ({ path }) => ({
    fr: `Le disque est plein${path === undefined ? '' : ` (${path})`}.`,
    en: `The disk is full${path === undefined ? '' : ` (${path})`}.`,
  }),
  ECONNREFUSED: noAnswer,
  ENOTFOUND: noAnswer,
  ETIMEDOUT: noAnswer,
  '28P01': notAdmitted,
  '28000': notAdmitted,
  '3D000': ({ message }) => ({
    fr: `La base nommée dans DATABASE_URL n’existe pas sur ce serveur (${message}) : créez-la d’abord.`,
    en: `The database named in DATABASE_URL does not exist on that server (${message}): create it first.`,
  }),
  '42501': ({ message }) => ({
    fr: `Le compte de DATABASE_URL n’a pas les droits nécessaires (${message}) : il doit posséder la base et pouvoir créer des rôles.`,
    en: `The account of DATABASE_URL lacks rights (${message}): it must own the database and be allowed to create roles.`,
  }),
}

function noAnswer({ code }: SystemError): Sentences {
  return {
    fr: `Le serveur PostgreSQL de DATABASE_URL ne répond pas (${code}).`,
    en: `The PostgreSQL server of DATABASE_URL does not answer (${code}).`,
  }
}

function notAdmitted({ message }: SystemError): Sentences {
  return { fr: `Le serveur PostgreSQL refuse la connexion (${message}).`, en: `The PostgreSQL server refuses the connection (${message}).` }
}

/** Errors of ours bring their sentences; those of the system and of PostgreSQL are known by their codes, or by those of their cause. */
export function sentencesOf(error: unknown): Sentences | undefined {
  if (!(error instanceof Error)) return undefined
  if ('sentences' in error) return error.sentences as Sentences
  const known = 'code' in error ? SENTENCES[String(error.code)] : undefined
  return known?.(error as SystemError) ?? sentencesOf(error.cause)
}

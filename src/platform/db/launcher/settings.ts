/** How the server is set up, each with its reason. Durability (fsync, full_page_writes, synchronous_commit) stays as PostgreSQL ships it: on. */
const SETTINGS: Record<string, string> = {
  // Nothing on the network: the socket's folder is the only way in.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // The whole product stays within 300 MB; beyond 64 MB the system's file cache does the same work and gives the memory back.
  shared_buffers: '64MB',
  // One process with its pool, its workers and the owner's connection needs fewer than 30; each slot costs shared memory and locks.
  max_connections: '40',
  // Compiling a query costs 50 ms and more, and ours run in less; it also adds tens of MB to each connection.
  jit: 'off',
  // The server writes to its standard error, which is our log file; a second process for it would only cost memory.
  logging_collector: 'off',
}

export function serverArguments(place: { folder: string; socketDir: string; port: number }, extra: Record<string, string>): string[] {
  const settings = { ...SETTINGS, unix_socket_directories: place.socketDir, port: String(place.port), ...extra }
  return ['-D', place.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

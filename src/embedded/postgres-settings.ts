export interface PostgresSettings {
  readonly port: number;
  readonly fsync: boolean;
  /** Like `6GB`; without it, what suits a young database. */
  readonly sharedBuffers?: string | undefined;
}

/**
 * The command line of our PostgreSQL. It is here rather than in the data folder, so that a folder
 * made by an older release runs with the settings of this one.
 */
export function postgresSettings(options: PostgresSettings): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    // No socket: its path may be too long for the system, and the loopback serves everybody.
    unix_socket_directories: '',
    max_connections: 100,
    // A process pays for each page that it touches first: much is for large databases.
    shared_buffers: options.sharedBuffers ?? '256MB',
    max_wal_size: '4GB',
    // A page is logged whole once after each checkpoint.
    checkpoint_timeout: '15min',
    wal_level: 'replica',
    synchronous_commit: 'on',
    fsync: options.fsync ? 'on' : 'off',
    full_page_writes: options.fsync ? 'on' : 'off',
    // Compiling a plan costs more than running any of our short statements.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and the details of errors would carry health data into the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

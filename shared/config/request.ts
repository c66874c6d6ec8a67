/** Which configuration an action is to read, before any file has been opened. */
export interface ConfigurationRequest {
  /** Path of the configuration file, relative to the workspace. */
  readonly file: string;
  /** False when `file` is the default, which need not be there when inputs say all that is needed. */
  readonly given: boolean;
  readonly overrides: readonly ConfigurationOverride[];
}

/** An action input that takes the place of a field. */
export interface ConfigurationOverride {
  /** How the user wrote it, for messages. */
  readonly input: string;
  /** Path of the field, e.g. `['training', 'epochs']`. */
  readonly field: readonly string[];
  readonly value: string;
}

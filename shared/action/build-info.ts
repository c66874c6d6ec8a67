declare const __VERSION__: string | undefined;
declare const __CODE_DIGEST__: string | undefined;

/** Version of mlops-actions from package.json; `development` when run from source. */
export const VERSION: string = typeof __VERSION__ === 'undefined' ? 'development' : __VERSION__;

/** Digest of the sources that decide what training gives: a part of the cache key. Set by the build. */
export const CODE_DIGEST: string =
  typeof __CODE_DIGEST__ === 'undefined' ? 'development' : __CODE_DIGEST__;

// Stands in the bundles for code that is never reached and had better not be there:
// node-fetch, with which TensorFlow.js would load files over HTTP, and `buffers`, which names no licence and serves only
// a streaming parser that unzip-stream does not use.
export default function leftOut() {
  throw new Error('this code is left out of the bundle');
}

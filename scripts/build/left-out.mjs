// Stands in the bundles for code that is never reached and had better not be there:
// node-fetch, with which TensorFlow.js would load files over HTTP, and unzip-stream, with which the toolkit would expand
// artifacts wherever the names in them lead.
export default function leftOut() {
  throw new Error('this code is left out of the bundle');
}

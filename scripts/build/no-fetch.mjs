export default function fetch() {
  throw new Error('mlops-actions loads no files over HTTP');
}

import { formatCount } from './numbers.ts';

/** `12 s left` of milliseconds. */
export function timeLeft(milliseconds: number): string {
  return milliseconds < 1000 ? 'under 1 s left' : `${formatDuration(milliseconds)} left`;
}

/** `12 s`, `1 min 5 s`, `2 h 10 min`, of milliseconds: what is left is known no better. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${formatCount(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

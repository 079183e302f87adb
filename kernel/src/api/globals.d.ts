export {};

declare global {
  const display: unknown;
}

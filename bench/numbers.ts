const MIB = 1024 * 1024;

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : whole(value)} ms`;
}

export function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

export function minutes(value: number): string {
  return `${(value / 60_000).toFixed(1)} min`;
}

export function mib(bytes: number): string {
  return `${whole(bytes / MIB)} MiB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** Cut to two digits behind the point, or one from ten on. */
export function times(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} x`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

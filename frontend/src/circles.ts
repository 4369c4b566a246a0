// Areas of doubt on the map: circles on the ground, not on the screen.

const EARTH_KM = 6371.0088;

/** A ring of points so many kilometres around a place (WGS 84 degrees, longitude first), closed. */
export function ring(lat: number, lon: number, km: number, corners = 64): [number, number][] {
  const phi = (lat * Math.PI) / 180;
  const far = Math.min(km / EARTH_KM, Math.PI / 2);
  const found: [number, number][] = [];
  for (let k = 0; k <= corners; k++) {
    const way = (2 * Math.PI * (k % corners)) / corners;
    const up = Math.asin(Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(way));
    const along = Math.atan2(Math.sin(way) * Math.sin(far) * Math.cos(phi), Math.cos(far) - Math.sin(phi) * Math.sin(up));
    found.push([lon + (along * 180) / Math.PI, (up * 180) / Math.PI]);
  }
  return found;
}

/** Kilometres a pixel of the map stands for at a latitude and zoom (512-pixel tiles). */
export function kmPerPixel(lat: number, zoom: number): number {
  return (40075.016686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}

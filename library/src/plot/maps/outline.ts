import type { Layer } from "../figure/spec.ts";

/** A collection of shapes in degrees, as GeoJSON has it (RFC 7946). */
export interface GeoShapes {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly id?: string | number;
    readonly properties?: Readonly<Record<string, unknown>> | null;
    readonly geometry: object | null;
  }[];
}

/** What maps have in common. */
export interface MapOptions {
  /** How the globe becomes flat. Default `"equalEarth"`, which keeps areas. */
  readonly projection?: "equalEarth" | "mercator" | "naturalEarth1" | "orthographic" | "albersUsa";
  /** Coasts or borders to draw below. */
  readonly outline?: GeoShapes;
  /** Draw lines of longitude and latitude, each ten degrees. Default true. */
  readonly graticule?: boolean;
}

/** The layers below the data: lines of the globe, and coasts or borders. */
export function mapLayers({ graticule = true, outline, projection }: MapOptions): Layer[] {
  return [
    ...(graticule && projection !== "albersUsa"
      ? [
          {
            data: { graticule: true },
            mark: { type: "geoshape", filled: false, strokeWidth: 0.5, style: "frame" },
          },
        ]
      : []),
    ...(outline === undefined
      ? []
      : [
          {
            data: { values: structuredClone(outline.features) },
            mark: {
              type: "geoshape",
              filled: true,
              opacity: 0.35,
              strokeWidth: 0.5,
              style: "frame",
            },
          },
        ]),
  ];
}

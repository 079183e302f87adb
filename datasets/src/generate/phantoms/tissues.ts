/** A kind of scan. */
export type Modality = "ct" | "mri";

/** The parts of the body that are drawn. */
export type BodyPart = "head" | "abdomen";

/**
 * How bright each tissue is. CT: Hounsfield units, of the order of textbooks' tables. MRI: a signal
 * from 0 to 1 in the order of a T1-weighted image: fat bright, white matter over grey, fluid dark.
 */
export const tissues = {
  air: { ct: -1000, mri: 0 },
  fat: { ct: -100, mri: 0.9 },
  muscle: { ct: 50, mri: 0.42 },
  bone: { ct: 800, mri: 0.08 },
  marrow: { ct: 250, mri: 0.7 },
  whiteMatter: { ct: 28, mri: 0.74 },
  greyMatter: { ct: 40, mri: 0.56 },
  fluid: { ct: 5, mri: 0.15 },
  liver: { ct: 110, mri: 0.6 },
  spleen: { ct: 120, mri: 0.46 },
  kidney: { ct: 170, mri: 0.5 },
  vessel: { ct: 200, mri: 0.12 },
  brainTumour: { ct: 62, mri: 0.36 },
  liverTumour: { ct: 55, mri: 0.4 },
} as const;

export type Tissue = keyof typeof tissues;

/** Hounsfield units that become 0 and 1: the window in which each part is usually read. */
export const windows: Readonly<Record<BodyPart, readonly [low: number, high: number]>> = {
  head: [-20, 100],
  abdomen: [-160, 240],
};

/** What the masks' numbers mean, by part. */
export const maskClasses = {
  head: ["background", "skull and scalp", "brain", "ventricle", "tumour"],
  abdomen: ["background", "body", "liver", "spleen", "kidney", "spine", "tumour"],
} as const;

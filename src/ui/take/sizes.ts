/** The sizes in which a picture is taken away. */
export type SizeName = 'column' | 'page' | 'screen';
export type PictureKind = 'svg' | 'png';

export const SIZES: readonly { readonly name: SizeName; readonly label: string }[] = [
  { name: 'column', label: '3.25 in, one column' },
  { name: 'page', label: '6.75 in, two columns' },
  { name: 'screen', label: 'as on screen' },
];

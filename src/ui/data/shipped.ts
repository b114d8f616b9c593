/** A real data set that is shipped with the page and fetched when it is wanted. */
export interface ShippedSet {
  readonly id: 'digits' | 'breast-cancer';
  readonly title: string;
  /** In public/data. */
  readonly file: string;
  /** Fingerprint of its data, read as proposed: links name it. */
  readonly dataset: string;
  readonly what: string;
  readonly source: string;
  readonly href: string;
}

export const LICENCE = 'CC BY 4.0';

export const SHIPPED: readonly ShippedSet[] = [
  {
    id: 'digits',
    title: 'Handwritten digits 8×8',
    file: 'digits-8x8.csv.gz',
    dataset: 'd91079779989f193',
    what: '1,797 small pictures of the digits 0 to 9',
    source: 'E. Alpaydin and C. Kaynak (1998), UCI Machine Learning Repository',
    href: 'https://doi.org/10.24432/C50P49',
  },
  {
    id: 'breast-cancer',
    title: 'Breast cancer (Wisconsin)',
    file: 'breast-cancer-wisconsin.csv',
    dataset: '1e8669ab65b2dd1d',
    what: '569 tumours, 30 measurements each: malignant or benign',
    source: 'W. Wolberg, O. Mangasarian, N. Street and W. Street (1995), UCI Machine Learning Repository',
    href: 'https://doi.org/10.24432/C5DW2B',
  },
];

/** Where larger ones can be had; they are opened as they are. */
export const ELSEWHERE = [
  { title: 'MNIST', href: 'https://github.com/cvdfoundation/mnist', what: 'four .gz files: images, labels' },
  {
    title: 'Fashion-MNIST',
    href: 'https://github.com/zalandoresearch/fashion-mnist#get-the-data',
    what: 'four .gz files: images, labels',
  },
  {
    title: 'CIFAR-10',
    href: 'https://www.cs.toronto.edu/~kriz/cifar.html',
    what: 'the binary version, unpacked: data_batch_1.bin …',
  },
] as const;

/** @throws Error with a sentence for the person */
export async function fetchShipped({ title, file }: ShippedSet): Promise<File> {
  const failed = `${title} could not be fetched from where this page is from`;
  let response: Response;
  try {
    response = await fetch(new URL(`data/${file}`, document.baseURI));
  } catch {
    throw new Error(`${failed}: the network is gone, or the page was opened from a folder (start a server).`);
  }
  if (!response.ok) throw new Error(`${failed}: it answered ${response.status}.`);
  return new File([await response.arrayBuffer()], file);
}

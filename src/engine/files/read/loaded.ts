import { FileProblem } from '../problem.ts';

/** Code that only some files need, loaded when one is opened. @throws FileProblem when it does not come */
export async function loaded<T>(file: string, what: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new FileProblem(
      `${file} needs the part of the page that reads ${what}, which could not be loaded: check the connection and open the file again`,
      'not-loaded',
    );
  }
}
